//! Realisation reports (LRA, rekapitulasi realisasi): a tree of codes over several columns, with the budget and
//! the realised amount. Only the leaves are money; every level above repeats them.

use hemat_core::cost_line::{BudgetStage, CostLine, LineContext};
use hemat_core::money::Rupiah;

use crate::read::account_code::read_code;
use crate::read::balance::{Sink, Texts};
use crate::read::diagnostic::Severity;
use crate::read::layout::form_head::read_head;
use crate::read::layout::row::{Money, Rows, money_of, one_line};
use crate::read::number::{Notation, decide_mark};
use crate::read::source::Source;
use crate::read::synonyms::Field;
use crate::read::table::{Cell, Record};

/// True if the sheet reports budget and realisation of named accounts.
pub(super) fn is_report(rows: &Rows<'_>) -> bool {
    rows.has(Field::Realised) && rows.has(Field::AccountName) && rows.has(Field::AccountCode)
}

/// Where the budget and the realised amount stand. A report with columns for Operasi, Modal and the total has
/// several of each; the total is the pair with the word in its name, else the last pair.
struct Columns {
    budget: Option<usize>,
    realised: usize,
    codes: std::ops::Range<usize>,
    name: usize,
    /// One program wrote all money columns, so they share a notation and settle it together.
    notation: Notation,
}

/// The columns that a report is read from, for `hemat inspect`.
pub(super) fn used_columns(rows: &Rows<'_>) -> Vec<(&'static str, String)> {
    let Some(columns) = columns_of(rows) else { return Vec::new() };
    let name = |index: usize| rows.header.names.get(index).cloned().unwrap_or_default();
    let budget = columns.budget.map(|index| (Field::Amount.as_str(), name(index)));
    budget.into_iter().chain([(Field::Realised.as_str(), name(columns.realised))]).collect()
}

/// One row of the tree.
struct Node<'a> {
    record: &'a Record,
    /// The codes of its columns, joined: urusan, agency, activity, account.
    codes: Vec<String>,
    name: String,
}

/// Reads a report.
pub(super) fn read_report(source: &Source, rows: &Rows<'_>, sink: &mut Sink) {
    let Some(columns) = columns_of(rows) else { return };
    let mut texts = Texts::default();
    let head = read_head(rows);
    let nodes: Vec<Node<'_>> = rows.records().iter().filter_map(|record| node_of(record, &columns)).collect();
    let (mut agency, mut activity, mut activity_code) = (String::new(), String::new(), String::new());
    let mut leaves = Rupiah::ZERO;
    for (node, next) in nodes.iter().zip(nodes.iter().skip(1).map(Some).chain([None])) {
        let record = node.record;
        if is_total(node) {
            check_total(rows, record, &columns, leaves, sink);
            continue;
        }
        match level_of(node) {
            Level::Agency => agency.clone_from(&node.name),
            Level::Activity => {
                activity.clone_from(&node.name);
                activity_code = node.codes.last().cloned().unwrap_or_default();
            }
            _ => {}
        }
        if next.is_some_and(|next| is_below(next, node)) {
            continue;
        }
        let amount = match amount_at(record, columns.realised, &columns.notation) {
            Money::Amount(amount) => amount,
            // No realisation yet is nothing spent, if there is a budget.
            Money::Blank if matches!(budget_at(record, &columns), Some(Money::Amount(_))) => Rupiah::ZERO,
            Money::Blank => continue,
            Money::Unclear(name, hint) => {
                let complaint = rows.complaint(name, Severity::Error, record, Some(Field::Realised), hint);
                sink.set_aside(record, None, complaint);
                continue;
            }
        };
        let split = node.codes.last().and_then(|code| read_code(code));
        let has_account = level_of(node) == Level::Account;
        let context = LineContext {
            year: rows.year(record, source),
            region: texts.share(&rows.text_or(
                record,
                Field::Region,
                head.region_or(&rows.sheet.titles.region),
            )),
            agency: texts.share(if agency.is_empty() { &rows.sheet.titles.agency } else { &agency }),
            activity_code: texts.share(&activity_code),
            activity: texts.share(&activity),
            account: split.and_then(|s| s.account).filter(|_| has_account),
            account_name: if has_account { texts.share(&node.name) } else { "".into() },
            stage: Some(BudgetStage::Realised),
        };
        let line = CostLine {
            row: rows.row_ref(record.number, None),
            account_row: record.number,
            context: texts.share_context(context),
            heading: "".into(),
            description: texts.share(&node.name),
            quantity: None,
            unit: "".into(),
            unit_price: None,
            amount,
            amount_before: match budget_at(record, &columns) {
                Some(Money::Amount(budget)) => Some(budget),
                _ => None,
            },
            date: None,
            package: "".into(),
        };
        leaves = leaves.try_add(amount).unwrap_or(leaves);
        rows.spend_line(sink, record, line);
    }
}

fn columns_of(rows: &Rows<'_>) -> Option<Columns> {
    let header = rows.header;
    let all = |field: Field| -> Vec<(usize, String)> {
        let first = header.columns.get(&field).into_iter();
        let others = header.others.iter().filter(|(f, _)| *f == field).map(|(_, c)| c);
        let mut columns: Vec<_> = first.chain(others).map(|c| (c.index, c.name.to_lowercase())).collect();
        columns.sort();
        columns
    };
    let best = |columns: &[(usize, String)]| {
        let total = columns.iter().find(|(_, name)| name.contains("total") || name.contains("jumlah"));
        total.or(columns.last()).map(|(index, _)| *index)
    };
    let realised = best(&all(Field::Realised))?;
    let budgets = all(Field::Amount);
    let before: Vec<_> = budgets.iter().filter(|(index, _)| *index < realised).cloned().collect();
    let budget = before.last().map(|(index, _)| *index).or(best(&budgets));
    let (code, name) = (header.index(Field::AccountCode)?, header.index(Field::AccountName)?);
    let codes = if code < name { code..name } else { code..code + 1 };
    let money: Vec<usize> = all(Field::Realised).into_iter().chain(budgets).map(|(index, _)| index).collect();
    let cells =
        rows.records().iter().flat_map(|r| money.iter().filter_map(|i| Some((r.number, r.cells.get(*i)?))));
    let notation = decide_mark(cells, rows.user_mark);
    Some(Columns { budget, realised, codes, name, notation })
}

fn node_of<'a>(record: &'a Record, columns: &Columns) -> Option<Node<'a>> {
    let text = |index: usize| record.cells.get(index).map(|c| one_line(&c.to_text())).unwrap_or_default();
    let name = text(columns.name);
    let codes: Vec<String> = columns.codes.clone().map(text).filter(|t| !t.is_empty()).collect();
    // Totals often stand in the code column.
    let name = if name.is_empty() {
        codes.iter().find(|c| c.chars().any(char::is_alphabetic)).cloned()?
    } else {
        name
    };
    Some(Node { record, codes, name })
}

/// Levels of the tree, from the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// Urusan, or no code.
    Function,
    Agency,
    Program,
    Activity,
    Account,
}

/// A government account starts with 4, 5 or 6 and its second group is one digit; an agency's code is long and
/// ends in `0000` or counts its units; what lies between is programme and activity.
fn level_of(node: &Node<'_>) -> Level {
    let Some(code) = node.codes.last() else { return Level::Function };
    let groups: Vec<&str> = code.split('.').collect();
    let account =
        matches!(groups.first(), Some(&("4" | "5" | "6"))) && groups.get(1).is_none_or(|g| g.len() == 1);
    if account {
        Level::Account
    } else if groups.len() >= 7 {
        Level::Agency
    } else if groups.len() >= 4 {
        Level::Activity
    } else if groups.len() == 3 {
        Level::Program
    } else {
        Level::Function
    }
}

/// True if `next` stands below `node` in the tree: a deeper level, or the same codes and more or longer ones.
fn is_below(next: &Node<'_>, node: &Node<'_>) -> bool {
    if level_of(next) > level_of(node) && !next.codes.is_empty() {
        return true;
    }
    let (Some((last, before)), true) = (node.codes.split_last(), next.codes.len() >= node.codes.len()) else {
        return false;
    };
    let same = next.codes.iter().zip(before).all(|(a, b)| a == b);
    let Some(other) = next.codes.get(before.len()) else { return false };
    let longer = other.strip_prefix(last.trim_end_matches('.')).is_some_and(|rest| rest.starts_with('.'));
    same && (longer || (other == last && next.codes.len() > node.codes.len()))
}

fn is_total(node: &Node<'_>) -> bool {
    let name = node.name.to_lowercase();
    let coded = node.codes.iter().any(|c| c.starts_with(|c: char| c.is_ascii_digit()));
    !coded && (name.starts_with("jumlah") || name.starts_with("total") || name.starts_with("grand total"))
}

fn check_total(rows: &Rows<'_>, record: &Record, columns: &Columns, leaves: Rupiah, sink: &mut Sink) {
    if let Money::Amount(total) = amount_at(record, columns.realised, &columns.notation)
        && total != leaves
    {
        let hint = format!("the report prints a total of {total}, its accounts sum to {leaves}");
        let mut complaint = rows.complaint("total-mismatch", Severity::Warning, record, None, hint);
        complaint.amount = total.try_sub(leaves).ok().map(Rupiah::abs);
        sink.complain(complaint);
    }
}

fn budget_at(record: &Record, columns: &Columns) -> Option<Money> {
    columns.budget.map(|index| amount_at(record, index, &columns.notation))
}

fn amount_at(record: &Record, index: usize, notation: &Notation) -> Money {
    money_of(record.cells.get(index).unwrap_or(&Cell::Empty), notation)
}
