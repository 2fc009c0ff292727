//! Readers of files that people write. A refusal names at least one fault, each with what is wrong.

use std::path::Path;

use hemat_core::lang::Lang;
use hemat_io::read::calendar_file::read_calendar;
use hemat_io::read::ceilings_file::read_ceilings;
use hemat_io::read::contract::ContractErrors;
use hemat_io::read::event_file::read_event;
use hemat_io::read::manifest_file::read_manifest;
use hemat_io::read::mapping::read_mapping;
use hemat_io::read::prices_file::read_prices;
use hemat_io::read::replies_file::read_replies;
use hemat_io::read::rules_file::read_rules;
use hemat_io::read::schedule_file::read_schedule;
use hemat_io::read::settings_file::read_settings;
use hemat_io::read::suppressions_file::read_suppressions;
use hemat_io::read::template::{
    ceilings_template, event_template, prices_template, replies_template, venues_template,
};
use hemat_io::read::venues_file::read_venues;
use hemat_io::write::settings::settings_template;

use super::{Target, seeds, text};

pub(super) const TARGETS: &[Target] = &[
    Target { name: "event", run: event, seeds: events, smoke: 5_000 },
    Target { name: "venues", run: venues, seeds: venue_files, smoke: 5_000 },
    Target { name: "prices", run: prices, seeds: price_files, smoke: 5_000 },
    Target { name: "replies", run: replies, seeds: reply_files, smoke: 5_000 },
    Target { name: "settings", run: settings, seeds: setting_files, smoke: 3_000 },
    Target { name: "suppressions", run: suppressions, seeds: suppression_files, smoke: 5_000 },
    Target { name: "mapping", run: mapping, seeds: mappings, smoke: 5_000 },
    Target { name: "manifest", run: manifest, seeds: manifests, smoke: 5_000 },
    Target { name: "calendar", run: calendar, seeds: calendars, smoke: 5_000 },
    Target { name: "ceilings", run: ceilings, seeds: ceiling_files, smoke: 5_000 },
    Target { name: "schedule_file", run: schedule_file, seeds: schedules, smoke: 5_000 },
    Target { name: "rules", run: rules, seeds: rule_files, smoke: 1_000 },
];

const HALLS: [&str; 3] = ["aula-satu", "aula-bupati", "gedung-serbaguna"];

fn told<T>(read: Result<T, ContractErrors>) -> Option<T> {
    match read {
        Ok(value) => Some(value),
        Err(errors) => {
            assert!(!errors.faults.is_empty() && errors.faults.iter().all(|f| !f.what.is_empty()));
            let said = errors.to_string();
            assert!(said.lines().count() <= 51, "more than a screen");
            assert!(!said.chars().any(|c| c.is_control() && c != '\n'), "{said:?}");
            None
        }
    }
}

fn event(bytes: &[u8]) {
    told(read_event(&text(bytes), "event.toml"));
}

fn events(root: &Path) -> Vec<Vec<u8>> {
    let mut all = seeds::texts(&[event_template(Lang::Id), event_template(Lang::En)]);
    all.extend(seeds::named(root, &["data/asahan-2018/event.toml", "data/cilegon-2025/event.toml"]));
    all
}

/// Ids are distinct, and no capacity is zero.
fn venues(bytes: &[u8]) {
    let Some(venues) = told(read_venues(&text(bytes), "venues.toml")) else { return };
    let ids: std::collections::BTreeSet<&str> = venues.iter().map(|v| v.id.as_str()).collect();
    assert_eq!(ids.len(), venues.len());
    for rate in venues.iter().flat_map(|v| &v.rates) {
        assert!(!rate.payable().low().is_negative());
    }
}

fn venue_files(root: &Path) -> Vec<Vec<u8>> {
    let mut all = seeds::texts(&[venues_template(Lang::Id), venues_template(Lang::En)]);
    all.extend(seeds::named(root, &["data/asahan-2018/venues.toml", "tests/fixtures/savings/venues.toml"]));
    all
}

fn prices(bytes: &[u8]) {
    told(read_prices(&text(bytes), "prices.toml"));
}

fn price_files(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[prices_template(Lang::Id), prices_template(Lang::En)])
}

fn replies(bytes: &[u8]) {
    told(read_replies(&text(bytes), "replies.toml", &HALLS));
}

fn reply_files(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[
        replies_template(Lang::Id),
        "[[reply]]\nevent = \"e1\"\nreason = \"figures-corrected\"\nparticipants = 60\n[[known]]\nevent = \"e2\"\nstart = 2026-03-01\n",
    ])
}

fn settings(bytes: &[u8]) {
    told(read_settings(&text(bytes), "hemat.toml"));
}

fn setting_files(_: &Path) -> Vec<Vec<u8>> {
    vec![settings_template(Lang::Id).into_bytes(), settings_template(Lang::En).into_bytes()]
}

fn suppressions(bytes: &[u8]) {
    told(read_suppressions(&text(bytes), "suppressions.toml"));
}

fn suppression_files(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[
        "[[suppress]]\ncheck = \"total-mismatch\"\nkey = \"f0123456789\"\nreason = \"Sesuai DPA\"\ndate = 2026-11-24\n",
    ])
}

fn mapping(bytes: &[u8]) {
    told(read_mapping(&text(bytes), "mapping.toml"));
}

fn mappings(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&["[columns]\namount = \"Jumlah\"\ndescription = 3\n", "amount = 1\n"])
}

fn manifest(bytes: &[u8]) {
    told(read_manifest(&text(bytes), "manifest.toml"));
}

fn manifests(_: &Path) -> Vec<Vec<u8>> {
    seeds::texts(&[
        "schema = \"hemat.manifest/1\"\ntool = \"0.1.0\"\ncommand = \"lines\"\narguments = [\"b.csv\"]\nexit = 0\n\n[[input]]\npath = \"b.csv\"\nbytes = 5\nsha256 = \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"\n",
    ])
}

fn calendar(bytes: &[u8]) {
    told(read_calendar(&text(bytes), "calendar.csv", &HALLS));
}

fn calendars(root: &Path) -> Vec<Vec<u8>> {
    seeds::named(root, &["data/jadwal-contoh/calendar.csv", "tests/fixtures/record/calendar.csv"])
}

fn ceilings(bytes: &[u8]) {
    told(read_ceilings(&text(bytes), "ceilings.csv"));
}

fn ceiling_files(root: &Path) -> Vec<Vec<u8>> {
    let mut all = seeds::texts(&[ceilings_template(Lang::Id)]);
    all.extend(seeds::files(root, "tests/fixtures/ceilings", ".csv"));
    all
}

/// Ids are distinct, and no cost is negative.
fn schedule_file(bytes: &[u8]) {
    let Some(file) = told(read_schedule(&text(bytes), "events.csv", &HALLS, None)) else { return };
    let ids: std::collections::BTreeSet<&str> = file.events.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(ids.len(), file.events.len());
    assert!(file.events.iter().all(|e| !e.current_cost.is_negative()));
}

fn schedules(root: &Path) -> Vec<Vec<u8>> {
    let mut all = seeds::named(root, &["data/jadwal-contoh/events.csv"]);
    all.extend(seeds::texts(&[
        "id,start,days,current_cost,cost:aula-satu\na,2026-03-10,2,\"Rp48.000.000,00\",5000\n",
    ]));
    all
}

fn rules(bytes: &[u8]) {
    if let Err(error) = read_rules(bytes, "rules.csv") {
        assert!(!error.to_string().is_empty());
    }
}

fn rule_files(root: &Path) -> Vec<Vec<u8>> {
    seeds::named(root, &["tests/fixtures/events/rules.csv", "tests/fixtures/events/rules_bad.csv"])
}
