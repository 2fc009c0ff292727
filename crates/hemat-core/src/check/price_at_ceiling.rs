//! `price-at-ceiling`: prices that were paid lie just below the price limit, again and again.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::ceiling::FoundCeiling;
use crate::classify::Confidence;
use crate::cost_line::{BudgetStage, CostLine};
use crate::lang::{Lang, Text};
use crate::money::Rupiah;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::MORE_PRICES;
use super::no_limit::{NoLimit, priced_as};
use super::price_above_ceiling::can_ask;
use super::priced_line::{PricedLine, Reading, priced};
use super::reasons::NOT_REALISED;
use super::setting::{Setting, SettingUnit};
use super::subject::{Seen, Subject};

/// Market prices scatter by more than this where buyers look for them.
static BAND: Setting = Setting::whole(
    "band",
    SettingUnit::Percent,
    5,
    100,
    Text::fixed(
        "seberapa dekat di bawah batas harga, dalam persen batas, yang dihitung sebagai dekat",
        "how close below the limit, in percent of it, a price counts as near",
    ),
);

static SHARE: Setting = Setting::whole(
    "share",
    SettingUnit::Percent,
    60,
    100,
    Text::fixed(
        "bagian harga yang dekat dengan batas, dalam persen; sama dengan angka ini belum ditandai",
        "share of prices near the limit, in percent; one equal to it is not flagged",
    ),
);

/// With fewer prices, a share says nothing.
static SAMPLE: Setting = Setting::whole(
    "sample",
    SettingUnit::Count,
    8,
    10_000,
    Text::fixed(
        "jumlah harga paling sedikit dengan batas yang diketahui, per instansi, tahun dan hal",
        "least number of prices with a known limit, by agency, year and item",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "price-at-ceiling",
    flags: Text::fixed(
        "Sebagian besar harga yang dibayar suatu instansi untuk hal yang sama terletak tepat pada atau sedikit di bawah batas harga.",
        "Most prices that an agency paid for the same thing lie at the price limit or just below it.",
    ),
    page: page!("price-at-ceiling"),
    on_by_default: true,
    settings: &[&BAND, &SHARE, &SAMPLE],
    rules: &[],
    exclusions: &[
        Text::fixed(
            "rencana anggaran, yang lazim memakai batas harga itu sendiri sebagai harga satuan",
            "plans, which by custom take the limit itself as their unit price",
        ),
        Text::fixed(
            "harga yang hanya mempunyai pembanding atau perkiraan; jenjang yang tidak disebut bila batasnya menurut jenjang",
            "prices with a benchmark or an estimate only; levels that are not named where the limit is by level",
        ),
    ],
    reasons: &[
        Text::fixed(
            "dibayar lumpsum menurut standar, bukan menurut harga pasar",
            "paid as a lump sum by the standard, not by the market price",
        ),
        Text::fixed(
            "harga pasar setempat memang setinggi atau di atas batas",
            "the local market price is as high as the limit or higher",
        ),
    ],
    documents: &[
        Text::fixed(
            "kuitansi asli dan tarif terbitan hotel",
            "original receipts and the hotel's published tariff",
        ),
        Text::fixed("konfirmasi harga ke penyedia", "the seller's confirmation of the price"),
    ],
    can_fire,
    run,
};

/// Agency, year, and what is priced.
type Key = (Arc<str>, Option<u16>, crate::ceiling::PricedItem, Option<crate::session::Session>);

/// A price, its line, and whether it is near its limit.
struct AgainstLimit<'l> {
    line: &'l CostLine,
    near: bool,
    limit: Text,
}

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if !seen.has_realised() {
        return Err(NOT_REALISED);
    }
    can_ask(seen, |_| true)
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let mut unjudged = NoLimit::default();
    let mut groups: BTreeMap<Key, Vec<AgainstLimit<'_>>> = BTreeMap::new();
    let band = examination.number(&BAND);
    for (line, class) in seen.classified() {
        let paid = line.context.stage == Some(BudgetStage::Realised);
        match priced(seen, line, class) {
            Reading::Price(price) if paid => {
                let answer = seen.ceilings.look_up(&price.question);
                match answer.limit() {
                    Some(limit) => groups.entry(key(&price)).or_default().push(held_to(&price, limit, band)),
                    None => unjudged.answer(&price, &answer),
                }
            }
            Reading::Unclear(_, missing) if paid => unjudged.missing(line, missing),
            _ => examination.not_applicable(),
        }
    }
    for prices in groups.into_values() {
        judge(examination, &prices);
    }
    unjudged.report(examination, CHECK.name);
}

fn key(price: &PricedLine<'_>) -> Key {
    let context = &price.line.context;
    (context.agency.clone(), context.year, price.question.item, price.question.package)
}

/// Near is from `band` percent below a limit up to the limit, both counted; the limit is the published amount, or
/// what the rules allow above it.
fn held_to<'l>(price: &PricedLine<'l>, limit: &FoundCeiling<'_>, band: Decimal) -> AgainstLimit<'l> {
    let least = |limit: Rupiah| {
        let part = (Decimal::ONE_HUNDRED - band).checked_div(Decimal::ONE_HUNDRED)?;
        limit.try_times(part).ok()
    };
    let near = |limit: Rupiah| least(limit).is_some_and(|least| (least..=limit).contains(&price.price));
    AgainstLimit {
        line: price.line,
        near: near(limit.amount()) || near(limit.highest()),
        limit: Text::by(|lang| format!("{}: {}", priced_as(limit, lang), limit.row().citation(lang))),
    }
}

fn judge(examination: &mut Examination<'_>, prices: &[AgainstLimit<'_>]) {
    let lines: Vec<&CostLine> = prices.iter().map(|price| price.line).collect();
    let Some(title) = lines.first().map(|line| line.description.clone()) else { return };
    if (prices.len() as u64) < examination.count(&SAMPLE) {
        return examination.insufficient(Subject::lines(&title, &lines), vec![MORE_PRICES]);
    }
    let near: Vec<&AgainstLimit<'_>> = prices.iter().filter(|price| price.near).collect();
    let share = Decimal::from(near.len())
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|part| part.checked_div(Decimal::from(prices.len())));
    let Some(share) = share.map(|share| share.round_dp(1)) else { return examination.not_applicable() };
    let limit = examination.number(&SHARE);
    if share <= limit {
        return examination.clear();
    }
    let band = examination.number(&BAND).normalize();
    let limits: std::collections::BTreeSet<&Text> = near.iter().map(|price| &price.limit).collect();
    let formula = |lang: Lang| {
        let (count, all) = (near.len(), prices.len());
        let limits: Vec<&str> = limits.iter().map(|limit| limit.get(lang)).collect();
        let limits = limits.join("; ");
        match lang {
            Lang::Id => {
                format!("{count} dari {all} harga antara {band}% di bawah batas dan batas itu ({limits})")
            }
            Lang::En => {
                format!("{count} of {all} prices between {band}% below the limit and the limit ({limits})")
            }
        }
    };
    let flag = Flag {
        observed: Figure::Percent(share),
        limit: Figure::Percent(limit),
        formula: Text::by(formula),
        // What the market price was is not in the file.
        at_stake: None,
        certainty: Confidence::Medium,
    };
    let rows: Vec<&CostLine> = near.iter().map(|price| price.line).collect();
    examination.flag(Subject::lines(&title, &rows), flag);
}
