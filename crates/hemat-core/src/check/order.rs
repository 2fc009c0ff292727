//! Orders of food and packages, against the people who can have had them.

use rust_decimal::Decimal;

use crate::cost_line::CostLine;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::quantity::Quantity;

use super::attendance::Attendance;

/// What was ordered of one kind, and what the attendance supports.
#[derive(Debug)]
pub(super) struct Order<'l> {
    pub lines: Vec<&'l CostLine>,
    attendance: Attendance,
    ordered: Decimal,
    /// How often each person can have had it; `None` if no line says how long the event lasts.
    times: Option<Decimal>,
}

impl<'l> Order<'l> {
    /// A line of food that says for how many persons: its days and times are its own. Where neither it nor the event says
    /// how often, its persons can be those of several days together.
    pub(super) fn with_persons(line: &'l CostLine, attendance: Attendance) -> Option<Self> {
        let quantity = line.quantity.as_ref()?;
        let persons = Decimal::from(line.persons().filter(|persons| *persons > 0)?);
        let times = quantity.total().checked_div(persons)?.normalize();
        let said = line.days().or(line.occurrences()).or(attendance.sessions).is_some();
        let times = Some(times).filter(|_| said);
        Some(Order { lines: vec![line], attendance, ordered: quantity.total(), times })
    }

    /// Lines against people times sessions times portions.
    pub(super) fn together(lines: Vec<&'l CostLine>, attendance: Attendance, a_day: Decimal) -> Option<Self> {
        let total = |line: &&CostLine| line.quantity.as_ref().map(Quantity::total);
        let ordered = lines.iter().try_fold(Decimal::ZERO, |sum, line| sum.checked_add(total(line)?))?;
        let times = attendance.sessions.and_then(|sessions| Decimal::from(sessions).checked_mul(a_day));
        (!lines.is_empty()).then_some(Order { lines, attendance, ordered, times })
    }

    /// What the attendance supports.
    pub(super) fn supported(&self) -> Option<Decimal> {
        self.attendance.people().checked_mul(self.times?)
    }

    /// Above what is supported and a tolerance; one session at least, where none is known.
    pub(super) fn is_above(&self, tolerance: Decimal) -> bool {
        let supported = self.attendance.people().checked_mul(self.times.unwrap_or(Decimal::ONE));
        let factor = Decimal::ONE_HUNDRED.checked_add(tolerance);
        let most =
            factor.and_then(|factor| supported?.checked_mul(factor)?.checked_div(Decimal::ONE_HUNDRED));
        most.is_some_and(|most| self.ordered > most)
    }

    pub(super) fn amount(&self) -> Result<Rupiah, MoneyError> {
        Rupiah::try_sum(self.lines.iter().map(|line| line.amount))
    }

    /// The part of the amount beyond what the attendance supports.
    pub(super) fn excess(&self, supported: Decimal) -> Result<Rupiah, MoneyError> {
        self.amount()?.try_times(self.ordered - supported)?.divided_to_sen(self.ordered)
    }

    /// `Nasi kotak rapat: 17406 > (421 peserta) x 23 = 9683; bagian yang lebih Rp386.150.000`.
    pub(super) fn shown(&self, supported: Decimal, excess: Rupiah, lang: Lang) -> String {
        let what: Vec<&str> = self.lines.iter().map(|line| &*line.description).collect();
        let (ordered, supported) = (self.ordered.normalize(), supported.normalize());
        let times = self.times.unwrap_or(Decimal::ONE).normalize();
        format!(
            "{}: {ordered} > {} x {times} = {supported}; {} {}",
            what.join(" + "),
            self.attendance.shown(lang),
            lang.pick("bagian yang lebih", "the part above"),
            excess.display(lang)
        )
    }
}
