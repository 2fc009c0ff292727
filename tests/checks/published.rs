//! Every published limit, one rupiah above it and at it, for the fund it binds and for the other.

use std::fmt::Write;

use hemat_core::ceiling::{CeilingRegion, Nature, PriceCeiling, PricedItem};
use hemat_core::check::check_named;
use hemat_core::money::Rupiah;
use hemat_core::session::OfficialLevel;
use hemat_reference::ceilings::published;

use super::bench::Case;

const HEADER: &str = "year,region,agency,activity_code,activity,account_code,account_name,description,quantity,unit,unit_price,amount";

/// The words and the quantity of a line that buys one unit of the row's item; `None` for items no check looks at.
fn line(row: &PriceCeiling) -> Option<(String, &'static str, &'static str)> {
    let level = match row.levels.first() {
        Some(OfficialLevel::Minister) => " menteri",
        Some(OfficialLevel::Eselon1) => " eselon I",
        Some(OfficialLevel::Eselon2) => " eselon II",
        Some(OfficialLevel::Eselon3) => " eselon III",
        Some(OfficialLevel::Eselon4 | OfficialLevel::Staff) => " eselon IV",
        None => "",
    };
    let (words, activity, quantity) = match row.item {
        PricedItem::MeetingPackage => {
            (format!("Paket {} rapat di Hotel Contoh", row.package?), "Rapat", "1 orang x 1 hari")
        }
        PricedItem::MeetingMeal => ("Makan siang rapat".to_owned(), "Rapat", "1 orang x 1 kali"),
        PricedItem::MeetingSnack => ("Snack rapat".to_owned(), "Rapat", "1 orang x 1 kali"),
        PricedItem::TrainingMeal => ("Makan siang peserta".to_owned(), "Diklat teknis", "1 orang x 1 kali"),
        PricedItem::TrainingSnack => ("Snack peserta".to_owned(), "Diklat teknis", "1 orang x 1 kali"),
        PricedItem::SpeakerFee => ("Honorarium narasumber rapat".to_owned(), "Rapat", "1 orang x 1 jam"),
        PricedItem::ModeratorFee => ("Honorarium moderator rapat".to_owned(), "Rapat", "1 orang x 1 kali"),
        PricedItem::McFee => ("Honorarium pembawa acara rapat".to_owned(), "Rapat", "1 orang x 1 kali"),
        _ => return None,
    };
    Some((format!("{words}{level}"), activity, quantity))
}

/// Accounts for packages and for all else.
type Accounts = [&'static str; 2];
const CENTRAL: Accounts = ["524114", "521211"];
const REGIONAL: Accounts = ["5.1.02.04.01.0004", "5.1.02.01.01.0052"];

/// A file with one line for each limit, at `extra` rupiah above the most that the rules allow; and how many lines.
fn file([packages, others]: Accounts, extra: i64) -> (String, u64) {
    let (mut text, mut count) = (format!("{HEADER}\n"), 0);
    for row in published().iter().filter(|row| row.nature == Nature::Limit) {
        let Some((words, activity, quantity)) = line(row) else { continue };
        let account = if row.item == PricedItem::MeetingPackage { packages } else { others };
        let region = match &row.region {
            CeilingRegion::Province(province) => province.name(),
            _ => "Bali",
        };
        // A fullboard of eselon II or higher may cost half as much again (SBM-FULLBOARD-1.5).
        let multiplied = row.package.is_some_and(|p| p.as_str() == "fullboard")
            && row.levels.iter().all(|level| *level <= OfficialLevel::Eselon2);
        let factor = if multiplied { "1.5" } else { "1" };
        let most = row.amount.try_times(factor.parse().unwrap()).unwrap();
        let price = most.try_add(Rupiah::from_whole(extra)).unwrap();
        writeln!(
            text,
            "2026,{region},Badan Contoh,1234.ABC.001,{activity},{account},Belanja,{words},{quantity},,{price},{price}"
        )
        .unwrap();
        count += 1;
    }
    (text, count)
}

/// Flags, and lines found clear, of the two checks of prices together.
fn found(text: &str) -> (u64, u64) {
    let case = Case::of("semua.csv", text, None, None);
    let of = |check: &str| {
        let examined = case.run(check_named(check).unwrap());
        let counts = examined.coverage.first().unwrap().counts;
        (counts.flagged, counts.clear)
    };
    let (a, b) = (of("price-above-ceiling"), of("speaker-rate-above-ceiling"));
    (a.0 + b.0, a.1 + b.1)
}

#[test]
fn every_published_limit_is_passed_by_one_rupiah_and_not_by_none() {
    let (above, count) = file(CENTRAL, 1);
    // 38 provinces: 9 packages, 2 kinds of meeting food; training food, speakers of four levels, moderator, MC.
    assert!(count >= 38 * 11 + 6, "{count}");
    assert_eq!(found(&above), (count, 0));
    assert_eq!(found(&file(CENTRAL, 0).0), (0, count));
}

#[test]
fn no_published_price_is_a_limit_for_a_regency() {
    let (above, _) = file(REGIONAL, 10_000_000);
    assert_eq!(found(&above), (0, 0));
    let before = above.replace("\n2026,", "\n2018,");
    assert_eq!(found(&before), (0, 0));
}
