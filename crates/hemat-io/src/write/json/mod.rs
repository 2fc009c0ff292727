//! JSON: money as decimal strings, unknown as null, keys in the order of the contract, a trailing newline.

mod ceilings;
mod compare;
mod compare_event;
mod compare_note;
mod escape;
mod events;
mod findings;
mod inspect;
mod redacted;
mod report;
mod row;
mod sarif;
mod savings;
mod schedule;
mod unread;

#[cfg(test)]
mod compare_tests;

pub use ceilings::write_ceilings;
pub use compare::write_compare;
pub use events::{write_event, write_events};
pub use findings::write_findings;
pub use inspect::write_inspect;
pub use redacted::write_redacted;
pub use report::write_report_json;
pub use sarif::write_sarif;
pub use savings::write_savings;
pub use schedule::write_schedule;

use std::io;

use serde::Serialize;

/// Writes one text with its quotes.
pub(super) fn write_text(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(out, escape::Escaped::default());
    text.serialize(&mut serializer).map_err(io::Error::from)
}

/// Writes a value as pretty JSON and ends the line.
pub(super) fn write_pretty(value: &impl Serialize, out: &mut dyn io::Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, escape::Escaped::default());
    value.serialize(&mut serializer).map_err(io::Error::from)?;
    writeln!(out)
}
