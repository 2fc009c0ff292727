//! How many people the lines of an event count, apart from the lines that are held against that number.

use rust_decimal::Decimal;

use crate::budget_event::BudgetEvent;
use crate::classify::Classification;
use crate::cost_line::CostLine;
use crate::kind::CostKind;

/// People at an event, as its other lines say, and how often they met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attendance {
    /// The most that one line counts of those who attend, and all who are paid a fee: speakers and committee eat too.
    pub people: u32,
    /// Days times occasions, the most that the event or one of those lines says; at least 1.
    pub sessions: u32,
}

impl Attendance {
    /// What lines of these kinds say. `None` if none of them counts persons.
    pub(super) fn of<'l>(
        event: &BudgetEvent,
        lines: impl Iterator<Item = (&'l CostLine, &'l Classification)>,
        kinds: &[CostKind],
    ) -> Option<Self> {
        let most = |count: &Option<crate::budget_event::Count>| count.as_ref().map_or(1, |c| c.value.high());
        let mut sessions = most(&event.days).saturating_mul(most(&event.occurrences)).max(1);
        let (mut attending, mut paid) = (None, 0_u32);
        for (line, class) in lines {
            let Some(persons) = line.persons().filter(|persons| *persons > 0) else { continue };
            if class.cost_kind == CostKind::SpeakerFee {
                paid = paid.saturating_add(persons);
            } else if kinds.contains(&class.cost_kind) {
                attending = attending.max(Some(persons));
                let times = line.days().unwrap_or(1).saturating_mul(line.occurrences().unwrap_or(1));
                sessions = sessions.max(times);
            }
        }
        Some(Attendance { people: attending?.saturating_add(paid), sessions })
    }

    /// People times sessions.
    pub(super) fn person_sessions(self) -> Option<Decimal> {
        Decimal::from(self.people).checked_mul(self.sessions.into())
    }
}
