//! What hostile texts become in every format, and that no line is wider than the terminal.

use hemat_core::lang::Lang;
use hemat_core::report::Cell;
use proptest::prelude::*;

use super::csv::write_csv;
use super::json::write_report_json;
use super::markdown::write_markdown;
use super::samples::{report, report_of, written};
use super::text::write_text;
use super::wrap::{is_number, width_of};

pub(super) fn hostile() -> Vec<String> {
    let mut texts: Vec<String> = [
        "\u{1b}[2J\u{1b}]0;judul\u{7}hilang\u{9b}31m",
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "a|b||c",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "gpj.\u{202e}txt.exe\u{2066}\u{200f}",
        "会议室租金和餐饮费用合计",
        "e\u{301}\u{302}\u{303}\u{304} sosialisasi",
        "\u{301}\u{301}\u{301}",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦 ❤\u{fe0f} 🇮🇩🇮🇩 👍🏽 لا لا ᨠ",
        "baris satu\nbaris dua\r\n\r\n# judul\n- butir\n|---|",
        "**x** _y_ `z` [a](javascript:b) ![c](http://d.id/e.png) $f$ ~~g~~ @h &lt; https://i.id www.j.id",
        "\u{0}\u{1}\u{7f}\u{85}\u{2028}",
        "   ",
        "",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("x".repeat(10_000));
    texts.push("kata ".repeat(2_000));
    texts.push("会".repeat(5_000));
    texts.push("e\u{301}".repeat(5_000));
    texts
}

/// Every line fits, unless it holds a single number that does not.
fn assert_fits(text: &str, width: usize) {
    for line in text.lines() {
        let alone = is_number(line.trim());
        assert!(width_of(line) <= width || alone, "{} > {width}: {line:?}", width_of(line));
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let mut reports: Vec<_> = hostile().iter().map(|t| report_of(t)).collect();
    reports.extend([report(Lang::Id), report(Lang::En)]);
    for report in &reports {
        for width in [0, 20, 39, 40, 41, 60, 79, 80, 100, 120, 200] {
            assert_fits(&written(|out| write_text(report, width, out)), width.max(20));
        }
    }
    for width in 40..=200 {
        assert_fits(&written(|out| write_text(&report(Lang::Id), width, out)), width);
    }
}

#[test]
fn no_number_of_a_table_is_cut() {
    for width in 20..=200 {
        let text = written(|out| write_text(&report(Lang::Id), width, out));
        for number in ["33.480.000", "(30.000.000–41.850.000)", "-1.250.000", "33.980.000,50", "1.200"] {
            assert!(text.contains(number), "{number} at {width}:\n{text}");
        }
    }
}

#[test]
fn terminals_and_pages_get_no_control_character() {
    for text in hostile() {
        let report = report_of(&text);
        let outputs = [
            written(|out| write_text(&report, 80, out)),
            written(|out| write_markdown(&report, out)),
            written(|out| write_report_json(&report, out)),
        ];
        for output in outputs {
            let acts = |c: char| {
                (c.is_control() && c != '\n')
                    || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            assert!(!output.contains(acts), "{text:?}: {output:?}");
        }
    }
}

#[test]
fn markdown_tables_keep_their_shape() {
    for text in hostile() {
        let output = written(|out| write_markdown(&report_of(&text), out));
        assert!(!output.contains("<script") && !output.contains("<img"), "{output}");
        for line in output.lines().filter(|l| l.starts_with("| ")) {
            let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            assert_eq!(bars, 4, "{line}");
        }
        // Title, lead, section, paragraph, item, caption, table: nothing in a text starts a line of its own.
        assert!(output.lines().filter(|l| l.starts_with('#')).count() <= 2, "{output}");
    }
}

#[test]
fn csv_reads_back_and_holds_no_formula() {
    for text in hostile() {
        let output = written(|out| write_csv(&report_of(&text), out));
        let mut reader = ::csv::Reader::from_reader(output.as_bytes());
        for record in reader.records() {
            let record = record.unwrap();
            assert_eq!(record.get(1), Some("-12500000"), "numbers stay numbers");
            let cell = record.get(0).unwrap();
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            let plain = !text.chars().any(|c| c.is_control()) && !text.contains('\u{202e}');
            if plain {
                assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), text);
            }
        }
    }
}

#[test]
fn json_reads_back_to_the_same_texts() {
    for text in hostile() {
        let output = written(|out| write_report_json(&report_of(&text), out));
        let value: serde_json::Value = serde_json::from_str(&output).unwrap();
        assert_eq!(value["title"], text.as_str());
        assert_eq!(value["data"]["rows"][0]["cells"][0]["value"], text.as_str());
        assert_eq!(value["data"]["rows"][0]["cells"][1]["value"], "-12500000");
        assert!(output.ends_with("}\n"));
    }
}

proptest! {
    #[test]
    fn any_text_fits_and_reads_back(text in any::<String>(), width in 40usize..200) {
        let report = report_of(&text);
        assert_fits(&written(|out| write_text(&report, width, out)), width);
        let json: serde_json::Value =
            serde_json::from_str(&written(|out| write_report_json(&report, out))).unwrap();
        prop_assert_eq!(&json["title"], text.as_str());
        let csv = written(|out| write_csv(&report, out));
        let records = ::csv::Reader::from_reader(csv.as_bytes()).into_records().count();
        prop_assert_eq!(records, report.data.rows().len());
        prop_assert!(matches!(report.data.rows()[0].cells[0], Cell::Text(_)));
    }
}
