//! The files themselves: header, order, form, keys and sources; and equality with the tables they came from.
// The lint knows test functions, not their helpers in a test file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "../../../tests/shared_folder.rs"]
mod shared_folder;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use shared_folder::shared_folder;

type Rows = Vec<csv::StringRecord>;

const PRICE_HEADER: &str = "standard,regulation,fiscal_year_from,fiscal_year_to,stages,nature,binds,annex,item_no,item,region,levels,level_label,package,persons_above,unit,amount_idr,condition_id,condition_en,source,source_line,page,verification,note_id,note_en";
const PRICE_KEY: &[&str] = &["item", "region", "levels", "package", "fiscal_year_from", "stages"];

/// Name, header, key columns in the order of sorting.
const FILES: &[(&str, &str, &[&str])] = &[
    ("sbm2026_meeting_packages", PRICE_HEADER, PRICE_KEY),
    ("sbm2026_meals_snacks", PRICE_HEADER, PRICE_KEY),
    ("sbm2026_hall_rent", PRICE_HEADER, PRICE_KEY),
    ("sbm2026_honoraria", PRICE_HEADER, PRICE_KEY),
    ("sbm2026_daily_allowances", PRICE_HEADER, PRICE_KEY),
    ("sbm2026_lodging", PRICE_HEADER, PRICE_KEY),
    ("shsr_meeting_packages", PRICE_HEADER, PRICE_KEY),
    (
        "ceiling_multipliers",
        "rule,standard,item,package,levels,fiscal_year_from,fiscal_year_to,factor,source,verification",
        &["rule", "package"],
    ),
    (
        "accounts",
        "scheme,code,name,name_in_source,level,event_category,source,verification,note_id,note_en",
        &["scheme", "code"],
    ),
    (
        "rules",
        "id,kind,regulation,funds,scope_id,scope_en,in_force_from,sure_from,sure_to,in_force_to,validity_id,validity_en,summary_id,summary_en,source,verification",
        &["id"],
    ),
    (
        "hall_tariffs",
        "region,province,regulation,year,venue,use_class,period,hours_max,day_type,capacity,included,amount_idr,source,verification,note_id,note_en",
        &["region", "venue", "use_class", "period", "day_type", "included"],
    ),
    (
        "audit_patterns",
        "id,region,fiscal_year,said_by,amount_idr,summary_id,summary_en,detection_id,detection_en,source,verification",
        &["id"],
    ),
    (
        "evidence_documents",
        "cost_type,position,document_id,document_en,source,verification",
        &["cost_type", "position"],
    ),
    (
        "lawful_reasons",
        "id,explanation_id,explanation_en,rules,document_id,document_en,source,verification",
        &["id"],
    ),
    (
        "requested_documents",
        "id,figures,document_id,document_en,shows_id,shows_en,checklist,source,verification",
        &["id"],
    ),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets")
}

struct File {
    text: String,
    header: csv::StringRecord,
    rows: Rows,
}

impl File {
    fn open(path: &Path) -> File {
        let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header = reader.headers().unwrap().clone();
        let rows = reader.records().map(Result::unwrap).collect();
        File { text, header, rows }
    }

    fn asset(name: &str) -> File {
        File::open(&root().join(format!("{name}.csv")))
    }

    fn cell<'a>(&self, row: &'a csv::StringRecord, column: &str) -> &'a str {
        let at = self.header.iter().position(|h| h == column);
        &row[at.unwrap_or_else(|| panic!("no column {column}"))]
    }

    fn pick(&self, columns: &[&str]) -> Vec<Vec<String>> {
        let one = |row| columns.iter().map(|c| self.cell(row, c).to_owned()).collect();
        let mut all: Vec<Vec<String>> = self.rows.iter().map(one).collect();
        all.sort();
        all
    }
}

#[test]
fn no_file_is_forgotten() {
    let listed: BTreeSet<String> = FILES.iter().map(|(name, ..)| format!("{name}.csv")).collect();
    let present = std::fs::read_dir(root()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    assert_eq!(listed, present.collect());
}

#[test]
fn every_file_is_named_in_a_manifest() {
    let mut named: Vec<&str> = hemat_reference::tables().iter().map(|(name, _)| *name).collect();
    named.sort_unstable();
    let present: BTreeSet<String> = FILES.iter().map(|(name, ..)| format!("{name}.csv")).collect();
    assert_eq!(named, present.iter().collect::<Vec<_>>());
    for (name, text) in hemat_reference::tables() {
        assert_eq!(text, std::fs::read_to_string(root().join(name)).unwrap(), "{name}");
    }
}

#[test]
fn files_are_in_normal_form() {
    for (name, header, key) in FILES {
        let file = File::asset(name);
        assert_eq!(file.header.iter().collect::<Vec<_>>().join(","), *header, "{name}");
        let keys: Vec<Vec<&str>> =
            file.rows.iter().map(|r| key.iter().map(|k| file.cell(r, k)).collect()).collect();
        assert!(keys.is_sorted_by(|a, b| a < b), "{name} is not sorted by {key:?}, or has a key twice");
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&file.header).unwrap();
        for row in &file.rows {
            writer.write_record(row).unwrap();
            assert!(row.iter().all(|c| c == c.trim()), "{name}: blanks around a cell in {row:?}");
            assert_ne!(file.cell(row, "source"), "", "{name}: no source in {row:?}");
            assert_ne!(file.cell(row, "verification"), "", "{name}: no verification in {row:?}");
        }
        assert!(
            file.text == String::from_utf8(writer.into_inner().unwrap()).unwrap(),
            "{name} is not normalised"
        );
    }
}

/// Upper-case province name as the original tables write it.
fn original_region(name: &str) -> String {
    name.to_uppercase().replace("SUMATERA", "SUMATRA").replace("KEPULAUAN BANGKA BELITUNG", "BANGKA BELITUNG")
}

fn swap(rows: Vec<Vec<String>>, change: impl Fn(usize, &str) -> String) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> =
        rows.into_iter().map(|r| r.iter().enumerate().map(|(i, c)| change(i, c)).collect()).collect();
    out.sort();
    out
}

#[test]
fn prices_equal_the_originals_row_for_row() {
    let Some(dir) = shared_folder("reference") else { return };
    // Original file, its columns, our file, our columns; the first column is the region where there is one.
    type Case = (&'static str, &'static [&'static str], &'static str, &'static [&'static str]);
    let cases: [Case; 4] = [
        (
            "sbm2026_paket_rapat",
            &["province", "level", "package", "amount_idr", "item_no", "source", "source_line", "page"],
            "sbm2026_meeting_packages",
            &["region", "level_label", "package", "amount_idr", "item_no", "source", "source_line", "page"],
        ),
        (
            "sbm2026_penginapan",
            &["province", "level", "amount_idr", "unit", "item_no", "source", "source_line"],
            "sbm2026_lodging",
            &["region", "level_label", "amount_idr", "unit", "item_no", "source", "source_line"],
        ),
        (
            "sbm2026_sewa_gedung_pertemuan",
            &["province", "amount_idr", "source", "source_line", "page"],
            "sbm2026_hall_rent",
            &["region", "amount_idr", "source", "source_line", "page"],
        ),
        (
            "sbm2026_uang_harian",
            &["province", "kind", "amount_idr", "unit", "item_no", "source", "source_line"],
            "sbm2026_daily_allowances",
            &["region", "item", "amount_idr", "unit", "item_no", "source", "source_line"],
        ),
    ];
    for (theirs, their_columns, ours, our_columns) in cases {
        let original = File::open(&dir.join(format!("{theirs}.csv"))).pick(their_columns);
        let carried = swap(File::asset(ours).pick(our_columns), |i, cell| match cell {
            "allowance-out-of-town" => "luar kota".into(),
            "allowance-in-town" => "dalam kota > 8 jam".into(),
            "allowance-training" => "diklat".into(),
            _ if i == 0 => original_region(cell),
            _ => cell.into(),
        });
        assert_eq!(carried, original, "{theirs}");
    }
    let original = File::open(&dir.join("sbm2026_konsumsi.csv"));
    let mut expected = Vec::new();
    for (context, column) in [("meal", "meal_idr"), ("snack", "snack_idr")] {
        expected.extend(
            original.pick(&["province", "context", column, "item_no", "source_line"]).into_iter().map(
                |mut r| {
                    r[1] = format!(
                        "{}-{context}",
                        match &*r[1] {
                            "rapat biasa" => "meeting",
                            "diklat" => "training",
                            _ => "coordination",
                        }
                    );
                    r
                },
            ),
        );
    }
    expected.sort();
    let food =
        File::asset("sbm2026_meals_snacks").pick(&["region", "item", "amount_idr", "item_no", "source_line"]);
    assert_eq!(swap(food, |i, c| if i == 0 { original_region(c) } else { c.into() }), expected);
    let original =
        File::open(&dir.join("sbm2026_honorarium_event.csv")).pick(&["amount_idr", "source_line", "item_no"]);
    let original = swap(original, |_, c| c.trim_start_matches("II.").to_owned());
    assert_eq!(File::asset("sbm2026_honoraria").pick(&["amount_idr", "source_line", "item_no"]), original);
}

#[test]
fn other_tables_equal_the_originals() {
    let Some(dir) = shared_folder("reference") else { return };
    let open = |name: &str| File::open(&dir.join(format!("{name}.csv")));
    let scheme = |word: &str| {
        let known = [("Kep", "kepmendagri-050-2021"), ("Permendagri 13", "permendagri-13-2006")];
        known.iter().find(|(k, _)| word.starts_with(k)).map_or("permendagri-90-2019", |(_, v)| v).to_owned()
    };
    let original =
        swap(open("kode_rekening").pick(&["scheme", "code", "level", "event_category", "name"]), |i, c| {
            match i {
                0 => scheme(c),
                3 => c.replace('_', "-"),
                _ => c.to_owned(),
            }
        });
    let ours = File::asset("accounts");
    let mut carried: Vec<Vec<String>> = ours
        .rows
        .iter()
        .map(|r| {
            let spelled = ours.cell(r, "name_in_source");
            let name = if spelled.is_empty() { ours.cell(r, "name") } else { spelled };
            let mut out: Vec<String> = ["scheme", "code", "level", "event_category"]
                .iter()
                .map(|c| ours.cell(r, c).to_owned())
                .collect();
            out.push(name.to_owned());
            out
        })
        .collect();
    carried.sort();
    assert_eq!(carried, original);

    let tariffs = ["region", "year", "venue", "hours_max", "capacity", "amount_idr"];
    let original = open("retribusi_gedung_contoh");
    let mut with_source = tariffs.to_vec();
    with_source.push("source_url");
    let mut ours = tariffs.to_vec();
    ours.push("source");
    assert_eq!(File::asset("hall_tariffs").pick(&ours), original.pick(&with_source));

    let original = open("bpk_findings").pick(&["fiscal_year", "amount_idr", "source_url"]);
    assert_eq!(File::asset("audit_patterns").pick(&["fiscal_year", "amount_idr", "source"]), original);
    assert_eq!(File::asset("evidence_documents").rows.len(), open("evidence_checklist").rows.len());
    assert_eq!(open("shsr_paket_rapat.TEMPLATE").rows.len(), File::asset("shsr_meeting_packages").rows.len());

    let (original, ours) = (open("rules"), File::asset("rules"));
    assert_eq!(ours.pick(&["id"]), original.pick(&["rule_id"]));
    for row in &ours.rows {
        let id = ours.cell(row, "id");
        let theirs = original.rows.iter().find(|r| original.cell(r, "rule_id") == id).unwrap();
        let refused = original.cell(theirs, "verified") == "NO";
        assert_eq!(refused, ours.cell(row, "verification") == "no", "{id}");
        let is_link = |w: &&str| w.starts_with("http") || w.starts_with("github:");
        let links = |text: &str| -> Vec<String> {
            text.split_whitespace()
                .filter(is_link)
                .map(|w| w.trim_end_matches([';', ',']).to_owned())
                .collect()
        };
        if let Some(first) = links(original.cell(theirs, "source_url")).first() {
            assert!(ours.cell(row, "source").contains(first.as_str()), "{id}: {first}");
        }
    }
}

#[test]
fn no_sentence_was_carried_over() {
    let Some(dir) = shared_folder("reference") else { return };
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        let parts = lower.split(|c: char| !c.is_alphanumeric() && c != '.');
        // A dot stays inside a word, so that an account code is one word.
        parts.map(|w| w.trim_matches('.')).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let runs = |text: &str| -> BTreeSet<String> { words(text).windows(6).map(|w| w.join(" ")).collect() };
    let pairs = [
        ("rules", &["rule_summary"][..], "rules", &["summary_id", "summary_en"][..]),
        (
            "bpk_findings",
            &["pattern", "detail", "detection_rule"],
            "audit_patterns",
            &["summary_id", "summary_en", "detection_id", "detection_en"],
        ),
        ("evidence_checklist", &["document"], "evidence_documents", &["document_id", "document_en"]),
        ("evidence_checklist", &["document"], "requested_documents", &["document_id", "document_en"]),
        ("evidence_checklist", &["document"], "lawful_reasons", &["document_id", "document_en"]),
        ("rules", &["rule_summary"], "lawful_reasons", &["explanation_id", "explanation_en"]),
    ];
    for (theirs, their_columns, ours, our_columns) in pairs {
        let (original, carried) = (File::open(&dir.join(format!("{theirs}.csv"))), File::asset(ours));
        let mut known = BTreeSet::new();
        for row in &original.rows {
            known.extend(their_columns.iter().flat_map(|c| runs(original.cell(row, c))));
        }
        for row in &carried.rows {
            for column in our_columns {
                let shared: Vec<String> =
                    runs(carried.cell(row, column)).intersection(&known).cloned().collect();
                assert!(shared.is_empty(), "{ours}: {shared:?}");
            }
        }
    }
}
