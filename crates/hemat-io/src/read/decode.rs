//! Bytes -> text, with what was guessed on the way: encoding, line ends, repairs.
//!
//! Budget files are saved and saved again by office programs of two decades. Seen in the wild: UTF-8 with and
//! without a byte-order mark, UTF-16, windows-1252, Mac Roman, and text that went through two of them, so that a
//! dash stands there as three letters.

use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};
use memchr::memchr;

/// How the lines of a text end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineEnds {
    /// `\n`, or a single line.
    Lf,
    /// `\r\n`.
    CrLf,
    /// A bare `\r`, as old Macs wrote it.
    Cr,
    /// More than one kind.
    Mixed,
}

/// Text that was decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text. Line ends are as in the file; a byte-order mark and NUL bytes are gone.
    pub text: String,
    /// Name of the encoding: `UTF-8`, `UTF-16LE`, `UTF-16BE`, `windows-1252` or `macintosh`.
    pub encoding: &'static str,
    /// How its lines end.
    pub line_ends: LineEnds,
    /// What was repaired, in stable kebab-case: `byte-order-mark`, `nul-bytes`, `double-encoded`,
    /// `private-use-bullets`, `invalid-bytes`.
    pub repairs: Vec<&'static str>,
}

/// Decodes any bytes. Never fails: bytes that fit no encoding become U+FFFD and `invalid-bytes` says so.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    let mut repairs = Vec::new();
    let (mut text, encoding) = decode_by_encoding(bytes, &mut repairs);
    if text.contains('\0') {
        text.retain(|c| c != '\0');
        repairs.push("nul-bytes");
    }
    if !text.is_ascii() {
        if let Some(mended) = undo_double_encoding(&text) {
            text = mended;
            repairs.push("double-encoded");
        }
        if text.contains(is_private_use) {
            text = text.chars().map(replace_private_use).collect();
            repairs.push("private-use-bullets");
        }
        if text.contains('\u{FFFD}') {
            repairs.push("invalid-bytes");
        }
    }
    let line_ends = line_ends_of(&text);
    Decoded { text, encoding, line_ends, repairs }
}

/// True if the text is what [`decode`] would give for it: nothing in it is repaired.
#[must_use]
pub fn is_sound(text: &str) -> bool {
    if memchr(0, text.as_bytes()).is_some() {
        return false;
    }
    text.is_ascii()
        || !(text.contains(|c| is_private_use(c) || c == '\u{FFFD}') || undo_double_encoding(text).is_some())
}

fn decode_by_encoding(bytes: &[u8], repairs: &mut Vec<&'static str>) -> (String, &'static str) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        repairs.push("byte-order-mark");
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default());
        return (text.into_owned(), encoding.name());
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return (text.into_owned(), encoding.name());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), "UTF-8");
    }
    if is_mostly_utf8(bytes) {
        return (String::from_utf8_lossy(bytes).into_owned(), "UTF-8");
    }
    let encoding = if mac_score(bytes) > windows_score(bytes) { MACINTOSH } else { WINDOWS_1252 };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), encoding.name())
}

/// UTF-16 without a mark: every second byte of mostly Latin text is NUL.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096) & !1)?;
    if head.len() < 4 {
        return None;
    }
    let nul_at = |offset: usize| head.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, units) = (nul_at(0), nul_at(1), head.len() / 2);
    if odd * 10 >= units * 8 && even * 10 < units {
        Some(UTF_16LE)
    } else if even * 10 >= units * 8 && odd * 10 < units {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// One broken byte in a long UTF-8 file does not make it windows-1252: more than nine in ten of its non-ASCII
/// bytes form valid sequences.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0x80).count();
        bad += chunk.invalid().len();
    }
    good > bad * 9
}

/// High bytes that are usual in windows-1252 text: quotes, dashes, bullet, ellipsis, no-break space, degree.
fn windows_score(bytes: &[u8]) -> usize {
    let usual = |b: u8| matches!(b, 0x85 | 0x91..=0x97 | 0xA0 | 0xB0 | 0xB2 | 0xB3 | 0xB7 | 0xBC..=0xBE | 0xD7 | 0xE9);
    bytes.iter().filter(|b| usual(**b)).count()
}

/// High bytes that are usual in Mac Roman text, and the three-byte remains of a dash or bullet that was UTF-8,
/// then windows-1252, then Mac Roman.
fn mac_score(bytes: &[u8]) -> usize {
    let usual = |b: u8| matches!(b, 0xD0..=0xD5 | 0xC9 | 0xCA | 0xA5 | 0xA1 | 0x8E);
    let remains = bytes.windows(2).filter(|w| matches!(w, [0x89, 0xDB] | [0x95, 0xE2])).count();
    bytes.iter().filter(|b| usual(**b)).count() + 3 * remains
}

/// Undoes text that was decoded with the wrong code page once too often. `None` if nothing of the kind is there.
///
/// A run of non-ASCII characters is mended when its windows-1252 bytes are valid UTF-8 of fewer characters;
/// real text does not do that by chance.
fn undo_double_encoding(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut changed = false;
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| c.is_ascii()).unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        out.push_str(before);
        // A lost first byte leaves "?" and the two letters that an old DOS code page made of the rest.
        if out.ends_with('?') && matches!(run, "\u{C7}\u{F4}" | "\u{326}") {
            out.pop();
            out.push('\u{2013}');
            changed = true;
        } else if let Some(mended) = reread_as_utf8(run) {
            out.push_str(&mended);
            changed = true;
        } else {
            out.push_str(run);
        }
        rest = after;
    }
    out.push_str(rest);
    changed.then_some(out)
}

fn reread_as_utf8(run: &str) -> Option<String> {
    run.chars().nth(1)?;
    let (bytes, _, unmappable) = WINDOWS_1252.encode(run);
    if unmappable {
        return None;
    }
    let text = std::str::from_utf8(&bytes).ok()?;
    (text.chars().count() < run.chars().count()).then(|| text.to_owned())
}

fn is_private_use(c: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&c)
}

/// Symbol fonts put their bullets and dashes into the private-use area. Which sign a code shows depends on a font
/// that is not there any more: U+F099 stands where other copies of the same budget have a dash, the rest are bullets.
fn replace_private_use(c: char) -> char {
    match c {
        '\u{F099}' | '\u{F02D}' => '\u{2013}',
        c if is_private_use(c) => '\u{2022}',
        c => c,
    }
}

fn line_ends_of(text: &str) -> LineEnds {
    let bytes = text.as_bytes();
    let crlf = bytes.windows(2).filter(|w| *w == b"\r\n").count();
    let cr = bytes.iter().filter(|b| **b == b'\r').count() - crlf;
    let lf = bytes.iter().filter(|b| **b == b'\n').count() - crlf;
    match (crlf > 0, cr > 0, lf > 0) {
        (false, false, _) => LineEnds::Lf,
        (true, false, false) => LineEnds::CrLf,
        (false, true, false) => LineEnds::Cr,
        _ => LineEnds::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_encoding_gives_the_same_text() {
        let utf16 = |bom: &[u8], big: bool| {
            let mut bytes = bom.to_vec();
            for unit in "Uraian;Alat \u{2013} Alat\n".encode_utf16() {
                bytes.extend(if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
            }
            bytes
        };
        let cases: [(&str, Vec<u8>, &str); 9] = [
            ("plain", "Uraian;Alat \u{2013} Alat\n".into(), "UTF-8"),
            ("mark", [b"\xEF\xBB\xBF", "Uraian;Alat \u{2013} Alat\n".as_bytes()].concat(), "UTF-8"),
            ("utf16le", utf16(b"\xFF\xFE", false), "UTF-16LE"),
            ("utf16be", utf16(b"\xFE\xFF", true), "UTF-16BE"),
            ("utf16 without mark", utf16(b"", false), "UTF-16LE"),
            ("windows", b"Uraian;Alat \x96 Alat\n".to_vec(), "windows-1252"),
            ("mac", b"Uraian;Alat \xD0 Alat\n".to_vec(), "macintosh"),
            ("mac of double", b"Uraian;Alat \x89\xDB\xD2 Alat\n".to_vec(), "macintosh"),
            ("double", "Uraian;Alat \u{e2}\u{20ac}\u{201c} Alat\n".into(), "UTF-8"),
        ];
        for (name, bytes, encoding) in cases {
            let decoded = decode(&bytes);
            assert_eq!(decoded.text, "Uraian;Alat \u{2013} Alat\n", "{name}");
            assert_eq!(decoded.encoding, encoding, "{name}");
        }
    }

    #[test]
    fn what_was_repaired_is_said() {
        let cases: [(&[u8], &str, &[&str]); 6] = [
            (b"\xEF\xBB\xBFa", "a", &["byte-order-mark"]),
            (b"a\0b", "ab", &["nul-bytes"]),
            (b"Alat ?\xC7\xF4 Alat", "Alat \u{2013} Alat", &["double-encoded"]),
            ("\u{f0b7} ATK".as_bytes(), "\u{2022} ATK", &["private-use-bullets"]),
            (
                b"a \xE2\x80\x93 b \xE2\x80\x93 c \xE2\x80\x93 d \xE2\x80\x93 e\xFF",
                "a \u{2013} b \u{2013} c \u{2013} d \u{2013} e\u{FFFD}",
                &["invalid-bytes"],
            ),
            (b"plain", "plain", &[]),
        ];
        for (bytes, text, repairs) in cases {
            let decoded = decode(bytes);
            assert_eq!(decoded.text, text);
            assert_eq!(decoded.repairs, repairs, "{text}");
        }
    }

    #[test]
    fn line_ends_are_told_apart() {
        for (bytes, ends) in [
            (&b"a\nb"[..], LineEnds::Lf),
            (b"a\r\nb\r\n", LineEnds::CrLf),
            (b"a\rb", LineEnds::Cr),
            (b"a\r\nb\n", LineEnds::Mixed),
        ] {
            assert_eq!(decode(bytes).line_ends, ends);
        }
    }

    #[test]
    fn accented_names_are_not_taken_for_double_encoding() {
        assert_eq!(decode("Caf\u{e9} Ren\u{e9}\u{e9}".as_bytes()).text, "Caf\u{e9} Ren\u{e9}\u{e9}");
    }

    proptest! {
        #[test]
        fn any_bytes_decode(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(!decode(&bytes).text.contains('\0'));
        }

        #[test]
        fn indonesian_text_survives(text in "[A-Za-z0-9 ,.;\\n\"]{0,200}") {
            prop_assert_eq!(decode(text.as_bytes()).text, text);
        }
    }
}
