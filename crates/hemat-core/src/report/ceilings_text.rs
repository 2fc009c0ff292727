//! The sentences of an inquiry into price ceilings.

use crate::ceiling::{AnsweredCeiling, CeilingAnswer, CeilingInquiry, CeilingQuestion, FoundCeiling};
use crate::lang::Lang;
use crate::money::Rupiah;
use crate::session::OfficialLevel;

/// The answer to one question, and what the nearest year has where the year asked has nothing.
pub(super) fn answer_sentences(answered: &AnsweredCeiling<'_>, lang: Lang) -> Vec<String> {
    let mut out = vec![sentence(&answered.question, &answered.answer, lang)];
    if let Some(other) = answered.other_year.as_ref().filter(|other| other.found().is_some()) {
        let head = lang.pick("Pembanding dari tahun lain", "A benchmark of another year");
        out.push(format!("{head}: {}", sentence(&answered.question, other, lang)));
    }
    out
}

fn sentence(question: &CeilingQuestion, answer: &CeilingAnswer<'_>, lang: Lang) -> String {
    let fund = question.fund.map_or("", |fund| fund.label(lang));
    let Some(found) = answer.found() else {
        return format!("{fund}: {}", answer.wording(lang));
    };
    let row = found.row();
    let mut what = row.item.label(lang).to_owned();
    if let Some(package) = row.package {
        what = format!("{what} {package}");
    }
    let level = level_text(&row.levels, &row.level_label, lang);
    if !level.is_empty() {
        what = format!("{what}, {level}");
    }
    let mut out =
        format!("{fund}: {what}: {}. {}.", per_unit(found.amount(), &row.unit, lang), answer.wording(lang));
    out.push_str(&more(found, lang));
    out
}

/// The page, and the multiplier with the amount it leads to.
fn more(found: &FoundCeiling<'_>, lang: Lang) -> String {
    let row = found.row();
    let mut out = match (row.page, found.is_from_local_table()) {
        (Some(page), _) => format!(" {} {page}.", lang.pick("Halaman", "Page")),
        (None, true) => format!(" {} {}.", lang.pick("Baris tabel", "Table row"), row.at),
        (None, false) => String::new(),
    };
    if let Some(multiplier) = found.multiplier() {
        let highest = per_unit(found.highest(), &row.unit, lang);
        let most = lang.pick("Paling tinggi", "At most");
        let (summary, citation) = (multiplier.summary.get(lang), multiplier.citation.get(lang));
        out.push_str(&format!(" {most} {highest}: {summary} [{citation}]"));
    }
    out
}

/// `Rp462.000 per OP`.
fn per_unit(amount: Rupiah, unit: &str, lang: Lang) -> String {
    format!("{} per {unit}", amount.display(lang))
}

/// The levels in the table's own words, else in ours; empty where the price is the same for all.
pub(super) fn level_text(levels: &[OfficialLevel], label: &str, lang: Lang) -> String {
    if lang == Lang::Id && !label.is_empty() {
        return label.to_owned();
    }
    levels.iter().map(|level| level.label(lang)).collect::<Vec<_>>().join(", ")
}

/// What to say where no row matches.
pub(super) fn found_nothing(inquiry: &CeilingInquiry<'_>, lang: Lang) -> Option<String> {
    let years: Vec<String> = inquiry.years.iter().map(u16::to_string).collect();
    let years = years.join(", ");
    match inquiry.filter.year {
        // The answers say it already.
        _ if !inquiry.answers.is_empty() => None,
        Some(year) if !inquiry.years.contains(&year) => Some(match lang {
            Lang::Id => format!(
                "Batas harga tidak diketahui untuk tahun anggaran {year}: tabel yang dimuat hanya untuk {years}."
            ),
            Lang::En => format!("No ceiling known for {year}: the tables loaded are only for {years}."),
        }),
        _ => Some(
            lang.pick("Tidak ada baris yang cocok dengan semua pilihan.", "No row matches all options.")
                .to_owned(),
        ),
    }
}
