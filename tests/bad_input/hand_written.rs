//! TOML files that people write: events, venues, prices, replies, settings, suppressions, mappings, manifests.
//!
//! A fault must name file, line and key, show the value, and say what to write.

use crate::budget::{VENUES, budget};
use crate::case::Case;

/// What is wrong, the file's text, what is said.
type Text = (&'static str, &'static str, &'static [&'static str]);

/// Each is the third line of an event.
const EVENTS: &[(&str, &[&str])] = &[
    ("participants = 0", &["event.toml:3: event.participants", "1 to 4294967295"]),
    ("participants = -40", &["event.toml:3: event.participants", "(found: -40)"]),
    ("participants = 1e3", &["event.toml:3: event.participants", "whole number"]),
    ("participants = \"seratus\"", &["event.toml:3: event.participants", "without quotes"]),
    ("participants = 9999999999999999999999999999999999999999", &["event.participants", "whole number"]),
    ("participants = { low = 10, likely = 5, high = 1 }", &["event.participants", "low <= likely <= high"]),
    ("participants = []", &["event.participants", "whole number"]),
    ("days = 0", &["event.toml:3: event.days", "1 to"]),
    ("days = -1", &["event.toml:3: event.days", "(found: -1)"]),
    ("start = 2026-02-31", &["event.toml:3", "not valid TOML"]),
    ("start = \"2026-02-31\"", &["event.toml:3: event.start", "not a day of the calendar", "2018-11-23"]),
    ("start = 20218-11-23", &["event.toml:3", "not valid TOML"]),
    ("start = \"20218-11-23\"", &["event.toml:3: event.start", "1900 to 2199"]),
    ("start = 1066-10-14", &["event.toml:3: event.start", "1900 to 2199"]),
    ("fiscal_year = 20218", &["event.toml:3: event.fiscal_year", "1900 to 2199"]),
    ("held_at = \"di mana-mana\"", &["di mana-mana", "hotel-melur"]),
    ("held_at = 5", &["event.held_at", "must be text"]),
    ("needs = [\"helikopter\"]", &["event.needs[1]", "sound-system"]),
    ("peserta = 40", &["event.toml:3: event.peserta", "unknown key", "participants"]),
    ("title = \"dua\"", &["event.toml:3", "duplicate key"]),
    ("[event]", &["event.toml:3", "duplicate"]),
    ("region = \"terbuka", &["event.toml:3", "not valid TOML"]),
    ("region = 'a\u{1}b'", &["event.toml:3", "not valid TOML"]),
    ("a.b.c.d = 1", &["event.toml:3: event.a", "unknown key"]),
];

const COSTS: &[(&str, &[&str])] = &[
    ("quantity = \"-2 orang\"\nunit_price = 1", &["cost[1].quantity"]),
    ("quantity = \"0 orang\"\nunit_price = -1", &["cost[1].unit_price", "negative"]),
    (
        "quantity = \"2 orang\"\nunit_price = 1234567890123456789012345678901234567890",
        &["cost[1].unit_price", "10^20"],
    ),
    (
        "quantity = \"2 orang\"\nunit_price = 0.1234567890123456789012345678901234567890",
        &["cost[1].unit_price", "decimals"],
    ),
    ("quantity = \"99999999999 orang x 99999999999 jam\"\nunit_price = 99999999999", &["cost[1]"]),
    ("quantity = \"2 orang\"\nunit_price = 900.000", &["could be two amounts", "write 900000"]),
    ("quantity = \"2 orang\"\nunit_price = nan", &["cost[1].unit_price", "(found: nan)"]),
    ("quantity = \"2 orang\"\nunit_price = 1\nkind = \"makan-siang\"", &["duplicate key"]),
];

/// Each follows the id and kind of a place.
const PLACES: &[(&str, &[&str])] = &[
    (
        "[venue.capacity]\ntheatre = 0",
        &["v.toml:5: venue[1].capacity.theatre", "cannot be zero", "leave the key out"],
    ),
    ("[venue.capacity]\ntheatre = -1", &["venue[1].capacity.theatre", "(found: -1)"]),
    ("[venue.capacity]\nclassroom = 1.5", &["venue[1].capacity.classroom", "whole number"]),
    ("[venue.capacity]\ntheatre = 99999999999", &["venue[1].capacity.theatre", "4294967295"]),
    ("[venue.capacity]\nberdiri = 400", &["venue[1].capacity.berdiri", "unknown key", "u-shape"]),
    ("[[venue]]\nid = \"a\"\nkind = \"hotel\"", &["v.toml:5: venue[2].id", "stands twice, first on line 2"]),
    ("[[venue]]\nid = \"b\"\nkind = \"istana\"", &["venue[2].kind", "government-hall"]),
    ("[[venue]]\nid = \"../../etc/passwd\"\nkind = \"hotel\"", &["venue[2].id", "lower-case letters"]),
    ("[[venue]]\nid = \"=cmd()\"\nkind = \"hotel\"", &["venue[2].id", "lower-case letters"]),
    ("[[venue]]\nid = \"\"\nkind = \"hotel\"", &["venue[2].id", "is empty"]),
    ("[[venue]]", &["venue[2].id", "missing", "venue[2].kind"]),
    ("aliases = [\"A\", 5]", &["venue[1].aliases[2]", "must be text"]),
    ("rate = 5", &["venue[1].rate"]),
    ("warna = \"biru\"", &["venue[1].warna", "unknown key"]),
];

/// Each follows the component of a rate.
const RATES: &[(&str, &[&str])] = &[
    ("basis = \"meal\"\namount = -1", &["venue[1].rate[1].amount", "negative"]),
    ("basis = \"meal\"\namount = 1234567890123456789012345678901234567890", &["amount", "10^20"]),
    ("basis = \"meal\"\namount = 45.000", &["amount", "could be two amounts"]),
    ("basis = \"meal\"\namount = \"Rp45.000\"", &["amount", "no Rp"]),
    ("basis = \"meal\"\namount = { low = 9, likely = 5, high = 1 }", &["amount", "low <= likely <= high"]),
    ("basis = \"meal\"\namount = {}", &["amount.low", "missing", "amount.high"]),
    ("basis = \"hour\"\namount = 5", &["basis", "person-day"]),
    ("basis = \"session\"\nhours = 0\namount = 5", &["hours"]),
    ("basis = \"unit\"\nquantity = -1\namount = 5", &["quantity", "(found: -1)"]),
    ("basis = \"meal\"\namount = 5\ntax = \"excluded\"\ntax_rate = 11", &["tax_rate", "0 to 1"]),
    (
        "basis = \"meal\"\namount = 5\nvalid_from = 2026-02-30",
        &["v.toml:8: valid_from", "not valid TOML", "2018-11-23"],
    ),
    ("basis = \"meal\"\namount = 5\nvalid_from = \"20218-01-01\"", &["valid_from", "1900 to 2199"]),
    (
        "basis = \"meal\"\namount = 5\nvalid_from = 2026-12-31\nvalid_to = 2026-01-01",
        &["valid_to", "before valid_from"],
    ),
    ("basis = \"meal\"\namount = 5\nincludes = [\"room\"]", &["includes", "only a package"]),
];

/// Other files: option, text, what is said.
const BESIDE: &[(&str, Text)] = &[
    ("prices", ("no price", "", &["f.toml:1: price: missing", "[[price]]"])),
    (
        "prices",
        (
            "a package",
            "[[price]]\ncomponent = \"package-fullday\"\nbasis = \"person-day\"\namount = 5\n",
            &["f.toml:2: price[1].component", "whole package"],
        ),
    ),
    (
        "prices",
        (
            "a negative price",
            "[[price]]\ncomponent = \"meal\"\nbasis = \"meal\"\namount = -5\n",
            &["f.toml:4: price[1].amount", "negative"],
        ),
    ),
    ("prices", ("price as a table", "price = { component = \"meal\" }\n", &["f.toml:1: price", "[[price]]"])),
    (
        "replies",
        (
            "an unknown reason",
            "[[reply]]\nevent = \"x\"\nreason = \"lupa\"\n",
            &["f.toml:3: reply[1].reason", "valid:"],
        ),
    ),
    (
        "replies",
        (
            "an unknown hall",
            "[[reply]]\nevent = \"x\"\nreason = \"hall-unavailable\"\nhalls = [\"tiada\"]\n",
            &["reply[1].halls[1]", "known venues: aula-satu"],
        ),
    ),
    ("replies", ("known that says nothing", "[[known]]\nevent = \"x\"\n", &["known[1].start", "missing"])),
    (
        "replies",
        (
            "31 February",
            "[[known]]\nevent = \"x\"\nstart = \"2026-02-31\"\n",
            &["f.toml:3: known[1].start", "not a day"],
        ),
    ),
    (
        "replies",
        (
            "no participants",
            "[[known]]\nevent = \"x\"\nparticipants = 0\n",
            &["known[1].participants", "1 to"],
        ),
    ),
    ("replies", ("an unknown key", "[[reply]]\nacara = \"x\"\n", &["reply[1].acara", "unknown key"])),
    ("mapping", ("not TOML", "amount: Jumlah\n", &["f.toml:1", "not valid TOML"])),
    ("mapping", ("an unknown field", "jumlah = \"amount\"\n", &["no field \"jumlah\"", "amount"])),
    ("mapping", ("an unknown column", "amount = \"Tiada\"\n", &["no column \"Tiada\"", "unit_price"])),
    ("mapping", ("column 0", "amount = 0\n", &["f.toml:1: amount", "from 1", "(found: 0)"])),
    ("mapping", ("column 9999", "amount = 9999\n", &["no column \"9999\""])),
    ("mapping", ("a list", "amount = [1]\n", &["f.toml:1: amount: is neither a column's name"])),
    ("mapping", ("a date", "amount = 2026-01-01\n", &["f.toml:1: amount: is neither a column's name"])),
];

/// Files of the checks.
const CHECKS: &[(&str, Text)] = &[
    (
        "settings",
        (
            "an unknown check",
            "[check.nosuch]\nenabled = true\n",
            &["check.nosuch", "unknown key", "total-mismatch"],
        ),
    ),
    (
        "settings",
        (
            "an unknown key",
            "[check.total-mismatch]\nnyala = true\n",
            &["check.total-mismatch.nyala", "enabled"],
        ),
    ),
    (
        "settings",
        ("enabled is a number", "[check.total-mismatch]\nenabled = 1\n", &["enabled", "true or false"]),
    ),
    ("settings", ("check is no table", "check = 5\n", &["check", "must be a table"])),
    ("settings", ("a foreign section", "[cek]\n", &["cek", "unknown key"])),
    (
        "suppressions",
        ("no reason", "[[suppress]]\nkey = \"f01\"\ndate = 2026-01-01\n", &["suppress[1].reason", "say why"]),
    ),
    (
        "suppressions",
        ("no day", "[[suppress]]\nkey = \"f01\"\nreason = \"x\"\n", &["suppress[1].date", "missing"]),
    ),
    (
        "suppressions",
        (
            "31 February",
            "[[suppress]]\nkey = \"f01\"\nreason = \"x\"\ndate = \"2026-02-31\"\n",
            &["suppress[1].date", "not a day"],
        ),
    ),
    (
        "suppressions",
        (
            "an unknown check",
            "[[suppress]]\ncheck = \"nosuch\"\nkey = \"f01\"\nreason = \"x\"\ndate = 2026-01-01\n",
            &["suppress[1].check", "valid:"],
        ),
    ),
];

/// Text that is no TOML at all, or TOML that goes deep: said of every file of ours alike.
fn junk() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    vec![
        ("NUL", b"[event]\ntitle = \"a\0b\"\n".to_vec(), "NUL byte"),
        ("Latin-1", b"[event]\ntitle = \"caf\xe9\"\n".to_vec(), "not UTF-8"),
        ("UTF-16", b"\xff\xfe[\0e\0v\0".to_vec(), "not UTF-8"),
        ("a workbook", b"PK\x03\x04\x14\x00\x06\x00".to_vec(), "NUL byte"),
        ("100,000 open brackets", "[".repeat(100_000).into_bytes(), "not valid TOML"),
        ("20,000 nested lists", format!("a = {}", "[".repeat(20_000)).into_bytes(), "not valid TOML"),
        ("20,000 nested tables", format!("a = {}", "{b=".repeat(20_000)).into_bytes(), "not valid TOML"),
        ("a key of 20,000 parts", format!("{}z = 1\n", "a.".repeat(20_000)).into_bytes(), "not valid TOML"),
        ("a section 20,000 deep", format!("[{}z]\n", "a.".repeat(20_000)).into_bytes(), "not valid TOML"),
        ("a megabyte on one line", format!("a = \"{}", "x".repeat(1 << 20)).into_bytes(), "not valid TOML"),
        ("100,000 faults", "x = 1\n[[y]]\n".repeat(50_000).into_bytes(), "f.toml:"),
    ]
}

/// A command that reads the named file.
fn reading(name: &str, file: &str) -> String {
    match name {
        "event" => format!("compare {file} --venues {VENUES}"),
        "venues" => format!("savings {{}}/b.csv --venues {file}"),
        "settings" | "suppressions" => format!("check {{}}/b.csv --{name} {file}"),
        "manifest" => format!("verify {file}"),
        other => format!("savings {{}}/b.csv --venues {VENUES} --{other} {file}"),
    }
}

fn beside((option, (what, text, says)): &(&str, Text)) -> Case {
    let args = reading(option, "{}/f.toml");
    Case::new(format!("{option}: {what}"), &args, 2)
        .file("f.toml", *text)
        .file("b.csv", budget(""))
        .says(says)
}

/// Events, venues and what stands beside them.
pub(crate) fn cases() -> Vec<Case> {
    let event = |text: String, what: &str, says: &[&str]| {
        Case::new(format!("event: {what}"), &reading("event", "{}/event.toml"), 2)
            .file("event.toml", text)
            .says(says)
    };
    let venues = |text: String, what: &str, says: &[&str]| {
        Case::new(format!("venues: {what}"), &reading("venues", "{}/v.toml"), 2)
            .file("v.toml", text)
            .file("b.csv", budget(""))
            .says(says)
    };
    let place = "[[venue]]\nid = \"a\"\nkind = \"hotel\"\n";
    let mut all = Vec::new();
    all.extend(
        EVENTS.iter().map(|(line, says)| event(format!("[event]\ntitle = \"x\"\n{line}\n"), line, says)),
    );
    all.extend(COSTS.iter().map(|(lines, says)| {
        let kind = "description = \"x\"\nkind = \"speaker-fee\"";
        event(format!("[event]\ntitle = \"x\"\n[[cost]]\n{kind}\n{lines}\n"), lines, says)
    }));
    all.extend(PLACES.iter().map(|(lines, says)| venues(format!("{place}{lines}\n"), lines, says)));
    all.extend(RATES.iter().map(|(lines, says)| {
        venues(format!("{place}[[venue.rate]]\ncomponent = \"meal\"\n{lines}\n"), lines, says)
    }));
    all.extend(BESIDE.iter().chain(CHECKS).map(beside));
    for name in ["event", "venues", "prices", "replies", "mapping", "settings", "suppressions", "manifest"] {
        all.extend(junk().into_iter().map(|(what, bytes, says)| {
            Case::new(format!("{name}: {what}"), &reading(name, "{}/f.toml"), 2)
                .file("f.toml", bytes)
                .file("b.csv", budget(""))
                .says(&["f.toml", says])
        }));
    }
    all
}
