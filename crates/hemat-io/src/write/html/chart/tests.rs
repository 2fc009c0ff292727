//! Drawings against arithmetic of their own.

use hemat_core::estimate::Estimate;
use hemat_core::evidence::Evidence;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::report::{Chart, CostBar, CostPart, Figures, MonthColumn, Plot, ShareBar, SwingBar};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::draw;

fn chart(plot: Plot) -> Chart {
    Chart {
        id: "x".to_owned(),
        title: "Judul".to_owned(),
        alternative: "Isi".to_owned(),
        plot,
        figures: Figures::Beside("t"),
    }
}

fn bar(amounts: &[i64], spread: i64) -> CostBar {
    let sum: i64 = amounts.iter().sum();
    let parts = amounts.iter().enumerate().map(|(at, amount)| CostPart {
        label: format!("bagian {at}"),
        word: ["meal", "snack", "hall-rent", "package-fullday"][at % 4],
        bundle: at % 4 == 3,
        amount: Rupiah::from_whole(*amount),
    });
    let r = Rupiah::from_whole;
    CostBar {
        label: "Tempat".to_owned(),
        remark: String::new(),
        parts: parts.collect(),
        total: Estimate::try_new(r((sum - spread).max(0)), r(sum), r(sum + spread)).unwrap(),
        complete: true,
    }
}

/// `x` and `width` of every rectangle, in percent.
fn rectangles(svg: &str) -> Vec<(f64, f64)> {
    let number = |tag: &str, name: &str| -> f64 {
        let value = tag.split_once(&format!(" {name}=\"")).unwrap().1;
        value.split_once('%').unwrap().0.parse().unwrap()
    };
    svg.split("<rect").skip(1).map(|tag| (number(tag, "x"), number(tag, "width"))).collect()
}

proptest! {
    /// Bars are as long as their amounts, begin where the one before ends, and the first begins at zero.
    #[test]
    fn stacked_bars_are_in_proportion(amounts in prop::collection::vec(1i64..100_000_000, 1..6), spread in 0i64..50_000_000) {
        let (svg, keys) = draw(&chart(Plot::Costs(vec![bar(&amounts, spread)])), "c", Lang::Id);
        let drawn = rectangles(&svg);
        prop_assert_eq!(drawn.len(), amounts.len());
        prop_assert_eq!(keys.len(), amounts.len().min(4));
        let mut end = 0.0;
        let whole: i64 = amounts.iter().sum();
        let all: f64 = drawn.iter().map(|(_, width)| width).sum();
        for ((x, width), amount) in drawn.iter().zip(&amounts) {
            prop_assert!((x - end).abs() <= 0.02, "a gap at {x}, not {end}");
            end = x + width;
            let share = *amount as f64 / whole as f64;
            prop_assert!((width / all - share).abs() < 0.002 + 0.02 / all, "{width} of {all} for {share}");
        }
        prop_assert!(end <= 100.0);
        // The axis reaches beyond the highest value, and not more than five times the most that it has to.
        prop_assert!(all > 100.0 * whole as f64 / (whole + spread) as f64 / 2.6, "{all}");
    }
}

#[test]
fn one_thing_has_one_colour_and_a_bundle_has_its_own() {
    let bars = vec![bar(&[1, 2, 3, 4], 0), bar(&[5, 6], 0)];
    let (svg, keys) = draw(&chart(Plot::Costs(bars)), "c", Lang::En);
    let classes: Vec<&str> =
        svg.split("<rect class=\"").skip(1).map(|tag| tag.split_once('"').unwrap().0).collect();
    assert_eq!(classes, ["s0", "s1", "s2", "whole", "s0", "s1"]);
    assert_eq!(keys[3].label, "bagian 3 (one price, not divided)");
}

#[test]
fn a_tornado_meets_at_the_likely_value() {
    let r = Rupiah::from_whole;
    let inputs = vec![SwingBar { label: "peserta".to_owned(), low: r(-10), high: r(30) }];
    let (svg, _) = draw(&chart(Plot::Tornado { likely: r(20), inputs }), "c", Lang::Id);
    // From -10 to 30 in steps of ten: 20 stands at three quarters.
    assert_eq!(rectangles(&svg), [(0.0, 75.0), (75.0, 25.0)]);
}

#[test]
fn empty_months_have_no_column_and_small_ones_are_seen() {
    let month =
        |month, amount| MonthColumn { year: 2025, month, amount: Rupiah::from_whole(amount), count: 1 };
    let columns = vec![month(1, 0), month(2, 1), month(3, 1_000_000), month(4, -5)];
    let (svg, _) = draw(&chart(Plot::Months(columns)), "c", Lang::Id);
    assert_eq!(rectangles(&svg).len(), 2);
    assert!(svg.contains("height=\"1\"/>") && svg.contains("height=\"180\"/>"), "{svg}");
    assert!(svg.contains(">Feb<") && svg.contains(">2025<"));
}

#[test]
fn shares_fill_the_bar() {
    let parts = vec![(Evidence::Tariff, Decimal::new(625, 1)), (Evidence::Assumption, Decimal::new(375, 1))];
    let (svg, keys) =
        draw(&chart(Plot::Shares(vec![ShareBar { label: "x".to_owned(), parts }])), "c", Lang::Id);
    assert_eq!(rectangles(&svg), [(0.0, 62.5), (62.5, 37.5)]);
    assert_eq!(keys.len(), 2);
}

#[test]
fn nothing_but_zeros_draws_nothing() {
    let (svg, _) = draw(&chart(Plot::Costs(vec![bar(&[0], 0)])), "c", Lang::Id);
    assert_eq!(svg, "");
}
