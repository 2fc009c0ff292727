//! A budget file in any layout: its lines, its events, and where every row and rupiah went.
//!
//! `cargo run -p hemat-io --example list_events -- FILE` (without a file: a small one of its own)
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;

use hemat_core::classify::Classifier;
use hemat_core::lang::Lang;
use hemat_io::analysis::analyse;
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::read_budget;

const BUDGET: &str = "\
agency,activity,account_code,account_name,description,quantity,unit_price,amount
Dinas Contoh,Sosialisasi layanan,5.1.02.04.01.0004,Belanja Paket Meeting,Paket halfday sosialisasi layanan di Hotel Contoh,100 orang x 1 hari,250000,25000000
Dinas Contoh,Sosialisasi layanan,5.1.02.02.01.0003,Honorarium Narasumber,Honor narasumber,2 orang x 3 jam,900000,5400000
Dinas Contoh,Kantor,5.1.02.01.01.0024,Alat Tulis Kantor,Kertas,10 rim,50000,500000
";

fn main() -> Result<(), Box<dyn Error>> {
    let (name, bytes) = match std::env::args().nth(1) {
        Some(path) => (path.clone(), std::fs::read(path)?),
        None => ("contoh.csv".to_owned(), BUDGET.as_bytes().to_vec()),
    };
    let budget = read_budget(&bytes, &name, &ReadOptions::default())?;
    // Nothing is dropped in silence: what was wrong is said beside what was read.
    for diagnostic in &budget.diagnostics {
        println!("{diagnostic}");
    }
    let tally = budget.tally;
    println!(
        "{} rows = {} used + {} set aside + {} no lines",
        tally.rows_read, tally.rows_used, tally.rows_set_aside, tally.rows_not_lines
    );
    let analysis = analyse(budget, Classifier::builtin())?;
    for event in &analysis.grouping.events {
        let people =
            event.participants.as_ref().map_or("?".to_owned(), |count| count.value.likely().to_string());
        println!(
            "{} {}: {} participants, {} for the place, rows {:?}",
            event.id,
            event.title,
            people,
            event.venue_cost.display(Lang::En),
            event.rows.iter().map(|row| row.row).collect::<Vec<_>>()
        );
    }
    Ok(())
}
