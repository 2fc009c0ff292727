//! What the colours of a chart mean.

use serde::Serialize;

use crate::write::safe::terminal_safe;

/// One colour and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::write::html) struct Key {
    /// Class of the colour in the style sheet.
    pub(super) class: String,
    /// What it stands for.
    pub(super) label: String,
}

impl Key {
    pub(super) fn new(class: impl Into<String>, label: impl Into<String>) -> Self {
        Key { class: class.into(), label: terminal_safe(&label.into()).into_owned() }
    }
}
