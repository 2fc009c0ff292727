//! What an event needs of a hall, in words.

use crate::lang::Lang;
use crate::saving::HallNeeds;

/// Room, food and beds, one sentence each.
pub(super) fn needs_texts(needs: &HallNeeds, lang: Lang) -> Vec<String> {
    let HallNeeds { days, meals, snacks, beds, session } = needs;
    let mut list = vec![match (meals + snacks, lang) {
        (0, Lang::Id) => {
            format!("Ruang saja, untuk {days} hari: makan dan kudapan ada di baris lain, dan dianggap tetap.")
        }
        (0, Lang::En) => format!(
            "The room alone, for {}: food stands in other lines, and is taken to stay.",
            counted(*days, "day")
        ),
        (_, Lang::Id) => format!(
            "Ruang untuk {days} hari; {meals} kali makan dan {snacks} kali kudapan sehari bagi setiap peserta, seperti yang dibayar paket {session}."
        ),
        (_, Lang::En) => format!(
            "A room for {}; {} and {} a day for each participant, as the {session} package paid for.",
            counted(*days, "day"),
            counted(*meals, "meal"),
            counted(*snacks, "snack"),
        ),
    }];
    if *beds {
        list.push(
            lang.pick(
                "Penginapan: paket atau jawaban instansi menyebutnya.",
                "Beds: the package or a reply says so.",
            )
            .to_owned(),
        );
    }
    list
}

/// An English count of things.
fn counted(count: u32, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}
