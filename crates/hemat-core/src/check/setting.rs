//! Settings (pengaturan) of checks: thresholds with a default, a range and a meaning.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::lang::{Lang, Text};
use crate::money::Rupiah;
use crate::session::words;

words! {
    /// What a setting is counted in.
    SettingUnit {
        /// Rupiah.
        Rupiah = "rupiah",
        /// A whole number.
        Count = "count",
        /// Percent.
        Percent = "percent",
        /// A multiple, with decimals.
        Multiple = "multiple",
        /// Hours, with decimals.
        Hours = "hours",
    }
}

impl SettingUnit {
    /// The word for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            SettingUnit::Rupiah => "rupiah",
            SettingUnit::Count => lang.pick("bilangan bulat", "whole number"),
            SettingUnit::Percent => lang.pick("persen", "percent"),
            SettingUnit::Multiple => lang.pick("kelipatan", "multiple"),
            SettingUnit::Hours => lang.pick("jam", "hours"),
        }
    }
}

/// One threshold of a check.
#[derive(Debug)]
pub struct Setting {
    /// Its key in the section of the check, snake_case.
    pub key: &'static str,
    /// What it is counted in.
    pub unit: SettingUnit,
    /// Its default, in tenths of the unit.
    tenths: i64,
    /// The greatest value, in whole units; the least is 0.
    most: i64,
    /// What it does.
    pub meaning: Text,
}

impl Setting {
    /// A setting whose default is a whole number.
    pub(super) const fn whole(
        key: &'static str,
        unit: SettingUnit,
        default: i64,
        most: i64,
        meaning: Text,
    ) -> Self {
        Setting { key, unit, tenths: default * 10, most, meaning }
    }

    /// A setting whose default has one decimal.
    pub(super) const fn tenths(
        key: &'static str,
        unit: SettingUnit,
        tenths: i64,
        most: i64,
        meaning: Text,
    ) -> Self {
        Setting { key, unit, tenths, most, meaning }
    }

    /// The value if the user sets none.
    #[must_use]
    pub fn default(&self) -> Decimal {
        Decimal::new(self.tenths, 1).normalize()
    }

    /// Whether a value lies in the range, and is a whole number where only those make sense.
    #[must_use]
    pub fn accepts(&self, value: Decimal) -> bool {
        let whole = self.unit != SettingUnit::Count || value.fract().is_zero();
        whole && (Decimal::ZERO..=self.most()).contains(&value)
    }

    /// The range, as a hint for the writer of a settings file.
    #[must_use]
    pub fn range(&self) -> String {
        let what = if self.unit == SettingUnit::Count { "whole numbers from" } else { "valid:" };
        format!("{what} 0 to {}", self.most())
    }

    /// The greatest value that is accepted; the least is zero.
    #[must_use]
    pub fn most(&self) -> Decimal {
        Decimal::from(self.most)
    }
}

/// What the user set; everything else has its default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    values: BTreeMap<(String, String), Decimal>,
    enabled: BTreeMap<String, bool>,
}

impl Settings {
    /// Sets a value; the reader of the settings file has checked it against the setting's range.
    pub fn set(&mut self, check: &str, key: &str, value: Decimal) {
        self.values.insert((check.to_owned(), key.to_owned()), value);
    }

    /// Switches a check on or off.
    pub fn enable(&mut self, check: &str, enabled: bool) {
        self.enabled.insert(check.to_owned(), enabled);
    }

    /// Whether the user switched a check on or off.
    #[must_use]
    pub fn enabled(&self, check: &str) -> Option<bool> {
        self.enabled.get(check).copied()
    }

    /// The value of a setting.
    #[must_use]
    pub fn number(&self, check: &str, setting: &Setting) -> Decimal {
        let set = self.values.get(&(check.to_owned(), setting.key.to_owned()));
        set.copied().unwrap_or_else(|| setting.default())
    }

    /// The value as money; the default if it is no amount.
    #[must_use]
    pub fn rupiah(&self, check: &str, setting: &Setting) -> Rupiah {
        Rupiah::try_new(self.number(check, setting)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Text = Text::fixed("", "");

    /// From zero to the greatest value, both accepted; counts are whole.
    #[test]
    fn a_value_is_accepted_in_its_range() {
        let count = Setting::whole("days", SettingUnit::Count, 30, 365, NOTHING);
        let percent = Setting::tenths("share", SettingUnit::Percent, 25, 100, NOTHING);
        assert_eq!((count.default(), percent.default()), (Decimal::from(30), Decimal::new(25, 1)));
        for (tenths, as_count, as_percent) in [
            (-1, false, false),
            (0, true, true),
            (5, false, true),
            (10, true, true),
            (1_000, true, true),
            (1_001, false, false),
            (1_010, true, false),
            (3_650, true, false),
            (3_660, false, false),
        ] {
            let value = Decimal::new(tenths, 1);
            assert_eq!((count.accepts(value), percent.accepts(value)), (as_count, as_percent), "{value}");
        }
        assert_eq!(count.range(), "whole numbers from 0 to 365");
        assert_eq!(percent.range(), "valid: 0 to 100");
    }

    #[test]
    fn a_check_is_on_or_off_where_the_user_said_so() {
        let mut settings = Settings::default();
        settings.enable("year-end-rush", false);
        settings.enable("price-outlier", true);
        let of = |check| settings.enabled(check);
        assert_eq!(
            [of("year-end-rush"), of("price-outlier"), of("split-package")],
            [Some(false), Some(true), None]
        );
    }
}
