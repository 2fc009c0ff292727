//! Detail lines inside a note. Arithmetic decides between readings: quantity x price = total, and the
//! details' sum = the account's amount.
//!
//! A detail is `description quantity unit x price = total`, and each part is damaged somewhere: the description's
//! last digits are glued to the quantity (`Golongan 212 org`), the decimal comma is lost or changed, lines are
//! joined or broken. So every `x price =` is an anchor; around it all readings are tried, and the one whose product
//! is the total is taken. What no reading explains keeps the file's own total and no quantity.

use std::sync::Arc;

use hemat_core::money::Rupiah;
use hemat_core::quantity::Quantity;

use crate::read::note_line::{Anchor, Found, find_anchors, read_anchor};
use crate::read::note_list::read_list;
use crate::read::title::one_line;

/// A piece of a note: the text of one record's note cell. A note can go on over several records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotePiece<'a> {
    /// 1-based record.
    pub row: u64,
    /// The text, line breaks kept.
    pub text: &'a str,
}

/// One detail line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// Record where its text stands.
    pub row: u64,
    /// Nearest heading above it, if any.
    pub heading: Arc<str>,
    /// Its own text without quantity and price.
    pub description: String,
    /// Its quantity.
    pub quantity: Option<Quantity>,
    /// Unit of the quantity's total, as written.
    pub unit: String,
    /// Price of one unit.
    pub unit_price: Option<Rupiah>,
    /// Total of the line.
    pub amount: Rupiah,
    /// False if quantity x price differs from the total (the total is then the file's own).
    pub product_holds: bool,
}

/// The details of one note.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Details {
    /// The lines, in order.
    pub lines: Vec<Detail>,
    /// Their sum; `None` if it cannot be computed exactly or there is no line.
    pub sum: Option<Rupiah>,
    /// Lines that look like details and could not be read: record and text.
    pub unread: Vec<(u64, String)>,
}

/// How the numbers of a note lost their decimal comma, if they did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comma {
    /// It is there, in some form.
    Kept,
    /// It is gone: `17500` is 175,00.
    Lost,
}

/// Reads the detail lines of a note. `amount` is the account's, if known: it decides between readings, but
/// no sum is ever forced to it.
#[must_use]
pub fn read_details(note: &[NotePiece<'_>], amount: Option<Rupiah>) -> Details {
    if !note.iter().any(|p| p.text.bytes().any(|b| b.is_ascii_digit())) {
        return Details::default();
    }
    let text = JoinedNote::new(note);
    let plain = Way { comma: Comma::Kept, outside_quotes: false, loose: false };
    let kept = text.read(plain);
    if amount.is_none() || kept.sum == amount {
        return kept;
    }
    // Other ways to read stand only if the details then sum to the account's amount.
    if kept.lines.is_empty()
        && kept.unread.is_empty()
        && let Some(amount) = amount
        && let Some(lines) = read_list(&text.text, amount, |at| text.row_at(at))
    {
        return Details { lines, sum: Some(amount), unread: Vec::new() };
    }
    let others = [
        Way { comma: Comma::Lost, ..plain },
        Way { outside_quotes: true, ..plain },
        Way { loose: true, ..plain },
    ];
    others.into_iter().map(|way| text.read(way)).find(|d| d.sum == amount).unwrap_or(kept)
}

/// How a note is read as a whole.
#[derive(Debug, Clone, Copy)]
struct Way {
    comma: Comma,
    /// Calculations inside a quoted description are not details of their own.
    outside_quotes: bool,
    /// Multiplication signs can be missing.
    loose: bool,
}

/// A note as one text that knows which record each byte came from.
struct JoinedNote {
    text: String,
    /// Where each record's text begins.
    starts: Vec<(usize, u64)>,
}

impl JoinedNote {
    fn new(note: &[NotePiece<'_>]) -> Self {
        let mut text = String::with_capacity(note.iter().map(|p| p.text.len() + 1).sum());
        let mut starts = Vec::with_capacity(note.len());
        for piece in note {
            starts.push((text.len(), piece.row));
            text.push_str(piece.text);
            text.push('\n');
        }
        JoinedNote { text, starts }
    }

    fn row_at(&self, at: usize) -> u64 {
        let next = self.starts.partition_point(|(start, _)| *start <= at);
        self.starts.get(next.saturating_sub(1)).map_or(0, |(_, row)| *row)
    }

    fn read(&self, way: Way) -> Details {
        let mut details = Details::default();
        let mut heading: Arc<str> = "".into();
        let mut from = 0;
        let mut exact = true;
        for anchor in find_anchors(&self.text, way.loose) {
            if anchor.times < from || (way.outside_quotes && self.is_quoted(anchor.times)) {
                continue;
            }
            let Some(before) = self.text.get(from..anchor.times) else { continue };
            let Some(found) = read_anchor(before, &self.text, &anchor, way.comma) else {
                let line = before.rsplit('\n').next().unwrap_or(before);
                let rest = self.text.get(anchor.times..).and_then(|t| t.lines().next()).unwrap_or("");
                details.unread.push((self.row_at(anchor.times), one_line(&format!("{line}{rest}"))));
                continue;
            };
            let lead = before.get(..found.label_length).unwrap_or("");
            let (own, above) = label_and_heading(lead);
            if let Some(above) = above {
                heading = above.as_str().into();
            }
            from = anchor.total + found.total_length;
            exact &= self.push(&mut details, found, own, &heading, &anchor);
        }
        let sum = Rupiah::try_sum(details.lines.iter().map(|l| l.amount)).ok();
        details.sum = if exact && !details.lines.is_empty() { sum } else { None };
        details
    }

    /// An odd number of quotes stands before the place, and another behind it.
    fn is_quoted(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or("").matches('"').count();
        before % 2 == 1 && self.text.get(at..).is_some_and(|t| t.contains('"'))
    }

    /// Adds a line; false if its money is out of range.
    fn push(
        &self,
        details: &mut Details,
        found: Found,
        own: String,
        heading: &Arc<str>,
        anchor: &Anchor,
    ) -> bool {
        let Some(amount) = found.amount() else { return false };
        let signed = |money: Rupiah| if anchor.negative { money.negated() } else { money };
        details.lines.push(Detail {
            row: self.row_at(anchor.times),
            heading: Arc::clone(heading),
            description: own,
            unit_price: found.unit_price().map(signed),
            product_holds: found.product_holds,
            unit: found.unit,
            quantity: found.quantity,
            amount: signed(amount),
        });
        true
    }
}

/// The text before a quantity: its last line is the detail's own, the nearest line above it is a heading. Where
/// the quantity stands on a line of its own, the line above is the description.
fn label_and_heading(lead: &str) -> (String, Option<String>) {
    let mut lines: Vec<String> = lead.split(['\n', '\r']).map(clean_label).collect();
    let last = lines.pop().unwrap_or_default();
    lines.retain(|l| !l.is_empty());
    let own = if last.is_empty() { lines.pop().unwrap_or_default() } else { last };
    (own, lines.pop())
}

/// A label on one line, without the quotes and bullets around it.
fn clean_label(text: &str) -> String {
    let text = one_line(text);
    let text = text.trim_matches(|c: char| matches!(c, '"' | '\'' | '\u{2022}' | ' '));
    let text = text.strip_prefix("- ").or_else(|| text.strip_prefix('-')).unwrap_or(text);
    // A comma that was replaced so as not to break a comma-separated file.
    text.trim_matches(|c: char| matches!(c, '"' | ' ')).replace('^', ",")
}

#[cfg(test)]
#[path = "detail_tests.rs"]
mod tests;
