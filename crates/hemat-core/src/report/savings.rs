//! The report of the savings of a whole budget.

use std::collections::BTreeMap;

use super::reconciled::reconciliation_section;
use super::savings_apart::{VenueLineApart, apart_section, lines_section, month_section, repeated_section};
use super::savings_charts::{fill_pages, illustrate};
use super::savings_feasible::feasible_section;
use super::savings_groups::{evidence_section, group_sections, largest_section};
use super::savings_headline::{headline_section, sensitivity_section, transport_section};
use super::savings_lead::lead;
use super::savings_prices::{PricesUsed, prices_section};
use super::savings_replies::replies_section;
use super::savings_status::{by_status, status_section};
use super::unread::{UnreadFile, unread_section};
use super::{Cell, Column, ColumnKind, Report, Section, Table};
use crate::cost_line::BudgetStage;
use crate::lang::{Lang, Text};
use crate::lawful_reason::LawfulReason;
use crate::money::{MoneyError, Rupiah};
use crate::reconciliation::Reconciliation;
use crate::repeated::{RepeatedFile, Stages};
use crate::saving::Savings;

/// What was read, for the report of savings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BudgetsRead {
    /// Names of the files, in the order given, those set apart too.
    pub files: Vec<String>,
    /// Number of government halls to compare with.
    pub halls: usize,
    /// Where rows and rupiah of the files that are counted went.
    pub reconciliation: Reconciliation,
    /// Files that are not counted since another one holds the same budget.
    pub repeated: Vec<RepeatedFile>,
    /// Agencies and years read in more than one stage.
    pub stages: Vec<Stages>,
    /// Lines for a place that are in no event.
    pub venue_lines: Vec<VenueLineApart>,
    /// Short sentences on what was wrong in the files.
    pub faults: Vec<String>,
    /// Files that could not be read at all.
    pub unread: Vec<UnreadFile>,
    /// What filters left out of the events; `None` without a filter.
    pub left_out: Option<LeftOut>,
    /// The halls and prices that events were compared with.
    pub prices: PricesUsed,
    /// The verified rules that reasons of replies may rest on, cited with their validity.
    pub grounds: BTreeMap<LawfulReason, Vec<Text>>,
}

/// Events that filters left out: read, and in no figure of the report but the reconciliation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// Events.
    pub events: u64,
    /// Their rows.
    pub rows: u64,
    /// All their lines.
    pub amount: Rupiah,
}

/// Makes the report of savings in one language.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub fn savings_report(savings: &Savings, read: &BudgetsRead, lang: Lang) -> Result<Report, MoneyError> {
    let mut report = savings_text(savings, read, lang)?;
    fill_pages(&mut report.sections, savings, lang);
    report.data = data(savings, lang);
    Ok(report)
}

/// [`savings_report`] without what plain text does not show: origins, the listing of all events, the tidy table.
///
/// # Errors
/// As [`savings_report`].
pub fn savings_text(savings: &Savings, read: &BudgetsRead, lang: Lang) -> Result<Report, MoneyError> {
    let statuses = by_status(savings)?;
    let mut sections = vec![status_section(&statuses, lang)];
    sections.extend(headline_section(savings, lang));
    sections.extend(feasible_section(savings, lang));
    sections.push(largest_section(savings, lang));
    let groups = [
        ("by-stage", lang.pick("Menurut tahap", "By stage"), lang.pick("Tahap", "Stage")),
        ("by-agency", lang.pick("Menurut instansi", "By agency"), lang.pick("Instansi", "Agency")),
        ("by-account", lang.pick("Menurut rekening", "By account"), lang.pick("Rekening", "Account")),
        ("by-venue", lang.pick("Menurut tempat semula", "By original venue"), lang.pick("Tempat", "Venue")),
        ("by-package", lang.pick("Menurut paket rapat", "By meeting package"), lang.pick("Paket", "Package")),
    ];
    // Stages are a table only where one agency was read in several.
    let from = usize::from(read.stages.is_empty());
    sections.extend(group_sections(savings, groups.get(from..).unwrap_or_default(), lang)?);
    sections.extend(month_section(savings, lang)?);
    sections.extend(apart_section(savings, lang));
    sections.extend(lines_section(&read.venue_lines, lang)?);
    sections.extend(prices_section(&read.prices, lang));
    sections.extend(evidence_section(savings, lang)?);
    sections.extend(sensitivity_section(savings, lang));
    sections.extend(transport_section(savings, lang)?);
    sections.extend(replies_section(savings, &read.grounds, lang));
    sections.push(reconciliation_section(&read.reconciliation, read.left_out, lang));
    sections.extend(repeated_section(&read.repeated, &read.files, lang));
    sections.extend(unread_section(&read.unread, lang));
    if !read.faults.is_empty() {
        sections.push(
            Section::new("faults", lang.pick("Catatan pembacaan", "Reading notes")).list(read.faults.clone()),
        );
    }
    sections.push(limits_section(savings, lang));
    illustrate(&mut sections, savings, read, lang)?;
    Ok(Report {
        kind: "savings",
        lang,
        title: lang.pick("Penghematan tempat kegiatan", "Savings on event venues").to_owned(),
        lead: lead(savings, &statuses, read, lang)?,
        sections,
        data: Table::new("events", String::new(), Vec::new()),
    })
}

fn limits_section(savings: &Savings, lang: Lang) -> Section {
    let paid = savings.events.iter().any(|e| e.stage == Some(BudgetStage::Realised));
    let planned = savings.events.iter().any(|e| e.stage != Some(BudgetStage::Realised));
    let plan_or_payment = match (paid, planned) {
        (true, false) => lang.pick(
            "Angka realisasi adalah uang yang keluar; tanggalnya hari pembayaran.",
            "Realised figures are money spent; their dates are days of payment.",
        ),
        (true, true) => lang.pick(
            "Sebagian angka adalah rencana (anggaran), sebagian uang yang keluar (realisasi): keduanya tidak sama.",
            "Some figures are plans (budget), some are money spent (realisasi): these are not the same.",
        ),
        _ => lang.pick(
            "Anggaran bukan pembayaran: angka anggaran menunjukkan rencana, bukan uang yang keluar.",
            "A budget is not a payment: its figures show a plan, not money spent.",
        ),
    };
    Section::new("limits", lang.pick("Batasan", "Limits")).list(vec![
        lang.pick(
            "Biaya tempat adalah paket dan sewa ruang. Harga paket tidak dipecah; makan dan kudapan dihitung di gedung pengganti hanya jika paketnya memuatnya. Penginapan di luar paket dianggap tetap.",
            "Venue cost is packages and room rent. A package price is not divided; food is counted at the hall only where the package included it. Lodging outside the package is taken to stay.",
        )
        .to_owned(),
        lang.pick(
            "Anggaran tidak menyebut tata duduk: gedung dianggap muat hanya jika muat dalam setiap tata duduk yang kapasitasnya diketahui. Paket halfday dihitung 1 makan dan 1 kudapan, fullday 1 makan dan 2 kudapan, fullboard 3 makan, 2 kudapan, dan penginapan.",
            "Budgets do not name the layout: a hall is taken to fit only if it does in every layout whose capacity is known. A halfday package counts as 1 meal and 1 snack, fullday as 1 meal and 2 snacks, fullboard as 3 meals, 2 snacks and a bed.",
        )
        .to_owned(),
plan_or_payment.to_owned(),
        lang.pick(
            "Penghematan kotor memindahkan setiap kegiatan sendiri-sendiri: gedung yang sama dapat dihitung untuk dua kegiatan pada hari yang sama. Yang dapat dilaksanakan memeriksa itu.",
            "The gross saving moves each event alone: one hall can be counted for two events of the same day. The feasible saving looks at that.",
        )
        .to_owned(),
        lang.pick(
            "Selisih harga adalah petunjuk, bukan putusan: alasan yang sah dapat ada dan perlu ditanyakan kepada instansi.",
            "A difference in price is a signal, not a verdict: there may be lawful reasons, and the agency should be asked.",
        )
        .to_owned(),
    ])
}

/// One row an event.
fn data(savings: &Savings, lang: Lang) -> Table {
    let column = |key, id: &str, en: &str, kind| Column::new(key, lang.pick(id, en), kind);
    let mut table = Table::new(
        "events",
        "",
        vec![
            column("id", "Id", "Id", ColumnKind::Text),
            column("title", "Kegiatan", "Event", ColumnKind::Text),
            column("agency", "Instansi", "Agency", ColumnKind::Text),
            column("activity", "Kegiatan anggaran", "Budget activity", ColumnKind::Text),
            column("account", "Rekening", "Account", ColumnKind::Text),
            column("year", "Tahun", "Year", ColumnKind::Text),
            column("stage", "Tahap", "Stage", ColumnKind::Text),
            column("date", "Tanggal", "Date", ColumnKind::Text),
            column("participants", "Peserta", "Participants", ColumnKind::Count),
            column("days", "Hari", "Days", ColumnKind::Count),
            column("venue_kind", "Jenis tempat", "Kind of venue", ColumnKind::Text),
            column("venue_name", "Nama tempat", "Name of the venue", ColumnKind::Text),
            column("status", "Keadaan", "Status", ColumnKind::Text),
            column("current", "Biaya tempat (Rp)", "Venue cost (IDR)", ColumnKind::Rupiah),
            column("best_venue", "Gedung", "Hall", ColumnKind::Text),
            column("gross_saving", "Penghematan (Rp)", "Saving (IDR)", ColumnKind::Rupiah),
            column("weakest_evidence", "Bukti terlemah", "Weakest evidence", ColumnKind::Text),
            column("rows", "Baris", "Rows", ColumnKind::Source),
        ],
    );
    for event in &savings.events {
        let rows: Vec<String> = event.rows.iter().map(ToString::to_string).collect();
        table.row(vec![
            Cell::text(event.id.clone()),
            Cell::text(event.title.clone()),
            Cell::text(event.agency.to_string()),
            Cell::text(event.activity.to_string()),
            Cell::text(event.account.clone()),
            event.year.map_or(Cell::Unknown, Cell::Year),
            event.stage.map_or(Cell::Unknown, |s| Cell::text(s.as_str())),
            event.date.map_or(Cell::Unknown, Cell::Date),
            event.participants.map_or(Cell::Unknown, Cell::CountRange),
            event.days.map_or(Cell::Unknown, Cell::CountRange),
            Cell::text(event.venue_kind.as_str()),
            Cell::text(event.venue_name.clone().unwrap_or_default()),
            Cell::text(event.status.as_str()),
            Cell::Rupiah(event.current),
            Cell::text(event.best_venue.clone().unwrap_or_default()),
            event.gross_saving.map_or(Cell::Unknown, Cell::Range),
            event.weakest_evidence.map_or(Cell::Empty, |e| Cell::text(e.as_str())),
            Cell::text(rows.join(" ")),
        ]);
    }
    table
}
