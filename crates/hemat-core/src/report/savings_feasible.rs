//! The feasible saving in the report: who would go where, who cannot, and what is only a bound.

use super::schedule::{ways, why};
use super::{Cell, Column, ColumnKind, ScheduleRead, Section, Table};
use crate::lang::Lang;
use crate::money::MoneyError;
use crate::saving::{SavingStatus, Savings};
use crate::schedule::{Options, Schedule};

/// The sentence of the lead.
pub(super) fn feasible_sentence(savings: &Savings, lang: Lang) -> Result<String, MoneyError> {
    let feasible = &savings.feasible;
    let total = super::compare_text::money(feasible.total()?, lang);
    let dated = super::compare_text::money(feasible.dated.saving, lang);
    let (count, undated) = (feasible.dated.assignments.len(), feasible.undated);
    let bound = super::compare_text::money(feasible.undated_at_most, lang);
    let proven = feasible.dated.proven_optimal();
    let gap = feasible.dated.upper_bound.try_sub(feasible.dated.saving.likely())?.display(lang);
    let how = match (proven, lang) {
        (true, Lang::Id) => "terbukti terbaik".to_owned(),
        (true, Lang::En) => "proven to be the best".to_owned(),
        (false, Lang::Id) => format!("paling banyak {gap} di bawah yang terbaik"),
        (false, Lang::En) => format!("at most {gap} below the best"),
    };
    let calendar = if feasible.calendar {
        String::new()
    } else {
        lang.pick(
            " Tanpa kalender pemakaian, setiap gedung dianggap kosong.",
            " Without a booking calendar every hall counts as free.",
        )
        .to_owned()
    };
    if count == 0 && undated > 0 {
        return Ok(match lang {
            Lang::Id => format!(
                "Penghematan yang dapat dilaksanakan: paling banyak {bound}, sebanyak hari gedung yang tersedia. Tidak satu pun dari {undated} kegiatan itu punya tanggal yang pasti, jadi ini batas atas, bukan jadwal.{calendar}"
            ),
            Lang::En => format!(
                "Feasible saving: at most {bound}, as far as hall days go. None of the {undated} events has a known date, so this is a bound, not a schedule.{calendar}"
            ),
        });
    }
    Ok(match (undated, lang) {
        (0, Lang::Id) => format!(
            "Penghematan yang dapat dilaksanakan: {total}. Satu gedung menampung satu kegiatan pada satu waktu; pembagian {count} kegiatan ini {how}.{calendar}"
        ),
        (0, Lang::En) => format!(
            "Feasible saving: {total}. A hall holds one event at a time; this assignment of {count} events is {how}.{calendar}"
        ),
        (_, Lang::Id) => format!(
            "Penghematan yang dapat dilaksanakan: paling banyak {total}: {dated} dari {count} kegiatan bertanggal ({how}), dan sebagai batas atas {bound} dari {undated} kegiatan tanpa tanggal atau yang berulang, sebanyak hari gedung yang tersedia.{calendar}"
        ),
        (_, Lang::En) => format!(
            "Feasible saving: at most {total}: {dated} of {count} events with a date ({how}), and as a bound {bound} of {undated} events without a date or held several times, as far as hall days go.{calendar}"
        ),
    })
}

/// Who goes where, how the halls are used, and who stays and why.
pub(super) fn feasible_section(savings: &Savings, lang: Lang) -> Option<Section> {
    if !savings.events.iter().any(|e| e.status == SavingStatus::Saves) {
        return None;
    }
    let heading = lang.pick("Yang dapat dilaksanakan", "What is feasible");
    let mut section = Section::new("feasible", heading);
    let schedule = &savings.feasible.dated;
    if schedule.assignments.is_empty() && schedule.unplaced.is_empty() {
        return Some(section.paragraph(lang.pick(
            "Tidak satu pun kegiatan yang lebih murah di gedung pemerintah punya tanggal yang pasti, jadi tidak ada jadwal yang dapat dibuktikan; angkanya batas atas. Beri tanggalnya di replies.toml ([[known]] start = ...).",
            "No event that is cheaper in a government hall has a known date, so no schedule can be proven; the figure is a bound. Give the dates in replies.toml ([[known]] start = ...).",
        )));
    }
    let read = ScheduleRead {
        problem: &savings.feasible.problem,
        file: "",
        evidence: None,
        window: Options::default().window,
    };
    let title = |id: &str| read.event(id).map_or_else(|| id.to_owned(), |event| event.title.clone());
    let mut placed = Table::new(
        "placed",
        lang.pick("Jadwal terbaik", "The best schedule"),
        vec![
            Column::new("event", lang.pick("Kegiatan", "Event"), ColumnKind::Text),
            Column::new("hall", lang.pick("Gedung", "Hall"), ColumnKind::Text),
            Column::new("first", lang.pick("Hari pertama", "First day"), ColumnKind::Text),
            Column::new("last", lang.pick("Hari terakhir", "Last day"), ColumnKind::Text),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
        ],
    );
    for assignment in &schedule.assignments {
        placed.row(vec![
            Cell::text(title(&assignment.event)),
            Cell::text(read.hall(&assignment.hall)),
            Cell::Date(assignment.first),
            Cell::Date(assignment.last),
            Cell::Range(assignment.saving),
        ]);
    }
    placed.total(vec![
        Cell::text(lang.pick("jumlah", "total")),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Range(schedule.saving),
    ]);
    section = section.table(placed);
    if !schedule.unplaced.is_empty() {
        section = section.table(left_table(schedule, &read, lang));
    }
    Some(section)
}

/// Who stays, why, and what would let them in.
fn left_table(schedule: &Schedule, read: &ScheduleRead<'_>, lang: Lang) -> Table {
    let mut left = Table::new(
        "left-out",
        lang.pick(
            "Tetap di tempat semula; jalan terdekat adalah saran, bukan penghematan",
            "Staying where they are; the nearest way in is a suggestion, not a saving",
        ),
        vec![
            Column::new("event", lang.pick("Kegiatan", "Event"), ColumnKind::Text),
            Column::new("start", lang.pick("Hari pertama", "First day"), ColumnKind::Text),
            Column::new("why", lang.pick("Sebab", "Reason"), ColumnKind::Text),
            Column::new("ways", lang.pick("Jalan terdekat", "Nearest way in"), ColumnKind::Text),
        ],
    );
    for unplaced in &schedule.unplaced {
        let event = read.event(&unplaced.event);
        left.row(vec![
            Cell::text(event.map_or(unplaced.event.as_str(), |e| &e.title)),
            event.and_then(|e| e.start).map_or(Cell::Unknown, Cell::Date),
            Cell::text(why(unplaced, read, lang)),
            Cell::text(ways(unplaced, read, lang)),
        ]);
    }
    left
}
