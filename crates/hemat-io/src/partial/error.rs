//! Why partials cannot be read, merged or put together.

use thiserror::Error;

use super::{PARTIAL_SCHEMA, Terms};

/// Why a file is no partial that can be used.
#[derive(Debug, Error)]
pub enum PartialReadError {
    /// It is no JSON, or not of the form of a partial.
    #[error("{file}: is no {PARTIAL_SCHEMA}: {error}; write it with `hemat partial`")]
    Form {
        /// The file.
        file: String,
        /// Where, and what is wrong.
        error: serde_json::Error,
    },
    /// It is of another format.
    #[error(
        "{file}: its schema is {found:?}, not {PARTIAL_SCHEMA:?}; write it with `hemat partial` of this version"
    )]
    Schema {
        /// The file.
        file: String,
        /// What it says.
        found: String,
    },
    /// A value in it cannot be.
    #[error(
        "{file}: {path}: {what}: {text:?}; the partial was changed or cut: write it again with `hemat partial`"
    )]
    Value {
        /// The file.
        file: String,
        /// The budget file it is about.
        path: String,
        /// What kind of value.
        what: &'static str,
        /// The text itself.
        text: String,
    },
}

/// Why partials do not go together.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MergeError {
    /// The same in two of them.
    #[error("{path} (part {part} of {of}) is in two of the partials; its rupiah would be counted twice")]
    Twice {
        /// The budget file.
        path: String,
        /// Which part, from 1.
        part: u32,
        /// Of how many.
        of: u32,
    },
    /// One file shared out in two ways.
    #[error(
        "{path} was shared out in {one} and in {another} parts; read all its parts with the same --part I/N"
    )]
    SharedOutTwice {
        /// The budget file.
        path: String,
        /// The fewer parts.
        one: u32,
        /// The more parts.
        another: u32,
    },
    /// Made in different ways.
    #[error(
        "the partials were made with different {what} ({one}; {another}): make all of them anew in one way"
    )]
    Terms {
        /// What differs.
        what: &'static str,
        /// In one of them.
        one: String,
        /// In another.
        another: String,
    },
    /// Not all parts are there.
    #[error("{path}: missing: part {} of {of}; make it with `hemat partial --part I/{of}`", list(missing))]
    Missing {
        /// The budget file.
        path: String,
        /// The missing parts, from 1.
        missing: Vec<u32>,
        /// Of how many.
        of: u32,
    },
    /// The parts are there and do not make a file.
    #[error("{path}: the parts cannot be put together: {why}")]
    NotTogether {
        /// The budget file.
        path: String,
        /// Why, and what to try.
        why: String,
    },
}

fn list(parts: &[u32]) -> String {
    parts.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// Partials of different versions, rules or options are different answers.
pub(super) fn same_terms(ours: &Terms, theirs: &Terms) -> Result<(), MergeError> {
    let differ = |what, one: String, another: String| {
        let (one, another) = if one <= another { (one, another) } else { (another, one) };
        Err(MergeError::Terms { what, one, another })
    };
    if ours.tool != theirs.tool {
        return differ("versions of hemat", ours.tool.clone(), theirs.tool.clone());
    }
    if ours.rules != theirs.rules {
        return differ("rules of classification", ours.rules.clone(), theirs.rules.clone());
    }
    if ours.options != theirs.options {
        return differ("options of reading", options(ours), options(theirs));
    }
    Ok(())
}

/// The options as they are typed.
fn options(terms: &Terms) -> String {
    let o = &terms.options;
    let mut said: Vec<String> = Vec::new();
    said.extend(o.layout.map(|l| format!("--layout {}", l.as_str())));
    said.extend(o.decimal_mark.map(|m| format!("--decimal-mark {}", super::word::mark(m))));
    said.extend(o.year.map(|y| format!("--year {y}")));
    if !o.mapping.is_empty() {
        let columns: Vec<String> =
            o.mapping.iter().map(|(field, column)| format!("{field} = {column:?}")).collect();
        said.push(format!("--mapping {}", columns.join(", ")));
    }
    if said.is_empty() { "none".to_owned() } else { said.join(" ") }
}
