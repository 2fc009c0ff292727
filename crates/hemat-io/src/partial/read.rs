//! Reading a partial back. A partial is data from elsewhere: every value is looked at, and none can make a panic.

use std::collections::BTreeMap;
use std::sync::Arc;

use hemat_core::counted_lines::CountedLines;
use hemat_core::money::Rupiah;
use hemat_core::repeated::Keys;
use hemat_core::source::RowRef;
use hemat_core::sum_gap::SumGap;
use serde::Deserialize;

use super::diagnostic_name::known;
use super::form::{CountedForm, DiagnosticForm, FileForm, GapForm, OptionsForm, PartialForm, ShareForm};
use super::word::{self, CLASSES, MARKS, SCHEMES, SEVERITIES, value};
use super::{Entry, PARTIAL_SCHEMA, Partial, PartialReadError, PathKey, Piece, Terms, add_pieces};
use crate::read::budget::{
    BudgetFile, ClassifiedFile, DetailTally, FileColumn, LayoutName, ReadOptions, SetAside, Tally,
};
use crate::read::diagnostic::Diagnostic;
use crate::read::number::MarkEvidence;
use crate::read::sieve::{AccountSums, FilePart, Share};
use crate::read::synonyms::Field;

/// A value that cannot be: what kind, and the text itself.
pub(super) struct Wrong {
    what: &'static str,
    text: String,
}

pub(super) fn wrong(what: &'static str, text: &str) -> Wrong {
    Wrong { what, text: text.to_owned() }
}

pub(super) fn money(text: &str) -> Result<Rupiah, Wrong> {
    Rupiah::parse_canonical(text).map_err(|_| wrong("amount", text))
}

/// More rows or lines than any file has: sums of such numbers stay in range.
const MOST_ROWS: u64 = 1 << 40;

/// A number of rows, lines or cells.
fn count(number: u64) -> Result<u64, Wrong> {
    if number <= MOST_ROWS { Ok(number) } else { Err(wrong("number of rows", &number.to_string())) }
}

/// What a file says it is.
#[derive(Deserialize)]
struct Named {
    schema: String,
}

/// Reads a partial; `name` is for messages.
///
/// # Errors
/// [`PartialReadError`] for anything that `hemat partial` of this version does not write.
pub fn read_partial(bytes: &[u8], name: &str) -> Result<Partial, PartialReadError> {
    let form = |error| PartialReadError::Form { file: name.to_owned(), error };
    let named: Named = serde_json::from_slice(bytes).map_err(form)?;
    if named.schema != PARTIAL_SCHEMA {
        return Err(PartialReadError::Schema { file: name.to_owned(), found: named.schema });
    }
    let form: PartialForm<'_> = serde_json::from_slice(bytes).map_err(form)?;
    let of = |path: &str| {
        let (file, path) = (name.to_owned(), path.to_owned());
        move |wrong: Wrong| PartialReadError::Value { file, path, what: wrong.what, text: wrong.text }
    };
    let terms = Terms {
        tool: form.hemat.into_owned(),
        rules: form.rules.into_owned(),
        options: options(&form.options).map_err(of("options"))?,
    };
    let mut partial = Partial { terms: Some(terms), files: BTreeMap::new() };
    for unread in form.unread {
        let entry = Entry::Unread(unread.reason.into_owned());
        put(&mut partial, &unread.path, entry).map_err(of(&unread.path))?;
    }
    for file in &form.files {
        let share = Share::new(file.part, file.of).ok_or_else(|| wrong("part", &file.part.to_string()));
        let entry = share.and_then(|share| Ok(Entry::Read(BTreeMap::from([(share, piece(file, share)?)]))));
        put(&mut partial, &file.path, entry.map_err(of(&file.path))?).map_err(of(&file.path))?;
    }
    Ok(partial)
}

fn put(partial: &mut Partial, path: &str, entry: Entry) -> Result<(), Wrong> {
    let key = PathKey(path.to_owned());
    match partial.files.get_mut(&key) {
        None => {
            partial.files.insert(key, entry);
            Ok(())
        }
        Some(known) => add_pieces(path, known, entry).map_err(|_| wrong("file given twice", path)),
    }
}

fn options(form: &OptionsForm<'_>) -> Result<ReadOptions, Wrong> {
    let layout = |text: &str| LayoutName::from_word(text).ok_or_else(|| wrong("layout", text));
    let mark = |text: &str| value(&MARKS, text).ok_or_else(|| wrong("decimal_mark", text));
    Ok(ReadOptions {
        layout: form.layout.as_deref().map(layout).transpose()?,
        decimal_mark: form.decimal_mark.as_deref().map(mark).transpose()?,
        year: form.year,
        mapping: form.mapping.iter().map(|(f, c)| (f.to_string(), c.to_string())).collect(),
    })
}

fn piece(form: &FileForm<'_>, share: Share) -> Result<Piece, Wrong> {
    let name: Arc<str> = (&*form.path).into();
    let contexts = form.contexts.iter().map(|c| c.value().map(Arc::new)).collect::<Result<Vec<_>, _>>()?;
    let file_of =
        |sheet: &str| if sheet.is_empty() { Arc::clone(&name) } else { format!("{name}{sheet}").into() };
    let lines = form.lines.iter().map(|line| line.line(&contexts, file_of)).collect::<Result<Vec<_>, _>>()?;
    let classes = form.lines.iter().map(super::line_form::LineForm::class).collect::<Result<Vec<_>, _>>()?;
    let diagnostic = |form: &DiagnosticForm<'_>| diagnostic(form, file_of(&form.sheet));
    let field = |text: &str| Field::from_word(text).map(Field::as_str).ok_or_else(|| wrong("field", text));
    let columns = form.columns.iter().map(|(f, c)| Ok((field(f)?, c.to_string())));
    let file_columns = form.file_columns.iter().map(|c| {
        let field = c.field.as_deref().map(field).transpose()?;
        Ok(FileColumn { position: c.position, name: c.name.to_string(), field })
    });
    let budget = BudgetFile {
        file: Arc::clone(&name),
        layout: LayoutName::from_word(&form.layout).ok_or_else(|| wrong("layout", &form.layout))?,
        encoding: form.encoding.to_string(),
        delimiter: form.delimiter,
        header_row: form.header_row,
        columns: columns.collect::<Result<_, Wrong>>()?,
        file_columns: file_columns.collect::<Result<_, Wrong>>()?,
        lines,
        counted: counted(&form.counted)?,
        set_aside: set_aside(form)?,
        diagnostics: form.diagnostics.iter().map(diagnostic).collect::<Result<_, _>>()?,
        tally: tally(form)?,
        details: DetailTally {
            accounts: count(form.details.accounts)?,
            reconciled: count(form.details.reconciled)?,
            amount: money(&form.details.amount)?,
            amount_reconciled: money(&form.details.amount_reconciled)?,
        },
        gaps: form.gaps.iter().map(|gap| self::gap(gap, file_of(&gap.sheet))).collect::<Result<_, _>>()?,
    };
    let piece = match &form.share {
        None if share == Share::WHOLE => Piece::Whole(ClassifiedFile { budget, classes }.into()),
        None => return Err(wrong("share", "null")),
        Some(share) => {
            let head = share.head.iter().map(diagnostic).collect::<Result<_, _>>()?;
            Piece::Part(Box::new(part(share, ClassifiedFile { budget, classes }, head)?))
        }
    };
    Ok(piece)
}

fn tally(form: &FileForm<'_>) -> Result<Tally, Wrong> {
    let (rows, amount) = (&form.rows, &form.amount);
    Ok(Tally {
        rows_read: count(rows.read)?,
        rows_used: count(rows.used)?,
        rows_set_aside: count(rows.set_aside)?,
        rows_not_lines: count(rows.not_lines)?,
        amount_read: money(&amount.read)?,
        amount_used: money(&amount.used)?,
        amount_set_aside: money(&amount.set_aside)?,
    })
}

fn set_aside(form: &FileForm<'_>) -> Result<Vec<SetAside>, Wrong> {
    let rows = form.set_aside.iter().map(|row| {
        Ok(SetAside {
            row: row.row,
            reason: known(&row.reason).ok_or_else(|| wrong("reason", &row.reason))?,
            cells: row.cells.iter().map(ToString::to_string).collect(),
            amount: row.amount.as_deref().map(money).transpose()?,
        })
    });
    rows.collect()
}

fn counted(form: &CountedForm<'_>) -> Result<CountedLines, Wrong> {
    let by_reason = form.by_reason.iter().map(|sum| {
        let reason = word::reason(&sum.reason).ok_or_else(|| wrong("reason", &sum.reason))?;
        Ok((reason, (count(sum.lines)?, money(&sum.amount)?)))
    });
    let scheme = |text: &str| value(&SCHEMES, text).ok_or_else(|| wrong("scheme", text));
    let key = |text: &String| u64::from_str_radix(text, 16).map_err(|_| wrong("key", text));
    let keys = form.keys.iter().map(key).collect::<Result<Vec<_>, _>>()?;
    Ok(CountedLines {
        by_reason: by_reason.collect::<Result<_, Wrong>>()?,
        contexts: form.contexts.iter().map(super::line_form::ContextForm::value).collect::<Result<_, _>>()?,
        schemes: form.schemes.iter().map(|text| scheme(text)).collect::<Result<_, _>>()?,
        keys: Keys::from_parts(count(form.lines)?, keys)
            .ok_or_else(|| wrong("keys", &form.lines.to_string()))?,
    })
}

fn diagnostic(form: &DiagnosticForm<'_>, file: Arc<str>) -> Result<Diagnostic, Wrong> {
    Ok(Diagnostic {
        name: known(&form.name).ok_or_else(|| wrong("diagnostic", &form.name))?,
        severity: value(&SEVERITIES, &form.severity).ok_or_else(|| wrong("severity", &form.severity))?,
        file,
        row: form.row,
        column: form.column.as_ref().map(ToString::to_string),
        text: form.text.as_ref().map(ToString::to_string),
        hint: form.hint.to_string(),
        amount: form.amount.as_deref().map(money).transpose()?,
    })
}

fn gap(form: &GapForm<'_>, file: Arc<str>) -> Result<SumGap, Wrong> {
    let class = |text: &str| value(&CLASSES, text).ok_or_else(|| wrong("class", text));
    Ok(SumGap {
        row: RowRef { file, row: form.row, part: form.part },
        name: (&*form.name).into(),
        class: form.class.as_deref().map(class).transpose()?,
        stated: money(&form.stated)?,
        sum: money(&form.sum)?,
        unread: form.unread,
    })
}

fn part(form: &ShareForm<'_>, file: ClassifiedFile, head: Vec<Diagnostic>) -> Result<FilePart, Wrong> {
    let cells = |number: u64| count(number).map(|number| number as usize);
    let marks = form.marks.iter().map(|[commas, dots, ambiguous]| {
        Ok(MarkEvidence { commas: cells(*commas)?, dots: cells(*dots)?, ambiguous: cells(*ambiguous)? })
    });
    let marks = marks.collect::<Result<Vec<_>, Wrong>>()?;
    let found = marks.len().to_string();
    let accounts = form.accounts.iter().map(|sums| {
        let account = sums.account.as_ref().map(super::form::AccountForm::value).transpose()?;
        let key = (account, Box::from(&*sums.name));
        Ok((key, AccountSums { rows: count(sums.rows)?, first: sums.first, amount: money(&sums.amount)? }))
    });
    Ok(FilePart {
        budget: file.budget,
        classes: file.classes,
        head,
        records: count(form.records)?,
        marks: marks.try_into().map_err(|_| wrong("marks", &found))?,
        settled: form.settled,
        accounts: accounts.collect::<Result<_, Wrong>>()?,
    })
}
