//! Private persons in budget text: their names and numbers are masked before a letter goes out.
//!
//! Masked are names after `a.n.`, `an.`, `a/n`, `atas nama`, `Sdr.`, `Sdri.` and `Bpk.`; identity numbers (NIK, 16
//! digits; NIP, 18 digits, also with blanks), mobile numbers and e-mail addresses. A name that nothing announces
//! cannot be told from other words: who sends a letter has to read it first.

use crate::lang::Lang;

/// What announces a name. Longest first.
const MARKS: [&str; 10] = ["atas nama", "sdri.", "a.n.", "sdr.", "bpk.", "a.n", "a/n", "an.", "sdri", "sdr"];
/// Words that begin the name of an office or firm, which is no private person.
const NOT_A_PERSON: [&str; 20] = [
    "badan",
    "bank",
    "bendahara",
    "bidang",
    "bupati",
    "camat",
    "cv",
    "dinas",
    "direktur",
    "gubernur",
    "kantor",
    "kecamatan",
    "kelurahan",
    "kepala",
    "koperasi",
    "pt",
    "sekretaris",
    "ud",
    "wali",
    "yayasan",
];
/// Words that end a name where all letters are capitals.
const ENDS: [&str; 15] = [
    "acara", "bulan", "dalam", "dari", "di", "guna", "ke", "kegiatan", "oleh", "pada", "rapat", "selama",
    "tahun", "tanggal", "untuk",
];
/// No name has more words.
const LONGEST_NAME: usize = 6;
/// A name without capitals cannot be told from the words after it: so many words are masked.
const LONGEST_IN_SMALL_LETTERS: usize = 3;

/// The text with private persons masked, in the language of the letter.
#[must_use]
pub fn without_persons(text: &str, lang: Lang) -> String {
    let named = mask_names(text, lang.pick("[nama disamarkan]", "[name masked]"));
    mask_numbers(&named, lang.pick("[nomor disamarkan]", "[number masked]"))
}

fn mask_names(text: &str, mask: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut inside_word = false;
    while let Some(first) = rest.chars().next() {
        if !inside_word && let Some(mark) = mark_at(rest) {
            let (shown, after) = rest.split_at(mark);
            let blanks = after.len() - after.trim_start_matches([' ', ':', '\u{a0}']).len();
            let name = after.get(blanks..).map_or(0, name_length);
            if name > 0 {
                out.push_str(shown);
                out.push(' ');
                out.push_str(mask);
                rest = after.get(blanks + name..).unwrap_or("");
                inside_word = true;
                continue;
            }
        }
        inside_word = first.is_alphanumeric();
        out.push(first);
        rest = rest.get(first.len_utf8()..).unwrap_or("");
    }
    out
}

/// The length of the mark that the text begins with. A mark of letters only must be a whole word.
fn mark_at(text: &str) -> Option<usize> {
    MARKS.iter().map(|m| m.len()).zip(MARKS).find_map(|(length, mark)| {
        let begins = text.get(..length)?.eq_ignore_ascii_case(mark);
        let after = text.get(length..).and_then(|t| t.chars().next());
        let whole = mark.ends_with('.') || !after.is_some_and(char::is_alphanumeric);
        (begins && whole).then_some(length)
    })
}

/// How many bytes of the text are a person's name; 0 if it begins with none.
fn name_length(text: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    let mut in_small_letters = false;
    for count in 0..LONGEST_NAME {
        let rest = text.get(at..).unwrap_or("");
        let blanks = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        let word: &str = rest.get(blanks..).unwrap_or("");
        let length = word.find(|c: char| !(c.is_alphabetic() || "'’.-".contains(c))).unwrap_or(word.len());
        let word = word.get(..length).unwrap_or("");
        let plain = word.trim_end_matches(['.', '-']);
        let lower = plain.to_lowercase();
        if plain.is_empty() || (count == 0 && NOT_A_PERSON.contains(&&*lower)) {
            break;
        }
        let joins = matches!(&*lower, "bin" | "binti" | "dan");
        let capital = plain.starts_with(char::is_uppercase);
        if count == 0 {
            in_small_letters = !capital;
        }
        let small = in_small_letters && count < LONGEST_IN_SMALL_LETTERS;
        if ENDS.contains(&&*lower) || !(count == 0 || joins || capital || small) {
            break;
        }
        at += blanks + length;
        // What joins two names is a part of them only if a name follows.
        if !joins {
            end = at - (length - plain.len());
        }
    }
    end
}

fn mask_numbers(text: &str, mask: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before: Option<char> = None;
    while let Some(first) = rest.chars().next() {
        let length = if before.is_some_and(|c| c.is_alphanumeric() || "._@-".contains(c)) {
            0
        } else {
            number_of_a_person(rest).max(address_length(rest))
        };
        if length > 0 {
            out.push_str(mask);
            rest = rest.get(length..).unwrap_or("");
            before = Some('0');
            continue;
        }
        out.push(first);
        before = Some(first);
        rest = rest.get(first.len_utf8()..).unwrap_or("");
    }
    out
}

/// The length of a NIK, NIP or mobile number at the beginning; 0 for any other number.
fn number_of_a_person(text: &str) -> usize {
    let (plus, body) = text.strip_prefix('+').map_or((0, text), |body| (1, body));
    let length = body.find(|c: char| !(c.is_ascii_digit() || c == ' ' || c == '-')).unwrap_or(body.len());
    let run = body.get(..length).unwrap_or("").trim_end_matches([' ', '-']);
    let unbroken = run.find([' ', '-']).unwrap_or(run.len());
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let mobile = (digits.starts_with("08") || digits.starts_with("628")) && (10..=14).contains(&digits.len());
    let nip = digits.len() == 18 && (digits.starts_with("19") || digits.starts_with("20"));
    if nip || mobile {
        plus + run.len()
    } else if plus == 0 && (unbroken == 16 || unbroken == 18) {
        unbroken
    } else {
        0
    }
}

/// The length of an e-mail address at the beginning.
fn address_length(text: &str) -> usize {
    let length =
        text.find(|c: char| !(c.is_ascii_alphanumeric() || "._%+-@".contains(c))).unwrap_or(text.len());
    let word = text.get(..length).unwrap_or("").trim_end_matches(['.', '-']);
    let Some((user, host)) = word.split_once('@') else { return 0 };
    let is_host = host.contains('.') && host.contains(|c: char| c.is_ascii_alphabetic());
    if user.contains(|c: char| c.is_ascii_alphabetic()) && is_host { word.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_after_a_mark_are_masked() {
        let cases = [
            ("Honor a.n. Budi Santoso untuk 2 jam", "Honor a.n. [nama disamarkan] untuk 2 jam"),
            ("HONOR AN. BUDI SANTOSO UNTUK RAPAT", "HONOR AN. [nama disamarkan] UNTUK RAPAT"),
            ("Transport (a/n Siti Aminah)", "Transport (a/n [nama disamarkan])"),
            ("a.n.Budi, 3 hari", "a.n. [nama disamarkan], 3 hari"),
            ("atas nama: siti aminah", "atas nama [nama disamarkan]"),
            ("an. siti aminah untuk 2 hari", "an. [nama disamarkan] untuk 2 hari"),
            ("Sdr. Budi bin Ahmad hadir", "Sdr. [nama disamarkan] hadir"),
            ("Sdr. Budi dan Siti hadir", "Sdr. [nama disamarkan] hadir"),
            ("Sdr. Budi dan 2 orang", "Sdr. [nama disamarkan] dan 2 orang"),
            ("Sewa a.n. CV Maju Jaya", "Sewa a.n. CV Maju Jaya"),
            ("a.n. Bupati Contoh", "a.n. Bupati Contoh"),
            ("Pelatihan an 3 hari", "Pelatihan an 3 hari"),
            ("Makanan. Minuman", "Makanan. Minuman"),
            ("Pengadaan sandang", "Pengadaan sandang"),
            ("Sdr", "Sdr"),
            ("", ""),
        ];
        for (text, masked) in cases {
            assert_eq!(without_persons(text, Lang::Id), masked, "{text:?}");
        }
        assert_eq!(without_persons("an. Budi", Lang::En), "an. [name masked]");
    }

    #[test]
    fn numbers_of_persons_are_masked_and_no_others() {
        let mask = "[nomor disamarkan]";
        for (text, masked) in [
            ("NIK 3402011501800001 hadir", format!("NIK {mask} hadir")),
            ("NIP. 19650101 199003 1 001", format!("NIP. {mask}")),
            ("NIP 196501011990031001", format!("NIP {mask}")),
            ("HP 081234567890", format!("HP {mask}")),
            ("HP +62 812-3456-7890.", format!("HP {mask}.")),
            ("surel a.budi@contoh.go.id,", format!("surel {mask},")),
        ] {
            assert_eq!(without_persons(text, Lang::Id), masked, "{text:?}");
        }
        for text in [
            "5.1.02.01.01.0052",
            "Rp677927731381,00",
            "50 orang x 2 hari x 1 kali",
            "1200 OP x @10000",
            "2016-11-23",
            "RUP 31234567",
            "08.00 - 16.00",
        ] {
            assert_eq!(without_persons(text, Lang::Id), text);
        }
    }

    proptest! {
        #[test]
        fn no_word_of_a_name_is_left(
            name in "[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8}){0,3}",
            mark in "(a\\.n\\. ?|an\\. ?|A/N |Sdr\\. ?|atas nama )",
        ) {
            let words: Vec<String> = name.split(' ').map(str::to_lowercase).collect();
            let not_a_name = |w: &String| {
                NOT_A_PERSON.contains(&&**w) || ENDS.contains(&&**w) || ["bin", "binti", "dan"].contains(&&**w)
            };
            prop_assume!(!words.iter().any(not_a_name));
            let text = format!("Honor {mark}{name} untuk 2 jam");
            let masked = without_persons(&text, Lang::Id);
            prop_assert!(masked.starts_with("Honor ") && masked.ends_with(" [nama disamarkan] untuk 2 jam"), "{}", masked);
        }

        #[test]
        fn a_number_hidden_in_any_words_is_found(before in "[a-z ]{0,12} ", after in " [a-z ]{0,12}") {
            let text = format!("{before}3402011501800001{after}");
            prop_assert!(!without_persons(&text, Lang::Id).contains("34020115"));
        }
    }
}
