//! Huruf serupa: letters of other scripts that look like Latin ones, and characters that nobody sees.
//!
//! `Hotel Мarina` with a Cyrillic М is another text than `Hotel Marina`: it is not found, not grouped, not compared, and
//! no reader sees why. Only letters that look Latin count; `µ`, `π` and names wholly in another script do not.

use std::fmt;

/// Letters of other scripts with the Latin letter each looks like (Unicode Technical Standard 39, confusables; the
/// letters of the Cyrillic, Greek and Armenian blocks that look the same in common typefaces).
const LOOKALIKES: [(&str, &str, &str); 3] = [
    ("Cyrillic", "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝӏ", "ABESIJKMHOPCTYXaesijopcyxhdqwl"),
    ("Greek", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοϲ", "ABEZHIKMNOPTYXavoc"),
    ("Armenian", "ՍՕհոսցօ", "UOhnugo"),
];

/// A letter that is not what it looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lookalike {
    /// The letter.
    pub letter: char,
    /// Its script.
    pub script: &'static str,
    /// The Latin letter it looks like.
    pub like: char,
}

/// `"М" U+041C (Cyrillic, looks like M)`.
impl fmt::Display for Lookalike {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Lookalike { letter, script, like } = self;
        write!(f, "\"{letter}\" U+{:04X} ({script}, looks like {like})", u32::from(*letter))
    }
}

/// The letters of a text that only look Latin, each once, in order; none where no Latin letter stands beside them and
/// some letter cannot pass for one.
#[must_use]
pub fn lookalikes(text: &str) -> Vec<Lookalike> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut found: Vec<Lookalike> = Vec::new();
    let (mut latin, mut other) = (false, false);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        match lookalike(c) {
            Some(known) if !found.contains(&known) => found.push(known),
            Some(_) => {}
            None if c.is_ascii() => latin = true,
            None => other |= u32::from(c) > 0x24F,
        }
    }
    if latin || !other { found } else { Vec::new() }
}

fn lookalike(letter: char) -> Option<Lookalike> {
    // Full-width forms look like themselves.
    if matches!(letter, '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}') {
        let like = char::from_u32(u32::from(letter) - 0xFEE0)?;
        return Some(Lookalike { letter, script: "full-width", like });
    }
    LOOKALIKES.iter().find_map(|(script, letters, latin)| {
        let at = letters.chars().position(|c| c == letter)?;
        Some(Lookalike { letter, script, like: latin.chars().nth(at)? })
    })
}

/// True for characters that turn the direction of text (Unicode Bidirectional Algorithm, UAX 9).
#[must_use]
pub fn turns_text(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// True for characters nobody sees: joiners, soft hyphens, variation selectors, tags. Terminals disagree about
/// their width, and they hide differences between two texts.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// The characters of a text that nobody sees or that act instead of being shown, each once, in order: what turns text,
/// what is invisible, and control characters other than line breaks and tabs.
#[must_use]
pub fn hidden(text: &str) -> Vec<char> {
    let acts = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{0B}' | '\u{0C}' | '\u{85}');
    let mut found = Vec::new();
    for c in text.chars().filter(|c| turns_text(*c) || is_invisible(*c) || acts(*c)) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

/// Characters by their codes: `U+202E, U+200B`.
#[must_use]
pub fn codes(characters: &[char]) -> String {
    characters.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> String {
        lookalikes(text).iter().map(|l| l.letter).collect()
    }

    #[test]
    fn every_letter_of_the_table_has_its_latin_one() {
        for (script, letters, latin) in LOOKALIKES {
            assert_eq!(letters.chars().count(), latin.len(), "{script}");
            assert!(letters.chars().all(|c| !c.is_ascii()) && latin.is_ascii(), "{script}");
        }
    }

    #[test]
    fn letters_that_only_look_latin_are_found_and_no_others() {
        for (text, found) in [
            ("Hotel \u{41C}arina", "\u{41C}"),
            ("H\u{43E}t\u{435}l", "\u{43E}\u{435}"),
            ("H\u{3BF}tel", "\u{3BF}"),
            ("\u{FF28}otel", "\u{FF28}"),
            ("Hotel \u{41C}\u{410}\u{41C}\u{410}", "\u{41C}\u{410}"),
            ("\u{41C}\u{410}", "\u{41C}\u{410}"),
            ("Hotel Marina", ""),
            ("Café Français", ""),
            ("Гостиница", ""),
            ("50 µg, β-karoten, π", ""),
            ("会议室", ""),
            ("", ""),
        ] {
            assert_eq!(letters(text), found, "{text:?}");
        }
        assert_eq!(lookalikes("\u{41C}a")[0].to_string(), "\"\u{41C}\" U+041C (Cyrillic, looks like M)");
    }

    #[test]
    fn hidden_characters_are_found_and_white_space_is_not() {
        assert_eq!(codes(&hidden("a\u{202E}b\u{200B}c\u{1B}[2J\u{202E}")), "U+202E, U+200B, U+001B");
        assert!(hidden("a\tb\r\nc\u{a0}d é").is_empty());
    }
}
