//! Reviewing a user's own table: what is allowed and still deserves a second look.

use crate::lang::Lang;
use crate::session::{OfficialLevel, Session};
use crate::source::RowRef;

use super::row::PriceCeiling;

/// Something odd between rows that are each in order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum CeilingRemark {
    /// A shorter package has the price of a longer one, or more.
    LongerIsNotDearer {
        /// Row of the longer package.
        longer: RowRef,
        /// Row of the shorter package.
        shorter: RowRef,
    },
    /// A lower level has a higher price.
    LowerLevelIsDearer {
        /// Row of the lower level.
        lower: RowRef,
        /// Row of the higher level.
        higher: RowRef,
    },
    /// The regulation bears a year after the last fiscal year it is said to hold for.
    RegulationIsYounger {
        /// The row.
        row: RowRef,
        /// Year of the regulation.
        of: u16,
        /// Last fiscal year of the row.
        to: u16,
    },
}

impl CeilingRemark {
    /// The remark as a sentence.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (CeilingRemark::LongerIsNotDearer { longer, shorter }, Lang::Id) => {
                format!(
                    "{longer}: paket yang lebih panjang tidak lebih mahal daripada {shorter}; periksa angkanya."
                )
            }
            (CeilingRemark::LongerIsNotDearer { longer, shorter }, Lang::En) => {
                format!("{longer}: the longer package is not dearer than {shorter}; check the figures.")
            }
            (CeilingRemark::LowerLevelIsDearer { lower, higher }, Lang::Id) => {
                format!("{lower}: jenjang yang lebih rendah lebih mahal daripada {higher}; periksa angkanya.")
            }
            (CeilingRemark::LowerLevelIsDearer { lower, higher }, Lang::En) => {
                format!("{lower}: the lower level is dearer than {higher}; check the figures.")
            }
            (CeilingRemark::RegulationIsYounger { row, of, to }, Lang::Id) => {
                format!(
                    "{row}: peraturan tahun {of} dipakai untuk tahun anggaran sampai {to}; periksa tahunnya."
                )
            }
            (CeilingRemark::RegulationIsYounger { row, of, to }, Lang::En) => {
                format!("{row}: a regulation of {of} is used for fiscal years up to {to}; check the years.")
            }
        }
    }
}

/// What is odd in a table, in order of the remarks' kind and rows.
#[must_use]
pub fn review(rows: &[PriceCeiling]) -> Vec<CeilingRemark> {
    let mut remarks = Vec::new();
    for row in rows {
        let of = year_of(&row.regulation).filter(|of| *of > row.fiscal_year_to);
        if let Some(of) = of {
            remarks.push(CeilingRemark::RegulationIsYounger {
                row: row.at.clone(),
                of,
                to: row.fiscal_year_to,
            });
        }
        let others = rows.iter().filter(|other| comparable(row, other));
        for other in others {
            let shorter = packages(row, other).is_some_and(|(one, two)| one > two);
            if shorter && row.levels == other.levels && row.amount <= other.amount {
                let (longer, shorter) = (row.at.clone(), other.at.clone());
                remarks.push(CeilingRemark::LongerIsNotDearer { longer, shorter });
            }
            let lower = lowest(row).zip(lowest(other)).is_some_and(|(one, two)| one > two);
            if lower && row.package == other.package && row.amount > other.amount {
                let (lower, higher) = (row.at.clone(), other.at.clone());
                remarks.push(CeilingRemark::LowerLevelIsDearer { lower, higher });
            }
        }
    }
    remarks.sort();
    remarks
}

/// True for two rows of one price list that differ in level and package alone.
fn comparable(row: &PriceCeiling, other: &PriceCeiling) -> bool {
    let years = |r: &PriceCeiling| (r.fiscal_year_from, r.fiscal_year_to);
    (row.standard, row.item, &row.region, &row.stages, years(row))
        == (other.standard, other.item, &other.region, &other.stages, years(other))
}

fn packages(row: &PriceCeiling, other: &PriceCeiling) -> Option<(Session, Session)> {
    row.package.zip(other.package)
}

fn lowest(row: &PriceCeiling) -> Option<OfficialLevel> {
    row.levels.iter().max().copied()
}

/// The year in `Perbup Asahan 12/2024` or `Perbup Nomor 12 Tahun 2024`: its last number of four digits.
fn year_of(regulation: &str) -> Option<u16> {
    let numbers = regulation.split(|c: char| !c.is_ascii_digit()).filter(|n| n.len() == 4);
    numbers.filter_map(|n| n.parse().ok()).rfind(|year| (1945..=2199).contains(year))
}
