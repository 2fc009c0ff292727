//! What the sieve says of a file, held to what the plain reader says: shared with the fuzzer.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use hemat_core::budget_event::{BudgetEvent, UnassignedReason};
use hemat_core::classify::Classifier;
use hemat_core::cost_line::{CostLine, LineContext};
use hemat_core::kind::CostKind;
use hemat_core::money::Rupiah;
use hemat_core::repeated::two_stages;
use hemat_io::analysis::{Analysis, analyse, analyse_closed, classify_lines};
use hemat_io::read::budget::{BudgetFile, ClassifiedFile, ReadOptions};
use hemat_io::read::read_budget;
use hemat_io::read::sieve::{Pace, read_closing, read_events};

thread_local! {
    /// How many files of a test were read without keeping a line, and how many not.
    pub(crate) static CLOSED: RefCell<(u32, u32)> = const { RefCell::new((0, 0)) };
}

pub(crate) fn sieve(bytes: &[u8], pace: Pace) -> Option<ClassifiedFile> {
    read_events(bytes, "a.csv", &ReadOptions::default(), Classifier::builtin(), pace).unwrap_or(None)
}

fn reason(kind: CostKind) -> Option<UnassignedReason> {
    match kind {
        CostKind::NotEvent => Some(UnassignedReason::NotEvent),
        CostKind::BusinessTravel => Some(UnassignedReason::BusinessTravel),
        _ => None,
    }
}

fn whose(context: &LineContext) -> (Option<u16>, String, String, Option<&'static str>) {
    let (region, agency) = (context.region.to_string(), context.agency.to_string());
    (context.year, region, agency, context.stage.map(|s| s.as_str()))
}

/// Everything the sieve says of a file is what the plain reader says of it. True if the sieve read it at all.
pub(crate) fn agrees(bytes: &[u8], pace: Pace, name: &str) -> bool {
    let Some(ClassifiedFile { budget: sieved, classes }) = sieve(bytes, pace) else { return false };
    assert_eq!(classes, classify_lines(&sieved.lines, Classifier::builtin()), "{name}");
    let plain = read_budget(bytes, "a.csv", &ReadOptions::default()).unwrap();
    let head = |f: &BudgetFile| {
        (f.layout, f.encoding.clone(), f.delimiter, f.header_row, f.columns.clone(), f.file_columns.clone())
    };
    assert_eq!(head(&sieved), head(&plain), "{name}");
    assert_eq!(sieved.tally, plain.tally, "{name}");
    assert_eq!((&sieved.set_aside, sieved.details), (&plain.set_aside, plain.details), "{name}");
    assert_eq!(sieved.diagnostics, plain.diagnostics, "{name}");
    assert_eq!(sieved.gaps, plain.gaps, "{name}");

    let classes = classify_lines(&plain.lines, Classifier::builtin());
    let mut kept = sieved.lines.iter().peekable();
    let mut counted: BTreeMap<UnassignedReason, (u64, Rupiah)> = BTreeMap::new();
    let mut contexts = BTreeSet::new();
    for (line, class) in plain.lines.iter().zip(&classes) {
        contexts.insert(whose(&line.context));
        if kept.next_if(|k| *k == line).is_some() {
            continue;
        }
        let reason = reason(class.cost_kind).unwrap_or_else(|| panic!("{name}: lost or changed: {line:?}"));
        let (lines, amount) = counted.entry(reason).or_default();
        *lines += 1;
        *amount = amount.try_add(line.amount).unwrap();
    }
    assert_eq!(kept.next(), None, "{name}: a line of its own making");
    assert_eq!(sieved.counted.by_reason, counted, "{name}");
    let of_sieve = sieved.lines.iter().map(|l| &*l.context).chain(&sieved.counted.contexts).map(whose);
    assert_eq!(of_sieve.collect::<BTreeSet<_>>(), contexts, "{name}");
    let (ours, theirs) = (analyse(sieved, Classifier::builtin()), analyse(plain, Classifier::builtin()));
    let (ours, theirs) = (ours.unwrap(), theirs.unwrap());
    assert_eq!(ours.content().unwrap(), theirs.content().unwrap(), "{name}");
    assert_eq!(ours.reconciliation, theirs.reconciliation, "{name}");
    assert_eq!(ours.unassigned().unwrap(), theirs.unassigned().unwrap(), "{name}");
    assert_eq!(ours.fund(), theirs.fund(), "{name}");
    let events = |a: &hemat_io::analysis::Analysis| {
        let events = a.grouping.events.iter().map(|e| {
            let lines: Vec<CostLine> = e.lines.iter().map(|i| a.budget.lines[*i].clone()).collect();
            (e.id.clone(), e.title.clone(), e.total, e.rows.clone(), lines)
        });
        events.collect::<Vec<_>>()
    };
    assert_eq!(events(&ours), events(&theirs), "{name}");
    closed_agrees(bytes, pace, &theirs, name);
    true
}

/// Without any line, everything that savings need of a file is what all its lines say. Nothing is said of a file that
/// comes back to an activity.
fn closed_agrees(bytes: &[u8], pace: Pace, theirs: &Analysis, name: &str) {
    let options = ReadOptions::default();
    let read = read_closing(bytes, "a.csv", &options, Classifier::builtin(), &[], pace).unwrap_or(None);
    CLOSED.with_borrow_mut(|(closed, left)| *(if read.is_some() { closed } else { left }) += 1);
    let Some(file) = read else { return };
    let ours = analyse_closed(file).unwrap();
    assert_eq!(ours.budget.lines, [], "{name}");
    assert_eq!(ours.budget.diagnostics, theirs.budget.diagnostics, "{name}");
    assert_eq!(ours.budget.tally, theirs.budget.tally, "{name}");
    assert_eq!(ours.reconciliation, theirs.reconciliation, "{name}");
    assert_eq!(ours.unassigned().unwrap(), theirs.unassigned().unwrap(), "{name}");
    assert_eq!(ours.content().unwrap(), theirs.content().unwrap(), "{name}");
    assert_eq!(ours.fund(), theirs.fund(), "{name}");
    assert_eq!(ours.venue_lines_apart(), theirs.venue_lines_apart(), "{name}");
    let stages = |a: &Analysis| two_stages(a.contexts());
    assert_eq!(stages(&ours), stages(theirs), "{name}");
    let without_places = |event: &BudgetEvent| {
        let mut event = event.clone();
        event.lines.clear();
        let counts = [&mut event.participants, &mut event.days, &mut event.occurrences];
        counts.into_iter().flatten().for_each(|count| count.lines.clear());
        event
    };
    let inputs = |a: &Analysis| {
        let inputs = a.event_inputs().unwrap().into_iter();
        inputs.map(|i| (without_places(i.event), i.account, i.start, i.transport)).collect::<Vec<_>>()
    };
    assert_eq!(inputs(&ours), inputs(theirs), "{name}");
}
