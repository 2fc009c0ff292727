//! Which rows are passed over: those of which nothing is in doubt, and which are about no event.

use std::collections::HashMap;
use std::str::from_utf8;

use foldhash::fast::FixedState;
use hemat_core::budget_event::UnassignedReason;
use hemat_core::classify::{Classification, Classifier, Said};
use hemat_core::cost_line::LineContext;
use hemat_core::kind::CostKind;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::read::account_code::read_code;
use crate::read::layout::rka_row::{described, without_code};
use crate::read::number::read_number;
use crate::read::quantity::read_quantity;
use crate::read::strange_text::is_strange;
use crate::read::title::one_line;

use super::columns::{Behind, Columns};
use super::memo::Memo;
use super::outcome::{Account, Passed};
use super::split::{Glance, Row};

/// A row of less than 40 rupiah could be one that numbers the columns.
const LEAST: i64 = 40;

/// Kinds of activities that are remembered for one text.
const MOST_ACTIVITIES: usize = 64;

/// What becomes of a row.
pub(super) enum Judged {
    /// It is about no event, and was counted.
    Passed,
    /// The layout reads it.
    Kept(Option<Box<Told>>),
}

/// What looking at a row told of the line it is.
pub(super) struct Told {
    /// What is bought, as the layout words it.
    pub description: String,
    pub class: Classification,
}

/// What a row's account and words come to.
enum Verdict {
    /// Something is in doubt, or it is told what line it is: one of an event, where its neighbours are what they are.
    Keep(Option<Box<Told>>),
    /// About no event whatever its activity says.
    Pass { account: usize },
    /// Its activity may matter.
    Ask(Ask),
}

impl Verdict {
    /// The account and why the row is about no event, if it is about none.
    fn answer(
        &mut self,
        classifier: &Classifier,
        activity: usize,
        said_by: &Said,
    ) -> Option<(usize, UnassignedReason)> {
        match self {
            Verdict::Keep(_) => None,
            Verdict::Pass { account } => Some((*account, UnassignedReason::NotEvent)),
            Verdict::Ask(ask) => {
                let reason =
                    ask.reason(activity, |said| reason_of(&classifier.classify_said(&[said, said_by])));
                Some((ask.account, reason?))
            }
        }
    }
}

/// A text that an activity may give another meaning.
struct Ask {
    account: usize,
    /// The activity asked about last, and the reason.
    last: (usize, Option<UnassignedReason>),
    /// Needed where the activity is another: apart from what every row looks at.
    others: Box<Others>,
}

/// What a text comes to under other activities.
struct Others {
    said: Said,
    /// The reasons already found, by activity.
    reasons: Vec<(usize, Option<UnassignedReason>)>,
}

impl Ask {
    fn reason(
        &mut self,
        activity: usize,
        find: impl FnOnce(&Said) -> Option<UnassignedReason>,
    ) -> Option<UnassignedReason> {
        if self.last.0 != activity {
            let Others { said, reasons } = &mut *self.others;
            let known = reasons.iter().find(|(of, _)| *of == activity).copied();
            self.last = known.unwrap_or_else(|| {
                let found = (activity, find(said));
                // A budget has few kinds of activities; one of very many is asked again.
                if reasons.len() < MOST_ACTIVITIES {
                    reasons.push(found);
                }
                found
            });
        }
        self.last.1
    }
}

/// An account already met.
struct Known {
    /// Its place among those seen.
    place: usize,
    name: Box<str>,
    said: Said,
    /// About no event, whatever else a line says.
    settled: bool,
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

/// What follows the first number of a quantity.
#[derive(Clone, Copy)]
enum Tail {
    /// Its unit and further factors, of this product.
    Times { factor: i64 },
    /// No quantity begins so, with a number or without.
    NoNumber(Product),
    /// To be read by the layout.
    Unclear,
}

/// Looks at the rows of one thread.
pub(super) struct Judge<'a> {
    columns: &'a Columns,
    classifier: &'a Classifier,
    verdicts: Memo<Verdict>,
    accounts: Memo<Option<Known>>,
    tails: Memo<Tail>,
    activities: HashMap<Said, usize, FixedState>,
    said: Vec<Said>,
    /// By the cells of an activity, the place of what it says: agencies share a few thousand names of activities.
    names: Memo<Option<usize>>,
    /// What neighbours share: the place of what their activity says, and whether nothing of it is in doubt.
    activity: usize,
    context: bool,
    /// The cells of year, region and agency that were read last.
    whose_cells: Option<[Vec<u8>; 3]>,
    /// What they say, until a row of theirs is passed over.
    whose: Option<(Option<u16>, String, String)>,
    head: LineContext,
    /// What was passed over.
    pub passed: Passed,
}

impl<'a> Judge<'a> {
    /// `head` is what titles and options say of year, region, agency, activity and stage.
    pub(super) fn new(columns: &'a Columns, classifier: &'a Classifier, head: LineContext) -> Self {
        Judge {
            columns,
            classifier,
            verdicts: Memo::new(),
            accounts: Memo::new(),
            tails: Memo::new(),
            activities: HashMap::default(),
            said: Vec::new(),
            names: Memo::new(),
            activity: 0,
            context: false,
            whose_cells: None,
            whose: None,
            head,
            passed: Passed::default(),
        }
    }

    /// Passes over the row if nothing about it is in doubt.
    pub(super) fn judge(&mut self, number: u64, row: &Row<'_>) -> Judged {
        let c = self.columns;
        let cell = |at: usize| row.cells.get(at).copied().unwrap_or_default();
        if !row.begins_as_before {
            let shared = c.shared.map(|at| at.map(cell).unwrap_or_default());
            self.context = !is_foreign(cell(0), c.delimiter) && self.share(&shared).is_some();
        }
        if !self.context || row.cells.len() < c.width {
            return Judged::Kept(None);
        }
        let Some(amount) = self.amount(cell(c.quantity), cell(c.unit_price), cell(c.amount)) else {
            return Judged::Kept(None);
        };
        match self.reason(row) {
            Ok((account, reason)) => {
                self.pass(account, reason, amount, number);
                Judged::Passed
            }
            Err(told) => Judged::Kept(told),
        }
    }

    /// [`Judge::judge`] for a row that goes on as the one before, with words that were met before. Words that are kept
    /// were taken apart then, into as many cells as they must be, so that the cells behind them are where they should be.
    pub(super) fn passes_at_a_glance(&mut self, number: u64, row: &Glance<'_>, behind: Behind) -> bool {
        let cell = |at: usize| row.behind.get(at).copied().unwrap_or_default();
        let cells = [behind.quantity, behind.unit_price, behind.amount].map(cell);
        let [quantity, unit_price, amount] = cells;
        let amount = if self.context { self.amount(quantity, unit_price, amount) } else { None };
        let Some(amount) = amount else { return false };
        let Some(said_by) = self.said.get(self.activity) else { return false };
        let Some(verdict) = self.verdicts.known(row.words) else { return false };
        let Some((account, reason)) = verdict.answer(self.classifier, self.activity, said_by) else {
            return false;
        };
        self.pass(account, reason, amount, number);
        true
    }

    fn pass(&mut self, account: usize, reason: UnassignedReason, amount: i64, number: u64) {
        self.passed.add(account, reason, amount, number);
        // Rows that are read tell whose they are themselves.
        if let Some(whose) = self.whose.take() {
            self.passed.contexts.insert(whose);
        }
    }

    /// The amount, if it is plain and quantity and price give it.
    fn amount(&mut self, quantity: &[u8], unit_price: &[u8], amount: &[u8]) -> Option<i64> {
        let amount = plain(amount).filter(|amount| *amount >= LEAST)?;
        let price = plain(unit_price)?;
        match self.product(quantity) {
            Product::Units(units) => {
                (i128::from(units) * i128::from(price) == i128::from(amount)).then_some(amount)
            }
            Product::None => Some(amount),
            Product::Unclear => None,
        }
    }

    /// The account of a row and why it is about no event; what was told of it if it may be, or something is in doubt.
    fn reason(&mut self, row: &Row<'_>) -> Result<(usize, UnassignedReason), Option<Box<Told>>> {
        let (c, classifier) = (self.columns, self.classifier);
        let (known, seen) = (&mut self.accounts, &mut self.passed.accounts);
        let (activity, said_by) = (self.activity, self.said.get(self.activity).ok_or(None)?);
        let mut texts: [&[u8]; 5] = [&[]; 5];
        let runs =
            c.words.iter().zip(&mut texts).map(|((from, to), text)| *text = row.run(*from, *to)).count();
        let cells = [c.account_code, c.account_name].map(|at| row.cells.get(at).copied().unwrap_or_default());
        let make = || {
            let account = known.get(&cells, || account(classifier, cells, seen), |_| true).as_ref();
            let made = account.and_then(|account| verdict(classifier, c, row, account, (activity, said_by)));
            made.unwrap_or(Verdict::Keep(None))
        };
        let keep = |made: &Verdict| !matches!(made, Verdict::Keep(Some(_)));
        let verdict = self.verdicts.get(texts.get(..runs).unwrap_or_default(), make, keep);
        verdict.answer(classifier, activity, said_by).ok_or_else(|| match verdict {
            Verdict::Keep(told) => told.take(),
            Verdict::Pass { .. } | Verdict::Ask(_) => None,
        })
    }

    /// Takes in the cells that neighbours share; `None` if one of them is in doubt.
    fn share(&mut self, cells: &[&[u8]; 5]) -> Option<()> {
        if cells.iter().any(|cell| is_strange(cell)) {
            return None;
        }
        let [year, region, agency, sub_activity, activity] = *cells;
        let (classifier, head, activities, said) =
            (self.classifier, &self.head, &mut self.activities, &mut self.said);
        let make = || {
            let activity = or(or(text_of(sub_activity)?, &text_of(activity)?), &head.activity);
            let says = classifier.said_by_activity(&activity);
            Some(*activities.entry(says).or_insert_with_key(|says| {
                said.push(says.clone());
                said.len() - 1
            }))
        };
        self.activity = (*self.names.get(&[sub_activity, activity], make, |_| true))?;
        // Activities of one agency follow each other.
        if self.whose_cells.as_ref().is_none_or(|known| *known != [year, region, agency]) {
            let of = text_of(year)?.parse::<u16>().ok().filter(|y| (1990..2100).contains(y)).or(head.year);
            self.whose = Some((of, or(text_of(region)?, &head.region), or(text_of(agency)?, &head.agency)));
            self.whose_cells = Some([year, region, agency].map(<[u8]>::to_vec));
        }
        Some(())
    }

    /// The product of the quantity's factors. Neighbours differ in the first number and repeat the rest.
    fn product(&mut self, cell: &[u8]) -> Product {
        let digits = cell.iter().position(|b| !b.is_ascii_digit()).unwrap_or(cell.len());
        let (number, rest) = cell.split_at_checked(digits).unwrap_or_default();
        if number.len() > 1 && number.starts_with(b"0") {
            return Product::Unclear;
        }
        let has_factors = self.columns.has_factors;
        match (*self.tails.get(&[rest], || tail(rest, has_factors), |_| true), plain(number)) {
            (Tail::NoNumber(product), None) if number.is_empty() => product,
            (Tail::Times { factor }, Some(number)) => match number.checked_mul(factor) {
                Some(0) => Product::None,
                Some(units) => Product::Units(units),
                None => Product::Unclear,
            },
            _ => Product::Unclear,
        }
    }
}

/// An account as the layout reads it, put among those seen; `None` if its cells are not plainly one.
fn account(classifier: &Classifier, [code, name]: [&[u8]; 2], seen: &mut Vec<Account>) -> Option<Known> {
    if is_strange(name) {
        return None;
    }
    let code: String = sound(code)?.split_whitespace().collect();
    // Six digits without a dot would be a central code, and the file another layout's.
    let code = code.contains('.').then(|| read_code(&code))??.account;
    let name = without_code(&one_line(sound(name)?));
    if !name.chars().any(char::is_alphabetic) {
        return None;
    }
    let account = Account::new(code, &name);
    let said = classifier.said_by_account(account.code(), &name);
    let place = seen.iter().position(|a| a.is_same(&account)).unwrap_or_else(|| {
        seen.push(account);
        seen.len() - 1
    });
    Some(Known { place, name: name.into(), settled: classifier.is_settled(&said), said })
}

/// A text, or the head's where there is none.
fn or(own: String, head: &str) -> String {
    if own.is_empty() { head.to_owned() } else { own }
}

/// What a row's account and words come to.
fn verdict(
    classifier: &Classifier,
    columns: &Columns,
    row: &Row<'_>,
    account: &Known,
    (activity, said_by): (usize, &Said),
) -> Option<Verdict> {
    let cell = |at: usize| row.cells.get(at).copied().unwrap_or_default();
    let or_none = |at: Option<usize>| at.map(cell).unwrap_or_default();
    let words = [or_none(columns.heading), cell(columns.description), or_none(columns.specification)];
    // A place in letters that only look Latin is no place to the classifier: such a row is read, and complained of.
    if words.into_iter().any(is_strange) {
        return None;
    }
    let heading = one_line(sound(or_none(columns.heading))?);
    let description = described(sound(cell(columns.description))?, sound(or_none(columns.specification))?);
    // A line that only repeats its account is read together with its activity.
    if description.is_empty() || description == *account.name {
        return None;
    }
    if account.settled {
        return Some(Verdict::Pass { account: account.place });
    }
    let heading = heading.trim_start_matches(['[', '#', '-', ']', ' ']).trim();
    let class = classifier.classify_words(&[&account.said, said_by], heading, &description);
    let last = (activity, reason_of(&class));
    if last.1.is_none() {
        return Some(Verdict::Keep(Some(Told { description, class }.into())));
    }
    let said = account.said.and(&classifier.said_by_words(heading, &description));
    let others = Others { said, reasons: vec![last] }.into();
    Some(Verdict::Ask(Ask { account: account.place, last, others }))
}

/// Why a line is in no event, if its class alone says so.
pub(super) fn reason_of(class: &Classification) -> Option<UnassignedReason> {
    match class.cost_kind {
        CostKind::NotEvent => Some(UnassignedReason::NotEvent),
        CostKind::BusinessTravel => Some(UnassignedReason::BusinessTravel),
        _ => None,
    }
}

/// What follows the first number of a quantity.
fn tail(rest: &[u8], has_factors: bool) -> Tail {
    if rest.is_empty() {
        return Tail::Times { factor: 1 };
    }
    let Some(rest) = text_of(rest) else { return Tail::Unclear };
    // A mark would be evidence of the column's notation; a number in words is read by the layout.
    if rest.contains(['.', ',', '^'])
        || read_number(&format!("1{rest}")).is_ok()
        || read_number(&rest).is_ok()
    {
        return Tail::Unclear;
    }
    if read_quantity(&rest).is_some() {
        return Tail::Unclear;
    }
    // Two first numbers tell whether the rest is a factor whatever the first.
    let with = |number: u32| read_quantity(&format!("{number} {rest}")).map(|q| q.total());
    match (with(1), with(700)) {
        (Some(one), Some(more)) if Decimal::from(700).checked_mul(one) == Some(more) && one.is_integer() => {
            one.to_i64().map_or(Tail::Unclear, |factor| Tail::Times { factor })
        }
        // A cell that says something and gives nothing is named by the layout.
        (None, None) if !has_factors && !rest.contains(char::is_alphanumeric) => {
            Tail::NoNumber(Product::None)
        }
        _ => Tail::Unclear,
    }
}

/// A cell on one line; `None` for what the reader of cells would mend.
fn text_of(cell: &[u8]) -> Option<String> {
    sound(cell).map(one_line)
}

/// A cell as it stands; `None` for what the reader of cells would mend.
fn sound(cell: &[u8]) -> Option<&str> {
    from_utf8(cell).ok().filter(|text| !(text.contains('_') && text.contains("_x000D_")))
}

/// Whole rupiah in plain digits, up to fifteen: the same number in every notation.
fn plain(cell: &[u8]) -> Option<i64> {
    if cell.is_empty() || cell.len() > 15 {
        return None;
    }
    let (high, low) = cell.split_at_checked(cell.len().saturating_sub(8))?;
    Some(number_of(eight(high)?)? * 100_000_000 + number_of(eight(low)?)?)
}

const ZEROS: u64 = 0x3030_3030_3030_3030;

/// Up to eight bytes as a word, zeros before them, without a copy: a loop over the bytes of every amount is a tenth of
/// the whole pass.
fn eight(bytes: &[u8]) -> Option<u64> {
    let length = bytes.len();
    let from_first = |byte: u8, at: usize| u64::from(byte) << (8 * at);
    let word = match bytes {
        [] => return Some(ZEROS),
        [only] => u64::from(*only),
        [first, second] => from_first(*first, 0) | from_first(*second, 1),
        [first, second, third] => from_first(*first, 0) | from_first(*second, 1) | from_first(*third, 2),
        _ if length < 8 => {
            // The first four and the last four may share some.
            let (first, last) = (bytes.first_chunk()?, bytes.last_chunk()?);
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (length - 4))
        }
        _ => return bytes.first_chunk().filter(|_| length == 8).map(|all| u64::from_le_bytes(*all)),
    };
    Some(word << (8 * (8 - length)) | ZEROS >> (8 * length))
}

/// The number of eight digits, all at once.
fn number_of(word: u64) -> Option<i64> {
    const UPPER: u64 = 0xF0F0_F0F0_F0F0_F0F0;
    // The upper half of a digit is 3, and stays 3 with six added.
    if word & UPPER != ZEROS || word.wrapping_add(0x0606_0606_0606_0606) & UPPER != ZEROS {
        return None;
    }
    let ones = word - ZEROS;
    let pairs = (ones * 10 + (ones >> 8)) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs * 100 + (pairs >> 16)) & 0x0000_FFFF_0000_FFFF;
    i64::try_from((fours * 10_000 + (fours >> 32)) & 0xFFFF_FFFF).ok()
}

/// A first cell that holds another delimiter may be a whole row of another dialect.
fn is_foreign(cell: &[u8], delimiter: u8) -> bool {
    memchr::memchr3(b';', b'|', b'\t', cell).is_some() || (delimiter != b',' && cell.contains(&b','))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn plain_digits_are_the_number_they_write(text in "[0-9]{0,17}|[ -~]{0,16}|[0-9]{0,8}[/:@ ][0-9]{0,8}") {
            let digits = !text.is_empty() && text.len() <= 15 && text.bytes().all(|b| b.is_ascii_digit());
            let number = digits.then(|| text.parse::<i64>().unwrap());
            prop_assert_eq!(plain(text.as_bytes()), number);
        }
    }
}
