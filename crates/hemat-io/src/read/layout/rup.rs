//! RUP (rencana umum pengadaan): packages of a procurement plan, one a row, in the columns of the public
//! procurement interfaces. A package is one line, unless its text holds detail lines that sum to its budget.

use crate::read::balance::Sink;
use crate::read::budget::LayoutName;
use crate::read::layout::package::{package_score, read_packages};
use crate::read::layout::{Layout, Used};
use crate::read::source::Source;
use crate::read::synonyms::Field;

/// The layout.
pub struct Rup;

impl Layout for Rup {
    fn name(&self) -> LayoutName {
        LayoutName::Rup
    }

    fn score(&self, source: &Source) -> u8 {
        if package_score(source).is_some() { 90 } else { 0 }
    }

    fn needs(&self) -> &'static [&'static [Field]] {
        &[&[Field::PackageCode], &[Field::Package], &[Field::Amount]]
    }

    fn read(&self, source: &Source, sink: &mut Sink) -> Used {
        read_packages(source, sink)
    }
}
