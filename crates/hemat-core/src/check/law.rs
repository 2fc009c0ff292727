//! Legal basis (dasar hukum) of a finding. The rules come from the reference tables; the core only asks whether
//! one was in force, and never prints a rule that was not given to it.

use std::collections::BTreeMap;

use crate::date::Date;
use crate::event::Fund;
use crate::lang::Text;
use crate::venue::InForce;

/// One rule that may be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalRule {
    /// Stable name, e.g. `PBJ-2018-P20`.
    pub id: Box<str>,
    /// Regulation and article with what is known about its validity.
    pub citation: Text,
    /// What it says, in our own words.
    pub summary: Text,
    /// Whose money it binds.
    pub funds: Vec<Fund>,
    /// No day before this one counts as in force.
    pub in_force_from: Option<Date>,
    /// First day on which the sources leave no doubt.
    pub sure_from: Option<Date>,
    /// Last day on which they leave no doubt.
    pub sure_to: Option<Date>,
    /// No day after this one counts as in force.
    pub in_force_to: Option<Date>,
}

/// The time a subject belongs to: a day, or a whole fiscal year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub first: Date,
    /// Last day.
    pub last: Date,
}

impl Period {
    /// The day, else the fiscal year; `None` if neither is known.
    #[must_use]
    pub fn of(day: Option<Date>, year: Option<u16>) -> Option<Self> {
        if let Some(day) = day {
            return Some(Period { first: day, last: day });
        }
        let year = i32::from(year?);
        Some(Period { first: Date::from_ymd(year, 1, 1)?, last: Date::from_ymd(year, 12, 31)? })
    }
}

impl LegalRule {
    /// Whether it was in force over the whole period.
    #[must_use]
    pub fn in_force(&self, period: Period) -> InForce {
        let outside = self.in_force_from.is_some_and(|from| period.last < from)
            || self.in_force_to.is_some_and(|to| period.first > to);
        let sure = self.sure_from.is_some_and(|from| from <= period.first)
            && self.sure_to.is_some_and(|to| period.last <= to);
        if outside {
            InForce::No
        } else if sure {
            InForce::Yes
        } else {
            InForce::Unknown
        }
    }

    /// Whether it may be named for this time: it was in force, or it had begun and no end is known. A rule whose
    /// beginning nobody looked up counts only for the years in which it was seen.
    #[must_use]
    pub fn may_be_cited(&self, period: Period) -> bool {
        match self.in_force(period) {
            InForce::Yes => true,
            InForce::No => false,
            InForce::Unknown => self.in_force_from.is_some_and(|from| from <= period.last),
        }
    }
}

/// A rule as the basis of one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalBasis {
    /// The rule.
    pub rule: LegalRule,
    /// Whether the sources leave no doubt that it was in force then.
    pub surely_in_force: bool,
    /// Whether it binds the money of this file; if not, it is a comparison only.
    pub binds: bool,
}

/// The rules that are known, by id.
#[derive(Debug, Clone, Default)]
pub struct Law {
    rules: BTreeMap<Box<str>, LegalRule>,
}

impl Law {
    /// The rules, each with an id of its own; of two with one id the last counts.
    #[must_use]
    pub fn new(rules: impl IntoIterator<Item = LegalRule>) -> Self {
        Law { rules: rules.into_iter().map(|rule| (rule.id.clone(), rule)).collect() }
    }

    /// The rule with this id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&LegalRule> {
        self.rules.get(id)
    }

    /// Those of `ids` that may be cited for that time, in the order of `ids`. None if the time is not known: a rule is
    /// only cited for its own years. A rule of the central budget is a comparison for a regional one, not the other way
    /// round; if the fund is unknown, only rules for both are cited.
    #[must_use]
    pub fn basis(&self, ids: &[&str], period: Option<Period>, fund: Option<Fund>) -> Vec<LegalBasis> {
        let Some(period) = period else { return Vec::new() };
        let of = |id: &&str| {
            let rule = self.rules.get(*id)?;
            let for_fund = |fund| rule.funds.contains(&fund);
            let binds = match fund {
                Some(fund) => for_fund(fund),
                None => for_fund(Fund::Apbn) && for_fund(Fund::Apbd),
            };
            let compares = fund == Some(Fund::Apbd) && for_fund(Fund::Apbn);
            let cited = rule.may_be_cited(period) && (binds || compares);
            cited.then(|| LegalBasis {
                rule: rule.clone(),
                surely_in_force: rule.in_force(period) == InForce::Yes,
                binds,
            })
        };
        ids.iter().filter_map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Date> {
        Date::parse_iso(text)
    }

    fn rule(id: &str, funds: &[Fund], dates: [&str; 4]) -> LegalRule {
        let [in_force_from, sure_from, sure_to, in_force_to] = dates.map(day);
        let text = Text::fixed("x", "x");
        LegalRule {
            id: id.into(),
            citation: text.clone(),
            summary: text,
            funds: funds.to_vec(),
            in_force_from,
            sure_from,
            sure_to,
            in_force_to,
        }
    }

    /// The first and the last day of a rule are its own; the days beside them are not.
    #[test]
    fn a_rule_begins_and_ends_on_its_days() {
        let rule = rule("bounded", &[Fund::Apbd], ["2018-03-22", "2018-03-22", "2021-02-01", "2021-02-01"]);
        let on = |text| rule.in_force(Period::of(day(text), None).unwrap());
        assert_eq!(on("2018-03-21"), InForce::No);
        assert_eq!(on("2018-03-22"), InForce::Yes);
        assert_eq!(on("2021-02-01"), InForce::Yes);
        assert_eq!(on("2021-02-02"), InForce::No);
        let law = Law::new([rule.clone()]);
        assert_eq!(law.rule("bounded"), Some(&rule));
        assert_eq!(law.rule("another"), None);
    }

    /// What may be cited in each year, for each fund.
    #[test]
    fn a_rule_is_cited_for_its_own_years_and_money() {
        let both = [Fund::Apbn, Fund::Apbd];
        let law = Law::new([
            rule("began-2015", &both, ["2015-04-01", "2015-04-01", "2018-11-30", ""]),
            rule("seen-2023-2026", &[Fund::Apbn], ["", "2023-01-01", "2026-12-31", ""]),
            rule("only-2025", &[Fund::Apbd], ["2025-01-22", "2025-01-22", "2025-12-31", "2025-12-31"]),
        ]);
        let ids = ["began-2015", "seen-2023-2026", "only-2025"];
        let cited = |year, fund| {
            let basis = law.basis(&ids, Period::of(None, Some(year)), fund);
            basis
                .iter()
                .map(|b| format!("{} {} {}", b.rule.id, b.surely_in_force, b.binds))
                .collect::<Vec<_>>()
        };
        assert_eq!(cited(2014, Some(Fund::Apbd)), [""; 0]);
        assert_eq!(cited(2017, Some(Fund::Apbd)), ["began-2015 true true"]);
        assert_eq!(
            cited(2025, Some(Fund::Apbd)),
            ["began-2015 false true", "seen-2023-2026 true false", "only-2025 false true"]
        );
        assert_eq!(cited(2025, Some(Fund::Apbn)), ["began-2015 false true", "seen-2023-2026 true true"]);
        assert_eq!(cited(2025, None), ["began-2015 false true"]);
        assert_eq!(cited(2027, Some(Fund::Apbn)), ["began-2015 false true"]);
        assert!(law.basis(&ids, None, Some(Fund::Apbd)).is_empty());
    }
}
