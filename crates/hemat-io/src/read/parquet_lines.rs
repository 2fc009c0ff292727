//! Cost lines that hemat wrote as Parquet (`hemat lines --format parquet`), read back line by line.
//!
//! Only sound files of our own are taken: each is held against its seal first (`write/parquet/seal.rs`), so that a
//! damaged one is refused before anything of it is interpreted. The lines come back whole, with the file and row
//! they were first read from, and so does the balance of their files. What is no line stays behind: the cells of rows
//! set aside, accounts whose details do not add up, and what else was said about the first files.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use bytes::Bytes;
use hemat_core::account::{AccountClass, AccountCode, AccountScheme};
use hemat_core::cost_line::{BudgetStage, CostLine, LineContext};
use hemat_core::counted_lines::CountedLines;
use hemat_core::date::Date;
use hemat_core::money::Rupiah;
use hemat_core::source::RowRef;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};

use crate::read::ReadError;
use crate::read::balance::Texts;
use crate::read::budget::{BudgetFile, DetailTally, FileColumn, LayoutName, ReadOptions, Tally};
use crate::read::diagnostic::{Diagnostic, Severity};
use crate::read::parquet_cells::{Batch, Group};
use crate::write::parquet::decimal::MONEY;
use crate::write::parquet::factors::quantity_of;
use crate::write::parquet::lines::{LINES_TABLE, lines_schema};
use crate::write::parquet::seal::{Sealed, check_seal};
use crate::write::parquet::source_files::{FILES, SourceFile};

/// How to get such a file, for every refusal.
const REMEDY: &str = "write it again with `hemat lines FILE --format parquet --out lines.parquet`";

/// Reads a Parquet file of cost lines.
///
/// `--year` fills lines without a year; layout and decimal mark were settled when the lines were first read.
///
/// # Errors
/// [`ReadError::Container`] for a file that another program wrote, that was changed or damaged, or that holds
/// something else than lines; [`ReadError::Mapping`] with a mapping, since there are no columns to name.
pub fn read_parquet_lines(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<BudgetFile, ReadError> {
    let refuse = |reason: String| ReadError::Container { file: name.to_owned(), reason };
    if !options.mapping.is_empty() {
        let reason = "cost lines in Parquet have no columns to name; leave --mapping away".to_owned();
        return Err(ReadError::Mapping { file: name.to_owned(), reason });
    }
    match check_seal(bytes) {
        Sealed::Sound => {}
        Sealed::Foreign => return Err(refuse(foreign())),
        Sealed::Changed => {
            return Err(refuse(format!(
                "the Parquet file was changed or damaged after hemat wrote it (its bytes differ from its seal); {REMEDY}"
            )));
        }
        Sealed::CutShort => {
            return Err(refuse(format!(
                "the Parquet file is cut short or damaged: its end is missing; {REMEDY}"
            )));
        }
    }
    // A sealed file is as hemat wrote it, unless somebody forged the seal: then the library may meet what it does
    // not expect, and even that ends in an error.
    let read = catch_unwind(AssertUnwindSafe(|| Reader::new(bytes, name, options)?.read()));
    read.unwrap_or_else(|_| Err(Fault::Damaged("its structure is broken".to_owned()))).map_err(|fault| {
        match fault {
            Fault::Other(reason) => refuse(reason),
            Fault::Damaged(reason) => refuse(format!("the Parquet file is damaged: {reason}; {REMEDY}")),
        }
    })
}

fn foreign() -> String {
    "a Parquet file that hemat did not write; from other programs, give the table as CSV with the columns \
     description and amount, and further ones as `hemat init` lists them"
        .to_owned()
}

/// Why a file could not be read.
enum Fault {
    /// It is something else.
    Other(String),
    /// It contradicts itself.
    Damaged(String),
}

impl From<ParquetError> for Fault {
    fn from(error: ParquetError) -> Self {
        Fault::Damaged(error.to_string())
    }
}

fn damaged(reason: impl Into<String>) -> Fault {
    Fault::Damaged(reason.into())
}

struct Reader<'a> {
    parquet: SerializedFileReader<Bytes>,
    name: &'a str,
    options: &'a ReadOptions,
    texts: Texts,
    lines: Vec<CostLine>,
}

impl<'a> Reader<'a> {
    fn new(bytes: &[u8], name: &'a str, options: &'a ReadOptions) -> Result<Self, Fault> {
        let parquet = SerializedFileReader::new(Bytes::copy_from_slice(bytes))?;
        Ok(Reader { parquet, name, options, texts: Texts::default(), lines: Vec::new() })
    }

    fn read(mut self) -> Result<BudgetFile, Fault> {
        let sources = self.sources()?;
        let names: Vec<&str> = sources.iter().map(|s| s.file.as_str()).collect();
        let mut rows = 0_u64;
        for at in 0..self.parquet.num_row_groups() {
            let mut group = Group::open(&*self.parquet.get_row_group(at)?)?;
            while let Some(batch) = group.next_batch()? {
                for row in 0..batch.rows {
                    rows += 1;
                    let line = line_of(&batch, row, &mut self.texts, self.options)
                        .map_err(|fault| in_row(fault, rows))?;
                    if !names.contains(&&*line.row.file) {
                        return Err(damaged(format!("line {rows} is of a file that is not listed")));
                    }
                    self.lines.push(line);
                }
            }
        }
        self.finished(&sources)
    }

    /// The files that the lines are of, after a look at what the file is.
    fn sources(&self) -> Result<Vec<SourceFile>, Fault> {
        let about = self.parquet.metadata().file_metadata();
        let value = |key: &str| {
            let all = about.key_value_metadata().into_iter().flatten();
            all.filter(|kv| kv.key == key).find_map(|kv| kv.value.as_deref())
        };
        match value(LINES_TABLE.0) {
            Some(table) if table == LINES_TABLE.1 => {}
            Some(table) if table.starts_with("events/") => {
                return Err(Fault::Other(format!(
                    "a Parquet file of events, not of cost lines; give the budget file itself, or {REMEDY}"
                )));
            }
            Some(table) => {
                return Err(Fault::Other(format!(
                    "Parquet of another version of hemat ({table}; this one reads {}); {REMEDY}",
                    LINES_TABLE.1
                )));
            }
            None => return Err(Fault::Other(foreign())),
        }
        if about.schema() != &*lines_schema()? {
            return Err(damaged("its columns are not those of cost lines"));
        }
        let files = value(FILES).and_then(|json| serde_json::from_str(json).ok());
        files.ok_or_else(|| damaged("the list of its files is missing"))
    }

    fn finished(self, sources: &[SourceFile]) -> Result<BudgetFile, Fault> {
        let (tally, details) = balance_of(sources)?;
        let sum = Rupiah::try_sum(self.lines.iter().map(|l| l.amount)).ok();
        if sum != Some(tally.amount_used) {
            return Err(damaged("its lines do not add up to the amount of their files"));
        }
        let file: Arc<str> = self.name.into();
        let schema = self.parquet.metadata().file_metadata().schema();
        let names = schema.get_fields().iter().enumerate();
        Ok(BudgetFile {
            layout: layout_of(sources),
            encoding: "parquet".to_owned(),
            delimiter: None,
            header_row: None,
            columns: BTreeMap::new(),
            file_columns: names
                .map(|(at, f)| FileColumn { position: at + 1, name: f.name().to_owned(), field: None })
                .collect(),
            lines: self.lines,
            counted: CountedLines::default(),
            set_aside: Vec::new(),
            diagnostics: set_aside_before(&file, &tally).into_iter().collect(),
            tally,
            details,
            gaps: Vec::new(),
            file,
        })
    }
}

fn in_row(fault: Fault, row: u64) -> Fault {
    match fault {
        Fault::Damaged(reason) => Fault::Damaged(format!("line {row}: {reason}")),
        other @ Fault::Other(_) => other,
    }
}

fn balance_of(sources: &[SourceFile]) -> Result<(Tally, DetailTally), Fault> {
    let start = (Tally::default(), DetailTally::default());
    sources.iter().try_fold(start, |(tally, details), source| {
        source.added_to(tally, details).ok_or_else(|| damaged("the balance of its files is broken"))
    })
}

/// The layout of the files. Where they differ, one whose dates are not those of events: of such a mixture nobody can
/// tell by the file alone which dates are which.
fn layout_of(sources: &[SourceFile]) -> LayoutName {
    let layouts = || sources.iter().filter_map(SourceFile::layout);
    layouts().find(|l| *l != LayoutName::Hemat).or_else(|| layouts().next()).unwrap_or(LayoutName::Hemat)
}

/// Rows that were set aside when the files were first read are in no line: said again, so that nobody forgets them.
fn set_aside_before(file: &Arc<str>, tally: &Tally) -> Option<Diagnostic> {
    (tally.rows_set_aside > 0).then(|| Diagnostic {
        name: "rows-set-aside-before",
        severity: Severity::Warning,
        file: Arc::clone(file),
        row: None,
        column: None,
        text: None,
        hint: format!(
            "{} rows were set aside when the files were first read and are in no line; \
             to see them: hemat lines FILE --set-aside ROWS.csv on the first files",
            tally.rows_set_aside
        ),
        amount: Some(tally.amount_set_aside),
    })
}

fn line_of(batch: &Batch, row: usize, texts: &mut Texts, options: &ReadOptions) -> Result<CostLine, Fault> {
    let mut shared = |column: &str| Ok::<_, Fault>(texts.share(batch.text(column, row)?));
    let (file, heading, description) = (shared("file")?, shared("heading")?, shared("description")?);
    let (unit, package) = (shared("unit")?, shared("package_code")?);
    let context = context_of(batch, row, texts, options)?;
    let number = |column: &str| {
        let value = batch.whole(column, row);
        value.map(|n| u64::try_from(n).map_err(|_| damaged(format!("{column} is below zero")))).transpose()
    };
    let required = |column: &str| number(column)?.ok_or_else(|| damaged(format!("{column} is missing")));
    let part = number("part")?.map(|n| u32::try_from(n).map_err(|_| damaged("part is too large")));
    let quantity = match batch.text("quantity_factors", row)? {
        "" => None,
        text => Some(quantity_of(text).ok_or_else(|| damaged("quantity_factors is no quantity"))?),
    };
    let date = match batch.small("date", row) {
        None => None,
        Some(days) => Some(day_of(days).ok_or_else(|| damaged("date is out of range"))?),
    };
    Ok(CostLine {
        row: RowRef { file, row: required("row")?, part: part.transpose()? },
        account_row: required("account_row")?,
        context: texts.share_context(context),
        heading,
        description,
        quantity,
        unit,
        unit_price: money(batch, "unit_price", row)?,
        amount: money(batch, "amount", row)?.ok_or_else(|| damaged("amount is missing"))?,
        amount_before: money(batch, "amount_before", row)?,
        date,
        package,
    })
}

fn context_of(
    batch: &Batch,
    row: usize,
    texts: &mut Texts,
    options: &ReadOptions,
) -> Result<LineContext, Fault> {
    let year = match batch.small("year", row) {
        None => options.year,
        Some(year) => Some(u16::try_from(year).map_err(|_| damaged("year is out of range"))?),
    };
    let account = match batch.text("account_code", row)? {
        "" => None,
        code => Some(AccountCode {
            code: code.into(),
            scheme: word(batch, "account_scheme", row, AccountScheme::from_word)?,
            class: word(batch, "account_class", row, AccountClass::from_word)?,
        }),
    };
    let mut shared = |column: &str| Ok::<_, Fault>(texts.share(batch.text(column, row)?));
    Ok(LineContext {
        year,
        region: shared("region")?,
        agency: shared("agency")?,
        activity_code: shared("activity_code")?,
        activity: shared("activity")?,
        account,
        account_name: shared("account_name")?,
        stage: word(batch, "stage", row, BudgetStage::from_word)?,
    })
}

fn word<T>(
    batch: &Batch,
    column: &str,
    row: usize,
    known: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Fault> {
    match batch.text(column, row)? {
        "" => Ok(None),
        word => known(word).map(Some).ok_or_else(|| damaged(format!("{column} \"{word}\" is not known"))),
    }
}

fn money(batch: &Batch, column: &str, row: usize) -> Result<Option<Rupiah>, Fault> {
    let Some(bytes) = batch.fixed(column, row) else { return Ok(None) };
    let amount = MONEY.value_of(bytes).and_then(|value| Rupiah::try_new(value).ok());
    amount.map(Some).ok_or_else(|| damaged(format!("{column} is out of range")))
}

/// The day that Parquet counts from 1 January 1970.
fn day_of(days: i32) -> Option<Date> {
    let origin = Date::from_ymd(1970, 1, 1)?;
    let distance = days.unsigned_abs();
    if days < 0 { origin.minus_days(distance) } else { origin.plus_days(distance) }
}
