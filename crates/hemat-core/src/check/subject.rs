//! What a check sees, and what a finding is about.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::budget_event::{BudgetEvent, Grouping};
use crate::ceiling::Ceilings;
use crate::classify::{Classification, Confidence};
use crate::cost_line::{BudgetStage, CostLine};
use crate::date::Date;
use crate::estimate::Estimate;
use crate::event::Fund;
use crate::fingerprint::Fingerprint;
use crate::kind::CostKind;
use crate::money::Rupiah;
use crate::province::Province;
use crate::source::RowRef;
use crate::sum_gap::SumGap;
use crate::venue::Venue;

use super::law::Law;
use super::setting::Settings;

/// One budget file as a check sees it.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The file's name.
    pub file: &'a str,
    /// Its cost lines.
    pub lines: &'a [CostLine],
    /// What each line is, in the lines' order.
    pub classes: &'a [Classification],
    /// Its events, and the lines in none.
    pub grouping: &'a Grouping,
    /// Accounts that their details do not add up to, as the reader found them.
    pub gaps: &'a [SumGap],
    /// The places of the user's venues file; empty without one.
    pub venues: &'a [Venue],
    /// What the events would save in the best hall, by id of the event: what `savings` found, if halls were given.
    pub savings: &'a BTreeMap<String, Estimate<Rupiah>>,
    /// Whose money it is, if that is known.
    pub fund: Option<Fund>,
    /// The price tables: the user's own before the published ones.
    pub ceilings: &'a Ceilings<'a>,
    /// The province where events are held, if the user named it; else the region column may.
    pub province: Option<Province>,
    /// The government that pays, if the user named it; else the region column may.
    pub region: Option<&'a str>,
    /// The rules that may be cited.
    pub law: &'a Law,
    /// What the user set.
    pub settings: &'a Settings,
}

impl<'a> Seen<'a> {
    /// The lines of an event with what they are.
    pub fn event_lines(
        &self,
        event: &'a BudgetEvent,
    ) -> impl Iterator<Item = (&'a CostLine, &'a Classification)> {
        let (lines, classes) = (self.lines, self.classes);
        event.lines.iter().filter_map(move |at| Some((lines.get(*at)?, classes.get(*at)?)))
    }

    /// Every line with what it is.
    pub fn classified(&self) -> impl Iterator<Item = (&'a CostLine, &'a Classification)> {
        self.lines.iter().zip(self.classes)
    }

    /// The lines about events of one kind of cost.
    pub fn of_kind(&self, kind: CostKind) -> impl Iterator<Item = (&'a CostLine, &'a Classification)> {
        self.classified().filter(move |(_, class)| class.cost_kind == kind)
    }

    /// True if some line is money that was spent: a plan says nothing about payments.
    #[must_use]
    pub fn has_realised(&self) -> bool {
        self.lines.iter().any(|line| line.context.stage == Some(BudgetStage::Realised))
    }
}

/// A payment with its day.
pub(super) type Dated<'a> = (Date, &'a CostLine);

/// What a finding is about.
#[derive(Debug, Clone)]
pub struct Subject {
    pub(super) event: Option<String>,
    pub(super) title: String,
    pub(super) agency: Arc<str>,
    pub(super) year: Option<u16>,
    pub(super) stage: Option<BudgetStage>,
    pub(super) date: Option<Date>,
    pub(super) rows: Vec<RowRef>,
    /// How sure the reading of the subject itself is; no finding is surer.
    pub(super) confidence: Confidence,
    print: Fingerprint,
}

impl Subject {
    /// An event.
    #[must_use]
    pub fn event(event: &BudgetEvent) -> Self {
        let mut subject = Subject {
            event: Some(event.id.clone()),
            title: event.title.clone(),
            agency: event.organiser.clone(),
            year: event.year,
            stage: event.stage,
            date: event.dates.first().copied(),
            rows: event.rows.clone(),
            confidence: event.confidence,
            print: Fingerprint::default(),
        };
        subject.sign(&event.activity_code, &event.activity);
        subject
    }

    /// One line.
    #[must_use]
    pub fn line(line: &CostLine) -> Self {
        Self::lines(&line.description, &[line])
    }

    /// Lines that belong together under a title. The first says agency, year, stage, activity and date.
    #[must_use]
    pub fn lines(title: &str, lines: &[&CostLine]) -> Self {
        let first = lines.first();
        let context = first.map(|line| &line.context);
        let mut subject = Subject {
            event: None,
            title: title.to_owned(),
            agency: context.map(|c| c.agency.clone()).unwrap_or_default(),
            year: context.and_then(|c| c.year),
            stage: context.and_then(|c| c.stage),
            date: first.and_then(|line| line.date),
            rows: lines.iter().map(|line| line.row.clone()).collect(),
            confidence: Confidence::High,
            print: Fingerprint::default(),
        };
        let (code, activity) = context.map_or(("", ""), |c| (&c.activity_code, &c.activity));
        subject.sign(code, activity);
        subject
    }

    /// An account with details. The first line at or below it says agency, year, stage and activity.
    #[must_use]
    pub fn gap(gap: &SumGap, seen: &Seen<'_>) -> Self {
        let below = |line: &&CostLine| line.row.file == gap.row.file && line.row.row >= gap.row.row;
        let first = seen.lines.iter().find(below);
        let mut subject = Subject::lines(&gap.name, first.as_slice());
        subject.rows = vec![gap.row.clone()];
        subject
    }

    /// The same subject, resting on these rows only.
    #[must_use]
    pub fn on_rows<'l>(mut self, lines: impl IntoIterator<Item = &'l CostLine>) -> Self {
        self.rows = lines.into_iter().map(|line| line.row.clone()).collect();
        self
    }

    /// The key of a finding of this check with this amount: nothing of it is a position in the file.
    pub(super) fn key(&self, check: &str, amount: &str) -> String {
        let mut print = self.print;
        print.feed(check);
        print.feed(amount);
        print.short('f')
    }

    fn sign(&mut self, activity_code: &str, activity: &str) {
        let year = self.year.map(|y| y.to_string()).unwrap_or_default();
        let date = self.date.map(|d| d.to_string()).unwrap_or_default();
        let stage = self.stage.map_or("", BudgetStage::as_str);
        for text in [&*self.agency, activity_code, activity, &self.title, &year, &date, stage] {
            self.print.feed(&text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase());
        }
    }
}
