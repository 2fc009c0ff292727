//! What a line is: the built-in classifier over five texts.

use std::borrow::Cow;
use std::sync::Arc;

use datafusion_common::arrow::array::StringBuilder;
use datafusion_common::arrow::datatypes::DataType;
use datafusion_common::{Result, exec_err};
use datafusion_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility};
use hemat_core::classify::{Classification, Classifier, LineText};

use crate::texts::Texts;

/// Which part of the answer a function gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    CostKind,
    VenueKind,
    Confidence,
    Rule,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Part::CostKind => "hemat_cost_kind",
            Part::VenueKind => "hemat_venue_kind",
            Part::Confidence => "hemat_confidence",
            Part::Rule => "hemat_rule",
        }
    }

    fn of(self, class: Classification) -> Cow<'static, str> {
        match self {
            Part::CostKind => class.cost_kind.as_str().into(),
            Part::VenueKind => class.venue_kind.as_str().into(),
            Part::Confidence => class.confidence.as_str().into(),
            Part::Rule => class.reason,
        }
    }
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Classify {
    part: Part,
    signature: Signature,
}

pub(crate) fn functions() -> Vec<ScalarUDF> {
    [Part::CostKind, Part::VenueKind, Part::Confidence, Part::Rule]
        .into_iter()
        .map(|part| {
            ScalarUDF::from(Classify { part, signature: Signature::string(5, Volatility::Immutable) })
        })
        .collect()
}

impl ScalarUDFImpl for Classify {
    fn name(&self) -> &str {
        self.part.name()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8)
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let texts: Vec<Texts> = args.args.iter().map(Texts::of).collect::<Result<_>>()?;
        let [account_code, account_name, activity, heading, description] = texts.as_slice() else {
            return exec_err!("{} takes five texts", self.name());
        };
        let classifier = Classifier::builtin();
        let mut answers = StringBuilder::new();
        for row in 0..args.number_rows {
            if texts.iter().all(|t| t.get(row).is_none()) {
                answers.append_null();
                continue;
            }
            let class = classifier.classify(&LineText {
                account_code: account_code.get(row).unwrap_or_default(),
                account_name: account_name.get(row).unwrap_or_default(),
                activity: activity.get(row).unwrap_or_default(),
                heading: heading.get(row).unwrap_or_default(),
                description: description.get(row).unwrap_or_default(),
            });
            answers.append_value(self.part.of(class));
        }
        Ok(ColumnarValue::Array(Arc::new(answers.finish())))
    }
}
