//! One record into its cells, where that needs no second look.

use memchr::{memchr, memchr_iter};

/// Puts the cells of a record into `cells`, without their quotes. False if a quoted cell holds quotes or goes on
/// behind its closing quote.
pub(super) fn split<'a>(record: &'a [u8], delimiter: u8, cells: &mut Vec<&'a [u8]>) -> bool {
    cells.clear();
    if memchr(b'"', record).is_none() {
        let mut from = 0;
        for at in memchr_iter(delimiter, record) {
            cells.push(record.get(from..at).unwrap_or_default());
            from = at + 1;
        }
        cells.push(record.get(from..).unwrap_or_default());
        return true;
    }
    let mut rest = record;
    loop {
        let (cell, end) = if let Some(quoted) = rest.strip_prefix(b"\"") {
            let Some(close) = memchr(b'"', quoted) else { return false };
            if quoted.get(close + 1).is_some_and(|b| *b != delimiter) {
                return false;
            }
            (quoted.get(..close), close + 2)
        } else {
            let end = memchr(delimiter, rest).unwrap_or(rest.len());
            (rest.get(..end), end)
        };
        cells.push(cell.unwrap_or_default());
        match rest.get(end + 1..) {
            Some(next) if end < rest.len() => rest = next,
            _ => return true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(record: &str) -> Option<Vec<String>> {
        let mut cells = Vec::new();
        let whole = split(record.as_bytes(), b',', &mut cells);
        whole.then(|| cells.iter().map(|c| String::from_utf8_lossy(c).into_owned()).collect())
    }

    #[test]
    fn cells_are_those_of_a_csv_reader_or_refused() {
        let cases: [(&str, Option<&[&str]>); 9] = [
            ("a,b,c", Some(&["a", "b", "c"])),
            ("", Some(&[""])),
            ("a,,", Some(&["a", "", ""])),
            ("\"a,b\",c", Some(&["a,b", "c"])),
            ("a,\"b\"", Some(&["a", "b"])),
            ("a,\"b\",", Some(&["a", "b", ""])),
            ("TV 32\",b", Some(&["TV 32\"", "b"])),
            ("\"a\"\"b\",c", None),
            ("\"a\"b,c", None),
        ];
        for (record, expected) in cases {
            let expected = expected.map(|e| e.iter().map(|c| (*c).to_owned()).collect());
            assert_eq!(cells(record), expected, "{record:?}");
        }
    }
}
