//! Names near a misspelt one, for messages that say what may have been meant. Nothing is ever read by nearness here.

/// The most names that a message proposes.
const PROPOSED: usize = 3;

/// The known names nearest to a text, at most three, nearest first; empty if none is near.
///
/// Case and punctuation do not matter. Near is a third of the letters wrong at most, or the text as a part of the
/// name (`sumatera` of `Sumatera Utara`), from four letters on.
#[must_use]
pub fn nearest<'k>(text: &str, known: &[&'k str]) -> Vec<&'k str> {
    let wanted = letters(text);
    let length = wanted.chars().count();
    let distances = known.iter().map(|name| (strsim::osa_distance(&letters(name), &wanted), *name));
    let mut near: Vec<(usize, &str)> = distances
        .filter(|(distance, name)| {
            let part = length >= 4 && letters(name).contains(&wanted);
            part || distance * 3 <= length.max(3)
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    // Beside a name with one slip, one with four is no help.
    let best = near.first().map_or(0, |(distance, _)| *distance);
    near.into_iter()
        .filter(|(distance, _)| *distance <= best + 1)
        .map(|(_, name)| name)
        .take(PROPOSED)
        .collect()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspelt_names_are_proposed() {
        let known = ["Sumatera Utara", "Sumatera Barat", "Jawa Barat", "Bali", "Papua"];
        assert_eq!(nearest("Sumatera Utra", &known), ["Sumatera Utara"]);
        assert_eq!(nearest("sumatera", &known), ["Sumatera Barat", "Sumatera Utara"]);
        assert_eq!(nearest("Balli", &known), ["Bali"]);
        assert!(nearest("Selangor", &known).is_empty());
        assert!(nearest("", &known).is_empty());
    }
}
