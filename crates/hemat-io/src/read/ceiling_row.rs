//! One row of a user's price table: each cell checked, every fault with the cell's own text and what to try.

use std::sync::Arc;

use rust_decimal::Decimal;

use hemat_core::ceiling::{CeilingRegion, Nature, PriceCeiling, PriceStandard, PricedItem, SHSR_FROM, Stage};
use hemat_core::lang::Text;
use hemat_core::level_name::levels_named;
use hemat_core::money::Rupiah;
use hemat_core::session::{OfficialLevel, Session};
use hemat_core::source::RowRef;
use hemat_core::verification::Verification;

use crate::read::contract::Faults;
use crate::read::contract_csv::CsvRow;
use crate::read::number::{Number, read_number};

/// The largest price of one unit that is taken for one: 1 milliard rupiah. More is a total, or a slip.
const DEAREST: i64 = 1_000_000_000;

/// The price of a row; `None` if anything in it is at fault.
pub(super) fn price(row: CsvRow<'_>, file: &Arc<str>, faults: &mut Faults<'_>) -> Option<PriceCeiling> {
    // All cells are looked at before any is needed, so that all faults are told at once.
    let regulation = needed(row, "regulation", faults);
    let standard = standard(row, faults);
    let years = years(row, standard, faults);
    let stages = stages(row, faults);
    let nature = nature(row, faults);
    let (item, package) = item_and_package(row, faults);
    let region = region(row, standard, faults);
    let levels = levels(row, faults);
    let persons_above = whole(row, "persons_above", faults);
    let page = whole(row, "page", faults);
    let unit = needed(row, "unit", faults);
    let amount = amount(row, faults);
    let text = |column: &str| Some(row.cell(column)).filter(|t| !t.is_empty()).map(Text::as_written);
    let (fiscal_year_from, fiscal_year_to) = years?;
    let source = if row.cell("source").is_empty() { row.cell("regulation") } else { row.cell("source") };
    Some(PriceCeiling {
        standard: standard?,
        regulation: regulation?,
        fiscal_year_from,
        fiscal_year_to,
        stages: stages?,
        nature: nature?,
        annex: row.cell("annex").into(),
        item_no: row.cell("item_no").into(),
        item: item?,
        region: region?,
        levels: levels?,
        level_label: row.cell("levels").into(),
        package: package?,
        persons_above: persons_above?,
        unit: unit?,
        amount: amount?,
        condition: text("condition"),
        source: source.into(),
        source_line: None,
        page: page?,
        verification: Verification::OwnTable,
        note: text("note"),
        at: RowRef { file: file.clone(), row: row.number, part: None },
    })
}

fn needed(row: CsvRow<'_>, column: &str, faults: &mut Faults<'_>) -> Option<Box<str>> {
    let cell = row.cell(column);
    if cell.is_empty() {
        let hint = match column {
            "unit" => "write the unit as published: OP, OH, OJ, OK, orang/kali, hari",
            _ => "write the regulation with its number and year: Perbup Asahan 12/2024",
        };
        row.fault(faults, column, "missing", hint);
    }
    (!cell.is_empty()).then(|| cell.into())
}

/// The standard that is written, or what the regulation shows: a PMK is the SBM, a Perpres the SHSR.
fn standard(row: CsvRow<'_>, faults: &mut Faults<'_>) -> Option<PriceStandard> {
    let regulation = row.cell("regulation").to_lowercase();
    let names = |words: &[&str]| words.iter().any(|word| regulation.starts_with(word));
    let shown = if names(&["pmk", "peraturan menteri keuangan"]) {
        Some(PriceStandard::Sbm)
    } else if names(&["perpres", "peraturan presiden"]) {
        Some(PriceStandard::Shsr)
    } else {
        None
    };
    let cell = row.cell("standard").to_lowercase();
    if cell.is_empty() {
        return Some(shown.unwrap_or(PriceStandard::Regional));
    }
    let Some(written) = PriceStandard::from_word(&cell) else {
        row.fault(
            faults,
            "standard",
            "unknown word",
            "write sbm (PMK), shsr (Perpres) or perkada (Pergub, Perbup, Perwal)",
        );
        return None;
    };
    match shown {
        Some(shown) if shown != written => {
            let hint = format!("by its regulation this row is {shown}; mend one of the two");
            row.fault(faults, "standard", "does not go with the regulation", &hint);
            None
        }
        _ => Some(written),
    }
}

fn years(row: CsvRow<'_>, standard: Option<PriceStandard>, faults: &mut Faults<'_>) -> Option<(u16, u16)> {
    let mut year = |column: &str| -> Option<u16> {
        let year = row.cell(column).parse().ok().filter(|year| (1945..=2199).contains(year));
        if year.is_none() {
            let what = if row.cell(column).is_empty() { "missing" } else { "is not a fiscal year" };
            row.fault(
                faults,
                column,
                what,
                "write the budget year with four digits, not the year of the regulation",
            );
        }
        year
    };
    let from = year("fiscal_year_from");
    let to = if row.cell("fiscal_year_to").is_empty() { from } else { year("fiscal_year_to") };
    let (from, to) = (from?, to?);
    if to < from {
        row.fault(faults, "fiscal_year_to", "lies before fiscal_year_from", "swap the two years");
        return None;
    }
    if standard == Some(PriceStandard::Shsr) && from < SHSR_FROM {
        let hint =
            "SHSR (Perpres 33/2020) applies from fiscal year 2021 on; nothing earlier can be held against it";
        row.fault(faults, "fiscal_year_from", "lies before SHSR applied", hint);
        return None;
    }
    Some((from, to))
}

fn stages(row: CsvRow<'_>, faults: &mut Faults<'_>) -> Option<Vec<Stage>> {
    let cell = row.cell("stages").to_lowercase();
    if cell.is_empty() {
        return Some(Stage::ALL.to_vec());
    }
    let words = cell.split('+').map(str::trim).map(|word| match word {
        "perencanaan" => Some(Stage::Planning),
        "pelaksanaan" => Some(Stage::Execution),
        word => Stage::from_word(word),
    });
    let stages: Option<Vec<Stage>> = words.collect();
    if stages.is_none() {
        row.fault(
            faults,
            "stages",
            "unknown word",
            "write planning, execution or planning+execution; blank means both",
        );
    }
    stages.map(|mut stages| {
        stages.sort_unstable();
        stages.dedup();
        stages
    })
}

fn nature(row: CsvRow<'_>, faults: &mut Faults<'_>) -> Option<Nature> {
    let cell = row.cell("nature").to_lowercase();
    let nature = Nature::from_word(&cell).or_else(|| {
        let begins = |words: &[&str]| words.iter().any(|word| cell.starts_with(word));
        if begins(&["batas"]) {
            Some(Nature::Limit)
        } else if begins(&["perkiraan", "estimasi", "dapat dilampaui"]) {
            Some(Nature::Estimate)
        } else {
            None
        }
    });
    if nature.is_none() {
        let what = if cell.is_empty() { "missing" } else { "unknown word" };
        row.fault(
            faults,
            "nature",
            what,
            "write limit (may not be passed) or estimate (may be passed), as the regulation says",
        );
    }
    nature
}

type ItemAndPackage = (Option<PricedItem>, Option<Option<Session>>);

fn item_and_package(row: CsvRow<'_>, faults: &mut Faults<'_>) -> ItemAndPackage {
    let package_cell = row.cell("package").to_lowercase();
    let package =
        if package_cell.is_empty() { Some(None) } else { Session::from_word(&package_cell).map(Some) };
    if package.is_none() {
        row.fault(faults, "package", "unknown word", "write halfday, fullday or fullboard");
    }
    let cell = row.cell("item");
    let item = match PricedItem::named(cell).as_slice() {
        [item] => Some(*item),
        // A table of packages alone need not say so in every row.
        _ if cell.is_empty() && !package_cell.is_empty() => Some(PricedItem::MeetingPackage),
        _ => {
            let what = if cell.is_empty() { "missing" } else { "unknown word" };
            let words: Vec<&str> = PricedItem::ALL.iter().map(|i| i.as_str()).collect();
            row.fault(faults, "item", what, &format!("write one of: {}", words.join(", ")));
            None
        }
    };
    if let (Some(item), Some(package)) = (item, package)
        && item.has_package() != package.is_some()
    {
        let (what, hint) = if item.has_package() {
            ("missing", "this item is priced by package: write halfday, fullday or fullboard")
        } else {
            ("has no meaning for this item", "leave the package blank")
        };
        row.fault(faults, "package", what, hint);
        return (Some(item), None);
    }
    (item, package)
}

fn region(
    row: CsvRow<'_>,
    standard: Option<PriceStandard>,
    faults: &mut Faults<'_>,
) -> Option<CeilingRegion> {
    let Some(region) = CeilingRegion::from_name(row.cell("region")) else {
        let what = if row.cell("region").is_empty() { "missing" } else { "is no region that is known" };
        let hint = "write a province, or the name of one government with its kind (Kabupaten Asahan, Kota Medan), or nasional";
        row.fault(faults, "region", what, hint);
        return None;
    };
    if standard == Some(PriceStandard::Regional) && region == CeilingRegion::National {
        let hint = "a head of region's standard holds for that region: write its name (Kabupaten Asahan)";
        row.fault(faults, "region", "a regional standard is not national", hint);
        return None;
    }
    Some(region)
}

fn levels(row: CsvRow<'_>, faults: &mut Faults<'_>) -> Option<Vec<OfficialLevel>> {
    let cell = row.cell("levels");
    let mut levels: Vec<OfficialLevel> =
        levels_named(cell).into_iter().map(OfficialLevel::price_class).collect();
    levels.dedup();
    if levels.is_empty() && !cell.is_empty() {
        let hint = "write menteri, eselon-1 to eselon-4, joined by + (eselon-3+eselon-4); blank means the same for all";
        row.fault(faults, "levels", "is no level that is known", hint);
        return None;
    }
    Some(levels)
}

fn whole(row: CsvRow<'_>, column: &str, faults: &mut Faults<'_>) -> Option<Option<u32>> {
    let cell = row.cell(column);
    if cell.is_empty() {
        return Some(None);
    }
    let number = cell.parse().ok();
    if number.is_none() {
        row.fault(faults, column, "is not a whole number", "write digits alone, or leave it blank");
    }
    number.map(Some)
}

/// A price in any notation. `462.000` is 462 thousand: no price of a unit has three decimals.
fn amount(row: CsvRow<'_>, faults: &mut Faults<'_>) -> Option<Rupiah> {
    let cell = row.cell("amount_idr");
    let value = match read_number(cell) {
        Ok(Number::Plain(value) | Number::Marked(value, _)) => Some(value),
        Ok(Number::Ambiguous { comma, dot }) => Some(comma.max(dot)),
        Err(_) => None,
    };
    let in_range = |value: &Decimal| *value > Decimal::ZERO && *value <= Decimal::from(DEAREST);
    let amount = value.filter(in_range).and_then(|value| Rupiah::try_new(value).ok());
    if amount.is_none() {
        let what = if cell.is_empty() { "missing" } else { "is not the price of one unit" };
        row.fault(
            faults,
            "amount_idr",
            what,
            "write rupiah for one unit, above 0 and up to 1000000000: 462000",
        );
    }
    amount
}
