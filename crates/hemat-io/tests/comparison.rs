//! Comparisons worked out by hand: where a claim begins to hold, what the bill covers, what is noted of each rate.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of a test are tests too")]

use hemat_core::comparison::{ClaimVerdict, Comparison, Note, Place, compare, formula_points};
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_io::read::event_file::read_event;
use hemat_io::read::venues_file::read_venues;

/// One venue: id, kind, rates as (component, basis, amount, further keys).
type Venue<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str, i64, &'a str)]);

fn compared(event: &str, venues: &[Venue<'_>]) -> Comparison {
    let mut text = String::new();
    for (id, kind, rates) in venues {
        text.push_str(&format!("[[venue]]\nid = \"{id}\"\nname = \"Gedung {id}\"\nkind = \"{kind}\"\n"));
        for (component, basis, amount, more) in *rates {
            text.push_str(&format!(
                "[[venue.rate]]\ncomponent = \"{component}\"\nbasis = \"{basis}\"\namount = {amount}\n\
                 evidence = \"tariff\"\nsource = \"daftar harga\"\n{more}\n"
            ));
        }
    }
    let event = format!("[event]\ntitle = \"Rapat\"\nheld_at = \"hotel\"\nsession = \"fullday\"\n{event}");
    let event = read_event(&event, "event.toml").unwrap();
    let venues = read_venues(&text, "venues.toml").unwrap();
    compare(&event.event, &venues, event.held_at.as_deref().unwrap(), None).unwrap()
}

const HOTEL: Venue<'_> = (
    "hotel",
    "hotel",
    &[("package-fullday", "person-day", 300_000, "includes = [\"room\", \"meal:1\", \"snack:2\"]")],
);

/// A claim that the hall costs at least so much. The hall costs 1 rupiah a person and nothing else.
#[test]
fn a_claim_begins_to_hold_at_one_number_of_people() {
    use ClaimVerdict as V;
    let exact = "participants = 1000\nmeals_per_day = 0\nsnacks_per_day = 0\n";
    let range =
        "participants = { low = 900, likely = 950, high = 1000 }\nmeals_per_day = 0\nsnacks_per_day = 0\n";
    let unknown = "meals_per_day = 0\nsnacks_per_day = 0\n";
    let fed = "participants = 1000\nmeals_per_day = 1\nsnacks_per_day = 0\n";
    let most = 100_000_000_u64;
    for (event, at_least, verdict, from) in [
        (exact, 1, V::Holds, Some(1)),
        (exact, 1_000, V::Holds, Some(1_000)),
        (exact, 1_001, V::Fails, Some(1_001)),
        (range, 900, V::Holds, Some(900)),
        (range, 901, V::Uncertain, Some(901)),
        (range, 1_000, V::Uncertain, Some(1_000)),
        (range, 1_001, V::Fails, Some(1_001)),
        // Nobody was counted, so that nothing is on the bill; or a meal has no price: the total is a lower bound.
        (unknown, 1_001, V::CannotTell, None),
        (fed, 1_000, V::Holds, Some(1_000)),
        (fed, 1_001, V::CannotTell, Some(1_001)),
        // A hundred million people are looked at.
        (exact, most, V::Fails, Some(most)),
        (exact, most + 1, V::Fails, None),
    ] {
        let event = format!(
            "{event}[[claim]]\nstatement = \"mahal\"\nsource = \"surat\"\nvenue = \"aula\"\nat_least = {at_least}\n"
        );
        let hall: Venue<'_> = ("aula", "government-hall", &[("hall-rent", "person", 1, "")]);
        let comparison = compared(&event, &[HOTEL, hall]);
        let [claim] = &comparison.claims[..] else { panic!("{:?}", comparison.claims) };
        assert_eq!((claim.verdict, claim.from_participants), (verdict, [from; 3]), "{event}");
    }
}

/// The most meals and snacks a day that each bill covers.
#[test]
fn a_bill_covers_what_it_includes_or_can_buy() {
    let rent = ("hall-rent", "day", 1_000_000, "");
    let (meal, snack) = (("meal", "meal", 45_000, ""), ("snack", "snack", 20_000, ""));
    let any_meal = ("meal", "event", 45_000, "");
    let venues: [Venue<'_>; 6] = [
        HOTEL,
        ("all", "government-hall", &[rent, meal, snack]),
        ("meals", "government-hall", &[rent, any_meal]),
        ("snacks", "government-hall", &[rent, snack]),
        ("nothing", "government-hall", &[rent]),
        ("online", "online", &[("hall-rent", "day", 500_000, "")]),
    ];
    // One meal and two snacks are wanted. What is wanted and has no price is named as missing: any number lacks it.
    let wanted = compared("participants = 100\nmeals_per_day = 1\nsnacks_per_day = 2\n", &venues);
    let covers: Vec<_> = wanted.options.iter().map(|o| (o.venue.as_str(), o.covers())).collect();
    assert_eq!(
        covers,
        [
            ("hotel", [Some(1), Some(2)]),
            ("all", [None, None]),
            ("meals", [None, None]),
            ("snacks", [None, None]),
            ("nothing", [None, None]),
            ("online", [None, None]),
        ]
    );
    // Nothing is wanted, nothing is bought, and the bill of a hall covers none.
    let none = compared("participants = 100\nmeals_per_day = 0\nsnacks_per_day = 0\n", &venues);
    let covers: Vec<_> = none.options.iter().map(|o| o.covers()).collect();
    assert_eq!(covers[0], [Some(1), Some(2)]);
    assert_eq!(covers[1..5], [[Some(0); 2]; 4]);
    assert_eq!(covers[5], [None, None]);
    // Two meals: the hotel's package has one, and no price for the other.
    let more = compared("participants = 100\nmeals_per_day = 2\nsnacks_per_day = 2\n", &venues);
    assert_eq!(more.options[0].covers(), [None, Some(2)]);
}

/// Corners before the points between them: a workbook's printed saving is of the first ones.
#[test]
fn the_points_of_a_workbook_begin_with_the_corners() {
    let hall: Venue<'_> =
        ("aula", "government-hall", &[("hall-rent", "day", 1_000_000, ""), ("meal", "meal", 45_000, "")]);
    let found = compared("participants = 100\nmeals_per_day = 1\nsnacks_per_day = 0\n", &[HOTEL, hall]);
    let points = formula_points(&found.options[0], &found.options[1]);
    let corners = points.iter().take_while(|p| p.corner).count();
    // Participants, days and meals matter: 2 x 2 x 2 corners. Around what the hall includes (no meal, and the first):
    // 2 x 2 x 2 points more. Snacks stay as they are.
    assert_eq!((corners, points.len()), (8, 16));
    assert!(points.iter().all(|p| p.places[3] == Place::Likely));
    assert!(points.iter().all(|p| p.corner != matches!(p.places[2], Place::Near(_))));
}

#[test]
fn a_working_is_written_as_a_product() {
    let hall: Venue<'_> =
        ("aula", "government-hall", &[("hall-rent", "day", 1_000_000, ""), ("meal", "meal", 47_000, "")]);
    let found =
        compared("participants = 120\ndays = 2\nmeals_per_day = 1\nsnacks_per_day = 0\n", &[HOTEL, hall]);
    let written: Vec<String> =
        found.options[1].components.iter().map(|c| c.working.display(Lang::Id)).collect();
    assert_eq!(written, ["Rp1.000.000 x 2 hari", "Rp47.000 x 120 peserta x 2 hari x 1 kali makan"]);
    assert_eq!(found.options[1].components[1].working.amount(), Ok(Rupiah::from_whole(11_280_000)));
}

/// What is noted of the sites and of each rate; notes on defaults are left out.
fn notes(event: &str, venues: &[Venue<'_>]) -> Vec<String> {
    let event = format!("participants = 100\ndays = 1\nhours_per_day = 8\n{event}");
    let said = |note: &Note| match note {
        Note::FewSites(n) => Some(format!("sites {n}")),
        Note::NoGovernmentFacility => Some("no government".to_owned()),
        Note::NotNeeded { venue, component } => Some(format!("{venue}: {} not needed", component.as_str())),
        Note::PackageIncludesNothing { venue, .. } => Some(format!("{venue}: package of nothing")),
        Note::OnlineWithoutRates { venue } => Some(format!("{venue}: no rates")),
        _ => None,
    };
    compared(&event, venues).notes.iter().filter_map(said).collect()
}

#[test]
fn sites_and_rates_are_noted() {
    let fed = "meals_per_day = 1\nsnacks_per_day = 2\n";
    let hungry = "meals_per_day = 0\nsnacks_per_day = 0\n";
    let rent = ("hall-rent", "day", 1_000_000, "");
    let (meal, snack) = (("meal", "meal", 45_000, ""), ("snack", "snack", 20_000, ""));
    let chairs = ("chairs", "event", 5_000, "");
    let bare = ("package-fullday", "person-day", 0, "");
    let hall: Venue<'_> = ("aula", "government-hall", &[rent, meal, snack]);
    let other: Venue<'_> = ("gedung", "commercial-hall", &[rent, meal, snack]);
    let online: Venue<'_> = ("daring", "online", &[]);
    let paid: Venue<'_> = ("daring", "online", &[rent]);
    let cases: [(&str, &[Venue<'_>], &[&str]); 9] = [
        (fed, &[HOTEL, hall, other], &[]),
        (fed, &[HOTEL, hall], &["sites 2"]),
        // Online is no site, and only a hall of the government is a government facility.
        (fed, &[HOTEL, other, online], &["sites 2", "no government", "Gedung daring: no rates"]),
        (fed, &[HOTEL, other, paid], &["sites 2", "no government"]),
        // A hall without rates is not an online venue without rates.
        (fed, &[HOTEL, hall, ("kosong", "commercial-hall", &[])], &[]),
        // Food that is not needed; chairs that are not.
        (
            hungry,
            &[HOTEL, hall, other],
            &[
                "Gedung aula: meal not needed",
                "Gedung aula: snack not needed",
                "Gedung gedung: meal not needed",
                "Gedung gedung: snack not needed",
            ],
        ),
        (
            fed,
            &[HOTEL, hall, ("kursi", "government-hall", &[rent, meal, snack, chairs])],
            &["Gedung kursi: chairs not needed"],
        ),
        // A meal and a snack beside a package that has them are another way to buy them.
        (fed, &[("hotel", "hotel", &[HOTEL.2[0], meal, snack]), hall, other], &[]),
        (
            fed,
            &[("hotel", "hotel", &[bare, rent, meal, snack]), hall, other],
            &["Gedung hotel: package of nothing"],
        ),
    ];
    for (number, (event, venues, expected)) in cases.into_iter().enumerate() {
        assert_eq!(notes(event, venues), expected, "case {number}");
    }
}

/// Every text that came from a file is given to be masked.
#[test]
fn every_text_of_a_comparison_can_be_masked() {
    let event = "meals_per_day = 0\nsnacks_per_day = 0\n\
                 [event.participants]\nlow = 9\nlikely = 9\nhigh = 9\nevidence = \"claim\"\nsource = \"surat Budi\"\n\
                 [[cost]]\ndescription = \"Honorarium Siti\"\nkind = \"speaker-fee\"\nquantity = \"1 orang\"\n\
                 unit_price = 900000\nevidence = \"budget\"\nsource = \"DPA Wati\"\n";
    let hall: Venue<'_> = ("aula", "government-hall", &[("hall-rent", "day", 1_000_000, "")]);
    let mut found = compared(event, &[HOTEL, hall]);
    let mut texts = Vec::new();
    found.each_text(&mut |text| {
        texts.push(text.clone());
        text.clear();
    });
    for text in
        ["Rapat", "surat Budi", "Honorarium Siti", "DPA Wati", "Gedung hotel", "Gedung aula", "daftar harga"]
    {
        assert!(texts.iter().any(|t| t == text), "{text}: {texts:?}");
    }
    assert_eq!(found.event.title, "");
    assert!(found.options.iter().all(|o| o.name.is_empty()));
}
