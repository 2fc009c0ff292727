//! Sums by kind of cost, computed by DataFusion from files that `hemat lines` wrote.
//!
//! ```sh
//! cargo run --example sums -- PARTITIONS FILE_OR_FOLDER...
//! ```
//! A folder holds one or more Parquet files; a name that ends with `.csv` is read as CSV.

mod by_kind;

use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let partitions: usize = arguments.next().ok_or("usage: sums PARTITIONS FILE_OR_FOLDER...")?.parse()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(partitions.max(1)).build()?;
    for path in arguments {
        let start = Instant::now();
        let sums = runtime.block_on(by_kind::sums_by_kind(&path, partitions))?;
        let seconds = start.elapsed().as_secs_f64();
        let rows: i64 = sums.rows.iter().map(|row| row.lines).sum();
        for row in &sums.rows {
            println!("{:24} {:>10} {:>28}", row.cost_kind, row.lines, row.amount);
        }
        println!("{rows} lines in {} partitions, {seconds:.2} s", sums.partitions);
    }
    Ok(())
}
