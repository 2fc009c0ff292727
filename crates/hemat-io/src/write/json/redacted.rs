//! JSON that was written already, with the personal data in its texts masked.
//!
//! Done on the text, so that every contract is covered by one place. Keys, the names of files and money (whole numbers
//! written as text) stay as they are.

use std::io;

use hemat_core::redaction::Redactor;

use super::write_text;

/// Keys whose values are names of files: a report is followed by them.
const FILES: [&str; 6] = ["file", "path", "same_as", "schema", "uri", "$schema"];

/// Keys whose values are texts, even where they are digits alone.
const TEXTS: [&str; 12] = [
    "title",
    "description",
    "heading",
    "activity",
    "agency",
    "account_name",
    "name",
    "unit",
    "source",
    "sources",
    "text",
    "venue_name",
];

/// Writes the JSON with its texts masked.
///
/// # Errors
/// Whatever `out` fails with; an error of kind `InvalidData` where `json` is no JSON.
pub fn write_redacted(json: &[u8], redactor: &mut Redactor, out: &mut dyn io::Write) -> io::Result<()> {
    let text = std::str::from_utf8(json).map_err(|e| io::Error::new(io::ErrorKind::InvalidData, e))?;
    let mut rest = text;
    let mut key = String::new();
    let mut last = String::new();
    while let Some(start) = rest.find('"') {
        let (before, string) = rest.split_at(start);
        out.write_all(before.as_bytes())?;
        let (string, after) = string.split_at(length(string));
        let value: String = serde_json::from_str(string).map_err(io::Error::from)?;
        let is_key = after.trim_start().starts_with(':');
        // Cells of a report: {"type":"text","value":"..."}.
        let is_text = TEXTS.contains(&key.as_str()) || (key == "value" && last == "text");
        let kept = is_key || FILES.contains(&key.as_str()) || (!is_text && is_number(&value));
        match (!kept).then(|| redactor.mask(&value)) {
            Some(masked) if masked != value => write_text(&masked, out)?,
            _ => out.write_all(string.as_bytes())?,
        }
        if is_key {
            key = value;
        } else {
            last = value;
        }
        rest = after;
    }
    out.write_all(rest.as_bytes())
}

/// The length of the string literal that the text begins with.
fn length(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !escaped => return at + 1,
            b'\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// True for money, which JSON holds as text: `-12500000`, `1250.50`. A number that begins with 0 is no amount.
fn is_number(text: &str) -> bool {
    let body = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = body.split_once('.').unwrap_or((body, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use hemat_core::lang::Lang;

    use super::*;

    fn redacted(json: &str) -> String {
        let mut out = Vec::new();
        write_redacted(json.as_bytes(), &mut Redactor::new(Lang::Id), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn texts_are_masked_and_nothing_else() {
        for (json, expected) in [
            (r#"{"title":"a.n. Budi \"B\"","n":1}"#, r#"{"title":"a.n. [nama disamarkan] \"B\"","n":1}"#),
            (r#"{"title":"NIP 196501011990031001"}"#, r#"{"title":"NIP [NIP disamarkan]"}"#),
            (r#"{"title":"3402011501800001"}"#, r#"{"title":"[NIK disamarkan]"}"#),
            (
                r#"{"type":"text","value":"3402011501800001"}"#,
                r#"{"type":"text","value":"[NIK disamarkan]"}"#,
            ),
            (r#"["\\","HP 081234567890"]"#, r#"["\\","HP [telepon disamarkan]"]"#),
            (r#"{"x":"a.n. Budi\u001b[2J"}"#, r#"{"x":"a.n. [nama disamarkan]\u001b[2J"}"#),
        ] {
            assert_eq!(redacted(json), expected);
        }
        for json in [
            r#"{"amount":"3402011501800001","file":"HP 081234567890.csv"}"#,
            r#"{"type":"rupiah","value":"3402011501800001"}"#,
            r#"{"a.n. Budi":"1250.50","total":"-3402011501800001"}"#,
            "[]\n",
            r#"{"escape":"\u202e/\\"}"#,
        ] {
            assert_eq!(redacted(json), json);
        }
    }
}
