//! Pages in both languages: no text of the page itself is the same in both, numbers and money have each language's
//! form, and the dates too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a test stops at the first surprise"
)]
#![allow(dead_code, unreachable_pub, reason = "the runner is shared by several tests")]

#[path = "cli/run.rs"]
mod command;

use std::collections::BTreeSet;

use command::run;

/// Words that are the same in both languages, and names of checks.
const SAME: [&str; 10] =
    ["Id", "Status", "hotel", "transport", "Volume", "hemat", "No", "hall-could-seat", "APBN", "APBD"];

/// One command for each kind of report.
fn kinds() -> Vec<Vec<&'static str>> {
    let savings = ["tests/fixtures/savings/budget.csv", "--venues", "tests/fixtures/savings/venues.toml"];
    let id = run(&["events", savings[0], "--quiet", "--format", "json"]).stdout;
    let id: serde_json::Value = serde_json::from_str(&id).unwrap();
    let id: &'static str = id["events"][0]["id"].as_str().unwrap().to_owned().leak();
    vec![
        vec!["compare", "--example", "asahan-2018"],
        vec!["compare", "--example", "cilegon-2025"],
        vec!["compare", "--example", "asahan-2018", "--record"],
        [&["audit", "--quiet"], &savings[..]].concat(),
        [&["check", "--quiet"], &savings[..]].concat(),
        vec![
            "ceilings",
            "--year",
            "2026",
            "--province",
            "Sumatera Utara",
            "--package",
            "fullday",
            "--level",
            "eselon-3",
        ],
        [&["savings", "--quiet"], &savings[..]].concat(),
        vec!["events", "--quiet", "tests/fixtures/events/rencana.csv"],
        vec!["events", "--quiet", "tests/fixtures/events/paket_realisasi.csv"],
        vec!["event", id, savings[0], "--quiet"],
        [&["savings", "--quiet", "--explain", id], &savings[..]].concat(),
        vec![
            "schedule",
            "data/jadwal-contoh/events.csv",
            "--venues",
            "data/jadwal-contoh/venues.toml",
            "--calendar",
            "data/jadwal-contoh/calendar.csv",
        ],
    ]
}

fn page(args: &[&str], lang: &str) -> String {
    let ran = run(&[args, &["--format", "html", "--lang", lang]].concat());
    assert_eq!(ran.code, 0, "{args:?}: {}", ran.stderr);
    ran.stdout
}

/// The texts between these tags, without tags inside.
fn texts(page: &str, start: &str, end: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once(start) {
        let (inside, after) = after.split_once(end).unwrap();
        // Past the end of the opening tag.
        let inside = inside.split_once('>').map_or("", |(_, text)| text);
        let mut text = String::new();
        let mut in_tag = false;
        for c in inside.chars() {
            match c {
                '<' => in_tag = true,
                '>' => in_tag = false,
                c if !in_tag => text.push(c),
                _ => {}
            }
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().any(char::is_alphabetic) {
            found.insert(text);
        }
        rest = after;
    }
    found
}

/// Everything that is the page's or the report's own, not the budget's or the user's.
fn own_texts(page: &str) -> BTreeSet<String> {
    let body = page.split_once("<body").unwrap().1;
    let kinds = [
        ("<h2", "</h2>"),
        ("<p", "</p>"),
        ("<caption", "</caption>"),
        ("<th role=\"columnheader\"", "</th>"),
        ("<figcaption class=\"title\"", "</figcaption>"),
        ("<desc", "</desc>"),
        ("<a href", "</a>"),
    ];
    kinds.iter().flat_map(|(start, end)| texts(body, start, end)).collect()
}

#[test]
fn no_text_of_a_page_is_left_in_the_other_language() {
    for args in kinds() {
        let (id, en) = (own_texts(&page(&args, "id")), own_texts(&page(&args, "en")));
        assert!(id.len() > 12, "{args:?}: {id:?}");
        let same: Vec<&String> = id.intersection(&en).filter(|t| !SAME.contains(&t.as_str())).collect();
        assert_eq!(same, Vec::<&String>::new(), "{args:?}");
    }
}

/// The labels that tables, charts and origins put before a figure, as far as they are words of the tool.
#[test]
fn labels_of_values_are_in_the_page_s_language() {
    let pairs = [
        ("tidak diketahui", "unknown"),
        ("tempat asal", "baseline"),
        ("gedung pemerintah", "government hall"),
        ("asumsi", "assumption"),
        ("kudapan", "snacks"),
        ("lebih murah", "cheaper"),
        ("bulan", "month"),
        ("halaman", "page"),
    ];
    // Sources, titles and the example's own texts are in the language of whoever wrote them.
    let written_by_users = |page: &str| {
        let mut tags = texts(page, "<td role=\"cell\" data-label=\"Sumber\"", "</td>");
        tags.extend(texts(page, "<td role=\"cell\" data-label=\"Source\"", "</td>"));
        tags
    };
    for args in kinds() {
        for (lang, other) in [("id", 1), ("en", 0)] {
            let page = page(&args, lang);
            let cells: BTreeSet<String> = texts(&page, "<td role=\"cell\"", "</td>")
                .difference(&written_by_users(&page))
                .cloned()
                .collect();
            for pair in pairs {
                let wrong = if other == 0 { pair.0 } else { pair.1 };
                assert!(!cells.contains(wrong), "{args:?} {lang}: {wrong}");
            }
        }
    }
}

#[test]
fn numbers_and_money_have_the_form_of_the_language() {
    for args in kinds() {
        let (id, en) = (page(&args, "id"), page(&args, "en"));
        let (id_cells, en_cells) =
            (texts(&id, "<td role=\"cell\"", "</td>"), texts(&en, "<td role=\"cell\"", "</td>"));
        let grouped = |cells: &BTreeSet<String>, mark: char| {
            let number = |t: &&String| t.len() > 4 && t.chars().all(|c| c.is_ascii_digit() || c == mark);
            cells.iter().filter(number).filter(|t| t.contains(mark)).count()
        };
        assert_eq!((grouped(&id_cells, ','), grouped(&en_cells, '.')), (0, 0), "{args:?}");
        assert_eq!(grouped(&id_cells, '.'), grouped(&en_cells, ','), "{args:?}");
        assert!(!en.contains(">Rp") && !id.contains("IDR"), "{args:?}");
    }
    let dated = ["events", "--quiet", "tests/fixtures/events/paket_realisasi.csv"];
    let (id, en) = (page(&dated, "id"), page(&dated, "en"));
    for (page, day, month) in [(&id, "24 Maret 2025", "Maret 2025"), (&en, "24 March 2025", "March 2025")] {
        assert!(page.contains(&format!(">{day}<")) && page.contains(&format!(">{month}<")), "{day}");
    }
    assert!(!id.contains("March") && !en.contains("Maret"));
}
