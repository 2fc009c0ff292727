//! `hemat.ceilings/1`. Texts are in both languages, so that the bytes do not depend on the language chosen.

use std::io::{self, Write};

use serde::Serialize;

use hemat_core::ceiling::{
    AnsweredCeiling, CeilingAnswer, CeilingInquiry, ListedCeiling, Multiplier, Nature, NotBinding,
    PriceCeiling, PriceStandard, PricedItem, Stage, Standing,
};
use hemat_core::event::Fund;
use hemat_core::lang::{Lang, Text};
use hemat_core::money::Rupiah;
use hemat_core::session::{OfficialLevel, Session};
use hemat_core::verification::Verification;

use super::write_pretty;

#[derive(Serialize)]
struct CeilingsJson<'a> {
    schema: &'static str,
    asked: AskedJson<'a>,
    /// The fiscal years for which the items asked are loaded.
    years_loaded: &'a [u16],
    answers: Vec<AnswerJson<'a>>,
    rows: Vec<ListedJson<'a>>,
}

#[derive(Serialize)]
struct AskedJson<'a> {
    items: &'a [PricedItem],
    year: Option<u16>,
    province: Option<&'static str>,
    region: Option<&'a str>,
    level: Option<OfficialLevel>,
    package: Option<Session>,
    stage: Option<Stage>,
    capacity: Option<u32>,
    funds: &'a [Fund],
}

#[derive(Serialize)]
struct AnswerJson<'a> {
    item: PricedItem,
    fund: Option<Fund>,
    stage: Stage,
    #[serde(flatten)]
    answer: SaidJson<'a>,
    /// The price of the nearest year, where the year asked is not loaded.
    other_year: Option<SaidJson<'a>>,
}

#[derive(Serialize)]
struct SaidJson<'a> {
    standing: Standing,
    amount: Option<Rupiah>,
    highest: Option<Rupiah>,
    multiplier: Option<MultiplierJson<'a>>,
    not_binding: Option<NotBinding>,
    reason: Option<&'static str>,
    wording: TextJson<String>,
    row: Option<RowJson<'a>>,
}

#[derive(Serialize)]
struct MultiplierJson<'a> {
    rule: &'a str,
    factor: String,
    summary: TextJson<&'a str>,
    citation: TextJson<&'a str>,
}

#[derive(Serialize)]
struct TextJson<T> {
    id: T,
    en: T,
}

#[derive(Serialize)]
struct ListedJson<'a> {
    #[serde(flatten)]
    row: RowJson<'a>,
    highest: Option<Rupiah>,
    multiplier: Option<MultiplierJson<'a>>,
    for_apbn: Standing,
    for_apbd: Standing,
    own_table: bool,
}

#[derive(Serialize)]
struct RowJson<'a> {
    standard: PriceStandard,
    regulation: &'a str,
    fiscal_year_from: u16,
    fiscal_year_to: u16,
    stages: &'a [Stage],
    nature: Nature,
    binds: Fund,
    annex: &'a str,
    item_no: &'a str,
    item: PricedItem,
    region: &'a str,
    levels: &'a [OfficialLevel],
    level_label: &'a str,
    package: Option<Session>,
    persons_above: Option<u32>,
    unit: &'a str,
    amount: Rupiah,
    condition: Option<TextJson<&'a str>>,
    source: &'a str,
    source_line: Option<u32>,
    page: Option<u32>,
    verification: Verification,
    note: Option<TextJson<&'a str>>,
    table: &'a str,
    table_row: u64,
}

/// Writes an inquiry as JSON.
///
/// # Errors
/// What the output reports.
pub fn write_ceilings(inquiry: &CeilingInquiry<'_>, out: &mut dyn Write) -> io::Result<()> {
    let filter = &inquiry.filter;
    let region = filter.region.as_deref();
    let json = CeilingsJson {
        schema: "hemat.ceilings/1",
        asked: AskedJson {
            items: &filter.items,
            year: filter.year,
            province: filter.province.map(|p| p.name()),
            region,
            level: filter.level,
            package: filter.package,
            stage: filter.stage,
            capacity: filter.hall_capacity,
            funds: &inquiry.funds,
        },
        years_loaded: &inquiry.years,
        answers: inquiry.answers.iter().map(answer).collect(),
        rows: inquiry.rows.iter().map(|listed| self::listed(listed, region)).collect(),
    };
    write_pretty(&json, out)
}

fn answer<'a>(answered: &'a AnsweredCeiling<'_>) -> AnswerJson<'a> {
    let question = &answered.question;
    AnswerJson {
        item: question.item,
        fund: question.fund,
        stage: question.stage,
        answer: said(&answered.answer),
        other_year: answered.other_year.as_ref().map(said),
    }
}

fn said<'a>(answer: &'a CeilingAnswer<'_>) -> SaidJson<'a> {
    let found = answer.found();
    SaidJson {
        standing: answer.standing(),
        amount: found.map(|f| f.amount()),
        highest: found.map(|f| f.highest()),
        multiplier: found.and_then(|f| f.multiplier()).map(multiplier),
        not_binding: found.and_then(|f| f.not_binding()),
        reason: answer.unknown().map(|why| why.reason.as_str()),
        wording: TextJson { id: answer.wording(Lang::Id), en: answer.wording(Lang::En) },
        row: found.map(|f| row(f.row())),
    }
}

fn multiplier(multiplier: &Multiplier) -> MultiplierJson<'_> {
    MultiplierJson {
        rule: &multiplier.rule,
        factor: multiplier.factor.normalize().to_string(),
        summary: text(&multiplier.summary),
        citation: text(&multiplier.citation),
    }
}

fn text(text: &Text) -> TextJson<&str> {
    TextJson { id: text.get(Lang::Id), en: text.get(Lang::En) }
}

fn listed<'a>(listed: &ListedCeiling<'a>, region: Option<&str>) -> ListedJson<'a> {
    ListedJson {
        row: row(listed.row),
        highest: listed.highest(),
        multiplier: listed.multiplier.map(multiplier),
        for_apbn: listed.standing_for(Fund::Apbn, region),
        for_apbd: listed.standing_for(Fund::Apbd, region),
        own_table: listed.from_local,
    }
}

fn row(row: &PriceCeiling) -> RowJson<'_> {
    RowJson {
        standard: row.standard,
        regulation: &row.regulation,
        fiscal_year_from: row.fiscal_year_from,
        fiscal_year_to: row.fiscal_year_to,
        stages: &row.stages,
        nature: row.nature,
        binds: row.binds(),
        annex: &row.annex,
        item_no: &row.item_no,
        item: row.item,
        region: row.region.label(Lang::Id),
        levels: &row.levels,
        level_label: &row.level_label,
        package: row.package,
        persons_above: row.persons_above,
        unit: &row.unit,
        amount: row.amount,
        condition: row.condition.as_ref().map(text),
        source: &row.source,
        source_line: row.source_line,
        page: row.page,
        verification: row.verification,
        note: row.note.as_ref().map(text),
        table: &row.at.file,
        table_row: row.at.row,
    }
}
