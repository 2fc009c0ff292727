//! The first sentences of a savings report: the figure, how sure it is, and what it is made from.

use super::grouped_count;
use super::savings::BudgetsRead;
use super::savings_apart::stage_sentences;
use super::savings_feasible::feasible_sentence;
use super::savings_status::ByStatus;
use super::unread::unread_sentence;
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::saving::{SavingStatus, Savings};

pub(super) fn lead(
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
    lead.extend(unread_sentence(&read.unread, lang));
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
