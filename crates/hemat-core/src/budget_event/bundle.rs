//! Bundles: prices that pay for several things. A meeting package is one whose parts are known (room, food, in a
//! fullboard also beds); a mixed bundle is one whose parts are not, or go beyond that.

use crate::classify::{Classification, extract};
use crate::cost_line::CostLine;
use crate::kind::CostKind;

/// Rules that see a whole price without its parts: a hotel bill, a hotel hired, a priced type of meeting.
const PARTS_UNKNOWN: [&str; 6] = [
    "event-at-hotel",
    "package-by-type",
    "hotel-account",
    "hotel-hired",
    "event-bundle-package",
    "hotel-and-event",
];

/// Words for things that no meeting package holds. `narasumber luar` is how price lists of local bodies name a
/// meeting priced together with its outside speakers.
const BEYOND_A_PACKAGE: [&str; 9] = [
    "spanduk",
    "banner",
    "backdrop",
    "seminar kit",
    "honor",
    "narasumber luar",
    "dokumentasi",
    "sertifikat",
    "sosialisasi tipe",
];

/// True for a package line that nothing can be put beside.
pub(super) fn is_mixed(line: &CostLine, class: &Classification) -> bool {
    if class.cost_kind != CostKind::VenuePackage {
        return false;
    }
    if PARTS_UNKNOWN.contains(&&*class.reason) {
        return true;
    }
    let text = line.description.to_lowercase();
    // Several descriptions under one amount: no count of people belongs to any of them.
    let list = text.matches(';').count() > 1;
    let unclear = extract(&line.description).package.is_none() && line.persons().is_none();
    list || unclear || BEYOND_A_PACKAGE.iter().any(|word| text.contains(word))
}
