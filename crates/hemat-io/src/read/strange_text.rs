//! Texts that are not what they look like: letters that only look Latin, and characters that nobody sees.

use std::collections::BTreeMap;
use std::sync::Arc;

use hemat_core::cost_line::CostLine;
use hemat_core::lookalike::{codes, hidden, lookalikes};

use crate::read::budget::SetAside;
use crate::read::diagnostic::{Diagnostic, Severity};

/// Texts that may be strange, each with the first row that holds it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct StrangeTexts {
    first: BTreeMap<Arc<str>, u64>,
}

impl StrangeTexts {
    /// Keeps what may be strange of lines that are not kept themselves.
    pub(super) fn look_at(&mut self, lines: &[CostLine]) {
        each_text(lines, |text, row| {
            if may_be_strange(text.as_bytes()) {
                self.first.entry(Arc::clone(text)).or_insert(row);
            }
        });
    }

    /// Takes in those of later lines.
    pub(super) fn append(&mut self, later: StrangeTexts) {
        for (text, row) in later.first {
            self.first.entry(text).or_insert(row);
        }
    }
}

/// What is strange about the texts of lines, of rows set aside and of lines looked at before: one complaint for each
/// different text, at the first row that holds it.
pub(super) fn complaints<'t>(
    file: &Arc<str>,
    before: &'t StrangeTexts,
    lines: &'t [CostLine],
    set_aside: &'t [SetAside],
) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&'t str, u64> = before.first.iter().map(|(text, row)| (&**text, *row)).collect();
    let mut take = |text: &'t str, row: u64| {
        if may_be_strange(text.as_bytes()) {
            first.entry(text).or_insert(row);
        }
    };
    each_text(lines, |text, row| take(text, row));
    for row in set_aside {
        row.cells.iter().for_each(|cell| take(cell, row.row));
    }
    first.into_iter().flat_map(|(text, row)| of_text(file, text, row)).collect()
}

/// The texts of lines, each with its row. What neighbours share is looked at once.
fn each_text<'t>(lines: &'t [CostLine], mut take: impl FnMut(&'t Arc<str>, u64)) {
    let mut before: [Option<&Arc<str>>; 4] = [None; 4];
    for line in lines {
        let (context, row) = (&line.context, line.row.row);
        let shared = [
            (&context.agency, line.account_row),
            (&context.activity, line.account_row),
            (&context.account_name, line.account_row),
            (&line.heading, row),
        ];
        for ((text, row), before) in shared.into_iter().zip(&mut before) {
            if !before.replace(text).is_some_and(|before| Arc::ptr_eq(before, text)) {
                take(text, row);
            }
        }
        take(&line.description, row);
    }
}

/// True if anything is strange about a cell; bytes that are no text are another's complaint.
pub(super) fn is_strange(cell: &[u8]) -> bool {
    let text = || std::str::from_utf8(cell).unwrap_or("");
    may_be_strange(cell) && (!lookalikes(text()).is_empty() || !hidden(text()).is_empty())
}

/// Most texts are plain: a look at their bytes is enough.
fn may_be_strange(text: &[u8]) -> bool {
    // Folded without a way out: many bytes are looked at at once.
    let strange = |b: u8| (b >= 0x7F) | ((b < b' ') & (b != b'\n') & (b != b'\r') & (b != b'\t'));
    text.iter().fold(0, |any, b| any | u8::from(strange(*b))) != 0
}

fn of_text(file: &Arc<str>, text: &str, row: u64) -> Vec<Diagnostic> {
    let complaint = |name, hint| Diagnostic {
        name,
        severity: Severity::Warning,
        file: Arc::clone(file),
        row: Some(row),
        column: None,
        text: Some(text.to_owned()),
        hint,
        amount: None,
    };
    let mut found = Vec::new();
    let letters = lookalikes(text);
    if !letters.is_empty() {
        let named: Vec<String> = letters.iter().map(ToString::to_string).collect();
        let hint = format!(
            "letters that only look Latin: {}; the same words in Latin letters are another text: type them anew",
            named.join(", ")
        );
        found.push(complaint("letters-of-another-script", hint));
    }
    let unseen = hidden(text);
    if !unseen.is_empty() {
        let hint = format!(
            "characters that nobody sees: {}; reports show or drop them, and what turns text is named",
            codes(&unseen)
        );
        found.push(complaint("hidden-characters", hint));
    }
    found
}
