//! Rows in JSON (SIPD answers, procurement interfaces) -> a table, so that the layouts read them like any other.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value};
use thiserror::Error;

use crate::read::table::{Cell, Record, Table};

/// Why JSON gave no table.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JsonError {
    /// It starts like JSON and is not.
    #[error("the JSON is damaged: {0}")]
    Broken(String),
    /// There is no list of objects in it.
    #[error(
        "the JSON holds no list of rows; expected an array of objects, bare or under a key such as \"data\""
    )]
    NoRows,
}

/// Reads the first list of objects in a JSON document: the document itself, or the longest list under one of
/// its keys. Record 1 is the header with the keys, row `n` of the list is record `n + 1`.
///
/// `None` if the bytes are not JSON at all (they do not start with `[` or `{`).
///
/// # Errors
/// [`JsonError`].
pub fn read_json_rows(bytes: &[u8]) -> Result<Option<Table>, JsonError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = bytes.iter().copied().find(|b| !b.is_ascii_whitespace());
    // `[` or `{` may open a line of plain text; a JSON list of rows goes on with `{`, an object with `"`.
    let second = bytes.iter().copied().filter(|b| !b.is_ascii_whitespace()).nth(1);
    if !matches!((start, second), (Some(b'['), Some(b'{' | b']')) | (Some(b'{'), Some(b'"' | b'}'))) {
        return Ok(None);
    }
    let value: Value = serde_json::from_slice(bytes).map_err(|e| JsonError::Broken(e.to_string()))?;
    let rows = find_rows(&value, 0).ok_or(JsonError::NoRows)?;
    Ok(Some(table_of(&rows)))
}

fn find_rows(value: &Value, depth: u32) -> Option<Vec<&Map<String, Value>>> {
    match value {
        Value::Array(items) => {
            let rows: Vec<_> = items.iter().filter_map(Value::as_object).collect();
            (!rows.is_empty() && rows.len() == items.len()).then_some(rows)
        }
        Value::Object(fields) if depth < 4 => {
            fields.values().filter_map(|field| find_rows(field, depth + 1)).max_by_key(Vec::len)
        }
        _ => None,
    }
}

fn table_of(rows: &[&Map<String, Value>]) -> Table {
    let mut columns: BTreeMap<&str, usize> = BTreeMap::new();
    for key in rows.iter().flat_map(|row| row.keys()) {
        let next = columns.len();
        columns.entry(key).or_insert(next);
    }
    let mut header = vec![Cell::Empty; columns.len()];
    for (name, index) in &columns {
        if let Some(cell) = header.get_mut(*index) {
            *cell = Cell::Text((*name).to_owned());
        }
    }
    let mut records = vec![Record { number: 1, cells: header }];
    for (row, number) in rows.iter().zip(2..) {
        let mut cells = vec![Cell::Empty; columns.len()];
        for (key, value) in *row {
            if let Some(cell) = columns.get(key.as_str()).and_then(|i| cells.get_mut(*i)) {
                *cell = cell_of(value);
            }
        }
        records.push(Record { number, cells });
    }
    Table { sheet: String::new(), records }
}

fn cell_of(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::Empty,
        Value::Bool(flag) => Cell::Text(flag.to_string()),
        Value::String(text) => Cell::Text(text.clone()),
        Value::Number(number) => {
            let text = number.to_string();
            let read = Decimal::from_str_exact(&text).or_else(|_| Decimal::from_scientific(&text));
            read.map_or(Cell::Text(text), Cell::Number)
        }
        // Nested lists (sumber dana) are shown as they are; no layout needs them.
        Value::Array(_) | Value::Object(_) => Cell::Text(value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(json: &str) -> Vec<Vec<String>> {
        let table = read_json_rows(json.as_bytes()).unwrap().unwrap();
        table.records.iter().map(|r| r.cells.iter().map(Cell::to_text).collect()).collect()
    }

    #[test]
    fn rows_are_found_bare_and_under_a_key() {
        let expected = vec![vec!["pagu", "uraian"], vec!["5000", ""], vec!["7000.5", "Sewa"]];
        let rows = r#"[{"pagu": 5000, "uraian": null}, {"uraian": "Sewa", "pagu": 7000.5}]"#;
        assert_eq!(texts(rows), expected);
        assert_eq!(texts(&format!("\u{feff}{{\"status\": \"ok\", \"data\": {rows}}}")), expected);
    }

    #[test]
    fn other_text_is_left_alone_and_bad_json_is_named() {
        for text in ["Kode,Uraian", "", "[catatan] a,b", "{a},b"] {
            assert_eq!(read_json_rows(text.as_bytes()), Ok(None), "{text:?}");
        }
        assert_eq!(read_json_rows(br#"{"a": 1}"#), Err(JsonError::NoRows));
        assert_eq!(read_json_rows(b"[]"), Err(JsonError::NoRows));
        assert!(matches!(read_json_rows(br#"[{"a": 1}"#), Err(JsonError::Broken(_))));
    }

    proptest! {
        #[test]
        fn any_bytes_read_or_fail(text in "[\\[{]{1,3}[\"a:1,{}\\[\\] ]{0,60}") {
            let _ = read_json_rows(text.as_bytes());
        }
    }
}
