//! One typed cell of a report.

use rust_decimal::Decimal;

use crate::date::Date;
use crate::estimate::Estimate;
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::Rupiah;
use crate::source::SourceRef;

/// A cell. Zero, empty and unknown are three different cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing belongs here.
    Empty,
    /// The value is not known.
    Unknown,
    /// Text.
    Text(String),
    /// Money.
    Rupiah(Rupiah),
    /// Money as a range.
    Range(Estimate<Rupiah>),
    /// Money of which only a lower bound is known (an incomplete total), as a range of that bound.
    AtLeast(Estimate<Rupiah>),
    /// A count.
    Count(u64),
    /// A count as a range.
    CountRange(Estimate<u32>),
    /// Percent, 12.5 for 12.5 %.
    Percent(Decimal),
    /// A date.
    Date(Date),
    /// A fiscal year: a number, never grouped.
    Year(u16),
    /// An evidence mark.
    Evidence(Evidence),
    /// A source.
    Source(SourceRef),
}

impl Cell {
    /// A text cell; blank text is an empty cell.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// A cell for money that may be unknown.
    #[must_use]
    pub fn rupiah(amount: Option<Rupiah>) -> Self {
        amount.map_or(Cell::Unknown, Cell::Rupiah)
    }

    /// The cell as people read it in a language. Money has no currency sign: the column names it.
    #[must_use]
    pub fn display(&self, lang: Lang) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Unknown => lang.pick("tidak diketahui", "unknown").to_owned(),
            Cell::Text(text) => text.clone(),
            Cell::Rupiah(amount) => amount.grouped(lang),
            Cell::Range(range) => range_text(*range, lang),
            Cell::AtLeast(range) => format!("≥ {}", range_text(*range, lang)),
            Cell::Count(count) => grouped_count(*count, lang),
            Cell::CountRange(range) if range.is_exact() => grouped_count(u64::from(range.likely()), lang),
            Cell::CountRange(range) => {
                let text = |n: u32| grouped_count(u64::from(n), lang);
                format!("{} ({}–{})", text(range.likely()), text(range.low()), text(range.high()))
            }
            Cell::Percent(percent) => percent_text(*percent, lang),
            Cell::Date(date) => date.display(lang),
            Cell::Year(year) => year.to_string(),
            Cell::Evidence(evidence) => evidence.label(lang).to_owned(),
            Cell::Source(SourceRef::NotStated) => lang.pick("tidak disebut", "not stated").to_owned(),
            Cell::Source(source) => source.to_string(),
        }
    }
}

/// `likely (low–high)`, or one number when the three are equal.
fn range_text(range: Estimate<Rupiah>, lang: Lang) -> String {
    if range.is_exact() {
        return range.likely().grouped(lang);
    }
    // A dash beside a minus sign cannot be read.
    let to = if range.low().is_negative() { lang.pick(" sampai ", " to ") } else { "–" };
    format!(
        "{} ({}{to}{})",
        range.likely().grouped(lang),
        range.low().grouped(lang),
        range.high().grouped(lang)
    )
}

/// A whole number with the language's grouping.
#[must_use]
pub fn grouped_count(count: u64, lang: Lang) -> String {
    let digits = count.to_string();
    let mark = lang.pick('.', ',');
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

fn percent_text(percent: Decimal, lang: Lang) -> String {
    let text = decimal_text(percent, lang);
    match lang {
        Lang::Id => format!("{text} %"),
        Lang::En => format!("{text}%"),
    }
}

/// A decimal number with the language's marks; the decimals it has.
#[must_use]
pub fn decimal_text(number: Decimal, lang: Lang) -> String {
    let number = number.normalize();
    match u64::try_from(number) {
        Ok(whole) if number.fract().is_zero() => grouped_count(whole, lang),
        _ => match lang {
            Lang::Id => number.to_string().replace('.', ","),
            Lang::En => number.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_empty_and_unknown_look_different() {
        let shown = [Cell::Rupiah(Rupiah::ZERO), Cell::Empty, Cell::Unknown].map(|c| c.display(Lang::Id));
        assert_eq!(shown, ["0", "", "tidak diketahui"]);
    }

    #[test]
    fn ranges_show_all_three_values() {
        let r = |n| Rupiah::from_whole(n);
        let range = Estimate::try_new(r(1_000), r(2_000), r(3_500)).unwrap();
        assert_eq!(Cell::Range(range).display(Lang::Id), "2.000 (1.000–3.500)");
        let loss = Estimate::try_new(r(-2_000), r(-1_500), r(-1_000)).unwrap();
        assert_eq!(Cell::Range(loss).display(Lang::Id), "-1.500 (-2.000 sampai -1.000)");
        assert_eq!(Cell::Range(loss).display(Lang::En), "-1,500 (-2,000 to -1,000)");
        assert_eq!(Cell::AtLeast(Estimate::exact(r(5))).display(Lang::En), "≥ 5");
        assert_eq!(Cell::Percent(Decimal::new(125, 1)).display(Lang::Id), "12,5 %");
        assert_eq!(Cell::Count(1_234_567).display(Lang::En), "1,234,567");
    }
}
