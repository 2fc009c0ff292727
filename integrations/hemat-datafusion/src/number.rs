//! Numbers and quantities as budget files write them.

use std::sync::Arc;

use datafusion_common::arrow::array::{ArrayRef, Decimal128Builder, Int64Builder};
use datafusion_common::arrow::datatypes::DataType;
use datafusion_common::{Result, exec_err};
use datafusion_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility};
use hemat_core::money::Rupiah;
use hemat_core::quantity::Quantity;
use hemat_io::read::number::{Number, read_number};
use hemat_io::read::quantity::read_quantity;
use hemat_io::write::parquet::decimal::DecimalForm;
use rust_decimal::Decimal;

use crate::texts::Texts;

/// `DECIMAL(38,2)`: rupiah and sen.
const SEN: DecimalForm = DecimalForm { precision: 38, scale: 2, bytes: 16 };

/// What a function reads from its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Reads {
    Amount,
    Persons,
    Days,
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct OneText {
    reads: Reads,
    signature: Signature,
}

pub(crate) fn functions() -> Vec<ScalarUDF> {
    [Reads::Amount, Reads::Persons, Reads::Days]
        .into_iter()
        .map(|reads| {
            ScalarUDF::from(OneText { reads, signature: Signature::string(1, Volatility::Immutable) })
        })
        .collect()
}

impl ScalarUDFImpl for OneText {
    fn name(&self) -> &str {
        match self.reads {
            Reads::Amount => "hemat_amount",
            Reads::Persons => "hemat_quantity_persons",
            Reads::Days => "hemat_quantity_days",
        }
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(match self.reads {
            Reads::Amount => sen_type(),
            Reads::Persons | Reads::Days => DataType::Int64,
        })
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let [text] = args.args.as_slice() else {
            return exec_err!("{} takes one text", self.name());
        };
        let texts = Texts::of(text)?;
        let read = (0..args.number_rows).map(|row| texts.get(row));
        let answers: ArrayRef = match self.reads {
            Reads::Amount => {
                let mut amounts = Decimal128Builder::new().with_data_type(sen_type());
                read.for_each(|text| amounts.append_option(text.and_then(sen_of)));
                Arc::new(amounts.finish())
            }
            Reads::Persons => counts(read, Quantity::persons),
            Reads::Days => counts(read, Quantity::days),
        };
        Ok(ColumnarValue::Array(answers))
    }
}

fn sen_type() -> DataType {
    DataType::Decimal128(38, 2)
}

/// The sen of one amount. Ambiguous, beyond the range of money, with more than two decimals, or no number: null.
fn sen_of(text: &str) -> Option<i128> {
    let value = match read_number(text).ok()? {
        Number::Plain(value) | Number::Marked(value, _) => value,
        Number::Ambiguous { .. } => return None,
    };
    SEN.units_of(Rupiah::try_new(value).ok()?.value()).ok()
}

fn counts<'t>(
    texts: impl Iterator<Item = Option<&'t str>>,
    of: impl Fn(&Quantity) -> Option<Decimal>,
) -> ArrayRef {
    let mut counts = Int64Builder::new();
    for text in texts {
        let count = text.and_then(read_quantity).as_ref().and_then(&of);
        counts.append_option(count.filter(|n| n.fract().is_zero()).and_then(|n| i64::try_from(n).ok()));
    }
    Arc::new(counts.finish())
}
