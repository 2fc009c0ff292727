//! Claims (pernyataan): somebody said that a venue costs at least so much. The comparison answers.

use super::bill::Bill;
use super::inputs::{Inputs, Ranges, SharedInput};
use crate::estimate::Point;
use crate::event::Claim;
use crate::money::{MoneyError, Rupiah};
use crate::session::words;

words! {
    /// What can be said of a claim.
    ClaimVerdict {
        /// True over the whole range.
        Holds = "holds",
        /// False over the whole range.
        Fails = "fails",
        /// True in one part of the range and false in another.
        Uncertain = "uncertain",
        /// A price or the number of participants is missing.
        CannotTell = "cannot-tell",
    }
}

/// The answer to one claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimAnswer {
    /// The claim.
    pub claim: Claim,
    /// What can be said.
    pub verdict: ClaimVerdict,
    /// The least number of participants at which the venue costs that much: at low, likely and high prices,
    /// the other inputs at likely values. `None` where no number of participants reaches it.
    pub from_participants: [Option<u64>; 3],
}

/// Answers a claim by the venue's own bill, without the costs that do not depend on the venue.
pub(super) fn answer(claim: &Claim, bill: &Bill<'_>, ranges: &Ranges) -> Result<ClaimAnswer, MoneyError> {
    let likely = ranges.likely();
    let total = bill.total_range(&likely, &ranges.corners())?;
    let verdict = if total.low() >= claim.at_least {
        // An incomplete total is a lower bound, which is enough to show "at least".
        ClaimVerdict::Holds
    } else if !bill.missing.is_empty() || likely.participants.is_none() {
        ClaimVerdict::CannotTell
    } else if total.high() < claim.at_least {
        ClaimVerdict::Fails
    } else {
        ClaimVerdict::Uncertain
    };
    let reach = |end| reached_from(bill, &likely, end, claim.at_least);
    Ok(ClaimAnswer {
        claim: claim.clone(),
        verdict,
        from_participants: [reach(Point::Low)?, reach(Point::Likely)?, reach(Point::High)?],
    })
}

/// The least number of participants, from 1, at which the bill reaches an amount.
fn reached_from(
    bill: &Bill<'_>,
    likely: &Inputs,
    end: Point,
    amount: Rupiah,
) -> Result<Option<u64>, MoneyError> {
    let at = |n| bill.total(&likely.with(SharedInput::Participants, n), end);
    if at(1)? >= amount {
        return Ok(Some(1));
    }
    // The bill never falls with the number of participants, so bisection finds the first that reaches it.
    // A hundred million people is more than any event; beyond it the answer is "never".
    let (mut below, mut reached) = (1u32, 100_000_000u32);
    if at(reached)? < amount {
        return Ok(None);
    }
    while reached - below > 1 {
        let middle = below + (reached - below) / 2;
        if at(middle)? >= amount {
            reached = middle;
        } else {
            below = middle;
        }
    }
    Ok(Some(u64::from(reached)))
}
