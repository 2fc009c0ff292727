//! Judgement: classes, events, comparisons, savings, schedules, checks.

use std::path::Path;

use hemat_core::check::{CHECKS, Seen, Settings, run_checks};
use hemat_core::classify::{Classifier, LineText};
use hemat_core::comparison::compare;
use hemat_core::estimate::Estimate;
use hemat_core::money::Rupiah;
use hemat_core::price_book::PriceBook;
use hemat_core::reply::Replies;
use hemat_core::saving::{Savings, Terms, savings};
use hemat_core::schedule::{Hall, Offer, Options, Problem, ScheduleEvent, schedule};
use hemat_core::venue::Venue;
use hemat_io::analysis::{Analysis, analyse_knowing, known_places};
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::event_file::read_event;
use hemat_io::read::read_budget;
use hemat_io::read::schedule_file::read_schedule;
use hemat_io::read::venues_file::read_venues;
use hemat_reference::ceilings::built_in;
use hemat_reference::law::law;

use super::{Target, pair, seeds, text};

pub(super) const TARGETS: &[Target] = &[
    Target { name: "classify", run: classify, seeds: descriptions, smoke: 5_000 },
    Target { name: "events", run: events, seeds: budgets, smoke: 2_000 },
    Target { name: "compare", run: comparison, seeds: cases, smoke: 2_000 },
    Target { name: "savings", run: savings_of_files, seeds: budgets, smoke: 2_000 },
    Target { name: "schedule", run: schedule_of_files, seeds: schedules, smoke: 2_000 },
    Target { name: "checks", run: checks, seeds: checked, smoke: 2_000 },
];

/// Any line has a class with a reason, the same each time.
fn classify(bytes: &[u8]) {
    let text = text(bytes);
    let mut cells = text.splitn(5, ['\n', ',']);
    let mut cell = || cells.next().unwrap_or("");
    let line = LineText {
        account_code: cell(),
        account_name: cell(),
        activity: cell(),
        heading: cell(),
        description: cell(),
    };
    let class = Classifier::builtin().classify(&line);
    assert!(!class.reason.is_empty());
    assert_eq!(class, Classifier::builtin().classify(&line));
}

fn descriptions(root: &Path) -> Vec<Vec<u8>> {
    let mut all = seeds::texts(&[
        "5.1.02.02.05.0043,Belanja Sewa Hotel,Rapat,,Sewa ruang rapat di Hotel Melur",
        "4.1.01.06.01.0001,Pajak Hotel,,,Pajak Hotel",
        ",,,,Paket meeting fullday di Hotel Melur, 50 orang",
    ]);
    all.extend(seeds::lines(seeds::named(root, &["tests/fixtures/savings/budget.csv"])));
    all
}

/// A budget with halls, read and analysed; `None` where either is refused.
fn analysed(bytes: &[u8]) -> Option<(Analysis, Vec<Venue>)> {
    let text = text(bytes);
    let (budget, venues) = pair(&text);
    let venues = read_venues(venues, "venues.toml").unwrap_or_default();
    let budget = read_budget(budget.as_bytes(), "fuzz", &ReadOptions::default()).ok()?;
    let analysis = analyse_knowing(budget, Classifier::builtin(), &known_places(&venues)).ok()?;
    Some((analysis, venues))
}

/// Each line is in one event or in none, and no rupiah is lost.
fn events(bytes: &[u8]) {
    let Some((analysis, _)) = analysed(bytes) else { return };
    let grouped = analysis.grouping.events.iter().flat_map(|e| e.lines.iter().copied());
    let mut lines: Vec<usize> = grouped.chain(analysis.grouping.unassigned.iter().map(|u| u.line)).collect();
    lines.sort_unstable();
    assert_eq!(lines, (0..analysis.budget.lines.len()).collect::<Vec<_>>(), "a line in no place or in two");
    let split = analysis.reconciliation.amount;
    let all = Rupiah::try_sum([split.used, split.set_aside, split.not_event]);
    assert_eq!(all, Ok(split.read));
}

fn budgets(root: &Path) -> Vec<Vec<u8>> {
    let venues = "tests/fixtures/savings/venues.toml";
    let mut all = Vec::new();
    for budget in [
        "tests/fixtures/savings/budget.csv",
        "data/contoh/rincian.csv",
        "tests/fixtures/events/rencana.csv",
        "tests/fixtures/letters/anggaran.csv",
    ] {
        all.extend(seeds::joined(root, &[budget, venues]));
    }
    all
}

fn in_order(range: Estimate<Rupiah>) {
    assert!(range.low() <= range.likely() && range.likely() <= range.high());
}

/// A comparison has its baseline first and ranges in order; an incomplete option is never called cheaper than a
/// complete baseline.
fn comparison(bytes: &[u8]) {
    let text = text(bytes);
    let (event, venues) = pair(&text);
    let (Ok(event), Ok(venues)) = (read_event(event, "event.toml"), read_venues(venues, "venues.toml"))
    else {
        return;
    };
    for baseline in venues.iter().map(|v| v.id.as_str()) {
        let Ok(found) = compare(&event.event, &venues, baseline, None) else { continue };
        assert_eq!(found.options.len(), venues.len());
        assert_eq!(found.options.first().map(|o| o.venue.as_str()), Some(baseline));
        if let Ok(best) = &found.best {
            assert!(best != baseline && venues.iter().any(|v| v.id == *best));
        }
    }
}

fn cases(root: &Path) -> Vec<Vec<u8>> {
    let case =
        |name: &str| seeds::joined(root, &[&format!("{name}/event.toml"), &format!("{name}/venues.toml")]);
    [case("data/asahan-2018"), case("data/cilegon-2025"), case("tests/fixtures/workbook")].concat()
}

fn saved(analysis: &Analysis, venues: &[Venue]) -> Option<Savings> {
    let (book, replies) = (PriceBook::default(), Replies::default());
    let terms = Terms { venues, book: &book, replies: &replies, calendar: None };
    savings(&analysis.event_inputs().ok()?, &terms).ok()
}

/// Ranges are in order, the gross saving is the sum of what saves, and what can be done is not more.
fn savings_of_files(bytes: &[u8]) {
    let Some((analysis, venues)) = analysed(bytes) else { return };
    let Some(all) = saved(&analysis, &venues) else { return };
    assert_eq!(all.events.len(), analysis.grouping.events.len());
    all.events.iter().filter_map(|e| e.gross_saving).for_each(in_order);
    in_order(all.gross);
    assert_eq!(all.gross, all.gross_without_replies, "there are no replies");
}

/// No hall holds two events on a day, and the saving is the sum of the assignments'.
fn schedule_of_files(bytes: &[u8]) {
    let text = text(bytes);
    let (events, venues) = pair(&text);
    let Ok(venues) = read_venues(venues, "venues.toml") else { return };
    let ids: Vec<&str> = venues.iter().map(|v| v.id.as_str()).collect();
    let Ok(file) = read_schedule(events, "events.csv", &ids, None) else { return };
    let event = |row: &hemat_io::read::schedule_file::ScheduleRow| {
        let current = Estimate::exact(row.current_cost);
        let offers = row.costs.iter().filter_map(|(hall, cost)| {
            Some((hall.clone(), Offer::at_cost(current, Estimate::exact(*cost)).ok()?))
        });
        ScheduleEvent {
            id: row.id.clone(),
            title: row.event.title.clone(),
            start: row.event.start,
            days: row.event.days_or_default().likely(),
            participants: row.event.participants.as_ref().map(|p| p.count),
            layout: row.event.seating,
            current_cost: current,
            offers: offers.collect(),
        }
    };
    let problem = Problem {
        events: file.events.iter().map(event).collect(),
        halls: venues.iter().map(Hall::from).collect(),
        calendar: Default::default(),
        period: None,
    };
    let options = Options { limit: 2_000, ..Options::default() };
    let Ok(found) = schedule(&problem, &options) else { return };
    for (at, one) in found.assignments.iter().enumerate() {
        assert!(one.first <= one.last && !one.saving.likely().is_negative());
        for two in found.assignments.iter().take(at).filter(|two| two.hall == one.hall) {
            let apart = one.last < two.first || two.last < one.first;
            assert!(apart, "{} and {} in {}", one.event, two.event, one.hall);
        }
    }
}

fn schedules(root: &Path) -> Vec<Vec<u8>> {
    let venues = "data/jadwal-contoh/venues.toml";
    let mut all = seeds::joined(root, &["data/jadwal-contoh/events.csv", venues]);
    let costs = b"id,title,start,days,participants,layout,current_cost,cost:aula-bupati,cost:gedung-serbaguna\na,A,2026-03-10,1,50,theatre,9000000,100000,\nb,B,2026-03-10,2,50,theatre,8000000,100000,200000\nc,C,2026-03-11,1,,,7000000,1,2\n".to_vec();
    all.push([costs, seeds::named(root, &[venues]).concat()].join(super::BETWEEN.as_bytes()));
    all
}

/// Every check answers, and each finding says of which check it is.
fn checks(bytes: &[u8]) {
    let Some((analysis, venues)) = analysed(bytes) else { return };
    let savings = analysis.savings_by_event(&venues, &PriceBook::default()).unwrap_or_default();
    let settings = Settings::default();
    let ceilings = built_in();
    let seen = Seen {
        file: &analysis.budget.file,
        lines: &analysis.budget.lines,
        classes: &analysis.classes,
        grouping: &analysis.grouping,
        gaps: &analysis.budget.gaps,
        venues: &venues,
        savings: &savings,
        fund: analysis.fund(),
        ceilings: &ceilings,
        province: None,
        region: None,
        law: law(),
        settings: &settings,
    };
    let all: Vec<_> = CHECKS.to_vec();
    let examined = run_checks(&all, &seen);
    assert!(examined.findings.iter().all(|finding| !finding.check.is_empty()));
}

fn checked(root: &Path) -> Vec<Vec<u8>> {
    let mut all = budgets(root);
    for check in CHECKS {
        let folder = format!("tests/fixtures/checks/{}", check.name);
        all.extend(seeds::joined(
            root,
            &[&format!("{folder}/flags.csv"), &format!("{folder}/flags.venues.toml")],
        ));
    }
    all
}
