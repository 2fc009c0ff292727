//! The form of a partial in JSON. `schemas/partial.json` describes it; text is borrowed when written, owned when read.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::line_form::{ContextForm, LineForm};

type Text<'a> = Cow<'a, str>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartialForm<'a> {
    pub schema: Text<'a>,
    pub hemat: Text<'a>,
    pub rules: Text<'a>,
    pub options: OptionsForm<'a>,
    pub files: Vec<FileForm<'a>>,
    pub unread: Vec<UnreadForm<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OptionsForm<'a> {
    pub layout: Option<Text<'a>>,
    pub decimal_mark: Option<Text<'a>>,
    pub year: Option<u16>,
    pub mapping: BTreeMap<Text<'a>, Text<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UnreadForm<'a> {
    pub path: Text<'a>,
    pub reason: Text<'a>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileForm<'a> {
    pub path: Text<'a>,
    pub part: u32,
    pub of: u32,
    pub layout: Text<'a>,
    pub encoding: Text<'a>,
    pub delimiter: Option<char>,
    pub header_row: Option<u64>,
    pub columns: BTreeMap<Text<'a>, Text<'a>>,
    pub file_columns: Vec<ColumnForm<'a>>,
    pub rows: RowsForm,
    pub amount: AmountForm,
    pub details: DetailsForm,
    pub contexts: Vec<ContextForm<'a>>,
    pub lines: Vec<LineForm<'a>>,
    pub counted: CountedForm<'a>,
    pub set_aside: Vec<SetAsideForm<'a>>,
    pub gaps: Vec<GapForm<'a>>,
    pub diagnostics: Vec<DiagnosticForm<'a>>,
    /// What the other parts are needed for; none for a file read whole.
    pub share: Option<ShareForm<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ColumnForm<'a> {
    pub position: usize,
    pub name: Text<'a>,
    pub field: Option<Text<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowsForm {
    pub read: u64,
    pub used: u64,
    pub set_aside: u64,
    pub not_lines: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AmountForm {
    pub read: String,
    pub used: String,
    pub set_aside: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DetailsForm {
    pub accounts: u64,
    pub reconciled: u64,
    pub amount: String,
    pub amount_reconciled: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountedForm<'a> {
    pub by_reason: Vec<ReasonForm<'a>>,
    pub contexts: Vec<ContextForm<'a>>,
    pub schemes: Vec<Text<'a>>,
    pub lines: u64,
    /// Sixteen hexadecimal digits each, in order.
    pub keys: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReasonForm<'a> {
    pub reason: Text<'a>,
    pub lines: u64,
    pub amount: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SetAsideForm<'a> {
    pub row: u64,
    pub reason: Text<'a>,
    pub cells: Vec<Text<'a>>,
    pub amount: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GapForm<'a> {
    pub sheet: Text<'a>,
    pub row: u64,
    pub part: Option<u32>,
    pub name: Text<'a>,
    pub class: Option<Text<'a>>,
    pub stated: String,
    pub sum: String,
    pub unread: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DiagnosticForm<'a> {
    pub name: Text<'a>,
    pub severity: Text<'a>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub sheet: Text<'a>,
    pub row: Option<u64>,
    pub column: Option<Text<'a>>,
    pub text: Option<Text<'a>>,
    pub hint: Text<'a>,
    pub amount: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShareForm<'a> {
    pub records: u64,
    pub settled: bool,
    /// For each column of money: cells with a decimal comma, with a decimal dot, and with two readings.
    pub marks: Vec<[u64; 3]>,
    pub head: Vec<DiagnosticForm<'a>>,
    pub accounts: Vec<AccountSumsForm<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountSumsForm<'a> {
    pub account: Option<AccountForm<'a>>,
    pub name: Text<'a>,
    pub rows: u64,
    pub first: u64,
    pub amount: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountForm<'a> {
    pub code: Text<'a>,
    pub scheme: Option<Text<'a>>,
    pub class: Option<Text<'a>>,
}
