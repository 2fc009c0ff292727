//! The checks on made-up files, and the worked example of each page.
//!
//! `tests/fixtures/checks/NAME/` holds five cases: `flags`, `clear`, `edge` (equal to the limit), `unknown` (data
//! missing) and `outside` (a year, stage or kind of file that the check is not about). A case is `CASE.csv`, with
//! `CASE.venues.toml`, `CASE.settings.toml` and `CASE.ceilings.csv` where it needs them, and `CASE.expected`. Regenerate those with
//! `HEMAT_BLESS=1 cargo test -p hemat-cli --test checks`, and read them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "checks/bench.rs"]
mod bench;
#[path = "checks/page.rs"]
mod page;
#[path = "checks/published.rs"]
mod published;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use bench::{Case, shown};
use hemat_core::check::{CHECKS, Check, Status, check_named};
use hemat_core::lang::Lang;

const CASES: [&str; 5] = ["flags", "clear", "edge", "unknown", "outside"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn folder(check: &Check) -> PathBuf {
    root().join("tests/fixtures/checks").join(check.name)
}

/// Runs one case, holds it against `.expected`, and gives the statuses found.
fn check(check: &'static Check, case: &str) -> BTreeSet<Status> {
    let file = folder(check).join(format!("{case}.csv"));
    let examined = Case::read(&file).run(check);
    let found = shown(&examined);
    let expected = file.with_extension("expected");
    if std::env::var_os("HEMAT_BLESS").is_some() {
        fs::write(&expected, &found).unwrap();
    }
    let known = fs::read_to_string(&expected).unwrap_or_default();
    assert_eq!(found, known, "{}", file.display());
    let counted = examined.coverage.iter().flat_map(|c| {
        let counts = [(Status::Clear, c.counts.clear), (Status::NotApplicable, c.counts.not_applicable)];
        let found = counts.into_iter().filter(|(_, n)| *n > 0).map(|(status, _)| status);
        found.chain(c.cannot_fire.as_ref().map(|_| Status::NotApplicable)).collect::<Vec<_>>()
    });
    examined.findings.iter().map(|f| f.status).chain(counted).collect()
}

#[test]
fn every_check_has_its_five_cases() {
    for this in CHECKS {
        let statuses = CASES.map(|case| check(this, case));
        let [flags, clear, edge, unknown, outside] = &statuses;
        let name = this.name;
        assert!(flags.contains(&Status::Flagged), "{name}: flags");
        for (case, found) in [("clear", clear), ("edge", edge), ("unknown", unknown), ("outside", outside)] {
            assert!(!found.contains(&Status::Flagged), "{name}: {case} must not be flagged");
        }
        assert!(clear.contains(&Status::Clear), "{name}: clear");
        assert!(edge.contains(&Status::Clear), "{name}: edge");
        assert!(unknown.contains(&Status::Insufficient), "{name}: unknown");
        assert!(outside.contains(&Status::NotApplicable), "{name}: outside");
    }
}

/// Further cases beside the five, such as published findings: whatever else lies in the folder.
#[test]
fn further_cases_hold() {
    for this in CHECKS {
        for entry in fs::read_dir(folder(this)).unwrap() {
            let path = entry.unwrap().path();
            let case = path.file_stem().unwrap().to_string_lossy().into_owned();
            if path.extension().is_some_and(|e| e == "csv")
                && !case.contains('.')
                && !CASES.contains(&case.as_str())
            {
                check(this, &case);
            }
        }
    }
}

/// What auditors are reported to have found, in made-up lines: the rupiah at stake add up to the published amount.
#[test]
fn published_amounts_come_out() {
    let known = [("consumption-internal-or-short", "muara-enim-2023", "313307000")];
    for (name, case, amount) in known {
        let this = check_named(name).unwrap();
        let examined = Case::read(&folder(this).join(format!("{case}.csv"))).run(this);
        assert_eq!(examined.at_stake(name).unwrap().to_string(), amount, "{name}: {case}");
    }
}

#[test]
fn the_worked_example_of_every_page_comes_out_as_written() {
    for this in CHECKS {
        for (lang, text) in page::pages(this) {
            page::example_holds(this, lang, text);
        }
    }
}

#[test]
fn every_page_has_its_parts() {
    for this in CHECKS {
        for (lang, text) in page::pages(this) {
            page::parts_are_there(this, lang, text);
        }
    }
}

const COLUMNS: &str = "year,region,agency,activity,account_code,account_name,description,quantity,unit,unit_price,amount,date,stage\n";

/// Stationery: nothing about an event, nobody's fund, and no line with both a quantity and a price.
#[test]
fn a_file_about_nothing_says_of_each_check_why_it_cannot_look() {
    let lines = "2025,,Dinas Contoh,Administrasi,5.2.1,Belanja ATK,Kertas HVS,3 rim,rim,,150000,,\n\
                 2025,,Dinas Contoh,Administrasi,,,Tinta,,,90000,90000,,\n\
                 2025,,Dinas Contoh,Administrasi,5.2.1,Belanja ATK,Lem,,,90000,90000,,\n\
                 2025,,Dinas Contoh,Administrasi,,,Map,3 buah,buah,,90000,,\n";
    let case = Case::of("kosong.csv", &format!("{COLUMNS}{lines}"), None, None);
    for this in CHECKS {
        let examined = case.run(this);
        assert_eq!(examined.findings, [], "{}", this.name);
        let reason = examined.coverage.iter().find_map(|c| c.cannot_fire.as_ref());
        assert!(
            reason.is_some_and(|r| !r.get(Lang::En).is_empty()),
            "{}: {:?}",
            this.name,
            examined.coverage
        );
    }
}

/// What is missing of a price, what is known instead, and where to get it.
#[test]
fn a_price_without_a_limit_says_what_would_give_one() {
    let table = "standard,regulation,fiscal_year_from,nature,item,region,levels,package,unit,amount_idr\n\
                 ,Perbup Contoh 12/2024,2025,limit,meeting-package,Kabupaten Contoh,,fullday,OP,350000\n";
    let apbn = "524114,Belanja Perjalanan Dinas Paket Meeting Dalam Kota";
    let apbd = "5.1.02.04.01.0004,Belanja Perjalanan Dinas Paket Meeting Dalam Kota";
    let package = "Paket fullday seminar di Hotel Contoh,50 orang x 1 hari,OH,900000,45000000";
    let (above, at) = ("price-above-ceiling", "price-at-ceiling");
    let cases = [
        (
            above,
            format!(",Sumatera Utara,Kementerian Contoh,Seminar,{apbn},{package},,"),
            "year",
            "No ceiling known: meeting package depends on the fiscal year",
            "",
        ),
        (
            above,
            format!("2026,,Kementerian Contoh,Seminar,{apbn},{package},,"),
            "price-ceiling",
            "No ceiling known",
            "name the province of the events: --province NAME",
        ),
        (
            at,
            format!("2026,Sumatera Utara,Kementerian Contoh,Seminar,{apbn},{package},2026-03-04,realisasi"),
            "price-ceiling",
            "No ceiling known",
            "the decree, invitation or list of those paid, which names the level (eselon)",
        ),
        (
            above,
            format!("2026,Sumatera Utara,Kementerian Contoh,Seminar,,,{package},,"),
            "binding-ceiling",
            "a limit that binds; what is known: meeting package fullday (menteri/wamen) IDR 675,000",
            "say whose money it is: --fund apbd or --fund apbn",
        ),
        (
            above,
            format!("2025,,Dinas Contoh,Seminar,{apbd},{package},,"),
            "binding-ceiling",
            "a limit that binds; what is known: meeting package fullday IDR 350,000",
            "name the government that pays: --region NAME",
        ),
        (
            above,
            format!("2025,Kabupaten Lain,Dinas Contoh,Seminar,{apbd},{package},,"),
            "binding-ceiling",
            "a limit that binds; what is known: meeting package fullday IDR 350,000",
            "the region's own price standard of that year (Perbup, Perwal, Pergub): --ceilings FILE",
        ),
    ];
    for (check, line, field, label, place) in cases {
        let case =
            Case::of("harga.csv", &format!("{COLUMNS}{line}\n"), None, None).with_ceilings(Some(table));
        let findings = case.run(check_named(check).unwrap()).findings;
        let [finding] = &findings[..] else { panic!("{line}: {findings:?}") };
        let [missing] = &finding.missing[..] else { panic!("{line}: {finding:?}") };
        assert_eq!((finding.status, missing.field), (Status::Insufficient, field), "{line}");
        let (said, known) =
            (missing.label.get(Lang::En), finding.formula.as_ref().map_or("", |f| f.get(Lang::En)));
        assert!(said.starts_with(label) || known.starts_with(label), "{line}: {said}; {known}");
        assert!(missing.where_to_get.get(Lang::En).starts_with(place), "{line}: {missing:?}");
    }
}

/// Two offices in one file, each with an account whose details do not add up: the finding names the right one.
#[test]
fn a_gap_is_of_the_office_whose_account_it_is() {
    let budget = "Judul,Penjabaran APBD,,\nDaerah,Kabupaten Contoh,,\nTahun,2015,,\n\
                  Kode Organisasi,1.22.01,,\nNama Organisasi,Badan Contoh,,\nNo. Rekening,Uraian,Jumlah,Keterangan\n\
                  1.22 . 1.22.01 . 15.03 . 5.2.2.11.02 ,Belanja Makanan,\"400.000,00\",\"Snack30 dos x 10.000,00 = 300.000,00\"\n\
                  1.20 . 1.20.03 . 15.03 . 5.2.2.11.02 ,Belanja Makanan,\"500.000,00\",\"Snack30 dos x 10.000,00 = 300.000,00\"\n";
    let examined = Case::of("dua.csv", budget, None, None).run(check_named("total-mismatch").unwrap());
    let found: Vec<(String, String)> =
        examined.findings.iter().map(|f| (f.agency.to_string(), f.at_stake.unwrap().to_string())).collect();
    let expected = [("1.20.03", "200000"), ("1.22.01 Badan Contoh", "100000")];
    assert_eq!(found, expected.map(|(agency, stake)| (agency.to_owned(), stake.to_owned())));
}
