//! What an XLSX claims about itself and the parser below believes: it makes room for as many shared texts as the file
//! says it has, and room that the machine does not have ends the process.

use std::io::{self, Cursor, Read};

use quick_xml::Reader as XmlReader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::read::spreadsheet::WorkbookError;

/// The element that claims stands at the beginning.
const HEAD: u64 = 1 << 16;

/// The least that one text takes: `<si/>`.
const LEAST: u64 = 5;

/// So many texts may be claimed by anybody: room for them costs little, and real files count loosely.
const FREE: u64 = 1_000_000;

/// Refuses a list of shared texts that claims more texts than its bytes can hold.
///
/// # Errors
/// [`WorkbookError::Broken`].
pub(super) fn check_claims(bytes: &[u8]) -> Result<(), WorkbookError> {
    let broken = |e: &dyn std::fmt::Display| WorkbookError::Broken(e.to_string());
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).map_err(|e| broken(&e))?;
        // The parser below takes a name in any case.
        let is_list = entry.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
        if !is_list {
            continue;
        }
        let mut head = Vec::new();
        entry.by_ref().take(HEAD).read_to_end(&mut head).map_err(|e| broken(&e))?;
        let claimed = claimed(&head);
        // A damaged end is for the parser to report; what came before it is counted.
        let rest = io::copy(&mut entry, &mut io::sink()).unwrap_or(0);
        let holds = head.len() as u64 + rest;
        if claimed > FREE.max(holds / LEAST) {
            return Err(WorkbookError::Broken(format!(
                "its list of texts claims {claimed} texts and has {holds} bytes"
            )));
        }
    }
    Ok(())
}

/// The number of texts that the list claims; zero if it claims none.
fn claimed(head: &[u8]) -> u64 {
    let mut xml = XmlReader::from_reader(head);
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(e)) => {
                // `count` is how often texts are used; nobody makes room for that.
                let mut counts = e.attributes().flatten().filter(|a| a.key.as_ref() == "uniqueCount");
                return counts.find_map(|a| a.value.trim().parse().ok()).unwrap_or(0);
            }
            Ok(Event::Eof) | Err(_) => return 0,
            Ok(_) => buffer.clear(),
        }
    }
}
