//! Everything that is known of a budget in one report: what was read, events and savings, indications, questions.

use std::collections::BTreeSet;

use super::savings::BudgetsRead;
use super::savings_apart::why;
use super::{
    Block, Cell, ChecksRead, Column, ColumnKind, Report, Section, Table, findings_report, savings_report,
};
use crate::check::check_named;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::saving::{SavingStatus, Savings};

/// One file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRead {
    /// Its name.
    pub name: String,
    /// Its layout.
    pub layout: &'static str,
    /// Records read.
    pub rows: u64,
    /// Records set aside.
    pub set_aside: u64,
    /// Rupiah read.
    pub amount: Rupiah,
    /// Cost lines.
    pub lines: u64,
    /// Events.
    pub events: u64,
}

/// The section that lists every answer of the checks, on pages; a workbook and a folder of tables have it as a table
/// of their own.
pub const EVERY_FINDING: &str = "every-finding";

/// Sections that both parts have; the audit shows them once, at its end.
const SHARED: [&str; 4] = ["unread", "faults", "reconciliation", "limits"];

/// Makes the report of a whole budget in one language.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub fn audit_report(
    files: &[FileRead],
    savings: &Savings,
    budgets: &BudgetsRead,
    checks: &ChecksRead<'_>,
    lang: Lang,
) -> Result<Report, MoneyError> {
    let of_savings = savings_report(savings, budgets, lang)?;
    let of_checks = findings_report(checks, lang)?;
    let mut lead = of_savings.lead.clone();
    if budgets.left_out.is_some() {
        lead.push(
            lang.pick(
                "Pemeriksaan mencakup seluruh berkas, tanpa penyaring.",
                "The checks cover the whole files, without the filter.",
            )
            .to_owned(),
        );
    }
    // What was read is said once.
    lead.extend(of_checks.lead.iter().skip(1).cloned());
    let mut sections = vec![files_section(files, lang)];
    let (last, first): (Vec<Section>, Vec<Section>) =
        of_savings.sections.into_iter().partition(|s| SHARED.contains(&s.id));
    sections.extend(first);
    sections.extend(of_checks.sections.into_iter().filter(|s| !SHARED.contains(&s.id)));
    sections.extend(questions_section(savings, checks, lang));
    sections.extend(last);
    let heading = lang.pick("Semua hasil pemeriksaan", "All results of the checks");
    sections.push(Section::new(EVERY_FINDING, heading).block(Block::Listing(of_checks.data)));
    Ok(Report {
        kind: "audit",
        lang,
        title: lang
            .pick("Tempat kegiatan dalam anggaran: laporan lengkap", "Event venues in a budget: full report")
            .to_owned(),
        lead,
        sections,
        data: of_savings.data,
    })
}

fn files_section(files: &[FileRead], lang: Lang) -> Section {
    let mut table = Table::new(
        "files",
        "",
        vec![
            Column::new("file", lang.pick("Berkas", "File"), ColumnKind::Text),
            Column::new("layout", lang.pick("Tata letak", "Layout"), ColumnKind::Text),
            Column::new("rows", lang.pick("Baris", "Rows"), ColumnKind::Count),
            Column::new("set_aside", lang.pick("Disisihkan", "Set aside"), ColumnKind::Count),
            Column::new("lines", lang.pick("Rincian", "Lines"), ColumnKind::Count),
            Column::new("events", lang.pick("Kegiatan", "Events"), ColumnKind::Count),
            Column::new("amount", lang.pick("Rupiah dibaca", "IDR read"), ColumnKind::Rupiah),
        ],
    );
    for file in files {
        table.row(vec![
            Cell::text(file.name.clone()),
            Cell::text(file.layout),
            Cell::Count(file.rows),
            Cell::Count(file.set_aside),
            Cell::Count(file.lines),
            Cell::Count(file.events),
            Cell::Rupiah(file.amount),
        ]);
    }
    Section::new("files", lang.pick("Yang dibaca", "What was read")).table(table)
}

/// What to ask: of events that could not be compared, and of what was flagged. Each question once.
fn questions_section(savings: &Savings, checks: &ChecksRead<'_>, lang: Lang) -> Option<Section> {
    let present: BTreeSet<SavingStatus> = savings.events.iter().map(|e| e.status).collect();
    let mut questions: Vec<String> =
        present.into_iter().map(|status| why(status, lang).to_owned()).filter(|q| !q.is_empty()).collect();
    let flagged: BTreeSet<&str> = checks.examined.flags().map(|flag| flag.check).collect();
    for check in flagged.into_iter().filter_map(check_named) {
        let documents: Vec<&str> = check.documents.iter().map(|d| d.get(lang)).collect();
        if !documents.is_empty() {
            let ask = lang.pick("minta", "ask for");
            questions.push(format!("{}: {ask} {}", check.name, documents.join("; ")));
        }
    }
    (!questions.is_empty()).then(|| {
        Section::new("questions", lang.pick("Yang perlu ditanyakan", "What to ask"))
            .paragraph(lang.pick(
                "hemat request menulis suratnya untuk satu kegiatan atau satu instansi.",
                "hemat request writes the letter for one event or one agency.",
            ))
            .list(questions)
    })
}
