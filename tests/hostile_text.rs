//! Text of strangers in every field of every input, and every output read: nothing in it acts.
//!
//! A page, a Markdown document and a workbook are compared with those of harmless words of the same length: the same
//! tags, attributes, rows and formulas have to come out. Whatever a text adds to them is an injection.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    dead_code,
    unreachable_pub,
    reason = "a test stops at the first surprise"
)]

#[path = "cli/run.rs"]
mod command;
#[path = "hostile_text/inputs.rs"]
mod inputs;
#[path = "hostile_text/markup.rs"]
mod markup;

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use inputs::{Inputs, written};
use serde_json::Value;

/// Texts that are markup, formulas or code somewhere.
const HOSTILE: [&str; 9] = [
    r#"<script>alert(1)</script><img src=x onerror=alert(2)>"#,
    r#""></title></style></script><script>alert(3)</script>"#,
    r#"' onmouseover='alert(4)' x="y" onfocus="alert(5)" autofocus tabindex=1 style="color:red"#,
    r#"</text></svg><svg onload=alert(6)><a xlink:href="javascript:alert(7)">"#,
    r#"=HYPERLINK("http://contoh.invalid","klik")"#,
    r#"@SUM(A1:A9)*cmd|' /C calc'!A0"#,
    r#"| a | b | [klik](javascript:alert(8)) ![x](http://contoh.invalid/x.png) `kode` **tebal** # judul"#,
    r#"{{ kode }}{% raw %}${kode}<!-- --><![CDATA[isi]]>&lt;b&gt;&amp;"#,
    r#"-2+3+cmd|' /C calc'!A0"#,
];

/// Texts that act on a terminal or hide.
const HIDDEN: [&str; 5] = [
    "\u{1b}[2J\u{1b}]0;judul\u{7}\u{1b}]8;;http://contoh.invalid\u{1b}\\klik\u{1b}]8;;\u{1b}\\",
    "\u{9b}31m\u{9d}0;judul\u{9c}\u{90}x",
    "jumlah satu\u{8}\u{8}dua\u{7f}",
    "gpj.\u{202e}txt.exe\u{202c}\u{2066}x\u{2069}\u{200f}",
    "so\u{ad}so\u{200b}k\u{feff}\u{2060} \u{e0041}",
];

/// The same length, letters and digits, and what parts sentences; everything else harmless.
fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() || " ;".contains(c) { c } else { 'z' }).collect()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// Runs over both sets of files: command, output of the hostile one, output of the harmless one.
fn in_pairs(hostile: &str, format: &str, judge: impl Fn(&str, Vec<u8>, Vec<u8>)) {
    let harmless = harmless(hostile);
    let (bad, good) = (Inputs::with(hostile, hostile), Inputs::with(&harmless, &harmless));
    for ((name, bad), (_, good)) in bad.commands().iter().zip(good.commands()) {
        judge(name, written(bad, format).0, written(&good, format).0);
    }
}

#[test]
fn pages_keep_their_tags_and_attributes() {
    for hostile in HOSTILE {
        in_pairs(hostile, "html", |name, bad, good| {
            let (bad, good) = (text(bad), text(good));
            let (found, expected) = (markup::skeleton(&bad), markup::skeleton(&good));
            let first = found.iter().zip(&expected).position(|(a, b)| a != b);
            let shown = first.map(|at| (&found[at.saturating_sub(2)..=at], &expected[at]));
            assert!(first.is_none() && found.len() == expected.len(), "{name}: {hostile}\n{shown:?}");
            assert!(found.iter().any(|t| t.starts_with("svg")) || name != "compare", "{name}: charts");
            let acts = |tag: &&String| {
                let is_code = tag.starts_with("style: ") || tag.starts_with("script: ");
                !is_code && tag.split(' ').skip(1).any(|a| a.starts_with("on") || a.starts_with("href=java"))
            };
            assert_eq!(found.iter().find(acts), None, "{name}");
        });
    }
}

/// A line without its words: what begins it, and the bars that part its cells.
fn markdown_shape(document: &str) -> Vec<String> {
    let shape = |line: &str| {
        let start = ["# ", "## ", "- ", "> ", "|", "    ", "```", "---", "1. "]
            .into_iter()
            .find(|s| line.starts_with(s));
        let start = start.unwrap_or_default();
        let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        format!("{start}{bars}")
    };
    document.lines().map(shape).collect()
}

/// Characters that are markup where no backslash stands before them.
fn bare(document: &str, markup: &str) -> usize {
    let plain = document.replace("\\\\", "");
    plain.char_indices().filter(|(at, c)| markup.contains(*c) && !plain[..*at].ends_with('\\')).count()
}

#[test]
fn markdown_keeps_its_rows_and_holds_no_markup() {
    for hostile in HOSTILE {
        in_pairs(hostile, "markdown", |name, bad, good| {
            let (bad, good) = (text(bad), text(good));
            assert_eq!(markdown_shape(&bad), markdown_shape(&good), "{name}: {hostile}");
            for markup in ["<", ">", "`", "[", "!", "*", "~"] {
                assert_eq!(bare(&bad, markup), bare(&good, markup), "{name}: {markup} of {hostile}");
            }
            assert!(!bad.contains("http://"), "{name}: a link that readers make clickable");
        });
    }
}

#[test]
fn csv_holds_no_formula() {
    for hostile in HOSTILE {
        in_pairs(hostile, "csv", |name, bad, good| {
            let records = |bytes: &[u8]| {
                let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
                reader.into_records().map(Result::unwrap).collect::<Vec<_>>()
            };
            let (bad, good) = (records(&bad), records(&good));
            let lengths =
                |all: &[csv::StringRecord]| all.iter().map(csv::StringRecord::len).collect::<Vec<_>>();
            assert_eq!(lengths(&bad), lengths(&good), "{name}: {hostile}");
            for cell in bad.iter().flatten() {
                let number = cell.parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell:?}");
            }
        });
    }
}

/// The parts of a workbook or a letter.
fn parts(package: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn workbooks_hold_the_same_formulas_and_no_link() {
    for hostile in HOSTILE {
        in_pairs(hostile, "xlsx", |name, bad, good| {
            let (bad, good) = (parts(bad), parts(good));
            let names = |parts: &[(String, String)]| parts.iter().map(|(n, _)| n.clone()).collect::<Vec<_>>();
            assert_eq!(names(&bad), names(&good), "{name}: {hostile}");
            for ((part, bad), (_, good)) in bad.iter().zip(&good) {
                assert!(!part.contains("externalLink"), "{name}: {part}");
                assert_eq!(
                    bad.matches("<f>").count(),
                    good.matches("<f>").count(),
                    "{name}: formulas of {part}: {hostile}"
                );
                assert_eq!(
                    bad.matches("<f ").count(),
                    good.matches("<f ").count(),
                    "{name}: formulas of {part}: {hostile}"
                );
                assert!(!bad.contains("TargetMode=\"External\""), "{name}: {part}");
                let formulas: BTreeSet<&str> =
                    bad.split("<f>").skip(1).filter_map(|f| f.split("</f>").next()).collect();
                let outside = formulas.iter().find(|f| f.contains("cmd") || f.contains("HYPERLINK"));
                assert_eq!(outside, None, "{name}: {part}");
                if part.starts_with("xl/worksheets/") {
                    // Columns of one width are written as one; rows of one amount stand in the order of their ids.
                    let tags = |xml: &str| {
                        let mut tags = markup::skeleton(xml);
                        tags.retain(|tag| !tag.starts_with("col "));
                        tags.sort();
                        tags
                    };
                    assert_eq!(tags(bad), tags(good), "{name}: {part}: {hostile}");
                }
            }
        });
    }
}

#[test]
fn json_holds_the_texts_unchanged_and_the_same_keys() {
    fn keys(value: &Value, path: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => map.iter().for_each(|(key, v)| {
                found.insert(format!("{path}.{key}"));
                keys(v, &format!("{path}.{key}"), found);
            }),
            Value::Array(all) => all.iter().for_each(|v| keys(v, path, found)),
            _ => {}
        }
    }
    for hostile in HOSTILE.iter().chain(&HIDDEN) {
        let name_of_place = if HIDDEN.contains(hostile) { "x" } else { *hostile };
        let bad = Inputs::with(hostile, name_of_place);
        let good = Inputs::with(&harmless(hostile), &harmless(name_of_place));
        for ((name, bad), (_, good)) in bad.commands().iter().zip(good.commands()) {
            let (bad, good) = (text(written(bad, "json").0), text(written(&good, "json").0));
            let value = |json: &str| serde_json::from_str::<Value>(json).unwrap();
            let (mut found, mut expected) = (BTreeSet::new(), BTreeSet::new());
            keys(&value(&bad), "", &mut found);
            keys(&value(&good), "", &mut expected);
            // Hidden characters are told by a diagnostic, which has keys of its own.
            assert!(found == expected || HIDDEN.contains(hostile) && name == &"inspect", "{name}: {hostile}");
            assert!(!bad.contains(acts_on_a_screen), "{name}: {hostile:?}");
        }
    }
}

/// True for what no output may hold, but for line feeds.
fn acts_on_a_screen(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

#[test]
fn no_output_and_no_message_acts_on_a_screen() {
    for hidden in HIDDEN {
        let inputs = Inputs::with(hidden, "x");
        for (name, args) in inputs.commands() {
            for format in ["text", "markdown", "html", "csv", "json"] {
                let (out, said) = written(&args, format);
                let out = text(out);
                let found =
                    out.find(acts_on_a_screen).map(|at| out[..at].chars().rev().take(60).collect::<String>());
                assert_eq!(found, None, "{name} {format}: {hidden:?}");
                assert!(!said.contains(acts_on_a_screen), "{name} {format}: {said:?}");
            }
        }
        let said = written(&inputs.commands()[8].1, "csv").1;
        assert!(said.contains("hidden-characters"), "{hidden:?}: {said}");
    }
}

#[test]
fn letters_and_lists_hold_no_markup_and_no_formula() {
    for hostile in HOSTILE.iter().chain(&HIDDEN) {
        let name_of_place = if HIDDEN.contains(hostile) { "x" } else { *hostile };
        let inputs = Inputs::with(hostile, name_of_place);
        let folder = tempfile::tempdir().unwrap();
        let docx = folder.path().join("surat.docx");
        let budget = inputs.path("budget.csv");
        let aside = folder.path().join("aside.csv");
        for letter in ["request", "reply"] {
            let args = [
                "request",
                &budget,
                "--event",
                &inputs.event,
                "--letter",
                letter,
                "--no-redact",
                "--venues",
                &inputs.path("venues.toml"),
            ];
            let ran = command::run(&args);
            assert_eq!(ran.code, 0, "{}", ran.stderr);
            assert_eq!(bare(&ran.stdout, "<`["), 0, "{hostile}: {}", ran.stdout);
            assert!(
                !ran.stdout.contains(acts_on_a_screen) && !ran.stderr.contains(acts_on_a_screen),
                "{hostile:?}"
            );
            let ran = command::run(&[&args[..], &["--out", docx.to_str().unwrap()]].concat());
            assert_eq!(ran.code, 0, "{}", ran.stderr);
            let expected = ["w:", "Types", "Override", "Default", "Relationship", "?xml", "/"];
            for (part, xml) in parts(std::fs::read(&docx).unwrap()) {
                for tag in markup::skeleton(&xml) {
                    assert!(expected.iter().any(|known| tag.starts_with(known)), "{part}: {tag}");
                }
                assert!(!xml.contains("External") && !xml.contains(acts_on_a_screen), "{part}");
            }
        }
        let ran = command::run(&["lines", &budget, "--set-aside", aside.to_str().unwrap(), "--quiet"]);
        assert_eq!(ran.code, 0);
        let classes = command::run(&["classify", &inputs.path("descriptions.csv")]).stdout;
        let why = command::run(&["classify", &inputs.path("descriptions.csv"), "--why"]).stdout;
        assert!(!why.contains(acts_on_a_screen), "{why:?}");
        for list in [std::fs::read_to_string(&aside).unwrap(), classes] {
            assert!(!list.contains(acts_on_a_screen), "{list:?}");
            let records: Vec<csv::StringRecord> = csv::ReaderBuilder::new()
                .flexible(true)
                .from_reader(list.as_bytes())
                .into_records()
                .map(Result::unwrap)
                .collect();
            assert!(!records.is_empty(), "{list}");
            let formula = |cell: &&str| {
                cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err()
            };
            assert_eq!(records.iter().flatten().find(formula), None, "{list}");
        }
    }
}

#[test]
fn names_that_only_look_latin_are_told_by_their_letters() {
    let inputs = Inputs::with(" di Hotel \u{41c}elu\u{433}", "x");
    let ran = command::run(&["lines", &inputs.path("budget.csv"), "--format", "csv"]);
    assert!(ran.stderr.contains("letters-of-another-script"), "{}", ran.stderr);
    assert!(ran.stderr.contains("U+041C (Cyrillic, looks like M)"), "{}", ran.stderr);
    for (name, told) in [
        ("Hotel M\u{435}lur", "U+0435 (Cyrillic, looks like e)"),
        ("\u{397}otel Melur", "U+0397 (Greek, looks like H)"),
        ("Hotel Me\u{200b}lur", "U+200B"),
        ("Hotel \u{202e}rulem", "U+202E"),
    ] {
        let path = inputs.path("venues.toml");
        let venues = std::fs::read_to_string(&path).unwrap().replace("Hotel Melur x", name);
        std::fs::write(inputs.path("other.toml"), venues).unwrap();
        let ran =
            command::run(&["savings", &inputs.path("budget.csv"), "--venues", &inputs.path("other.toml")]);
        assert_eq!(ran.code, 2, "{name:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("venue[2].name") && ran.stderr.contains(told), "{}", ran.stderr);
        assert!(!ran.stderr.contains(acts_on_a_screen));
    }
}

#[test]
fn arguments_and_file_names_are_inert_on_standard_error() {
    for args in [
        &["lines", "\u{1b}[2Jtidak-ada.csv"][..],
        &["lines", "--\u{1b}]0;x\u{7}", "a.csv"],
        &["lines", "a.csv", "--layout", "\u{202e}akr"],
        &["\u{9b}31m"],
    ] {
        let ran = command::run(args);
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(!ran.stderr.is_empty() && !ran.stderr.contains(acts_on_a_screen), "{:?}", ran.stderr);
    }
}
