//! A file that could not be read, as JSON outputs name it.

use serde::Serialize;

use hemat_core::report::UnreadFile;

#[derive(Serialize)]
pub(super) struct UnreadJson<'a> {
    file: &'a str,
    reason: &'a str,
}

impl<'a> From<&'a UnreadFile> for UnreadJson<'a> {
    fn from(unread: &'a UnreadFile) -> Self {
        UnreadJson { file: &unread.file, reason: &unread.reason }
    }
}
