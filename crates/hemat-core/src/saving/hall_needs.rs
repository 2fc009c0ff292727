//! What an event needs of a hall besides the room, at likely values: with the prices of the halls, all that a reader
//! needs to work out a cost again.

use crate::component::Component;
use crate::event::Event;
use crate::session::Session;

/// What is needed for one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HallNeeds {
    /// Days of the room.
    pub days: u32,
    /// Meals a day for each participant.
    pub meals: u32,
    /// Snacks a day for each participant.
    pub snacks: u32,
    /// True if participants need a bed.
    pub beds: bool,
    /// The package that paid for it, as it is compared.
    pub session: Session,
}

impl HallNeeds {
    /// Of an event as it is compared with halls.
    #[must_use]
    pub fn of(wanted: &Event) -> Self {
        let session = wanted.session_or_default();
        HallNeeds {
            days: wanted.days_or_default().likely().get(),
            meals: wanted.meals_or_default().likely(),
            snacks: wanted.snacks_or_default().likely(),
            beds: wanted.needs.contains(&Component::Lodging) || session == Session::Fullboard,
            session,
        }
    }
}
