//! Where a price holds: the country, a province, or one local government.

use crate::lang::Lang;
use crate::province::Province;

/// Words for a local government, longest first, and the kind they name.
const KINDS: [(&str, &str); 12] = [
    ("pemerintahkabupaten", "kab"),
    ("pemerintahprovinsi", "prov"),
    ("pemerintahkota", "kota"),
    ("kabupaten", "kab"),
    ("provinsi", "prov"),
    ("propinsi", "prov"),
    ("pemprov", "prov"),
    ("pemkab", "kab"),
    ("pemkot", "kota"),
    ("kota", "kota"),
    ("prov", "prov"),
    ("kab", "kab"),
];

/// Where a price holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CeilingRegion {
    /// The whole country.
    National,
    /// One province and all that lies in it.
    Province(Province),
    /// One regency or city, by the name its table gives: `Kabupaten Asahan`.
    Local(Box<str>),
}

impl CeilingRegion {
    /// Reads a table's word: `nasional`, a province in any spelling, or the name of a regency or city.
    /// `None` for blank text and for a name that says neither *kabupaten* nor *kota*.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim();
        if name.eq_ignore_ascii_case("nasional") {
            return Some(CeilingRegion::National);
        }
        if let Some(province) = Province::from_name(name) {
            return Some(CeilingRegion::Province(province));
        }
        let (kind, rest) = kind_and_name(name);
        (matches!(kind, "kab" | "kota") && !rest.is_empty()).then(|| CeilingRegion::Local(name.into()))
    }

    /// The name in one language.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &str {
        match self {
            CeilingRegion::National => lang.pick("nasional", "national"),
            CeilingRegion::Province(province) => province.label(lang),
            CeilingRegion::Local(name) => name,
        }
    }

    /// True for the same region under two spellings.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match other {
            CeilingRegion::Local(name) => matches!(self, CeilingRegion::Local(_)) && self.is_government(name),
            _ => self == other,
        }
    }

    /// True if a text names this very government: `Kab. Asahan` is `KABUPATEN ASAHAN`, and neither is `Asahan`
    /// or `Kota Asahan`. For a province the provincial government is meant. The country is no government here.
    #[must_use]
    pub fn is_government(&self, name: &str) -> bool {
        match self {
            CeilingRegion::National => false,
            CeilingRegion::Province(province) => Province::from_name(name) == Some(*province),
            CeilingRegion::Local(own) => kind_and_name(own) == kind_and_name(name),
        }
    }
}

/// `KAB. ASAHAN` as (`kab`, `asahan`); the kind is empty where none is named.
fn kind_and_name(text: &str) -> (&'static str, String) {
    let folded: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    for (word, kind) in KINDS {
        if let Some(rest) = folded.strip_prefix(word) {
            return (kind, rest.to_owned());
        }
    }
    ("", folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_government_is_known_under_its_spellings() {
        let asahan = CeilingRegion::from_name("Kabupaten Asahan").unwrap();
        for name in
            ["Kab. Asahan", "KAB ASAHAN", "kabupaten  asahan", "Pemerintah Kabupaten Asahan", "Pemkab Asahan"]
        {
            assert!(asahan.is_government(name), "{name}");
        }
        for name in ["Asahan", "Kota Asahan", "Kabupaten Batu Bara", "Sumatera Utara", ""] {
            assert!(!asahan.is_government(name), "{name}");
        }
        let province = CeilingRegion::from_name("SUMATRA UTARA").unwrap();
        assert_eq!(province, CeilingRegion::Province(Province::SumateraUtara));
        assert!(province.is_government("Provinsi Sumatera Utara"));
        assert!(!province.is_government("Kabupaten Asahan"));
    }

    #[test]
    fn a_name_without_its_kind_is_no_region() {
        for name in ["", "Asahan", "Kota", "Bandung"] {
            assert_eq!(CeilingRegion::from_name(name), None, "{name}");
        }
        assert_eq!(CeilingRegion::from_name(" Nasional "), Some(CeilingRegion::National));
        assert!(
            CeilingRegion::from_name("Kota Bandung").is_some_and(|r| !r.is_government("Kabupaten Bandung"))
        );
    }
}
