//! How long a meeting is and how people sit in it: session, seating layout, level of the officials.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::lang::Lang;

/// Defines an enum of file words: `as_str`, `from_word`, `ALL`, `Display`, `Serialize`. With the Indonesian and the
/// English word for people after each file word it defines `label` too.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// All values, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word used in files and JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// The value that a file's word names.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.as_str() == word)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
    ($(#[$meta:meta])* $name:ident {
        $($(#[$vmeta:meta])* $variant:ident = $word:literal, $id:literal, $en:literal;)+
    }) => {
        $crate::words! { $(#[$meta])* $name { $($(#[$vmeta])* $variant = $word),+ } }

        impl $name {
            /// The word for people.
            #[must_use]
            pub fn label(self, lang: $crate::lang::Lang) -> &'static str {
                match self { $($name::$variant => lang.pick($id, $en),)+ }
            }
        }
    };
}
pub(crate) use words;

words! {
    /// Length of a meeting (paket): the order is from short to long, and a longer package covers a shorter event.
    ///
    /// Five and eight hours are the lower bounds of halfday and fullday in the SBM (PMK 32/2025, Lampiran I
    /// pos 31.1, fiscal year 2026; the same in the SBM of 2023 to 2025).
    Session {
        /// Setengah hari, without a stay.
        Halfday = "halfday",
        /// Sehari penuh, without a stay.
        Fullday = "fullday",
        /// Sehari penuh with a stay.
        Fullboard = "fullboard",
    }
}

impl Session {
    /// The session of an event that names none: halfday up to five hours a day, else (also if the hours are
    /// unknown) fullday.
    #[must_use]
    pub fn from_hours(hours_per_day: Option<Hours>) -> Self {
        match hours_per_day {
            Some(hours) if hours.value() <= Decimal::from(5) => Session::Halfday,
            _ => Session::Fullday,
        }
    }

    /// Meals a day that an event of this session needs if it does not say: 1, 1, 3.
    #[must_use]
    pub fn default_meals(self) -> u32 {
        match self {
            Session::Halfday | Session::Fullday => 1,
            Session::Fullboard => 3,
        }
    }

    /// Snacks a day that an event of this session needs if it does not say: 1, 2, 2.
    #[must_use]
    pub fn default_snacks(self) -> u32 {
        match self {
            Session::Halfday => 1,
            Session::Fullday | Session::Fullboard => 2,
        }
    }
}

words! {
    /// How people sit. Theatre seats most.
    Seating {
        /// Rows of chairs.
        Theatre = "theatre",
        /// Rows of tables and chairs.
        Classroom = "classroom",
        /// Round tables.
        Banquet = "banquet",
        /// Tables in a U.
        UShape = "u-shape",
    }
}

impl Seating {
    /// The word for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Seating::Theatre => lang.pick("teater", "theatre"),
            Seating::Classroom => lang.pick("kelas", "classroom"),
            Seating::Banquet => lang.pick("meja bundar", "banquet"),
            Seating::UShape => lang.pick("bentuk U", "U-shape"),
        }
    }
}

words! {
    /// Level (jenjang) of the highest official the event is for; it decides the price class in the SBM.
    OfficialLevel {
        /// Menteri, wakil menteri and officials of that rank.
        Minister = "menteri", "menteri/wakil menteri", "minister or vice minister";
        /// Eselon I.
        Eselon1 = "eselon-1", "eselon I", "eselon I";
        /// Eselon II.
        Eselon2 = "eselon-2", "eselon II", "eselon II";
        /// Eselon III, golongan IV.
        Eselon3 = "eselon-3", "eselon III", "eselon III";
        /// Eselon IV and below, golongan III, II and I.
        Eselon4 = "eselon-4", "eselon IV ke bawah", "eselon IV and below";
        /// Staf and the public: the price class of [`OfficialLevel::Eselon4`].
        Staff = "staf", "staf dan masyarakat", "staff and the public";
    }
}

impl OfficialLevel {
    /// The level under which price tables have this one: they end with eselon IV and below.
    #[must_use]
    pub fn price_class(self) -> Self {
        if self == OfficialLevel::Staff { OfficialLevel::Eselon4 } else { self }
    }
}

/// Hours of one day or one session: more than 0, at most 24, decimals allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hours(Decimal);

impl Hours {
    /// Hours in range; `None` for zero, negative or more than 24.
    #[must_use]
    pub fn try_new(hours: Decimal) -> Option<Self> {
        (hours > Decimal::ZERO && hours <= Decimal::from(24)).then(|| Hours(hours.normalize()))
    }

    /// The number of hours.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }

    /// How many sessions of the length `session` these hours need, rounded up; at least 1.
    #[must_use]
    pub fn sessions(self, session: Hours) -> Decimal {
        (self.0 / session.0).ceil()
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Hours {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(text: &str) -> Option<Hours> {
        Hours::try_new(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn five_hours_are_still_a_halfday() {
        assert_eq!(Session::from_hours(hours("5")), Session::Halfday);
        assert_eq!(Session::from_hours(hours("5.5")), Session::Fullday);
        assert_eq!(Session::from_hours(None), Session::Fullday);
    }

    #[test]
    fn started_sessions_count_whole() {
        assert_eq!(hours("6").unwrap().sessions(hours("6").unwrap()), Decimal::ONE);
        assert_eq!(hours("6.5").unwrap().sessions(hours("6").unwrap()), Decimal::TWO);
        assert_eq!(hours("0.1").unwrap().sessions(hours("7").unwrap()), Decimal::ONE);
        assert_eq!(hours("0"), None);
        assert_eq!(hours("24.01"), None);
    }
}
