//! Words of a text, so that spelling, case and punctuation do not matter.

/// The words of a text in lower case, one blank between them; digits count as words.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}

/// Whether plain text holds a phrase as whole words.
pub(super) fn holds(plain: &str, phrase: &str) -> bool {
    let bounded = |at: usize| {
        let before = plain.get(..at).is_none_or(|t| t.is_empty() || t.ends_with(' '));
        let after = plain.get(at + phrase.len()..).is_none_or(|t| t.is_empty() || t.starts_with(' '));
        before && after
    };
    plain.match_indices(phrase).any(|(at, _)| bounded(at))
}

/// The phrase of a list that plain text holds, the first of the list.
pub(super) fn held<'p>(plain: &str, phrases: &[&'p str]) -> Option<&'p str> {
    phrases.iter().copied().find(|phrase| holds(plain, phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_words() {
        let text = plain("Rapat  Penyusunan RKA-SKPD, (2025)");
        assert_eq!(text, "rapat penyusunan rka skpd 2025");
        assert!(holds(&text, "rka skpd") && holds(&text, "2025") && holds(&text, "rapat"));
        assert!(!holds(&text, "rk") && !holds(&text, "susunan") && !holds(&text, "rapat rka"));
    }
}
