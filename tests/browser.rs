//! Pages in a real browser: nothing is fetched, the console is silent, tables sort and filter, the figures are those
//! of the JSON, and the page prints.
//!
//! Looks for the browser in `HEMAT_CHROMIUM`, then by the usual names; without one it says that it skips, and fails
//! if `CI=true`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "a test stops at the first surprise"
)]
#![allow(dead_code, unreachable_pub, reason = "the runner is shared by several tests")]

#[path = "browser/chromium.rs"]
mod chromium;
#[path = "cli/run.rs"]
mod command;
#[path = "browser/figures.rs"]
mod figures;
#[path = "browser/page.rs"]
mod page;

use std::fs;

use serde_json::Value;

use command::run;
use figures::{amount, range};
use page::Seen;

const SAVINGS: [&str; 5] = [
    "savings",
    "tests/fixtures/savings/budget.csv",
    "--venues",
    "tests/fixtures/savings/venues.toml",
    "--quiet",
];
const COMPARE: [&str; 3] = ["compare", "--example", "asahan-2018"];
const EVENTS: [&str; 3] = ["events", "tests/fixtures/savings/budget.csv", "--quiet"];

fn written(args: &[&str], format: &str, lang: &str) -> String {
    let ran = run(&[args, &["--format", format, "--lang", lang]].concat());
    assert_eq!(ran.code, 0, "{args:?}: {}", ran.stderr);
    ran.stdout
}

/// What holds of every page.
fn assert_sound(seen: &Seen, lang: &str) {
    let none = Value::Array(Vec::new());
    for nothing in ["violations", "errors", "resources", "anchors", "repeated"] {
        assert_eq!(seen.0[nothing], none, "{nothing}");
    }
    assert_eq!(seen.0["lang"], lang);
    assert_eq!(seen.0["wide"], false, "the page scrolls sideways");
    let details = &seen.0["details"];
    assert_eq!(details["all"], details["opened"], "some figure does not open");
    let headings: Vec<String> = serde_json::from_value(seen.0["headings"].clone()).unwrap();
    assert_eq!(headings.iter().filter(|h| *h == "H1").count(), 1);
    let levels: Vec<u8> = headings.iter().map(|h| h.as_bytes()[1] - b'0').collect();
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "a level is skipped: {headings:?}");
    for chart in seen.0["charts"].as_array().unwrap() {
        assert!(
            chart["width"].as_f64().unwrap() > 300.0 && chart["height"].as_f64().unwrap() > 40.0,
            "{chart}"
        );
        assert!(!chart["title"].as_str().unwrap().is_empty() && !chart["desc"].as_str().unwrap().is_empty());
    }
}

/// Every sort of every table orders its column one way and then the other, and keeps the rows.
fn assert_sorts(seen: &Seen, lang: &str) {
    let mut sorted = 0;
    for table in seen.tables() {
        for sort in seen.0["tables"][&table]["sorts"].as_array().unwrap() {
            sorted += 1;
            assert_eq!(sort["focused"], true, "{table}: the keyboard does not reach {}", sort["heading"]);
            let rows =
                |way: &str| -> Vec<String> { serde_json::from_value(sort[way]["rows"].clone()).unwrap() };
            let (first, second) = (rows("first"), rows("second"));
            let mut same = (first.clone(), second.clone());
            same.0.sort();
            same.1.sort();
            assert_eq!(same.0, same.1, "{table}: rows are lost");
            if sort["number"] == true {
                assert_eq!(
                    (&sort["first"]["state"], &sort["second"]["state"]),
                    (&"descending".into(), &"ascending".into())
                );
                let numbers =
                    |rows: &[String]| rows.iter().filter_map(|t| amount(t, lang)).collect::<Vec<_>>();
                assert!(
                    numbers(&first).is_sorted_by(|a, b| a >= b),
                    "{table} {}: {first:?}",
                    sort["heading"]
                );
                assert!(numbers(&second).is_sorted(), "{table} {}: {second:?}", sort["heading"]);
                let unknown = |t: &String| amount(t, lang).is_none();
                let told = first.iter().filter(|t| !unknown(t)).count();
                assert!(first.iter().skip(told).all(unknown), "{table}: what is unknown comes last");
            }
        }
    }
    assert!(sorted > 0, "no table can be sorted");
}

fn assert_filters(seen: &Seen) {
    let mut filtered = 0;
    for table in seen.tables() {
        let found = &seen.0["tables"][&table];
        let Some(rows) = found["filter"]["rows"].as_array() else { continue };
        filtered += 1;
        let word = found["word"].as_str().unwrap().to_lowercase();
        let all = seen.rows(&table);
        assert!(!rows.is_empty() && rows.len() <= all.len(), "{table}");
        // Origins are searched too, so a row may hold the word where it is folded away: at least the visible ones.
        let visible = all.iter().filter(|row| row.join(" ").to_lowercase().contains(&word)).count();
        assert!(rows.len() >= visible, "{table}: {} of {visible}", rows.len());
        assert_eq!(
            (&found["filter"]["none"]["rows"], &found["filter"]["again"]),
            (&0.into(), &all.len().into())
        );
        assert!(!found["filter"]["none"]["status"].as_str().unwrap().is_empty(), "{table}: nothing is said");
    }
    assert!(filtered > 0, "no table can be filtered");
}

#[test]
fn a_comparison_shows_the_figures_of_its_json() {
    let Some(browser) = chromium::find() else { return };
    let json: Value = serde_json::from_str(&written(&COMPARE, "json", "id")).unwrap();
    for lang in ["id", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let seen = Seen::of(&browser, folder.path(), &written(&COMPARE, "html", lang));
        assert_sound(&seen, lang);
        assert_sorts(&seen, lang);
        let rows = seen.rows("table-venues");
        let options = json["options"].as_array().unwrap();
        assert_eq!(rows.len(), options.len());
        for (row, option) in rows.iter().zip(options) {
            let bound = if option["complete"] == true { "" } else { "≥ " };
            assert_eq!(row[1], format!("{bound}{}", range(&option["total"], lang)), "{lang}");
            let saving = if option["venue"] == json["baseline"] {
                String::new()
            } else {
                range(&option["saving"], lang)
            };
            assert_eq!(row[2], saving, "{lang}");
        }
        let parts = seen.rows("table-components");
        for option in options {
            for part in option["components"].as_array().unwrap() {
                let shown = range(&part["amount"], lang);
                assert!(parts.iter().any(|row| row[2] == shown), "{lang}: {shown}");
            }
        }
        assert_eq!(seen.0["charts"].as_array().unwrap().len(), 4, "costs, two halls, evidence");
    }
}

#[test]
fn savings_show_the_figures_of_their_json() {
    let Some(browser) = chromium::find() else { return };
    let json: Value = serde_json::from_str(&written(&SAVINGS, "json", "id")).unwrap();
    for lang in ["id", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let seen = Seen::of(&browser, folder.path(), &written(&SAVINGS, "html", lang));
        assert_sound(&seen, lang);
        assert_sorts(&seen, lang);
        let (rows, events) = (seen.rows("table-every-event"), json["events"].as_array().unwrap());
        assert_eq!(rows.len(), events.len());
        for (row, event) in rows.iter().zip(events) {
            assert_eq!(row[0], event["title"].as_str().unwrap());
            assert_eq!(row[5], figures::grouped(event["current"].as_str().unwrap(), lang));
            let saving = if event["gross_saving"].is_null() {
                String::new()
            } else {
                range(&event["gross_saving"], lang)
            };
            assert_eq!(row[7], saving);
        }
        let likely = figures::grouped(json["gross"]["likely"].as_str().unwrap(), lang);
        assert!(seen.0["quote"].as_str().unwrap().contains(&likely), "{}", seen.0["quote"]);
        let balance = seen.rows("table-reconciliation");
        assert_eq!(
            balance[3][2],
            figures::grouped(json["reconciliation"]["amount"]["read"].as_str().unwrap(), lang)
        );
    }
}

#[test]
fn a_long_table_is_paged_sorted_and_filtered_whole() {
    let Some(browser) = chromium::find() else { return };
    let folder = tempfile::tempdir().unwrap();
    let budget = folder.path().join("panjang.csv");
    fs::write(&budget, figures::long_budget(730)).unwrap();
    let args = ["events", budget.to_str().unwrap(), "--quiet"];
    let json: Value = serde_json::from_str(&written(&args, "json", "id")).unwrap();
    let html = written(&args, "html", "id");
    let seen = Seen::of(&browser, folder.path(), &html);
    assert_sound(&seen, "id");
    assert_sorts(&seen, "id");
    assert_filters(&seen);
    let (rows, events) = (seen.rows("table-every-event"), json["events"].as_array().unwrap());
    assert_eq!((rows.len(), events.len()), (730, 730));
    for (row, event) in rows.iter().zip(events) {
        assert_eq!(row[0], event["title"].as_str().unwrap());
        assert_eq!(row[7], figures::grouped(event["total"].as_str().unwrap(), "id"));
    }
    assert_eq!(seen.0["tables"]["table-every-event"]["status"], "Baris 1–50 dari 730");
    // Without scripts the first hundred rows are there, and it is said that there are more.
    let listing = html.split_once("id=\"table-every-event\"").unwrap().1.split_once("</table>").unwrap().0;
    assert_eq!(listing.matches("<th role=\"rowheader\"").count(), 100);
    assert!(html.contains("<noscript><p>") && html.contains("100 dari 730"));
}

/// A budget that would like to be a program: in the page, in the data of long tables, and where rows open.
#[test]
fn a_hostile_budget_does_nothing() {
    let Some(browser) = chromium::find() else { return };
    let folder = tempfile::tempdir().unwrap();
    let budget = folder.path().join("jahat.csv");
    let hostile =
        "\u{202e} </script><script>document.body.id=1</script><img src=x onerror=document.body.id=2>";
    fs::write(&budget, figures::long_budget(130).replace("Sosialisasi", &format!("Sosialisasi {hostile}")))
        .unwrap();
    let seen = Seen::of(
        &browser,
        folder.path(),
        &written(&["events", budget.to_str().unwrap(), "--quiet"], "html", "en"),
    );
    assert_sound(&seen, "en");
    let rows = seen.rows("table-every-event");
    assert_eq!(rows.len(), 130);
    for row in rows {
        assert!(row[0].contains("<U+202E> </script><script>document.body.id"), "{}", row[0]);
    }
    assert_eq!(seen.0["body"], "", "a text of the budget ran");
}

#[test]
fn nothing_is_asked_of_a_network_and_the_console_is_silent() {
    let Some(browser) = chromium::find() else { return };
    for args in [&COMPARE[..], &SAVINGS, &EVENTS] {
        let folder = tempfile::tempdir().unwrap();
        let server = chromium::Server::of(written(args, "html", "id"));
        let (dom, console) = chromium::dom(&browser, &folder.path().join("profile"), &server.url);
        assert!(dom.contains("class=\"scripted\""), "{args:?}: the page's script did not run");
        assert_eq!(console, Vec::<String>::new(), "{args:?}");
        assert_eq!(server.asked(), ["/page.html"], "{args:?}");
    }
}

#[test]
fn pages_print_on_paper() {
    let Some(browser) = chromium::find() else { return };
    for args in [&COMPARE[..], &SAVINGS, &EVENTS] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("laporan.html");
        fs::write(&file, written(args, "html", "id")).unwrap();
        let pdf = folder.path().join("laporan.pdf");
        chromium::print(
            &browser,
            &folder.path().join("profile"),
            &format!("file://{}", file.display()),
            &pdf,
        );
        let bytes = fs::read(&pdf).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{args:?}");
        let text = String::from_utf8_lossy(&bytes);
        let pages = text.matches("/Type /Page\n").count();
        assert!((2..=20).contains(&pages), "{args:?}: {pages} pages");
        // A4 in points.
        assert!(text.contains("/MediaBox [0 0 594.95996 841.91998]"), "{args:?}: not A4");
    }
}
