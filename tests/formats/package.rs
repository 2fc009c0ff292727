//! A folder of CSV with its `datapackage.json`: read back by the description alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::command::run;
use crate::read::sen;
use crate::tables::{Figures, add, range};

/// A table of the folder.
struct Resource {
    description: Value,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

fn folder(args: &[&str], lang: &str, at: &Path) -> Vec<Resource> {
    // The slash says that it is a folder.
    let out = format!("{}/", at.display());
    let ran = run(&[args, &["--format", "csv", "--lang", lang, "--quiet", "--out", &out]].concat());
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{args:?}: {}", ran.stderr);
    let description: Value =
        serde_json::from_str(&fs::read_to_string(at.join("datapackage.json")).unwrap()).unwrap();
    assert_eq!(description["profile"], "tabular-data-package");
    let resources = description["resources"].as_array().unwrap().iter().map(|resource| {
        let path = at.join(resource["path"].as_str().unwrap());
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows = reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
        Resource { description: resource.clone(), header, rows }
    });
    resources.collect()
}

/// Files, headers and types are as described, and no other file is there.
pub(crate) fn check(args: &[&str]) {
    let temporary = tempfile::tempdir().unwrap();
    let at = temporary.path().join("tabel");
    let resources = folder(args, "id", &at);
    let mut names = BTreeSet::from(["datapackage.json".to_owned()]);
    for resource in &resources {
        let name = resource.description["path"].as_str().unwrap();
        assert!(names.insert(name.to_owned()), "{name} twice");
        let fields = resource.description["schema"]["fields"].as_array().unwrap();
        let described: Vec<&str> = fields.iter().map(|f| f["name"].as_str().unwrap()).collect();
        assert_eq!(described, resource.header, "{name}");
        for (at, field) in fields.iter().enumerate() {
            for key in ["title", "description", "description:en"] {
                assert!(field[key].as_str().is_some_and(|t| !t.is_empty()), "{name}: {field}");
            }
            let heading = field["title"].as_str().unwrap().split(',').next().unwrap().to_owned();
            let text = field["description"].as_str().unwrap().split(';').next().unwrap().to_owned();
            let known = field["name"] != "row_role" && text == heading && described[at] == heading;
            assert!(!known, "{name}: {} has no description of its own", described[at]);
            for row in &resource.rows {
                assert!(is_of(&row[at], field), "{name}, {}: {:?}", described[at], row[at]);
            }
        }
    }
    let found: BTreeSet<String> =
        fs::read_dir(&at).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(found, names, "{args:?}");
}

fn is_of(value: &str, field: &Value) -> bool {
    if matches!(value, "" | "unknown") {
        return true;
    }
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let unsigned = value.strip_prefix('-').unwrap_or(value);
    if let Some(words) = field["constraints"]["enum"].as_array() {
        return words.iter().any(|word| word == value);
    }
    match field["type"].as_str().unwrap() {
        "string" => true,
        "integer" => digits(unsigned),
        "year" => digits(value) && value.len() == 4,
        "number" => unsigned.split_once('.').map_or(digits(unsigned), |(a, b)| digits(a) && digits(b)),
        "date" => value.len() == 10 && value.split('-').all(digits) && value.split('-').count() == 3,
        other => panic!("{other}"),
    }
}

pub(crate) fn read(args: &[&str], lang: &str) -> Option<Figures> {
    let temporary = tempfile::tempdir().unwrap();
    let mut figures = Figures::new();
    for resource in folder(args, lang, &temporary.path().join("tabel")) {
        for row in &resource.rows {
            for (at, name) in resource.header.iter().enumerate() {
                let number = |at: usize| Some(&row[at]).filter(|v| !matches!(v.as_str(), "" | "unknown"));
                let kind = &resource.description["schema"]["fields"][at]["type"];
                if kind != "number" && kind != "integer" {
                    continue;
                }
                if name.ends_with("_low") && resource.header.get(at + 2).is_some_and(|n| n.ends_with("_high"))
                {
                    if let (Some(low), Some(likely), Some(high)) =
                        (number(at), number(at + 1), number(at + 2))
                    {
                        add(&mut figures, range(sen(low), sen(likely), sen(high)));
                    }
                } else if !name.ends_with("_likely")
                    && !name.ends_with("_high")
                    && let Some(value) = number(at)
                {
                    add(&mut figures, vec![sen(value)]);
                }
            }
        }
    }
    Some(figures)
}
