//! Bundles that pay for more than a meeting package holds: nothing can be put beside such a price.

use crate::budget_event::said::Member;
use crate::classify::Confidence;
use crate::kind::CostKind;
use crate::word::Parts;

/// Words for things that no meeting package holds. `narasumber luar` is how price lists of local bodies name a
/// meeting priced together with its outside speakers.
static BEYOND_A_PACKAGE: Parts<10> = Parts::new([
    "spanduk",
    "banner",
    "backdrop",
    "seminar kit",
    "honor",
    "narasumber luar",
    "orang jam",
    "dokumentasi",
    "sertifikat",
    "sosialisasi tipe",
]);

/// True unless it is a package line that is not plainly a standard one (halfday, fullday, fullboard): one that
/// names other things too, or lists several descriptions under one amount.
pub(super) fn contents_known(member: &Member<'_>) -> bool {
    if member.class.cost_kind != CostKind::VenuePackage {
        return true;
    }
    let text = &member.line.description;
    member.class.confidence != Confidence::Low
        && member.said.package.is_some()
        && !text.contains(';')
        && !BEYOND_A_PACKAGE.stand_in(text)
}
