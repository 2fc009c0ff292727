//! One small report in every format and both languages, as a reader sees it. Regenerate with
//! `INSTA_UPDATE=always cargo test -p hemat-io golden`, and read what changed.

use hemat_core::lang::Lang;

use super::csv::write_csv;
use super::html::write_html;
use super::json::write_report_json;
use super::markdown::write_markdown;
use super::samples::{report, written};
use super::text::write_text;

fn check(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../tests/golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn golden_text() {
    for lang in [Lang::Id, Lang::En] {
        for width in [50, 80, 120, 200] {
            let name = format!("text-{width}-{}", lang.code());
            check(&name, &written(|out| write_text(&report(lang), width, out)));
        }
    }
}

#[test]
fn golden_csv() {
    for lang in [Lang::Id, Lang::En] {
        check(&format!("csv-{}", lang.code()), &written(|out| write_csv(&report(lang), out)));
    }
}

#[test]
fn golden_markdown() {
    for lang in [Lang::Id, Lang::En] {
        check(&format!("markdown-{}", lang.code()), &written(|out| write_markdown(&report(lang), out)));
    }
}

#[test]
fn golden_report_json() {
    for lang in [Lang::Id, Lang::En] {
        check(&format!("report-json-{}", lang.code()), &written(|out| write_report_json(&report(lang), out)));
    }
}

/// Without style and script, which are files of their own (`templates/html`).
#[test]
fn golden_html() {
    for lang in [Lang::Id, Lang::En] {
        let page = written(|out| write_html(&report(lang), out));
        let (_, body) = page.split_once("<body").unwrap();
        let (body, _) = body.rsplit_once("<script>").unwrap();
        let body = body.replace(env!("CARGO_PKG_VERSION"), "VERSION");
        check(&format!("html-{}", lang.code()), &format!("<body{body}"));
    }
}
