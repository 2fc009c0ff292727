//! The report of a schedule: who goes where, who stays and why, how the halls are used, what is proven.

use std::collections::BTreeMap;

use super::schedule_text::{lead, left_out_label, limits, obstacle_code, obstacle_text, way_code, way_text};
use super::{Cell, Column, ColumnKind, Report, Section, Table};
use crate::date::Date;
use crate::estimate::Estimate;
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::schedule::{LeftOut, Problem, Schedule, ScheduleEvent, Unplaced};

/// The most rows of a table for people; the CSV and the JSON hold all.
const LISTED: usize = 100;

/// What a schedule was made from, for its report.
#[derive(Debug, Clone)]
pub struct ScheduleRead<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// Name of the file of events.
    pub file: &'a str,
    /// The weakest evidence of each hall's cost for each event (event id, hall id), where the costs come from the
    /// venues' rates; `None` if they stand in the file of events.
    pub evidence: Option<BTreeMap<(String, String), Evidence>>,
    /// How many days an event that is left out might move, each way.
    pub window: u32,
}

impl ScheduleRead<'_> {
    /// An event of the problem by its id.
    pub(super) fn event(&self, id: &str) -> Option<&ScheduleEvent> {
        self.problem.events.iter().find(|event| event.id == id)
    }

    /// The name of a hall by its id.
    pub(super) fn hall<'n>(&'n self, id: &'n str) -> &'n str {
        self.problem.halls.iter().find(|hall| hall.id == id).map_or(id, |hall| &hall.name)
    }
}

/// Makes the report in one language.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when a total cannot be kept exact.
pub fn schedule_report(
    schedule: &Schedule,
    read: &ScheduleRead<'_>,
    lang: Lang,
) -> Result<Report, MoneyError> {
    let events: BTreeMap<&str, &ScheduleEvent> =
        read.problem.events.iter().map(|event| (event.id.as_str(), event)).collect();
    let sections = [
        Some(placed_section(schedule, read, &events, lang)?),
        left_section(schedule, read, &events, lang),
        undated_section(schedule, read, &events, lang),
        Some(halls_section(schedule, read, lang)),
        Some(limits(schedule, read, lang)),
    ];
    Ok(Report {
        kind: "schedule",
        lang,
        title: lang.pick("Jadwal pemakaian gedung", "Schedule of the halls").to_owned(),
        lead: lead(schedule, read, lang)?,
        sections: sections.into_iter().flatten().collect(),
        data: data(schedule, &events),
    })
}

type Events<'a> = BTreeMap<&'a str, &'a ScheduleEvent>;

fn placed_section(
    schedule: &Schedule,
    read: &ScheduleRead<'_>,
    events: &Events<'_>,
    lang: Lang,
) -> Result<Section, MoneyError> {
    let section = Section::new("placed", lang.pick("Penempatan", "Placements"));
    if schedule.assignments.is_empty() {
        return Ok(section.paragraph(lang.pick(
            "Tidak ada kegiatan yang menghemat dengan pindah ke salah satu gedung.",
            "No event saves anything by moving into one of the halls.",
        )));
    }
    let mut table = Table::new(
        "placed",
        "",
        vec![
            Column::new("event", lang.pick("Kegiatan", "Event"), ColumnKind::Text),
            Column::new("dates", lang.pick("Tanggal", "Days"), ColumnKind::Text),
            Column::new("hall", lang.pick("Gedung", "Hall"), ColumnKind::Text),
            Column::new("current", lang.pick("Biaya semula (Rp)", "Cost now (IDR)"), ColumnKind::Rupiah),
            Column::new("cost", lang.pick("Di gedung (Rp)", "There (IDR)"), ColumnKind::Rupiah),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
        ],
    );
    for placed in schedule.assignments.iter().take(LISTED) {
        let event = events.get(placed.event.as_str());
        table.row(vec![
            Cell::text(event.map_or(placed.event.as_str(), |e| &e.title)),
            Cell::text(dates(placed.first, placed.last, lang)),
            Cell::text(read.hall(&placed.hall)),
            event.map_or(Cell::Unknown, |e| Cell::Rupiah(e.current_cost.likely())),
            Cell::Rupiah(placed.cost.likely()),
            Cell::Range(placed.saving),
        ]);
    }
    let all = schedule.assignments.len();
    let label = lang.pick("Jumlah", "Total");
    let label = if all > LISTED { format!("{label} ({all})") } else { label.to_owned() };
    table.total(vec![
        Cell::text(label),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Range(schedule.saving),
    ]);
    let section = section.table(table);
    Ok(if all > LISTED { section.paragraph(more(all, lang)) } else { section })
}

fn left_section(
    schedule: &Schedule,
    read: &ScheduleRead<'_>,
    events: &Events<'_>,
    lang: Lang,
) -> Option<Section> {
    let mut left: Vec<&Unplaced> = dated(schedule, events).collect();
    if left.is_empty() {
        return None;
    }
    let worth = |u: &Unplaced| u.alone.map_or(Rupiah::ZERO, Estimate::likely);
    left.sort_by(|a, b| worth(b).cmp(&worth(a)).then_with(|| a.event.cmp(&b.event)));
    let mut reasons: BTreeMap<LeftOut, u64> = BTreeMap::new();
    for unplaced in &left {
        *reasons.entry(unplaced.reason).or_default() += 1;
    }
    let mut counts = Table::new(
        "reasons",
        "",
        vec![
            Column::new("reason", lang.pick("Sebab", "Reason"), ColumnKind::Text),
            Column::new("events", lang.pick("Kegiatan", "Events"), ColumnKind::Count),
        ],
    );
    for (reason, count) in reasons.iter().rev() {
        counts.row(vec![Cell::text(left_out_label(*reason, lang)), Cell::Count(*count)]);
    }
    let mut table = Table::new(
        "left-out",
        "",
        vec![
            Column::new("event", lang.pick("Kegiatan", "Event"), ColumnKind::Text),
            Column::new("dates", lang.pick("Tanggal", "Days"), ColumnKind::Text),
            Column::new(
                "alone",
                lang.pick("Hemat andai sendiri (Rp)", "Saving if alone (IDR)"),
                ColumnKind::Rupiah,
            ),
            Column::new("why", lang.pick("Mengapa", "Why"), ColumnKind::Text),
            Column::new("way", lang.pick("Jalan terdekat", "Nearest way in"), ColumnKind::Text),
        ],
    );
    for unplaced in left.iter().take(LISTED) {
        let Some(event) = events.get(unplaced.event.as_str()) else { continue };
        let span = event.span().map(|(first, last)| dates(first, last, lang)).unwrap_or_default();
        table.row(vec![
            Cell::text(&event.title),
            Cell::text(span),
            unplaced.alone.map_or(Cell::Empty, |alone| Cell::Rupiah(alone.likely())),
            Cell::text(why(unplaced, read, lang)),
            Cell::text(ways(unplaced, read, lang)),
        ]);
    }
    let all = left.len();
    let section =
        Section::new("left-out", lang.pick("Yang tetap di tempatnya", "Events that stay where they are"))
            .table(counts)
            .table(table);
    Some(if all > LISTED { section.paragraph(more(all, lang)) } else { section })
}

/// Events with a date that are not placed.
fn dated<'s>(schedule: &'s Schedule, events: &Events<'_>) -> impl Iterator<Item = &'s Unplaced> {
    schedule.unplaced.iter().filter(|u| events.get(u.event.as_str()).is_some_and(|e| e.start.is_some()))
}

fn undated_section(
    schedule: &Schedule,
    read: &ScheduleRead<'_>,
    events: &Events<'_>,
    lang: Lang,
) -> Option<Section> {
    let bound = schedule.undated.as_ref()?;
    let mut table = Table::new(
        "undated",
        "",
        vec![
            Column::new("event", lang.pick("Kegiatan", "Event"), ColumnKind::Text),
            Column::new("days", lang.pick("Hari", "Days"), ColumnKind::Count),
            Column::new(
                "alone",
                lang.pick("Hemat andai sendiri (Rp)", "Saving if alone (IDR)"),
                ColumnKind::Rupiah,
            ),
            Column::new("why", lang.pick("Keterangan", "Remarks"), ColumnKind::Text),
        ],
    );
    let undated = schedule.unplaced.iter().filter_map(|u| Some((u, events.get(u.event.as_str())?)));
    for (unplaced, event) in undated.filter(|(_, event)| event.start.is_none()).take(LISTED) {
        table.row(vec![
            Cell::text(&event.title),
            Cell::Count(u64::from(event.days.get())),
            unplaced.alone.map_or(Cell::Empty, Cell::Range),
            Cell::text(why(unplaced, read, lang)),
        ]);
    }
    let text = lang.pick(
        "Batas atas, bukan penghematan: tanggalnya tidak diketahui, jadi tidak dapat dikatakan apakah gedung kosong. Angka ini tidak pernah dijumlahkan ke penghematan di atas.",
        "An upper bound, not a saving: the days are not known, so nobody can say whether a hall is free. It is never added to the saving above.",
    );
    let section = Section::new("undated", lang.pick("Kegiatan tanpa tanggal", "Events without a date"));
    let section = section.paragraph(super::schedule_text::undated_sentence(bound, lang)).paragraph(text);
    Some(section.table(table))
}

fn halls_section(schedule: &Schedule, read: &ScheduleRead<'_>, lang: Lang) -> Section {
    let mut table = Table::new(
        "halls",
        "",
        vec![
            Column::new("hall", lang.pick("Gedung", "Hall"), ColumnKind::Text),
            Column::new("events", lang.pick("Kegiatan", "Events"), ColumnKind::Count),
            Column::new("used", lang.pick("Hari dipakai", "Days used"), ColumnKind::Count),
            Column::new("booked", lang.pick("Hari dipesan", "Days booked"), ColumnKind::Count),
            Column::new("free", lang.pick("Hari sisa", "Days left"), ColumnKind::Count),
            Column::new("calendar", lang.pick("Kalender", "Calendar"), ColumnKind::Text),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
        ],
    );
    for hall in &schedule.halls {
        let covered = read.problem.calendar.covers(&hall.hall);
        let free = if schedule.period.is_some() { Cell::Count(hall.free()) } else { Cell::Unknown };
        table.row(vec![
            Cell::text(read.hall(&hall.hall)),
            Cell::Count(hall.events),
            Cell::Count(hall.used),
            if covered { Cell::Count(hall.booked) } else { Cell::Unknown },
            free,
            Cell::text(if covered { lang.pick("ada", "yes") } else { lang.pick("tidak ada", "none") }),
            Cell::Range(hall.saving),
        ]);
    }
    let section = Section::new("halls", lang.pick("Pemakaian gedung", "Use of the halls")).table(table);
    match schedule.period {
        Some((first, last)) => {
            let span = dates(first, last, lang);
            section.paragraph(match lang {
                Lang::Id => {
                    format!("Dihitung atas {span}, termasuk hari libur yang tidak dipesan di kalender.")
                }
                Lang::En => format!("Counted over {span}, with holidays that the calendar does not book."),
            })
        }
        None => section,
    }
}

/// All events with what became of them; words and ids only, the same in both languages.
fn data(schedule: &Schedule, events: &Events<'_>) -> Table {
    let text = |key| Column::new(key, key, ColumnKind::Text);
    let rupiah = |key| Column::new(key, key, ColumnKind::Rupiah);
    let columns = vec![
        text("event"),
        text("title"),
        text("status"),
        text("venue"),
        text("start"),
        Column::new("days", "days", ColumnKind::Count),
        Column::new("participants", "participants", ColumnKind::Count),
        rupiah("current_cost"),
        rupiah("cost"),
        rupiah("saving"),
        rupiah("alone"),
        text("reason"),
        text("obstacles"),
        text("nearest"),
    ];
    let mut table = Table::new("events", "", columns);
    let about = |id: &str, status: &str, hall: &str| {
        let event = events.get(id);
        vec![
            Cell::text(id),
            event.map_or(Cell::Empty, |e| Cell::text(&e.title)),
            Cell::text(status),
            Cell::text(hall),
            event.map_or(Cell::Unknown, |e| e.start.map_or(Cell::Unknown, Cell::Date)),
            event.map_or(Cell::Unknown, |e| Cell::Count(u64::from(e.days.get()))),
            event.map_or(Cell::Unknown, |e| participants(e)),
            event.map_or(Cell::Unknown, |e| amount(e.current_cost)),
        ]
    };
    for placed in &schedule.assignments {
        let mut row = about(&placed.event, "placed", &placed.hall);
        row.extend([Cell::Range(placed.cost), Cell::Range(placed.saving)]);
        table.row(row);
    }
    for left in &schedule.unplaced {
        let mut row = about(&left.event, "stays", "");
        let obstacles: Vec<String> = left
            .obstacles
            .iter()
            .map(|(hall, obstacle)| format!("{hall}: {}", obstacle_code(obstacle)))
            .collect();
        let nearest: Vec<String> = left.nearest.iter().map(way_code).collect();
        row.extend([
            Cell::Empty,
            Cell::Empty,
            left.alone.map_or(Cell::Empty, Cell::Range),
            Cell::text(left.reason.as_str()),
            Cell::text(obstacles.join("; ")),
            Cell::text(nearest.join("; ")),
        ]);
        table.row(row);
    }
    table
}

/// What each hall answers, the reason nearest to being placed first.
pub(super) fn why(unplaced: &Unplaced, read: &ScheduleRead<'_>, lang: Lang) -> String {
    let mut obstacles: Vec<_> = unplaced.obstacles.iter().collect();
    obstacles.sort_by(|a, b| b.1.reason().cmp(&a.1.reason()).then_with(|| a.0.cmp(&b.0)));
    let texts: Vec<String> = obstacles
        .iter()
        .map(|(hall, obstacle)| format!("{}: {}", read.hall(hall), obstacle_text(obstacle, read, lang)))
        .collect();
    texts.join("; ")
}

pub(super) fn ways(unplaced: &Unplaced, read: &ScheduleRead<'_>, lang: Lang) -> String {
    let texts: Vec<String> = unplaced.nearest.iter().map(|way| way_text(way, read, lang)).collect();
    if texts.is_empty() { lang.pick("tidak ditemukan", "none found").to_owned() } else { texts.join("; ") }
}

/// One day, or the first and the last, with month and year once where they are the same.
fn dates(first: Date, last: Date, lang: Lang) -> String {
    if first == last {
        return first.display(lang);
    }
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return format!("{}–{}", first.day(), last.display(lang));
    }
    format!("{} {} {}", first.display(lang), lang.pick("sampai", "to"), last.display(lang))
}

fn participants(event: &ScheduleEvent) -> Cell {
    let Some(count) = event.participants else { return Cell::Unknown };
    let range = Estimate::try_new(count.low().get(), count.likely().get(), count.high().get());
    match range {
        Ok(range) if !range.is_exact() => Cell::CountRange(range),
        _ => Cell::Count(u64::from(count.likely().get())),
    }
}

fn amount(amount: Estimate<Rupiah>) -> Cell {
    if amount.is_exact() { Cell::Rupiah(amount.likely()) } else { Cell::Range(amount) }
}

fn more(all: usize, lang: Lang) -> String {
    match lang {
        Lang::Id => format!("Ditampilkan {LISTED} dari {all}; keluaran CSV dan JSON memuat semuanya."),
        Lang::En => format!("{LISTED} of {all} are shown; the CSV and JSON outputs hold all of them."),
    }
}
