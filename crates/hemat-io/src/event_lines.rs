//! What the lines of events say beside the events themselves.

use hemat_core::budget_event::{BudgetEvent, UnassignedReason, pays_local_transport};
use hemat_core::classify::Classification;
use hemat_core::cost_line::CostLine;
use hemat_core::money::{MoneyError, Rupiah};
use hemat_core::report::VenueLineApart;

/// What the lines of one event say beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BesideEvent {
    /// Account of its largest venue line, code and name; empty without one.
    pub account: String,
    /// Its lines for local transport of participants.
    pub transport: Rupiah,
}

impl BesideEvent {
    /// Of an event of these lines, each with its class.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when a sum cannot be kept exact.
    pub fn of(
        event: &BudgetEvent,
        lines: &[CostLine],
        classes: &[Classification],
    ) -> Result<Self, MoneyError> {
        let paid = lines_of(event, lines, classes).filter(|(line, class)| pays_local_transport(line, class));
        let transport = Rupiah::try_sum(paid.map(|(line, _)| line.amount))?;
        Ok(BesideEvent { account: account_of(event, lines, classes), transport })
    }
}

fn lines_of<'l>(
    event: &'l BudgetEvent,
    lines: &'l [CostLine],
    classes: &'l [Classification],
) -> impl Iterator<Item = (&'l CostLine, &'l Classification)> {
    event.lines.iter().filter_map(|at| Some((lines.get(*at)?, classes.get(*at)?)))
}

/// The account of an event's largest venue line (of its largest line, if none is for a venue), code and name.
#[must_use]
pub fn account_of(event: &BudgetEvent, lines: &[CostLine], classes: &[Classification]) -> String {
    let lines = lines_of(event, lines, classes);
    let largest = lines.max_by_key(|(line, class)| (class.cost_kind.is_venue(), line.amount));
    let Some((line, _)) = largest else {
        return String::new();
    };
    let (account, name) = (line.context.account.as_ref(), &line.context.account_name);
    match account.map_or("", |a| &*a.code) {
        "" => name.to_string(),
        code if name.is_empty() => code.to_owned(),
        code => [code, name].join(" "),
    }
}

/// A line that is in no event and looks like money for a place; `None` for another.
#[must_use]
pub fn venue_line_apart(
    line: &CostLine,
    class: &Classification,
    reason: UnassignedReason,
) -> Option<VenueLineApart> {
    class.cost_kind.is_venue().then(|| VenueLineApart {
        row: line.row.clone(),
        description: match &*line.context.activity {
            "" => line.description.to_string(),
            activity => format!("{activity}: {}", line.description),
        },
        amount: line.amount,
        reason,
    })
}
