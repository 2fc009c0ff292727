//! Cost line (rincian belanja): one line of a budget or of spending, as read.

use std::borrow::Cow;
use std::sync::Arc;

use crate::account::AccountCode;
use crate::date::Date;
use crate::money::Rupiah;
use crate::quantity::Quantity;
use crate::redaction::Redactor;
use crate::session::words;
use crate::source::RowRef;

words! {
    /// Stage of the budget a line belongs to (tahap anggaran). The words are the official ones.
    BudgetStage {
        /// APBD murni: as adopted. Also a procurement plan (RUP).
        Adopted = "murni",
        /// APBD perubahan: as revised.
        Revised = "perubahan",
        /// Realisasi: as spent.
        Realised = "realisasi",
    }
}

/// What all lines under one account row share. Shared by reference, since a file repeats it thousands of times.
///
/// Text fields are the file's own text, trimmed; empty where the file does not say.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct LineContext {
    /// Fiscal year (tahun anggaran).
    pub year: Option<u16>,
    /// Region (daerah).
    pub region: Arc<str>,
    /// Agency (SKPD, OPD, satuan kerja).
    pub agency: Arc<str>,
    /// Code of the activity (kode kegiatan or sub kegiatan), dotted.
    pub activity_code: Arc<str>,
    /// Name of the activity.
    pub activity: Arc<str>,
    /// The account, if the row has one that could be read.
    pub account: Option<AccountCode>,
    /// Name of the account (nama rekening) as written.
    pub account_name: Arc<str>,
    /// Stage of the budget.
    pub stage: Option<BudgetStage>,
}

/// One line of spending.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CostLine {
    /// Where the text stands.
    pub row: RowRef,
    /// 1-based record of the account row; the line's own row where there is no separate one.
    pub account_row: u64,
    /// What it shares with its neighbours.
    pub context: Arc<LineContext>,
    /// The heading above it inside the note, if any.
    pub heading: Arc<str>,
    /// The line's own text, without quantity and price where they could be told apart.
    pub description: Arc<str>,
    /// Quantity, if it could be read.
    pub quantity: Option<Quantity>,
    /// Unit of the quantity's total as written (`oh`, `Orang / Kali`); empty if none.
    pub unit: Arc<str>,
    /// Price of one unit.
    pub unit_price: Option<Rupiah>,
    /// Amount of the line. In a revised budget: after the revision.
    pub amount: Rupiah,
    /// Amount before the revision, where the file gives it for this line. In a realisation report (stage
    /// [`BudgetStage::Realised`]) it is the budget that the realised amount was spent from.
    pub amount_before: Option<Rupiah>,
    /// Day of payment, or start of the activity, where the file gives one.
    pub date: Option<Date>,
    /// Code that links plans and receipts (kode RUP), where the file gives one; else empty.
    pub package: Arc<str>,
}

impl CostLine {
    /// Number of persons the quantity says, as a whole number.
    #[must_use]
    pub fn persons(&self) -> Option<u32> {
        whole(self.quantity.as_ref()?.persons()?)
    }

    /// Number of days the quantity says, as a whole number.
    #[must_use]
    pub fn days(&self) -> Option<u32> {
        whole(self.quantity.as_ref()?.days()?)
    }

    /// Number of occurrences the quantity says, as a whole number.
    #[must_use]
    pub fn occurrences(&self) -> Option<u32> {
        whole(self.quantity.as_ref()?.occurrences()?)
    }
}

impl CostLine {
    /// The line with personal data masked in every text, the units of the quantity's factors among them. Codes, numbers
    /// and amounts are the same.
    #[must_use]
    pub fn masked(&self, redactor: &mut Redactor) -> CostLine {
        let mut mask = |text: &Arc<str>| match redactor.mask(text) {
            Cow::Borrowed(_) => Arc::clone(text),
            Cow::Owned(masked) => masked.into(),
        };
        let context = &self.context;
        let texts = [&context.region, &context.agency, &context.activity, &context.account_name];
        let [region, agency, activity, account_name] = texts.map(&mut mask);
        let own = LineContext { region, agency, activity, account_name, ..LineContext::clone(context) };
        CostLine {
            // Neighbours go on sharing what had nothing to mask.
            context: if own == **context { Arc::clone(context) } else { Arc::new(own) },
            heading: mask(&self.heading),
            description: mask(&self.description),
            unit: mask(&self.unit),
            quantity: self.quantity.as_ref().map(|q| q.with_units(|unit| redactor.mask(unit).into())),
            ..self.clone()
        }
    }
}

fn whole(value: rust_decimal::Decimal) -> Option<u32> {
    if value.fract().is_zero() { u32::try_from(value).ok() } else { None }
}
