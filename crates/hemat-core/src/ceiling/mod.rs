//! Price ceilings (batas harga): published prices, whom they bind, and the one look-up that every check uses.
//!
//! A *ceiling* may not be passed; an *estimate* may; a *benchmark* is a published price that does not bind the body
//! asked about, or another year's. Which of them a row is depends on who asks: the SBM binds central bodies (APBN)
//! and is a benchmark for a regency; what binds a regency is its own head's regulation (Perbup, Perwal), within the
//! SHSR, from fiscal year 2021 on.
//!
//! ```
//! use hemat_core::ceiling::{CeilingAnswer, CeilingQuestion, Ceilings, PricedItem};
//! use hemat_core::event::Fund;
//!
//! // `hemat_reference::ceilings::built_in()` has the published rows; `with_local` puts a user's table before them.
//! let ceilings = Ceilings::default();
//! let question = CeilingQuestion {
//!     year: Some(2018),
//!     fund: Some(Fund::Apbd),
//!     ..CeilingQuestion::about(PricedItem::MeetingPackage)
//! };
//! assert!(matches!(ceilings.look_up(&question), CeilingAnswer::Unknown(_)));
//! ```

mod answer;
mod inquiry;
mod item;
mod listing;
mod multiplier;
mod question;
mod region;
mod review;
mod row;
mod standing;
mod tables;
mod unknown;

pub use answer::{CeilingAnswer, FoundCeiling};
pub use inquiry::{AnsweredCeiling, CeilingInquiry};
pub use item::PricedItem;
pub use listing::{CeilingFilter, ListedCeiling};
pub use multiplier::Multiplier;
pub use question::CeilingQuestion;
pub use region::CeilingRegion;
pub use review::{CeilingRemark, review};
pub use row::{CeilingKey, PriceCeiling};
pub use standing::{Nature, NotBinding, PriceStandard, SHSR_FROM, Stage, Standing};
pub use tables::Ceilings;
pub use unknown::{NoCeilingKnown, NoPrice};
