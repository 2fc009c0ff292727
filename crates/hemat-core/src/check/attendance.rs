//! How many people the lines of an event count, apart from the lines that are held against that number.

use rust_decimal::Decimal;

use crate::budget_event::{BudgetEvent, Count};
use crate::classify::Classification;
use crate::cost_line::CostLine;
use crate::kind::CostKind;
use crate::lang::Lang;

use super::priced_unit::{PricedUnit, states};
use super::words::{held, plain};

/// Words of lines for those who run a meeting, and words that make a line one for those who come.
const CREW: &[&str] =
    &["panitia", "narasumber", "nara sumber", "moderator", "pendamping", "petugas", "fasilitator"];
const ATTENDING: &[&str] = &["peserta", "undangan"];

/// People at an event, as its other lines say, and how often they met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Attendance {
    /// The most that one line counts of those who attend.
    pub attending: u32,
    /// Speakers and committee, who eat too: all fees together, or the most that a line for them alone counts.
    pub crew: u32,
    /// People whom no line counts: a setting.
    pub others: u32,
    /// Days times occasions, the most that the event or one of those lines says; `None` if no line says any.
    pub sessions: Option<u32>,
}

impl Attendance {
    /// What lines of these kinds say. `None` if none of them counts persons.
    pub(super) fn of<'l>(
        event: &BudgetEvent,
        lines: impl Iterator<Item = (&'l CostLine, &'l Classification)>,
        kinds: &[CostKind],
        others: u32,
    ) -> Option<Self> {
        let most = |count: &Option<Count>| count.as_ref().map(|c| c.value.high());
        // How often alone says little: "1 kegiatan" is written of anything.
        let mut sessions =
            event.days.as_ref().and_then(|_| product(most(&event.days), most(&event.occurrences)));
        let (mut attending, mut fees, mut crew, mut multiplied) = (None, 0_u32, 0_u32, false);
        for (line, class) in lines {
            let Some(persons) = line.persons().filter(|persons| *persons > 0) else {
                multiplied |= kinds.contains(&class.cost_kind) && states(line, PricedUnit::Person);
                continue;
            };
            let text = plain(&line.description);
            let of_crew = held(&text, CREW).is_some() && held(&text, ATTENDING).is_none();
            if class.cost_kind == CostKind::SpeakerFee {
                fees = fees.saturating_add(persons);
            } else if kinds.contains(&class.cost_kind) && of_crew {
                crew = crew.max(persons);
            } else if kinds.contains(&class.cost_kind) {
                attending = attending.max(Some(persons));
                sessions = sessions.max(product(line.days(), line.occurrences()));
            }
        }
        // "10432 OH" hides how many people came, and on how many days.
        let sessions = sessions.filter(|_| !multiplied);
        Some(Attendance { attending: attending?, crew: crew.max(fees), others, sessions })
    }

    /// Everybody.
    pub(super) fn people(self) -> Decimal {
        Decimal::from(self.attending) + Decimal::from(self.crew) + Decimal::from(self.others)
    }

    /// `(88 peserta + 12 panitia dan narasumber + 10 lainnya)`.
    pub(super) fn shown(self, lang: Lang) -> String {
        let parts = [
            (self.attending, lang.pick("peserta", "participants")),
            (self.crew, lang.pick("panitia dan narasumber", "committee and speakers")),
            (self.others, lang.pick("lainnya", "others")),
        ];
        let parts: Vec<String> =
            parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        format!("({})", parts.join(" + "))
    }
}

/// Days times occasions where one of them is known; an unknown one counts once.
fn product(days: Option<u32>, times: Option<u32>) -> Option<u32> {
    days.or(times)?;
    Some(days.unwrap_or(1).saturating_mul(times.unwrap_or(1)))
}
