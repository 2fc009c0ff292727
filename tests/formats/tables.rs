//! Figures of reports: a figure is the numbers of one cell in sen (one for an exact amount, three for a range).

use std::collections::BTreeMap;

use serde_json::Value;

use crate::read::sen;

/// Figures with how often they stand in tables.
pub(crate) type Figures = BTreeMap<Vec<i128>, usize>;

/// Counts one more.
pub(crate) fn add(figures: &mut Figures, figure: Vec<i128>) {
    *figures.entry(figure).or_default() += 1;
}

/// A range; one number where the three are equal.
pub(crate) fn range(low: i128, likely: i128, high: i128) -> Vec<i128> {
    if low == high { vec![likely] } else { vec![low, likely, high] }
}

fn amount(value: &Value) -> Vec<i128> {
    match value {
        Value::String(text) => vec![sen(text)],
        Value::Object(_) => {
            let of = |end: &str| sen(value[end].as_str().unwrap());
            range(of("low"), of("likely"), of("high"))
        }
        other => panic!("no amount: {other}"),
    }
}

/// The figures that tables of this kind of report show, from the command's own JSON.
pub(crate) fn from_json(kind: &str, json: &Value) -> Figures {
    let mut figures = Figures::new();
    let list = |value: &Value| value.as_array().unwrap().clone();
    match kind {
        "compare" => {
            for option in list(&json["options"]) {
                add(&mut figures, amount(&option["total"]));
                if option["venue"] != json["baseline"] && !option["saving"].is_null() {
                    add(&mut figures, amount(&option["saving"]));
                }
                for component in list(&option["components"]) {
                    add(&mut figures, amount(&component["amount"]));
                }
                if !option["per_person_day"].is_null() {
                    add(&mut figures, amount(&option["per_person_day"]));
                }
            }
            for swing in list(&json["sensitivity"]) {
                ["low", "high", "swing"].iter().for_each(|end| add(&mut figures, amount(&swing[end])));
            }
            list(&json["break_even"]).iter().for_each(|b| add(&mut figures, amount(&b["extra"])));
        }
        "savings" => {
            for event in list(&json["events"]) {
                // Compared events are few here, so that all are among the ten largest that a page lists.
                if !event["gross_saving"].is_null() {
                    add(&mut figures, amount(&event["gross_saving"]));
                    add(&mut figures, amount(&event["current"]));
                }
            }
            reconciliation(&mut figures, json);
        }
        "events" => {
            for event in list(&json["events"]) {
                add(&mut figures, amount(&event["venue_cost"]));
                add(&mut figures, amount(&event["total"]));
            }
            list(&json["unassigned"]).iter().for_each(|u| add(&mut figures, amount(&u["amount"])));
            reconciliation(&mut figures, json);
        }
        // A report of typed cells: every amount in its tables.
        "report" => {
            let blocks = list(&json["sections"]).into_iter().flat_map(|section| list(&section["blocks"]));
            for table in blocks.filter_map(|block| block.get("table").cloned()) {
                for cell in list(&table["rows"]).into_iter().flat_map(|row| list(&row["cells"])) {
                    match cell["type"].as_str().unwrap() {
                        "rupiah" => add(&mut figures, amount(&cell["value"])),
                        "range" | "at-least" => add(&mut figures, amount(&cell)),
                        _ => {}
                    }
                }
            }
            // A narrow page shows a wide table as a list, which the reader of text does not count: once is enough.
            figures.values_mut().for_each(|count| *count = 1);
        }
        other => panic!("{other}: no figures known"),
    }
    figures
}

fn reconciliation(figures: &mut Figures, json: &Value) {
    for part in ["read", "used", "set_aside", "not_event"] {
        add(figures, amount(&json["reconciliation"]["amount"][part]));
    }
}

/// The figure of a cell for people, `33.480.000 (30.000.000–41.850.000)`; `None` for a text.
pub(crate) fn shown(cell: &str, lang: &str) -> Option<Vec<i128>> {
    let cell = cell.trim().trim_start_matches("≥ ").replace(" sampai ", "–").replace(" to ", "–");
    let (first, rest) = cell.split_once(" (").unwrap_or((&cell, ""));
    let likely = number(first, lang)?;
    if rest.is_empty() {
        return Some(vec![likely]);
    }
    let (low, high) = rest.strip_suffix(')')?.split_once('–')?;
    Some(range(number(low, lang)?, likely, number(high, lang)?))
}

fn number(text: &str, lang: &str) -> Option<i128> {
    let (group, mark) = if lang == "id" { ('.', ',') } else { (',', '.') };
    let plain: String =
        text.chars().filter(|c| *c != group).map(|c| if c == mark { '.' } else { c }).collect();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let good = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    good.then(|| sen(&plain))
}
