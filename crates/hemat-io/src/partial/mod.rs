//! Partial results (hasil sebagian): what was read of some files, or of a part of one, so that many workers can share
//! the reading and one report is made of what they found.
//!
//! Partials form a commutative monoid: [`Partial::merge`] is associative, order does not matter, and
//! [`Partial::default`] changes nothing. Nothing that has to see all files is computed before [`Partial::finish`], so
//! that the report of the merged partials is the report of one run over the same files.

mod diagnostic_name;
mod error;
mod form;
mod line_form;
mod read;
mod rename;
mod word;
mod write;

use std::collections::BTreeMap;
use std::sync::Arc;

use hemat_core::classify::{Classification, tables};
use hemat_core::file_names::{shown_names, sort_key};
use hemat_core::repeated::account_key;

use crate::read::budget::{BudgetFile, ClassifiedFile, ReadOptions};
use crate::read::digest::digest_of;
use crate::read::sieve::{FilePart, Share};

pub use diagnostic_name::DIAGNOSTICS;
pub use error::{MergeError, PartialReadError};
pub use read::read_partial;
pub use write::write_partial;

/// The format of partials.
pub const PARTIAL_SCHEMA: &str = "hemat.partial/1";

/// What partials must agree in to be merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Version of hemat.
    pub tool: String,
    /// Digest of the classifier's tables and of the user's own rules.
    pub rules: String,
    /// How the files were read.
    pub options: ReadOptions,
}

impl Terms {
    /// Those of this version with these options, and with the bytes of the user's own rules, if there are any.
    #[must_use]
    pub fn new(tool: &str, own_rules: Option<&[u8]>, options: ReadOptions) -> Self {
        let mut all = String::new();
        for (name, table) in tables() {
            all.push_str(&format!("{name} {}\n", digest_of(table)));
        }
        // What budgets given twice are recognised by must be the same number everywhere.
        all.push_str(&format!("key {:016x}\n", account_key("5.1.02.02.05.0043")));
        if let Some(own) = own_rules {
            all.push_str(&format!("own {}\n", digest_of(&String::from_utf8_lossy(own))));
        }
        Terms { tool: tool.to_owned(), rules: digest_of(&all).to_string(), options }
    }
}

/// A path in the order of reports: folder by folder.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PathKey(String);

impl Ord for PathKey {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        sort_key(&self.0).cmp(&sort_key(&other.0))
    }
}

impl PartialOrd for PathKey {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// What was read of files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Partial {
    /// None as long as nothing was read.
    terms: Option<Terms>,
    files: BTreeMap<PathKey, Entry>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    /// It could not be read, for this reason.
    Unread(String),
    /// What was read of it, by part.
    Read(BTreeMap<Share, Piece>),
}

/// A file or a part of one, with what each of its lines is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Whole(Box<ClassifiedFile>),
    Part(Box<FilePart>),
}

impl Piece {
    fn budget(&self) -> &BudgetFile {
        match self {
            Piece::Whole(file) => &file.budget,
            Piece::Part(part) => &part.budget,
        }
    }

    fn classes(&self) -> &[Classification] {
        match self {
            Piece::Whole(file) => &file.classes,
            Piece::Part(part) => &part.classes,
        }
    }

    fn budget_mut(&mut self) -> &mut BudgetFile {
        match self {
            Piece::Whole(file) => &mut file.budget,
            Piece::Part(part) => &mut part.budget,
        }
    }
}

/// All files put together, in the order of their paths.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Finished {
    /// Those that were read, each under the name that tells it from the others.
    pub files: Vec<ClassifiedFile>,
    /// Name and reason of those that could not be read.
    pub unread: Vec<(String, String)>,
}

impl Partial {
    /// A file read whole. `path` is its path as [`plain_path`](hemat_core::file_names::plain_path) writes it, by which
    /// the file was read as well.
    #[must_use]
    pub fn of_file(terms: &Terms, path: &str, file: ClassifiedFile) -> Self {
        Self::of(terms, path, Entry::Read(BTreeMap::from([(Share::WHOLE, Piece::Whole(file.into()))])))
    }

    /// A part of a file.
    #[must_use]
    pub fn of_part(terms: &Terms, path: &str, share: Share, part: FilePart) -> Self {
        Self::of(terms, path, Entry::Read(BTreeMap::from([(share, Piece::Part(Box::new(part)))])))
    }

    /// A file that could not be read, and why.
    #[must_use]
    pub fn of_unread(terms: &Terms, path: &str, reason: &str) -> Self {
        Self::of(terms, path, Entry::Unread(reason.to_owned()))
    }

    fn of(terms: &Terms, path: &str, entry: Entry) -> Self {
        Partial { terms: Some(terms.clone()), files: BTreeMap::from([(PathKey(path.to_owned()), entry)]) }
    }

    /// What the partials were made with; `None` for the empty one.
    #[must_use]
    pub fn terms(&self) -> Option<&Terms> {
        self.terms.as_ref()
    }

    /// Both together.
    ///
    /// # Errors
    /// [`MergeError`] when something is in both, or they were made with different versions, rules or options.
    pub fn merge(mut self, other: Partial) -> Result<Partial, MergeError> {
        match (&self.terms, &other.terms) {
            (Some(ours), Some(theirs)) => error::same_terms(ours, theirs)?,
            (None, _) => self.terms.clone_from(&other.terms),
            (_, None) => {}
        }
        for (path, entry) in other.files {
            match self.files.get_mut(&path) {
                None => {
                    self.files.insert(path, entry);
                }
                Some(known) => add_pieces(&path.0, known, entry)?,
            }
        }
        Ok(self)
    }

    /// The files, once everything is in.
    ///
    /// # Errors
    /// [`MergeError`] when parts are missing or cannot be put together.
    pub fn finish(self) -> Result<Finished, MergeError> {
        let paths: Vec<&str> = self.files.keys().map(|path| path.0.as_str()).collect();
        let names = shown_names(&paths);
        let mut finished = Finished::default();
        for ((path, entry), name) in self.files.into_iter().zip(names) {
            match entry {
                Entry::Unread(reason) => finished.unread.push((name, reason)),
                Entry::Read(pieces) => finished.files.push(put_together(&path.0, &name, pieces)?),
            }
        }
        Ok(finished)
    }
}

fn add_pieces(path: &str, known: &mut Entry, more: Entry) -> Result<(), MergeError> {
    let (Entry::Read(known), Entry::Read(more)) = (known, more) else {
        return Err(MergeError::Twice { path: path.to_owned(), part: 1, of: 1 });
    };
    for (share, piece) in more {
        if let Some((other, _)) = known.first_key_value().filter(|(other, _)| other.of() != share.of()) {
            let (one, another) = (share.of().min(other.of()), share.of().max(other.of()));
            return Err(MergeError::SharedOutTwice { path: path.to_owned(), one, another });
        }
        if known.insert(share, piece).is_some() {
            return Err(MergeError::Twice { path: path.to_owned(), part: share.part(), of: share.of() });
        }
    }
    Ok(())
}

fn put_together(
    path: &str,
    name: &str,
    pieces: BTreeMap<Share, Piece>,
) -> Result<ClassifiedFile, MergeError> {
    let of = pieces.keys().next().map_or(1, |share| share.of());
    let missing: Vec<u32> = (1..=of)
        .filter(|part| Share::new(*part, of).is_none_or(|share| !pieces.contains_key(&share)))
        .collect();
    if !missing.is_empty() {
        return Err(MergeError::Missing { path: path.to_owned(), missing, of });
    }
    let not_together = |why: String| MergeError::NotTogether { path: path.to_owned(), why };
    let mut whole: Option<FilePart> = None;
    for mut piece in pieces.into_values() {
        rename::rename(&mut piece, name);
        match (piece, &mut whole) {
            (Piece::Whole(file), _) => return Ok(*file),
            (Piece::Part(part), None) => whole = Some(*part),
            (Piece::Part(part), Some(whole)) => {
                if !same_head(whole, &part) {
                    return Err(not_together(
                        "its parts are of different files: their columns differ".to_owned(),
                    ));
                }
                whole.append(*part).map_err(|e| not_together(e.to_string()))?;
            }
        }
    }
    let Some(whole) = whole else { return Err(not_together("nothing was read of it".to_owned())) };
    whole.finish().map_err(|e| not_together(e.to_string()))
}

/// True if two parts saw the same head of a file.
fn same_head(a: &FilePart, b: &FilePart) -> bool {
    let head = |p: &FilePart| {
        let f = &p.budget;
        (f.layout, f.encoding.clone(), f.delimiter, f.header_row, f.file_columns.clone(), p.settled)
    };
    head(a) == head(b) && a.budget.columns == b.budget.columns
}

/// A file's name with what a reader put behind it: the sheet, where several were read.
fn behind<'a>(file: &'a Arc<str>, name: &str) -> &'a str {
    file.strip_prefix(name).unwrap_or_default()
}
