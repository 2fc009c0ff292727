//! The trail of a classification in plain words.

use std::collections::BTreeSet;

use crate::classify::{Confidence, LineField, PassedBecause, Trail};
use crate::lang::Lang;

/// How many rules that were passed over are told; the rest is counted.
const PASSED: usize = 5;

/// What was found, which rule decided and what was passed over, as sentences in reading order.
#[must_use]
pub fn trail_sentences(trail: &Trail, lang: Lang) -> Vec<String> {
    let class = &trail.classification;
    let confidence = confidence(class.confidence, lang);
    let mut out = vec![format!(
        "{}: {}; {}: {}; {} ({} {confidence}).",
        lang.pick("Jawaban", "Answer"),
        class.cost_kind.label(lang),
        lang.pick("tempat", "place"),
        class.venue_kind.label(lang),
        lang.pick("aturan", "rule").to_owned() + " " + &class.reason,
        lang.pick("keyakinan", "confidence"),
    )];
    if let Some(place) = trail.place_rule {
        let told = lang.pick("Jenis tempat menurut aturan", "Kind of place by rule");
        out.push(format!("{told} {place}."));
    }
    let words = words(trail, lang);
    out.push(if words.is_empty() {
        lang.pick("Tidak ada kata yang dikenal.", "No known word was found.").to_owned()
    } else {
        format!("{}: {}.", lang.pick("Ditemukan", "Found"), words.join("; "))
    });
    if !trail.account_groups.is_empty() {
        let groups: Vec<&str> =
            trail.account_groups.iter().map(|g| g.trim_start_matches("account:@")).collect();
        out.push(format!("{}: {}.", lang.pick("Golongan rekening", "Account groups"), groups.join(", ")));
    }
    for passed in trail.passed_over.iter().take(PASSED) {
        let why = match &passed.because {
            PassedBecause::Missing(terms) => {
                format!("{} {terms}", lang.pick("tidak ditemukan", "not found:"))
            }
            PassedBecause::Excluded(term) => {
                format!("{} {term}", lang.pick("dikecualikan oleh", "excluded by"))
            }
            PassedBecause::Later => {
                lang.pick("cocok juga, tetapi sesudahnya", "fits too, but stands later").to_owned()
            }
        };
        out.push(format!("{} {}: {why}.", lang.pick("Dilewati", "Passed over"), passed.rule));
    }
    let more = trail.passed_over.len().saturating_sub(PASSED);
    if more > 0 {
        out.push(match lang {
            Lang::Id => format!("{more} aturan lain dilewati."),
            Lang::En => format!("{more} other rules passed over."),
        });
    }
    out
}

/// The words that were found, each once, with the field they stand in.
fn words(trail: &Trail, lang: Lang) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for word in &trail.words {
        let field = match word.field {
            LineField::Account => lang.pick("rekening", "account"),
            LineField::Activity => lang.pick("kegiatan", "activity"),
            LineField::Heading => lang.pick("judul", "heading"),
            LineField::Line => lang.pick("uraian", "text"),
        };
        let text = word.text.to_lowercase();
        if !text.is_empty() && seen.insert((word.field, text)) {
            out.push(format!("\u{201c}{}\u{201d} ({field})", word.text));
        }
    }
    out
}

pub(super) fn confidence(confidence: Confidence, lang: Lang) -> &'static str {
    match confidence {
        Confidence::Low => lang.pick("rendah", "low"),
        Confidence::Medium => lang.pick("sedang", "medium"),
        Confidence::High => lang.pick("tinggi", "high"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::{Classifier, LineText};

    #[test]
    fn the_sentences_name_the_rule_the_words_and_what_was_passed_over() {
        let line = LineText {
            account_name: "Belanja Perjalanan Dinas Biasa",
            description: "Biaya hotel peserta luar kota 2 malam",
            ..LineText::default()
        };
        let trail = Classifier::builtin().explain(&line);
        for (lang, found, passed) in [(Lang::Id, "Ditemukan", "Dilewati"), (Lang::En, "Found", "Passed over")]
        {
            let text = trail_sentences(&trail, lang).join("\n");
            assert!(text.contains(&*trail.classification.reason), "{text}");
            assert!(text.contains("\u{201c}hotel\u{201d}") && text.contains(found), "{text}");
            assert!(text.contains(passed), "{text}");
        }
    }
}
