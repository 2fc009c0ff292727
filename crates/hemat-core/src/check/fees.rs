//! What checks of fees under the SBM share: its years, the participants they go by, committee fees, fees that no
//! event holds.

use std::collections::BTreeSet;

use crate::budget_event::BudgetEvent;
use crate::cost_line::CostLine;
use crate::source::RowRef;

use super::examination::Examination;
use super::missing::{EVENT_OF_LINES, PARTICIPANTS, YEAR};
use super::subject::Subject;
use super::words::{held, plain};

/// Fiscal years whose SBM was seen to hold the rules on masters of ceremonies (pos 9.3) and committees (pos 9.4).
const YEARS: std::ops::RangeInclusive<u16> = 2023..=2026;

const FEE: &[&str] = &["honor", "honorarium", "honoraria"];
const COMMITTEE: &[&str] = &["panitia", "kepanitiaan", "panitia pelaksana", "panpel"];

/// Offices of a committee, by which its fees are often listed one by one.
const OFFICES: &[&str] = &[
    "penanggung jawab",
    "ketua",
    "wakil ketua",
    "sekretaris",
    "bendahara",
    "anggota",
    "koordinator",
    "seksi",
];

/// Bodies that have the same offices and are no committee of an event.
const OTHER_BODIES: &[&str] = &[
    "tim",
    "pokja",
    "kelompok",
    "dewan",
    "komisi",
    "juri",
    "satgas",
    "forum",
    "dprd",
    "pengadaan",
    "pejabat",
    "pemeriksa",
    "rt",
    "rw",
    "koperasi",
    "yayasan",
    "peserta",
    "narasumber",
    "nara sumber",
    "moderator",
];

/// True for a fee of an organising committee: it says *panitia*, in its own words or in the heading above it, or
/// names an office of one and no other body.
pub(super) fn is_committee_fee(line: &CostLine) -> bool {
    let (own, above) = (plain(&line.description), plain(&line.heading));
    let names_fee = held(&own, FEE).is_some();
    if names_fee && held(&own, COMMITTEE).is_some() {
        return true;
    }
    let office = held(&own, OFFICES).is_some() && held(&own, OTHER_BODIES).is_none();
    let fee_above = held(&above, FEE).is_some() && held(&above, COMMITTEE).is_some();
    office && (fee_above || (names_fee && held(&above, OTHER_BODIES).is_none()))
}

/// The most that take part in an event to which those rules apply; `None` once it is said why there is no answer.
pub(super) fn participants_under_sbm(
    examination: &mut Examination<'_>,
    event: &BudgetEvent,
    subject: &Subject,
) -> Option<u32> {
    let missing = match event.year {
        Some(year) if !YEARS.contains(&year) => {
            examination.not_applicable();
            return None;
        }
        None => YEAR,
        Some(_) if event.may_be_mixed() => EVENT_OF_LINES,
        Some(_) => match &event.participants {
            Some(count) => return Some(count.value.high()),
            None => PARTICIPANTS,
        },
    };
    examination.insufficient(subject.clone(), vec![missing]);
    None
}

/// Fees that no event holds: nothing says for how many people they were.
pub(super) fn without_event<'l>(
    examination: &mut Examination<'_>,
    fees: impl Iterator<Item = &'l CostLine>,
    in_events: &[&CostLine],
) {
    let known: BTreeSet<&RowRef> = in_events.iter().map(|line| &line.row).collect();
    for line in fees.filter(|line| !known.contains(&line.row)) {
        examination.insufficient(Subject::line(line), vec![EVENT_OF_LINES, PARTICIPANTS]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost_line::LineContext;
    use crate::money::Rupiah;

    fn fee(heading: &str, description: &str) -> bool {
        is_committee_fee(&CostLine {
            row: RowRef { file: "a.csv".into(), row: 1, part: None },
            account_row: 1,
            context: LineContext::default().into(),
            heading: heading.into(),
            description: description.into(),
            quantity: None,
            unit: "".into(),
            unit_price: None,
            amount: Rupiah::from_whole(400_000),
            amount_before: None,
            date: None,
            package: "".into(),
        })
    }

    /// An office alone is one of a committee's only where the fee and the committee both stand above it.
    #[test]
    fn an_office_under_a_heading_is_a_committees_only_under_its_fee() {
        assert!(fee("", "Honorarium panitia seminar"));
        assert!(fee("Honorarium panitia", "Ketua"));
        assert!(fee("Konsumsi", "Honorarium ketua"));
        assert!(!fee("Honorarium", "Ketua"));
        assert!(!fee("Perlengkapan panitia", "Ketua"));
        assert!(!fee("Honorarium tim", "Honorarium ketua"));
        assert!(!fee("Honorarium panitia", "Ketua tim"));
    }
}
