//! The report of checks: indications with all that is needed to ask about them.

use std::collections::BTreeMap;

use super::events::confidence_label;
use super::findings_text as text;
use super::reconciled::reconciliation_section;
use super::unread::{UnreadFile, unread_section, unread_sentence};
use super::{Cell, Column, ColumnKind, Report, Section, Table, decimal_text};
use crate::check::{Check, Examined, Figure, Finding, Missing, Status, Suppression, check_named};
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::reconciliation::Reconciliation;

/// How many flags of one check a report for people explains; files hold all of them.
const EXPLAINED: usize = 10;

/// How many flags the first table of a report for people lists.
const LISTED: usize = 20;

/// What was checked, and what was found.
#[derive(Debug, Clone)]
pub struct ChecksRead<'a> {
    /// Findings and coverage, sorted.
    pub examined: &'a Examined,
    /// Names of the files.
    pub files: Vec<String>,
    /// Short sentences on what was wrong in the files or not counted.
    pub faults: Vec<String>,
    /// Files that could not be read at all.
    pub unread: Vec<UnreadFile>,
    /// The balance of the files.
    pub reconciliation: Reconciliation,
    /// Suppressions that name no finding.
    pub unused: Vec<&'a Suppression>,
}

/// Makes the report in one language.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub fn findings_report(read: &ChecksRead<'_>, lang: Lang) -> Result<Report, MoneyError> {
    let flags: Vec<(usize, &Finding)> =
        read.examined.flags().enumerate().map(|(at, flag)| (at + 1, flag)).collect();
    let mut sections = Vec::new();
    if !flags.is_empty() {
        sections.push(list_section(&flags, lang));
    }
    sections.extend(explained_sections(&flags, lang));
    sections.extend(insufficient_section(read.examined, lang)?);
    sections.push(coverage_section(read.examined, lang)?);
    sections.extend(suppressed_section(read, lang));
    sections.extend(unread_section(&read.unread, lang));
    if !read.faults.is_empty() {
        sections.push(
            Section::new("faults", lang.pick("Catatan pembacaan", "Reading notes")).list(read.faults.clone()),
        );
    }
    sections.push(reconciliation_section(&read.reconciliation, None, lang));
    Ok(Report {
        kind: "findings",
        lang,
        title: lang
            .pick("Indikasi dari pemeriksaan anggaran", "Indications from checks of the budget")
            .to_owned(),
        lead: text::lead(read, lang)?.into_iter().chain(unread_sentence(&read.unread, lang)).collect(),
        sections,
        data: data(read.examined, lang),
    })
}

fn column(key: &'static str, id: &str, en: &str, kind: ColumnKind, lang: Lang) -> Column {
    Column::new(key, lang.pick(id, en), kind)
}

fn list_section(flags: &[(usize, &Finding)], lang: Lang) -> Section {
    let of = |key, id, en, kind| column(key, id, en, kind, lang);
    let caption = if flags.len() > LISTED {
        match lang {
            Lang::Id => format!("{LISTED} terbesar dari {}; semuanya dalam CSV dan JSON", flags.len()),
            Lang::En => format!("The {LISTED} largest of {}; CSV and JSON hold all", flags.len()),
        }
    } else {
        String::new()
    };
    let mut table = Table::new(
        "flags",
        caption,
        vec![
            of("number", "No", "No", ColumnKind::Count),
            of("at_stake", "Nilai terkait (Rp)", "At stake (IDR)", ColumnKind::Rupiah),
            of("check", "Pemeriksaan", "Check", ColumnKind::Text),
            of("subject", "Tentang", "About", ColumnKind::Text),
            of("certainty", "Keyakinan", "Certainty", ColumnKind::Text),
            of("rows", "Baris", "Rows", ColumnKind::Source),
        ],
    );
    for (number, flag) in flags.iter().take(LISTED) {
        table.row(vec![
            Cell::Count(*number as u64),
            flag.at_stake.map_or(Cell::Empty, Cell::Rupiah),
            Cell::text(flag.check),
            Cell::text(text::about(flag)),
            Cell::text(confidence_label(flag.certainty, lang)),
            Cell::text(text::rows(flag, 2, lang)),
        ]);
    }
    Section::new("flags", lang.pick("Indikasi, menurut nilai terkait", "Indications, by rupiah at stake"))
        .table(table)
}

/// One section a check, in the order of the first flag of each.
fn explained_sections(flags: &[(usize, &Finding)], lang: Lang) -> Vec<Section> {
    let mut order: Vec<&'static Check> = Vec::new();
    for (_, flag) in flags {
        if let Some(check) = check_named(flag.check).filter(|c| order.iter().all(|o| o.name != c.name)) {
            order.push(check);
        }
    }
    order.into_iter().map(|check| explained_section(check, flags, lang)).collect()
}

fn explained_section(check: &'static Check, flags: &[(usize, &Finding)], lang: Lang) -> Section {
    let own: Vec<_> = flags.iter().filter(|(_, flag)| flag.check == check.name).collect();
    let mut items: Vec<String> =
        own.iter().take(EXPLAINED).map(|(number, flag)| text::explained(*number, flag, lang)).collect();
    if own.len() > EXPLAINED {
        let rest = own.len() - EXPLAINED;
        items.push(match lang {
            Lang::Id => format!("dan {rest} lagi; semuanya dalam CSV dan JSON"),
            Lang::En => format!("and {rest} more; CSV and JSON hold all"),
        });
    }
    let texts = |list: &[crate::lang::Text]| list.iter().map(|t| t.get(lang).to_owned()).collect::<Vec<_>>();
    let mut section = Section::new(check.name, check.name).paragraph(check.flags.get(lang)).list(items);
    let basis = text::legal_basis(own.iter().map(|(_, flag)| *flag), lang);
    let parts = [
        (text::basis_heading(basis.is_empty(), lang), basis),
        (lang.pick("Tidak termasuk:", "Left out:"), texts(check.exclusions)),
        (
            lang.pick("Penjelasan sah yang mungkin:", "Lawful explanations to ask about:"),
            texts(check.reasons),
        ),
        (lang.pick("Dokumen untuk diminta:", "Documents to ask for:"), texts(check.documents)),
    ];
    for (heading, list) in parts {
        section = section.paragraph(heading).list(list);
    }
    section
}

fn insufficient_section(examined: &Examined, lang: Lang) -> Result<Option<Section>, MoneyError> {
    let mut counts: BTreeMap<(&'static str, &Missing), (u64, u64)> = BTreeMap::new();
    for finding in examined.findings.iter().filter(|f| f.status == Status::Insufficient) {
        for missing in &finding.missing {
            let count = counts.entry((finding.check, missing)).or_default();
            count.0 += 1;
            count.1 += finding.rows.len() as u64;
        }
    }
    let of = |key, id, en, kind| column(key, id, en, kind, lang);
    let mut table = Table::new(
        "insufficient",
        "",
        vec![
            of("check", "Pemeriksaan", "Check", ColumnKind::Text),
            of("missing", "Yang kurang", "Missing", ColumnKind::Text),
            of("cases", "Kasus", "Cases", ColumnKind::Count),
            of("rows", "Baris", "Rows", ColumnKind::Count),
            of("where", "Dapat dicari di", "Where to get it", ColumnKind::Text),
        ],
    );
    for ((check, missing), (cases, rows)) in counts {
        table.row(vec![
            Cell::text(check),
            Cell::text(missing.label.get(lang)),
            Cell::Count(cases),
            Cell::Count(rows),
            Cell::text(missing.where_to_get.get(lang)),
        ]);
    }
    let heading = lang.pick("Belum dapat dinilai", "Cannot tell yet");
    Ok((!table.rows().is_empty()).then(|| Section::new("insufficient", heading).table(table)))
}

fn coverage_section(examined: &Examined, lang: Lang) -> Result<Section, MoneyError> {
    let of = |key, id, en, kind| column(key, id, en, kind, lang);
    let mut table = Table::new(
        "coverage",
        "",
        vec![
            of("check", "Pemeriksaan", "Check", ColumnKind::Text),
            of("flagged", "Indikasi", "Flagged", ColumnKind::Count),
            of("clear", "Bersih", "Clear", ColumnKind::Count),
            of("insufficient", "Kurang data", "Insufficient", ColumnKind::Count),
            of("not_applicable", "Tidak berlaku", "Not applicable", ColumnKind::Count),
            of("at_stake", "Nilai terkait (Rp)", "At stake (IDR)", ColumnKind::Rupiah),
            of("cannot_fire", "Tidak dapat diperiksa karena", "Cannot fire because", ColumnKind::Text),
        ],
    );
    for group in examined.coverage.chunk_by(|a, b| a.check == b.check) {
        let Some(first) = group.first() else { continue };
        let sum =
            |count: fn(&crate::check::Counts) -> u64| group.iter().map(|c| count(&c.counts)).sum::<u64>();
        let blocked: Vec<_> = group.iter().filter_map(|c| c.cannot_fire.as_ref()).collect();
        let why = match blocked.first() {
            Some(reason) if blocked.len() == group.len() => reason.get(lang).to_owned(),
            Some(reason) => format!("{} ({}/{})", reason.get(lang), blocked.len(), group.len()),
            None => String::new(),
        };
        let stake = examined.at_stake(first.check)?;
        table.row(vec![
            Cell::text(first.check),
            Cell::Count(sum(|c| c.flagged)),
            Cell::Count(sum(|c| c.clear)),
            Cell::Count(sum(|c| c.insufficient)),
            Cell::Count(sum(|c| c.not_applicable)),
            if stake == Rupiah::ZERO { Cell::Empty } else { Cell::Rupiah(stake) },
            Cell::text(why),
        ]);
    }
    let heading =
        lang.pick("Apa yang diperiksa, dan apa yang tidak dapat", "What was checked, and what could not be");
    Ok(Section::new("coverage", heading).table(table))
}

fn suppressed_section(read: &ChecksRead<'_>, lang: Lang) -> Option<Section> {
    let of = |key, id, en, kind| column(key, id, en, kind, lang);
    let mut table = Table::new(
        "suppressed",
        "",
        vec![
            of("check", "Pemeriksaan", "Check", ColumnKind::Text),
            of("subject", "Tentang", "About", ColumnKind::Text),
            of("at_stake", "Nilai terkait (Rp)", "At stake (IDR)", ColumnKind::Rupiah),
            of("reason", "Alasan", "Reason", ColumnKind::Text),
            of("date", "Tanggal", "Date", ColumnKind::Text),
        ],
    );
    for finding in read.examined.findings.iter().filter(|f| f.status == Status::Flagged) {
        let Some(suppression) = &finding.suppressed else { continue };
        table.row(vec![
            Cell::text(finding.check),
            Cell::text(text::about(finding)),
            Cell::rupiah(finding.at_stake),
            Cell::text(suppression.reason.clone()),
            Cell::Date(suppression.date),
        ]);
    }
    let unused = read.unused.iter().map(|s| text::unused(s, lang)).collect::<Vec<_>>();
    if table.rows().is_empty() && unused.is_empty() {
        return None;
    }
    let section =
        Section::new("suppressed", lang.pick("Dikesampingkan dengan alasan", "Set apart with a reason"));
    Some(if table.rows().is_empty() { section } else { section.table(table) }.list(unused))
}

/// A figure as a cell.
pub(super) fn figure_cell(figure: Option<&Figure>, lang: Lang) -> Cell {
    match figure {
        None => Cell::Empty,
        Some(Figure::Rupiah(amount)) => Cell::Rupiah(*amount),
        Some(Figure::Count(count)) => Cell::Count(*count),
        Some(Figure::Number(number)) => Cell::text(decimal_text(*number, lang)),
        Some(Figure::Percent(percent)) => Cell::Percent(*percent),
        Some(Figure::Words(words)) => Cell::text(words.get(lang)),
    }
}

/// Everything about every finding, for files.
fn data(examined: &Examined, lang: Lang) -> Table {
    let of = |key, id, en, kind| column(key, id, en, kind, lang);
    let mut table = Table::new(
        "findings",
        "",
        vec![
            of("check", "Pemeriksaan", "Check", ColumnKind::Text),
            of("status", "Status", "Status", ColumnKind::Text),
            of("key", "Kunci", "Key", ColumnKind::Text),
            of("event", "Id kegiatan", "Event id", ColumnKind::Text),
            of("subject", "Tentang", "About", ColumnKind::Text),
            of("agency", "Instansi", "Agency", ColumnKind::Text),
            of("year", "Tahun", "Year", ColumnKind::Text),
            of("stage", "Tahap", "Stage", ColumnKind::Text),
            of("observed", "Teramati", "Observed", ColumnKind::Text),
            of("limit", "Batas", "Limit", ColumnKind::Text),
            of("at_stake", "Nilai terkait (Rp)", "At stake (IDR)", ColumnKind::Rupiah),
            of("certainty", "Keyakinan", "Certainty", ColumnKind::Text),
            of("formula", "Hitungan", "Formula", ColumnKind::Text),
            of("legal_basis", "Dasar hukum", "Legal basis", ColumnKind::Text),
            of("missing", "Yang kurang", "Missing", ColumnKind::Text),
            of("suppressed", "Dikesampingkan karena", "Set apart because", ColumnKind::Text),
            of("rows", "Baris", "Rows", ColumnKind::Source),
        ],
    );
    for finding in &examined.findings {
        let basis: Vec<&str> = finding.legal_basis.iter().map(|b| b.rule.citation.get(lang)).collect();
        let missing: Vec<&str> = finding.missing.iter().map(|m| m.field).collect();
        let rows: Vec<String> = finding.rows.iter().map(ToString::to_string).collect();
        table.row(vec![
            Cell::text(finding.check),
            Cell::text(finding.status.as_str()),
            Cell::text(finding.key.clone()),
            Cell::text(finding.event.clone().unwrap_or_default()),
            Cell::text(finding.subject.clone()),
            Cell::text(finding.agency.to_string()),
            finding.year.map_or(Cell::Unknown, |y| Cell::text(y.to_string())),
            finding.stage.map_or(Cell::Unknown, |s| Cell::text(s.as_str())),
            figure_cell(finding.observed.as_ref(), lang),
            figure_cell(finding.limit.as_ref(), lang),
            finding.at_stake.map_or(Cell::Empty, Cell::Rupiah),
            Cell::text(finding.certainty.as_str()),
            Cell::text(finding.formula.as_ref().map_or("", |f| f.get(lang))),
            Cell::text(basis.join("; ")),
            Cell::text(missing.join(" ")),
            Cell::text(finding.suppressed.as_ref().map_or("", |s| &*s.reason)),
            Cell::text(rows.join(", ")),
        ]);
    }
    table
}
