//! The report of all events of budget files.

use std::collections::BTreeMap;

use super::event::doubt_label;
use super::reconciled::reconciliation_section;
use super::unread::{UnreadFile, unread_section, unread_sentence};
use super::{Cell, Column, ColumnKind, Report, Section, Table, grouped_count};
use crate::budget_event::{BudgetEvent, Count, UnassignedReason};
use crate::classify::Confidence;
use crate::cost_line::BudgetStage;
use crate::kind::VenueKind;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::reconciliation::Reconciliation;
use crate::session::Session;

/// How many events a report for people lists; files hold all of them.
const LISTED: usize = 40;

/// Events to be listed, with the balance of the files they come from.
#[derive(Debug, Clone)]
pub struct EventList<'a> {
    /// The events that the filters let through, in the order of the list.
    pub shown: Vec<&'a BudgetEvent>,
    /// How many events there are without filters.
    pub found: usize,
    /// Lines in no event, with their rupiah, by reason. Of the whole files, whatever the filters.
    pub unassigned: BTreeMap<UnassignedReason, (u64, Rupiah)>,
    /// The balance of the whole files, whatever the filters.
    pub reconciliation: Reconciliation,
    /// Names of the files.
    pub files: Vec<String>,
    /// Files that could not be read at all.
    pub unread: Vec<UnreadFile>,
}

/// What a confidence is called.
#[must_use]
pub fn confidence_label(confidence: Confidence, lang: Lang) -> &'static str {
    super::trail::confidence(confidence, lang)
}

/// Why a line is in no event, for people.
#[must_use]
pub fn unassigned_label(reason: UnassignedReason, lang: Lang) -> &'static str {
    match reason {
        UnassignedReason::NotEvent => lang.pick("bukan biaya kegiatan", "not a cost of an event"),
        UnassignedReason::BusinessTravel => lang.pick("perjalanan dinas", "travel of officials"),
        UnassignedReason::SeveralEvents => lang.pick(
            "dapat milik beberapa kegiatan, tidak disebut yang mana",
            "could be of several events, none named",
        ),
        UnassignedReason::AccountTotal => {
            lang.pick("jumlah rekening tanpa kegiatan", "total of an account, no activity named")
        }
        UnassignedReason::NotClassified => lang.pick("belum dikenali", "not classified"),
        UnassignedReason::AmountOutOfRange => lang.pick("jumlah di luar jangkauan", "amount out of range"),
        UnassignedReason::AccountAlone => {
            lang.pick("hanya nama rekening campuran", "only the name of a mixed account")
        }
    }
}

/// Makes the report in one language. `faults` are short sentences on what was wrong in the files.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub fn events_report(list: &EventList<'_>, faults: Vec<String>, lang: Lang) -> Result<Report, MoneyError> {
    let mut sections = vec![list_section(list, lang)];
    sections.extend(unassigned_section(list, lang));
    sections.extend(unread_section(&list.unread, lang));
    if !faults.is_empty() {
        sections.push(Section::new("faults", lang.pick("Catatan pembacaan", "Reading notes")).list(faults));
    }
    sections.push(reconciliation_section(&list.reconciliation, None, lang));
    let lead = lead(list, lang)?;
    super::events_listing::illustrate(&mut sections, list, &lead, lang)?;
    Ok(Report {
        kind: "events",
        lang,
        title: lang.pick("Kegiatan dalam anggaran", "Events in the budget").to_owned(),
        lead,
        sections,
        data: data(&list.shown, lang),
    })
}

fn lead(list: &EventList<'_>, lang: Lang) -> Result<Vec<String>, MoneyError> {
    let total = by_stage(list.shown.iter().map(|e| (e.stage, e.total)), lang)?;
    let hotels: Vec<_> = list.shown.iter().filter(|e| e.venue_kind == VenueKind::Hotel).collect();
    let hotel_cost = by_stage(hotels.iter().map(|e| (e.stage, e.venue_cost)), lang)?;
    let linked = list.shown.iter().filter(|e| !e.same_package.is_empty()).count();
    let unsure = list.shown.iter().filter(|e| e.confidence == Confidence::Low).count();
    let filtered = list.shown.len() < list.found;
    let count = |n: usize| grouped_count(n as u64, lang);
    let files = super::savings_lead::files_text(&list.files, lang);
    let (shown, found, hotels) = (count(list.shown.len()), count(list.found), count(hotels.len()));
    let mut lead = match lang {
        Lang::Id => vec![
            format!("Dibaca: {files}."),
            if filtered {
                format!("Kegiatan menurut saringan: {shown} dari {found}, seluruhnya {total}.")
            } else {
                format!("Kegiatan yang ditemukan: {shown}, seluruhnya {total}.")
            },
            format!("Di hotel: {hotels} kegiatan, biaya tempat {hotel_cost}."),
        ],
        Lang::En => vec![
            format!("Read: {files}."),
            if filtered {
                format!("Events that the filters let through: {shown} of {found}, {total} in all.")
            } else {
                format!("Events found: {shown}, {total} in all.")
            },
            format!("At hotels: {hotels} events, venue cost {hotel_cost}."),
        ],
    };
    lead.extend(unread_sentence(&list.unread, lang));
    if unsure > 0 {
        let unsure = count(unsure);
        lead.push(match lang {
            Lang::Id => {
                format!("Keyakinan rendah pada {unsure} kegiatan: periksa barisnya dengan hemat event ID.")
            }
            Lang::En => {
                format!("Confidence is low for {unsure} events: check their lines with hemat event ID.")
            }
        });
    }
    if linked > 0 {
        let linked = count(linked);
        lead.push(match lang {
            Lang::Id => format!(
                "Paket yang sama pada tahap lain (rencana dan realisasi): {linked} kegiatan. Jumlahnya tidak boleh ditambahkan satu sama lain."
            ),
            Lang::En => format!(
                "With the same package in another stage (plan and receipts): {linked} events. Their totals must not be added to each other."
            ),
        });
    }
    Ok(lead)
}

/// A sum; where there are several stages a sum for each, since a plan and its receipts are one money.
fn by_stage(
    amounts: impl Iterator<Item = (Option<BudgetStage>, Rupiah)>,
    lang: Lang,
) -> Result<String, MoneyError> {
    let mut sums: BTreeMap<Option<BudgetStage>, Rupiah> = BTreeMap::new();
    for (stage, amount) in amounts {
        let sum = sums.entry(stage).or_default();
        *sum = sum.try_add(amount)?;
    }
    if sums.len() < 2 {
        return Ok(sums.into_values().next().unwrap_or_default().display(lang));
    }
    let unknown = lang.pick("tahap tidak disebut", "stage not stated");
    let parts: Vec<String> = sums
        .into_iter()
        .map(|(stage, sum)| format!("{} {}", stage.map_or(unknown, BudgetStage::as_str), sum.display(lang)))
        .collect();
    Ok(parts.join(", "))
}

fn list_section(list: &EventList<'_>, lang: Lang) -> Section {
    let mut table = Table::new(
        "events",
        "",
        vec![
            Column::new("id", "Id", ColumnKind::Text),
            Column::new("title", lang.pick("Kegiatan", "Event"), ColumnKind::Text),
            Column::new("agency", lang.pick("Instansi", "Agency"), ColumnKind::Text),
            Column::new("venue", lang.pick("Tempat", "Place"), ColumnKind::Text),
            Column::new("venue_cost", lang.pick("Biaya tempat (Rp)", "Venue cost (IDR)"), ColumnKind::Rupiah),
            Column::new("total", lang.pick("Jumlah (Rp)", "Total (IDR)"), ColumnKind::Rupiah),
        ],
    );
    let several = list.shown.iter().any(|e| Some(e.stage) != list.shown.first().map(|f| f.stage));
    for event in list.shown.iter().take(LISTED) {
        let title = match event.stage {
            Some(stage) if several => format!("{} ({})", event.title, stage.as_str()),
            _ => event.title.clone(),
        };
        table.row(vec![
            Cell::text(event.id.clone()),
            Cell::text(title),
            Cell::text(event.organiser.to_string()),
            Cell::text(venue_text(event, lang)),
            Cell::Rupiah(event.venue_cost),
            Cell::Rupiah(event.total),
        ]);
    }
    let section = Section::new("events", lang.pick("Kegiatan", "Events"));
    if list.shown.is_empty() {
        return section.paragraph(lang.pick("Tidak ada kegiatan.", "No events."));
    }
    let shown = list.shown.len();
    let section = section.table(table);
    if shown <= LISTED {
        return section;
    }
    section.paragraph(match lang {
        Lang::Id => format!("{LISTED} terbesar dari {shown}; semuanya: --format csv."),
        Lang::En => format!("The {LISTED} largest of {shown}; all of them: --format csv."),
    })
}

/// The place by its name and kind, as far as known.
pub(super) fn venue_text(event: &BudgetEvent, lang: Lang) -> String {
    let kind = event.venue_kind.label(lang);
    event.venue_name.as_ref().map_or_else(|| kind.to_owned(), |name| format!("{name} ({kind})"))
}

fn unassigned_section(list: &EventList<'_>, lang: Lang) -> Option<Section> {
    let mut table = Table::new(
        "unassigned",
        "",
        vec![
            Column::new("reason", lang.pick("Alasan", "Reason"), ColumnKind::Text),
            Column::new("lines", lang.pick("Rincian", "Lines"), ColumnKind::Count),
            Column::new("amount", lang.pick("Rupiah", "IDR"), ColumnKind::Rupiah),
        ],
    );
    for (reason, (count, amount)) in &list.unassigned {
        table.row(vec![
            Cell::text(unassigned_label(*reason, lang)),
            Cell::Count(*count),
            Cell::Rupiah(*amount),
        ]);
    }
    let heading = lang.pick("Rincian di luar kegiatan", "Lines in no event");
    (!table.rows().is_empty()).then(|| Section::new("unassigned", heading).table(table))
}

pub(super) fn count_cell(count: Option<&Count>) -> Cell {
    count.map_or(Cell::Unknown, |c| Cell::CountRange(c.value))
}

/// Everything about every event, for files.
fn data(events: &[&BudgetEvent], lang: Lang) -> Table {
    let text = |key, id: &str, en: &str| Column::new(key, lang.pick(id, en), ColumnKind::Text);
    let mut table = Table::new(
        "events",
        "",
        vec![
            text("id", "Id", "Id"),
            text("title", "Kegiatan", "Event"),
            text("kind", "Bentuk", "Kind"),
            text("agency", "Instansi", "Agency"),
            text("year", "Tahun", "Year"),
            text("stage", "Tahap", "Stage"),
            Column::new("participants", lang.pick("Peserta", "Participants"), ColumnKind::Count),
            Column::new("days", lang.pick("Hari", "Days"), ColumnKind::Count),
            Column::new("occurrences", lang.pick("Kali", "Times"), ColumnKind::Count),
            text("package", "Paket", "Package"),
            text("venue_name", "Nama tempat", "Name of the place"),
            text("venue_kind", "Jenis tempat", "Kind of place"),
            Column::new("venue_cost", lang.pick("Biaya tempat (Rp)", "Venue cost (IDR)"), ColumnKind::Rupiah),
            Column::new("total", lang.pick("Jumlah (Rp)", "Total (IDR)"), ColumnKind::Rupiah),
            text("confidence", "Keyakinan", "Confidence"),
            text("doubts", "Keraguan", "Doubts"),
            text("same_package", "Paket yang sama", "Same package"),
            Column::new("rows", lang.pick("Baris", "Rows"), ColumnKind::Source),
        ],
    );
    for event in events {
        let doubts: Vec<&str> = event.doubts.iter().map(|d| doubt_label(*d, lang)).collect();
        let rows: Vec<String> = event.rows.iter().map(ToString::to_string).collect();
        table.row(vec![
            Cell::text(event.id.clone()),
            Cell::text(event.title.clone()),
            Cell::text(event.kind.as_str()),
            Cell::text(event.organiser.to_string()),
            event.year.map_or(Cell::Unknown, Cell::Year),
            event.stage.map_or(Cell::Unknown, |s| Cell::text(s.as_str())),
            count_cell(event.participants.as_ref()),
            count_cell(event.days.as_ref()),
            count_cell(event.occurrences.as_ref()),
            Cell::text(event.package.map_or("", Session::as_str)),
            Cell::text(event.venue_name.clone().unwrap_or_default()),
            Cell::text(event.venue_kind.as_str()),
            Cell::Rupiah(event.venue_cost),
            Cell::Rupiah(event.total),
            Cell::text(event.confidence.as_str()),
            Cell::text(doubts.join("; ")),
            Cell::text(event.same_package.join(" ")),
            Cell::text(rows.join(", ")),
        ]);
    }
    table
}
