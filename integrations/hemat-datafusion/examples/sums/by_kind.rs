//! One query: register the functions, read the files in partitions, group by what hemat says of each line.

use datafusion::arrow::array::{Array, AsArray};
use datafusion::arrow::datatypes::{Decimal128Type, Int64Type};
use datafusion::error::Result;
use datafusion::physical_plan::ExecutionPlanProperties;
use datafusion::prelude::{CsvReadOptions, ParquetReadOptions, SessionConfig, SessionContext};

/// Lines and rupiah of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindSum {
    /// The kind, as `hemat_cost_kind` says.
    pub cost_kind: String,
    /// How many lines.
    pub lines: i64,
    /// Rupiah, as the decimal column writes them.
    pub amount: String,
}

/// The answer, and in how many partitions the lines were read.
#[derive(Debug)]
pub struct Sums {
    /// By kind, sorted.
    pub rows: Vec<KindSum>,
    /// Partitions of the scan.
    pub partitions: usize,
}

const QUERY: &str = "\
SELECT hemat_cost_kind(account_code, account_name, activity, heading, description) AS cost_kind, \
       count(*) AS lines, sum(CAST(amount AS DECIMAL(29, 8))) AS amount \
FROM lines GROUP BY 1 ORDER BY 1";

/// Runs the query over a Parquet file, a folder of them, or a CSV file of `hemat lines`.
pub async fn sums_by_kind(path: &str, partitions: usize) -> Result<Sums> {
    let mut context = context_with(partitions);
    hemat_datafusion::register_all(&mut context)?;
    if path.ends_with(".csv") {
        // All columns as text: nothing is guessed, and money does not pass through a float.
        let options = CsvReadOptions::new().schema_infer_max_records(0);
        context.register_csv("lines", path, options).await?;
    } else {
        context.register_parquet("lines", path, ParquetReadOptions::default()).await?;
    }
    let scan = context.sql("SELECT description FROM lines").await?.create_physical_plan().await?;
    let read_in = scan.output_partitioning().partition_count();
    let batches = context.sql(QUERY).await?.collect().await?;
    let mut rows = Vec::new();
    for batch in &batches {
        let (kinds, lines) =
            (batch.column(0).as_string::<i32>(), batch.column(1).as_primitive::<Int64Type>());
        let amounts = batch.column(2).as_primitive::<Decimal128Type>();
        for row in 0..batch.num_rows() {
            rows.push(KindSum {
                cost_kind: kinds.value(row).to_owned(),
                lines: lines.value(row),
                amount: if amounts.is_null(row) { "null".to_owned() } else { amounts.value_as_string(row) },
            });
        }
    }
    Ok(Sums { rows, partitions: read_in })
}

fn context_with(partitions: usize) -> SessionContext {
    let mut config = SessionConfig::new().with_target_partitions(partitions);
    // Files are cut for the partitions however small they are.
    config.options_mut().optimizer.repartition_file_min_size = 0;
    SessionContext::new_with_config(config)
}
