//! Our own plain columns, as `hemat init` writes them.

use crate::read::balance::Sink;
use crate::read::budget::LayoutName;
use crate::read::layout::{Layout, Used};
use crate::read::source::Source;
use crate::read::synonyms::Field;

/// The layout.
pub struct Hemat;

impl Layout for Hemat {
    fn name(&self) -> LayoutName {
        LayoutName::Hemat
    }

    fn score(&self, _source: &Source) -> u8 {
        0
    }

    fn needs(&self) -> &'static [&'static [Field]] {
        &[]
    }

    fn read(&self, _source: &Source, _sink: &mut Sink) -> Used {
        Used::default()
    }
}
