//! Digits in groups, as numbers are written: `19650101 199003 1 001`.

/// No number of a person is written in more groups.
const MOST_GROUPS: usize = 8;

/// The digits that a text begins with, in groups parted by blanks, a hyphen or a dot.
pub(super) struct Digits<'t> {
    text: &'t str,
    /// Where each group begins and ends.
    groups: Vec<(usize, usize)>,
}

impl<'t> Digits<'t> {
    /// Those at the beginning of the text; no groups if it begins with no digit.
    pub(super) fn of(text: &'t str) -> Self {
        let mut groups = Vec::new();
        let mut at = 0;
        while groups.len() < MOST_GROUPS {
            let rest = text.get(at..).unwrap_or("");
            let length = rest.bytes().take_while(u8::is_ascii_digit).count();
            if length == 0 {
                break;
            }
            groups.push((at, at + length));
            at += length + gap(rest.get(length..).unwrap_or(""));
        }
        Digits { text, groups }
    }

    /// The lengths of the groups.
    pub(super) fn lengths(&self) -> impl Iterator<Item = usize> + '_ {
        self.groups.iter().map(|(start, end)| end - start)
    }

    /// The digits and the end of the first groups, if their lengths are these.
    pub(super) fn shaped(&self, shape: &[usize]) -> Option<(String, usize)> {
        let fits = self.lengths().take(shape.len()).eq(shape.iter().copied());
        if fits { self.first(shape.len()) } else { None }
    }

    /// The digits and the end of the first groups that together have this many digits.
    pub(super) fn adding_up_to(&self, count: usize) -> Option<(String, usize)> {
        let mut sum = 0;
        for (at, length) in self.lengths().enumerate() {
            sum += length;
            if sum == count {
                return self.first(at + 1);
            }
        }
        None
    }

    /// The digits and the end of the first `count` groups.
    pub(super) fn first(&self, count: usize) -> Option<(String, usize)> {
        let (_, end) = *self.groups.get(count.checked_sub(1)?)?;
        let written = self.text.get(..end)?;
        Some((written.chars().filter(char::is_ascii_digit).collect(), end))
    }

    /// True for several groups parted by dots, each but the first of three digits, as amounts are written.
    pub(super) fn in_thousands(&self) -> bool {
        self.groups.len() > 1
            && self.lengths().skip(1).all(|length| length == 3)
            && (1..self.groups.len()).all(|group| self.gap_before(group) == Some("."))
    }

    /// What stands before a group, counted from 0: `" "`, `"-"`, `"."`.
    pub(super) fn gap_before(&self, group: usize) -> Option<&'t str> {
        let (_, end) = *self.groups.get(group.checked_sub(1)?)?;
        self.text.get(end..self.groups.get(group)?.0)
    }
}

/// The length of what parts two groups: a hyphen or a dot, or one or two blanks; a digit has to follow.
fn gap(text: &str) -> usize {
    let mut length = 0;
    for (at, c) in text.chars().enumerate() {
        let blank = matches!(c, ' ' | '\u{a0}');
        let parts = at == 0 && matches!(c, '-' | '.') || at < 2 && blank && !text.starts_with(['-', '.']);
        if !parts {
            break;
        }
        length += c.len_utf8();
    }
    length
}
