//! Hand-written files: what good ones give, and what the messages of bad ones say.

use hemat_core::component::{Basis, Component, Included};
use hemat_core::date::Date;
use hemat_core::evidence::Evidence;
use hemat_core::kind::VenueKind;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::session::{OfficialLevel, Seating, Session};
use hemat_core::source::SourceRef;
use hemat_core::venue::Tax;
use hemat_io::read::calendar_file::read_calendar;
use hemat_io::read::contract::ContractErrors;
use hemat_io::read::event_file::read_event;
use hemat_io::read::template::{calendar_template, event_template, hemat_csv_template, venues_template};
use hemat_io::read::venues_file::read_venues;
use proptest::prelude::*;

/// One bad file: its text, then line, key and a piece of the message that must be among the faults.
type Case = (&'static str, u64, &'static str, &'static str);

fn check(cases: &[Case], read: impl Fn(&str) -> Option<ContractErrors>) {
    for (text, line, key, piece) in cases {
        let errors = read(text);
        let hit = errors
            .iter()
            .flat_map(|e| &e.faults)
            .any(|f| f.line == *line && f.key == *key && f.to_string().contains(piece));
        assert!(hit, "{line}: {key}: {piece} is not among the faults of\n{text}\n{errors:#?}");
    }
}

#[test]
fn bad_events_are_refused() {
    // Each line is appended to a sound event, so that it is line 3.
    let fields: &[(&str, &str, &str)] = &[
        ("titel = 1", "event.titel", "valid keys: title, organiser"),
        ("organiser = 5", "event.organiser", "(found: 5)"),
        ("fiscal_year = \"2018\"", "event.fiscal_year", "1900 to 2199"),
        ("fiscal_year = 20218", "event.fiscal_year", "(found: 20218)"),
        ("fund = \"APBD\"", "event.fund", "valid: apbn, apbd"),
        ("start = \"2018-02-31\"", "event.start", "(found: \"2018-02-31\")"),
        ("start = \"23-11-2018\"", "event.start", "2018-11-23"),
        ("start = 2018-11-23T10:00:00", "event.start", "day of the calendar"),
        ("start = 1800-01-01", "event.start", "1900 to 2199"),
        ("start = \"2018-11-23 x\"", "event.start", "day of the calendar"),
        ("start = 2018", "event.start", "(found: 2018)"),
        ("start = 2018-02-31", "start", "not valid TOML"),
        ("days = 0", "event.days", "1 to"),
        ("days = 1.5", "event.days", "(found: 1.5)"),
        ("participants = -5", "event.participants", "(found: -5)"),
        ("participants = 0", "event.participants", "whole number"),
        ("participants = \"120\"", "event.participants", "without quotes"),
        ("participants = 99999999999", "event.participants", "4294967295"),
        ("participants = 99999999999999999999999999999999999999999", "event.participants", "whole number"),
        ("participants = { low = 1, high = 3 }", "event.participants.likely", "missing"),
        ("participants = { low = 3, likely = 2, high = 4 }", "event.participants", "low <= likely <= high"),
        (
            "participants = { low = 1, likely = 2, high = 3, max = 4 }",
            "event.participants.max",
            "evidence, source",
        ),
        (
            "participants = { low = 1, likely = 2, high = 3, evidence = \"x\" }",
            "event.participants.evidence",
            "receipt",
        ),
        (
            "days = { low = 1, likely = 1, high = 1, source = \"x\" }",
            "event.days.source",
            "valid keys: low, likely, high",
        ),
        ("layout = \"kelas\"", "event.layout", "valid: theatre, classroom, banquet, u-shape"),
        ("session = \"half-day\"", "event.session", "halfday, fullday, fullboard"),
        ("level = \"eselon-5\"", "event.level", "eselon-3"),
        ("meals_per_day = 25", "event.meals_per_day", "0 to 24"),
        ("snacks_per_day = -1", "event.snacks_per_day", "0 to 24"),
        ("hours_per_day = 0", "event.hours_per_day", "above 0"),
        ("hours_per_day = 25", "event.hours_per_day", "0 to 24"),
        ("hours_per_day = nan", "event.hours_per_day", "(found: nan)"),
        ("needs = \"projector\"", "event.needs", "must be a list"),
        ("needs = [\"projector\", \"pool\"]", "event.needs[2]", "(found: \"pool\")"),
        ("needs = [\"meal\"]", "event.needs[1]", "needed in any case"),
        ("needs = [\"tent\", \"tent\"]", "event.needs[2]", "twice"),
        ("needs = [1]", "event.needs[1]", "sound-system"),
        ("held_at = \" \"", "event.held_at", "is empty"),
        ("title = \"again\"", "title", "duplicate key"),
        ("region = \"open", "region", "not valid TOML"),
        ("region = Asahan", "region", "not valid TOML"),
        ("days = 1.000.000", "days", "digits without grouping"),
    ];
    for (line, key, piece) in fields {
        let text = format!("[event]\ntitle = \"x\"\n{line}\n");
        let Err(errors) = read_event(&text, "e.toml") else { panic!("was accepted: {line}") };
        let hit = errors.faults.iter().any(|f| f.line == 3 && f.key == *key && f.to_string().contains(piece));
        assert!(hit, "3: {key}: {piece} is not among the faults of {line}\n{errors}");
    }
    let cases: &[Case] = &[
        ("", 1, "event", "missing"),
        ("\u{feff}", 1, "event", "[event]"),
        ("\n\n[event]\n", 3, "event.title", "missing"),
        ("[event]\ntitle = \"\"\n", 2, "event.title", "is empty"),
        ("event = 3\n", 1, "event", "must be a table"),
        ("x = 1\n[event]\ntitle = \"x\"\n", 1, "x", "valid keys: event, cost"),
        ("[event]\ntitle = \"x\"\n[cost]\n", 3, "cost", "write [[cost]]"),
        ("[event]\ntitle = \"x\"\nregion = \"a\0\"\n", 3, "file", "NUL"),
        ("PK\u{3}\u{4}\u{fffd}\u{1}", 1, "toml", "not valid TOML"),
        ("[event]\r\ntitle = \"x\"\r\ndays = 0\r\n", 3, "event.days", "(found: 0)"),
    ];
    check(cases, |text| read_event(text, "e.toml").err());
}

#[test]
fn bad_costs_are_refused() {
    let fields: &[(&str, &str, &str)] = &[
        ("kind = \"snacks\"", "cost[1].kind", "speaker-fee"),
        ("quantity = \"orang\"", "cost[1].quantity", "does not begin with a number"),
        ("quantity = \"1.500 lembar\"", "cost[1].quantity", "two ways"),
        ("quantity = \"2 orang 3 jam\"", "cost[1].quantity", "two numbers"),
        ("quantity = -2", "cost[1].quantity", "(found: -2)"),
        ("unit_price = -1", "cost[1].unit_price", "negative"),
        ("unit_price = 900.000", "cost[1].unit_price", "write 900000 if the dot groups thousands, 900 if"),
        ("unit_price = \"1.505\"", "cost[1].unit_price", "write 1505 if the dot groups thousands, 1.5050 if"),
        ("quantity = 1.500", "cost[1].quantity", "write 1500 if the dot groups thousands, 1.5 if"),
        ("unit_price = 1e6", "cost[1].unit_price", "(found: 1e6)"),
        ("unit_price = \"900.000,00\"", "cost[1].unit_price", "without grouping"),
        ("unit_price = 0.123456789", "cost[1].unit_price", "too many decimals"),
        ("unit_price = inf", "cost[1].unit_price", "(found: inf)"),
        ("unit_price = 100000000000000000000", "cost[1].unit_price", "cannot be kept exact"),
        ("unit_price = { low = 1, likely = \"x\", high = 3 }", "cost[1].unit_price.likely", "(found: \"x\")"),
        ("evidence = \"rumour\"", "cost[1].evidence", "receipt, tariff, quote"),
        ("price = 3", "cost[1].price", "valid keys: description"),
    ];
    for (line, key, piece) in fields {
        let name = line.split(' ').next().unwrap();
        let sound = [
            ("description", "\"x\""),
            ("kind", "\"speaker-fee\""),
            ("quantity", "\"2 orang x 3 jam\""),
            ("unit_price", "900000"),
        ];
        let rest: String =
            sound.iter().filter(|(k, _)| *k != name).map(|(k, v)| format!("{k} = {v}\n")).collect();
        let text = format!("[event]\ntitle = \"x\"\n[[cost]]\n{line}\n{rest}");
        let Err(errors) = read_event(&text, "e.toml") else { panic!("was accepted: {line}") };
        let hit = errors.faults.iter().any(|f| f.line == 4 && f.key == *key && f.to_string().contains(piece));
        assert!(hit, "4: {key}: {piece} is not among the faults of {line}\n{errors}");
    }
    let errors = read_event("[event]\ntitle = \"x\"\n[[cost]]\n", "e.toml").unwrap_err();
    let keys: Vec<&str> = errors.faults.iter().map(|f| f.key.as_str()).collect();
    assert_eq!(keys, ["cost[1].description", "cost[1].kind", "cost[1].quantity", "cost[1].unit_price"]);
}

const PLACE: &str = "[[venue]]\nid = \"a\"\nkind = \"hotel\"\n";

#[test]
fn bad_venues_are_refused() {
    let places: &[(&str, u64, &str, &str)] = &[
        ("colour = 1", 4, "venue[1].colour", "valid keys: id, name, aliases"),
        ("aliases = \"x\"", 4, "venue[1].aliases", "must be a list"),
        ("aliases = [\"\"]", 4, "venue[1].aliases[1]", "is empty"),
        ("[venue.capacity]\ntheatre = 0", 5, "venue[1].capacity.theatre", "leave the key out"),
        ("[venue.capacity]\ntheatre = -4", 5, "venue[1].capacity.theatre", "(found: -4)"),
        ("[venue.capacity]\nteater = 4", 5, "venue[1].capacity.teater", "u-shape"),
        ("[venue.capacity]\nsource = \"x\"", 4, "venue[1].capacity.theatre", "missing"),
        ("capacity = 300", 4, "venue[1].capacity", "must be a table"),
        ("[[venue]]\nid = \"a\"\nkind = \"hotel\"", 5, "venue[2].id", "first on line 2"),
        ("[[venue]]\nid = \"Aula Melati\"\nkind = \"hotel\"", 5, "venue[2].id", "lower-case"),
        ("[[venue]]\nid = \"b\"", 4, "venue[2].kind", "missing"),
        ("[[venue]]\nid = \"b\"\nkind = \"unspecified\"", 6, "venue[2].kind", "valid: hotel, restaurant"),
        ("[[venue]]\nkind = \"hotel\"", 4, "venue[2].id", "missing"),
    ];
    for (lines, line, key, piece) in places {
        let text = format!("{PLACE}{lines}\n");
        let Err(errors) = read_venues(&text, "v.toml") else { panic!("was accepted: {lines}") };
        let hit =
            errors.faults.iter().any(|f| f.line == *line && f.key == *key && f.to_string().contains(piece));
        assert!(hit, "{line}: {key}: {piece} is not among the faults of\n{text}\n{errors}");
    }
    let cases: &[Case] = &[
        ("", 1, "venue", "[[venue]]"),
        ("[venue]\nid = \"a\"\n", 1, "venue", "[[venue]]"),
        ("[[venues]]\nid = \"a\"\n", 1, "venues", "valid keys: venue"),
        ("venue = [1]\n", 1, "venue[1]", "must be a table"),
    ];
    check(cases, |text| read_venues(text, "v.toml").err());
}

#[test]
fn bad_rates_are_refused() {
    let sound = [("component", "\"meal\""), ("basis", "\"meal\""), ("amount", "45000")];
    let fields: &[(&str, &str, &str)] = &[
        ("component = \"lunch\"", "component", "hall-rent, package-halfday"),
        ("basis = \"hour\"", "basis", "event, day, session"),
        ("basis = \"session\"", "hours", "missing"),
        ("basis = \"unit\"", "quantity", "missing"),
        ("hours = 6", "hours", "basis = \"session\""),
        ("quantity = 6", "quantity", "basis = \"unit\""),
        ("amount = -1", "amount", "negative"),
        ("amount = { low = 1, likely = 2 }", "amount.high", "missing"),
        ("amount = { low = 3, likely = 2, high = 1 }", "amount", "out of order"),
        ("amount = true", "amount", "(found: true)"),
        ("amount = \"Rp45.000\"", "amount", "no Rp"),
        ("includes = [\"room\"]", "includes", "only a package"),
        ("includes = [\"pool\"]", "includes[1]", "meal:1"),
        ("includes = [\"meal:1\", \"meal:2\"]", "includes[2]", "twice"),
        ("tax = \"none\"", "tax", "valid: included, excluded"),
        ("tax = \"excluded\"", "tax_rate", "0.10"),
        ("tax_rate = 0.1", "tax_rate", "no meaning"),
        ("tax = \"excluded\"\ntax_rate = 10", "tax_rate", "0 to 1"),
        ("valid_from = \"2018\"", "valid_from", "2018-11-23"),
        ("valid_from = 2018-12-31\nvalid_to = 2018-01-01", "valid_to", "before valid_from"),
        ("mandatory = \"yes\"", "mandatory", "true, false"),
        ("evidence = 1", "evidence", "assumption"),
        ("source = 1", "source", "must be text"),
        ("price = 1", "price", "valid keys: component"),
    ];
    for (lines, key, piece) in fields {
        let name = lines.split(' ').next().unwrap();
        let rest: String =
            sound.iter().filter(|(k, _)| *k != name).map(|(k, v)| format!("{k} = {v}\n")).collect();
        let text = format!("{PLACE}[[venue.rate]]\n{lines}\n{rest}");
        let Err(errors) = read_venues(&text, "v.toml") else { panic!("was accepted: {lines}") };
        let path = format!("venue[1].rate[1].{key}");
        let hit = errors.faults.iter().any(|f| f.line >= 4 && f.key == path && f.to_string().contains(piece));
        assert!(hit, "{path}: {piece} is not among the faults of\n{text}\n{errors}");
    }
}

#[test]
fn bad_calendars_are_refused() {
    let cases: &[Case] = &[
        ("", 1, "header", "missing columns venue, start"),
        ("tempat,mulai\n", 1, "header", "(found: tempat, mulai)"),
        ("venue,start,selesai\n", 1, "selesai", "valid columns: venue, start, end"),
        ("venue,venue,start\n", 1, "venue", "twice"),
        ("venue,start\nb,2018-11-23\n", 2, "venue", "known venues: a, hall"),
        ("venue,start\n,2018-11-23\n", 2, "venue", "missing"),
        ("venue,start\n#a,2018-11-23\n", 2, "venue", "(found: #a)"),
        ("venue,start\na,\n", 2, "start", "missing"),
        ("venue,start\na,2018-02-31\n", 2, "start", "(found: 2018-02-31)"),
        ("venue;start;end\na;2018-11-23;2018-11-22\n", 2, "end", "before start"),
        ("venue,start,end\na,2018-11-23,x\n", 2, "end", "(found: x)"),
        ("venue,start\na,2018-11-23,x\n", 2, "row", "more cells"),
        ("venue,start,holder\na,2018-11-23,\"two\nlines\"\na,x,\n", 3, "start", "(found: x)"),
        ("venue,start\na,\0\n", 2, "file", "NUL"),
        ("venue,start,holder\na,2018-11-23,\"x\na,2018-11-24,y\n", 2, "row", "not closed"),
        (
            "venue,start,holder\na,2018-11-23,\"x\na,2018-11-24,y\na,2018-11-25,\"z\"\n",
            2,
            "row",
            "not closed",
        ),
        ("venue,start,holder\na,2018-11-23,\"x\n", 2, "row", "not closed"),
    ];
    check(cases, |text| read_calendar(text, "c.csv", &["a", "hall"]).err());
}

#[test]
fn all_faults_come_at_once_with_the_file_and_the_line() {
    let text = "[event]\ntitle = \"x\"\ndays = 0\nfund = \"x\"\n[[cost]]\nkind = \"x\"\n";
    let message = read_event(text, "seminar.toml").unwrap_err().to_string();
    assert_eq!(
        message.lines().take(2).collect::<Vec<_>>(),
        [
            "seminar.toml:3: event.days: must be a whole number (found: 0): valid: 1 to 4294967295, without quotes",
            "seminar.toml:4: event.fund: is not one of the words (found: \"x\"): valid: apbn, apbd",
        ]
    );
    assert_eq!(message.lines().count(), 6);
}

#[test]
fn a_good_event_is_read() {
    for lang in [Lang::Id, Lang::En] {
        for text in [event_template(lang).to_owned(), event_template(lang).replace('\n', "\r\n")] {
            let file = read_event(&format!("\u{feff}{text}"), "e.toml").unwrap();
            assert_eq!(file.held_at.as_deref(), Some("hotel-contoh"));
            let event = file.event;
            assert_eq!(event.start, Date::from_ymd(2026, 3, 17));
            assert_eq!(event.seating, Some(Seating::Classroom));
            assert_eq!(event.session, Some(Session::Halfday));
            assert_eq!(event.level, Some(OfficialLevel::Eselon3));
            assert_eq!(event.needs, [Component::SoundSystem, Component::Projector]);
            let participants = event.participants.unwrap();
            assert_eq!(participants.count.low().get(), 80);
            assert_eq!(participants.count.high().get(), 120);
            assert_eq!(participants.evidence, Some(Evidence::Budget));
            assert!(matches!(participants.source, SourceRef::Document(_)));
            assert_eq!(event.costs.len(), 1);
            assert_eq!(event.costs[0].amount().unwrap().likely(), Rupiah::from_whole(5_400_000));
        }
    }
}

#[test]
fn good_venues_are_read() {
    for lang in [Lang::Id, Lang::En] {
        let venues = read_venues(venues_template(lang), "v.toml").unwrap();
        assert_eq!(venues.len(), 2);
        assert_eq!(venues[0].kind, VenueKind::Hotel);
        let package = &venues[0].rates[0];
        assert_eq!(package.basis(), Basis::PersonDay);
        assert!(matches!(package.tax(), Tax::Excluded(_)));
        assert_eq!(package.payable().likely(), Rupiah::from_whole(306_900));
        assert_eq!(package.includes().len(), 5);
        assert_eq!(package.includes()[1], Included::Meals(1));
        let rent = &venues[1].rates[0];
        assert_eq!(rent.listed().low(), Rupiah::ZERO);
        assert_eq!(rent.listed().high(), Rupiah::from_whole(1_000_000));
        assert_eq!(rent.valid_to(), Date::from_ymd(2026, 12, 31));
        assert_eq!(venues[1].rates.iter().filter(|rate| rate.mandatory).count(), 1);
        assert_eq!(venues[1].seats(Seating::Theatre).unwrap().get(), 250);
        assert_eq!(venues[1].seats(Seating::Banquet), None);
    }
}

#[test]
fn money_keeps_every_digit_of_the_file() {
    // 0.07 and 12345678901234567.89 have no exact binary form; the last needs more digits than a double has.
    let cases = [
        ("12345678901234567.89", "12345678901234567.89"),
        ("\"0.07\"", "0.07"),
        ("0.07", "0.07"),
        ("1_250_000", "1250000"),
        ("+279_000.50", "279000.5"),
        ("0", "0"),
    ];
    for (written, expected) in cases {
        let text =
            format!("{PLACE}[[venue.rate]]\ncomponent = \"meal\"\nbasis = \"meal\"\namount = {written}\n");
        let venues = read_venues(&text, "v.toml").unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(venues[0].rates[0].listed().likely().to_string(), expected, "{written}");
        assert_eq!(venues[0].rates[0].evidence, Evidence::Assumption);
        assert_eq!(venues[0].name, "a");
    }
}

#[test]
fn good_calendars_are_read() {
    let day = |d| Date::from_ymd(2018, 11, d).unwrap();
    let texts = [
        "venue,start,end,holder,source\na,2018-11-23,2018-11-24,Dinas X,Buku\n\nhall,2018-11-01,,,\n",
        "\u{feff}Venue;START;end;holder;source\r\na;2018-11-23;2018-11-24;Dinas X;Buku\r\nhall;2018-11-01\r\n;;;;\r\n",
    ];
    for text in texts {
        let calendar = read_calendar(text, "c.csv", &["a", "hall"]).unwrap();
        assert_eq!(calendar.taken("a", day(24), day(24)).unwrap().holder, "Dinas X");
        assert_eq!(calendar.taken("a", day(25), day(26)), None);
        assert!(calendar.taken("hall", day(1), day(1)).is_some());
        assert!(calendar.taken("hall", day(2), day(30)).is_none());
    }
    for lang in [Lang::Id, Lang::En] {
        let calendar = read_calendar(calendar_template(lang), "c.csv", &["aula-contoh"]).unwrap();
        assert!(calendar.covers("aula-contoh"));
        let columns = "year,region,agency,activity_code,activity,account_code,account_name,description,quantity,unit,unit_price,amount";
        assert_eq!(hemat_csv_template(lang).lines().next(), Some(columns));
    }
}

/// Reads a text as every kind of file; the results do not matter here, only that there are any.
fn read_all(text: &str) {
    for errors in [
        read_event(text, "x").err(),
        read_venues(text, "x").err(),
        read_calendar(text, "x", &["aula-contoh"]).err(),
    ]
    .into_iter()
    .flatten()
    {
        assert!(!errors.faults.is_empty());
        assert!(!errors.to_string().is_empty());
    }
}

#[test]
fn extreme_files_do_not_panic() {
    for text in ["[".repeat(100_000), "a=[".repeat(20_000), "a.".repeat(20_000), "a={".repeat(20_000)] {
        read_all(&text);
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC*|[\\[\\]{}=\".,a-z0-9\\-\\n]*") {
        read_all(&text);
    }

    #[test]
    fn no_mutated_template_panics(which in 0..4_usize, at in any::<prop::sample::Index>(), len in 0..20_usize, new in "[\\[\\]{}=\".,a-z0-9\\-\n é]{0,6}") {
        let templates = [
            event_template(Lang::Id),
            venues_template(Lang::En),
            calendar_template(Lang::Id),
            hemat_csv_template(Lang::Id),
        ];
        let chars: Vec<char> = templates[which].chars().collect();
        let at = at.index(chars.len());
        let end = (at + len).min(chars.len());
        let text: String = chars[..at].iter().copied().chain(new.chars()).chain(chars[end..].iter().copied()).collect();
        read_all(&text);
    }
}
