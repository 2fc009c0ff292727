//! Lines that no file has: every field at its limits.

use std::sync::Arc;

use hemat_core::account::{AccountClass, AccountCode, AccountScheme};
use hemat_core::cost_line::{BudgetStage, CostLine, LineContext};
use hemat_core::date::Date;
use hemat_core::money::Rupiah;
use hemat_core::quantity::{Factor, Quantity};
use hemat_core::source::RowRef;
use hemat_core::unit::Measure;
use hemat_io::read::budget::BudgetFile;
use hemat_io::read::read_budget;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

fn text() -> impl Strategy<Value = Arc<str>> {
    prop_oneof!["", "\\PC{0,12}", "[ -~\n\t]{0,30}", "hemat\\.seal.{0,3}"].prop_map(|t| Arc::from(t.as_str()))
}

/// A tenth of the greatest amount at most, so that a few lines still have a sum.
fn money() -> impl Strategy<Value = Rupiah> {
    let limit = 1_000_000_000_000_000_000_000_000_000_i128;
    (-limit..=limit, 0u32..=8).prop_map(|(units, fewer)| {
        Rupiah::try_new(Decimal::from_i128_with_scale(units / 10_i128.pow(fewer), 8 - fewer)).unwrap()
    })
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let factor =
        (0i64..1_000_000, 0u32..6, text(), any::<[bool; 4]>()).prop_map(|(n, scale, unit, counts)| {
            let [persons, days, occurrences, groups] = counts;
            Factor::new(Decimal::new(n, scale), &unit).counting(Measure {
                persons,
                days,
                occurrences,
                groups,
            })
        });
    prop::collection::vec(factor, 1..4)
        .prop_filter_map("a product out of range", |f| Quantity::try_new(f).ok())
}

fn account() -> impl Strategy<Value = AccountCode> {
    let schemes = option::of(select(AccountScheme::ALL));
    ("[1-6](\\.[0-9]{1,4}){0,5}", schemes, option::of(select(AccountClass::ALL)))
        .prop_map(|(code, scheme, class)| AccountCode { code: code.into(), scheme, class })
}

fn context() -> impl Strategy<Value = LineContext> {
    let texts = (text(), text(), text(), text(), text());
    (option::of(1900u16..2200), texts, option::of(account()), option::of(select(BudgetStage::ALL))).prop_map(
        |(year, (region, agency, activity_code, activity, account_name), account, stage)| LineContext {
            year,
            region,
            agency,
            activity_code,
            activity,
            account,
            account_name,
            stage,
        },
    )
}

fn line() -> impl Strategy<Value = CostLine> {
    let place = (1u64..=i64::MAX as u64, option::of(1u32..), 1u64..=i64::MAX as u64);
    let texts = (text(), text(), text(), text());
    let amounts = (money(), option::of(money()), option::of(money()));
    let date = option::of((1900i32..2200, 1u32..=12, 1u32..=28));
    (place, context(), texts, option::of(quantity()), amounts, date).prop_map(
        |((row, part, account_row), context, texts, quantity, (amount, unit_price, amount_before), date)| {
            let (heading, description, unit, package) = texts;
            CostLine {
                row: RowRef { file: "a.csv".into(), row, part },
                account_row,
                context: Arc::new(context),
                heading,
                description,
                quantity,
                unit,
                unit_price,
                amount,
                amount_before,
                date: date.and_then(|(y, m, d)| Date::from_ymd(y, m, d)),
                package,
            }
        },
    )
}

/// Up to eight lines.
pub(crate) fn made_up_lines() -> impl Strategy<Value = Vec<CostLine>> {
    prop::collection::vec(line(), 0..8)
}

/// A file of these lines, in balance.
pub(crate) fn budget_of(lines: Vec<CostLine>) -> BudgetFile {
    let mut budget = read_budget(b"description,amount\nx,1\n", "a.csv", &Default::default()).unwrap();
    let sum = Rupiah::try_sum(lines.iter().map(|l| l.amount)).unwrap();
    budget.tally.amount_used = sum;
    budget.tally.amount_read = sum;
    budget.lines = lines;
    budget
}
