//! Findings as SARIF 2.1.0 (OASIS), the format that editors and code-hosting sites read.
//!
//! A flag is of the kind `fail` at the level `warning`, or `note` where it is of low certainty; never `error`, since a
//! flag is no verdict. What cannot be told is of the kind `open`, whose level SARIF fixes at `none`. A check that
//! cannot fire on a file is a notification. `startLine` is the record as a CSV reader counts, or the row of the sheet.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

use serde::Serialize;
use serde_json::{Value, json};

use hemat_core::check::{Check, Coverage, Examined, Finding, Status, check_named};
use hemat_core::classify::Confidence;
use hemat_core::lang::Lang;
use hemat_core::source::RowRef;

use super::write_pretty;

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
struct Run {
    tool: Value,
    language: &'static str,
    invocations: Value,
    results: Vec<Value>,
}

/// Writes findings as a SARIF log with one run; the texts in it are in `lang`.
///
/// # Errors
/// What the output reports.
pub fn write_sarif(examined: &Examined, lang: Lang, out: &mut dyn io::Write) -> io::Result<()> {
    let checks = checks_run(examined);
    let index: BTreeMap<&str, usize> =
        checks.iter().enumerate().map(|(at, check)| (check.name, at)).collect();
    let rules: Vec<Value> = checks.iter().map(|check| rule(check, lang)).collect();
    let silent = examined.coverage.iter().filter_map(|coverage| notification(coverage, &index, lang));
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: json!({"driver": {
                "name": "hemat", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules,
            }}),
            language: lang.code(),
            invocations: json!([{
                "executionSuccessful": true,
                "toolExecutionNotifications": silent.collect::<Vec<_>>(),
            }]),
            results: examined.findings.iter().map(|finding| result(finding, &index, lang)).collect(),
        }],
    };
    write_pretty(&log, out)
}

/// The checks that ran, each once, in their order.
fn checks_run(examined: &Examined) -> Vec<&'static Check> {
    let mut checks: Vec<&'static Check> = Vec::new();
    for check in examined.coverage.iter().filter_map(|coverage| check_named(coverage.check)) {
        if checks.iter().all(|known| known.name != check.name) {
            checks.push(check);
        }
    }
    checks
}

fn rule(check: &Check, lang: Lang) -> Value {
    let page = check.page.get(lang);
    json!({
        "id": check.name,
        "shortDescription": {"text": check.flags.get(lang)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": "warning"},
    })
}

fn result(finding: &Finding, index: &BTreeMap<&str, usize>, lang: Lang) -> Value {
    let (kind, level) = match (finding.status, finding.certainty) {
        (Status::Flagged, Confidence::Low) => ("fail", "note"),
        (Status::Flagged, _) => ("fail", "warning"),
        (Status::Insufficient, _) => ("open", "none"),
        (Status::Clear, _) => ("pass", "none"),
        (Status::NotApplicable, _) => ("notApplicable", "none"),
    };
    let mut value = json!({
        "ruleId": finding.check,
        "ruleIndex": index.get(finding.check),
        "kind": kind,
        "level": level,
        "message": {"text": message(finding, lang)},
        "partialFingerprints": {"hematKey/v1": finding.key},
        "properties": {
            "certainty": finding.certainty.as_str(),
            "amountAtStake": finding.at_stake,
            "missing": finding.missing.iter().map(|missing| missing.field).collect::<Vec<_>>(),
        },
    });
    let mut places = finding.rows.iter().map(|row| location(row, lang));
    if let Some(first) = places.next() {
        set(&mut value, "locations", json!([first]));
    }
    let others: Vec<Value> = places.collect();
    if !others.is_empty() {
        set(&mut value, "relatedLocations", Value::Array(others));
    }
    if let Some(suppression) = &finding.suppressed {
        let told = format!("{} ({})", suppression.reason, suppression.date);
        set(&mut value, "suppressions", json!([{"kind": "external", "justification": told}]));
    }
    value
}

fn set(value: &mut Value, key: &str, to: Value) {
    if let Some(object) = value.as_object_mut() {
        object.insert(key.to_owned(), to);
    }
}

/// One paragraph: the subject, the formula, the rupiah at stake and the law of a flag; or what is missing.
fn message(finding: &Finding, lang: Lang) -> String {
    let mut text = finding.subject.clone();
    if let Some(formula) = &finding.formula {
        let _ = write!(text, ". {}", formula.get(lang));
    }
    if let Some(amount) = finding.at_stake {
        let _ = write!(text, ". {}: {}", lang.pick("Nilai terkait", "At stake"), amount.display(lang));
    }
    for missing in &finding.missing {
        let (kurang, label) = (lang.pick("Kurang", "Missing"), missing.label.get(lang));
        let _ = write!(text, ". {kurang}: {label} ({})", missing.where_to_get.get(lang));
    }
    for basis in &finding.legal_basis {
        let said = match basis.binds {
            true => lang.pick("Dasar hukum", "Legal basis"),
            false => lang.pick("Pembanding, tidak mengikat", "Comparison, not binding"),
        };
        let _ = write!(text, ". {said}: {}", basis.rule.citation.get(lang));
    }
    if finding.status == Status::Flagged {
        let signal = lang.pick("Indikasi, bukan putusan", "A signal, not a verdict");
        let _ = write!(text, ". {signal}");
    }
    text + "."
}

fn location(row: &RowRef, lang: Lang) -> Value {
    let mut value = json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(&row.file)},
        "region": {"startLine": row.row.max(1)},
    }});
    if let Some(part) = row.part {
        let told = format!("{}{part}", lang.pick("rincian ke-", "detail "));
        set(&mut value, "message", json!({"text": told}));
    }
    value
}

fn notification(coverage: &Coverage, index: &BTreeMap<&str, usize>, lang: Lang) -> Option<Value> {
    let reason = coverage.cannot_fire.as_ref()?;
    Some(json!({
        "level": "note",
        "message": {"text": format!("{}: {}", coverage.check, reason.get(lang))},
        "associatedRule": {"id": coverage.check, "index": index.get(coverage.check)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(&coverage.file)}}}],
    }))
}

/// A file's name as a URI reference (RFC 3986): what is not unreserved is written as `%XX`, so that a name such as
/// `a:b.csv` is no scheme.
fn uri(name: &str) -> String {
    let mut uri = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte))
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_uri_references() {
        for (name, expected) in [
            ("anggaran.csv", "anggaran.csv"),
            ("RKA 2025 (final).csv", "RKA%202025%20%28final%29.csv"),
            ("a:b#c.csv", "a%3Ab%23c.csv"),
            ("é.csv", "%C3%A9.csv"),
        ] {
            assert_eq!(uri(name), expected);
        }
    }
}
