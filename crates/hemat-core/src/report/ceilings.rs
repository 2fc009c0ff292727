//! The report of an inquiry into price ceilings.

use std::collections::BTreeSet;

use super::ceilings_text::{
    answer_sentences, found_nothing, item_text, level_text, per_unit, place, unit_meaning,
};
use super::{Cell, Column, ColumnKind, Report, Section, Table};
use crate::ceiling::{CeilingInquiry, ListedCeiling, Multiplier, Standing};
use crate::event::Fund;
use crate::lang::Lang;

/// How many multiplied prices are told one by one.
const MULTIPLIED: usize = 6;

/// Makes the report in one language.
#[must_use]
pub fn ceilings_report(inquiry: &CeilingInquiry<'_>, lang: Lang) -> Report {
    let mut lead: Vec<String> = answer_sentences(&inquiry.answers, lang);
    lead.extend(binding_sentence(inquiry, lang));
    if inquiry.rows.is_empty() {
        lead.extend(found_nothing(inquiry, lang));
    }
    let mut sections = Vec::new();
    if !inquiry.rows.is_empty() {
        let heading = lang.pick("Baris yang cocok", "Rows that match");
        let section = Section::new("rows", heading).paragraph(units(inquiry, lang));
        sections.push(section.table(shown(inquiry, lang)));
    }
    sections.extend(list_section("conditions", lang.pick("Syarat", "Conditions"), conditions(inquiry, lang)));
    sections.extend(list_section(
        "multipliers",
        lang.pick("Pengali", "Multipliers"),
        multipliers(inquiry, lang),
    ));
    sections.extend(list_section("sources", lang.pick("Sumber", "Sources"), sources(inquiry, lang)));
    Report {
        kind: "ceilings",
        lang,
        title: lang.pick("Batas harga dan pembanding", "Price ceilings and benchmarks").to_owned(),
        lead,
        sections,
        data: data(inquiry),
    }
}

fn list_section(id: &'static str, heading: &str, items: Vec<String>) -> Option<Section> {
    (!items.is_empty()).then(|| Section::new(id, heading).list(items))
}

/// What binds APBD, where the answer for it is a benchmark alone.
fn binding_sentence(inquiry: &CeilingInquiry<'_>, lang: Lang) -> Option<String> {
    let benchmark = |l: &ListedCeiling<'_>| {
        l.standing_for(Fund::Apbd, inquiry.filter.region.as_deref()) == Standing::Benchmark
    };
    let apbd = inquiry.funds.contains(&Fund::Apbd);
    let only_benchmarks = !inquiry.rows.is_empty() && inquiry.rows.iter().all(benchmark);
    (apbd && only_benchmarks).then(|| {
        lang.pick(
            "SBM mengikat APBN. Untuk APBD yang mengikat adalah peraturan kepala daerahnya sendiri (Perbup, Perwal, Pergub), dan SHSR sejak tahun anggaran 2021; yang dimuat di sini tidak mengikatnya. Muat tabelnya dengan --ceilings FILE dan sebut daerahnya dengan --region.",
            "The SBM binds APBN. APBD is bound by the regulation of its own head of region (Perbup, Perwal, Pergub), and by the SHSR since fiscal year 2021; nothing loaded here binds it. Load its table with --ceilings FILE and name the region with --region.",
        )
        .to_owned()
    })
}

/// How many rows, and what their units stand for.
fn units(inquiry: &CeilingInquiry<'_>, lang: Lang) -> String {
    let units: BTreeSet<&str> = inquiry.rows.iter().map(|listed| &*listed.row.unit).collect();
    let units: Vec<String> = units.into_iter().filter_map(|unit| unit_meaning(unit, lang)).collect();
    let count = inquiry.rows.len();
    let head = match lang {
        Lang::Id => format!("{count} baris; rupiah untuk satu satuan"),
        Lang::En => format!("{count} rows; rupiah for one unit"),
    };
    if units.is_empty() { format!("{head}.") } else { format!("{head}: {}.", units.join(", ")) }
}

fn shown(inquiry: &CeilingInquiry<'_>, lang: Lang) -> Table {
    let text = |key, id: &str, en: &str| Column::new(key, lang.pick(id, en), ColumnKind::Text);
    let mut columns = vec![
        text("item", "Yang dihargai", "Item"),
        text("region", "Daerah", "Region"),
        text("level", "Jenjang", "Level"),
        text("unit", "Satuan", "Unit"),
        Column::new("amount", lang.pick("Rp", "IDR"), ColumnKind::Rupiah),
    ];
    columns.extend(inquiry.funds.iter().map(|fund| text(fund.as_str(), fund.label(lang), fund.label(lang))));
    columns.push(Column::new("source", lang.pick("Dasar", "Basis"), ColumnKind::Source));
    let mut table = Table::new("ceilings", "", columns);
    let region = inquiry.filter.region.as_deref();
    for listed in &inquiry.rows {
        let row = listed.row;
        let mut cells = vec![
            Cell::text(item_text(row, lang)),
            Cell::text(row.region.label(lang)),
            Cell::text(level_text(row, lang)),
            Cell::text(&*row.unit),
            Cell::Rupiah(row.amount),
        ];
        cells.extend(
            inquiry.funds.iter().map(|fund| Cell::text(listed.standing_for(*fund, region).short(lang))),
        );
        cells.push(Cell::text(basis(listed, inquiry.filter.year.is_none(), lang)));
        table.row(cells);
    }
    table
}

/// `PMK 32/2025 I 31.1, hlm. 20`; with the fiscal year where none was asked for.
fn basis(listed: &ListedCeiling<'_>, with_year: bool, lang: Lang) -> String {
    let row = listed.row;
    let year = if with_year { format!("({} {})", lang.pick("TA", "FY"), row.years()) } else { String::new() };
    let parts = [&*row.regulation, &year, &*row.annex, &*row.item_no];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{}, {}", parts.join(" "), place(row, listed.from_local, lang))
}

/// Each condition once, with the items it is about. What an item's name says already is left out.
fn conditions(inquiry: &CeilingInquiry<'_>, lang: Lang) -> Vec<String> {
    let mut conditions: Vec<(&str, Vec<&str>)> = Vec::new();
    for row in inquiry.rows.iter().map(|listed| listed.row) {
        let Some(condition) = row.condition.as_ref().map(|c| c.get(lang)) else { continue };
        let item = row.item.label(lang);
        match conditions.iter_mut().find(|(known, _)| *known == condition) {
            _ if item.contains(condition) => {}
            Some((_, items)) if items.contains(&item) => {}
            Some((_, items)) => items.push(item),
            None => conditions.push((condition, vec![item])),
        }
    }
    let sentences = conditions.into_iter();
    sentences.map(|(text, items)| format!("{}: {}.", items.join(", "), text.trim_end_matches('.'))).collect()
}

/// The rules that let a listed price go higher, and how high each row goes while there are few of them.
fn multipliers(inquiry: &CeilingInquiry<'_>, lang: Lang) -> Vec<String> {
    // An answer says it with its amount.
    let told: BTreeSet<&str> =
        inquiry.answers.iter().filter_map(|a| a.answer.found()?.multiplier()).map(|m| &*m.rule).collect();
    let rows = inquiry.rows.iter().filter_map(|l| l.multiplier.map(|m| (l, m)));
    let rows: Vec<(&ListedCeiling<'_>, &Multiplier)> =
        rows.filter(|(_, m)| !told.contains(&*m.rule)).collect();
    let rules = rows.iter().map(|(_, m)| format!("{} [{}]", m.summary.get(lang), m.citation.get(lang)));
    let mut sentences: Vec<String> = rules.collect::<BTreeSet<String>>().into_iter().collect();
    if rows.len() > MULTIPLIED {
        let where_else = lang.pick(
            "Angka setiap baris: --format csv, kolom highest_idr.",
            "The figure of each row: --format csv, column highest_idr.",
        );
        sentences.push(where_else.to_owned());
        return sentences;
    }
    for (row, highest) in rows.iter().filter_map(|(l, _)| l.highest().map(|highest| (l.row, highest))) {
        let parts = [item_text(row, lang), level_text(row, lang), row.region.label(lang).to_owned()];
        let (upto, price) = (lang.pick("sampai", "up to"), per_unit(highest, &row.unit, lang));
        sentences.push(format!("{}: {upto} {price}.", parts.join(", ")));
    }
    sentences
}

/// Each copy the rows were read from, once, with how it is known.
fn sources(inquiry: &CeilingInquiry<'_>, lang: Lang) -> Vec<String> {
    let mut sources = BTreeSet::new();
    for listed in &inquiry.rows {
        let row = listed.row;
        let (standard, years) = (row.standard.label(lang), row.years());
        let year = lang.pick("tahun anggaran", "fiscal year");
        let known = row.verification.label(lang);
        sources.insert(format!("{} ({standard}, {year} {years}): {} ({known}).", row.regulation, row.source));
    }
    sources.into_iter().collect()
}

/// Everything about every row, for files; the same in both languages.
fn data(inquiry: &CeilingInquiry<'_>) -> Table {
    const TEXTS: [&str; 11] = [
        "standard",
        "regulation",
        "fiscal_year_from",
        "fiscal_year_to",
        "stages",
        "nature",
        "binds",
        "annex",
        "item_no",
        "item",
        "region",
    ];
    let text = |key: &'static str| Column::new(key, key, ColumnKind::Text);
    let mut columns: Vec<Column> = TEXTS.into_iter().map(text).collect();
    columns.extend(["levels", "level_label", "package", "persons_above", "unit"].map(text));
    columns.push(Column::new("amount_idr", "amount_idr", ColumnKind::Rupiah));
    columns.push(Column::new("highest_idr", "highest_idr", ColumnKind::Rupiah));
    columns.extend(["multiplier_rule", "for_apbn", "for_apbd", "condition"].map(text));
    columns.extend(
        ["source", "page", "verification", "table_row"].map(|key| Column::new(key, key, ColumnKind::Source)),
    );
    let mut table = Table::new("ceilings", "", columns);
    for listed in &inquiry.rows {
        table.row(data_row(listed, inquiry.filter.region.as_deref()));
    }
    table
}

fn data_row(listed: &ListedCeiling<'_>, region: Option<&str>) -> Vec<Cell> {
    let row = listed.row;
    let joined = |words: Vec<&str>| Cell::text(words.join("+"));
    let number = |n: Option<u32>| n.map_or(Cell::Empty, |n| Cell::text(n.to_string()));
    let standing = |fund| Cell::text(listed.standing_for(fund, region).as_str());
    let detail = |text: &str| Cell::text(text);
    vec![
        detail(row.standard.as_str()),
        detail(&row.regulation),
        Cell::text(row.fiscal_year_from.to_string()),
        Cell::text(row.fiscal_year_to.to_string()),
        joined(row.stages.iter().map(|s| s.as_str()).collect()),
        detail(row.nature.as_str()),
        detail(row.binds().as_str()),
        detail(&row.annex),
        detail(&row.item_no),
        detail(row.item.as_str()),
        detail(row.region.label(Lang::Id)),
        joined(row.levels.iter().map(|l| l.as_str()).collect()),
        detail(&row.level_label),
        detail(row.package.map_or("", |p| p.as_str())),
        number(row.persons_above),
        detail(&row.unit),
        Cell::Rupiah(row.amount),
        Cell::rupiah(listed.highest()),
        detail(listed.multiplier.map_or("", |m| &m.rule)),
        standing(Fund::Apbn),
        standing(Fund::Apbd),
        detail(row.condition.as_ref().map_or("", |c| c.get(Lang::Id))),
        detail(&row.source_detail(Lang::Id)),
        number(row.page),
        detail(row.verification.as_str()),
        Cell::text(row.at.to_string()),
    ]
}
