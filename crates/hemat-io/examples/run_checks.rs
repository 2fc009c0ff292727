//! The checks over a budget: what each flags, clears, or cannot tell. A signal is not a verdict.
//!
//! `cargo run -p hemat-io --example run_checks`
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::collections::BTreeMap;
use std::error::Error;

use hemat_core::check::{Seen, Settings, checks_on, run_checks};
use hemat_core::classify::Classifier;
use hemat_core::lang::Lang;
use hemat_io::analysis::analyse;
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::read_budget;
use hemat_reference::ceilings::built_in;
use hemat_reference::law::law;

/// One amount is not quantity times price.
const BUDGET: &str = "\
agency,activity,account_code,account_name,description,quantity,unit_price,amount
Dinas Contoh,Rapat evaluasi,5.1.02.01.01.0052,Belanja Makanan dan Minuman Rapat,Makan rapat evaluasi,40 orang x 2 hari,50000,4500000
Dinas Contoh,Rapat evaluasi,5.1.02.01.01.0052,Belanja Makanan dan Minuman Rapat,Kudapan rapat evaluasi,40 orang x 2 hari,20000,1600000
";

fn main() -> Result<(), Box<dyn Error>> {
    let budget = read_budget(BUDGET.as_bytes(), "contoh.csv", &ReadOptions::default())?;
    let analysis = analyse(budget, Classifier::builtin())?;
    let settings = Settings::default();
    let seen = Seen {
        file: &analysis.budget.file,
        lines: &analysis.budget.lines,
        classes: &analysis.classes,
        grouping: &analysis.grouping,
        gaps: &analysis.budget.gaps,
        venues: &[],
        savings: &BTreeMap::new(),
        fund: analysis.fund(),
        law: law(),
        settings: &settings,
        ceilings: &built_in(),
        province: None,
        region: None,
    };
    let examined = run_checks(&checks_on(&settings), &seen);
    for flag in examined.flags() {
        let formula = flag.formula.as_ref().map_or("", |formula| formula.get(Lang::En));
        println!("{}: {} ({formula}), key {}", flag.check, flag.subject, flag.key);
    }
    println!("{} answers in all", examined.findings.len());
    Ok(())
}
