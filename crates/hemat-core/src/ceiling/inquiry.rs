//! An inquiry: the rows that match a filter, and the answers for each fund where the filter says enough.

use std::sync::Arc;

use crate::event::Fund;

use super::answer::CeilingAnswer;
use super::item::PricedItem;
use super::listing::{CeilingFilter, ListedCeiling};
use super::question::CeilingQuestion;
use super::standing::Stage;
use super::tables::Ceilings;
use super::unknown::NoPrice;

/// One question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweredCeiling<'t> {
    /// What was asked.
    pub question: CeilingQuestion,
    /// The answer for the fiscal year asked.
    pub answer: CeilingAnswer<'t>,
    /// Where that year is not loaded: the price of the nearest year that is, a benchmark.
    pub other_year: Option<CeilingAnswer<'t>>,
}

/// What the tables hold for a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CeilingInquiry<'t> {
    /// What was asked.
    pub filter: CeilingFilter,
    /// The funds it was asked for: one, or both.
    pub funds: Vec<Fund>,
    /// The answers, by item and fund; none where the filter names neither item nor package, or no year.
    pub answers: Vec<AnsweredCeiling<'t>>,
    /// The rows that match.
    pub rows: Vec<ListedCeiling<'t>>,
    /// The fiscal years loaded for the items asked, ascending.
    pub years: Vec<u16>,
}

impl<'t> Ceilings<'t> {
    /// Asks for one fund, or for both.
    #[must_use]
    pub fn inquire(&self, filter: CeilingFilter, fund: Option<Fund>) -> CeilingInquiry<'t> {
        let funds = fund.map_or_else(|| Fund::ALL.to_vec(), |fund| vec![fund]);
        let asked = match (filter.items.as_slice(), filter.package) {
            ([], Some(_)) => vec![PricedItem::MeetingPackage],
            (items, _) => items.to_vec(),
        };
        let rows = self.list(&filter);
        let questions = asked
            .iter()
            .filter(|_| filter.year.is_some())
            .flat_map(|item| funds.iter().map(|fund| question(*item, *fund, &filter)));
        let answers = questions.map(|question| self.answered(question));
        let answers: Vec<_> =
            answers.filter(|answered| rows.is_empty() || !is_too_wide(&answered.answer)).collect();
        let items = if asked.is_empty() { PricedItem::ALL.to_vec() } else { asked };
        let mut years: Vec<u16> = items.iter().flat_map(|item| self.years_of(*item)).collect();
        years.sort_unstable();
        years.dedup();
        CeilingInquiry { filter, funds, answers, rows, years }
    }

    fn answered(&self, question: CeilingQuestion) -> AnsweredCeiling<'t> {
        let answer = self.look_up(&question);
        let not_loaded = answer.unknown().is_some_and(|why| matches!(why.reason, NoPrice::YearNotLoaded(_)));
        let other_year = not_loaded.then(|| self.benchmark(&question));
        AnsweredCeiling { question, answer, other_year }
    }
}

fn question(item: PricedItem, fund: Fund, filter: &CeilingFilter) -> CeilingQuestion {
    CeilingQuestion {
        item,
        year: filter.year,
        fund: Some(fund),
        stage: filter.stage.unwrap_or(Stage::Planning),
        province: filter.province,
        region: filter.region.as_deref().map(Arc::from),
        level: filter.level,
        package: filter.package,
        hall_capacity: filter.hall_capacity,
    }
}

/// True where the filter matches rows and one answer would need a narrower one: the rows are the answer then.
fn is_too_wide(answer: &CeilingAnswer<'_>) -> bool {
    let needed = |reason: &NoPrice| {
        matches!(reason, NoPrice::ProvinceNeeded | NoPrice::LevelNeeded | NoPrice::PackageNeeded)
    };
    answer.unknown().is_some_and(|why| needed(&why.reason))
}
