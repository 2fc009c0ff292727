//! How long an event lasts, as far as its lines say: `4 jam`, `90 menit`, `08.00-12.00`.

use rust_decimal::Decimal;

use crate::cost_line::CostLine;
use crate::session::Hours;

/// Words after *jam* that make it a unit of teaching or work, not the length of a meeting.
const NOT_A_LENGTH: &[&str] = &["pelajaran", "kerja", "orang", "lembur", "mengajar"];

/// The longest time that these lines say, a day; none if none says it.
pub(super) fn hours_of<'l>(lines: impl IntoIterator<Item = &'l CostLine>) -> Option<Hours> {
    lines.into_iter().filter_map(hours_of_line).max()
}

fn hours_of_line(line: &CostLine) -> Option<Hours> {
    let factors = line.quantity.as_ref().map(crate::quantity::Quantity::factors).unwrap_or_default();
    let counted = factors.iter().find(|factor| factor.unit.eq_ignore_ascii_case("jam"));
    let counted = counted.and_then(|factor| Hours::try_new(factor.value));
    [hours_said(&line.description), hours_said(&line.heading), counted].into_iter().flatten().max()
}

/// The longest time that a text says.
pub(super) fn hours_said(text: &str) -> Option<Hours> {
    let mut longest = None;
    let mut from = 0;
    while let Some(number) = next_number(text, from) {
        let (found, next) = match clock_range(text, &number) {
            Some((hours, end)) => (Some(hours), end),
            None => (length(text, &number), number.end),
        };
        longest = longest.max(found);
        from = next;
    }
    longest
}

/// Digits with one mark between: `4`, `1,5`, `08.00`.
struct Number<'t> {
    start: usize,
    whole: &'t str,
    rest: &'t str,
    end: usize,
}

fn next_number(text: &str, from: usize) -> Option<Number<'_>> {
    let tail = text.get(from..)?;
    let start = from + tail.find(|c: char| c.is_ascii_digit())?;
    let digits = |at: usize| {
        let tail = text.get(at..).unwrap_or("");
        tail.split(|c: char| !c.is_ascii_digit()).next().unwrap_or("")
    };
    let whole = digits(start);
    let after = start + whole.len();
    let marked = text.get(after..).is_some_and(|tail| tail.starts_with(['.', ',', ':']));
    let rest = if marked { digits(after + 1) } else { "" };
    let end = if rest.is_empty() { after } else { after + 1 + rest.len() };
    Some(Number { start, whole, rest, end })
}

/// `4 jam`, `1,5 jam`, `90 menit` behind a number.
fn length(text: &str, number: &Number<'_>) -> Option<Hours> {
    let mut words = text.get(number.end..)?.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    // The unit stands right behind the number: "2 orang x 3 jam" has its three hours at the second number.
    let unit = words.next().filter(|_| {
        text.get(number.end..).is_some_and(|tail| tail.trim_start().starts_with(char::is_alphabetic))
    })?;
    let count = Decimal::from_str_exact(&format!("{}.{}", number.whole, zero_if_empty(number.rest))).ok()?;
    match unit.to_lowercase().as_str() {
        "jam" => {
            let next = words.next().map(str::to_lowercase);
            let other = next.is_some_and(|word| NOT_A_LENGTH.contains(&word.as_str()));
            if other { None } else { Hours::try_new(count) }
        }
        "menit" => Hours::try_new(count.checked_div(Decimal::from(60))?),
        _ => None,
    }
}

fn zero_if_empty(digits: &str) -> &str {
    if digits.is_empty() { "0" } else { digits }
}

/// `08.00-12.00`, `9:00 s.d. 13:30`: two times of one day, and where the second ends.
fn clock_range(text: &str, from: &Number<'_>) -> Option<(Hours, usize)> {
    let begin = minutes(from)?;
    let until = next_number(text, from.end)?;
    let end = minutes(&until)?;
    let gap = text.get(from.end..until.start)?;
    let gap: String = gap.chars().filter(|c| c.is_alphanumeric() || "-\u{2013}".contains(*c)).collect();
    let joined = ["-", "\u{2013}", "sd", "sampai", "sampaidengan", "wib-", "wibsd", "hingga"];
    let lasts = end.checked_sub(begin).filter(|_| joined.contains(&gap.to_lowercase().as_str()))?;
    let hours = Hours::try_new(Decimal::from(lasts).checked_div(Decimal::from(60))?)?;
    Some((hours, until.end))
}

/// Minutes since midnight of `08.00`; an amount such as `10.000` is no time.
fn minutes(number: &Number<'_>) -> Option<u32> {
    let in_form = number.whole.len() <= 2 && number.rest.len() == 2;
    let (hour, minute): (u32, u32) = (number.whole.parse().ok()?, number.rest.parse().ok()?);
    if in_form && hour <= 24 && minute < 60 { Some(hour * 60 + minute) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_where_they_are_said() {
        let cases = [
            ("Paket fullday (4 jam)", Some("4")),
            ("rapat 1,5 jam", Some("1.5")),
            ("rapat 90 menit", Some("1.5")),
            ("acara 08.00-12.00 WIB", Some("4")),
            ("pukul 8:30 s.d. 12:00", Some("3.5")),
            ("09.00 WIB - 13.00 WIB", Some("4")),
            ("2 orang x 3 jam", Some("3")),
            ("sesi 2 jam, acara 5 jam", Some("5")),
            ("4 jam pelajaran", None),
            ("9 orang jam", None),
            ("6 jpl", None),
            ("10.000-20.000", None),
            ("makan jam 12.00", None),
            ("30 jam", None),
            ("4000000000.00 - 4200000000.00", None),
            ("99999999999999999999999999999999 jam", None),
            ("12.00-08.00", None),
            ("08.00-09.59", Some("1.9833333333333333333333333333")),
            ("08.00-09.60", None),
            ("", None),
        ];
        for (text, hours) in cases {
            assert_eq!(hours_said(text).map(|h| h.to_string()).as_deref(), hours, "{text}");
        }
    }

    proptest::proptest! {
        /// Whatever the text, the hours are those of a day.
        #[test]
        fn any_text_is_read(text in "([0-9]{0,12}[.,: ]?|jam|menit|-|s.d.|\\PC){0,12}") {
            if let Some(hours) = hours_said(&text) {
                proptest::prop_assert!(hours.value() <= Decimal::from(24));
            }
        }
    }
}
