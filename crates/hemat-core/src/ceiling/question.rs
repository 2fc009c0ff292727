//! What is asked of the price tables.

use std::sync::Arc;

use crate::component::Component;
use crate::event::Fund;
use crate::province::Province;
use crate::session::{OfficialLevel, Session};

use super::item::PricedItem;
use super::standing::Stage;

/// One question. What is `None` is unknown: the answer then says that it depends on it, or does not bind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CeilingQuestion {
    /// What is priced.
    pub item: PricedItem,
    /// Fiscal year (tahun anggaran), not the year of a regulation.
    pub year: Option<u16>,
    /// Whose money.
    pub fund: Option<Fund>,
    /// At which stage: a budget line is planning, a receipt execution.
    pub stage: Stage,
    /// The province where the event is held.
    pub province: Option<Province>,
    /// The government that pays, by name: `Kabupaten Asahan`. Only its own table binds it.
    pub region: Option<Arc<str>>,
    /// Level, for items that have one.
    pub level: Option<OfficialLevel>,
    /// Package, for items that have one.
    pub package: Option<Session>,
    /// How many persons the hall holds, for hall rent.
    pub hall_capacity: Option<u32>,
}

impl CeilingQuestion {
    /// A question about an item of which nothing else is known; at the planning stage, since a budget is a plan.
    #[must_use]
    pub fn about(item: PricedItem) -> Self {
        CeilingQuestion {
            item,
            year: None,
            fund: None,
            stage: Stage::Planning,
            province: None,
            region: None,
            level: None,
            package: None,
            hall_capacity: None,
        }
    }

    /// The question about the published price of a component of a venue's cost; `None` for what has none.
    #[must_use]
    pub fn about_component(component: Component) -> Option<Self> {
        let (item, package) = PricedItem::of_component(component)?;
        Some(CeilingQuestion { package, ..CeilingQuestion::about(item) })
    }
}
