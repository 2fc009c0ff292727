//! What food a line buys: a meal, a snack, or several things in one price.

use crate::ceiling::PricedItem;
use crate::cost_line::CostLine;

use super::words::{held, plain};

/// Food of a meeting, as the words of a line tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Food {
    /// One meal.
    Meal,
    /// One snack, with a drink.
    Snack,
    /// Makan minum, konsumsi: a meal, a snack and drinks can be in one price. It is not divided.
    Mixed,
}

/// Words of one meal.
const ONE_MEAL: &[&str] = &[
    "makan siang",
    "makan malam",
    "makan pagi",
    "sarapan",
    "nasi kotak",
    "nasi box",
    "nasi dus",
    "nasi dos",
    "nasi bungkus",
    "prasmanan",
    "lunch",
    "dinner",
];
const SNACK: &[&str] = &[
    "snack",
    "snak",
    "kudapan",
    "makanan ringan",
    "makan ringan",
    "makanan kecil",
    "makan kecil",
    "coffee break",
    "kue kotak",
];
const ANY_MEAL: &[&str] = &["makan", "makanan", "mamin", "konsumsi"];
const DRINK: &[&str] = &["minum", "minuman", "mimun", "mamin"];

/// Food with a price of its own: guests of rank, receptions, patients, people on duty.
const NOT_OF_MEETINGS: &[&str] =
    &["menteri", "vip", "vvip", "jamuan", "tamu", "lembur", "piket", "jaga", "pasien", "eselon", "pejabat"];

/// The food that a text names; `None` if it names none of a common meeting.
pub(super) fn food_of(text: &str) -> Option<Food> {
    if held(text, NOT_OF_MEETINGS).is_some() {
        return None;
    }
    let snack = held(text, SNACK).is_some();
    let cut = |rest: String, word: &&str| rest.replace(&format!(" {word} "), " ");
    let rest = SNACK.iter().fold(format!(" {text} "), cut);
    let one_meal = held(rest.trim(), ONE_MEAL).is_some();
    let any_meal = held(rest.trim(), ANY_MEAL).is_some();
    let drink = held(rest.trim(), DRINK).is_some();
    match (snack, one_meal, any_meal) {
        (true, false, false) => Some(Food::Snack),
        (false, true, _) => Some(Food::Meal),
        (false, false, true) if !drink && held(rest.trim(), &["makan"]).is_some() => Some(Food::Meal),
        (true, _, _) | (false, false, true) => Some(Food::Mixed),
        (false, false, false) => None,
    }
}

/// The same for a line with its heading.
pub(super) fn food_of_line(line: &CostLine) -> Option<Food> {
    food_of(&plain(&format!("{} {}", line.heading, line.description)))
}

impl Food {
    /// The published price of a meeting's or a training's food; `None` for several things in one price.
    pub(super) fn item(self, training: bool) -> Option<PricedItem> {
        match (self, training) {
            (Food::Meal, false) => Some(PricedItem::MeetingMeal),
            (Food::Meal, true) => Some(PricedItem::TrainingMeal),
            (Food::Snack, false) => Some(PricedItem::MeetingSnack),
            (Food::Snack, true) => Some(PricedItem::TrainingSnack),
            (Food::Mixed, _) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn food_is_told_from_its_words() {
        let cases = [
            ("Makan siang peserta", Some(Food::Meal)),
            ("Nasi kotak rapat", Some(Food::Meal)),
            ("Makan peserta", Some(Food::Meal)),
            ("Makan siang dan minum", Some(Food::Meal)),
            ("Belanja makan dan minum rapat", Some(Food::Mixed)),
            ("Belanja Makanan dan Minuman Rapat", Some(Food::Mixed)),
            ("Snack, makanan dan minuman rapat", Some(Food::Mixed)),
            ("Makan siang dan snack", Some(Food::Mixed)),
            ("Konsumsi rapat", Some(Food::Mixed)),
            ("Snack dan minum rapat", Some(Food::Snack)),
            ("Makanan ringan", Some(Food::Snack)),
            ("Makan jamuan tamu VIP", None),
            ("Makan pasien", None),
            ("Air mineral galon", None),
        ];
        for (text, food) in cases {
            assert_eq!(food_of(&plain(text)), food, "{text}");
        }
    }
}
