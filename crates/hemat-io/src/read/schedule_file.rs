//! `events.csv` of a schedule: `id,title,start,days,participants,layout,current_cost` and one column `cost:VENUE_ID`
//! for each hall, with what the event would cost there (empty: not possible there).
//!
//! Without such columns the costs come from the venues' rates; `session`, `meals_per_day`, `snacks_per_day` and
//! `fiscal_year` then say what the event needs and which rates are in force.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use hemat_core::estimate::Estimate;
use hemat_core::event::{Event, Supported};
use hemat_core::money::Rupiah;
use hemat_core::session::{Seating, Session};
use hemat_core::source::SourceRef;

use crate::read::budget::DecimalMark;
use crate::read::calendar_file::{holds_a_day, read_day};
use crate::read::contract::{ContractErrors, Faults, plain_text, shown};
use crate::read::contract_csv::{CsvContract, CsvRow, CsvRows};
use crate::read::event_file::words;
use crate::read::number::{Notation, Number, NumberProblem, Reading, decide_mark, read_number};
use crate::read::table::Cell;

const KNOWN: [&str; 11] = [
    "id",
    "title",
    "start",
    "days",
    "participants",
    "layout",
    "current_cost",
    "session",
    "meals_per_day",
    "snacks_per_day",
    "fiscal_year",
];
const COST: &str = "cost:";
/// No event of the field lasts longer; a larger number is a slip.
const MOST_DAYS: u32 = 366;

/// The events of a schedule, as the file gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduleFile {
    /// The events, in the file's order.
    pub events: Vec<ScheduleRow>,
    /// The halls that have a cost column; empty if the costs are to come from the venues' rates.
    pub halls: BTreeSet<String>,
}

/// One event of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduleRow {
    /// Record number in the file, the header being 1.
    pub row: u64,
    /// Unique in the file.
    pub id: String,
    /// Title, start, days (1 if the file does not say), participants, layout and session.
    pub event: Event,
    /// What it costs where it is now.
    pub current_cost: Rupiah,
    /// What it would cost in a hall, by the hall's id; no entry where the cell is empty.
    pub costs: BTreeMap<String, Rupiah>,
}

/// Reads `events.csv`, delimited by `,` or `;`, with amounts in Indonesian or plain notation: one decimal mark for the
/// whole file, by what its amounts show, or `mark`. `file` is the name that messages show; line numbers in messages
/// are CSV records, the header being the first. `halls` are the ids that a cost column can name.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file: columns, halls that are not known, ids given twice, dates, counts,
/// amounts that are negative or can be read as two numbers.
pub fn read_schedule(
    text: &str,
    file: &str,
    halls: &[&str],
    mark: Option<DecimalMark>,
) -> Result<ScheduleFile, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let contract = CsvContract {
        columns: &KNOWN,
        required: &["id", "current_cost"],
        aliases: &[],
        family: Some((COST, halls)),
        comments: false,
        is_row: holds_a_day,
    };
    let read = CsvRows::read(text, &contract, &mut faults).map(|rows| {
        let halls: BTreeSet<String> = rows.family(COST).map(str::to_owned).collect();
        let notation = notation(&rows, &halls, mark);
        let mut reader = Reader { halls: &halls, notation, seen: BTreeMap::new() };
        let events = rows.iter().filter_map(|row| reader.event(row, &mut faults)).collect();
        ScheduleFile { events, halls }
    });
    faults.finish(file, read)
}

/// One decimal mark for all amounts: one hand wrote the file.
fn notation(rows: &CsvRows, halls: &BTreeSet<String>, mark: Option<DecimalMark>) -> Notation {
    let columns = || halls.iter().map(|hall| format!("{COST}{hall}")).chain(["current_cost".to_owned()]);
    let mut cells = Vec::new();
    for column in columns() {
        cells.extend(rows.iter().map(|row| (row.number, Cell::Text(row.cell(&column).to_owned()))));
    }
    decide_mark(cells.iter().map(|(row, cell)| (*row, cell)), mark)
}

struct Reader<'t> {
    halls: &'t BTreeSet<String>,
    notation: Notation,
    /// Ids with the row where each stands first.
    seen: BTreeMap<String, u64>,
}

impl Reader<'_> {
    fn event(&mut self, record: CsvRow<'_>, faults: &mut Faults<'_>) -> Option<ScheduleRow> {
        let row = record.number;
        let cell = |column: &str| record.cell(column);
        let id = self.id(row, cell("id"), faults);
        let mut event = Event::titled(if cell("title").is_empty() { cell("id") } else { cell("title") });
        event.start = read_day(row, "start", cell("start"), faults);
        let days = count(row, "days", cell("days"), 1, MOST_DAYS, faults).and_then(NonZeroU32::new);
        event.days = days.map(Estimate::exact);
        let people = count(row, "participants", cell("participants"), 1, u32::MAX, faults);
        event.participants = people.and_then(NonZeroU32::new).map(|people| Supported {
            count: Estimate::exact(people),
            evidence: None,
            source: SourceRef::NotStated,
        });
        event.seating = word(
            row,
            "layout",
            cell("layout"),
            Seating::from_word,
            &words(Seating::ALL, Seating::as_str),
            faults,
        );
        event.session = word(
            row,
            "session",
            cell("session"),
            Session::from_word,
            &words(Session::ALL, Session::as_str),
            faults,
        );
        let a_day = |column: &str, faults: &mut Faults<'_>| {
            count(row, column, cell(column), 0, 24, faults).map(Estimate::exact)
        };
        event.meals_per_day = a_day("meals_per_day", faults);
        event.snacks_per_day = a_day("snacks_per_day", faults);
        let year = count(row, "fiscal_year", cell("fiscal_year"), 1900, 2199, faults);
        event.fiscal_year = year.and_then(|year| u16::try_from(year).ok());
        if event.start.is_some() && event.last_day(event.days_or_default().likely()).is_none() {
            faults.push(
                row,
                "days",
                "ends after the year 2199",
                Some(shown(cell("days"))),
                "check start and days",
            );
        }
        let current_cost = self.money(row, "current_cost", cell("current_cost"), faults);
        if cell("current_cost").is_empty() {
            let hint = "write what it costs where it is now; without it nothing can be compared";
            faults.push(row, "current_cost", "missing", None, hint);
        }
        let mut costs = BTreeMap::new();
        for hall in self.halls {
            let column = format!("{COST}{hall}");
            costs.extend(self.money(row, &column, cell(&column), faults).map(|cost| (hall.clone(), cost)));
        }
        Some(ScheduleRow { row, id: id?, event, current_cost: current_cost?, costs })
    }

    fn id(&mut self, row: u64, id: &str, faults: &mut Faults<'_>) -> Option<String> {
        if id.is_empty() {
            faults.push(row, "id", "missing", None, "give each event a short name of its own");
            return None;
        }
        if let Some(first) = self.seen.get(id) {
            let hint = format!("it stands in row {first} already; give each event an id of its own");
            faults.push(row, "id", "is given twice", Some(shown(id)), &hint);
            return None;
        }
        self.seen.insert(id.to_owned(), row);
        Some(id.to_owned())
    }

    /// An amount of zero or more; `None` also for an empty cell, which is no fault here.
    fn money(&self, row: u64, column: &str, text: &str, faults: &mut Faults<'_>) -> Option<Rupiah> {
        let mut wrong = |what: &str, hint: &str| faults.push(row, column, what, Some(shown(text)), hint);
        let value = match self.notation.read_text(text) {
            Ok(Reading::Value(value)) => value,
            Ok(Reading::Ambiguous { comma, dot }) => {
                let hint = format!(
                    "{} or {}? write one of them in plain digits, or give --decimal-mark",
                    comma.normalize(),
                    dot.normalize()
                );
                wrong("can be read as two amounts", &hint);
                return None;
            }
            Err(NumberProblem::Empty) => return None,
            Err(NumberProblem::TooLong) => {
                wrong("is too large to be kept exact", "at most 10^20 rupiah");
                return None;
            }
            Err(NumberProblem::Rounded(_)) => {
                wrong("has lost its last digits", "format the cell as a number and save again");
                return None;
            }
            Err(NumberProblem::NotANumber) => {
                wrong("is not an amount of rupiah", "write digits: 27900000 or Rp27.900.000,00");
                return None;
            }
        };
        match Rupiah::try_new(value) {
            Ok(amount) if amount.is_negative() => {
                wrong(
                    "an amount cannot be negative",
                    "write zero or more; leave it empty if not possible there",
                );
                None
            }
            Ok(amount) => Some(amount),
            Err(_) => {
                wrong("is too large or has too many decimals", "at most 10^20 rupiah and 8 decimals");
                None
            }
        }
    }
}

/// A whole number between two bounds; `None` also for an empty cell. `1.200` is 1200: nobody counts in thousandths.
fn count(row: u64, column: &str, text: &str, least: u32, most: u32, faults: &mut Faults<'_>) -> Option<u32> {
    let whole = |value: Decimal| value.is_integer().then(|| value.to_u32()).flatten();
    let value = match read_number(text) {
        Err(NumberProblem::Empty) => return None,
        Ok(Number::Plain(value) | Number::Marked(value, _)) => whole(value),
        Ok(Number::Ambiguous { comma, dot }) => whole(comma).or_else(|| whole(dot)),
        Err(_) => None,
    };
    let value = value.filter(|value| (least..=most).contains(value));
    if value.is_none() {
        let hint = format!("valid: {least} to {most}; leave it empty if unknown");
        faults.push(row, column, "must be a whole number", Some(shown(text)), &hint);
    }
    value
}

/// One of a set of words; `None` also for an empty cell.
fn word<T>(
    row: u64,
    column: &str,
    text: &str,
    read: impl Fn(&str) -> Option<T>,
    valid: &[&str],
    faults: &mut Faults<'_>,
) -> Option<T> {
    let value = read(text);
    if value.is_none() && !text.is_empty() {
        let hint = format!("valid: {}", valid.join(", "));
        faults.push(row, column, "is not one of the words", Some(shown(text)), &hint);
    }
    value
}
