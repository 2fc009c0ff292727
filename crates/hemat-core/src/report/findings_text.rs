//! The sentences of the report of checks. Neutral: an indication is a reason to ask.

use std::collections::BTreeMap;

use super::findings::{ChecksRead, figure_cell};
use crate::check::{Finding, Suppression};
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};

pub(super) fn lead(read: &ChecksRead<'_>, lang: Lang) -> Result<Vec<String>, MoneyError> {
    let flags: Vec<&Finding> = read.examined.flags().collect();
    let files = super::savings_lead::files_text(&read.files, lang);
    let count = flags.len();
    let checks = flags.iter().map(|f| f.check).collect::<std::collections::BTreeSet<_>>().len();
    let stake = stake(&flags, lang)?;
    Ok(match lang {
        Lang::Id => vec![
            format!("Dibaca: {files}."),
            match count {
                0 => "Tidak ada indikasi dari pemeriksaan yang dapat dilakukan pada berkas ini.".to_owned(),
                _ => format!(
                    "{count} indikasi dari {checks} pemeriksaan; {stake}. Nilai antar pemeriksaan dapat tumpang tindih."
                ),
            },
            "Indikasi adalah alasan untuk bertanya, bukan tuduhan: penjelasan yang sah dan dokumennya disebut pada tiap pemeriksaan.".to_owned(),
        ],
        Lang::En => vec![
            format!("Read: {files}."),
            match count {
                0 => "No indication from the checks that could be made on this file.".to_owned(),
                _ => format!(
                    "{count} indications from {checks} checks; {stake}. The amounts of different checks can overlap."
                ),
            },
            "An indication is a reason to ask, not an accusation: each check names lawful explanations and the documents that show them.".to_owned(),
        ],
    })
}

/// The rupiah of all flags, and how many of them name none: unknown is not zero.
fn stake(flags: &[&Finding], lang: Lang) -> Result<String, MoneyError> {
    let total = Rupiah::try_sum(flags.iter().filter_map(|f| f.at_stake))?.display(lang);
    let unknown = flags.iter().filter(|f| f.at_stake.is_none()).count();
    Ok(match (unknown, lang) {
        (0, Lang::Id) => format!("nilai terkait {total}"),
        (0, Lang::En) => format!("{total} at stake"),
        (_, Lang::Id) if unknown == flags.len() => "nilai terkait tidak diketahui".to_owned(),
        (_, Lang::En) if unknown == flags.len() => "rupiah at stake unknown".to_owned(),
        (_, Lang::Id) => format!("nilai terkait {total}, dan tidak diketahui pada {unknown} di antaranya"),
        (_, Lang::En) => format!("{total} at stake, and unknown for {unknown} of them"),
    })
}

/// Subject and agency.
pub(super) fn about(finding: &Finding) -> String {
    if finding.agency.is_empty() {
        return finding.subject.clone();
    }
    format!("{} ({})", finding.subject, finding.agency)
}

/// The first rows, and how many more.
pub(super) fn rows(finding: &Finding, most: usize, lang: Lang) -> String {
    let mut shown: Vec<String> = finding.rows.iter().take(most).map(ToString::to_string).collect();
    if finding.rows.len() > most {
        shown.push(format!("+{} {}", finding.rows.len() - most, lang.pick("lagi", "more")));
    }
    shown.join(", ")
}

/// `No 3: subject. Observed ..., limit ...: formula. Rows ... Key ...`.
pub(super) fn explained(number: usize, finding: &Finding, lang: Lang) -> String {
    let figure = |f| figure_cell(f, lang).display(lang);
    format!(
        "No {number}: {}. {} {}; {} {}. {}: {}. {}: {}. {}: {}.",
        about(finding),
        lang.pick("Teramati", "Observed"),
        figure(finding.observed.as_ref()),
        lang.pick("batas", "limit"),
        figure(finding.limit.as_ref()),
        lang.pick("Hitungan", "Working"),
        finding.formula.as_ref().map_or("", |f| f.get(lang)),
        lang.pick("Baris", "Rows"),
        rows(finding, 6, lang),
        lang.pick("Kunci", "Key"),
        finding.key
    )
}

pub(super) fn basis_heading(none: bool, lang: Lang) -> &'static str {
    if none {
        lang.pick(
            "Dasar hukum: tidak ada aturan terverifikasi yang diketahui berlaku pada waktu itu; ini pola audit atau hitungan saja.",
            "Legal basis: no verified rule is known to have been in force then; this is an audit pattern or plain arithmetic.",
        )
    } else {
        lang.pick("Dasar hukum pada waktu itu:", "Legal basis at that time:")
    }
}

/// The rules of these flags, each once, with what they say and whether they bind.
pub(super) fn legal_basis<'a>(flags: impl Iterator<Item = &'a Finding>, lang: Lang) -> Vec<String> {
    let mut lines: BTreeMap<&str, String> = BTreeMap::new();
    for basis in flags.flat_map(|flag| &flag.legal_basis) {
        let binds = if basis.binds {
            ""
        } else {
            lang.pick(
                " Tidak mengikat dana berkas ini; hanya pembanding.",
                " Does not bind the money of this file; a comparison only.",
            )
        };
        let sure = if basis.surely_in_force {
            ""
        } else {
            lang.pick(
                " Keberlakuannya pada waktu itu belum diperiksa.",
                " Whether it was in force then was not checked.",
            )
        };
        lines.entry(&basis.rule.id).or_insert_with(|| {
            format!("{}: {}{binds}{sure}", basis.rule.citation.get(lang), basis.rule.summary.get(lang))
        });
    }
    lines.into_values().collect()
}

pub(super) fn unused(suppression: &Suppression, lang: Lang) -> String {
    let key = &suppression.key;
    match lang {
        Lang::Id => format!("Kunci {key} ({}) tidak cocok dengan indikasi mana pun.", suppression.reason),
        Lang::En => format!("Key {key} ({}) names no indication of this run.", suppression.reason),
    }
}
