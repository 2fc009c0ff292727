//! Examination: one check at work on one file. It is given verdicts and turns them into findings.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::classify::Confidence;
use crate::cost_line::CostLine;
use crate::lang::Text;
use crate::money::Rupiah;

use super::definition::Check;
use super::finding::{Figure, Finding, Missing, Status};
use super::law::Period;
use super::missing::{PAYMENT_DATE, YEAR};
use super::setting::Setting;
use super::subject::{Seen, Subject};

/// What is observed beyond a limit.
#[derive(Debug, Clone)]
pub struct Flag {
    /// What was observed.
    pub observed: Figure,
    /// What it is held against.
    pub limit: Figure,
    /// The formula with its numbers.
    pub formula: Text,
    /// The difference that could be explained or paid back; `None` if it cannot be said in rupiah.
    pub at_stake: Option<Rupiah>,
    /// How sure the figures are. The subject's own confidence lowers it.
    pub certainty: Confidence,
}

/// How many subjects a check found in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Flagged.
    pub flagged: u64,
    /// Clear.
    pub clear: u64,
    /// Insufficient.
    pub insufficient: u64,
    /// Not applicable.
    pub not_applicable: u64,
}

/// One check at work.
#[derive(Debug)]
pub struct Examination<'a> {
    /// What it sees.
    pub seen: &'a Seen<'a>,
    check: &'static Check,
    pub(super) findings: Vec<Finding>,
    pub(super) counts: Counts,
}

impl<'a> Examination<'a> {
    pub(super) fn new(check: &'static Check, seen: &'a Seen<'a>) -> Self {
        Examination { seen, check, findings: Vec::new(), counts: Counts::default() }
    }

    /// The value of one of the check's settings.
    #[must_use]
    pub fn number(&self, setting: &Setting) -> Decimal {
        self.seen.settings.number(self.check.name, setting)
    }

    /// The same as money.
    #[must_use]
    pub fn rupiah(&self, setting: &Setting) -> Rupiah {
        self.seen.settings.rupiah(self.check.name, setting)
    }

    /// The same as a whole number, decimals cut off.
    #[must_use]
    pub fn count(&self, setting: &Setting) -> u64 {
        self.number(setting).trunc().to_u64().unwrap_or(u64::MAX)
    }

    /// Says that the subject is flagged, by all the rules of the check.
    pub fn flag(&mut self, subject: Subject, flag: Flag) {
        self.flag_by(subject, flag, self.check.rules);
    }

    /// Says that the subject is flagged, by these of the check's rules.
    pub fn flag_by(&mut self, subject: Subject, flag: Flag, rules: &[&str]) {
        self.counts.flagged += 1;
        let amount = flag.at_stake.map(|a| a.to_string()).unwrap_or_default();
        let period = Period::of(subject.date, subject.year);
        let mut finding = self.finding(subject, Status::Flagged, &amount);
        finding.legal_basis = self.seen.law.basis(rules, period, self.seen.fund);
        finding.certainty = finding.certainty.min(flag.certainty);
        finding.observed = Some(flag.observed);
        finding.limit = Some(flag.limit);
        finding.formula = Some(flag.formula);
        finding.at_stake = flag.at_stake;
        self.findings.push(finding);
    }

    /// Says that it cannot tell, and what is missing.
    pub fn insufficient(&mut self, subject: Subject, missing: Vec<Missing>) {
        self.counts.insufficient += 1;
        let mut finding = self.finding(subject, Status::Insufficient, "");
        finding.missing = missing;
        self.findings.push(finding);
    }

    /// The same, with what could be said all the same: a comparison, the table that was asked.
    pub fn insufficient_but(&mut self, subject: Subject, missing: Vec<Missing>, said: Text) {
        self.insufficient(subject, missing);
        if let Some(finding) = self.findings.last_mut() {
            finding.formula = Some(said);
        }
    }

    /// Says of payments without a day, if there are any, that it cannot tell.
    pub fn undated(&mut self, lines: &[&CostLine]) {
        if let Some(first) = lines.first() {
            let title = first.context.agency.to_string();
            self.insufficient(Subject::lines(&title, lines), vec![PAYMENT_DATE]);
        }
    }

    /// Says that a subject was looked at and gives no reason to ask.
    pub fn clear(&mut self) {
        self.counts.clear += 1;
    }

    /// Says that the check is not about a subject.
    pub fn not_applicable(&mut self) {
        self.counts.not_applicable += 1;
    }

    /// Whether some of these rules may be cited for the subject. If not, it says that the check is not about it, or
    /// that the year is missing.
    pub(super) fn is_under(&mut self, subject: &Subject, rules: &[&str]) -> bool {
        let Some(period) = Period::of(subject.date, subject.year) else {
            self.insufficient(subject.clone(), vec![YEAR]);
            return false;
        };
        let held = !self.seen.law.basis(rules, Some(period), self.seen.fund).is_empty();
        if !held {
            self.not_applicable();
        }
        held
    }

    fn finding(&self, subject: Subject, status: Status, amount: &str) -> Finding {
        Finding {
            check: self.check.name,
            status,
            certainty: subject.confidence,
            key: subject.key(self.check.name, amount),
            event: subject.event,
            subject: subject.title,
            agency: subject.agency,
            year: subject.year,
            stage: subject.stage,
            observed: None,
            limit: None,
            formula: None,
            at_stake: None,
            rows: subject.rows,
            legal_basis: Vec::new(),
            missing: Vec::new(),
            suppressed: None,
        }
    }
}
