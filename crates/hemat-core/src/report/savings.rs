//! The report of the savings of a whole budget.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::savings_apart::{
    VenueLineApart, apart_section, lines_section, month_section, repeated_section, stage_sentences,
};
use super::savings_feasible::{feasible_section, feasible_sentence};
use super::savings_headline::{headline_section, sensitivity_section, transport_section};
use super::savings_prices::{PricesUsed, prices_section};
use super::savings_replies::replies_section;
use super::{Cell, Column, ColumnKind, Report, Section, Table, grouped_count};
use crate::cost_line::BudgetStage;
use crate::estimate::Estimate;
use crate::evidence::Evidence;
use crate::lang::{Lang, Text};
use crate::lawful_reason::LawfulReason;
use crate::money::{MoneyError, Rupiah};
use crate::reconciliation::Reconciliation;
use crate::repeated::{RepeatedFile, Stages};
use crate::saving::{EventSaving, SavingStatus, Savings};

/// How many of the largest events a report lists.
const LARGEST: usize = 10;

/// What a status is called.
#[must_use]
pub fn status_label(status: SavingStatus, lang: Lang) -> &'static str {
    match status {
        SavingStatus::Saves => lang.pick(
            "dibandingkan: gedung pemerintah lebih murah (perkiraan tengah)",
            "compared: a government hall is cheaper (likely prices)",
        ),
        SavingStatus::NoSaving => {
            lang.pick("dibandingkan: tidak ada yang lebih murah", "compared: none is cheaper")
        }
        SavingStatus::NoHallFits => {
            lang.pick("tidak ada gedung yang diketahui muat", "no hall is known to hold the participants")
        }
        SavingStatus::RuledOutByReply => lang.pick(
            "gedung yang muat dikeluarkan oleh jawaban instansi",
            "the halls that fit are out by the agency's reply",
        ),
        SavingStatus::PriceMissing => {
            lang.pick("gedung muat, harga belum lengkap", "a hall fits, prices incomplete")
        }
        SavingStatus::VenueNotNamed => lang.pick("jenis tempat tidak disebut", "kind of venue not named"),
        SavingStatus::ParticipantsUnknown => {
            lang.pick("jumlah peserta tidak diketahui", "participants unknown")
        }
        SavingStatus::DaysUnknown => lang.pick("lamanya tidak diketahui", "days unknown"),
        SavingStatus::MixedEvents => lang.pick("beberapa acara tercampur", "several events mixed together"),
        SavingStatus::Bundled => lang.pick(
            "satu harga untuk tempat dan hal lain yang tidak dirinci",
            "one price for the place and other things not told apart",
        ),
        SavingStatus::GovernmentHall => {
            lang.pick("sudah di gedung pemerintah", "already in a government hall")
        }
        SavingStatus::Online => lang.pick("daring", "online"),
        SavingStatus::NoVenueCost => lang.pick("tidak ada biaya tempat", "no cost of a place"),
    }
}

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
    let statuses = by_status(savings)?;
    let mut sections = vec![status_section(&statuses, lang)];
    sections.extend(headline_section(savings, lang));
    sections.extend(feasible_section(savings, lang));
    sections.push(largest_section(savings, lang));
    let groups: [(&'static str, &str, &str, KeyOf); 5] = [
        ("by-stage", lang.pick("Menurut tahap", "By stage"), lang.pick("Tahap", "Stage"), |e| {
            e.stage.map_or_else(String::new, |s| s.as_str().to_owned())
        }),
        ("by-agency", lang.pick("Menurut instansi", "By agency"), lang.pick("Instansi", "Agency"), |e| {
            e.agency.to_string()
        }),
        ("by-account", lang.pick("Menurut rekening", "By account"), lang.pick("Rekening", "Account"), |e| {
            e.account.clone()
        }),
        (
            "by-venue",
            lang.pick("Menurut tempat semula", "By original venue"),
            lang.pick("Tempat", "Venue"),
            |e| e.venue_name.clone().unwrap_or_default(),
        ),
        (
            "by-package",
            lang.pick("Menurut paket rapat", "By meeting package"),
            lang.pick("Paket", "Package"),
            |e| e.package.map_or_else(String::new, |p| p.as_str().to_owned()),
        ),
    ];
    for (id, heading, column, key) in groups {
        if id != "by-stage" || !read.stages.is_empty() {
            sections.extend(group_section(savings, (id, heading, column), key, lang)?);
        }
    }
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
    if !read.faults.is_empty() {
        sections.push(
            Section::new("faults", lang.pick("Catatan pembacaan", "Reading notes")).list(read.faults.clone()),
        );
    }
    sections.push(limits_section(savings, lang));
    super::savings_charts::illustrate(&mut sections, savings, read, lang)?;
    Ok(Report {
        kind: "savings",
        lang,
        title: lang.pick("Penghematan tempat kegiatan", "Savings on event venues").to_owned(),
        lead: lead(savings, &statuses, read, lang)?,
        sections,
        data: data(savings, lang),
    })
}

/// What a table of groups is grouped by.
type KeyOf = fn(&EventSaving) -> String;

type ByStatus = BTreeMap<SavingStatus, (u64, Rupiah)>;

fn by_status(savings: &Savings) -> Result<ByStatus, MoneyError> {
    let mut sums = ByStatus::new();
    for event in &savings.events {
        let (count, amount) = sums.entry(event.status).or_default();
        *count += 1;
        *amount = amount.try_add(event.current)?;
    }
    Ok(sums)
}

fn lead(
    savings: &Savings,
    statuses: &ByStatus,
    read: &BudgetsRead,
    lang: Lang,
) -> Result<Vec<String>, MoneyError> {
    let of = |status| statuses.get(&status).copied().unwrap_or((0, Rupiah::ZERO));
    let (saves, current) = of(SavingStatus::Saves);
    let compared = saves + of(SavingStatus::NoSaving).0;
    let apart: u64 = statuses.iter().filter(|(s, _)| s.is_apart()).map(|(_, (n, _))| n).sum();
    let paying = compared + apart;
    let gross = super::compare_text::money(savings.gross, lang);
    let current = current.display(lang);
    let total = grouped_count(savings.events.len() as u64, lang);
    let files = files_text(&read.files, lang);
    let halls = read.halls;
    let mut lead = match lang {
        Lang::Id => vec![format!(
            "Dibaca: {files}. Kegiatan yang ditemukan: {total}; yang membayar tempat dan tidak menyebut gedung pemerintah: {paying}."
        )],
        Lang::En => vec![format!(
            "Read: {files}. Events found: {total}; paying for a place that is not a named government hall: {paying}."
        )],
    };
    if let Some(out) = read.left_out {
        let (count, amount) = (out.events, out.amount.display(lang));
        lead.push(match lang {
            Lang::Id => format!("Penyaring dipakai: {count} kegiatan lain ({amount}) tidak ikut dihitung."),
            Lang::En => format!("A filter is used: {count} other events ({amount}) are left out."),
        });
    }
    lead.push(match (halls, compared, lang) {
        (0, _, Lang::Id) => {
            "Daftar tempat tidak memuat satu pun gedung pemerintah, jadi tidak ada pembanding.".to_owned()
        }
        (0, _, Lang::En) => "The venues file holds no government hall, so there is nothing to compare with.".to_owned(),
        (_, 0, Lang::Id) => format!(
            "Tidak satu pun dapat dibandingkan dengan {halls} gedung pemerintah dalam daftar tempat. Sebabnya ada di bawah; ini bukan bukti bahwa tidak ada pemborosan, dan bukan bukti bahwa ada."
        ),
        (_, 0, Lang::En) => format!(
            "None can be compared with the {halls} government halls of the venues file. The reasons stand below; this proves neither waste nor thrift."
        ),
        (_, _, Lang::Id) => format!(
            "Dapat dibandingkan dengan {halls} gedung pemerintah: {compared} kegiatan; di {saves} di antaranya gedung pemerintah lebih murah pada perkiraan tengah. Dihitung terpisah: {apart}."
        ),
        (_, _, Lang::En) => format!(
            "Comparable with {halls} government halls: {compared} events; for {saves} of them a government hall is cheaper at likely prices. Counted apart: {apart}."
        ),
    });
    lead.push(match (saves, lang) {
        (0, Lang::Id) => "Tidak ada penghematan yang dapat dihitung dari data ini.".to_owned(),
        (0, Lang::En) => "No saving can be computed from these data.".to_owned(),
        (_, Lang::Id) => format!(
            "Penghematan kotor: {gross} dari biaya tempat {current}. Kotor: setiap kegiatan dipindahkan sendiri-sendiri, tanpa memeriksa apakah gedung sedang terpakai."
        ),
        (_, Lang::En) => format!(
            "Gross saving: {gross} of venue costs of {current}. Gross: each event is moved alone, without checking whether the hall is taken."
        ),
    });
    if saves > 0 {
        lead.push(how_sure(savings, lang));
        lead.push(feasible_sentence(savings, lang)?);
    }
    if !read.repeated.is_empty() {
        let (apart, all) = (read.repeated.len(), read.files.len());
        lead.push(match lang {
            Lang::Id => format!(
                "PERHATIAN: {apart} dari {all} berkas memuat anggaran yang sama dengan berkas lain dan tidak dihitung lagi; lihat Berkas yang tidak dihitung dua kali."
            ),
            Lang::En => format!(
                "ATTENTION: {apart} of {all} files hold the same budget as another file and are not counted again; see Files not counted twice."
            ),
        });
    }
    lead.extend(stage_sentences(&read.stages, lang));
    Ok(lead)
}

/// How many of the savings stand at the least favourable prices too, and what the weakest evidence is.
fn how_sure(savings: &Savings, lang: Lang) -> String {
    let saves = || savings.events.iter().filter(|e| e.status == SavingStatus::Saves);
    let sure = saves().filter(|e| e.gross_saving.is_some_and(|s| s.low() > Rupiah::ZERO)).count();
    let all = saves().count();
    let weakest = Evidence::weakest(saves().filter_map(|e| e.weakest_evidence));
    let weakest = weakest.map_or("", |e| e.label(lang));
    match lang {
        Lang::Id => format!(
            "Pada harga dan jumlah yang paling tidak menguntungkan gedung pemerintah, {sure} dari {all} kegiatan itu tetap lebih murah. Bukti terlemah di balik angka ini: {weakest}."
        ),
        Lang::En => format!(
            "At the prices and counts least favourable to the government halls, {sure} of these {all} events are still cheaper. The weakest evidence behind the figure: {weakest}."
        ),
    }
}

/// The first three names and how many more.
pub(super) fn files_text(files: &[String], lang: Lang) -> String {
    let shown = files.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", ");
    match (files.len().saturating_sub(3), lang) {
        (0, _) => shown,
        (more, Lang::Id) => format!("{shown}, dan {more} berkas lain"),
        (more, Lang::En) => format!("{shown} and {more} more files"),
    }
}

fn status_section(statuses: &ByStatus, lang: Lang) -> Section {
    let mut table = Table::new(
        "status",
        "",
        vec![
            Column::new("status", lang.pick("Keadaan", "Status"), ColumnKind::Text),
            Column::new("events", lang.pick("Kegiatan", "Events"), ColumnKind::Count),
            Column::new("current", lang.pick("Biaya tempat (Rp)", "Venue cost (IDR)"), ColumnKind::Rupiah),
        ],
    );
    for (status, (count, amount)) in statuses {
        table.row(vec![Cell::text(status_label(*status, lang)), Cell::Count(*count), Cell::Rupiah(*amount)]);
    }
    Section::new("status", lang.pick("Apa yang dapat dinilai", "What could be judged")).table(table).paragraph(lang.pick(
        "Hanya kegiatan yang dibandingkan dan lebih murah di gedung pemerintah masuk angka penghematan. Yang lain dihitung terpisah dan tidak pernah dijumlahkan ke dalamnya.",
        "Only events that were compared and are cheaper in a government hall count as savings. The others are counted apart and never added to them.",
    ))
}

fn largest_section(savings: &Savings, lang: Lang) -> Section {
    let mut compared: Vec<&EventSaving> = savings.events.iter().filter(|e| e.status.is_compared()).collect();
    compared.sort_by(|a, b| {
        let likely = |e: &EventSaving| e.gross_saving.map_or(Rupiah::ZERO, Estimate::likely);
        (likely(b), &a.id).cmp(&(likely(a), &b.id))
    });
    let only = only_file(savings);
    let mut table = Table::new(
        "largest",
        "",
        vec![
            Column::new("title", lang.pick("Kegiatan", "Event"), ColumnKind::Text),
            Column::new("agency", lang.pick("Instansi", "Agency"), ColumnKind::Text),
            Column::new("venue", lang.pick("Tempat semula", "Original venue"), ColumnKind::Text),
            Column::new("participants", lang.pick("Peserta", "Participants"), ColumnKind::Count),
            Column::new("current", lang.pick("Biaya tempat (Rp)", "Venue cost (IDR)"), ColumnKind::Rupiah),
            Column::new("best", lang.pick("Gedung", "Hall"), ColumnKind::Text),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
            Column::new("rows", rows_heading(only, lang), ColumnKind::Source),
        ],
    );
    for event in compared.iter().take(LARGEST) {
        table.row(vec![
            Cell::text(event.title.clone()),
            Cell::text(event.agency.to_string()),
            Cell::text(event.venue_name.clone().unwrap_or_else(|| event.venue_kind.label(lang).to_owned())),
            event.participants.map_or(Cell::Unknown, Cell::CountRange),
            Cell::Rupiah(event.current),
            Cell::text(event.best_venue.clone().unwrap_or_default()),
            event.gross_saving.map_or(Cell::Unknown, Cell::Range),
            Cell::text(rows_text(event, only)),
        ]);
    }
    let section = Section::new("largest", lang.pick("Sepuluh terbesar", "The ten largest"));
    if compared.is_empty() {
        return section.paragraph(
            lang.pick("Tidak ada kegiatan yang dapat dibandingkan.", "No event could be compared."),
        );
    }
    section.table(table)
}

/// The only file that all events are of, if it is one: its name need not stand in every row.
pub(super) fn only_file(savings: &Savings) -> Option<&str> {
    let mut files = savings.events.iter().flat_map(|e| &e.rows).map(|row| &*row.file);
    let first = files.next()?;
    files.all(|file| file == first).then_some(first)
}

/// What the column of rows is called.
pub(super) fn rows_heading(only: Option<&str>, lang: Lang) -> &'static str {
    if only.is_some() { lang.pick("Baris", "Rows") } else { lang.pick("Berkas:baris", "File:row") }
}

/// The rows of an event, the first three and how many more; a file's name stands once.
pub(super) fn rows_text(event: &EventSaving, only: Option<&str>) -> String {
    let mut shown: Vec<String> = Vec::new();
    let mut file = only.unwrap_or("");
    for row in event.rows.iter().take(3) {
        let whole = row.to_string();
        let short = whole.strip_prefix(&*row.file).and_then(|rest| rest.strip_prefix(':'));
        shown.push(match short {
            Some(short) if file == &*row.file => short.to_owned(),
            _ => whole,
        });
        file = &row.file;
    }
    let more = event.rows.len().saturating_sub(3);
    if more == 0 { shown.join(", ") } else { format!("{} +{more}", shown.join(", ")) }
}

fn group_section(
    savings: &Savings,
    (id, heading, column): (&'static str, &str, &str),
    key: KeyOf,
    lang: Lang,
) -> Result<Option<Section>, MoneyError> {
    let mut groups: BTreeMap<String, (u64, Rupiah, Estimate<Rupiah>)> = BTreeMap::new();
    for event in savings.events.iter().filter(|e| e.status == SavingStatus::Saves) {
        let (count, current, saving) = groups.entry(key(event)).or_insert((0, Rupiah::ZERO, Estimate::ZERO));
        *count += 1;
        *current = current.try_add(event.current)?;
        *saving = saving.try_add(event.gross_saving.unwrap_or(Estimate::ZERO))?;
    }
    if groups.keys().all(String::is_empty) {
        // Nothing in the files tells these events apart in this way.
        return Ok(None);
    }
    let mut rows: Vec<_> = groups.into_iter().collect();
    rows.sort_by(|(a_key, a), (b_key, b)| (b.2.likely(), a_key).cmp(&(a.2.likely(), b_key)));
    let mut table = Table::new(
        id,
        "",
        vec![
            Column::new("group", column, ColumnKind::Text),
            Column::new("events", lang.pick("Kegiatan", "Events"), ColumnKind::Count),
            Column::new("current", lang.pick("Biaya tempat (Rp)", "Venue cost (IDR)"), ColumnKind::Rupiah),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
        ],
    );
    let not_said = lang.pick("(tidak disebut)", "(not named)");
    for (key, (count, current, saving)) in rows {
        let key = if key.is_empty() { not_said.to_owned() } else { key };
        table.row(vec![Cell::Text(key), Cell::Count(count), Cell::Rupiah(current), Cell::Range(saving)]);
    }
    Ok((!table.rows().is_empty()).then(|| Section::new(id, heading).table(table)))
}

/// Nothing where nothing was compared: there is no figure to weigh.
fn evidence_section(savings: &Savings, lang: Lang) -> Result<Option<Section>, MoneyError> {
    let mut sums: BTreeMap<Evidence, Rupiah> = BTreeMap::new();
    for event in savings.events.iter().filter(|e| e.status == SavingStatus::Saves) {
        if let (Some(evidence), Some(saving)) = (event.weakest_evidence, event.gross_saving) {
            let sum = sums.entry(evidence).or_default();
            *sum = sum.try_add(saving.likely())?;
        }
    }
    let mut table = Table::new(
        "evidence",
        "",
        vec![
            Column::new("evidence", lang.pick("Bukti terlemah", "Weakest evidence"), ColumnKind::Text),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
            Column::new("share", lang.pick("Bagian", "Share"), ColumnKind::Percent),
        ],
    );
    for (evidence, sum) in sums {
        let share = sum.percent_of(savings.gross.likely()).unwrap_or(Decimal::ZERO);
        table.row(vec![Cell::Evidence(evidence), Cell::Rupiah(sum), Cell::Percent(share)]);
    }
    let section = Section::new("evidence", lang.pick("Kekuatan bukti", "Strength of the evidence"));
    let some = !table.rows().is_empty();
    Ok(some.then(|| section.table(table).paragraph(super::compare_text::evidence_order(lang))))
}

pub(super) fn reconciliation_section(
    reconciliation: &Reconciliation,
    left_out: Option<LeftOut>,
    lang: Lang,
) -> Section {
    let mut table = Table::new(
        "reconciliation",
        "",
        vec![
            Column::new("part", lang.pick("Bagian", "Part"), ColumnKind::Text),
            Column::new("rows", lang.pick("Baris", "Rows"), ColumnKind::Count),
            Column::new("amount", lang.pick("Rupiah", "IDR"), ColumnKind::Rupiah),
        ],
    );
    let (rows, amount) = (&reconciliation.rows, &reconciliation.amount);
    let out = left_out.unwrap_or_default();
    table.row(vec![
        Cell::text(lang.pick("dalam kegiatan", "in events")),
        Cell::Count(rows.used.saturating_sub(out.rows)),
        // Part of what was used, so that the difference stays in range.
        Cell::Rupiah(amount.used.try_sub(out.amount).unwrap_or(amount.used)),
    ]);
    if left_out.is_some() {
        table.row(vec![
            Cell::text(lang.pick("dalam kegiatan yang tidak dipilih", "in events that were not chosen")),
            Cell::Count(out.rows),
            Cell::Rupiah(out.amount),
        ]);
    }
    table.row(vec![
        Cell::text(lang.pick("disisihkan (tidak dapat dipakai)", "set aside (could not be used)")),
        Cell::Count(rows.set_aside),
        Cell::Rupiah(amount.set_aside),
    ]);
    table.row(vec![
        Cell::text(lang.pick(
            "bukan kegiatan (belanja lain, pendapatan, judul, jumlah)",
            "not events (other spending, revenue, titles, totals)",
        )),
        Cell::Count(rows.not_event),
        Cell::Rupiah(amount.not_event),
    ]);
    table.total(vec![
        Cell::text(lang.pick("dibaca", "read")),
        Cell::Count(rows.read),
        Cell::Rupiah(amount.read),
    ]);
    let sentence = if reconciliation.balances() {
        lang.pick(
            "Semua baris dan rupiah yang dibaca ada di salah satu bagian ini.",
            "Every row and rupiah read is in one of these parts.",
        )
    } else {
        lang.pick(
            "PERHATIAN: jumlah bagian tidak sama dengan yang dibaca. Angka di atas tidak boleh dipakai sebelum ini diperiksa.",
            "ATTENTION: the parts do not add up to what was read. Do not use the figures above before this is settled.",
        )
    };
    Section::new("reconciliation", lang.pick("Rekonsiliasi", "Reconciliation"))
        .table(table)
        .paragraph(sentence)
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
