//! The rows of a long table that do not stand in the page, as data for its script.
//!
//! `{"rules": [...], "rows": [[cells, rule, parts], ...]}`: a cell is `[text, range, key]`, cut after its last part
//! that is not empty; `rule` is a place in `rules`, since thousands of rows share one.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::table::RowView;

/// JSON that may stand in a script element: it holds no `<`, so that nothing in it can end the element.
pub(super) fn data_block(rows: impl Iterator<Item = RowView>) -> String {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut rules: Vec<String> = Vec::new();
    let rows: Vec<Value> = rows
        .map(|row| {
            let rule = row.rule.map(|rule| {
                *places.entry(rule).or_insert_with_key(|rule| {
                    rules.push(rule.clone());
                    rules.len() - 1
                })
            });
            let cells: Vec<Value> = row
                .cells
                .into_iter()
                .map(|cell| match (cell.range.is_empty(), cell.key, cell.unknown) {
                    (_, None, true) => json!([cell.text, "", null, 1]),
                    (true, None, _) => json!([cell.text]),
                    (_, key, _) => json!([cell.text, cell.range, key]),
                })
                .collect();
            json!([cells, rule, row.parts])
        })
        .collect();
    json!({ "rules": rules, "rows": rows }).to_string().replace('<', "\\u003c")
}
