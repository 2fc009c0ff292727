//! `total-mismatch`: quantity times unit price is not the amount of the line.

use crate::account::AccountClass;
use crate::classify::Confidence;
use crate::cost_line::CostLine;
use crate::lang::{Lang, Text};
use crate::money::Rupiah;
use crate::sum_gap::SumGap;

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::{Figure, Missing};
use super::missing::{QUANTITY, READABLE_DETAILS, UNIT_PRICE};
use super::setting::{Setting, SettingUnit};
use super::subject::{Seen, Subject};

/// Amounts are rounded to whole rupiah, hundreds or thousands by custom.
static TOLERANCE: Setting = Setting::whole(
    "tolerance",
    SettingUnit::Rupiah,
    1_000,
    1_000_000_000,
    Text::fixed(
        "selisih yang dianggap pembulatan; sama dengan batas ini belum ditandai",
        "a difference taken for rounding; one equal to it is not flagged",
    ),
);

pub(super) static CHECK: Check = Check {
    name: "total-mismatch",
    flags: Text::fixed(
        "Jumlah tertulis tidak sama dengan volume kali harga satuan, atau dengan jumlah rinciannya.",
        "A written amount is not quantity times unit price, or not the sum of its details.",
    ),
    page: page!("total-mismatch"),
    on_by_default: true,
    settings: &[&TOLERANCE],
    rules: &[],
    exclusions: &[Text::fixed(
        "rincian tanpa volume atau harga satuan; selisih karena pembulatan",
        "lines without quantity or unit price; differences of rounding",
    )],
    reasons: &[
        Text::fixed(
            "volume atau harga salah ketik, jumlahnya benar",
            "quantity or price mistyped, the amount right",
        ),
        Text::fixed(
            "jumlah sudah termasuk pajak atau setelah potongan",
            "the amount includes tax or a discount",
        ),
    ],
    documents: &[Text::fixed("DPA atau RKA rincian belanja", "the detailed DPA or RKA")],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    let complete = |line: &CostLine| line.quantity.is_some() && line.unit_price.is_some();
    if seen.lines.iter().any(complete) || !seen.gaps.is_empty() {
        return Ok(());
    }
    Err(Text::fixed(
        "tidak ada rincian dengan volume dan harga satuan; pakai RKA/DPA atau penjabaran",
        "no line has both a quantity and a unit price; use the RKA/DPA or the penjabaran",
    ))
}

fn run(examination: &mut Examination<'_>) {
    let seen = examination.seen;
    let tolerance = examination.rupiah(&TOLERANCE);
    let mut without: [Vec<&CostLine>; 2] = [Vec::new(), Vec::new()];
    for line in seen.lines {
        let [no_quantity, no_price] = &mut without;
        match (&line.quantity, line.unit_price) {
            (None, None) => examination.not_applicable(),
            (None, Some(_)) => no_quantity.push(line),
            (Some(_), None) => no_price.push(line),
            (Some(quantity), Some(price)) => match price.try_times(quantity.total()) {
                Ok(product) => judge(examination, line, product, tolerance),
                Err(_) => examination.not_applicable(),
            },
        }
    }
    for gap in seen.gaps {
        judge_gap(examination, gap, tolerance);
    }
    for (lines, missing) in without.iter().zip([QUANTITY, UNIT_PRICE]) {
        lines_without(examination, lines, missing);
    }
}

fn judge(examination: &mut Examination<'_>, line: &CostLine, product: Rupiah, tolerance: Rupiah) {
    let Ok(difference) = line.amount.try_sub(product).map(Rupiah::abs) else {
        return examination.not_applicable();
    };
    if difference <= tolerance {
        return examination.clear();
    }
    let (Some(quantity), Some(price)) = (&line.quantity, line.unit_price) else {
        return examination.not_applicable();
    };
    let formula = |lang: Lang| {
        let product_shown = product.display(lang);
        format!(
            "{quantity} x {} = {product_shown}; {} {}; {} {}",
            price.display(lang),
            lang.pick("jumlah tertulis", "amount written"),
            line.amount.display(lang),
            lang.pick("selisih", "difference"),
            difference.display(lang)
        )
    };
    let flag = Flag {
        observed: Figure::Rupiah(line.amount),
        limit: Figure::Rupiah(product),
        formula: Text::by(formula),
        at_stake: Some(difference),
        certainty: Confidence::High,
    };
    examination.flag(Subject::line(line), flag);
}

/// An account and its details. Where one of them could not be read, the gap may be the reader's.
fn judge_gap(examination: &mut Examination<'_>, gap: &SumGap, tolerance: Rupiah) {
    let Ok(difference) = gap.stated.try_sub(gap.sum).map(Rupiah::abs) else {
        return examination.not_applicable();
    };
    if difference <= tolerance {
        return examination.clear();
    }
    // Only spending is looked at, and a cell that lost its zeros is damage of the file.
    if !matches!(gap.class, Some(AccountClass::GoodsAndServices | AccountClass::Capital))
        || gap.is_lost_zeros()
    {
        return examination.not_applicable();
    }
    let subject = Subject::gap(gap, examination.seen);
    if gap.unread {
        return examination.insufficient(subject, vec![READABLE_DETAILS]);
    }
    let formula = |lang: Lang| {
        let parts = lang.pick("jumlah rincian", "sum of the details");
        format!(
            "{parts} {}; {} {}; {} {}",
            gap.sum.display(lang),
            lang.pick("jumlah tertulis", "amount written"),
            gap.stated.display(lang),
            lang.pick("selisih", "difference"),
            difference.display(lang)
        )
    };
    let flag = Flag {
        observed: Figure::Rupiah(gap.stated),
        limit: Figure::Rupiah(gap.sum),
        formula: Text::by(formula),
        at_stake: Some(difference),
        certainty: Confidence::Medium,
    };
    examination.flag(subject, flag);
}

/// One finding for all lines that lack the same field: a whole file can lack it.
fn lines_without(examination: &mut Examination<'_>, lines: &[&CostLine], missing: Missing) {
    if !lines.is_empty() {
        let subject = Subject::lines("total-mismatch", lines);
        examination.insufficient(subject, vec![missing]);
    }
}
