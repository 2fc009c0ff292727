//! What holds of every page, whatever the texts in it.

use hemat_core::estimate::Estimate;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::report::{
    Block, Cell, Chart, Column, ColumnKind, CostBar, CostPart, Figures, GroupBar, Plot, Quote, Report,
    Section, SwingBar, Table,
};

use super::labels::Labels;
use super::write_html;
use crate::read::digest::digest_of;
use crate::write::hostile_tests::hostile;
use crate::write::samples::{report, report_of, written};

fn html(report: &Report) -> String {
    written(|out| write_html(report, out))
}

/// [`report_of`] with the text also in a quotation, in charts, and in a listing long enough to be paged.
fn everything_of(text: &str) -> Report {
    let mut report = report_of(text);
    let rupiah = Rupiah::from_whole;
    let range = Estimate::try_new(rupiah(1_000), rupiah(2_000), rupiah(5_000)).unwrap();
    let chart = |id: &str, plot| {
        Block::Chart(Chart {
            id: id.to_owned(),
            title: text.to_owned(),
            alternative: text.to_owned(),
            plot,
            figures: Figures::Beside("hostile"),
        })
    };
    let part = CostPart { label: text.to_owned(), word: "meal", bundle: false, amount: rupiah(2_000) };
    let bar = CostBar {
        label: text.to_owned(),
        remark: text.to_owned(),
        parts: vec![part],
        total: range,
        complete: false,
    };
    let swing = SwingBar { label: text.to_owned(), low: rupiah(-5), high: rupiah(7_000) };
    let mut listing = Table::new("listing", text, vec![Column::new("text", text, ColumnKind::Text)]);
    for _ in 0..120 {
        listing.row(vec![Cell::Text(text.to_owned())]);
    }
    let quote = Quote { text: text.to_owned(), evidence: None, sources: vec![text.to_owned()] };
    report.sections.insert(0, Section::new("summary", text).block(Block::Quote(quote)));
    report.sections.push(
        Section::new("drawn", text)
            .block(chart("a", Plot::Costs(vec![bar])))
            .block(chart(
                "b",
                Plot::Groups(vec![GroupBar { label: text.to_owned(), amount: range, count: 1 }]),
            ))
            .block(chart("c", Plot::Tornado { likely: rupiah(2_000), inputs: vec![swing] }))
            .block(Block::Listing(listing)),
    );
    report
}

/// The tags of a page with the names of their attributes, without texts; drawn lines of text count once.
fn skeleton(html: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap();
        let mut shape = tag.split_whitespace().next().unwrap().to_owned();
        for (at, part) in tag.split('"').enumerate() {
            let name = part.strip_suffix('=').and_then(|names| names.split_whitespace().last());
            // Long words have a class of their own.
            if at % 2 == 0
                && let Some(name) = name.filter(|n| *n != "class")
            {
                shape.push(' ');
                shape.push_str(name);
            }
        }
        // Only the raw text of these two is not markup.
        rest = match shape.split(' ').next() {
            Some(name @ ("script" | "style")) => after.split_once(&format!("</{name}")).unwrap().1,
            _ => after,
        };
        if !(shape.starts_with("text") || shape == "/text") {
            tags.push(shape);
        }
    }
    tags
}

#[test]
fn no_text_becomes_markup() {
    let plain = skeleton(&html(&everything_of("sewa aula")));
    for text in hostile().iter().filter(|t| !t.trim().is_empty()) {
        let page = html(&everything_of(text));
        let differs = skeleton(&page).into_iter().zip(&plain).find(|(a, b)| a != *b);
        assert_eq!((differs, skeleton(&page).len()), (None, plain.len()), "{text:?}");
        assert_eq!(page.matches("</script").count(), 3, "labels, rows and the script: {text:?}");
        assert_eq!(page.matches("</style").count(), 1, "{text:?}");
    }
}

#[test]
fn no_text_acts_on_the_reader() {
    for text in hostile() {
        let page = html(&everything_of(&text));
        let acts = |c: char| {
            (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!page.contains(acts), "{text:?}");
    }
}

#[test]
fn ten_thousand_letters_are_all_there() {
    let page = html(&report_of(&"x".repeat(10_000)));
    assert!(page.contains(&format!("<h1>{}</h1>", "x".repeat(10_000))));
}

#[test]
fn the_page_asks_for_nothing() {
    for lang in [Lang::Id, Lang::En] {
        let page = html(&everything_of("x")) + &html(&report(lang));
        let page = page.replace("http://www.w3.org/2000/svg", "");
        for forbidden in
            ["http:", "https:", " src=", "@import", "url(", "<iframe", "<object", " style=", " on"]
        {
            let markup: String = match forbidden {
                // Attributes only: the script and the texts may hold the words.
                " src=" | " style=" | " on" => tags_of(&page),
                _ => page.clone(),
            };
            assert!(!markup.contains(forbidden), "{forbidden}");
        }
        assert_eq!(tags_of(&page).matches("href=\"data:,\"").count(), 2, "the icon is the one thing named");
    }
}

/// The insides of all tags, without style, script and text.
fn tags_of(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap();
        out.push_str(tag);
        out.push('\n');
        rest = match tag.split_whitespace().next() {
            Some(name @ ("script" | "style")) => after.split_once(&format!("</{name}")).unwrap().1,
            _ => after,
        };
    }
    out
}

#[test]
fn the_policy_names_the_script_and_the_style_that_are_there() {
    let page = html(&report(Lang::Id));
    let between = |start: &str, end: &str| page.rsplit_once(start).unwrap().1.split_once(end).unwrap().0;
    for (what, content) in
        [("script", between("<script>", "</script>")), ("style", between("<style>", "</style>"))]
    {
        // Browsers hash the bytes between the tags; the letters of base64 are checked in `policy.rs`.
        let digest = digest_of(content).0;
        let first = format!("{what}-src &#x27;sha256-");
        let named = page.split_once(&first).unwrap().1.split_once("&#x27;").unwrap().0.replace("&#x2f;", "/");
        assert_eq!(named.len(), 44, "{named}");
        let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        assert_eq!(named.as_bytes()[0], letters[usize::from(digest[0] >> 2)], "{what}");
        assert_eq!(named.as_bytes()[4], letters[usize::from(digest[3] >> 2)], "{what}");
    }
}

#[test]
fn a_long_table_is_in_the_page_in_part_and_in_the_data_whole() {
    let mut report = report(Lang::En);
    let mut listing = Table::new(
        "listing",
        "",
        vec![Column::new("t", "Title", ColumnKind::Text), Column::new("a", "IDR", ColumnKind::Rupiah)],
    );
    for n in 0..5_000_i64 {
        listing.row(vec![Cell::text(format!("event {n}")), Cell::Rupiah(Rupiah::from_whole(n * 1_000))]);
    }
    report.sections.push(Section::new("listing", "All").block(Block::Listing(listing)));
    let page = html(&report);
    let listing = page.split_once("id=\"table-listing\"").unwrap().1;
    let (table, rest) = listing.split_once("</table>").unwrap();
    assert_eq!(table.matches("rowheader").count(), 100);
    assert!(table.contains("100 of 5,000."));
    let data = rest.split_once("class=\"more\">").unwrap().1.split_once("</script>").unwrap().0;
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    let rows = data["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 4_900);
    assert_eq!(rows[4_899][0], serde_json::json!([["event 4999"], ["4,999,000", "", "4999000"]]));
}

#[test]
fn every_word_of_the_page_is_in_both_languages() {
    for (id, en) in Labels::both() {
        assert!(!id.trim().is_empty() && !en.trim().is_empty());
        assert_ne!(id, en);
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(html(&report(Lang::Id)), html(&report(Lang::Id)));
}
