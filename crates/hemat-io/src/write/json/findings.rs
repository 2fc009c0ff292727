//! `hemat.findings/1`.

use std::io::{self, Write};

use serde::Serialize;

use hemat_core::check::{Coverage, Examined, Figure, Finding, LegalBasis, Suppression};
use hemat_core::date::Date;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;

use super::row::RowJson;
use super::write_pretty;

#[derive(Serialize)]
struct FindingsJson<'a> {
    schema: &'static str,
    findings: Vec<FindingJson<'a>>,
    coverage: Vec<CoverageJson<'a>>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    check: &'static str,
    status: &'static str,
    event: Option<&'a str>,
    observed: Option<String>,
    limit: Option<String>,
    amount_at_stake: Option<Rupiah>,
    rows: Vec<RowJson<'a>>,
    legal_basis: Vec<&'a str>,
    missing: Vec<&'static str>,
    key: &'a str,
    certainty: &'static str,
    unit: Option<&'static str>,
    subject: &'a str,
    agency: &'a str,
    year: Option<u16>,
    stage: Option<&'static str>,
    formula: Option<&'a str>,
    legal_rules: Vec<RuleJson<'a>>,
    where_to_get: Vec<&'a str>,
    suppressed: Option<SuppressionJson<'a>>,
}

#[derive(Serialize)]
struct RuleJson<'a> {
    id: &'a str,
    summary: &'a str,
    /// `false`: a comparison only.
    binds: bool,
    surely_in_force: bool,
}

#[derive(Serialize)]
struct SuppressionJson<'a> {
    reason: &'a str,
    date: Date,
}

#[derive(Serialize)]
struct CoverageJson<'a> {
    check: &'static str,
    file: &'a str,
    cannot_fire: Option<&'a str>,
    flagged: u64,
    clear: u64,
    insufficient: u64,
    not_applicable: u64,
}

/// Writes findings and coverage as JSON; the texts in it are in `lang`, the words are not.
///
/// # Errors
/// What the output reports.
pub fn write_findings(examined: &Examined, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let json = FindingsJson {
        schema: "hemat.findings/1",
        findings: examined.findings.iter().map(|f| finding(f, lang)).collect(),
        coverage: examined.coverage.iter().map(|c| coverage(c, lang)).collect(),
    };
    write_pretty(&json, out)
}

fn finding(finding: &Finding, lang: Lang) -> FindingJson<'_> {
    FindingJson {
        check: finding.check,
        status: finding.status.as_str(),
        event: finding.event.as_deref(),
        observed: finding.observed.as_ref().map(|f| figure(f, lang)),
        limit: finding.limit.as_ref().map(|f| figure(f, lang)),
        amount_at_stake: finding.at_stake,
        rows: finding.rows.iter().map(RowJson::from).collect(),
        legal_basis: finding.legal_basis.iter().map(|b| b.rule.citation.get(lang)).collect(),
        missing: finding.missing.iter().map(|m| m.field).collect(),
        key: &finding.key,
        certainty: finding.certainty.as_str(),
        unit: finding.observed.as_ref().map(unit),
        subject: &finding.subject,
        agency: &finding.agency,
        year: finding.year,
        stage: finding.stage.map(|s| s.as_str()),
        formula: finding.formula.as_ref().map(|f| f.get(lang)),
        legal_rules: finding.legal_basis.iter().map(|b| rule(b, lang)).collect(),
        where_to_get: finding.missing.iter().map(|m| m.where_to_get.get(lang)).collect(),
        suppressed: finding.suppressed.as_ref().map(suppression),
    }
}

fn rule(basis: &LegalBasis, lang: Lang) -> RuleJson<'_> {
    RuleJson {
        id: &basis.rule.id,
        summary: basis.rule.summary.get(lang),
        binds: basis.binds,
        surely_in_force: basis.surely_in_force,
    }
}

fn suppression(suppression: &Suppression) -> SuppressionJson<'_> {
    SuppressionJson { reason: &suppression.reason, date: suppression.date }
}

/// Numbers as decimal text, words in the language.
fn figure(figure: &Figure, lang: Lang) -> String {
    match figure {
        Figure::Rupiah(amount) => amount.to_string(),
        Figure::Count(count) => count.to_string(),
        Figure::Number(number) | Figure::Percent(number) => number.normalize().to_string(),
        Figure::Words(words) => words.get(lang).to_owned(),
    }
}

fn unit(figure: &Figure) -> &'static str {
    match figure {
        Figure::Rupiah(_) => "rupiah",
        Figure::Count(_) => "count",
        Figure::Number(_) => "number",
        Figure::Percent(_) => "percent",
        Figure::Words(_) => "words",
    }
}

fn coverage(coverage: &Coverage, lang: Lang) -> CoverageJson<'_> {
    CoverageJson {
        check: coverage.check,
        file: &coverage.file,
        cannot_fire: coverage.cannot_fire.as_ref().map(|reason| reason.get(lang)),
        flagged: coverage.counts.flagged,
        clear: coverage.counts.clear,
        insufficient: coverage.counts.insufficient,
        not_applicable: coverage.counts.not_applicable,
    }
}
