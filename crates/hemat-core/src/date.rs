//! Calendar dates. The only file that knows the calendar crate, so that it can be changed in one place.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Serialize, Serializer};

use crate::lang::Lang;

/// A day of the Gregorian calendar, between the years 1900 and 2199.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// A date that exists; `None` for 31 February, the year 20218 and the like.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1900..=2199).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Date)
    }

    /// Reads `2018-11-23`, also when a time follows after `T` or a blank.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let date = text.trim().split(['T', ' ']).next()?;
        let mut parts = date.split('-');
        let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || y.len() != 4 || m.len() != 2 || d.len() != 2 {
            return None;
        }
        let number =
            |s: &str| if s.bytes().all(|b| b.is_ascii_digit()) { s.parse::<u32>().ok() } else { None };
        Self::from_ymd(i32::try_from(number(y)?).ok()?, number(m)?, number(d)?)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        // The range of the type keeps this within u16.
        u16::try_from(self.0.year()).unwrap_or(0)
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The date `days` later; `None` beyond the year 2199.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Option<Self> {
        let later = self.0.checked_add_days(Days::new(u64::from(days)))?;
        Self::from_ymd(later.year(), later.month(), later.day())
    }

    /// The date `days` earlier; `None` before the year 1900.
    #[must_use]
    pub fn minus_days(self, days: u32) -> Option<Self> {
        let earlier = self.0.checked_sub_days(Days::new(u64::from(days)))?;
        Self::from_ymd(earlier.year(), earlier.month(), earlier.day())
    }

    /// True for Saturday and Sunday, when offices are closed.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// Days since the date `origin`; negative before it.
    #[must_use]
    pub fn days_since(self, origin: Date) -> i64 {
        self.0.signed_duration_since(origin.0).num_days()
    }

    /// The date for people: `23 November 2018` in both languages, with the month's name in each.
    #[must_use]
    pub fn display(self, lang: Lang) -> String {
        format!("{} {} {}", self.day(), month_name(self.month(), lang), self.year())
    }
}

/// The name of a month, 1 to 12; empty for any other number.
#[must_use]
pub fn month_name(month: u32, lang: Lang) -> &'static str {
    const NAMES: [(&str, &str); 12] = [
        ("Januari", "January"),
        ("Februari", "February"),
        ("Maret", "March"),
        ("April", "April"),
        ("Mei", "May"),
        ("Juni", "June"),
        ("Juli", "July"),
        ("Agustus", "August"),
        ("September", "September"),
        ("Oktober", "October"),
        ("November", "November"),
        ("Desember", "December"),
    ];
    let index = (month as usize).wrapping_sub(1);
    NAMES.get(index).map_or("", |(id, en)| lang.pick(id, en))
}

/// ISO form, `2018-11-23`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_dates_are_refused() {
        for bad in [
            "2018-02-31",
            "20218-01-01",
            "2018-13-01",
            "2018-1-1",
            "2018-11",
            "",
            "2018-11-23-4",
            "+018-01-01",
        ] {
            assert_eq!(Date::parse_iso(bad), None, "{bad:?}");
        }
        let day = Date::parse_iso("2018-11-23T10:00:00Z").unwrap();
        assert_eq!(day.to_string(), "2018-11-23");
        assert_eq!(day.display(Lang::Id), "23 November 2018");
        assert_eq!(day.plus_days(8).unwrap().to_string(), "2018-12-01");
        assert_eq!(day.plus_days(u32::MAX), None);
        // 23 November 2018 was a Friday.
        let weekend = [0, 1, 2, 3].map(|n| day.plus_days(n).unwrap().is_weekend());
        assert_eq!(weekend, [false, true, true, false]);
        assert_eq!(day.minus_days(23).unwrap().to_string(), "2018-10-31");
        assert_eq!(Date::from_ymd(1900, 1, 1).unwrap().minus_days(1), None);
    }
}
