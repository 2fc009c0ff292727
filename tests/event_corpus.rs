//! Events over the corpus of real budgets. Skipped, with a word, where the corpus is not at hand.
//!
//! `HEMAT_CORPUS` names its folder (default `../shared/corpus` beside the workspace). With `--nocapture` the
//! largest events at a hotel are listed, to be read by a person.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests stand outside test functions"
)]

#[path = "shared_folder.rs"]
mod shared_folder;

use std::path::PathBuf;

use hemat_core::account::AccountClass;
use hemat_core::budget_event::{BudgetEvent, group_events};
use hemat_core::classify::{Classification, Classifier, LineText};
use hemat_core::cost_line::CostLine;
use hemat_core::kind::VenueKind;
use hemat_core::money::Rupiah;
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::read_budget;
use shared_folder::shared_folder;

fn classify(line: &CostLine) -> Classification {
    let context = &line.context;
    Classifier::builtin().classify(&LineText {
        account_code: context.account.as_ref().map_or("", |a| &a.code),
        account_name: &context.account_name,
        activity: &context.activity,
        heading: &line.heading,
        description: &line.description,
    })
}

fn describe(event: &BudgetEvent, lines: &[CostLine], classes: &[Classification]) -> String {
    let mut text = format!(
        "{} venue {} total {} | {} | {} | {} | {:?}",
        event.rows[0],
        event.venue_cost.value(),
        event.total.value(),
        event.kind.as_str(),
        event.title,
        event.activity,
        event.confidence
    );
    for &i in event.lines.iter().take(5) {
        text.push_str(&format!(
            "\n    {} {} {} [{}] {}: {}",
            lines[i].row,
            classes[i].cost_kind,
            classes[i].venue_kind,
            classes[i].reason,
            lines[i].context.account_name,
            lines[i].description
        ));
    }
    text
}

#[test]
fn no_rupiah_is_lost_and_no_revenue_capital_or_salary_is_an_event() {
    let Some(corpus) = shared_folder("corpus") else { return };
    let mut hotels = Vec::new();
    let (mut files, mut events, mut read_lines) = (0, 0, 0);
    for folder in ["diy", "other"] {
        let mut paths: Vec<PathBuf> =
            std::fs::read_dir(corpus.join(folder)).unwrap().map(|e| e.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let bytes = std::fs::read(&path).unwrap();
            let name = path.file_name().unwrap().to_string_lossy();
            let Ok(budget) = read_budget(&bytes, &name, &ReadOptions::default()) else { continue };
            let lines = budget.lines;
            let classes: Vec<Classification> = lines.iter().map(classify).collect();
            let grouping = group_events(&lines, &classes);
            files += 1;
            events += grouping.events.len();
            read_lines += lines.len();

            let mut seen: Vec<usize> = grouping.events.iter().flat_map(|e| e.lines.iter().copied()).collect();
            for &index in &seen {
                let class = lines[index].context.account.as_ref().and_then(|a| a.class);
                let never = matches!(
                    class,
                    Some(AccountClass::Revenue | AccountClass::Capital | AccountClass::Financing)
                );
                let code = lines[index].context.account.as_ref().map_or("", |a| &*a.code);
                assert!(
                    !never && !code.starts_with("5.1.1."),
                    "{}: {code} {}",
                    lines[index].row,
                    lines[index].description
                );
            }
            seen.extend(grouping.unassigned.iter().map(|u| u.line));
            seen.sort_unstable();
            assert_eq!(seen, (0..lines.len()).collect::<Vec<_>>(), "{name}");
            let apart = Rupiah::try_sum(grouping.unassigned.iter().map(|u| lines[u.line].amount)).unwrap();
            let whole = Rupiah::try_sum(lines.iter().map(|l| l.amount)).unwrap();
            assert_eq!(grouping.events_total().unwrap().try_add(apart), Ok(whole), "{name}");
            for event in grouping.events.iter().filter(|e| e.venue_kind == VenueKind::Hotel) {
                hotels.push((event.venue_cost, describe(event, &lines, &classes)));
            }
        }
    }
    hotels.sort_by(|a, b| b.cmp(a));
    println!("{files} files, {read_lines} lines, {events} events, {} of them at a hotel", hotels.len());
    for (_, text) in hotels.iter().take(25) {
        println!("{text}");
    }
    assert!(files > 0);
}
