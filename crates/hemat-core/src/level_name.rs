//! Names of official levels (jenjang) as price tables and people write them.

use crate::session::OfficialLevel;

/// Words after which nothing of the level follows: they say who else is paid like it.
const BESIDE: [&str; 4] = ["gol", "fungsional", "pejabat", "pegawai"];

/// The levels that a text names, from high to low: `eselon-3`, `Eselon III`, `eselon I-II/fungsional utama`,
/// `menteri/wamen`, `eselon III ke bawah`, `eselon-1+eselon-2`. Empty if any part of it is not understood.
#[must_use]
pub fn levels_named(text: &str) -> Vec<OfficialLevel> {
    let mut levels = Vec::new();
    let lower = text.to_lowercase();
    for part in lower.split(['+', '/']).map(str::trim) {
        if BESIDE.iter().any(|word| part.starts_with(word)) {
            continue;
        }
        let found = one_part(part);
        if found.is_empty() {
            return Vec::new();
        }
        levels.extend(found);
    }
    levels.sort_unstable();
    if ["ke bawah", "and below"].iter().any(|words| lower.trim_end().ends_with(words)) {
        let lowest = levels.last().copied();
        let below = OfficialLevel::ALL.iter().copied().filter(|l| *l <= OfficialLevel::Eselon4);
        levels.extend(below.filter(|l| lowest.is_some_and(|from| from < *l)));
    }
    levels.dedup();
    levels
}

fn one_part(part: &str) -> Vec<OfficialLevel> {
    match part {
        "menteri" | "wamen" | "wakil menteri" | "minister" => return vec![OfficialLevel::Minister],
        "staf" | "staff" => return vec![OfficialLevel::Staff],
        _ => {}
    }
    let Some(rest) = part.strip_prefix("eselon").or_else(|| part.strip_prefix("echelon")) else {
        return Vec::new();
    };
    let rest = rest.strip_suffix("ke bawah").or_else(|| rest.strip_suffix("and below")).unwrap_or(rest);
    let words = rest.split([' ', '-', '.']).filter(|w| !w.is_empty() && !matches!(*w, "dan" | "and"));
    words.map(numbered).collect::<Option<Vec<OfficialLevel>>>().unwrap_or_default()
}

fn numbered(word: &str) -> Option<OfficialLevel> {
    match word {
        "i" | "1" => Some(OfficialLevel::Eselon1),
        "ii" | "2" => Some(OfficialLevel::Eselon2),
        "iii" | "3" => Some(OfficialLevel::Eselon3),
        "iv" | "4" => Some(OfficialLevel::Eselon4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use OfficialLevel::{Eselon1, Eselon2, Eselon3, Eselon4, Minister, Staff};

    #[test]
    fn levels_are_read_as_tables_write_them() {
        let cases: [(&str, &[OfficialLevel]); 12] = [
            ("eselon III/fungsional madya ke bawah", &[Eselon3, Eselon4]),
            ("eselon-3", &[Eselon3]),
            ("Eselon III", &[Eselon3]),
            ("echelon 2", &[Eselon2]),
            ("menteri/wamen", &[Minister]),
            ("eselon I-II/fungsional utama", &[Eselon1, Eselon2]),
            ("eselon III ke bawah", &[Eselon3, Eselon4]),
            ("eselon III/gol IV", &[Eselon3]),
            ("eselon IV/gol III, II, I", &[Eselon4]),
            ("eselon-1+eselon-2", &[Eselon1, Eselon2]),
            ("staf", &[Staff]),
            ("eselon V", &[]),
        ];
        for (text, levels) in cases {
            assert_eq!(levels_named(text), levels, "{text}");
        }
        for level in OfficialLevel::ALL {
            assert_eq!(levels_named(level.as_str()), [*level]);
        }
        for text in ["", "eselon", "direktur", "eselon III, direktur", "eselon III/direktur"] {
            assert!(levels_named(text).is_empty(), "{text}");
        }
    }
}
