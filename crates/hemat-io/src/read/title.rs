//! Title rows above a header: region, year, agency, what document it is.

use std::sync::Arc;

use hemat_core::cost_line::BudgetStage;

/// What the rows above the header say. Titles can lie: codes in the body win over the agency's code here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Titles {
    /// Title of the document.
    pub title: Arc<str>,
    /// Region.
    pub region: Arc<str>,
    /// Fiscal year.
    pub year: Option<u16>,
    /// Code of the agency.
    pub agency_code: Arc<str>,
    /// Name of the agency.
    pub agency: Arc<str>,
    /// Stage, if the title names one.
    pub stage: Option<BudgetStage>,
}
