//! hemat's classifier and parsers as scalar functions of [Apache DataFusion](https://datafusion.apache.org).
//!
//! | function | answer |
//! |---|---|
//! | `hemat_cost_kind(account_code, account_name, activity, heading, description)` | what a line pays for, `catering` |
//! | `hemat_venue_kind(...)`, the same five texts | where the event is held, `hotel` |
//! | `hemat_confidence(...)`, the same five texts | `low`, `medium`, `high` |
//! | `hemat_rule(...)`, the same five texts | the rule that decided |
//! | `hemat_amount(text)` | an Indonesian number as `DECIMAL(38,2)` |
//! | `hemat_quantity_persons(text)` | persons of `50 orang x 2 hari`: 50 |
//! | `hemat_quantity_days(text)` | days of the same: 2 |
//!
//! Texts can be `Utf8`, `LargeUtf8` or `Utf8View`. A null among the five texts is a text that the file does not have;
//! five nulls give null. What cannot be read, or could be read in two ways, is null: no function guesses, none fails
//! on a value, none rounds.

mod classify;
mod number;
mod texts;

use std::sync::Arc;

use datafusion_common::Result;
use datafusion_expr::ScalarUDF;
use datafusion_expr::registry::FunctionRegistry;

/// All functions, in the order of the table above; for registries that are no [`FunctionRegistry`] to write to.
#[must_use]
pub fn functions() -> Vec<ScalarUDF> {
    classify::functions().into_iter().chain(number::functions()).collect()
}

/// Registers all functions in a `SessionContext` or a `SessionState`.
///
/// # Errors
/// What the registry reports.
pub fn register_all(registry: &mut dyn FunctionRegistry) -> Result<()> {
    for function in functions() {
        registry.register_udf(Arc::new(function))?;
    }
    Ok(())
}
