//! Penyamaran data pribadi: names and numbers of persons in budget text are masked before a report goes out.
//!
//! Masked are names after `a.n.`, `an.`, `a/n`, `atas nama`, `Sdr.`, `Sdri.` and `Bpk.`; identity numbers (NIK, NIP,
//! NPWP), mobile numbers, e-mail addresses, and account numbers after `rek`. Amounts, account codes, quantities and
//! years are never masked: a number counts only where its digits have the structure of such a number, or a label
//! stands before it. A name that nothing announces cannot be told from other words.

mod bank_account;
mod digits;
mod email;
mod name;
mod number;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::lang::Lang;
use crate::session::words;

words! {
    /// A kind of personal data (Law 27/2022 calls it data pribadi).
    PersonalData {
        /// Nomor induk kependudukan: 16 digits.
        Nik = "nik", "NIK", "NIK";
        /// Nomor induk pegawai: 18 digits, also in groups.
        Nip = "nip", "NIP", "NIP";
        /// Nomor pokok wajib pajak: 15 or 16 digits, also dotted.
        Npwp = "npwp", "NPWP", "NPWP";
        /// A mobile number.
        Phone = "phone", "telepon", "phone number";
        /// An e-mail address.
        Email = "email", "surel", "e-mail";
        /// An account number at a bank.
        BankAccount = "bank-account", "nomor rekening", "bank account";
        /// A name.
        Name = "name", "nama", "name";
    }
}

/// One place in a text that tells of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: PersonalData,
    /// The byte where it begins.
    pub start: usize,
    /// The byte after its end.
    pub end: usize,
}

/// Everything in a text that tells of a person, in order and apart from each other.
#[must_use]
pub fn personal_data(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((before, rest)) = text.split_at_checked(at) {
        let Some(first) = rest.chars().next() else { break };
        let last = found.last().map_or(0, |last: &Found| last.end);
        match begins_here(before, last, rest) {
            Some((skipped, length, kind)) if length > 0 => {
                let start = at + skipped;
                at = start + length;
                found.push(Found { kind, start, end: at });
            }
            _ => at += first.len_utf8(),
        }
    }
    found
}

/// What begins at `rest`: bytes before it that stay (the mark of a name), its length, its kind. What was found
/// last ends at the byte `found` of `before`.
fn begins_here(before: &str, found: usize, rest: &str) -> Option<(usize, usize, PersonalData)> {
    let first = rest.chars().next()?;
    let since = before.get(found..).unwrap_or(before);
    if first.is_ascii_digit() || first == '+' {
        if let Some((length, kind)) = number::begins(since, rest) {
            return Some((0, length, kind));
        }
        if let Some(length) = bank_account::begins(before, rest) {
            return Some((0, length, PersonalData::BankAccount));
        }
    }
    if since.ends_with(|c: char| c.is_alphanumeric() || "._@-".contains(c)) {
        return None;
    }
    if let Some(length) = email::begins(rest) {
        return Some((0, length, PersonalData::Email));
    }
    let (mark, length) = name::begins(rest)?;
    Some((mark, length, PersonalData::Name))
}

/// Masks personal data and remembers what it masked.
#[derive(Debug, Clone)]
pub struct Redactor {
    lang: Lang,
    masked: BTreeSet<(PersonalData, String)>,
}

impl Redactor {
    /// One that writes its masks in this language and has masked nothing yet.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Redactor { lang, masked: BTreeSet::new() }
    }

    /// The text with every [`Found`] replaced by a mask that names its kind: `[NIK disamarkan]`.
    pub fn mask<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let found = personal_data(text);
        if found.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + 16);
        let mut at = 0;
        for Found { kind, start, end } in found {
            out.push_str(text.get(at..start).unwrap_or(""));
            out.push_str(&mask_of(kind, self.lang));
            let own: String =
                text.get(start..end).unwrap_or("").chars().filter(|c| c.is_alphanumeric()).collect();
            self.masked.insert((kind, own.to_lowercase()));
            at = end;
        }
        out.push_str(text.get(at..).unwrap_or(""));
        Cow::Owned(out)
    }

    /// Masks a text in place.
    pub fn mask_in_place(&mut self, text: &mut String) {
        if let Cow::Owned(masked) = self.mask(text) {
            *text = masked;
        }
    }

    /// How many different names and numbers were masked, by kind. One that stands in ten places counts once.
    #[must_use]
    pub fn masked(&self) -> BTreeMap<PersonalData, u64> {
        let mut counts = BTreeMap::new();
        for (kind, _) in &self.masked {
            *counts.entry(*kind).or_default() += 1;
        }
        counts
    }

    /// How many were masked, as a sentence; `None` if none was.
    #[must_use]
    pub fn sentence(&self) -> Option<String> {
        let counts = self.masked();
        let parts: Vec<String> =
            counts.iter().map(|(kind, n)| format!("{n} {}", kind.label(self.lang))).collect();
        let (all, parts) = (self.masked.len(), parts.join(", "));
        let said = self.lang.pick("Data pribadi yang disamarkan", "Personal data masked");
        (all > 0).then(|| format!("{said}: {all} ({parts})."))
    }
}

fn mask_of(kind: PersonalData, lang: Lang) -> String {
    format!("[{} {}]", kind.label(lang), lang.pick("disamarkan", "masked"))
}

#[cfg(test)]
mod tests;
