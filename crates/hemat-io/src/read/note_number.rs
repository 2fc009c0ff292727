//! Numbers inside notes: every value that a run of digits can have after the damage of many savings.
//!
//! `1.350.000,00` is plain. `1.350.00000`, `1.350.000 00`, `1.350.000^00` and `135000000` have lost or changed the
//! decimal comma. Nothing here decides between readings; arithmetic does, in [`super::detail`].

/// One reading of a number. Money has at most two decimals here; quantities up to six.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The digits without a mark.
    pub mantissa: i128,
    /// How many of them are decimals.
    pub scale: u32,
    /// Length of the text it takes, in bytes, from its first digit.
    pub length: usize,
}

/// Longest run of digits that is read; beyond it nothing in a budget is a number.
const MOST_DIGITS: usize = 20;

impl Reading {
    fn new(digits: &str, scale: usize, length: usize) -> Option<Self> {
        if digits.is_empty() || digits.len() > MOST_DIGITS {
            return None;
        }
        Some(Reading { mantissa: digits.parse().ok()?, scale: u32::try_from(scale).ok()?, length })
    }

    /// The value in hundredths; `None` with more than two decimals.
    pub(crate) fn in_sen(self) -> Option<i128> {
        match self.scale {
            0 => self.mantissa.checked_mul(100),
            1 => self.mantissa.checked_mul(10),
            2 => Some(self.mantissa),
            _ => None,
        }
    }
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

/// Number of digits at the start of a text.
fn digits_at(bytes: &[u8], from: usize) -> usize {
    bytes.get(from..).unwrap_or_default().iter().take_while(|b| is_digit(**b)).count()
}

/// Readings of the money at the start of `text`, the likeliest first. What follows may be glued to it.
pub(crate) fn money_readings(text: &str) -> Vec<Reading> {
    let bytes = text.as_bytes();
    let first = digits_at(bytes, 0);
    let mut out = Vec::new();
    if first == 0 || first > MOST_DIGITS {
        return out;
    }
    let mut clean = false;
    for group in [b'.', b','] {
        clean |= grouped(text, first, group, &mut out);
    }
    // "15.000.000" is not 15,00: whole groups leave no other reading.
    if !clean {
        ungrouped(text, first, &mut out);
    }
    out.dedup();
    out
}

/// `1.350.000` and what can follow it as decimals. True if there were groups, and no digit is glued to the last.
fn grouped(text: &str, first: usize, group: u8, out: &mut Vec<Reading>) -> bool {
    let bytes = text.as_bytes();
    if first > 3 {
        return false;
    }
    let mut digits = text.get(..first).unwrap_or("").to_owned();
    let mut end = first;
    let mut groups = 0;
    while bytes.get(end) == Some(&group) && digits_at(bytes, end + 1) >= 3 {
        digits.push_str(text.get(end + 1..end + 4).unwrap_or(""));
        end += 4;
        groups += 1;
        if digits_at(bytes, end) > 0 {
            break;
        }
    }
    if groups == 0 || digits.len() > MOST_DIGITS {
        return false;
    }
    let mut push = |decimals: &str, length: usize| {
        let all = format!("{digits}{decimals}");
        out.extend(Reading::new(&all, decimals.len(), length));
    };
    let after = digits_at(bytes, end);
    let decimal = bytes.get(end).copied();
    if after >= 2 && bytes.get(end..end + 2) == Some(b"00") {
        // The comma is lost: "350.00000". Two digits belong to it, more to what follows.
        push("00", end + 2);
    }
    match decimal {
        Some(b',' | b'^' | b'.' | b' ' | b'\t') if decimal != Some(group) => {
            let count = digits_at(bytes, end + 1);
            let blank = matches!(decimal, Some(b' ' | b'\t'));
            if count >= 2 && (!blank || bytes.get(end + 1..end + 3) == Some(b"00")) {
                push(text.get(end + 1..end + 3).unwrap_or(""), end + 3);
            } else if count == 1 && !blank {
                push(text.get(end + 1..end + 2).unwrap_or(""), end + 2);
            }
        }
        _ => {}
    }
    push("", end);
    after == 0
}

/// `90075000.00`, `2000000,00`, `17500` for `175,00`.
fn ungrouped(text: &str, first: usize, out: &mut Vec<Reading>) {
    let bytes = text.as_bytes();
    let Some(digits) = text.get(..first) else { return };
    if let Some(b'.' | b',' | b'^' | b' ' | b'\t') = bytes.get(first) {
        let blank = matches!(bytes.get(first), Some(b' ' | b'\t'));
        let count = digits_at(bytes, first + 1);
        let two = text.get(first + 1..first + 3).unwrap_or("");
        if count >= 2 && (!blank || two == "00") {
            out.extend(Reading::new(&format!("{digits}{two}"), 2, first + 3));
        }
        if count == 1 && !blank {
            let one = text.get(first + 1..first + 2).unwrap_or("");
            out.extend(Reading::new(&format!("{digits}{one}"), 1, first + 2));
        }
    }
    out.extend(Reading::new(digits, 0, first));
    if first >= 3 && digits.ends_with("00") {
        out.extend(Reading::new(digits, 2, first));
    }
}

/// Readings of a whole text as a quantity, the likeliest first: `240`, `31,500` (thousands), `2^200`, `7 500`, `1,5`.
pub(crate) fn quantity_readings(text: &str) -> Vec<Reading> {
    let mut out = Vec::new();
    let parts: Vec<&str> = text.split(['.', ',', '^', ' ', '\t']).collect();
    let marks: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let digits = parts.concat();
    let Some((first, rest)) = parts.split_first() else { return out };
    if !parts.iter().all(|p| !p.is_empty() && p.bytes().all(is_digit)) {
        return out;
    }
    if rest.is_empty() {
        out.extend(Reading::new(&digits, 0, text.len()));
        return out;
    }
    if (1..=3).contains(&first.len()) && rest.iter().all(|p| p.len() == 3) {
        out.extend(Reading::new(&digits, 0, text.len()));
    }
    if let ([decimals], [mark]) = (rest, marks.as_slice())
        && decimals.len() <= 4
        && (!matches!(mark, ' ' | '\t') || *decimals == "00")
    {
        out.extend(Reading::new(&digits, decimals.len(), text.len()));
    }
    if let Some((decimals, groups)) = rest.split_last()
        && !groups.is_empty()
        && (1..=3).contains(&first.len())
        && groups.iter().all(|p| p.len() == 3)
        && decimals.len() <= 2
    {
        out.extend(Reading::new(&digits, decimals.len(), text.len()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_in_all_its_damage() {
        for (text, sen, length) in [
            ("1.350.000,00 x", 135_000_000, 12),
            ("1.350.000^00", 135_000_000, 12),
            ("1.350.000 00\"", 135_000_000, 12),
            ("350.00000\"Panci", 35_000_000, 9),
            ("350.000\t00", 35_000_000, 10),
            ("90075000.00 ", 9_007_500_000, 11),
            ("1.900.000,0", 190_000_000, 11),
            ("500.000,0025 Ok", 50_000_000, 10),
            ("6,150,000", 615_000_000, 9),
            ("17500", 1_750_000, 5),
            ("0,00", 0, 4),
            ("8.500390 or", 850_000, 5),
        ] {
            let first = money_readings(text)[0];
            assert_eq!((first.in_sen(), first.length), (Some(sen), length), "{text}");
        }
        assert!(money_readings("17500").iter().any(|r| r.in_sen() == Some(17_500)));
    }

    #[test]
    fn quantities_in_all_their_damage() {
        let values = |text: &str| -> Vec<(i128, u32)> {
            quantity_readings(text).iter().map(|r| (r.mantissa, r.scale)).collect()
        };
        assert_eq!(values("240"), [(240, 0)]);
        assert_eq!(values("31,500"), [(31500, 0), (31500, 3)]);
        assert_eq!(values("2^200"), [(2200, 0), (2200, 3)]);
        assert_eq!(values("7 500"), [(7500, 0)]);
        assert_eq!(values("1,5"), [(15, 1)]);
        assert_eq!(values("1.234,5"), [(12345, 1)]);
    }
}
