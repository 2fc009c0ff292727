//! The answers of `hemat classify`: CSV `id,cost_kind,venue_kind,confidence,reason`.

use std::io::{self, Write};

use hemat_core::classify::Classification;

use crate::write::safe::csv_safe;

/// Writes one row an answer, in the order given.
///
/// # Errors
/// What the output reports.
pub fn write_classes<'a>(
    answers: impl IntoIterator<Item = (&'a str, Classification)>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(["id", "cost_kind", "venue_kind", "confidence", "reason"])?;
    for (id, class) in answers {
        csv.write_record([
            csv_safe(id).as_ref(),
            class.cost_kind.as_str(),
            class.venue_kind.as_str(),
            class.confidence.as_str(),
            &class.reason,
        ])?;
    }
    csv.flush()
}
