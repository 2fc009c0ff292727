//! `hemat check` and `hemat explain` as they are typed: formats, settings, suppressions, exit codes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, dead_code, unreachable_pub)]

#[path = "cli/run.rs"]
mod command;

use std::fs;

use command::{root, run};
use serde_json::Value;

const BUDGET: &str = "tests/fixtures/checks/command/anggaran.csv";
const VENUES: &str = "tests/fixtures/checks/hall-could-seat/flags.venues.toml";

fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/golden"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn findings(args: &[&str]) -> Value {
    let all: Vec<&str> =
        ["check", BUDGET, "--format", "json", "--quiet"].iter().chain(args).copied().collect();
    let ran = run(&all);
    assert!(ran.code <= 1, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

fn flags(report: &Value) -> Vec<(String, String)> {
    let text = |v: &Value| v.as_str().unwrap_or("-").to_owned();
    let list = report["findings"].as_array().unwrap().iter();
    let flagged = list.filter(|f| f["status"] == "flagged" && f["suppressed"].is_null());
    flagged.map(|f| (text(&f["check"]), text(&f["amount_at_stake"]))).collect()
}

#[test]
fn reports_read_as_before() {
    for (format, lang) in [("text", "id"), ("text", "en"), ("markdown", "id"), ("csv", "en"), ("json", "id")]
    {
        let ran = run(&["check", BUDGET, "--venues", VENUES, "--format", format, "--lang", lang, "--quiet"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        golden(&format!("check-{format}-{lang}"), &ran.stdout);
    }
}

/// The contract of `hemat.findings/1`, and the order: rupiah at stake, those without rupiah last.
#[test]
fn json_holds_the_contract() {
    let report = findings(&["--venues", VENUES]);
    assert_eq!(report["schema"], "hemat.findings/1");
    let keys = [
        "check",
        "status",
        "event",
        "observed",
        "limit",
        "amount_at_stake",
        "rows",
        "legal_basis",
        "missing",
    ];
    for finding in report["findings"].as_array().unwrap() {
        for key in keys {
            assert!(finding.get(key).is_some(), "{key} is missing: {finding}");
        }
        assert!(finding["rows"].as_array().is_some_and(|rows| !rows.is_empty() && rows[0]["row"].is_u64()));
    }
    let stakes: Vec<i64> = flags(&report).iter().filter_map(|(_, stake)| stake.parse().ok()).collect();
    assert!(stakes.len() > 2 && stakes.is_sorted_by(|a, b| a >= b), "{stakes:?}");
}

#[test]
fn one_check_can_be_asked_for() {
    let report = findings(&["--check", "total-mismatch"]);
    assert_eq!(flags(&report), [("total-mismatch".to_owned(), "900000".to_owned())]);
    assert_eq!(report["coverage"].as_array().unwrap().len(), 1);
}

#[test]
fn deny_ends_with_one_from_that_certainty_on() {
    let code = |args: &[&str]| run(&[&["check", BUDGET, "--quiet", "--format", "csv"], args].concat()).code;
    assert_eq!(code(&["--check", "total-mismatch", "--deny", "high"]), 1);
    assert_eq!(code(&["--check", "round-or-repeated-price", "--deny", "medium"]), 0);
    assert_eq!(code(&["--check", "round-or-repeated-price", "--deny", "low"]), 1);
    assert_eq!(code(&["--check", "split-package", "--deny", "low"]), 0);
}

#[test]
fn all_faults_of_the_settings_are_told_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hemat.toml");
    fs::write(
        &path,
        "[check.total-mismatch]\ntoleransi = 5\ntolerance = -1\n[check.unknown]\nx = 1\n[other]\n",
    )
    .unwrap();
    let ran = run(&["check", BUDGET, "--settings", path.to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    for part in [
        "toleransi",
        "valid keys: enabled, tolerance",
        "tolerance: an amount cannot be negative",
        "check.unknown",
        "other",
    ] {
        assert!(ran.stderr.contains(part), "{part} is not in\n{}", ran.stderr);
    }
}

#[test]
fn a_threshold_and_a_switch_change_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hemat.toml");
    fs::write(
        &path,
        "[check.total-mismatch]\ntolerance = 900000\n[check.round-or-repeated-price]\nenabled = false\n",
    )
    .unwrap();
    let report = findings(&["--settings", path.to_str().unwrap()]);
    let names: Vec<String> = flags(&report).into_iter().map(|(check, _)| check).collect();
    assert!(!names.iter().any(|n| n == "total-mismatch" || n == "round-or-repeated-price"), "{names:?}");
    assert!(report["coverage"].as_array().unwrap().iter().all(|c| c["check"] != "round-or-repeated-price"));
}

/// What `hemat init checks` writes is read back as it is, and changes nothing.
#[test]
fn the_settings_template_holds_the_defaults() {
    for lang in ["id", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let ran =
            run(&["init", "checks", "--dir", folder.path().to_str().unwrap(), "--lang", lang, "--quiet"]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let path = folder.path().join("hemat.toml");
        let with = findings(&["--settings", path.to_str().unwrap()]);
        assert_eq!(with, findings(&[]));
        golden(&format!("init-checks-{lang}"), &fs::read_to_string(path).unwrap());
    }
}

/// A key survives rows that are put in elsewhere and another name of the file, and not another amount.
#[test]
fn a_suppression_survives_a_new_import() {
    let folder = tempfile::tempdir().unwrap();
    let report = findings(&["--check", "total-mismatch"]);
    let key = report["findings"][0]["key"].as_str().unwrap();
    let suppressions = folder.path().join("suppressions.toml");
    let text = format!(
        "[[suppress]]\ncheck = \"total-mismatch\"\nkey = \"{key}\"\nreason = \"Sesuai DPA perubahan\"\ndate = 2026-11-24\n"
    );
    fs::write(&suppressions, text).unwrap();
    let budget = fs::read_to_string(root().join(BUDGET)).unwrap();
    let (head, rows) = budget.split_once('\n').unwrap();
    let again = folder.path().join("diimpor-lagi.csv");
    let ask = |text: String| {
        fs::write(&again, text).unwrap();
        let files = [again.to_str().unwrap(), suppressions.to_str().unwrap()];
        let ran = run(&[
            "check",
            files[0],
            "--suppressions",
            files[1],
            "--check",
            "total-mismatch",
            "--format",
            "json",
            "--quiet",
        ]);
        serde_json::from_str::<Value>(&ran.stdout).unwrap()
    };
    let extra = "2025,Kabupaten Contoh,Dinas Lain,1.01.09,Rapat lain,5.1.02.01.01.0052,Belanja Makanan dan Minuman Rapat,Snack,10 orang,OK,15000,150000";
    let report = ask(format!("{head}\n{extra}\n{rows}"));
    assert_eq!(report["findings"][0]["suppressed"]["reason"], "Sesuai DPA perubahan");
    assert!(flags(&report).is_empty());
    let report = ask(budget.replace("5400000", "5500000"));
    assert_eq!(flags(&report).len(), 1, "another amount needs another look");
    let ran = run(&[
        "check",
        again.to_str().unwrap(),
        "--suppressions",
        suppressions.to_str().unwrap(),
        "--quiet",
        "--lang",
        "en",
    ]);
    assert!(
        ran.stdout.contains(&format!("Key {key} (Sesuai DPA perubahan) names no indication")),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_suppression_needs_a_reason_and_a_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.toml");
    fs::write(&path, "[[suppress]]\ncheck = \"total-mismatc\"\nkey = \"f1\"\n").unwrap();
    let ran = run(&["check", BUDGET, "--suppressions", path.to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    for part in ["is not one of the words", "suppress[1].reason: missing", "suppress[1].date: missing"] {
        assert!(ran.stderr.contains(part), "{part} is not in\n{}", ran.stderr);
    }
}

#[test]
fn every_check_is_explained_in_both_languages() {
    let list = run(&["explain"]).stdout;
    for line in list.lines() {
        let name = line.split_once(':').unwrap().0;
        for (lang, heading) in [("id", "## Dasar hukum"), ("en", "## Legal basis")] {
            let page = run(&["explain", name, "--lang", lang]).stdout;
            assert!(page.starts_with(&format!("# {name}\n")) && page.contains(heading), "{name} {lang}");
        }
    }
    let ran = run(&["explain", "nothing"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("total-mismatch"), "{}", ran.stderr);
}

fn sarif(args: &[&str]) -> Value {
    let all: Vec<&str> =
        ["check", BUDGET, "--format", "sarif", "--quiet"].iter().chain(args).copied().collect();
    let ran = run(&all);
    assert!(ran.code <= 1, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

/// What SARIF 2.1.0 demands of the parts that are written (sections 3.13, 3.14, 3.27, 3.28, 3.30, 3.49 and 3.58), and
/// that it says no more and no less than the JSON of the same findings.
#[test]
fn sarif_keeps_to_its_standard_and_to_the_findings() {
    let (log, report) = (sarif(&["--venues", VENUES]), findings(&["--venues", VENUES]));
    assert_eq!((&log["version"], log["runs"].as_array().unwrap().len()), (&Value::from("2.1.0"), 1));
    let driver = &log["runs"][0]["tool"]["driver"];
    assert_eq!(driver["name"], "hemat");
    let rules = driver["rules"].as_array().unwrap();
    let ids: std::collections::BTreeSet<&str> = rules.iter().map(|r| r["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), rules.len(), "ids are unique");
    for rule in rules {
        assert!(!rule["shortDescription"]["text"].as_str().unwrap().is_empty());
        assert!(rule["help"]["text"].as_str().unwrap().starts_with("# ") && rule["helpUri"].is_null());
    }
    let results = log["runs"][0]["results"].as_array().unwrap();
    let known = report["findings"].as_array().unwrap();
    assert_eq!(results.len(), known.len());
    let mut kinds = std::collections::BTreeSet::new();
    for (result, finding) in results.iter().zip(known) {
        let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!((&rules[at]["id"], &result["ruleId"]), (&finding["check"], &finding["check"]));
        assert_eq!(result["partialFingerprints"]["hematKey/v1"], finding["key"]);
        assert_eq!(result["properties"]["amountAtStake"], finding["amount_at_stake"]);
        assert!(
            result["message"]["text"].as_str().unwrap().starts_with(finding["subject"].as_str().unwrap())
        );
        let low = finding["certainty"] == "low";
        let expected = match finding["status"].as_str().unwrap() {
            "flagged" => ("fail", if low { "note" } else { "warning" }),
            _ => ("open", "none"),
        };
        assert_eq!((&result["kind"], &result["level"]), (&expected.0.into(), &expected.1.into()));
        kinds.insert(expected);
        let empty = Vec::new();
        let places = ["locations", "relatedLocations"].map(|key| result[key].as_array().unwrap_or(&empty));
        assert!(places[0].len() <= 1);
        let places: Vec<&Value> = places.into_iter().flatten().map(|l| &l["physicalLocation"]).collect();
        let rows = finding["rows"].as_array().unwrap();
        assert_eq!(places.len(), rows.len());
        for (place, row) in places.iter().zip(rows) {
            assert_eq!(place["artifactLocation"]["uri"], row["file"]);
            assert_eq!(place["region"]["startLine"], row["row"]);
        }
    }
    assert!(kinds.len() >= 2, "flags and unknowns are both seen: {kinds:?}");
    let silent =
        report["coverage"].as_array().unwrap().iter().filter(|c| !c["cannot_fire"].is_null()).count();
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], true);
    assert_eq!(invocation["toolExecutionNotifications"].as_array().unwrap().len(), silent);
}

#[test]
fn sarif_of_one_check_reads_as_before() {
    for lang in ["id", "en"] {
        let check = ["--check", "package-and-extras", "--check", "transport-in-compound", "--lang", lang];
        let mut log = sarif(&check);
        let driver = &mut log["runs"][0]["tool"]["driver"];
        driver["semanticVersion"] = "VERSION".into();
        for rule in driver["rules"].as_array_mut().unwrap() {
            // The pages are tested by themselves.
            rule["help"] = "PAGE".into();
        }
        golden(&format!("check-sarif-{lang}"), &serde_json::to_string_pretty(&log).unwrap());
    }
}

#[test]
fn sarif_is_for_checks_only() {
    let ran = run(&["lines", BUDGET, "--format", "sarif", "--lang", "en"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("--format sarif: for hemat check only"), "{}", ran.stderr);
}

/// A finding set apart by the user is a suppressed result.
#[test]
fn suppressions_are_told_in_sarif() {
    let report = findings(&[]);
    let key = report["findings"][0]["key"].as_str().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("suppressions.toml");
    let text = format!("[[suppress]]\nkey = \"{key}\"\nreason = \"sudah dijelaskan\"\ndate = 2026-01-31\n");
    fs::write(&path, text).unwrap();
    let log = sarif(&["--suppressions", path.to_str().unwrap()]);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let set_apart: Vec<&Value> = results.iter().filter(|r| !r["suppressions"].is_null()).collect();
    assert_eq!(set_apart.len(), 1);
    assert_eq!(set_apart[0]["partialFingerprints"]["hematKey/v1"], key);
    assert_eq!(set_apart[0]["suppressions"][0]["kind"], "external");
    assert_eq!(set_apart[0]["suppressions"][0]["justification"], "sudah dijelaskan (2026-01-31)");
}

const PRICES: &str = "tests/fixtures/checks/price-above-ceiling/flags.csv";
const PRICE_TABLE: &str = "tests/fixtures/checks/price-above-ceiling/flags.ceilings.csv";

/// The checks of prices that are flagged.
fn price_flags(args: &[&str]) -> usize {
    let ran =
        run(&[&["check", PRICES, "--check", "price-above-ceiling", "--format", "json", "--quiet"], args]
            .concat());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    flags(&serde_json::from_str(&ran.stdout).unwrap()).len()
}

#[test]
fn a_price_table_binds_the_government_it_names() {
    assert_eq!(price_flags(&["--ceilings", PRICE_TABLE]), 2);
    assert_eq!(price_flags(&["--ceilings", PRICE_TABLE, "--region", "Kab. Contoh"]), 2);
    assert_eq!(price_flags(&["--ceilings", PRICE_TABLE, "--region", "Kabupaten Lain"]), 0);
    assert_eq!(price_flags(&["--ceilings", PRICE_TABLE, "--fund", "apbn"]), 0);
    assert_eq!(price_flags(&[]), 0);
    let ran = run(&["check", PRICES, "--ceilings", PRICES, "--quiet"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("nature"), "{}", ran.stderr);
}

#[test]
fn the_audit_holds_prices_against_the_same_table() {
    let audit = ["audit", PRICES, "--venues", VENUES, "--quiet", "--lang", "en", "--ceilings", PRICE_TABLE];
    let ran = run(&audit);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("Perbup Contoh 12/2024"), "{}", ran.stdout);
    assert!(!run(&audit[..audit.len() - 2]).stdout.contains("Perbup Contoh 12/2024"));
}

/// Packages have a price by province: without one the answer says so, with one it is held against the limit.
#[test]
fn the_province_can_be_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kementerian.csv");
    let head = "year,agency,activity_code,activity,account_code,account_name,description,quantity,unit,unit_price,amount";
    let row = "2026,Kementerian Contoh,1234.ABC.001,Seminar,524114,Belanja Perjalanan Dinas Paket Meeting Dalam Kota,Paket fullday seminar eselon III di Hotel Contoh,50 orang x 1 hari,OH,500000,25000000";
    fs::write(&path, format!("{head}\n{row}\n")).unwrap();
    let ask = |more: &[&str]| {
        let args =
            ["check", path.to_str().unwrap(), "--check", "price-above-ceiling", "--quiet", "--lang", "en"];
        run(&[&args[..], more].concat()).stdout
    };
    let without = ask(&[]);
    assert!(without.contains("--province NAME") && without.contains("No indication"), "{without}");
    let with = ask(&["--province", "sumut"]);
    // 462,000 is the SBM of 2026 for eselon III in Sumatera Utara: 38,000 x 50.
    assert!(with.contains("IDR 1,900,000"), "{with}");
}
