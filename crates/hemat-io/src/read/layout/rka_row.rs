//! One row of an RKA: account, heading, detail, footer or nothing.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use foldhash::fast::FixedState;
use hemat_core::account::AccountCode;
use hemat_core::money::Rupiah;
use hemat_core::quantity::{Factor, Quantity};
use rust_decimal::Decimal;

use crate::read::account_code::read_code;
use crate::read::layout::row::{Money, Rows, one_line};
use crate::read::quantity::{read_formula, read_quantity};
use crate::read::synonyms::Field;
use crate::read::table::{Cell, Record};
use crate::read::title::is_one_line;

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Blank, repeated header, column numbers.
    Nothing,
    /// A total, and everything that a form prints below it.
    Footer,
    /// Words over the details that follow.
    Heading(String),
    /// An account; what stands below it sums to it.
    Account {
        /// Dotted, as written but without blanks.
        code: String,
        /// Its name.
        name: String,
    },
    /// A line of spending.
    Detail,
    /// A detail whose amount cannot be told: name of the diagnostic, and what to do.
    Unclear(&'static str, String),
}

/// A row, taken apart.
pub(super) struct Parsed<'a> {
    pub(super) record: &'a Record,
    pub(super) kind: Kind,
    pub(super) description: String,
    /// The account, where the row names one of its own.
    pub(super) own_account: Option<Rc<OwnAccount>>,
    pub(super) quantity: Option<Quantity>,
    pub(super) unit: Cow<'a, str>,
    pub(super) unit_price: Option<Rupiah>,
    pub(super) amount: Option<Rupiah>,
    pub(super) before: Option<Rupiah>,
    pub(super) is_grand_total: bool,
}

/// Cells already read: a file repeats a few hundred accounts and a few thousand quantities.
#[derive(Debug, Default)]
pub(super) struct KnownCells {
    /// By the cells of code and name as text: the code if it is one, the name without it.
    accounts: HashMap<String, HashMap<String, Rc<OwnAccount>, FixedState>, FixedState>,
    quantities: HashMap<String, Volume, FixedState>,
}

/// Most quantities kept; further ones are read anew.
const MOST_QUANTITIES: usize = 1 << 14;

/// What the cell of a quantity says.
#[derive(Debug, Clone)]
enum Volume {
    /// A bare number.
    Number(Decimal),
    /// Factors with units, if they can be read.
    Factors(Option<Quantity>),
}

/// What the cells of an account say.
#[derive(Debug)]
pub(super) struct OwnAccount {
    /// The code's cell without blanks.
    code: String,
    /// `None` if the cell holds no code.
    split: Option<Option<AccountCode>>,
    /// The name without the code.
    pub(super) name: Arc<str>,
}

impl OwnAccount {
    /// The account, if the code goes that far.
    pub(super) fn account(&self) -> Option<&AccountCode> {
        self.split.as_ref()?.as_ref()
    }
}

impl KnownCells {
    fn volume(&mut self, rows: &Rows<'_>, record: &Record) -> Volume {
        let Some(Cell::Text(text)) = rows.cell(record, Field::Quantity) else {
            return volume_of(rows, record);
        };
        if let Some(known) = self.quantities.get(text) {
            return known.clone();
        }
        let volume = volume_of(rows, record);
        if self.quantities.len() < MOST_QUANTITIES {
            self.quantities.insert(text.clone(), volume.clone());
        }
        volume
    }

    fn account(&mut self, rows: &Rows<'_>, record: &Record) -> Rc<OwnAccount> {
        let (code, name) = (rows.raw(record, Field::AccountCode), rows.raw(record, Field::AccountName));
        if let Some(known) = self.accounts.get(&*code).and_then(|names| names.get(&*name)) {
            return Rc::clone(known);
        }
        let digits: String = code.split_whitespace().collect();
        let split = read_code(&digits).map(|split| split.account);
        let own = OwnAccount { code: digits, split, name: without_code(&one_line(&name)).into() };
        let own = Rc::new(own);
        // Forms without codes have a new name in every row; exports repeat theirs.
        if own.split.is_some() {
            self.accounts.entry(code.into_owned()).or_default().insert(name.into_owned(), Rc::clone(&own));
        }
        own
    }
}

fn volume_of(rows: &Rows<'_>, record: &Record) -> Volume {
    match rows.number(record, Field::Quantity) {
        Some(number) => Volume::Number(number),
        None => Volume::Factors(read_quantity(&rows.text(record, Field::Quantity))),
    }
}

/// Takes a row apart. `bought` is what it buys, where that is known.
pub(super) fn parse<'a>(
    rows: &Rows<'_>,
    record: &'a Record,
    bought: Option<String>,
    known: &mut KnownCells,
) -> Parsed<'a> {
    let own = known.account(rows, record);
    let is_code = own.split.is_some();
    let bought = bought.unwrap_or_else(|| description_of(rows, record));
    let after = if rows.has(Field::AmountAfter) { Field::AmountAfter } else { Field::Amount };
    let money = rows.money(record, after);
    let price = rows.money(record, Field::UnitPrice);
    let (quantity, unit) = quantity_of(rows, record, &bought, known);
    let mut parsed = Parsed {
        record,
        kind: Kind::Nothing,
        description: bought,
        own_account: None,
        quantity,
        unit,
        unit_price: if let Money::Amount(price) = price { Some(price) } else { None },
        amount: if let Money::Amount(amount) = money { Some(amount) } else { None },
        before: if let Money::Amount(before) = rows.money(record, Field::AmountBefore) {
            Some(before)
        } else {
            None
        },
        is_grand_total: false,
    };
    let words = if parsed.description.is_empty() { &own.code } else { &parsed.description };
    let priced = parsed.unit_price.is_some() || parsed.quantity.is_some();
    // A header repeated has no amount, save one named by a year.
    let amounts = parsed.amount.is_some_and(|amount| amount > Rupiah::from_whole(9999));
    let repeats = || !amounts && rows.header.is_repeated_by(record);
    parsed.kind = if record.is_blank() || repeats() || numbers_columns(record) {
        Kind::Nothing
    } else if !is_code && is_total(words) {
        parsed.is_grand_total = parsed.amount.is_some();
        Kind::Footer
    } else if is_code && !priced {
        Kind::Account { name: own.name.to_string(), code: own.code.clone() }
    } else if let Money::Unclear(problem, hint) = money {
        Kind::Unclear(problem, hint)
    } else if parsed.amount.is_some() && (priced || is_dashed(rows, record)) {
        if is_code {
            parsed.own_account = Some(own);
        }
        Kind::Detail
    } else if parsed.amount.is_none() && parsed.unit_price.is_some() && parsed.quantity.is_some() {
        Kind::Unclear("amount-missing", "the row has a quantity and a price, and no amount".to_owned())
    } else if parsed.description.chars().any(char::is_alphabetic) {
        Kind::Heading(parsed.description.trim_start_matches(['[', '#', ']', '-', '>', ' ']).to_owned())
    } else {
        Kind::Nothing
    };
    parsed
}

/// What is bought: its own column, else the name's column and the unnamed ones that follow it (a form indents its
/// details there); with the specification.
fn description_of(rows: &Rows<'_>, record: &Record) -> String {
    let own = rows.raw(record, Field::Description);
    let text = if own.trim().is_empty() {
        let Some(from) = rows.header.index(Field::AccountName) else { return String::new() };
        let named = |i: &usize| rows.header.names.get(*i).is_some_and(|name| !name.trim().is_empty());
        let to = (from + 1..rows.header.names.len()).find(named).unwrap_or(from + 1);
        let cells = record.cells.get(from..to.min(record.cells.len())).unwrap_or_default();
        let texts = cells.iter().map(Cell::to_text).filter(|text| !is_bullet(text));
        Cow::Owned(texts.collect::<Vec<_>>().join(" "))
    } else {
        own
    };
    described(&text, &rows.raw(record, Field::Specification))
}

/// What is bought, from its own words and its specification.
pub(in crate::read) fn described(own: &str, specification: &str) -> String {
    let mut text = on_one_line(own).trim_start_matches(['-', '>', '•', ' ']).to_owned();
    let specification = on_one_line(specification);
    let mut said = &*specification;
    while let Some(rest) = said.strip_prefix("Spesifikasi") {
        said = rest;
    }
    let said = said.trim_start_matches([' ', ':']).trim();
    if !said.is_empty() && !text.contains(said) {
        text.push_str("; ");
        text.push_str(said);
    }
    text
}

/// A specification on a line of its own stays apart; other line breaks are wraps.
fn on_one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if is_one_line(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    for line in text.lines().map(one_line).filter(|line| !line.is_empty()) {
        if !out.is_empty() {
            out.push_str(if line.starts_with("Spesifikasi") { "; " } else { " " });
        }
        out.push_str(&line);
    }
    Cow::Owned(out)
}

fn quantity_of<'a>(
    rows: &Rows<'_>,
    record: &'a Record,
    description: &str,
    known: &mut KnownCells,
) -> (Option<Quantity>, Cow<'a, str>) {
    let unit = rows.text(record, Field::Unit);
    let quantity = match known.volume(rows, record) {
        // A bare number; the factors may stand in the description.
        Volume::Number(volume) => read_formula(description, volume, &unit)
            .filter(|formula| formula.total() == volume)
            .or_else(|| factors_of(rows, record).filter(|q| q.total() == volume))
            .or_else(|| Quantity::try_new(vec![Factor::new(volume, &unit)]).ok()),
        Volume::Factors(read) => read.or_else(|| factors_of(rows, record)),
    };
    let own_unit = |q: &Quantity| match q.factors() {
        [factor] => Cow::Owned(factor.unit.to_string()),
        _ => Cow::Borrowed(""),
    };
    let unit = if unit.is_empty() { quantity.as_ref().map(own_unit).unwrap_or_default() } else { unit };
    (quantity.filter(|q| !q.total().is_zero()), unit)
}

/// SIPD keeps up to four factors in columns of their own.
fn factors_of(rows: &Rows<'_>, record: &Record) -> Option<Quantity> {
    const PAIRS: [(Field, Field); 4] = [
        (Field::Volume1, Field::Unit1),
        (Field::Volume2, Field::Unit2),
        (Field::Volume3, Field::Unit3),
        (Field::Volume4, Field::Unit4),
    ];
    let factors = PAIRS.iter().filter_map(|(volume, unit)| {
        Some(Factor::new(rows.number(record, *volume)?, &rows.text(record, *unit)))
    });
    Quantity::try_new(factors.collect()).ok()
}

/// SIPD writes `5.1.02.01.01.0052 Belanja Makanan`: the code is a column of its own.
pub(in crate::read) fn without_code(name: &str) -> String {
    match name.split_once(' ') {
        Some((code, rest)) if code.contains('.') && read_code(code).is_some() => rest.trim().to_owned(),
        _ => name.to_owned(),
    }
}

fn is_bullet(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || matches!(text, "-" | "•" | "*" | "–" | ">" | ">>" | "\u{f0b7}")
}

/// True if a cell beside the description holds the dash of a detail row.
fn is_dashed(rows: &Rows<'_>, record: &Record) -> bool {
    let Some(from) = rows.header.index(Field::AccountName) else { return false };
    let dashed = |cell: &Cell| !cell.is_blank() && is_bullet(cell.as_str());
    let starts = rows.text(record, Field::AccountName).starts_with("- ");
    starts || record.cells.iter().skip(from).take(3).any(dashed)
}

/// `1 | 2 | 3 | 4 | 5 | 6 = ( 3 x 5 )`.
fn numbers_columns(record: &Record) -> bool {
    let small = |cell: &Cell| match cell {
        Cell::Text(text) => text.trim().parse::<u32>().is_ok_and(|n| n < 40),
        other => other.to_text().parse::<u32>().is_ok_and(|n| n < 40),
    };
    let (mut cells, mut others) = (0, 0);
    for cell in record.cells.iter().filter(|cell| !cell.is_blank()) {
        cells += 1;
        others += usize::from(!small(cell));
        if others > 1 {
            return false;
        }
    }
    cells >= 4
}

fn is_total(words: &str) -> bool {
    let words = words.trim().to_lowercase();
    let is =
        |word: &str| words.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    ["jumlah", "total", "grand total"].into_iter().any(is) || words.starts_with("rencana penarikan dana")
}
