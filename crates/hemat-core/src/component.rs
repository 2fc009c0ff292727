//! Components of a venue's cost, and the bases they are charged on.

use rust_decimal::Decimal;

use crate::lang::Lang;
use crate::session::{Hours, Session, words};

words! {
    /// One component that a venue charges for (komponen biaya).
    Component {
        /// Sewa ruang or gedung.
        HallRent = "hall-rent",
        /// Paket setengah hari.
        PackageHalfday = "package-halfday",
        /// Paket sehari penuh.
        PackageFullday = "package-fullday",
        /// Paket menginap.
        PackageFullboard = "package-fullboard",
        /// Makan.
        Meal = "meal",
        /// Kudapan.
        Snack = "snack",
        /// Pengeras suara.
        SoundSystem = "sound-system",
        /// Proyektor.
        Projector = "projector",
        /// Kursi.
        Chairs = "chairs",
        /// Tenda.
        Tent = "tent",
        /// Genset.
        Generator = "generator",
        /// Kebersihan.
        Cleaning = "cleaning",
        /// Keamanan.
        Security = "security",
        /// Transport.
        Transport = "transport",
        /// Penginapan.
        Lodging = "lodging",
        /// Lain-lain.
        Other = "other",
    }
}

impl Component {
    /// The session of a package; `None` for everything that is not a package.
    #[must_use]
    pub fn package(self) -> Option<Session> {
        match self {
            Component::PackageHalfday => Some(Session::Halfday),
            Component::PackageFullday => Some(Session::Fullday),
            Component::PackageFullboard => Some(Session::Fullboard),
            _ => None,
        }
    }

    /// True for what an event may name in its `needs`. Room, meals and snacks are needed without being named,
    /// and a package is a way to buy things, not a need.
    #[must_use]
    pub fn can_be_needed(self) -> bool {
        self.package().is_none() && !matches!(self, Component::HallRent | Component::Meal | Component::Snack)
    }

    /// The word for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Component::HallRent => lang.pick("sewa ruang", "room rent"),
            Component::PackageHalfday => lang.pick("paket setengah hari (halfday)", "halfday package"),
            Component::PackageFullday => lang.pick("paket sehari (fullday)", "fullday package"),
            Component::PackageFullboard => lang.pick("paket menginap (fullboard)", "fullboard package"),
            Component::Meal => lang.pick("makan", "meals"),
            Component::Snack => lang.pick("kudapan", "snacks"),
            Component::SoundSystem => lang.pick("pengeras suara", "sound system"),
            Component::Projector => lang.pick("proyektor", "projector"),
            Component::Chairs => lang.pick("kursi", "chairs"),
            Component::Tent => lang.pick("tenda", "tent"),
            Component::Generator => lang.pick("genset", "generator"),
            Component::Cleaning => lang.pick("kebersihan", "cleaning"),
            Component::Security => lang.pick("keamanan", "security"),
            Component::Transport => "transport",
            Component::Lodging => lang.pick("penginapan", "lodging"),
            Component::Other => lang.pick("lain-lain", "other"),
        }
    }
}

/// What a rate is charged on (satuan tarif), with what the basis needs to be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Once an event.
    Event,
    /// Each day.
    Day,
    /// Each started session of so many hours, each day.
    Session {
        /// Length of one session.
        hours: Hours,
    },
    /// Each participant, once.
    Person,
    /// Each participant, each day.
    PersonDay,
    /// Each meal of each participant that is still to be bought.
    Meal,
    /// Each snack of each participant that is still to be bought.
    Snack,
    /// A fixed number of units, zero or more.
    Unit {
        /// The number of units.
        quantity: Decimal,
    },
}

impl Basis {
    /// The words of all bases, as files write them.
    pub const WORDS: [&'static str; 8] =
        ["event", "day", "session", "person", "person-day", "meal", "snack", "unit"];

    /// The word used in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Basis::Event => "event",
            Basis::Day => "day",
            Basis::Session { .. } => "session",
            Basis::Person => "person",
            Basis::PersonDay => "person-day",
            Basis::Meal => "meal",
            Basis::Snack => "snack",
            Basis::Unit { .. } => "unit",
        }
    }

    /// The word for people, as in "a price per ...".
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Basis::Event => lang.pick("kegiatan", "event"),
            Basis::Day => lang.pick("hari", "day"),
            Basis::Session { .. } => lang.pick("sesi", "session"),
            Basis::Person => lang.pick("orang", "person"),
            Basis::PersonDay => lang.pick("orang per hari", "person and day"),
            Basis::Meal => lang.pick("kali makan", "meal"),
            Basis::Snack => lang.pick("kali kudapan", "snack"),
            Basis::Unit { .. } => lang.pick("satuan", "unit"),
        }
    }

    /// True if the number of participants decides the amount.
    #[must_use]
    pub fn needs_participants(self) -> bool {
        matches!(self, Basis::Person | Basis::PersonDay | Basis::Meal | Basis::Snack)
    }
}

/// One thing that a package (or a room's rent) includes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Included {
    /// The room.
    Room,
    /// So many meals a day.
    Meals(u32),
    /// So many snacks a day.
    Snacks(u32),
    /// Something else that an event can need: lodging, sound system and so on.
    Thing(Component),
}

impl Included {
    /// Reads a file's word: `room`, `meal:1`, `snack:2`, `lodging`, `sound-system`. `meal` alone is one a day.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let (name, count) = match word.split_once(':') {
            None => (word, None),
            Some((name, count)) => (name, Some(count.parse::<u32>().ok().filter(|n| *n <= 24)?)),
        };
        match (name, count) {
            ("room", None) => Some(Included::Room),
            ("meal", n) => Some(Included::Meals(n.unwrap_or(1))),
            ("snack", n) => Some(Included::Snacks(n.unwrap_or(1))),
            (name, None) => Component::from_word(name).filter(|c| c.can_be_needed()).map(Included::Thing),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn includes_are_read_strictly() {
        assert_eq!(Included::from_word("meal:2"), Some(Included::Meals(2)));
        assert_eq!(Included::from_word("snack"), Some(Included::Snacks(1)));
        assert_eq!(Included::from_word("sound-system"), Some(Included::Thing(Component::SoundSystem)));
        for bad in
            ["", "meal:", "meal:-1", "meal:x", "room:1", "package-halfday", "hall-rent", "pool", "meal:99"]
        {
            assert_eq!(Included::from_word(bad), None, "{bad:?}");
        }
    }
}
