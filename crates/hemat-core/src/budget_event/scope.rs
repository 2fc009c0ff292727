//! Scope: the lines among which events are looked for.

use std::hash::BuildHasher;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::cost_line::{BudgetStage, CostLine};

/// What lines must share to be of one event at all: file, year, region, agency, activity, stage, package.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Scope {
    pub(super) file: Arc<str>,
    pub(super) year: Option<u16>,
    pub(super) region: Arc<str>,
    pub(super) agency: Arc<str>,
    pub(super) activity_code: Arc<str>,
    pub(super) activity: Arc<str>,
    pub(super) stage: Option<BudgetStage>,
    pub(super) package: Arc<str>,
    /// The name above the lines where there is no activity: a package's name.
    pub(super) above: Arc<str>,
}

impl Scope {
    /// The scope of a line.
    #[must_use]
    pub fn of(line: &CostLine) -> Self {
        let c = &line.context;
        Scope {
            file: line.row.file.clone(),
            year: c.year,
            region: c.region.clone(),
            agency: c.agency.clone(),
            activity_code: c.activity_code.clone(),
            activity: c.activity.clone(),
            stage: c.stage,
            package: line.package.clone(),
            above: if c.activity.is_empty() { line.heading.clone() } else { Arc::default() },
        }
    }

    /// True if the line is of this scope, told without making it.
    #[must_use]
    pub fn holds(&self, line: &CostLine) -> bool {
        let c = &line.context;
        let above: &str = if c.activity.is_empty() { &line.heading } else { "" };
        (self.year, self.stage) == (c.year, c.stage)
            && self.activity == c.activity
            && self.activity_code == c.activity_code
            && self.agency == c.agency
            && self.region == c.region
            && self.file == line.row.file
            && self.package == line.package
            && *self.above == *above
    }

    /// A number of it: the same for the same, and hardly ever for others.
    #[must_use]
    pub fn number(&self) -> u64 {
        FixedState::default().hash_one(self)
    }

    /// True if the lines are of one package, which is bought as one thing.
    pub(super) fn is_package(&self) -> bool {
        !self.package.is_empty() || !self.above.is_empty()
    }
}
