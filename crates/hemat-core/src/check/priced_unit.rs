//! The units that a line's quantity states, as far as published prices depend on them.

use crate::cost_line::CostLine;
use crate::unit::measure_of;

/// A unit that prices are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PricedUnit {
    /// Orang; `OP` (orang-paket) and `OJ` (orang-jam) count persons too.
    Person,
    /// Hari, malam.
    Day,
    /// Jam of 60 minutes; not the jam pelajaran (JP, JPL) of training.
    Hour,
    /// Jam pelajaran of training, 45 minutes as a rule.
    LessonHour,
    /// Bulan.
    Month,
    /// Kamar.
    Room,
    /// Kotak, porsi: food for one.
    Portion,
}

const PERSON: &[&str] = &["op", "oj", "pax", "undangan", "ob"];
const HOUR: &[&str] = &["jam", "oj", "orangjam"];
const LESSON_HOUR: &[&str] = &["jp", "jpl", "jampel", "pelajaran"];
const MONTH: &[&str] = &["bulan", "bln", "bl", "ob", "orangbulan", "triwulan", "tahun"];
const ROOM: &[&str] = &["kamar", "kmr", "room"];
const PORTION: &[&str] =
    &["kotak", "ktk", "box", "boks", "dus", "dos", "doos", "porsi", "bungkus", "bks", "nasi", "pax"];

/// Whether the factors of a line's quantity, or the unit of their product, state a unit.
pub(super) fn states(line: &CostLine, unit: PricedUnit) -> bool {
    // "4 JP" charged in OJ: nobody says which hour is meant.
    if unit == PricedUnit::Hour && states(line, PricedUnit::LessonHour) {
        return false;
    }
    let factors = line.quantity.iter().flat_map(|quantity| quantity.factors());
    let by_factor = factors.clone().any(|factor| match unit {
        PricedUnit::Person => factor.measure().persons,
        PricedUnit::Day => factor.measure().days,
        _ => false,
    });
    by_factor || factors.map(|factor| &*factor.unit).chain([&*line.unit]).any(|text| names(text, unit))
}

/// Whether a unit's text names the unit: `orang/hari` names persons and days.
pub(super) fn names(text: &str, unit: PricedUnit) -> bool {
    let measure = measure_of(text);
    let words = match unit {
        PricedUnit::Person if measure.persons => return true,
        PricedUnit::Day if measure.days => return true,
        PricedUnit::Person => PERSON,
        PricedUnit::Day => return false,
        // "jam/pelajaran" is no hour of 60 minutes.
        PricedUnit::Hour if names(text, PricedUnit::LessonHour) => return false,
        PricedUnit::Hour => HOUR,
        PricedUnit::LessonHour => LESSON_HOUR,
        PricedUnit::Month => MONTH,
        PricedUnit::Room => ROOM,
        PricedUnit::Portion => PORTION,
    };
    let folded = |part: &str| -> String {
        part.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    text.split(['/', ' ', '-']).chain([text]).any(|part| words.contains(&folded(part).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_in_their_spellings() {
        let cases: [(&str, PricedUnit, bool); 13] = [
            ("OJ", PricedUnit::Hour, true),
            ("OJ", PricedUnit::Person, true),
            ("orang/jam", PricedUnit::Hour, true),
            ("Jam", PricedUnit::Hour, true),
            ("jpl", PricedUnit::Hour, false),
            ("jam/pelajaran", PricedUnit::Hour, false),
            ("orang/jpl", PricedUnit::LessonHour, true),
            ("O.H", PricedUnit::Day, true),
            ("orang - bulan", PricedUnit::Month, true),
            ("OP", PricedUnit::Person, true),
            ("OK", PricedUnit::Person, true),
            ("paket", PricedUnit::Person, false),
            ("kotak", PricedUnit::Portion, true),
        ];
        for (text, unit, is) in cases {
            assert_eq!(names(text, unit), is, "{text} {unit:?}");
        }
    }
}
