//! Files that could not be read at all (berkas yang tidak terbaca): named with the reason, since no figure has them.

use super::{Cell, Column, ColumnKind, Section, Table};
use crate::lang::Lang;

/// A file that could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadFile {
    /// Its name.
    pub file: String,
    /// Why, and what to try.
    pub reason: String,
}

/// The files that could not be read, each with its reason; `None` if all could.
pub(super) fn unread_section(unread: &[UnreadFile], lang: Lang) -> Option<Section> {
    if unread.is_empty() {
        return None;
    }
    let mut table = Table::new(
        "unread",
        "",
        vec![
            Column::new("file", lang.pick("Berkas", "File"), ColumnKind::Text),
            Column::new("reason", lang.pick("Sebab", "Why"), ColumnKind::Text),
        ],
    );
    for file in unread {
        table.row(vec![Cell::text(file.file.clone()), Cell::text(file.reason.clone())]);
    }
    let heading = lang.pick("Berkas yang tidak dapat dibaca", "Files that could not be read");
    Some(Section::new("unread", heading).table(table))
}

/// For the lead of a report: how many files are in none of its figures.
pub(super) fn unread_sentence(unread: &[UnreadFile], lang: Lang) -> Option<String> {
    let count = unread.len();
    (count > 0).then(|| match lang {
        Lang::Id => format!("{count} berkas tidak dapat dibaca dan tidak ada dalam angka mana pun di sini."),
        Lang::En if count == 1 => "1 file could not be read and is in none of the figures.".to_owned(),
        Lang::En => format!("{count} files could not be read and are in none of the figures."),
    })
}
