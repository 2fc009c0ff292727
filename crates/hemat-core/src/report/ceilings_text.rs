//! The sentences of an inquiry into price ceilings.

use crate::ceiling::{AnsweredCeiling, CeilingAnswer, CeilingInquiry, FoundCeiling, PriceCeiling};
use crate::lang::Lang;
use crate::money::Rupiah;
use crate::session::OfficialLevel;

/// All answers: one sentence for a price, whatever it means for each fund, and one for each reason why there is none.
pub(super) fn answer_sentences(answers: &[AnsweredCeiling<'_>], lang: Lang) -> Vec<String> {
    let mut out = Vec::new();
    for of_item in answers.chunk_by(|a, b| a.question.item == b.question.item) {
        out.extend(sentences(of_item.iter().map(|a| &a.answer), lang));
        let unknown = of_item.iter().filter_map(|a| a.answer.unknown().map(|_| a));
        let mut reasons: Vec<(String, Vec<&str>)> = Vec::new();
        for answered in unknown {
            let fund = answered.question.fund.map_or("", |fund| fund.label(lang));
            let why = answered.answer.wording(lang);
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, funds)) => funds.push(fund),
                None => reasons.push((why, vec![fund])),
            }
        }
        out.extend(reasons.into_iter().map(|(why, funds)| format!("{}: {why}", funds.join(", "))));
        let head = lang.pick("Pembanding dari tahun lain", "A benchmark of another year");
        let others = sentences(of_item.iter().filter_map(|a| a.other_year.as_ref()), lang);
        out.extend(others.into_iter().map(|other| format!("{head}: {other}")));
    }
    out
}

/// One sentence for each row among the answers, with what the row means for each fund.
fn sentences<'a, 't: 'a>(answers: impl Iterator<Item = &'a CeilingAnswer<'t>>, lang: Lang) -> Vec<String> {
    let mut rows: Vec<(&FoundCeiling<'t>, Vec<String>)> = Vec::new();
    for answer in answers {
        let Some(found) = answer.found() else { continue };
        let meaning = answer.meaning(lang);
        match rows.iter_mut().find(|(known, _)| known.row() == found.row()) {
            Some((_, meanings)) => meanings.push(meaning),
            None => rows.push((found, vec![meaning])),
        }
    }
    rows.into_iter().map(|(found, meanings)| sentence(found, &meanings.join("; "), lang)).collect()
}

fn sentence(found: &FoundCeiling<'_>, meaning: &str, lang: Lang) -> String {
    let row = found.row();
    let (mut what, level) = (item_text(row, lang), level_text(row, lang));
    if !level.is_empty() {
        what = format!("{what}, {level}");
    }
    let (price, cite) = (per_unit(found.amount(), &row.unit, lang), row.citation(lang));
    let (place, price_level) = (place(row, found.is_from_local_table(), lang), found.price_level(lang));
    let mut out = format!("{what}: {price}. {cite}, {place}; {price_level}; {meaning}.");
    if let Some(multiplier) = found.multiplier() {
        let highest = per_unit(found.highest(), &row.unit, lang);
        let most = lang.pick("Dengan pengali aturannya sampai", "With its rule's multiplier up to");
        let (summary, citation) = (multiplier.summary.get(lang), multiplier.citation.get(lang));
        out.push_str(&format!(" {most} {highest}: {summary} [{citation}]"));
    }
    out
}

/// Where the figure stands: page of the regulation, else line of the copy that was read, else row of the table.
pub(super) fn place(row: &PriceCeiling, from_local: bool, lang: Lang) -> String {
    match (row.page, row.source_line) {
        (Some(page), _) => format!("{} {page}", lang.pick("hlm.", "p.")),
        (None, Some(line)) if !from_local => {
            format!("{} {line}", lang.pick("baris salinan", "line of the copy"))
        }
        _ => row.at.to_string(),
    }
}

/// `Rp462.000 per OP`.
pub(super) fn per_unit(amount: Rupiah, unit: &str, lang: Lang) -> String {
    format!("{} per {unit}", amount.display(lang))
}

/// `paket rapat fullday`.
pub(super) fn item_text(row: &PriceCeiling, lang: Lang) -> String {
    let item = row.item.label(lang);
    row.package.map_or_else(|| item.to_owned(), |package| format!("{item} {package}"))
}

/// The levels in the table's own words, else in ours; empty where the price is the same for all.
pub(super) fn level_text(row: &PriceCeiling, lang: Lang) -> String {
    if lang == Lang::Id && !row.level_label.is_empty() {
        return row.level_label.to_string();
    }
    row.levels.iter().copied().map(|level: OfficialLevel| level.label(lang)).collect::<Vec<_>>().join(", ")
}

/// What the units of price tables stand for; `None` where the unit says it itself.
pub(super) fn unit_meaning(unit: &str, lang: Lang) -> Option<String> {
    let meaning = match unit {
        "OP" => lang.pick("satu orang untuk satu paket", "one person for one package"),
        "OH" => lang.pick("satu orang untuk satu hari", "one person for one day"),
        "OJ" => lang.pick("satu orang untuk satu jam", "one person for one hour"),
        "OK" => lang.pick("satu orang untuk satu kegiatan", "one person for one event"),
        "orang/kali" => lang.pick("satu orang untuk satu kali", "one person for one time"),
        "hari" => lang.pick("satu hari", "one day"),
        _ => return None,
    };
    Some(format!("{unit} = {meaning}"))
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
