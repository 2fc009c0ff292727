//! Saving (penghematan) and verdict: baseline minus alternative, as a range.

use super::bill::Bill;
use super::inputs::{Inputs, Ranges};
use crate::estimate::{Estimate, Point};
use crate::money::{MoneyError, Rupiah};
use crate::session::words;

words! {
    /// What can be said of an option against the baseline.
    Verdict {
        /// Lebih murah: cheaper over the whole range.
        Cheaper = "cheaper",
        /// Lebih mahal: dearer over the whole range.
        Dearer = "dearer",
        /// Sama.
        Same = "same",
        /// Belum pasti: the range holds zero.
        Uncertain = "uncertain",
        /// Tidak dapat disimpulkan: a price is missing.
        CannotTell = "cannot-tell",
    }
}

/// Baseline minus alternative: a saving if above zero.
pub type Saving = Estimate<Rupiah>;

/// What the two bills say about each other, whether they are complete or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Difference {
    /// Over the corners of the shared inputs, with independent prices at opposite ends.
    pub saving: Saving,
    /// The same with the whole numbers of meals and snacks between the corners; never narrower.
    pub with_kinks: (Rupiah, Rupiah),
}

/// Shared inputs take the same value on both sides; independent prices take opposite ends.
pub(super) fn difference(
    baseline: &Bill<'_>,
    option: &Bill<'_>,
    ranges: &Ranges,
) -> Result<Difference, MoneyError> {
    let at = |inputs: &Inputs, ours: Point, theirs: Point| {
        baseline.total(inputs, ours)?.try_sub(option.total(inputs, theirs)?)
    };
    let spread = |points: &[Inputs], likely: Rupiah| -> Result<(Rupiah, Rupiah), MoneyError> {
        points.iter().try_fold((likely, likely), |(low, high), point| {
            Ok((low.min(at(point, Point::Low, Point::High)?), high.max(at(point, Point::High, Point::Low)?)))
        })
    };
    let likely = at(&ranges.likely(), Point::Likely, Point::Likely)?;
    let (low, high) = spread(&ranges.corners(), likely)?;
    let saving = Estimate::try_new(low, likely, high).map_err(|_| MoneyError::OutOfRange)?;
    let meals = [baseline.included_meals, option.included_meals];
    let snacks = [baseline.included_snacks, option.included_snacks];
    let with_kinks = spread(&ranges.corners_and_kinks(&meals, &snacks), likely)?;
    Ok(Difference { saving, with_kinks })
}

/// The verdict. An incomplete total is a lower bound: it can show that its venue is dearer, never that it is
/// cheaper.
pub(super) fn verdict(difference: &Difference, baseline_complete: bool, option_complete: bool) -> Verdict {
    let (low, high) = difference.with_kinks;
    let zero = Rupiah::ZERO;
    match (baseline_complete, option_complete) {
        (true, true) if low > zero => Verdict::Cheaper,
        (true, true) if high < zero => Verdict::Dearer,
        (true, true) if low == zero && high == zero => Verdict::Same,
        (true, true) => Verdict::Uncertain,
        (true, false) if high < zero => Verdict::Dearer,
        (false, true) if low > zero => Verdict::Cheaper,
        _ => Verdict::CannotTell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The range of the saving, and whether the baseline and the option are complete.
    #[test]
    fn the_verdict_is_of_the_whole_range() {
        use Verdict as V;
        // Both complete, the option incomplete, the baseline incomplete, neither.
        for (low, high, both, without_option, without_baseline) in [
            (1, 2, V::Cheaper, V::CannotTell, V::Cheaper),
            (0, 2, V::Uncertain, V::CannotTell, V::CannotTell),
            (-1, 2, V::Uncertain, V::CannotTell, V::CannotTell),
            (0, 0, V::Same, V::CannotTell, V::CannotTell),
            (-2, 0, V::Uncertain, V::CannotTell, V::CannotTell),
            (-2, -1, V::Dearer, V::Dearer, V::CannotTell),
        ] {
            let ends = (Rupiah::from_whole(low), Rupiah::from_whole(high));
            let difference = Difference { saving: Estimate::exact(ends.0), with_kinks: ends };
            let of = |baseline, option| verdict(&difference, baseline, option);
            let found = [of(true, true), of(true, false), of(false, true), of(false, false)];
            assert_eq!(found, [both, without_option, without_baseline, V::CannotTell], "{low} to {high}");
        }
    }
}
