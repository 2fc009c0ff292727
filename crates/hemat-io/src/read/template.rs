//! Files to start from (`hemat init`): commented, and readable by the readers as they are.

use hemat_core::lang::Lang;

/// An `event.toml` with every key, explained.
#[must_use]
pub fn event_template(lang: Lang) -> &'static str {
    lang.pick(include_str!("../../templates/event.id.toml"), include_str!("../../templates/event.en.toml"))
}

/// A `venues.toml` with a hotel and a government hall, explained.
#[must_use]
pub fn venues_template(lang: Lang) -> &'static str {
    lang.pick(include_str!("../../templates/venues.id.toml"), include_str!("../../templates/venues.en.toml"))
}

/// A `calendar.csv` with its header and one booking.
#[must_use]
pub fn calendar_template(lang: Lang) -> &'static str {
    lang.pick(
        "venue,start,end,holder,source\naula-contoh,2026-03-10,2026-03-11,Rapat koordinasi,Buku pemakaian aula\n",
        "venue,start,end,holder,source\naula-contoh,2026-03-10,2026-03-11,Coordination meeting,Booking register\n",
    )
}

/// An `events.csv` for a schedule, with a cost column for the hall of [`venues_template`].
#[must_use]
pub fn schedule_template(lang: Lang) -> &'static str {
    lang.pick(
        include_str!("../../templates/schedule.id.csv"),
        include_str!("../../templates/schedule.en.csv"),
    )
}

/// A budget file of the plain `hemat` layout with its header and two lines.
#[must_use]
pub fn hemat_csv_template(lang: Lang) -> &'static str {
    lang.pick(include_str!("../../templates/lines.id.csv"), include_str!("../../templates/lines.en.csv"))
}

/// A price table with its header and examples, all of them commented out: no made-up price is ever in force.
#[must_use]
pub fn ceilings_template(lang: Lang) -> &'static str {
    lang.pick(
        include_str!("../../templates/ceilings.id.csv"),
        include_str!("../../templates/ceilings.en.csv"),
    )
}

/// A `prices.toml` with two prices, explained.
#[must_use]
pub fn prices_template(lang: Lang) -> &'static str {
    lang.pick(include_str!("../../templates/prices.id.toml"), include_str!("../../templates/prices.en.toml"))
}

/// A `replies.toml` with one reply and one known date, explained.
#[must_use]
pub fn replies_template(lang: Lang) -> &'static str {
    lang.pick(
        include_str!("../../templates/replies.id.toml"),
        include_str!("../../templates/replies.en.toml"),
    )
}
