//! JSON: one file a contract. Money is a string, unknown is null.

mod inspect;
mod savings;

use std::io::{self, Write};

use serde::Serialize;

pub use inspect::write_inspect;
pub use savings::write_savings;

/// Pretty JSON with a newline at the end.
fn write_pretty<T: Serialize>(value: &T, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}
