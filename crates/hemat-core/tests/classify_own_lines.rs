//! Lines of our own, typical forms and traps: the kind, the place and the deciding rule of each.

use hemat_core::classify::{Classifier, LineText};

#[test]
fn own_lines_are_told_with_their_reason() {
    let table = include_str!("data/own_lines.txt");
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in table.lines().skip(2) {
        let cells: Vec<&str> = row.split('|').collect();
        let [account_code, account_name, activity, heading, description, cost, venue, reason] = cells[..]
        else {
            panic!("a row needs eight fields: {row}");
        };
        count += 1;
        let line = LineText { account_code, account_name, activity, heading, description };
        let found = Classifier::builtin().classify(&line);
        if (found.cost_kind.as_str(), found.venue_kind.as_str(), found.reason.as_ref())
            != (cost, venue, reason)
        {
            wrong.push(format!("{row}\n    got {} {} {}", found.cost_kind, found.venue_kind, found.reason));
        }
    }
    assert!(count >= 150, "{count} lines");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
