//! Which rows are passed over: those of which nothing is in doubt, and which are about no event.

use std::collections::{BTreeMap, HashMap};
use std::str::from_utf8;

use hemat_core::budget_event::UnassignedReason;
use hemat_core::classify::{Classifier, LineText, Said};
use hemat_core::cost_line::LineContext;
use hemat_core::kind::CostKind;
use rust_decimal::prelude::ToPrimitive;

use crate::read::account_code::read_code;
use crate::read::layout::rka_row::{described, without_code};
use crate::read::number::read_number;
use crate::read::quantity::read_quantity;
use crate::read::title::one_line;

use super::columns::Columns;
use super::memo::Memo;
use super::outcome::{Account, Passed};

/// A year below 40 rupiah could be a row that numbers the columns.
const LEAST: i64 = 40;

/// What a row's account and words come to.
enum Verdict {
    /// Something is in doubt, or it may be about an event.
    Keep,
    /// About no event whatever its activity says.
    Pass { account: usize, reason: UnassignedReason },
    /// Its activity may matter; the reasons already found, by activity.
    Ask { account: usize, said: Said, reasons: Vec<(usize, Option<UnassignedReason>)> },
}

/// What the quantity of a row comes to.
#[derive(Clone, Copy)]
enum Product {
    /// No quantity that an amount could be held against.
    None,
    /// This many units.
    Units(i64),
    /// To be read by the layout.
    Unclear,
}

/// Looks at the rows of one thread.
pub(super) struct Judge<'a> {
    columns: &'a Columns,
    classifier: &'a Classifier,
    verdicts: Memo<Verdict>,
    products: Memo<Product>,
    activities: HashMap<Said, usize>,
    said: Vec<Said>,
    accounts: BTreeMap<(Box<str>, Box<str>), usize>,
    /// The shared cells of the row before, with what they came to.
    shared: Shared,
    head: LineContext,
    /// What was passed over.
    pub passed: Passed,
}

#[derive(Default)]
struct Shared {
    key: Vec<u8>,
    ends: [usize; 5],
    activity: usize,
    context: bool,
}

impl<'a> Judge<'a> {
    /// `head` is what titles and options say of year, region, agency, activity and stage.
    pub(super) fn new(columns: &'a Columns, classifier: &'a Classifier, head: LineContext) -> Self {
        Judge {
            columns,
            classifier,
            verdicts: Memo::new(),
            products: Memo::new(),
            activities: HashMap::new(),
            said: Vec::new(),
            accounts: BTreeMap::new(),
            shared: Shared::default(),
            head,
            passed: Passed::default(),
        }
    }

    /// Passes over the row if nothing about it is in doubt. False if it is to be read.
    pub(super) fn passes(&mut self, number: u64, cells: &[&[u8]]) -> bool {
        let c = self.columns;
        if cells.len() < c.width {
            return false;
        }
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        let or_none = |at: Option<usize>| at.map(cell).unwrap_or_default();
        let (Some(amount), Some(price)) = (plain(cell(c.amount)), plain(cell(c.unit_price))) else {
            return false;
        };
        if amount < LEAST || is_foreign(cells.first().copied().unwrap_or_default(), c.delimiter) {
            return false;
        }
        if !self.share(&c.shared.map(or_none)) {
            return false;
        }
        match self.product(cell(c.quantity)) {
            Product::Units(units) if i128::from(units) * i128::from(price) != i128::from(amount) => {
                return false;
            }
            Product::Unclear => return false,
            Product::Units(_) | Product::None => {}
        }
        let texts = [
            cell(c.account_code),
            cell(c.account_name),
            or_none(c.heading),
            cell(c.description),
            or_none(c.specification),
        ];
        let Some((account, reason)) = self.reason(&texts) else { return false };
        self.passed.add(account, reason, amount, number);
        true
    }

    /// The account of a row and why it is about no event; `None` if it may be, or something is in doubt.
    fn reason(&mut self, texts: &[&[u8]; 5]) -> Option<(usize, UnassignedReason)> {
        let (classifier, accounts, passed) = (self.classifier, &mut self.accounts, &mut self.passed);
        let verdict = self
            .verdicts
            .get(texts, || verdict(classifier, texts, accounts, passed).unwrap_or(Verdict::Keep));
        match verdict {
            Verdict::Keep => None,
            Verdict::Pass { account, reason } => Some((*account, *reason)),
            Verdict::Ask { account, said, reasons } => {
                let activity = self.shared.activity;
                let reason = match reasons.iter().find(|(of, _)| *of == activity) {
                    Some((_, reason)) => *reason,
                    None => {
                        let reason = reason_of(classifier, said, self.said.get(activity)?);
                        // A budget has few kinds of activities; one of very many is asked again.
                        if reasons.len() < 64 {
                            reasons.push((activity, reason));
                        }
                        reason
                    }
                };
                Some((*account, reason?))
            }
        }
    }

    /// Takes in the cells that neighbours share. False if one of them is in doubt.
    fn share(&mut self, cells: &[&[u8]; 5]) -> bool {
        if self.shared.is(cells) {
            return self.shared.context;
        }
        self.shared.key.clear();
        for (cell, end) in cells.iter().zip(&mut self.shared.ends) {
            self.shared.key.extend_from_slice(cell);
            *end = self.shared.key.len();
        }
        self.shared.context = self.new_context(cells).is_some();
        self.shared.context
    }

    fn new_context(&mut self, cells: &[&[u8]; 5]) -> Option<()> {
        let mut texts = [const { String::new() }; 5];
        for (text, cell) in texts.iter_mut().zip(cells) {
            *text = text_of(cell)?;
        }
        let [year, region, agency, sub_activity, activity] = texts;
        let or = |own: String, head: &str| if own.is_empty() { head.to_owned() } else { own };
        let activity = or(or(sub_activity, &activity), &self.head.activity);
        let said = self.classifier.said_by_activity(&activity);
        let next = self.said.len();
        self.shared.activity = *self.activities.entry(said).or_insert_with_key(|said| {
            self.said.push(said.clone());
            next
        });
        let year = year.parse::<u16>().ok().filter(|y| (1990..2100).contains(y)).or(self.head.year);
        self.passed.contexts.insert((year, or(region, &self.head.region), or(agency, &self.head.agency)));
        Some(())
    }

    fn product(&mut self, cell: &[u8]) -> Product {
        if cell.is_empty() {
            return if self.columns.has_factors { Product::Unclear } else { Product::None };
        }
        let has_factors = self.columns.has_factors;
        *self.products.get(&[cell], || product(cell, has_factors).unwrap_or(Product::Unclear))
    }
}

impl Shared {
    fn is(&self, cells: &[&[u8]; 5]) -> bool {
        let mut from = 0;
        let same = cells.iter().zip(&self.ends).all(|(cell, end)| {
            let same = self.key.get(from..*end) == Some(*cell);
            from = *end;
            same
        });
        same && from == self.key.len() && from > 0
    }
}

fn verdict(
    classifier: &Classifier,
    texts: &[&[u8]; 5],
    accounts: &mut BTreeMap<(Box<str>, Box<str>), usize>,
    passed: &mut Passed,
) -> Option<Verdict> {
    let mut own = [""; 5];
    for (own, text) in own.iter_mut().zip(texts) {
        *own = from_utf8(text).ok().filter(|text| !text.contains("_x000D_"))?;
    }
    let [code, name, heading, description, specification] = own;
    let code: String = code.split_whitespace().collect();
    let account = code.contains('.').then(|| read_code(&code))??.account;
    let name = without_code(&one_line(name));
    if !name.chars().any(char::is_alphabetic) {
        return None;
    }
    let heading = one_line(heading);
    let description = described(description, specification);
    if description.is_empty() {
        return None;
    }
    let text = LineText {
        account_code: account.as_ref().map_or("", |a| &a.code),
        account_name: &name,
        activity: "",
        heading: heading.trim_start_matches(['[', '#', '-', ']', ' ']).trim(),
        description: &description,
    };
    let said = classifier.said_by_line(&text)?;
    let settled = classifier.is_settled(&said);
    let key = (code.into(), name.as_str().into());
    let next = passed.accounts.len();
    let account = *accounts.entry(key).or_insert_with_key(|_| {
        passed.accounts.push(Account::new(account, &name));
        next
    });
    Some(if settled {
        Verdict::Pass { account, reason: UnassignedReason::NotEvent }
    } else {
        Verdict::Ask { account, said, reasons: Vec::new() }
    })
}

/// Why a line is in no event, if its class alone says so.
fn reason_of(classifier: &Classifier, line: &Said, activity: &Said) -> Option<UnassignedReason> {
    match classifier.classify_said(line, activity).cost_kind {
        CostKind::NotEvent => Some(UnassignedReason::NotEvent),
        CostKind::BusinessTravel => Some(UnassignedReason::BusinessTravel),
        _ => None,
    }
}

fn product(cell: &[u8], has_factors: bool) -> Option<Product> {
    if let Some(units) = plain(cell) {
        return Some(if units == 0 { Product::None } else { Product::Units(units) });
    }
    let text = text_of(cell)?;
    // A mark would be evidence of the column's notation; a number in words is read by the layout.
    if text.contains(['.', ',', '^']) || read_number(&text).is_ok() {
        return None;
    }
    match read_quantity(&text) {
        Some(quantity) if quantity.total().is_zero() => Some(Product::None),
        Some(quantity) => {
            Some(Product::Units(quantity.total().to_i64()?)).filter(|_| quantity.total().is_integer())
        }
        None if has_factors => None,
        None => Some(Product::None),
    }
}

/// A cell on one line; `None` for what the reader of cells would mend.
fn text_of(cell: &[u8]) -> Option<String> {
    from_utf8(cell).ok().filter(|text| !text.contains("_x000D_")).map(one_line)
}

/// Whole rupiah in plain digits, up to fifteen: the same number in every notation.
fn plain(cell: &[u8]) -> Option<i64> {
    if cell.is_empty() || cell.len() > 15 {
        return None;
    }
    let mut value = 0;
    for byte in cell {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    Some(value)
}

/// A first cell that holds another delimiter may be a whole row of another dialect.
fn is_foreign(cell: &[u8], delimiter: u8) -> bool {
    memchr::memchr3(b';', b'|', b'\t', cell).is_some() || (delimiter != b',' && cell.contains(&b','))
}
