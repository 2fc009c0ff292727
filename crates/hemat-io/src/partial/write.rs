//! Writing a partial: one JSON document, the same bytes for the same files on any number of threads.

use std::collections::HashMap;
use std::io::{self, Write};

use hemat_core::classify::Classification;
use hemat_core::cost_line::LineContext;
use hemat_core::counted_lines::CountedLines;

use super::form::{
    AccountForm, AccountSumsForm, AmountForm, ColumnForm, CountedForm, DetailsForm, DiagnosticForm, FileForm,
    GapForm, OptionsForm, PartialForm, ReasonForm, RowsForm, SetAsideForm, ShareForm, UnreadForm,
};
use super::line_form::{ContextForm, LineForm};
use super::word::{self, CLASSES, SCHEMES, SEVERITIES, word};
use super::{Entry, PARTIAL_SCHEMA, Partial, Piece, Terms, behind};
use crate::read::budget::BudgetFile;
use crate::read::diagnostic::Diagnostic;
use crate::read::sieve::{FilePart, Share};

/// Writes a partial. The empty one cannot be written: nothing was read.
///
/// # Errors
/// What the output reports.
pub fn write_partial(partial: &Partial, out: &mut dyn Write) -> io::Result<()> {
    let Some(terms) = &partial.terms else {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "nothing was read: there is no partial to write",
        ));
    };
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    for (path, entry) in &partial.files {
        match entry {
            Entry::Unread(reason) => {
                unread.push(UnreadForm { path: (&*path.0).into(), reason: reason.into() })
            }
            Entry::Read(pieces) => {
                files.extend(pieces.iter().map(|(share, piece)| file_form(&path.0, *share, piece)));
            }
        }
    }
    let Terms { tool, rules, .. } = terms;
    let form = PartialForm {
        schema: PARTIAL_SCHEMA.into(),
        hemat: tool.into(),
        rules: rules.into(),
        options: options_form(terms),
        files,
        unread,
    };
    serde_json::to_writer(&mut *out, &form).map_err(io::Error::from)?;
    writeln!(out)
}

fn options_form(terms: &Terms) -> OptionsForm<'_> {
    let options = &terms.options;
    OptionsForm {
        layout: options.layout.map(|layout| layout.as_str().into()),
        decimal_mark: options.decimal_mark.map(|mark| word::mark(mark).into()),
        year: options.year,
        mapping: options.mapping.iter().map(|(field, column)| (field.into(), column.into())).collect(),
    }
}

fn file_form<'a>(path: &'a str, share: Share, piece: &'a Piece) -> FileForm<'a> {
    let file = piece.budget();
    let (contexts, lines) = line_forms(file, piece.classes());
    let (tally, details) = (&file.tally, &file.details);
    FileForm {
        path: path.into(),
        part: share.part(),
        of: share.of(),
        layout: file.layout.as_str().into(),
        encoding: (&file.encoding).into(),
        delimiter: file.delimiter,
        header_row: file.header_row,
        columns: file.columns.iter().map(|(field, column)| ((*field).into(), column.into())).collect(),
        file_columns: file
            .file_columns
            .iter()
            .map(|c| ColumnForm {
                position: c.position,
                name: (&c.name).into(),
                field: c.field.map(Into::into),
            })
            .collect(),
        rows: RowsForm {
            read: tally.rows_read,
            used: tally.rows_used,
            set_aside: tally.rows_set_aside,
            not_lines: tally.rows_not_lines,
        },
        amount: AmountForm {
            read: tally.amount_read.to_string(),
            used: tally.amount_used.to_string(),
            set_aside: tally.amount_set_aside.to_string(),
        },
        details: DetailsForm {
            accounts: details.accounts,
            reconciled: details.reconciled,
            amount: details.amount.to_string(),
            amount_reconciled: details.amount_reconciled.to_string(),
        },
        contexts,
        lines,
        counted: counted_form(&file.counted),
        set_aside: file
            .set_aside
            .iter()
            .map(|row| SetAsideForm {
                row: row.row,
                reason: row.reason.into(),
                cells: row.cells.iter().map(Into::into).collect(),
                amount: row.amount.map(|amount| amount.to_string()),
            })
            .collect(),
        gaps: gap_forms(file),
        diagnostics: file.diagnostics.iter().map(|d| diagnostic_form(d, &file.file)).collect(),
        share: match piece {
            Piece::Whole(_) => None,
            Piece::Part(part) => Some(share_form(part)),
        },
    }
}

/// The lines, and the contexts they share, each once in the order of the lines.
fn line_forms<'a>(
    file: &'a BudgetFile,
    classes: &'a [Classification],
) -> (Vec<ContextForm<'a>>, Vec<LineForm<'a>>) {
    let mut places: HashMap<&LineContext, usize> = HashMap::new();
    let mut contexts = Vec::new();
    let mut lines = Vec::new();
    for (line, class) in file.lines.iter().zip(classes) {
        let next = contexts.len();
        let place = *places.entry(&*line.context).or_insert(next);
        if place == next {
            contexts.push(ContextForm::of(&line.context));
        }
        lines.push(LineForm::of(line, class, place, behind(&line.row.file, &file.file)));
    }
    (contexts, lines)
}

fn counted_form(counted: &CountedLines) -> CountedForm<'_> {
    let (lines, keys) = counted.keys.to_parts();
    let reason = |(reason, (lines, amount)): (&hemat_core::budget_event::UnassignedReason, &(u64, _))| {
        let amount: &hemat_core::money::Rupiah = amount;
        ReasonForm { reason: reason.as_str().into(), lines: *lines, amount: amount.to_string() }
    };
    CountedForm {
        by_reason: counted.by_reason.iter().map(reason).collect(),
        contexts: counted.contexts.iter().map(ContextForm::of).collect(),
        schemes: counted.schemes.iter().map(|scheme| word(&SCHEMES, scheme).into()).collect(),
        lines,
        keys: keys.iter().map(|key| format!("{key:016x}")).collect(),
    }
}

fn gap_forms(file: &BudgetFile) -> Vec<GapForm<'_>> {
    let form = |gap: &'_ hemat_core::sum_gap::SumGap| -> GapForm<'_> {
        GapForm {
            sheet: behind(&gap.row.file, &file.file).to_owned().into(),
            row: gap.row.row,
            part: gap.row.part,
            name: gap.name.to_string().into(),
            class: gap.class.map(|class| word(&CLASSES, &class).into()),
            stated: gap.stated.to_string(),
            sum: gap.sum.to_string(),
            unread: gap.unread,
        }
    };
    file.gaps.iter().map(form).collect()
}

fn diagnostic_form<'a>(diagnostic: &'a Diagnostic, file: &str) -> DiagnosticForm<'a> {
    DiagnosticForm {
        name: diagnostic.name.into(),
        severity: word(&SEVERITIES, &diagnostic.severity).into(),
        sheet: behind(&diagnostic.file, file).into(),
        row: diagnostic.row,
        column: diagnostic.column.as_ref().map(Into::into),
        text: diagnostic.text.as_ref().map(Into::into),
        hint: (&diagnostic.hint).into(),
        amount: diagnostic.amount.map(|amount| amount.to_string()),
    }
}

fn share_form(part: &FilePart) -> ShareForm<'_> {
    ShareForm {
        records: part.records,
        settled: part.settled,
        marks: part.marks.iter().map(|m| [m.commas as u64, m.dots as u64, m.ambiguous as u64]).collect(),
        head: part.head.iter().map(|d| diagnostic_form(d, &part.budget.file)).collect(),
        accounts: part
            .accounts
            .iter()
            .map(|((account, name), sums)| AccountSumsForm {
                account: account.as_ref().map(AccountForm::of),
                name: (&**name).into(),
                rows: sums.rows,
                first: sums.first,
                amount: sums.amount.to_string(),
            })
            .collect(),
    }
}
