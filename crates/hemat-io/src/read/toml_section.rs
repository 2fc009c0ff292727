//! A TOML file as sections and items that know where they stand.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::read::contract::Faults;

/// One value with its path and place.
#[derive(Clone)]
pub(super) struct Item<'d> {
    pub key: String,
    pub span: Range<usize>,
    pub value: &'d DeValue<'d>,
}

impl Item<'_> {
    /// Notes that this value is wrong.
    pub(super) fn wrong(&self, faults: &mut Faults<'_>, what: &str, hint: &str) {
        faults.at(&self.span, &self.key, what, hint);
    }
}

/// One table with its path and place; it holds no key but the valid ones, or a fault was noted.
pub(super) struct Section<'d> {
    path: String,
    span: Range<usize>,
    table: &'d DeTable<'d>,
}

impl<'d> Section<'d> {
    /// The table of an item; every key that is not valid is noted with the valid ones.
    pub(super) fn of(item: &Item<'d>, valid: &[&str], faults: &mut Faults<'_>) -> Option<Self> {
        let DeValue::Table(table) = item.value else {
            item.wrong(faults, "must be a table", &format!("valid keys: {}", valid.join(", ")));
            return None;
        };
        Some(Self::checked(&item.key, item.span.clone(), table, valid, faults))
    }

    /// The whole document.
    pub(super) fn root(table: &'d DeTable<'d>, valid: &[&str], faults: &mut Faults<'_>) -> Self {
        Self::checked("", 0..0, table, valid, faults)
    }

    fn checked(
        path: &str,
        span: Range<usize>,
        table: &'d DeTable<'d>,
        valid: &[&str],
        faults: &mut Faults<'_>,
    ) -> Self {
        let section = Section { path: path.to_owned(), span, table };
        for key in table.keys() {
            let name: &str = key.get_ref();
            if !valid.contains(&name) {
                let hint = format!("valid keys: {}", valid.join(", "));
                faults.at(&key.span(), &section.path_of(name), "unknown key", &hint);
            }
        }
        section
    }

    /// The value of a key, if the file has it.
    pub(super) fn item(&self, key: &str) -> Option<Item<'d>> {
        let value = self.table.get(key)?;
        Some(Item { key: self.path_of(key), span: value.span(), value: value.get_ref() })
    }

    /// The value of a key that must be there.
    pub(super) fn required(&self, key: &str, hint: &str, faults: &mut Faults<'_>) -> Option<Item<'d>> {
        let item = self.item(key);
        if item.is_none() {
            faults.missing(&self.span, &self.path_of(key), hint);
        }
        item
    }

    /// The tables of `[[key]]`, in the file's order; none if the key is absent.
    pub(super) fn sections(&self, key: &str, valid: &[&str], faults: &mut Faults<'_>) -> Vec<Section<'d>> {
        let Some(item) = self.item(key) else { return Vec::new() };
        let Some(items) = elements(&item) else {
            item.wrong(faults, "must be a list of tables", &format!("write [[{key}]]"));
            return Vec::new();
        };
        items.iter().filter_map(|item| Section::of(item, valid, faults)).collect()
    }

    /// The path of one of its keys.
    pub(super) fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Where the section begins.
    pub(super) fn span(&self) -> &Range<usize> {
        &self.span
    }
}

/// The elements of a list, numbered from 1; `None` if the item is no list.
pub(super) fn elements<'d>(item: &Item<'d>) -> Option<Vec<Item<'d>>> {
    let DeValue::Array(array) = item.value else { return None };
    let numbered = array.iter().enumerate().map(|(i, value)| Item {
        key: format!("{}[{}]", item.key, i + 1),
        span: value.span(),
        value: value.get_ref(),
    });
    Some(numbered.collect())
}

/// Parses a document; every mistake in the TOML itself is noted, a key given twice among them.
pub(super) fn parse<'t>(text: &'t str, faults: &mut Faults<'_>) -> Option<DeTable<'t>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let key = key_before(text, span.start);
        let says = |word: &str| error.message().contains(word);
        let hint = if says("duplicate") {
            "a key may stand once in a table; for several, write [[name]]"
        } else if says("date") || says("month") || says("day") {
            "write year-month-day, 2018-11-23"
        } else if says("float") || says("integer") {
            "write digits without grouping, 1250000; decimals after one dot"
        } else if says("carriage return") {
            "save the file with LF or CRLF line ends"
        } else {
            "check quotes, brackets and commas; text stands in \"quotes\""
        };
        faults.at(&span, &key, &format!("not valid TOML, {}", error.message()), hint);
    }
    errors.is_empty().then(|| Spanned::into_inner(document))
}

/// The key on the line of a byte, as written; `toml` if there is none.
fn key_before(text: &str, byte: usize) -> String {
    let start = text.get(..byte).and_then(|t| t.rfind(['\n', '\r'])).map_or(0, |n| n + 1);
    let line = text.get(start..).and_then(|t| t.split(['\n', '\r']).next()).unwrap_or("");
    let key = line.split_once('=').map_or("", |(key, _)| key.trim());
    if key.is_empty() || key.starts_with('#') { "toml".to_owned() } else { key.to_owned() }
}
