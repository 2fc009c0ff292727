//! Cost lines and what they share, in JSON. Keys without a value are left out: lines are most of a partial.

use std::borrow::Cow;
use std::sync::Arc;

use hemat_core::account::AccountCode;
use hemat_core::classify::{Classification, Confidence};
use hemat_core::cost_line::{CostLine, LineContext};
use hemat_core::date::Date;
use hemat_core::kind::{CostKind, VenueKind};
use hemat_core::quantity::{Factor, Quantity};
use hemat_core::source::RowRef;
use hemat_core::unit::{Measure, measure_of};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::form::AccountForm;
use super::read::{Wrong, money, wrong};
use super::word::{self, CLASSES, SCHEMES, value, word};

type Text<'a> = Cow<'a, str>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContextForm<'a> {
    pub year: Option<u16>,
    pub region: Text<'a>,
    pub agency: Text<'a>,
    pub activity_code: Text<'a>,
    pub activity: Text<'a>,
    pub account: Option<AccountForm<'a>>,
    pub account_name: Text<'a>,
    pub stage: Option<Text<'a>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LineForm<'a> {
    row: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<u32>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    sheet: Text<'a>,
    /// Where it is not the row itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    account_row: Option<u64>,
    context: usize,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    heading: Text<'a>,
    description: Text<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    quantity: Vec<FactorForm<'a>>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    unit: Text<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit_price: Option<String>,
    amount: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount_before: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    package: Text<'a>,
    cost_kind: Text<'a>,
    venue_kind: Text<'a>,
    confidence: Text<'a>,
    reason: Text<'a>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FactorForm<'a> {
    value: String,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    unit: Text<'a>,
    /// What it counts, where the unit alone does not say so: persons, days, occurrences, groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    counts: Option<[bool; 4]>,
}

impl<'a> ContextForm<'a> {
    pub(super) fn of(context: &'a LineContext) -> Self {
        ContextForm {
            year: context.year,
            region: Cow::Borrowed(&*context.region),
            agency: Cow::Borrowed(&*context.agency),
            activity_code: Cow::Borrowed(&*context.activity_code),
            activity: Cow::Borrowed(&*context.activity),
            account: context.account.as_ref().map(AccountForm::of),
            account_name: Cow::Borrowed(&*context.account_name),
            stage: context.stage.map(|stage| stage.as_str().into()),
        }
    }

    pub(super) fn value(&self) -> Result<LineContext, Wrong> {
        let stage = |text: &Text<'_>| word::stage(text).ok_or_else(|| wrong("stage", text));
        Ok(LineContext {
            year: self.year,
            region: (&*self.region).into(),
            agency: (&*self.agency).into(),
            activity_code: (&*self.activity_code).into(),
            activity: (&*self.activity).into(),
            account: self.account.as_ref().map(AccountForm::value).transpose()?,
            account_name: (&*self.account_name).into(),
            stage: self.stage.as_ref().map(stage).transpose()?,
        })
    }
}

impl<'a> AccountForm<'a> {
    pub(super) fn of(account: &'a AccountCode) -> Self {
        AccountForm {
            code: Cow::Borrowed(&account.code),
            scheme: account.scheme.map(|scheme| word(&SCHEMES, &scheme).into()),
            class: account.class.map(|class| word(&CLASSES, &class).into()),
        }
    }

    pub(super) fn value(&self) -> Result<AccountCode, Wrong> {
        let scheme = |text: &Text<'_>| value(&SCHEMES, text).ok_or_else(|| wrong("scheme", text));
        let class = |text: &Text<'_>| value(&CLASSES, text).ok_or_else(|| wrong("class", text));
        Ok(AccountCode {
            code: (&*self.code).into(),
            scheme: self.scheme.as_ref().map(scheme).transpose()?,
            class: self.class.as_ref().map(class).transpose()?,
        })
    }
}

impl<'a> LineForm<'a> {
    /// `context` is the place of the line's context in the list; `sheet` what stands behind the file's name.
    pub(super) fn of(line: &'a CostLine, class: &'a Classification, context: usize, sheet: &'a str) -> Self {
        let factors = line.quantity.as_ref().map_or(&[][..], |quantity| quantity.factors());
        LineForm {
            row: line.row.row,
            part: line.row.part,
            sheet: sheet.into(),
            account_row: (line.account_row != line.row.row).then_some(line.account_row),
            context,
            heading: Cow::Borrowed(&*line.heading),
            description: Cow::Borrowed(&*line.description),
            quantity: factors.iter().map(FactorForm::of).collect(),
            unit: Cow::Borrowed(&*line.unit),
            unit_price: line.unit_price.map(|price| price.to_string()),
            amount: line.amount.to_string(),
            amount_before: line.amount_before.map(|amount| amount.to_string()),
            date: line.date.map(|date| date.to_string()),
            package: Cow::Borrowed(&*line.package),
            cost_kind: class.cost_kind.as_str().into(),
            venue_kind: class.venue_kind.as_str().into(),
            confidence: class.confidence.as_str().into(),
            reason: Cow::Borrowed(&*class.reason),
        }
    }

    /// The line, with its file's name (`file` makes it of the sheet) and its context.
    pub(super) fn line(
        &self,
        contexts: &[Arc<LineContext>],
        file: impl FnOnce(&str) -> Arc<str>,
    ) -> Result<CostLine, Wrong> {
        let context = contexts.get(self.context);
        let factors = self.quantity.iter().map(FactorForm::factor).collect::<Result<Vec<_>, _>>()?;
        let quantity = if factors.is_empty() {
            None
        } else {
            Some(Quantity::try_new(factors).map_err(|e| wrong("quantity", &e.to_string()))?)
        };
        let date = |text: &String| Date::parse_iso(text).ok_or_else(|| wrong("date", text));
        Ok(CostLine {
            row: RowRef { file: file(&self.sheet), row: self.row, part: self.part },
            account_row: self.account_row.unwrap_or(self.row),
            context: context.cloned().ok_or_else(|| wrong("context", &self.context.to_string()))?,
            heading: (&*self.heading).into(),
            description: (&*self.description).into(),
            quantity,
            unit: (&*self.unit).into(),
            unit_price: self.unit_price.as_deref().map(money).transpose()?,
            amount: money(&self.amount)?,
            amount_before: self.amount_before.as_deref().map(money).transpose()?,
            date: self.date.as_ref().map(date).transpose()?,
            package: (&*self.package).into(),
        })
    }

    pub(super) fn class(&self) -> Result<Classification, Wrong> {
        Ok(Classification {
            cost_kind: CostKind::from_word(&self.cost_kind)
                .ok_or_else(|| wrong("cost_kind", &self.cost_kind))?,
            venue_kind: VenueKind::from_word(&self.venue_kind)
                .ok_or_else(|| wrong("venue_kind", &self.venue_kind))?,
            confidence: Confidence::from_word(&self.confidence)
                .ok_or_else(|| wrong("confidence", &self.confidence))?,
            reason: Cow::Owned(self.reason.clone().into_owned()),
        })
    }
}

impl<'a> FactorForm<'a> {
    fn of(factor: &'a Factor) -> Self {
        let Measure { persons, days, occurrences, groups } = factor.measure();
        let said = measure_of(&factor.unit) == factor.measure();
        FactorForm {
            value: factor.value.to_string(),
            unit: Cow::Borrowed(&factor.unit),
            counts: (!said).then_some([persons, days, occurrences, groups]),
        }
    }

    fn factor(&self) -> Result<Factor, Wrong> {
        let value = Decimal::from_str_exact(&self.value).map_err(|_| wrong("number", &self.value))?;
        let factor = Factor::new(value, &self.unit);
        Ok(match self.counts {
            Some([persons, days, occurrences, groups]) => {
                factor.counting(Measure { persons, days, occurrences, groups })
            }
            None => factor,
        })
    }
}
