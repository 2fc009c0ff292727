//! `price-outlier`: a price far above the other prices of the same item in the same file and year.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::classify::Confidence;
use crate::cost_line::{BudgetStage, CostLine};
use crate::kind::CostKind;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::{MORE_PRICES, SPECIFICATION};
use super::setting::{Setting, SettingUnit};
use super::subject::{Seen, Subject};
use super::words::plain;

static SAMPLE: Setting = Setting::whole(
    "sample",
    SettingUnit::Count,
    8,
    10_000,
    Text::fixed("paling sedikit sekian harga barang yang sama", "least number of prices of the same item"),
);

/// The usual bound of the modified z-score (Iglewicz and Hoaglin 1993).
static DEVIATIONS: Setting = Setting::tenths(
    "deviations",
    SettingUnit::Multiple,
    35,
    1_000,
    Text::fixed(
        "jarak dari median dalam simpangan baku tegar (1,4826 x MAD)",
        "distance from the median in robust standard deviations (1.4826 x MAD)",
    ),
);

static RATIO: Setting = Setting::tenths(
    "ratio",
    SettingUnit::Multiple,
    15,
    1_000,
    Text::fixed(
        "kelipatan median yang harus dilewati; sama dengan batas ini belum ditandai",
        "multiple of the median that must be passed; a price equal to it is not flagged",
    ),
);

/// Prices that scatter are not prices of one thing.
static SPREAD: Setting = Setting::whole(
    "spread",
    SettingUnit::Percent,
    10,
    1_000,
    Text::fixed(
        "MAD paling besar, dalam persen median, agar harga dianggap untuk barang yang sama",
        "greatest MAD, in percent of the median, for prices to count as those of one item",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "price-outlier",
    flags: Text::fixed(
        "Harga satuan jauh di atas harga lain untuk barang yang sama dalam berkas dan tahun yang sama.",
        "A unit price is far above the other prices of the same item in the same file and year.",
    ),
    page: page!("price-outlier"),
    on_by_default: true,
    settings: &[&SAMPLE, &DEVIATIONS, &RATIO, &SPREAD],
    rules: &[],
    exclusions: &[
        Text::fixed(
            "honorarium dan uang saku, yang berbeda menurut jabatan",
            "fees and allowances, which differ by rank",
        ),
        Text::fixed("harga yang rendah", "low prices"),
    ],
    reasons: &[
        Text::fixed(
            "mutu, isi atau lokasi berbeda walaupun uraiannya sama",
            "quality, contents or place differ though the words are the same",
        ),
        Text::fixed(
            "pesanan untuk tamu tertentu, misalnya jamuan pimpinan",
            "orders for particular guests, such as an official reception",
        ),
    ],
    documents: &[
        Text::fixed(
            "spesifikasi dan standar harga yang dipakai",
            "specification and the price standard used",
        ),
        Text::fixed("penawaran atau kuitansi", "offer or receipt"),
    ],
    can_fire,
    run,
};

/// Things with a price of their own.
const THINGS: [CostKind; 5] = [
    CostKind::VenuePackage,
    CostKind::RoomRent,
    CostKind::Catering,
    CostKind::EventMaterials,
    CostKind::EventEquipment,
];

/// Makes the median absolute deviation comparable to a standard deviation, in ten-thousandths.
const MAD_SCALE: i64 = 14_826;

type Item = (Option<u16>, Option<BudgetStage>, String, String);

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen.classified().any(|(line, class)| THINGS.contains(&class.cost_kind) && line.unit_price.is_some()) {
        return Ok(());
    }
    Err(Text::fixed("tidak ada rincian kegiatan dengan harga satuan", "no line of an event has a unit price"))
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let mut items: BTreeMap<Item, Vec<(Rupiah, &CostLine)>> = BTreeMap::new();
    for (line, class) in seen.classified() {
        let words = plain(&line.description);
        // One word ("snack") names no item.
        let named = THINGS.contains(&class.cost_kind) && words.contains(' ');
        match line.unit_price.filter(|price| named && *price > Rupiah::ZERO) {
            Some(price) => {
                let item = (line.context.year, line.context.stage, words, plain(&line.unit));
                items.entry(item).or_default().push((price, line));
            }
            None => examination.not_applicable(),
        }
    }
    let sample = examination.count(&SAMPLE);
    let mut few: Vec<&CostLine> = Vec::new();
    for prices in items.into_values() {
        if (prices.len() as u64) < sample {
            few.extend(prices.iter().map(|(_, line)| *line));
        } else {
            judge(examination, &prices);
        }
    }
    if !few.is_empty() {
        examination.insufficient(Subject::lines("price-outlier", &few), vec![MORE_PRICES]);
    }
}

fn judge(examination: &mut Examination<'_>, prices: &[(Rupiah, &CostLine)]) {
    let values: Vec<Decimal> = prices.iter().map(|(price, _)| price.value()).collect();
    let Some((median, deviation)) = median(&values).and_then(|m| Some((m, absolute_deviation(&values, m)?)))
    else {
        return examination.not_applicable();
    };
    let percent = deviation.checked_mul(Decimal::ONE_HUNDRED).and_then(|d| d.checked_div(median));
    if percent.is_none_or(|percent| percent > examination.number(&SPREAD)) {
        let lines: Vec<&CostLine> = prices.iter().map(|(_, line)| *line).collect();
        let title = lines.first().map_or("", |line| &line.description);
        return examination.insufficient(Subject::lines(title, &lines), vec![SPECIFICATION]);
    }
    let Some(limit) = limit(examination, median, deviation) else { return examination.not_applicable() };
    for (price, line) in prices {
        if price.value() > limit {
            flag(examination, *price, line, median, limit, prices.len());
        } else {
            examination.clear();
        }
    }
}

/// MAD: the median distance from the median.
fn absolute_deviation(values: &[Decimal], middle: Decimal) -> Option<Decimal> {
    let distances: Vec<Decimal> = values.iter().map(|value| (*value - middle).abs()).collect();
    median(&distances)
}

/// The greater of the two bounds: so many robust deviations above the median, and so many times the median.
fn limit(examination: &Examination<'_>, median: Decimal, deviation: Decimal) -> Option<Decimal> {
    let scaled = deviation.checked_mul(Decimal::new(MAD_SCALE, 4))?;
    let by_deviation = median.checked_add(scaled.checked_mul(examination.number(&DEVIATIONS))?)?;
    Some(by_deviation.max(median.checked_mul(examination.number(&RATIO))?))
}

/// The middle value; of an even number of values, half the sum of the two in the middle.
fn median(values: &[Decimal]) -> Option<Decimal> {
    let mut sorted = values.to_vec();
    sorted.sort();
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    sorted.get(half.checked_sub(1)?)?.checked_add(upper)?.checked_div(Decimal::TWO)
}

fn flag(
    examination: &mut Examination<'_>,
    price: Rupiah,
    line: &CostLine,
    median: Decimal,
    limit: Decimal,
    sample: usize,
) {
    let rupiah = |value: Decimal| Rupiah::try_new(value.round_dp(2)).unwrap_or_default();
    let (middle, limit) = (rupiah(median), rupiah(limit));
    let quantity = line.quantity.as_ref().map(|q| q.total());
    let difference = price.try_sub(middle).ok();
    let stake = quantity.and_then(|total| difference?.try_times(total).ok());
    let formula = |lang: Lang| {
        let words = lang.pick("harga yang sama uraiannya", "prices with the same words");
        let median = lang.pick("median", "median");
        let mut text = format!("{sample} {words}: {median} {}, ", middle.display(lang));
        text.push_str(&format!(
            "{} {}; {}",
            lang.pick("batas", "limit"),
            limit.display(lang),
            price.display(lang)
        ));
        if let (Some(total), Some(stake)) = (quantity, stake) {
            let stake = stake.display(lang);
            text.push_str(&format!(
                "; ({} - {}) x {total} = {stake}",
                price.display(lang),
                middle.display(lang)
            ));
        }
        text
    };
    let flag = Flag {
        observed: Figure::Rupiah(price),
        limit: Figure::Rupiah(limit),
        formula: Text::by(formula),
        at_stake: stake,
        certainty: Confidence::Medium,
    };
    examination.flag(Subject::line(line), flag);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_is_between() {
        let values = |list: &[i64]| list.iter().map(|n| Decimal::from(*n)).collect::<Vec<_>>();
        assert_eq!(median(&values(&[9, 1, 5])), Some(Decimal::from(5)));
        assert_eq!(median(&values(&[4, 1, 2, 9])), Some(Decimal::from(3)));
        // Five values: with three, half the length is the remainder too.
        assert_eq!(median(&values(&[9, 1, 5, 7, 2])), Some(Decimal::from(5)));
        assert_eq!(median(&[]), None);
    }
}
