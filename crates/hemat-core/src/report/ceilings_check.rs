//! The report of a user's own price table that has no fault: what it holds, and what deserves a second look.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cell, Column, ColumnKind, Report, Section, Table};
use crate::ceiling::{CeilingRegion, PriceCeiling, PriceStandard, PricedItem, review};
use crate::lang::Lang;

/// What a table holds of one standard and item in one region.
#[derive(Default)]
struct Held {
    years: BTreeSet<u16>,
    rows: u64,
}

/// Makes the report in one language. `file` is the table's name.
#[must_use]
pub fn ceilings_check_report(file: &str, rows: &[PriceCeiling], lang: Lang) -> Report {
    let count = rows.len();
    let remarks: Vec<String> = review(rows).iter().map(|remark| remark.text(lang)).collect();
    let verdict = match (remarks.len(), lang) {
        (0, Lang::Id) => format!("{file}: {count} baris dapat dipakai dengan --ceilings."),
        (0, Lang::En) => format!("{file}: {count} rows can be used with --ceilings."),
        (odd, Lang::Id) => {
            format!("{file}: {count} baris dapat dipakai dengan --ceilings; {odd} hal perlu dilihat lagi.")
        }
        (odd, Lang::En) => {
            format!("{file}: {count} rows can be used with --ceilings; {odd} things deserve a second look.")
        }
    };
    let table = held(rows, lang);
    let mut sections =
        vec![Section::new("held", lang.pick("Isi tabel", "What the table holds")).table(table.clone())];
    if !remarks.is_empty() {
        sections.push(
            Section::new("remarks", lang.pick("Perlu dilihat lagi", "Worth a second look")).list(remarks),
        );
    }
    Report {
        kind: "ceilings-check",
        lang,
        title: lang.pick("Pemeriksaan tabel harga", "Check of a price table").to_owned(),
        lead: vec![
            verdict,
            lang.pick(
                "hemat memeriksa bentuk dan hubungan antarbaris; apakah angkanya sama dengan peraturan, hanya pembaca peraturan yang tahu.",
                "hemat checks the form and how rows agree; whether the figures are those of the regulation only its reader can say.",
            )
            .to_owned(),
        ],
        sections,
        data: table,
    }
}

fn held(rows: &[PriceCeiling], lang: Lang) -> Table {
    let mut parts: BTreeMap<(PriceStandard, &str, PricedItem, &CeilingRegion), Held> = BTreeMap::new();
    for row in rows {
        let part = parts.entry((row.standard, &row.regulation, row.item, &row.region)).or_default();
        part.years.extend(row.fiscal_year_from..=row.fiscal_year_to);
        part.rows += 1;
    }
    let text = |key, id: &str, en: &str| Column::new(key, lang.pick(id, en), ColumnKind::Text);
    let mut table = Table::new(
        "held",
        "",
        vec![
            text("regulation", "Peraturan", "Regulation"),
            text("standard", "Standar", "Standard"),
            text("binds", "Mengikat", "Binds"),
            text("item", "Yang dihargai", "Item"),
            text("region", "Daerah", "Region"),
            text("years", "Tahun anggaran", "Fiscal years"),
            Column::new("rows", lang.pick("Baris", "Rows"), ColumnKind::Count),
        ],
    );
    for ((standard, regulation, item, region), held) in parts {
        let years: Vec<String> = held.years.iter().map(u16::to_string).collect();
        table.row(vec![
            Cell::text(regulation),
            Cell::text(standard.label(lang)),
            Cell::text(standard.fund().label(lang)),
            Cell::text(item.label(lang)),
            Cell::text(region.label(lang)),
            Cell::text(years.join(", ")),
            Cell::Count(held.rows),
        ]);
    }
    table
}
