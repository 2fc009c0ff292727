//! What the report of savings shows beside the headline: events apart, months, lines in no event, files set apart.

use std::collections::BTreeMap;

use super::largest::{LARGEST, largest};
use super::savings_groups::{only_file, rows_heading, rows_text};
use super::savings_status::status_label;
use super::{Cell, Column, ColumnKind, Section, Table};
use crate::budget_event::UnassignedReason;
use crate::cost_line::BudgetStage;
use crate::date::month_name;
use crate::estimate::Estimate;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::repeated::{RepeatedFile, Stages};
use crate::saving::{EventSaving, SavingStatus, Savings};
use crate::source::RowRef;

/// A line for a place that is in no event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VenueLineApart {
    /// Where it stands.
    pub row: RowRef,
    /// Its activity and its words.
    pub description: String,
    /// Its amount.
    pub amount: Rupiah,
    /// Why it is in no event.
    pub reason: UnassignedReason,
}

/// Why events of a status are not in the headline, and what to ask for.
pub(super) fn why(status: SavingStatus, lang: Lang) -> &'static str {
    match status {
        SavingStatus::VenueNotNamed => lang.pick(
            "Uang dibayarkan untuk tempat, tetapi tidak disebut apakah hotel, gedung swasta, atau gedung pemerintah. Tanyakan: di mana kegiatannya, dan kontrak atau kuitansi sewanya.",
            "Money is paid for a place, and nothing says whether it is a hotel, a commercial hall or a government hall. Ask where it was held, and for the contract or receipt.",
        ),
        SavingStatus::ParticipantsUnknown => lang.pick(
            "Tempatnya disebut, jumlah pesertanya tidak. Tanyakan: undangan dan daftar hadir.",
            "The place is named, the number of participants is not. Ask for the invitations and the attendance list.",
        ),
        SavingStatus::DaysUnknown => lang.pick(
            "Tidak disebut berapa hari. Gedung dan makan dihitung per hari, jadi selisihnya tidak dapat dihitung. Tanyakan: jadwal kegiatan.",
            "Nothing says how many days. Halls and food are priced by the day, so no difference can be computed. Ask for the schedule.",
        ),
        SavingStatus::MixedEvents => lang.pick(
            "Satu kegiatan anggaran tanpa judul acara, dan jumlah pesertanya berbeda lebih dari dua kali lipat: mungkin beberapa acara. Tanyakan: daftar acaranya.",
            "One budget activity that names no event, with participants that differ more than twofold: probably several events. Ask for a list of them.",
        ),
        SavingStatus::Bundled => lang.pick(
            "Satu harga membayar tempat dan hal lain yang tidak dirinci (misalnya beberapa paket dan honorarium sekaligus). Harga itu tidak dipecah. Tanyakan: rincian harganya.",
            "One price pays for the place and other things that are not told apart (several packages and fees at once, for instance). It is not divided. Ask for the price's parts.",
        ),
        SavingStatus::NoHallFits => lang.pick(
            "Tidak ada gedung dalam daftar tempat yang diketahui muat dengan susunan kelas. Tambahkan gedung atau kapasitasnya ke daftar tempat.",
            "No hall of the venues file is known to hold the participants at desks. Add halls, or their capacity, to the venues file.",
        ),
        SavingStatus::PriceMissing => lang.pick(
            "Ada gedung yang muat, tetapi ada kebutuhan yang belum berharga di sana (misalnya penginapan untuk fullboard). Tambahkan harganya ke daftar tempat.",
            "A hall fits, and something needed there has no price yet (beds for a fullboard package, for instance). Add the price to the venues file.",
        ),
        _ => "",
    }
}

/// The ten largest events of each status that is counted apart, with their rows and what to ask.
pub(super) fn apart_section(savings: &Savings, lang: Lang) -> Option<Section> {
    let mut section =
        Section::new("apart", lang.pick("Dihitung terpisah: yang terbesar", "Counted apart: the largest"));
    let only = only_file(savings);
    let mut any = false;
    for status in SavingStatus::ALL.iter().copied().filter(|s| s.is_apart()) {
        let events: Vec<&EventSaving> = savings.events.iter().filter(|e| e.status == status).collect();
        if events.is_empty() {
            continue;
        }
        any = true;
        let label = status_label(status, lang);
        let count = events.len();
        let events = largest(events, |a, b| (b.current, &a.id).cmp(&(a.current, &b.id)));
        let caption = match lang {
            Lang::Id if count > LARGEST => format!("{label}: {LARGEST} terbesar dari {count}"),
            Lang::En if count > LARGEST => format!("{label}: the {LARGEST} largest of {count}"),
            _ => format!("{label}: {count}"),
        };
        let mut table = Table::new(
            status.as_str(),
            caption,
            vec![
                Column::new("title", lang.pick("Kegiatan", "Event"), ColumnKind::Text),
                Column::new("participants", lang.pick("Peserta", "Participants"), ColumnKind::Count),
                Column::new(
                    "current",
                    lang.pick("Biaya tempat (Rp)", "Venue cost (IDR)"),
                    ColumnKind::Rupiah,
                ),
                Column::new("rows", rows_heading(only, lang), ColumnKind::Source),
            ],
        );
        for event in events {
            table.row(vec![
                Cell::text(event.title.clone()),
                event.participants.map_or(Cell::Unknown, Cell::CountRange),
                Cell::Rupiah(event.current),
                Cell::text(rows_text(event, only)),
            ]);
        }
        section = section.paragraph(why(status, lang)).table(table);
    }
    any.then_some(section)
}

/// Events, venue cost and saving of one month.
type MonthSum = (u64, Rupiah, Estimate<Rupiah>);

/// Venue cost and saving by month, where lines have dates; what the date is stands beside.
pub(super) fn month_section(savings: &Savings, lang: Lang) -> Result<Option<Section>, MoneyError> {
    let mut months: BTreeMap<(u16, u32, bool), MonthSum> = BTreeMap::new();
    let mut undated = 0_u64;
    let paying = |e: &&EventSaving| e.status.is_compared() || e.status.is_apart();
    for event in savings.events.iter().filter(paying) {
        let Some(date) = event.date else {
            undated += 1;
            continue;
        };
        let paid = event.stage == Some(BudgetStage::Realised);
        let sums =
            months.entry((date.year(), date.month(), paid)).or_insert((0, Rupiah::ZERO, Estimate::ZERO));
        sums.0 += 1;
        sums.1 = sums.1.try_add(event.current)?;
        if event.status == SavingStatus::Saves {
            sums.2 = sums.2.try_add(event.gross_saving.unwrap_or(Estimate::ZERO))?;
        }
    }
    if months.is_empty() {
        return Ok(None);
    }
    let mut table = Table::new(
        "by-month",
        "",
        vec![
            Column::new("month", lang.pick("Bulan", "Month"), ColumnKind::Text),
            Column::new("date_is", lang.pick("Tanggal apa", "What the date is"), ColumnKind::Text),
            Column::new("events", lang.pick("Kegiatan", "Events"), ColumnKind::Count),
            Column::new("current", lang.pick("Biaya tempat (Rp)", "Venue cost (IDR)"), ColumnKind::Rupiah),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
        ],
    );
    for ((year, month, paid), (count, current, saving)) in months {
        let date_is = if paid {
            lang.pick("pembayaran", "payment")
        } else {
            lang.pick("rencana mulai", "planned start")
        };
        table.row(vec![
            Cell::text(format!("{} {year}", month_name(month, lang))),
            Cell::text(date_is),
            Cell::Count(count),
            Cell::Rupiah(current),
            Cell::Range(saving),
        ]);
    }
    let mut note = match lang {
        Lang::Id => "Semua kegiatan yang membayar tempat, juga yang dihitung terpisah; penghematan hanya dari yang dibandingkan. Tanggal dalam kuitansi adalah hari pembayaran, bukan hari kegiatan.".to_owned(),
        Lang::En => "All events that pay for a place, those counted apart too; savings only of those compared. A date in receipts is the day of payment, not of the event.".to_owned(),
    };
    if undated > 0 {
        note.push_str(&match lang {
            Lang::Id => format!(" Tanpa tanggal: {undated} kegiatan."),
            Lang::En => format!(" Without a date: {undated} events."),
        });
    }
    let heading = lang.pick("Menurut bulan", "By month");
    Ok(Some(Section::new("by-month", heading).table(table).paragraph(note)))
}

fn reason_label(reason: UnassignedReason, lang: Lang) -> &'static str {
    match reason {
        UnassignedReason::AccountAlone => lang.pick(
            "rekening campuran (gedung, kantor, tanah) tanpa keterangan",
            "mixed account (halls, offices, land), nothing more said",
        ),
        UnassignedReason::AccountTotal => {
            lang.pick("jumlah rekening atas semua kegiatan", "total of an account over all activities")
        }
        UnassignedReason::SeveralEvents => {
            lang.pick("dapat milik beberapa acara", "could belong to several events")
        }
        UnassignedReason::AmountOutOfRange => lang.pick("jumlah terlalu besar", "amount too large"),
        UnassignedReason::NotEvent | UnassignedReason::BusinessTravel | UnassignedReason::NotClassified => {
            lang.pick("bukan kegiatan", "not about an event")
        }
    }
}

/// Lines that look like money for a place and are in no event: how many, how much, and the largest.
pub(super) fn lines_section(lines: &[VenueLineApart], lang: Lang) -> Result<Option<Section>, MoneyError> {
    if lines.is_empty() {
        return Ok(None);
    }
    let mut sums: BTreeMap<UnassignedReason, (u64, Rupiah)> = BTreeMap::new();
    for line in lines {
        let (count, amount) = sums.entry(line.reason).or_default();
        *count += 1;
        *amount = amount.try_add(line.amount)?;
    }
    let amount_column = || Column::new("amount", lang.pick("Rupiah", "IDR"), ColumnKind::Rupiah);
    let mut by_reason = Table::new(
        "venue-lines",
        "",
        vec![
            Column::new("reason", lang.pick("Sebab", "Why"), ColumnKind::Text),
            Column::new("lines", lang.pick("Rincian", "Lines"), ColumnKind::Count),
            amount_column(),
        ],
    );
    for (reason, (count, amount)) in sums {
        by_reason.row(vec![Cell::text(reason_label(reason, lang)), Cell::Count(count), Cell::Rupiah(amount)]);
    }
    let mut table = Table::new(
        "venue-lines-largest",
        lang.pick("Yang terbesar", "The largest"),
        vec![
            Column::new(
                "description",
                lang.pick("Kegiatan: uraian", "Activity: description"),
                ColumnKind::Text,
            ),
            Column::new("reason", lang.pick("Sebab", "Why"), ColumnKind::Text),
            amount_column(),
            Column::new("rows", lang.pick("Berkas:baris", "File:row"), ColumnKind::Source),
        ],
    );
    for line in largest(lines.iter().collect(), |a, b| (b.amount, &a.row).cmp(&(a.amount, &b.row))) {
        table.row(vec![
            Cell::text(line.description.clone()),
            Cell::text(reason_label(line.reason, lang)),
            Cell::Rupiah(line.amount),
            Cell::text(line.row.to_string()),
        ]);
    }
    let heading = lang.pick("Belanja tempat di luar kegiatan mana pun", "Money for places in no event");
    let note = lang.pick(
        "Rincian yang tampak sebagai sewa tempat tetapi tidak dapat dimasukkan ke satu kegiatan. Tidak dihitung dalam penghematan; dalam rekonsiliasi termasuk bukan kegiatan.",
        "Lines that look like rent of a place and cannot be put into one event. They are in no saving; the reconciliation counts them as not events.",
    );
    Ok(Some(Section::new("venue-lines", heading).paragraph(note).table(by_reason).table(table)))
}

/// The files that are not counted since another one holds the same budget.
pub(super) fn repeated_section(repeated: &[RepeatedFile], files: &[String], lang: Lang) -> Option<Section> {
    if repeated.is_empty() {
        return None;
    }
    let mut table = Table::new(
        "repeated",
        "",
        vec![
            Column::new("file", lang.pick("Berkas", "File"), ColumnKind::Text),
            Column::new("of", lang.pick("Sama dengan", "Same as"), ColumnKind::Text),
            Column::new("lines", lang.pick("Rincian", "Lines"), ColumnKind::Count),
            Column::new("shared", lang.pick("Yang sama", "Of these alike"), ColumnKind::Count),
            Column::new(
                "amount",
                lang.pick("Rupiah, tidak dihitung", "IDR, not counted"),
                ColumnKind::Rupiah,
            ),
        ],
    );
    let name = |at: usize| files.get(at).cloned().unwrap_or_default();
    for file in repeated {
        let part = if file.part { lang.pick(" (sebagian)", " (a part of it)") } else { "" };
        table.row(vec![
            Cell::text(name(file.file)),
            Cell::text(format!("{}{part}", name(file.of))),
            Cell::Count(file.lines),
            Cell::Count(file.shared),
            Cell::Rupiah(file.amount),
        ]);
    }
    let note = lang.pick(
        "Sembilan dari sepuluh rekening dan jumlah berkas ini sama dengan berkas lain. Hanya satu yang dihitung; berkas ini tidak ada dalam angka mana pun di atas, juga tidak dalam rekonsiliasi. Jika memang dua anggaran yang berbeda, jalankan sendiri-sendiri.",
        "Nine tenths of the accounts and amounts of these files are in another file. Only one is counted; these files are in no figure above, nor in the reconciliation. If they are two budgets after all, run them one by one.",
    );
    let heading = lang.pick("Berkas yang tidak dihitung dua kali", "Files not counted twice");
    Some(Section::new("repeated", heading).table(table).paragraph(note))
}

/// One sentence for each agency and year with more than one stage, at most three.
pub(super) fn stage_sentences(stages: &[Stages], lang: Lang) -> Vec<String> {
    let mut said: Vec<String> = stages
        .iter()
        .take(3)
        .map(|s| {
            let words: Vec<&str> = s.stages.iter().map(|stage| stage.as_str()).collect();
            let (agency, year, words) = (&s.agency, s.year, words.join(" + "));
            match lang {
                Lang::Id => format!(
                    "PERHATIAN: {agency} {year} dibaca dalam lebih dari satu tahap ({words}). Satu kegiatan dapat muncul di setiap tahap, jadi angka di sini dapat menghitungnya dua kali: jalankan tiap tahap sendiri."
                ),
                Lang::En => format!(
                    "ATTENTION: {agency} {year} was read in more than one stage ({words}). One event can appear in each stage, so the figures here may count it twice: run each stage alone."
                ),
            }
        })
        .collect();
    let more = stages.len().saturating_sub(3);
    if more > 0 {
        said.push(match lang {
            Lang::Id => format!("Demikian pula {more} pasangan instansi dan tahun lainnya."),
            Lang::En => format!("The same holds for {more} more pairs of agency and year."),
        });
    }
    said
}
