//! Every input file with a text of one's choice in every field that holds text.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::run;

/// A folder of input files.
pub(crate) struct Inputs {
    folder: tempfile::TempDir,
    /// The id of the event of the first line.
    pub(crate) event: String,
}

fn toml_text(text: &str) -> String {
    let escaped = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04X}", u32::from(c)),
        c => c.to_string(),
    };
    text.chars().map(escaped).collect()
}

fn csv_text(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

impl Inputs {
    /// The files with `text` in their fields. A name of a place holds `name` instead, where `text` is refused.
    pub(crate) fn with(text: &str, name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut inputs = Inputs { folder, event: String::new() };
        let (cell, toml, name) = (csv_text, toml_text(text), toml_text(name));
        let row = |agency: &str, activity: &str, account: &str, what: &str, figures: &str| {
            format!(
                "2026,{},{},1.01,{},{account},{},{},{figures}\n",
                cell(&format!("Kabupaten Contoh{text}")),
                cell(&format!("{agency}{text}")),
                cell(&format!("{activity} {text}")),
                cell(&format!("Belanja Contoh {text}")),
                cell(&format!("{what} {text}")),
            )
        };
        let head = "year,region,agency,activity_code,activity,account_code,account_name,description,quantity,unit,unit_price,amount\n";
        let hotel = "5.1.02.04.01.0004";
        let budget = [
            row(
                "Dinas Satu",
                "Sosialisasi layanan",
                hotel,
                "Paket halfday di Hotel Melur",
                "100 orang x 1 hari,OH,250000,25000000",
            ),
            row(
                "Dinas Satu",
                "Rapat evaluasi",
                "5.1.02.02.05.0043",
                "Sewa ruang rapat di Hotel Melur",
                "1 ruang x 2 hari,ruang hari,3000000,6000000",
            ),
            row(
                "Dinas Satu",
                "Rapat evaluasi",
                "5.1.02.01.01.0052",
                "Makan rapat evaluasi",
                "40 orang x 2 hari,OH,50000,4000000",
            ),
            // The product differs from the amount, and one amount cannot be read.
            row(
                "Dinas Dua",
                "Bimtek pengadaan",
                hotel,
                "Paket fullday di Hotel Melur",
                "50 orang x 2 hari,OH,300000,33000000",
            ),
            row("Dinas Dua", "Bimtek pengadaan", hotel, "Paket fullboard", "50 orang,OH,300000,banyak"),
        ];
        // Text first: a cell that begins with a formula.
        let first = format!(
            "2026,Kabupaten Contoh,{},1.02,{},{hotel},Belanja,{},10 orang,OH,100000,1000000\n",
            cell(text),
            cell(text),
            cell(text)
        );
        // A file with more than one control character in a hundred is no text, and refused.
        let filling = "kata ".repeat(if text.contains(char::is_control) { 12_000 } else { 0 });
        let filling = format!(
            "2026,Kabupaten Contoh,Dinas Satu,1.03,Layanan,5.1.02.01.01.0024,Alat tulis,{filling}.,1 paket,paket,1000,1000\n"
        );
        inputs.write("budget.csv", &format!("{head}{}{first}{filling}", budget.concat()));
        inputs.write(
            "venues.toml",
            &format!(
                r#"
[[venue]]
id = "aula-satu"
name = "Aula Satu {name}"
aliases = ["Gedung {name}"]
kind = "government-hall"
region = "Kabupaten Contoh{toml}"
compound = ["Dinas Satu{toml}"]
[venue.capacity]
theatre = 350
classroom = 200
evidence = "tariff"
source = "tarif {toml}"
[[venue.rate]]
component = "hall-rent"
basis = "day"
amount = 1000000
evidence = "tariff"
source = "{toml}"
[[venue.rate]]
component = "meal"
basis = "meal"
amount = {{ low = 40000, likely = 45000, high = 50000 }}
evidence = "quote"
source = "{toml} katering"
[[venue]]
id = "hotel-melur"
name = "Hotel Melur {name}"
kind = "hotel"
region = "{toml}"
[[venue.rate]]
component = "package-halfday"
basis = "person-day"
amount = 250000
includes = ["room", "meal:1", "snack:1", "sound-system"]
evidence = "quote"
source = "brosur {toml}"
"#
            ),
        );
        inputs.write(
            "event.toml",
            &format!(
                r#"
[event]
title = "Seminar {toml}"
organiser = "{toml}"
region = "Kabupaten Contoh"
fiscal_year = 2026
start = 2026-03-12
participants = {{ low = 80, likely = 100, high = 120, evidence = "budget", source = "undangan {toml}" }}
layout = "classroom"
session = "halfday"
needs = ["sound-system"]
held_at = "hotel-melur"
[[cost]]
description = "Honorarium {toml}"
kind = "speaker-fee"
quantity = "2 orang x 3 jam"
unit_price = 900000
evidence = "assumption"
source = "{toml}"
"#
            ),
        );
        inputs.write(
            "prices.toml",
            &format!("[[price]]\ncomponent = \"snack\"\nbasis = \"snack\"\namount = 20000\nevidence = \"quote\"\nsource = \"{toml}\"\n"),
        );
        inputs.write(
            "calendar.csv",
            &format!("venue,start,end,holder,source\naula-satu,2026-03-12,2026-03-12,{0},{0}\n", cell(text)),
        );
        inputs.write(
            "events.csv",
            &format!(
                "id,title,start,days,participants,layout,current_cost,cost:aula-satu\nA,{0},2026-03-12,1,50,theatre,9000000,1000000\nB,{0},2026-03-12,1,900,theatre,8000000,1000000\nC,{0},,1,50,theatre,8000000,1000000\n",
                cell(text)
            ),
        );
        inputs.write(
            "descriptions.csv",
            &format!("id,account_code,account_name,activity,heading,description,amount\n{0},{hotel},{0},{0},{0},{0},1000\n", cell(text)),
        );
        let listed: Value = serde_json::from_str(
            &run(&["events", &inputs.path("budget.csv"), "--format", "json", "--quiet", "--no-redact"])
                .stdout,
        )
        .unwrap();
        let in_row_2 = |event: &&Value| event["rows"].as_array().unwrap().iter().any(|row| row["row"] == 2);
        let event = listed["events"].as_array().unwrap().iter().find(in_row_2).unwrap();
        event["id"].as_str().unwrap().clone_into(&mut inputs.event);
        let event = &inputs.event;
        inputs.write(
            "replies.toml",
            &format!(
                "[[reply]]\nevent = \"{event}\"\nreason = \"booked\"\nhalls = [\"aula-satu\"]\nstatement = \"{toml}\"\noffice = \"{toml}\"\nreceived = 2026-06-02\nevidence = \"claim\"\nsource = \"{toml}\"\n"
            ),
        );
        inputs.write(
            "suppressions.toml",
            &format!("[[suppress]]\nkey = \"{event}\"\nreason = \"{toml}\"\ndate = 2026-11-24\n[[suppress]]\nkey = \"unused\"\nreason = \"{toml}\"\ndate = 2026-11-24\n"),
        );
        inputs
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).unwrap();
    }

    /// The path of one of the files.
    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// The commands that show these texts, each with its name.
    pub(crate) fn commands(&self) -> Vec<(&'static str, Vec<String>)> {
        let f = |name: &str| self.path(name);
        let budget = f("budget.csv");
        let with = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<String>>();
        let (venues, prices, calendar) = (f("venues.toml"), f("prices.toml"), f("calendar.csv"));
        let (replies, suppressions) = (f("replies.toml"), f("suppressions.toml"));
        vec![
            ("compare", with(&["compare", &f("event.toml"), "--venues", &venues, "--calendar", &calendar])),
            ("record", with(&["compare", &f("event.toml"), "--venues", &venues, "--record"])),
            (
                "savings",
                with(&[
                    "savings",
                    &budget,
                    "--venues",
                    &venues,
                    "--prices",
                    &prices,
                    "--calendar",
                    &calendar,
                    "--replies",
                    &replies,
                ]),
            ),
            ("explain", with(&["savings", &budget, "--venues", &venues, "--explain", &self.event])),
            ("check", with(&["check", &budget, "--venues", &venues, "--suppressions", &suppressions])),
            (
                "audit",
                with(&["audit", &budget, "--venues", &venues, "--prices", &prices, "--replies", &replies]),
            ),
            ("events", with(&["events", &budget, "--venues", &venues])),
            ("event", with(&["event", &self.event, &budget])),
            ("lines", with(&["lines", &budget])),
            ("inspect", with(&["inspect", &budget])),
            ("schedule", with(&["schedule", &f("events.csv"), "--venues", &venues, "--calendar", &calendar])),
        ]
    }
}

/// What a run wrote to a file, and what it said.
pub(crate) fn written(args: &[String], format: &str) -> (Vec<u8>, String) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut all = args.to_vec();
    all.extend(["--format", format, "--no-redact", "--out", out.to_str().unwrap()].map(str::to_owned));
    let ran = run(&all);
    assert_eq!(ran.code, 0, "{all:?}: {}", ran.stderr);
    (read(&out), ran.stderr)
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(PathBuf::from(path)).unwrap()
}
