//! Cost lines and events as Parquet, for engines that read columns: DuckDB, Polars, DataFusion, Spark.
//!
//! Types: money `DECIMAL(29,8)`, which holds every [`Rupiah`](hemat_core::money::Rupiah) exactly; rows and counts
//! `INT64`; the year `INT32`; dates `DATE`; texts UTF-8, by dictionary. What is unknown or empty is null.
//! Same rows, same bytes: nothing asks the clock. A file ends with a seal over all its bytes (`seal.rs`).

pub mod column;
pub mod decimal;
pub mod events;
pub mod factors;
pub mod lines;
pub mod seal;
pub mod source_files;
mod table;
