//! Units (satuan) of quantities, with what they count where that is known.

use crate::word_list::WordList;

/// What one unit counts. A compound unit counts several things at once: `OH` (orang-hari) is persons and
/// days multiplied, so neither can be read off alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Measure {
    /// Counts persons (orang, peserta).
    pub persons: bool,
    /// Counts days (hari) or nights (malam).
    pub days: bool,
    /// Counts occurrences (kali, kegiatan, angkatan).
    pub occurrences: bool,
    /// Counts places, groups or packages (lokasi, wilayah, paket): each can be an occurrence of its own, or not.
    pub groups: bool,
}

impl Measure {
    /// Counts something else, or nothing that is known.
    pub const OTHER: Measure = Measure { persons: false, days: false, occurrences: false, groups: false };
    /// Counts persons only.
    pub const PERSONS: Measure = Measure { persons: true, days: false, occurrences: false, groups: false };
    /// Counts days only.
    pub const DAYS: Measure = Measure { persons: false, days: true, occurrences: false, groups: false };
    /// Counts occurrences only.
    pub const OCCURRENCES: Measure =
        Measure { persons: false, days: false, occurrences: true, groups: false };
    /// Counts places, groups or packages.
    pub const GROUPS: Measure = Measure { persons: false, days: false, occurrences: false, groups: true };
    /// Persons times days.
    pub const PERSON_DAYS: Measure = Measure { persons: true, days: true, occurrences: false, groups: false };
    /// Persons times occurrences.
    pub const PERSON_OCCURRENCES: Measure =
        Measure { persons: true, days: false, occurrences: true, groups: false };
}

/// Unit words and their measure, lower case, without dots and blanks.
///
/// Meanings come from the unit columns of SIPD, from the SBM (OH orang-hari, OP orang-paket, OJ
/// orang-jam, OK orang-kali) and from use in published budgets. Words that are not here are [`Measure::OTHER`].
static UNITS: WordList<Measure, 53> = WordList::new([
    ("orang", Measure::PERSONS),
    ("org", Measure::PERSONS),
    ("orng", Measure::PERSONS),
    ("or", Measure::PERSONS),
    ("peserta", Measure::PERSONS),
    ("pst", Measure::PERSONS),
    ("jiwa", Measure::PERSONS),
    ("ang", Measure::OCCURRENCES),
    ("hari", Measure::DAYS),
    ("hr", Measure::DAYS),
    ("hri", Measure::DAYS),
    ("malam", Measure::DAYS),
    ("mlm", Measure::DAYS),
    ("kali", Measure::OCCURRENCES),
    ("kl", Measure::OCCURRENCES),
    ("kli", Measure::OCCURRENCES),
    ("keg", Measure::OCCURRENCES),
    ("kgt", Measure::OCCURRENCES),
    ("kgtn", Measure::OCCURRENCES),
    ("kegiatan", Measure::OCCURRENCES),
    ("angkatan", Measure::OCCURRENCES),
    ("akt", Measure::OCCURRENCES),
    ("angk", Measure::OCCURRENCES),
    ("gelombang", Measure::OCCURRENCES),
    ("klpk", Measure::OCCURRENCES),
    ("fgd", Measure::OCCURRENCES),
    ("event", Measure::OCCURRENCES),
    ("pertemuan", Measure::OCCURRENCES),
    ("sesi", Measure::OCCURRENCES),
    ("oh", Measure::PERSON_DAYS),
    ("ohr", Measure::PERSON_DAYS),
    ("ok", Measure::PERSON_OCCURRENCES),
    ("om", Measure::PERSON_OCCURRENCES),
    ("os", Measure::PERSON_OCCURRENCES),
    ("rg", Measure::PERSONS),
    ("pkt", Measure::GROUPS),
    ("paket", Measure::GROUPS),
    ("pt", Measure::GROUPS),
    ("lokasi", Measure::GROUPS),
    ("lok", Measure::GROUPS),
    ("lks", Measure::GROUPS),
    ("wil", Measure::GROUPS),
    ("wilayah", Measure::GROUPS),
    ("prov", Measure::GROUPS),
    ("kab", Measure::GROUPS),
    ("kec", Measure::GROUPS),
    ("kecamatan", Measure::GROUPS),
    ("desa", Measure::GROUPS),
    ("pusk", Measure::GROUPS),
    ("puskesmas", Measure::GROUPS),
    ("klp", Measure::GROUPS),
    ("kelompok", Measure::GROUPS),
    ("trip", Measure::GROUPS),
]);

/// What a unit word counts. Case, blanks and dots do not matter; `orang/hari` and `orang / kali` are read
/// part by part.
#[must_use]
pub fn measure_of(unit: &str) -> Measure {
    let mut sum = Measure::OTHER;
    for part in unit.split('/') {
        if let Some(measure) = unit_of(part) {
            sum.persons |= measure.persons;
            sum.days |= measure.days;
            sum.occurrences |= measure.occurrences;
            sum.groups |= measure.groups;
        }
    }
    sum
}

fn unit_of(part: &str) -> Option<&'static Measure> {
    let part = part.trim_matches(' ');
    if part.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return UNITS.get_text(part);
    }
    let word: String = part.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    UNITS.get_text(&word)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_unit_is_found_whatever_its_case() {
        for (unit, measure) in UNITS.entries() {
            assert_eq!(measure_of(unit), *measure, "{unit}");
            assert_eq!(measure_of(&unit.to_uppercase()), *measure, "{unit}");
        }
    }

    proptest! {
        #[test]
        fn parts_count_together_and_other_words_count_nothing(
            unit in "((org|Orang|OH|hari|kl|keg|kegi|desa|o.h|ok|ké|lembar|12)[ /.]{0,2}){0,4}|[a-z]{1,4}",
        ) {
            let mut sum = Measure::OTHER;
            for part in unit.split('/') {
                let word: String = part.chars().filter(|c| c.is_alphanumeric()).collect();
                let known = UNITS.entries().iter().find(|(name, _)| *name == word.to_lowercase());
                if let Some((_, measure)) = known {
                    sum.persons |= measure.persons;
                    sum.days |= measure.days;
                    sum.occurrences |= measure.occurrences;
                    sum.groups |= measure.groups;
                }
            }
            prop_assert_eq!(measure_of(&unit), sum, "{:?}", unit);
        }
    }
}
