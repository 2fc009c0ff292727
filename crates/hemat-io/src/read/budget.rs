//! A budget file, read: its lines, what was set aside, what was wrong, and the balance of all of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use hemat_core::classify::Classification;
use hemat_core::cost_line::CostLine;
use hemat_core::counted_lines::CountedLines;
use hemat_core::money::Rupiah;
use hemat_core::sum_gap::SumGap;

use crate::read::diagnostic::Diagnostic;

/// The layouts of budget files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LayoutName {
    /// Our own plain columns, as `hemat init` writes them.
    Hemat,
    /// Account rows with the detail lines inside a note cell (penjabaran APBD).
    Penjabaran,
    /// One detail per row (SIPD exports, the RKA-SKPD form).
    Rka,
    /// Central detail lines (petunjuk operasional kegiatan).
    Pok,
    /// Packages of a procurement plan (rencana umum pengadaan).
    Rup,
    /// Receipts and payments with dates, and realisation reports.
    Realisasi,
}

impl LayoutName {
    /// All layouts.
    pub const ALL: [LayoutName; 6] = [
        LayoutName::Hemat,
        LayoutName::Penjabaran,
        LayoutName::Rka,
        LayoutName::Pok,
        LayoutName::Rup,
        LayoutName::Realisasi,
    ];

    /// The word used on the command line and in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            LayoutName::Hemat => "hemat",
            LayoutName::Penjabaran => "penjabaran",
            LayoutName::Rka => "rka",
            LayoutName::Pok => "pok",
            LayoutName::Rup => "rup",
            LayoutName::Realisasi => "realisasi",
        }
    }

    /// The layout that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.as_str() == word)
    }
}

/// The decimal mark of a file's money, when the user settles it (`--decimal-mark`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    /// `1.234.567,89`.
    Comma,
    /// `1,234,567.89`.
    Dot,
}

/// What the user settles beforehand; everything left out is decided from the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadOptions {
    /// `--layout`.
    pub layout: Option<LayoutName>,
    /// `--decimal-mark`.
    pub decimal_mark: Option<DecimalMark>,
    /// `--year`: the fiscal year where the file names none.
    pub year: Option<u16>,
    /// `--mapping FILE`, parsed: canonical field -> column as the file names it (or its 1-based number).
    pub mapping: BTreeMap<String, String>,
}

/// A row that could not be used, kept whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// 1-based record.
    pub row: u64,
    /// Name of the diagnostic that says why.
    pub reason: &'static str,
    /// The cells as text, untouched.
    pub cells: Vec<String>,
    /// The rupiah concerned, if it could be read; zero counts as zero, unknown as `None`.
    pub amount: Option<Rupiah>,
}

/// Rows and rupiah of one file. The balance holds to the row and to the rupiah:
/// `rows_read = rows_used + rows_set_aside + rows_not_lines` and `amount_read = amount_used + amount_set_aside`.
///
/// Rupiah are counted where money is spent or received: at the lowest account level. Roll-ups repeat that
/// money and are `not_lines`, like titles, headers and blank rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Records of the file.
    pub rows_read: u64,
    /// Records that gave at least one cost line.
    pub rows_used: u64,
    /// Records that should have been lines and could not be used.
    pub rows_set_aside: u64,
    /// Titles, headers, column numbers, roll-ups, footers, blank rows, continued notes.
    pub rows_not_lines: u64,
    /// Rupiah of all lowest-level rows.
    pub amount_read: Rupiah,
    /// Rupiah of the cost lines.
    pub amount_used: Rupiah,
    /// Rupiah set aside.
    pub amount_set_aside: Rupiah,
}

/// How well the detail lines inside notes add up to their account rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DetailTally {
    /// Account rows that have detail lines.
    pub accounts: u64,
    /// Those whose details sum to the account's amount, to the rupiah.
    pub reconciled: u64,
    /// Rupiah of all account rows with details.
    pub amount: Rupiah,
    /// Rupiah of those that reconcile.
    pub amount_reconciled: Rupiah,
}

/// One column of the table that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileColumn {
    /// Its number, from 1.
    pub position: usize,
    /// Its name as the file writes it; empty if it has none.
    pub name: String,
    /// The canonical field it was read as.
    pub field: Option<&'static str>,
}

/// A file that was read, with what each of its lines is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassifiedFile {
    /// The file.
    pub budget: BudgetFile,
    /// What each of its lines is, in the lines' order.
    pub classes: Vec<Classification>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetFile {
    /// The file's name as given.
    pub file: Arc<str>,
    /// The layout used.
    pub layout: LayoutName,
    /// Encoding as detected, e.g. `UTF-8`, `windows-1252`; for workbooks `xlsx`.
    pub encoding: String,
    /// The delimiter, if the file is delimited text.
    pub delimiter: Option<char>,
    /// 1-based record of the (last) header row, if there is one.
    pub header_row: Option<u64>,
    /// Canonical field -> the file's own column name.
    pub columns: BTreeMap<&'static str, String>,
    /// Every column of the (first) table that was read, in the file's order.
    pub file_columns: Vec<FileColumn>,
    /// The cost lines, in the file's order. Without those in `counted`.
    pub lines: Vec<CostLine>,
    /// Lines about no event that were counted and not kept, where only events were asked for.
    pub counted: CountedLines,
    /// Rows that could not be used.
    pub set_aside: Vec<SetAside>,
    /// Everything worth saying, in the file's order.
    pub diagnostics: Vec<Diagnostic>,
    /// The balance.
    pub tally: Tally,
    /// The details' balance.
    pub details: DetailTally,
    /// Accounts that their details do not add up to.
    pub gaps: Vec<SumGap>,
}
