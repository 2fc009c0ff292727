//! Volumes of packages: `1 Kegiatan`, or a central detail line with a price.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use hemat_core::quantity::Quantity;

use crate::read::pok_line::{PokDetail, PokLine, read_pok};
use crate::read::quantity::read_quantity;
use crate::read::title::one_line;

/// Volumes of packages already read: a plan repeats a few hundred.
#[derive(Debug, Default)]
pub(super) struct Volumes {
    known: HashMap<String, Volume, FixedState>,
}

/// Most volumes kept; further ones are read anew.
const MOST_VOLUMES: usize = 1 << 14;

/// What the volume of a package says.
#[derive(Debug, Clone)]
pub(super) struct Volume {
    /// With a price of its own.
    pub(super) detail: Option<PokDetail>,
    pub(super) quantity: Option<Quantity>,
}

impl Volumes {
    pub(super) fn of(&mut self, text: &str) -> Volume {
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        let detail = match read_pok(text).as_slice() {
            [PokLine::Detail(detail)] if detail.unit_price.is_some() => Some(detail.clone()),
            _ => None,
        };
        let quantity = read_quantity(&one_line(text)).filter(|q| !counts_money(q));
        let volume = Volume { detail, quantity };
        if self.known.len() < MOST_VOLUMES {
            self.known.insert(text.to_owned(), volume.clone());
        }
        volume
    }
}

/// `200 Rupiah` says the money once more and counts nothing.
fn counts_money(quantity: &Quantity) -> bool {
    quantity
        .factors()
        .iter()
        .any(|f| f.unit.eq_ignore_ascii_case("rupiah") || f.unit.eq_ignore_ascii_case("rp"))
}
