//! CSV files that people write beside a budget: calendars, schedules, price tables, rules, lists to classify.

use std::fmt::Write as _;

use crate::budget::{VENUES, budget};
use crate::case::Case;

/// What is wrong, the text, what is said.
type Text = (&'static str, &'static str, &'static [&'static str]);

const CALENDARS: &[Text] = &[
    ("empty", "", &["f.csv:1: header", "missing columns venue, start"]),
    ("foreign columns", "tempat,mulai\n", &["f.csv:1", "valid columns: venue, start, end"]),
    (
        "an unknown hall",
        "venue,start\naula-nol,2026-03-01\n",
        &["f.csv:2: venue", "not in the venues file", "aula-satu"],
    ),
    ("no hall", "venue,start\n,2026-03-01\n", &["f.csv:2: venue: missing"]),
    ("31 February", "venue,start\naula-satu,2026-02-31\n", &["f.csv:2: start", "2026-02-31", "2018-11-23"]),
    ("the year 20218", "venue,start\naula-satu,20218-01-01\n", &["f.csv:2: start", "20218-01-01"]),
    ("no day", "venue,start\naula-satu,\n", &["f.csv:2: start: missing"]),
    (
        "an end before the start",
        "venue,start,end\naula-satu,2026-03-02,2026-03-01\n",
        &["f.csv:2: end", "before start", "swap"],
    ),
    ("a column twice", "venue,start,start\n", &["f.csv:1: start", "twice"]),
    ("more cells than columns", "venue,start\naula-satu,2026-03-01,x\n", &["f.csv:2: row", "more cells"]),
    (
        "an open quote",
        "venue,start,holder\naula-satu,2026-03-01,\"x\naula-satu,2026-03-02,y\n",
        &["f.csv:2: row", "not closed"],
    ),
    ("NUL", "venue,start\naula\0,2026-03-01\n", &["f.csv:2", "NUL byte"]),
];

const SCHEDULES: &[Text] = &[
    ("empty", "", &["f.csv:1: header", "missing columns id, current_cost"]),
    ("an id twice", "id,current_cost\na,1\na,2\n", &["f.csv:3: id", "given twice", "row 2"]),
    ("no id", "id,current_cost\n,1\n", &["f.csv:2: id: missing"]),
    ("no cost", "id,current_cost\na,\n", &["f.csv:2: current_cost: missing"]),
    ("a negative cost", "id,current_cost\na,-5\n", &["f.csv:2: current_cost", "negative"]),
    (
        "a cost of 40 digits",
        "id,current_cost\na,1234567890123456789012345678901234567890\n",
        &["current_cost", "10^20"],
    ),
    ("a cost in words", "id,current_cost\na,banyak\n", &["current_cost", "not an amount"]),
    (
        "a cost that lost digits",
        "id,current_cost\na,2.61024E+11\n",
        &["current_cost", "lost its last digits"],
    ),
    ("a cost of two readings", "id,current_cost\na,1.500\n", &["current_cost", "--decimal-mark"]),
    ("no participants", "id,current_cost,participants\na,1,0\n", &["participants", "1 to 4294967295"]),
    ("negative participants", "id,current_cost,participants\na,1,-4\n", &["participants", "(found: -4)"]),
    ("half a day", "id,current_cost,days\na,1,0.5\n", &["days", "1 to 366"]),
    ("400 days", "id,current_cost,days\na,1,400\n", &["days", "1 to 366"]),
    ("31 February", "id,current_cost,start\na,1,2026-02-31\n", &["start", "not a day"]),
    ("beyond 2199", "id,current_cost,start,days\na,1,2199-12-31,2\n", &["days", "after the year 2199"]),
    ("an unknown layout", "id,current_cost,layout\na,1,berdiri\n", &["layout", "theatre"]),
    ("an unknown session", "id,current_cost,session\na,1,malam\n", &["session", "halfday"]),
    (
        "an unknown hall",
        "id,current_cost,cost:tiada\na,1,1\n",
        &["cost:tiada", "unknown column", "cost:aula-satu"],
    ),
    (
        "a negative cost of a hall",
        "id,current_cost,cost:aula-satu\na,1,-1\n",
        &["cost:aula-satu", "negative"],
    ),
    ("the year 20218", "id,current_cost,fiscal_year\na,1,20218\n", &["fiscal_year", "1900 to 2199"]),
    ("99 meals a day", "id,current_cost,meals_per_day\na,1,99\n", &["meals_per_day", "0 to 24"]),
];

const CEILINGS: &[Text] = &[
    ("empty", "", &["f.csv:1: header", "missing columns regulation"]),
    (
        "no row",
        "regulation,fiscal_year_from,nature,region,unit,amount_idr,item\n",
        &["f.csv:1: row", "no row"],
    ),
    ("a foreign column", "regulation,harga\n", &["f.csv:1: harga", "unknown column"]),
];

const RULES: &[Text] = &[
    ("empty", "", &["f.csv", "missing columns: name, when"]),
    (
        "an unknown kind",
        "name,when,cost_kind,venue,confidence\na,gedung,pesta,hotel,high\n",
        &["line 2", "`cost_kind`", "room-rent"],
    ),
    (
        "an unknown word list",
        "name,when,cost_kind,venue,confidence\na,@tiada,room-rent,hotel,high\n",
        &["line 2", "@tiada"],
    ),
    (
        "a name twice",
        "name,when,cost_kind,venue,confidence\na,x,room-rent,hotel,high\na,y,room-rent,hotel,high\n",
        &["line 3", "exists"],
    ),
    (
        "a word list that is the rule itself",
        "name,when,cost_kind,venue,confidence\na,@a,room-rent,hotel,high\n",
        &["line 2", "@a"],
    ),
    (
        "a ring of two",
        "name,when,cost_kind,venue,confidence\na,@b,room-rent,hotel,high\nb,@a,room-rent,hotel,high\n",
        &["line 2", "@b"],
    ),
    ("a row cut short", "name,when,cost_kind,venue,confidence\na,gedung\n", &["f.csv", "line: 2"]),
    ("Latin-1", "name,when\n", &["f.csv", "missing columns"]),
];

const LISTS: &[Text] = &[
    ("empty", "", &["no column `description`"]),
    ("foreign columns", "id,uraian\n1,Rapat\n", &["no column `description`", "id, uraian"]),
];

/// Rings of names: a hall that is called like another, and the other like it.
const RINGS: &[(&str, &str)] = &[
    (
        "two halls of one alias",
        "[[venue]]\nid = \"a\"\nname = \"A\"\naliases = [\"B\"]\nkind = \"hotel\"\n[[venue]]\nid = \"b\"\nname = \"B\"\naliases = [\"A\"]\nkind = \"government-hall\"\n",
    ),
    (
        "a hall that is its own alias",
        "[[venue]]\nid = \"a\"\nname = \"A\"\naliases = [\"A\", \"A\"]\nkind = \"government-hall\"\n",
    ),
    (
        "three halls in a ring",
        "[[venue]]\nid = \"a\"\naliases = [\"b\"]\nkind = \"hotel\"\n[[venue]]\nid = \"b\"\naliases = [\"c\"]\nkind = \"hotel\"\n[[venue]]\nid = \"c\"\naliases = [\"a\"]\nkind = \"government-hall\"\n",
    ),
];

/// Many faults: a screen of them is enough.
fn many() -> String {
    let mut text = "venue,start\n".to_owned();
    for row in 0..20_000 {
        let _ = writeln!(text, "tiada-{row},besok");
    }
    text
}

/// All of them.
pub(crate) fn cases() -> Vec<Case> {
    let case = |group: &str, args: &str, (what, text, says): &Text| {
        Case::new(format!("{group}: {what}"), args, 2)
            .file("f.csv", *text)
            .file("b.csv", budget(""))
            .says(says)
    };
    let calendar = format!("savings {{}}/b.csv --venues {VENUES} --calendar {{}}/f.csv");
    let schedule = format!("schedule {{}}/f.csv --venues {VENUES}");
    let mut all = Vec::new();
    all.extend(CALENDARS.iter().map(|text| case("calendar", &calendar, text)));
    all.extend(SCHEDULES.iter().map(|text| case("schedule", &schedule, text)));
    all.extend(CEILINGS.iter().map(|text| case("ceilings", "ceilings --check {}/f.csv", text)));
    all.extend(RULES.iter().map(|text| case("rules", "classify {}/b.csv --rules {}/f.csv", text)));
    all.extend(LISTS.iter().map(|text| case("classify", "classify {}/f.csv", text)));
    all.extend(RINGS.iter().map(|(what, text)| {
        Case::new(*what, "savings {}/b.csv --venues {}/v.toml", 0)
            .file("v.toml", *text)
            .file("b.csv", budget(""))
    }));
    all.push(
        Case::new("a calendar of 40,000 faults", &calendar, 2)
            .file("f.csv", many())
            .file("b.csv", budget(""))
            .says(&["f.csv:2: start", "more"]),
    );
    all
}
