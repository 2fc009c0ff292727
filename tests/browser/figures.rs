//! Figures of JSON as a page writes them, written a second time and apart from the project's own code.

use serde_json::Value;

/// Digits in groups: `1234567.5` as `1.234.567,50`, or as `1,234,567.50` in English.
pub(crate) fn grouped(number: &str, lang: &str) -> String {
    let (group, mark) = if lang == "id" { ('.', ',') } else { (',', '.') };
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(group);
        }
        out.push(digit);
    }
    let decimals = decimals.trim_end_matches('0');
    if !decimals.is_empty() {
        out.push(mark);
        out.push_str(&format!("{decimals:0<2}"));
    }
    out
}

/// `{"low","likely","high"}` as `likely (low–high)`.
pub(crate) fn range(value: &Value, lang: &str) -> String {
    let of = |key: &str| grouped(value[key].as_str().unwrap(), lang);
    let (low, likely, high) = (of("low"), of("likely"), of("high"));
    if low == high {
        return likely;
    }
    let to = match (low.starts_with('-'), lang) {
        (false, _) => "–",
        (true, "id") => " sampai ",
        (true, _) => " to ",
    };
    format!("{likely} ({low}{to}{high})")
}

/// The likely value of a cell, in hundredths; `None` for a cell without a number.
pub(crate) fn amount(text: &str, lang: &str) -> Option<i128> {
    let first = text.trim_start_matches("≥ ").trim_end_matches('%').split_whitespace().next()?;
    let (group, mark) = if lang == "id" { ('.', ',') } else { (',', '.') };
    let plain: String = first.chars().filter(|c| *c != group).collect();
    let (whole, decimals) = plain.split_once(mark).unwrap_or((&plain, ""));
    let hundredths = format!("{decimals:0<2}");
    format!("{whole}{}", hundredths.get(..2)?).parse().ok()
}

/// A budget in our own layout with so many events, each of one line, no two of one amount.
pub(crate) fn long_budget(events: u32) -> String {
    let header = crate::command::root().join("crates/hemat-io/templates/lines.id.csv");
    let header = std::fs::read_to_string(header).unwrap();
    let columns: Vec<&str> = header.lines().next().unwrap().split(',').chain(["stage", "date"]).collect();
    let mut out = format!("{}\n", columns.join(","));
    for event in 1..=events {
        let price = 100_000 + i64::from(event) * 7_919 % 50_000 * 13;
        let value = |column: &str| match column {
            "year" => "2024".to_owned(),
            "agency" => format!("Dinas {}", event % 17),
            "activity_code" => format!("5.01.{event}"),
            "activity" => format!("Penyelenggaraan kegiatan {event}"),
            "account_code" => "5.1.02.04.01.0004".to_owned(),
            "account_name" => "Belanja Perjalanan Dinas Paket Meeting Dalam Kota".to_owned(),
            "description" => format!("Sosialisasi nomor {event} paket fullday di Hotel Contoh"),
            "quantity" => "40 orang x 1 hari".to_owned(),
            "unit_price" => price.to_string(),
            "amount" => (price * 40).to_string(),
            "stage" => "murni".to_owned(),
            "date" => format!("2024-{:02}-15", event % 12 + 1),
            _ => String::new(),
        };
        let cells: Vec<String> = columns.iter().map(|column| value(column.trim())).collect();
        out.push_str(&format!("{}\n", cells.join(",")));
    }
    out
}
