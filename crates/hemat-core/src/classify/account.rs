//! Reading an account code in any writing, as far as the classifier needs it: which numbering scheme, and
//! the levels as numbers.
//!
//! The same account is written with blanks, prefixes of programme and activity, a dropped zero
//! (`5.1.2.02.05.0043`), wide padding (`5.1.02.02.005.00043`) or without dots (`510202050043`, `5220207`).

/// How many levels are kept.
const LEVELS: usize = 6;

/// An account: scheme and levels. Levels that are not given are zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Levels {
    pub(super) scheme: Scheme,
    pub(super) levels: [u16; LEVELS],
    /// Decimal digits of the last level as written: tells a 3-digit leaf from a 4-digit one.
    leaf_width: u8,
}

/// The numbering scheme, as far as spending accounts differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    /// Permendagri 13/2006.
    Old,
    /// Permendagri 90/2019 and its successors.
    New,
    /// Central chart of accounts.
    Central,
}

/// The account in a code, or `None` if the code holds none (an activity's code, for instance).
pub(super) fn read_levels(code: &str) -> Option<Levels> {
    // A code has few segments; more than this is not a code.
    let mut segments: [&str; 24] = [""; 24];
    let mut count = 0;
    for segment in code.split(|c: char| !c.is_ascii_digit()).filter(|s| !s.is_empty()) {
        *segments.get_mut(count)? = segment;
        count += 1;
    }
    let segments = segments.get(..count)?;
    for (at, &class) in segments.iter().enumerate() {
        if !matches!(class, "4" | "5" | "6") {
            continue;
        }
        let rest = segments.get(at + 1..).unwrap_or(&[]);
        let kind_ok = rest.first().is_none_or(|s| s.len() == 1 && *s != "0");
        let jenis_ok = rest.get(1).is_none_or(|s| s.len() <= 2);
        // Alone or with one number after it, a 5 may be anything unless the code begins with it.
        if kind_ok && jenis_ok && (at == 0 || rest.len() >= 2 || (rest.is_empty() && at + 1 == count)) {
            return Some(from_dotted(segments.get(at..).unwrap_or(&[])));
        }
    }
    from_renumbered(segments).or_else(|| segments.iter().rev().find_map(|s| from_compact(s)))
}

/// One city's consolidated budget numbers income, spending and financing 1, 2, 3 instead of 4, 5, 6. Only
/// the exact shape of a full account (`1.1.4.15.03`) is read so; an activity's code is never of that shape.
fn from_renumbered(segments: &[&str]) -> Option<Levels> {
    let shape = [1, 1, 1, 2, 2];
    if segments.len() != shape.len() || segments.iter().zip(shape).any(|(s, width)| s.len() != width) {
        return None;
    }
    let mut account = from_dotted(segments);
    let class = account.levels.first_mut()?;
    *class = match class {
        1 => 4,
        2 => 5,
        3 => 6,
        _ => return None,
    };
    Some(account)
}

fn from_dotted(segments: &[&str]) -> Levels {
    let mut levels = [0; LEVELS];
    let mut last = "";
    for (level, segment) in levels.iter_mut().zip(segments) {
        *level = segment.parse().unwrap_or(u16::MAX);
        last = segment;
    }
    let third_is_wide = segments.get(2).is_some_and(|s| s.len() == 2);
    let long_leaf = segments.len() == LEVELS && last.len() >= 3;
    let scheme = if third_is_wide || long_leaf { Scheme::New } else { Scheme::Old };
    Levels { scheme, levels, leaf_width: if segments.len() >= LEVELS { last.len().min(9) as u8 } else { 0 } }
}

fn from_compact(digits: &str) -> Option<Levels> {
    let class = digits.as_bytes().first()?;
    let widths: &[usize] = match (class, digits.len()) {
        // 524114: central. 52211 would be the object of the old scheme.
        (b'4' | b'5' | b'6', 6) => {
            let mut levels = [0; LEVELS];
            if let Some(first) = levels.first_mut() {
                *first = u16::try_from(digits.parse::<u32>().ok()? / 1000).unwrap_or(0);
            }
            if let Some(second) = levels.get_mut(1) {
                *second = digits.get(3..)?.parse().ok()?;
            }
            return Some(Levels { scheme: Scheme::Central, levels, leaf_width: 0 });
        }
        (b'4'..=b'6', 12) => &[1, 1, 2, 2, 2, 4],
        (b'4'..=b'6', 8) => &[1, 1, 2, 2, 2],
        (b'4'..=b'6', 5) => &[1, 1, 1, 2],
        (b'4'..=b'6', 7) => &[1, 1, 1, 2, 2],
        (b'4'..=b'6', 9) => &[1, 1, 1, 2, 2, 2],
        _ => return None,
    };
    let mut parts: [&str; LEVELS] = [""; LEVELS];
    let mut at = 0;
    for (part, width) in parts.iter_mut().zip(widths) {
        *part = digits.get(at..at + width)?;
        at += width;
    }
    let levels = from_dotted(parts.get(..widths.len())?);
    Some(levels)
}

impl Levels {
    /// True if the code lies under `prefix`, a dotted code of the same scheme. A prefix of six levels asks
    /// for a leaf of four digits or more, since a 3-digit leaf is another account.
    pub(super) fn is_under(&self, prefix: &Levels) -> bool {
        let asked = prefix.levels.iter().position(|l| *l == 0).unwrap_or(LEVELS);
        self.scheme == prefix.scheme
            && self.levels.get(..asked) == prefix.levels.get(..asked)
            && (asked < LEVELS || self.leaf_width != 3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn under(code: &str, prefix: &str) -> bool {
        match (read_levels(code), read_levels(prefix)) {
            (Some(code), Some(prefix)) => code.is_under(&prefix),
            _ => false,
        }
    }

    #[test]
    fn one_account_in_many_writings() {
        for code in [
            "5.1.02.02.05.0043",
            "5.1.2.02.05.0043",
            "5.1.02.02.005.00043",
            "510202050043",
            "5.01.02.2.07.5.1.02.02.05.0043. ",
            "1.01.02.5.1.02.02.05.0043",
        ] {
            assert!(under(code, "5.1.02.02.05.0043"), "{code}");
        }
        for code in [
            "2.05 . 2.05.01 . 20 . 09 . 5 . 2 . 2 . 07 . 02",
            "5220702",
            "5.2.2.07",
            "115  11501  0101  5220704",
        ] {
            assert!(under(code, "5.2.2.07"), "{code}");
        }
        assert!(under("1.1.4.15.03", "4") && under("2.2.2.07.04", "5.2.2.07"));
        assert!(under("524114", "524114"));
        assert!(under("1.05.1.03.01.00.00.5.", "5"));
    }

    #[test]
    fn what_looks_alike_is_told_apart() {
        assert!(!under("5.1.02.01.01.024", "5.1.02.01.01.0024"), "a 3-digit leaf is another account");
        assert!(!under("5.2.02.05.01.0001", "5.2.2"), "capital of the new scheme");
        assert!(!under("5.1.1.05.08", "5.1.01"), "salaries of the old scheme");
        for none in ["", "1.02.1.02.01.09.11.", "2.07.01", "Jasa", "0", "99999999999999999999"] {
            assert_eq!(read_levels(none), None, "{none}");
        }
    }
}
