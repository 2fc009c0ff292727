//! POK (petunjuk operasional kegiatan): central detail lines, here inside the text of procurement packages.

use crate::read::balance::Sink;
use crate::read::budget::LayoutName;
use crate::read::layout::package::{package_score, read_packages};
use crate::read::layout::{Layout, Used};
use crate::read::source::Source;
use crate::read::synonyms::Field;

/// The layout.
pub struct Pok;

/// From this share of packages with detail lines, in percent, the file is one of details.
const DETAILS_PERCENT: usize = 20;

impl Layout for Pok {
    fn name(&self) -> LayoutName {
        LayoutName::Pok
    }

    fn score(&self, source: &Source) -> u8 {
        if package_score(source).is_some_and(|percent| percent >= DETAILS_PERCENT) { 95 } else { 0 }
    }

    fn needs(&self) -> &'static [&'static [Field]] {
        &[&[Field::PackageCode], &[Field::Package], &[Field::Amount], &[Field::Note]]
    }

    fn read(&self, source: &Source, sink: &mut Sink) -> Used {
        read_packages(source, sink)
    }
}
