//! Sentences of the report of a schedule.

use super::compare_text::money;
use super::schedule::ScheduleRead;
use super::{Section, grouped_count};
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::schedule::{LeftOut, Obstacle, Schedule, UndatedBound, WayIn};

/// How many names a sentence shows.
const NAMED: usize = 3;

/// What a reason is called.
#[must_use]
pub fn left_out_label(reason: LeftOut, lang: Lang) -> &'static str {
    match reason {
        LeftOut::NotPossible => lang.pick("tidak mungkin di gedung mana pun", "not possible in any hall"),
        LeftOut::PriceMissing => lang.pick("harga belum lengkap", "a price is missing"),
        LeftOut::CapacityUnknown => lang.pick(
            "kursi untuk susunan itu atau peserta tidak diketahui",
            "seats for that layout or participants unknown",
        ),
        LeftOut::TooSmall => lang.pick("gedung terlalu kecil", "the halls are too small"),
        LeftOut::CostsMore => lang.pick("tidak lebih murah di gedung", "no hall is cheaper"),
        LeftOut::Taken => lang.pick("gedung sudah dipesan atau ditutup", "the hall is booked or closed"),
        LeftOut::MoreValuableEvent => lang.pick(
            "gedung dipakai kegiatan lain dalam jadwal ini",
            "another event of this schedule holds the hall",
        ),
        LeftOut::NoDate => lang.pick("tanpa tanggal", "no date"),
    }
}

/// The answer first.
pub(super) fn lead(
    schedule: &Schedule,
    read: &ScheduleRead<'_>,
    lang: Lang,
) -> Result<Vec<String>, MoneyError> {
    let count = |n: u64| grouped_count(n, lang);
    let placed = schedule.assignments.len() as u64;
    let undated = schedule.undated.as_ref().map_or(0, |u| u.events);
    let stay = (schedule.unplaced.len() as u64).saturating_sub(undated);
    let (all, halls) = (count(read.problem.events.len() as u64), read.problem.halls.len());
    let (shown, stay) = (count(placed), count(stay));
    let file = read.file;
    let mut lead = vec![match lang {
        Lang::Id => format!(
            "Dibaca: {file}. Kegiatan: {all}; gedung: {halls}. Ditempatkan di gedung tanpa bentrok: {shown}; tetap di tempatnya: {stay}; tanpa tanggal: {}.",
            count(undated)
        ),
        Lang::En => format!(
            "Read: {file}. Events: {all}; halls: {halls}. Placed in a hall without a clash: {shown}; staying where they are: {stay}; without a date: {}.",
            count(undated)
        ),
    }];
    let saving = money(schedule.saving, lang);
    lead.push(match (placed, lang) {
        (0, Lang::Id) => "Tidak ada penghematan dari penjadwalan ini.".to_owned(),
        (0, Lang::En) => "This schedule saves nothing.".to_owned(),
        (_, Lang::Id) => format!("Penghematan yang dapat dicapai bersama-sama: {saving}."),
        (_, Lang::En) => format!("Saving that all of them reach together: {saving}."),
    });
    lead.push(proof(schedule, lang));
    let lost = schedule.gross.likely().try_sub(schedule.saving.likely())?;
    if lost > Rupiah::ZERO {
        let (gross, lost) = (schedule.gross.likely().display(lang), lost.display(lang));
        lead.push(match lang {
            Lang::Id => format!(
                "Andai setiap kegiatan bertanggal pindah sendiri-sendiri: {gross} (perkiraan tengah). Sebesar {lost} dari jumlah itu tidak dapat dicapai, karena gedung sudah dipesan atau hanya menampung satu kegiatan sekaligus."
            ),
            Lang::En => format!(
                "If each dated event moved alone: {gross} (likely). {lost} of that cannot be reached, because halls are booked or hold one event at a time."
            ),
        });
    }
    lead.extend(schedule.undated.as_ref().map(|bound| undated_sentence(bound, lang)));
    lead.extend(evidence_sentence(schedule, read, lang));
    Ok(lead)
}

/// Whether it is the best, and if that is not proven, how much more there can be.
fn proof(schedule: &Schedule, lang: Lang) -> String {
    if schedule.proven_optimal() {
        return lang
            .pick(
                "Terbukti: pada biaya perkiraan tengah tidak ada jadwal lain yang menghemat lebih banyak.",
                "Proven: at likely costs no other schedule saves more.",
            )
            .to_owned();
    }
    let gap = schedule.gap().display(lang);
    let bound = schedule.upper_bound.display(lang);
    match lang {
        Lang::Id => format!(
            "Belum terbukti yang terbaik: pencarian berhenti pada batasnya. Jadwal lain paling banyak dapat menghemat {bound}, yaitu {gap} lebih banyak."
        ),
        Lang::En => format!(
            "Not proven the best: the search ended at its limit. Another schedule can save {bound} at most, {gap} more."
        ),
    }
}

/// The bound for events without a date.
pub(super) fn undated_sentence(bound: &UndatedBound, lang: Lang) -> String {
    let (events, could) = (grouped_count(bound.events, lang), grouped_count(bound.could_move, lang));
    let most = bound.at_most.display(lang);
    match lang {
        Lang::Id => format!(
            "Kegiatan tanpa tanggal: {events}; yang lebih murah di salah satu gedung: {could}. Pada hari gedung yang tersisa, penghematannya paling banyak {most}: batas, bukan penghematan."
        ),
        Lang::En => format!(
            "Events without a date: {events}; cheaper in some hall: {could}. On the hall-days left they could save {most} at most: a bound, not a saving."
        ),
    }
}

/// Where the halls' costs come from.
fn evidence_sentence(schedule: &Schedule, read: &ScheduleRead<'_>, lang: Lang) -> Option<String> {
    if schedule.assignments.is_empty() {
        return None;
    }
    let Some(evidence) = &read.evidence else {
        return Some(match lang {
            Lang::Id => format!(
                "Biaya semula dan biaya di setiap gedung diambil dari {} apa adanya; berkas itu tidak menyebut sumbernya.",
                read.file
            ),
            Lang::En => format!(
                "The cost now and the cost in each hall are those of {}, which names no source for them.",
                read.file
            ),
        });
    };
    let of = |event: &str, hall: &str| evidence.get(&(event.to_owned(), hall.to_owned())).copied();
    let weakest = Evidence::weakest(schedule.assignments.iter().filter_map(|a| of(&a.event, &a.hall)))?;
    let weakest = weakest.label(lang);
    Some(match lang {
        Lang::Id => format!(
            "Biaya di gedung dihitung dari tarif dalam daftar tempat (bukti terlemah: {weakest}); biaya semula diambil dari {} apa adanya.",
            read.file
        ),
        Lang::En => format!(
            "Costs in the halls come from the rates of the venues file (weakest evidence: {weakest}); the cost now is that of {}.",
            read.file
        ),
    })
}

/// What the figure may not be taken for.
pub(super) fn limits(schedule: &Schedule, read: &ScheduleRead<'_>, lang: Lang) -> Section {
    let mut items = Vec::new();
    let uncovered: Vec<&str> = read
        .problem
        .halls
        .iter()
        .filter(|hall| !read.problem.calendar.covers(&hall.id))
        .map(|hall| hall.name.as_str())
        .collect();
    if !uncovered.is_empty() {
        let names = some_of(&uncovered, lang);
        items.push(match lang {
            Lang::Id => format!("Kalender pemakaian tidak memuat {names}; gedung itu dianggap kosong. Mintalah buku pemakaiannya."),
            Lang::En => format!("The booking calendar does not cover {names}; they are taken as free. Ask for their booking register."),
        });
    }
    let unsure = schedule.assignments.iter().filter(|a| !a.seats_known).count();
    if unsure > 0 {
        items.push(match lang {
            Lang::Id => format!("Untuk {unsure} penempatan tidak diketahui apakah kursinya cukup; berkas kegiatan memberi biaya di sana, jadi dianggap mungkin."),
            Lang::En => format!("For {unsure} placements it is not known whether the seats suffice; the events file gives a cost there, so they are taken as possible."),
        });
    }
    let negative = schedule.assignments.iter().filter(|a| a.saving.low() < Rupiah::ZERO).count();
    if negative > 0 {
        items.push(match lang {
            Lang::Id => format!(
                "{negative} penempatan dapat merugi pada harga yang paling tidak menguntungkan gedung."
            ),
            Lang::En => {
                format!("{negative} placements could lose money at the prices least favourable to the hall.")
            }
        });
    }
    items.push(match lang {
        Lang::Id => format!("Jalan terdekat adalah usul untuk penyelenggara, dicari {} hari ke depan dan ke belakang, dan tidak pernah dihitung sebagai penghematan. Dua kegiatan dapat ditunjukkan hari kosong yang sama; hari libur nasional hanya dihindari jika ada di kalender.", read.window),
        Lang::En => format!("The nearest way in is a suggestion to the organiser, looked for {} days each way, and never counted as a saving. Two events can be shown the same free day; public holidays are avoided only if the calendar has them.", read.window),
    });
    items.push(lang.pick(
        "Kegiatan lain yang memakai gedung bukan selalu lebih besar sendiri-sendiri: bersama-sama susunan itu menghemat paling banyak yang ditemukan.",
        "The events that hold a hall are not always larger one by one: together the arrangement saves the most that was found.",
    ).to_owned());
    items.push(lang.pick(
        "Selisih biaya bukan bukti pemborosan: alasan yang sah dapat ada dan perlu ditanyakan kepada instansi.",
        "A difference in cost is no proof of waste: there can be lawful reasons, and the agency should be asked.",
    ).to_owned());
    Section::new("limits", lang.pick("Batas angka ini", "Limits of the figure")).list(items)
}

/// What stands between an event and a hall, for people.
pub(super) fn obstacle_text(obstacle: &Obstacle, read: &ScheduleRead<'_>, lang: Lang) -> String {
    match obstacle {
        Obstacle::NotPossible => {
            lang.pick("tidak mungkin menurut berkas", "not possible, says the file").to_owned()
        }
        Obstacle::PriceMissing(components) => {
            let names: Vec<&str> = components.iter().map(|c| c.label(lang)).collect();
            format!("{} {}", lang.pick("tanpa harga", "no price for"), names.join(", "))
        }
        Obstacle::CapacityUnknown => lang
            .pick(
                "kursi untuk susunan itu atau peserta tidak diketahui",
                "seats for that layout or participants unknown",
            )
            .to_owned(),
        Obstacle::TooSmall(seats) => match lang {
            Lang::Id => format!("terlalu kecil ({seats} kursi)"),
            Lang::En => format!("too small ({seats} seats)"),
        },
        Obstacle::CostsMore(saving) if saving.likely().is_zero() => {
            lang.pick("biayanya sama", "costs the same").to_owned()
        }
        Obstacle::CostsMore(saving) => {
            let more = saving.likely().abs().display(lang);
            format!("{} {more}", lang.pick("lebih mahal", "dearer by"))
        }
        Obstacle::Taken(booking) => {
            let holder = if booking.holder.is_empty() {
                lang.pick("pemakai tidak disebut", "holder not named")
            } else {
                &booking.holder
            };
            format!("{} ({holder})", lang.pick("sudah dipesan", "booked"))
        }
        Obstacle::InUse(events) => {
            let titles: Vec<&str> =
                events.iter().map(|id| read.event(id).map_or(id.as_str(), |e| e.title.as_str())).collect();
            format!("{} {}", lang.pick("dipakai", "held by"), some_of(&titles, lang))
        }
    }
}

/// A way in, for people.
pub(super) fn way_text(way: &WayIn, read: &ScheduleRead<'_>, lang: Lang) -> String {
    match way {
        WayIn::Shift { hall, start, by, saving } => {
            let (hall, day, saving) = (read.hall(hall), start.display(lang), saving.likely().display(lang));
            let distance = by.unsigned_abs();
            let days = if distance == 1 { "day" } else { "days" };
            match (lang, *by < 0) {
                (Lang::Id, true) => format!("dimajukan {distance} hari ({day}) di {hall}: hemat {saving}"),
                (Lang::Id, false) => format!("diundur {distance} hari ({day}) di {hall}: hemat {saving}"),
                (Lang::En, true) => format!("{distance} {days} earlier ({day}) in {hall}: saves {saving}"),
                (Lang::En, false) => format!("{distance} {days} later ({day}) in {hall}: saves {saving}"),
            }
        }
        WayIn::Layout { hall, layout, seats } => {
            let (hall, layout) = (read.hall(hall), layout.label(lang));
            match lang {
                Lang::Id => format!("susunan {layout} di {hall} ({seats} kursi)"),
                Lang::En => format!("{layout} layout in {hall} ({seats} seats)"),
            }
        }
        WayIn::Split { hall, groups, seats, starts } => {
            let hall = read.hall(hall);
            let days: Vec<String> = starts.iter().map(|day| day.display(lang)).collect();
            let days = days.join(", ");
            match lang {
                Lang::Id => format!("{groups} kelompok paling banyak {seats} orang di {hall}, mulai {days}"),
                Lang::En => format!("{groups} groups of at most {seats} in {hall}, from {days}"),
            }
        }
    }
}

/// An obstacle in words that do not depend on the language.
pub(super) fn obstacle_code(obstacle: &Obstacle) -> String {
    let word = obstacle.reason().as_str();
    match obstacle {
        Obstacle::NotPossible | Obstacle::CapacityUnknown => word.to_owned(),
        Obstacle::PriceMissing(components) => {
            let names: Vec<&str> = components.iter().map(|c| c.as_str()).collect();
            format!("{word} {}", names.join(" "))
        }
        Obstacle::TooSmall(seats) => format!("{word} {seats}"),
        Obstacle::CostsMore(saving) => format!("{word} {}", saving.likely()),
        Obstacle::Taken(booking) => format!("{word} {}..{} {}", booking.start, booking.end, booking.holder),
        Obstacle::InUse(events) => format!("{word} {}", events.join(" ")),
    }
}

/// A way in, in words that do not depend on the language.
pub(super) fn way_code(way: &WayIn) -> String {
    match way {
        WayIn::Shift { hall, start, .. } => format!("shift {hall} {start}"),
        WayIn::Layout { hall, layout, .. } => format!("layout {hall} {layout}"),
        WayIn::Split { hall, groups, starts, .. } => {
            let starts: Vec<String> = starts.iter().map(ToString::to_string).collect();
            format!("split {hall} {groups} {}", starts.join(" "))
        }
    }
}

/// The first names and how many more.
fn some_of(names: &[&str], lang: Lang) -> String {
    let shown = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    match (names.len().saturating_sub(NAMED), lang) {
        (0, _) => shown,
        (more, Lang::Id) => format!("{shown}, dan {more} lagi"),
        (more, Lang::En) => format!("{shown} and {more} more"),
    }
}
