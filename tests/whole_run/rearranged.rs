//! The same money in another order, in two files, or beside other money.

use crate::budget::{Draw, FORMS_OF_FILES, Form, Row, budget, written};
use crate::figures::{events, headline, lines};
use crate::{BUDGETS, Folder};

/// Rows that stand for themselves may stand anywhere: lines, events, savings and figures stay.
#[test]
fn the_order_of_rows_changes_row_numbers_alone() {
    for (seed, activities) in BUDGETS {
        let folder = Folder::new();
        let rows = budget(seed, activities);
        let shuffled = Draw::of(seed + 1).shuffled(&rows);
        assert!(activities < 3 || rows != shuffled, "seed {seed}");
        for form in FORMS_OF_FILES {
            let what = format!("{form:?}, seed {seed}");
            folder.file("a.csv", &written(form, &rows));
            folder.file("b.csv", &written(form, &shuffled));
            let [one, two] =
                ["a", "b"].map(|name| folder.run(&format!("lines {{}}/{name}.csv --format csv")));
            assert_eq!(lines(&one).len(), rows.len(), "{what}");
            assert_eq!(lines(&one), lines(&two), "{what}");
            let [one, two] =
                ["a", "b"].map(|name| folder.json(&format!("savings {{}}/{name}.csv --venues {{}}/v.toml")));
            assert_eq!(events(&one), events(&two), "{what}");
            assert_eq!(headline(&one), headline(&two), "{what}");
        }
    }
}

/// Between two activities, where a budget can be cut: an event whose rows lay in two files would be two events.
fn cut(rows: &[Row], at: usize) -> (&[Row], &[Row]) {
    let middle = rows.iter().position(|row| row.activity.0 > at).unwrap_or(rows.len());
    rows.split_at(middle)
}

#[test]
fn a_budget_in_two_files_is_the_budget_in_one() {
    for (seed, activities) in BUDGETS.into_iter().filter(|(_, activities)| *activities > 1) {
        let folder = Folder::new();
        let rows = budget(seed, activities);
        for at in [1, activities / 2, activities - 1] {
            let (first, second) = cut(&rows, at);
            for form in FORMS_OF_FILES {
                let what = format!("{form:?}, seed {seed}, cut after activity {at}");
                folder.file("whole.csv", &written(form, &rows));
                folder.file("first.csv", &written(form, first));
                folder.file("second.csv", &written(form, second));
                let whole = folder.run("lines {}/whole.csv --format csv");
                let parts = folder.run("lines {}/first.csv {}/second.csv --format csv");
                assert_eq!(lines(&whole), lines(&parts), "{what}");
                let whole = folder.json("savings {}/whole.csv --venues {}/v.toml");
                let parts = folder.json("savings {}/first.csv {}/second.csv --venues {}/v.toml");
                assert_eq!(events(&whole), events(&parts), "{what}");
                assert_eq!(headline(&whole), headline(&parts), "{what}");
            }
        }
    }
}

/// Two files in the other order are the same two files.
#[test]
fn the_order_of_files_changes_nothing() {
    for (seed, activities) in BUDGETS.into_iter().filter(|(_, activities)| *activities > 1) {
        let folder = Folder::new();
        let rows = budget(seed, activities);
        let (first, second) = cut(&rows, activities / 2);
        folder.file("first.csv", &written(Form::Hemat, first));
        folder.file("second.csv", &written(Form::Hemat, second));
        let one = folder.json("savings {}/first.csv {}/second.csv --venues {}/v.toml");
        let two = folder.json("savings {}/second.csv {}/first.csv --venues {}/v.toml");
        assert_eq!(events(&one), events(&two), "seed {seed}");
        assert_eq!(headline(&one), headline(&two), "seed {seed}");
    }
}

/// Spending of another agency on something that is no event.
fn unrelated(amount: u64) -> Row {
    Row {
        agency: "Dinas Lain".to_owned(),
        activity: (999, "Pemeliharaan jaringan".to_owned()),
        account: ("5.1.02.03.04.0044", "Belanja Pemeliharaan Jalan dan Jembatan"),
        description: "Pengadaan pasir".to_owned(),
        factors: vec![(1, "paket")],
        price: amount,
        day: None,
    }
}

#[test]
fn an_unrelated_row_changes_nothing_else() {
    for (seed, activities) in BUDGETS {
        let folder = Folder::new();
        let rows = budget(seed, activities);
        let before = folder.savings(&rows);
        let mut draw = Draw::of(seed);
        for amount in [1, 123_456, 98_000_000_000] {
            let mut more = rows.clone();
            more.insert(draw.below(rows.len() + 1), unrelated(amount));
            let after = folder.savings(&more);
            let what = format!("seed {seed}, {amount} rupiah more");
            assert_eq!(events(&before), events(&after), "{what}");
            for key in ["gross", "feasible", "sensitivity", "break_even"] {
                assert_eq!(before[key], after[key], "{what}: {key}");
            }
            let part = |report: &serde_json::Value, key: &str| {
                crate::rupiah(&report["reconciliation"]["amount"][key])
            };
            assert_eq!(part(&before, "used"), part(&after, "used"), "{what}");
            for key in ["read", "not_event"] {
                assert_eq!(part(&before, key) + i128::from(amount), part(&after, key), "{what}: {key}");
            }
        }
    }
}
