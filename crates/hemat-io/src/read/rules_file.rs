//! A user's own rules (`--rules FILE`): a CSV with the columns of the built-in table.

use std::borrow::Cow;

use thiserror::Error;

use hemat_core::classify::{Classifier, Confidence, Rule, VenueDecision};
use hemat_core::kind::{CostKind, VenueKind};

/// The columns of a rules file, in any order. `note` is for people; `account`, `unless` and `note` may be absent.
pub const RULE_COLUMNS: [&str; 8] =
    ["name", "account", "when", "unless", "cost_kind", "venue", "confidence", "note"];

/// Columns without which there is no rule.
const NEEDED: [&str; 5] = ["name", "when", "cost_kind", "venue", "confidence"];

/// Why a rules file could not be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RulesFileError {
    /// Columns are missing or unknown.
    #[error("{file}: {what}: {columns}; the columns are: {}", RULE_COLUMNS.join(", "))]
    Columns {
        /// The file's name.
        file: String,
        /// `missing columns` or `unknown columns`.
        what: &'static str,
        /// Those columns.
        columns: String,
    },
    /// A value is none of those that its field can have.
    #[error("{file}, line {line}: rule `{rule}`, field `{field}`: {value:?} is none of: {known}")]
    Value {
        /// The file's name.
        file: String,
        /// 1-based line.
        line: u64,
        /// The rule's name.
        rule: String,
        /// The column.
        field: &'static str,
        /// What stands there.
        value: String,
        /// What may stand there.
        known: String,
    },
    /// The rule itself cannot be used.
    #[error("{file}, line {line}: {reason}")]
    Rule {
        /// The file's name.
        file: String,
        /// 1-based line of the rule.
        line: u64,
        /// What is wrong, with the rule and the field.
        reason: String,
    },
    /// No CSV, or no UTF-8.
    #[error("{file}: {reason}")]
    Csv {
        /// The file's name.
        file: String,
        /// What the CSV reader says, with the line.
        reason: String,
    },
}

/// Reads rules and puts them before the built-in ones (after those of the account's class). Lines that begin
/// with `#` are comments.
///
/// # Errors
/// [`RulesFileError`], naming line, rule and field.
pub fn read_rules(bytes: &[u8], file: &str) -> Result<Classifier, RulesFileError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let failed = |error: csv::Error| RulesFileError::Csv { file: file.to_owned(), reason: error.to_string() };
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).trim(csv::Trim::All).from_reader(bytes);
    let headers: Vec<String> = reader.headers().map_err(failed)?.iter().map(str::to_lowercase).collect();
    check_columns(&headers, file)?;
    let at = RULE_COLUMNS.map(|column| headers.iter().position(|h| h == column));
    let [name, account, when, unless, cost_kind, venue, confidence, _] = at;
    let mut rules = Vec::new();
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(failed)?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |at: Option<usize>| at.and_then(|i| record.get(i)).unwrap_or("");
        let wrong = |field, at, known: Vec<&str>| RulesFileError::Value {
            file: file.to_owned(),
            line,
            rule: cell(name).to_owned(),
            field,
            value: cell(at).to_owned(),
            known: known.join(", "),
        };
        let own = |at| Cow::Owned(cell(at).to_owned());
        rules.push(Rule {
            name: own(name),
            account: own(account),
            when: own(when),
            unless: own(unless),
            cost_kind: CostKind::from_word(cell(cost_kind)).ok_or_else(|| {
                wrong("cost_kind", cost_kind, CostKind::ALL.iter().map(|k| k.as_str()).collect())
            })?,
            venue: VenueDecision::from_word(cell(venue)).ok_or_else(|| {
                let kinds = VenueKind::ALL.iter().map(|k| k.as_str());
                wrong("venue", venue, ["words"].into_iter().chain(kinds).collect())
            })?,
            confidence: Confidence::from_word(cell(confidence))
                .ok_or_else(|| wrong("confidence", confidence, vec!["low", "medium", "high"]))?,
        });
        lines.push(line);
    }
    Classifier::with_rules(&rules).map_err(|error| {
        // The last of that name: a name given twice is wrong where it comes again.
        let at = rules.iter().rposition(|r| r.name == error.rule());
        RulesFileError::Rule {
            file: file.to_owned(),
            line: at.and_then(|at| lines.get(at)).copied().unwrap_or(0),
            reason: error.to_string(),
        }
    })
}

fn check_columns(headers: &[String], file: &str) -> Result<(), RulesFileError> {
    let unknown: Vec<&str> =
        headers.iter().map(String::as_str).filter(|h| !RULE_COLUMNS.contains(h)).collect();
    let missing: Vec<&str> = NEEDED.into_iter().filter(|n| !headers.iter().any(|h| h == n)).collect();
    let (what, columns) = match (missing.is_empty(), unknown.is_empty()) {
        (false, _) => ("missing columns", missing),
        (true, false) => ("unknown columns", unknown),
        (true, true) => return Ok(()),
    };
    Err(RulesFileError::Columns { file: file.to_owned(), what, columns: columns.join(", ") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use hemat_core::classify::LineText;

    const HEAD: &str = "name,account,when,unless,cost_kind,venue,confidence\n";

    fn read(rows: &str) -> Result<Classifier, RulesFileError> {
        read_rules(format!("{HEAD}{rows}").as_bytes(), "r.csv")
    }

    #[test]
    fn an_own_rule_decides_before_the_built_in_ones() {
        let own = read("# ours\nour-hall,,gedung kenanga & @rent,,room-rent,government-hall,high\n").unwrap();
        let line = LineText { description: "Sewa Gedung Kenanga", ..LineText::default() };
        let class = own.classify(&line);
        assert_eq!((&*class.reason, class.venue_kind), ("our-hall", VenueKind::GovernmentHall));
        assert_ne!(Classifier::builtin().classify(&line).reason, class.reason);
    }

    #[test]
    fn errors_name_line_rule_and_field() {
        let good = "a,,gedung,,room-rent,hotel,high\n";
        for (rows, parts) in [
            ("a,,gedung,,rent,hotel,high\n", ["line 2", "`a`", "`cost_kind`", "room-rent"]),
            ("a,,gedung,,room-rent,palace,high\n", ["line 2", "`a`", "`venue`", "words"]),
            ("a,,gedung,,room-rent,hotel,sure\n", ["line 2", "`a`", "`confidence`", "medium"]),
            ("a,,@nothing,,room-rent,hotel,high\n", ["line 2", "`a`", "`when`", "@nothing"]),
            ("a,,,,room-rent,hotel,high\n", ["line 2", "`a`", "no `account`", "every line"]),
            (format!("{good}{good}").as_str(), ["line 3", "`a`", "`name`", "exists"]),
        ] {
            let said = read(rows).err().map(|e| e.to_string()).unwrap_or_default();
            assert!(parts.iter().all(|p| said.contains(p)), "{rows}: {said}");
        }
    }

    #[test]
    fn missing_and_unknown_columns_are_named() {
        let said = |text: &str| read_rules(text.as_bytes(), "r.csv").err().map(|e| e.to_string());
        assert!(said("name,when\n").is_some_and(|s| s.contains("cost_kind, venue, confidence")));
        assert!(said("name,when,cost_kind,venue,confidence,colour\n").is_some_and(|s| s.contains("colour;")));
        assert!(said("").is_some_and(|s| s.contains("missing columns")));
    }
}
