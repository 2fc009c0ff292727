//! Provinces (provinsi): the 38 of today, under the many spellings files use.

use crate::lang::Lang;

macro_rules! provinces {
    ($($variant:ident, $name:literal, $english:literal, [$($alias:literal),*];)+) => {
        /// A province. Declared from west to east.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Province { $(#[doc = $name] $variant,)+ }

        impl Province {
            /// All 38 provinces.
            pub const ALL: &'static [Province] = &[$(Province::$variant,)+];

            /// The Indonesian name.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Province::$variant => $name,)+ }
            }

            /// The English name.
            #[must_use]
            pub fn english_name(self) -> &'static str {
                match self { $(Province::$variant => $english,)+ }
            }

            fn aliases(self) -> &'static [&'static str] {
                match self { $(Province::$variant => &[$($alias),*],)+ }
            }
        }
    };
}

provinces! {
    Aceh, "Aceh", "Aceh", ["nad", "nanggroeacehdarussalam", "daerahistimewaaceh"];
    SumateraUtara, "Sumatera Utara", "North Sumatra", ["sumut"];
    SumateraBarat, "Sumatera Barat", "West Sumatra", ["sumbar"];
    Riau, "Riau", "Riau", [];
    Jambi, "Jambi", "Jambi", [];
    SumateraSelatan, "Sumatera Selatan", "South Sumatra", ["sumsel"];
    Bengkulu, "Bengkulu", "Bengkulu", [];
    Lampung, "Lampung", "Lampung", [];
    KepulauanBangkaBelitung, "Kepulauan Bangka Belitung", "Bangka Belitung Islands", ["bangkabelitung", "babel", "kepbangkabelitung"];
    KepulauanRiau, "Kepulauan Riau", "Riau Islands", ["kepri", "kepriau"];
    DkiJakarta, "DKI Jakarta", "Jakarta", ["jakarta", "dki", "dkj", "dkjakarta", "dkjjakarta", "daerahkhususjakarta", "daerahkhususibukotajakarta"];
    JawaBarat, "Jawa Barat", "West Java", ["jabar"];
    JawaTengah, "Jawa Tengah", "Central Java", ["jateng"];
    DiYogyakarta, "DI Yogyakarta", "Special Region of Yogyakarta", ["diy", "yogyakarta", "yogya", "jogja", "jogjakarta", "dijogjakarta", "daerahistimewayogyakarta"];
    JawaTimur, "Jawa Timur", "East Java", ["jatim"];
    Banten, "Banten", "Banten", [];
    Bali, "Bali", "Bali", [];
    NusaTenggaraBarat, "Nusa Tenggara Barat", "West Nusa Tenggara", ["ntb"];
    NusaTenggaraTimur, "Nusa Tenggara Timur", "East Nusa Tenggara", ["ntt"];
    KalimantanBarat, "Kalimantan Barat", "West Kalimantan", ["kalbar"];
    KalimantanTengah, "Kalimantan Tengah", "Central Kalimantan", ["kalteng"];
    KalimantanSelatan, "Kalimantan Selatan", "South Kalimantan", ["kalsel"];
    KalimantanTimur, "Kalimantan Timur", "East Kalimantan", ["kaltim"];
    KalimantanUtara, "Kalimantan Utara", "North Kalimantan", ["kaltara", "kalut"];
    SulawesiUtara, "Sulawesi Utara", "North Sulawesi", ["sulut"];
    SulawesiTengah, "Sulawesi Tengah", "Central Sulawesi", ["sulteng"];
    SulawesiSelatan, "Sulawesi Selatan", "South Sulawesi", ["sulsel"];
    SulawesiTenggara, "Sulawesi Tenggara", "Southeast Sulawesi", ["sultra"];
    Gorontalo, "Gorontalo", "Gorontalo", [];
    SulawesiBarat, "Sulawesi Barat", "West Sulawesi", ["sulbar"];
    Maluku, "Maluku", "Maluku", [];
    MalukuUtara, "Maluku Utara", "North Maluku", ["malut"];
    Papua, "Papua", "Papua", ["irianjaya"];
    PapuaBarat, "Papua Barat", "West Papua", ["irianjayabarat", "pabar"];
    PapuaSelatan, "Papua Selatan", "South Papua", [];
    PapuaTengah, "Papua Tengah", "Central Papua", [];
    PapuaPegunungan, "Papua Pegunungan", "Highland Papua", [];
    PapuaBaratDaya, "Papua Barat Daya", "Southwest Papua", [];
}

impl Province {
    /// The name in one language.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        lang.pick(self.name(), self.english_name())
    }

    /// The province that a text names: `SUMATRA UTARA`, `sumut`, `Provinsi Sumatera Utara`, `North Sumatra`.
    ///
    /// Case, blanks, dots and the word *provinsi* do not matter. A city or regency is no province:
    /// `Kota Yogyakarta` gives `None`.
    #[must_use]
    pub fn from_name(text: &str) -> Option<Self> {
        let folded = fold(text);
        let key = ["pemerintahprovinsi", "pemprov", "provinsi", "propinsi", "prov"]
            .iter()
            .find_map(|prefix| folded.strip_prefix(prefix))
            .unwrap_or(&folded);
        Self::ALL
            .iter()
            .copied()
            .find(|p| fold(p.name()) == key || fold(p.english_name()) == key || p.aliases().contains(&key))
    }
}

fn fold(text: &str) -> String {
    let plain: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    plain.replace("sumatra", "sumatera")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn spellings_are_understood() {
        let cases = [
            ("SUMATRA UTARA", Province::SumateraUtara),
            (" Sumatera  Utara ", Province::SumateraUtara),
            ("sumut", Province::SumateraUtara),
            ("Prov. Sumatera Utara", Province::SumateraUtara),
            ("North Sumatra", Province::SumateraUtara),
            ("DIY", Province::DiYogyakarta),
            ("D.I. YOGYAKARTA", Province::DiYogyakarta),
            ("Daerah Istimewa Yogyakarta", Province::DiYogyakarta),
            ("Jakarta", Province::DkiJakarta),
            ("Provinsi DKI Jakarta", Province::DkiJakarta),
            ("BANGKA BELITUNG", Province::KepulauanBangkaBelitung),
            ("Papua", Province::Papua),
            ("PAPUA BARAT", Province::PapuaBarat),
            ("Papua Barat Daya", Province::PapuaBaratDaya),
            ("papua pegunungan", Province::PapuaPegunungan),
        ];
        for (text, province) in cases {
            assert_eq!(Province::from_name(text), Some(province), "{text:?}");
        }
        for text in
            ["", "Provinsi", "Kota Yogyakarta", "Kabupaten Asahan", "Kab. Aceh Barat", "Sumatera", "Jawa"]
        {
            assert_eq!(Province::from_name(text), None, "{text:?}");
        }
    }

    #[test]
    fn thirty_eight_names_all_distinct() {
        assert_eq!(Province::ALL.len(), 38);
        let mut keys = BTreeSet::new();
        for province in Province::ALL {
            assert_eq!(Province::from_name(province.name()), Some(*province));
            assert_eq!(Province::from_name(province.english_name()), Some(*province));
            for key in province.aliases() {
                assert!(keys.insert(*key), "{key} twice");
                assert_eq!(Province::from_name(key), Some(*province));
            }
        }
    }
}
