//! The look-up over several tables: their order, whom they bind, and what is never called a breach.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test file with helpers")]

use std::sync::Arc;

use hemat_core::ceiling::{
    CeilingAnswer, CeilingFilter, CeilingQuestion, CeilingRegion, Ceilings, Multiplier, Nature, NoPrice,
    NotBinding, PriceCeiling, PriceStandard, PricedItem, Stage, Standing,
};
use hemat_core::event::Fund;
use hemat_core::lang::{Lang, Text};
use hemat_core::money::Rupiah;
use hemat_core::province::Province;
use hemat_core::session::{OfficialLevel, Session};
use hemat_core::source::RowRef;
use hemat_core::verification::Verification;
use rust_decimal::Decimal;

fn row(standard: PriceStandard, region: &str, years: (u16, u16), amount: i64) -> PriceCeiling {
    PriceCeiling {
        standard,
        regulation: "a regulation".into(),
        fiscal_year_from: years.0,
        fiscal_year_to: years.1,
        stages: vec![Stage::Planning, Stage::Execution],
        nature: Nature::Limit,
        annex: "I".into(),
        item_no: "1".into(),
        item: PricedItem::MeetingPackage,
        region: CeilingRegion::from_name(region).unwrap(),
        levels: vec![OfficialLevel::Eselon3],
        level_label: "".into(),
        package: Some(Session::Fullday),
        persons_above: None,
        unit: "OP".into(),
        amount: Rupiah::from_whole(amount),
        condition: None,
        source: "a test".into(),
        source_line: None,
        page: Some(7),
        verification: Verification::OwnTable,
        note: None,
        at: RowRef { file: "table.csv".into(), row: 2, part: None },
    }
}

fn sbm(year: u16, amount: i64) -> PriceCeiling {
    row(PriceStandard::Sbm, "Sumatera Utara", (year, year), amount)
}

fn shsr(years: (u16, u16), amount: i64) -> PriceCeiling {
    row(PriceStandard::Shsr, "Sumatera Utara", years, amount)
}

fn asahan(years: (u16, u16), amount: i64) -> PriceCeiling {
    row(PriceStandard::Regional, "Kabupaten Asahan", years, amount)
}

fn question(year: u16, fund: Fund, region: Option<&str>) -> CeilingQuestion {
    CeilingQuestion {
        year: Some(year),
        fund: Some(fund),
        province: Some(Province::SumateraUtara),
        region: region.map(Arc::from),
        level: Some(OfficialLevel::Eselon3),
        package: Some(Session::Fullday),
        ..CeilingQuestion::about(PricedItem::MeetingPackage)
    }
}

fn whole(answer: &CeilingAnswer<'_>) -> (Standing, i64) {
    let amount = answer.found().map_or(0, |f| i64::try_from(f.amount().value()).unwrap());
    (answer.standing(), amount)
}

#[test]
fn the_own_table_goes_before_the_national_one_and_that_before_a_benchmark() {
    let published = [sbm(2026, 462_000), shsr((2021, 2026), 400_000)];
    let local = [asahan((2024, 2026), 350_000)];
    let own = Some("Kab. Asahan");
    let without = Ceilings::new(&published, &[]);
    let with = without.clone().with_local(&local);
    let cases = [
        (&with, 2026, Fund::Apbd, own, Standing::Limit, 350_000),
        (&with, 2023, Fund::Apbd, own, Standing::Limit, 400_000),
        (&without, 2026, Fund::Apbd, own, Standing::Limit, 400_000),
        (&with, 2026, Fund::Apbd, Some("Kota Tanjungbalai"), Standing::Limit, 400_000),
        (&with, 2026, Fund::Apbd, None, Standing::Limit, 400_000),
        (&with, 2026, Fund::Apbn, own, Standing::Limit, 462_000),
        (&without, 2021, Fund::Apbn, own, Standing::Benchmark, 400_000),
        (&with, 2020, Fund::Apbd, own, Standing::Unknown, 0),
    ];
    for (ceilings, year, fund, region, standing, amount) in cases {
        let answer = ceilings.look_up(&question(year, fund, region));
        assert_eq!(whole(&answer), (standing, amount), "{year} {fund} {region:?}");
    }
    let found = with.look_up(&question(2026, Fund::Apbd, own));
    assert!(found.found().unwrap().is_from_local_table());
}

/// The standard decides whom a row can bind, whatever table it stands in.
#[test]
fn a_wrong_table_cannot_make_a_breach() {
    let early = [shsr((2018, 2020), 400_000)];
    for year in 2015..=2021 {
        let answer = Ceilings::default().with_local(&early).look_up(&question(year, Fund::Apbd, None));
        assert_eq!(answer.standing(), Standing::Unknown, "{year}");
    }
    let open = [shsr((2018, 2024), 400_000)];
    for year in 2015..=2025 {
        let answer = Ceilings::default().with_local(&open).look_up(&question(year, Fund::Apbd, None));
        let expected = if (2021..=2024).contains(&year) { Standing::Limit } else { Standing::Unknown };
        assert_eq!(answer.standing(), expected, "{year}");
    }
    let benchmark = Ceilings::default();
    let benchmark = benchmark.with_local(&early);
    assert_eq!(benchmark.benchmark(&question(2018, Fund::Apbd, None)).standing(), Standing::Unknown);
    let central = [sbm(2018, 300_000)];
    let answer =
        Ceilings::default().with_local(&central).look_up(&question(2018, Fund::Apbd, Some("Kab. Asahan")));
    assert_eq!(whole(&answer), (Standing::Benchmark, 300_000));
    assert_eq!(answer.found().unwrap().not_binding(), Some(NotBinding::OtherFund));
}

#[test]
fn a_region_s_standard_binds_that_region_alone() {
    let local = [asahan((2018, 2018), 350_000)];
    let ceilings = Ceilings::default().with_local(&local);
    let of = |region| ceilings.look_up(&question(2018, Fund::Apbd, region));
    assert_eq!(of(Some("KABUPATEN ASAHAN")).standing(), Standing::Limit);
    for (region, why, said) in [
        (None, NotBinding::RegionUnknown, "daerahnya tidak disebut"),
        (Some("Asahan"), NotBinding::OtherRegion, "standar daerah lain"),
        (Some("Kabupaten Batu Bara"), NotBinding::OtherRegion, "standar daerah lain"),
    ] {
        let answer = of(region);
        assert_eq!(
            (answer.standing(), answer.found().unwrap().not_binding()),
            (Standing::Benchmark, Some(why))
        );
        assert!(answer.wording(Lang::Id).contains(said), "{}", answer.wording(Lang::Id));
    }
}

#[test]
fn an_estimate_is_no_limit_and_a_stage_may_have_its_own_row() {
    let planning = PriceCeiling { stages: vec![Stage::Planning], ..shsr((2021, 2024), 400_000) };
    let execution = PriceCeiling {
        stages: vec![Stage::Execution],
        nature: Nature::Estimate,
        ..shsr((2021, 2024), 400_000)
    };
    let rows = [planning, execution];
    let ceilings = Ceilings::new(&rows, &[]);
    let at = |stage| ceilings.look_up(&CeilingQuestion { stage, ..question(2022, Fund::Apbd, None) });
    assert_eq!(at(Stage::Planning).standing(), Standing::Limit);
    assert_eq!(at(Stage::Execution).standing(), Standing::Estimate);
    assert_eq!(at(Stage::Execution).limit(), None);
    let one = Ceilings::new(rows.get(..1).unwrap(), &[]);
    let asked = CeilingQuestion { stage: Stage::Execution, ..question(2022, Fund::Apbd, None) };
    assert_eq!(one.look_up(&asked).unknown().unwrap().reason, NoPrice::StageNotLoaded);
}

#[test]
fn the_nearest_year_is_a_benchmark_and_the_later_of_two() {
    let rows = [sbm(2020, 100), sbm(2024, 200), asahan((2026, 2027), 300)];
    let ceilings = Ceilings::new(&rows, &[]);
    for (year, amount, other) in [
        (2018, 100, true),
        (2021, 100, true),
        (2022, 200, true),
        (2024, 200, false),
        (2025, 300, true),
        (2030, 300, true),
    ] {
        let answer = ceilings.benchmark(&question(year, Fund::Apbn, None));
        assert_eq!(whole(&answer), (Standing::Benchmark, amount), "{year}");
        assert_eq!(answer.found().unwrap().is_other_year(), other, "{year}");
    }
    let same = ceilings.benchmark(&question(2024, Fund::Apbn, None));
    assert_eq!(same.found().unwrap().not_binding(), Some(NotBinding::UsedAsPrice));
}

#[test]
fn a_multiplier_counts_for_its_levels_and_years_alone() {
    let multipliers = [Multiplier {
        rule: "M".into(),
        standard: PriceStandard::Sbm,
        item: PricedItem::MeetingPackage,
        package: Some(Session::Fullday),
        levels: vec![OfficialLevel::Eselon2],
        fiscal_year_from: 2023,
        fiscal_year_to: 2024,
        factor: Decimal::new(15, 1),
        citation: Text::as_written("a rule"),
        summary: Text::as_written("half as much again"),
    }];
    let rows: Vec<PriceCeiling> = [2022, 2023, 2024, 2025]
        .map(|year| PriceCeiling {
            levels: vec![OfficialLevel::Eselon2, OfficialLevel::Eselon3],
            ..sbm(year, 1_001)
        })
        .to_vec();
    let ceilings = Ceilings::new(&rows, &multipliers);
    for (year, level, highest) in [
        (2022, OfficialLevel::Eselon2, 100_100),
        (2023, OfficialLevel::Eselon2, 150_150),
        (2024, OfficialLevel::Eselon2, 150_150),
        (2024, OfficialLevel::Eselon3, 100_100),
        (2025, OfficialLevel::Eselon2, 100_100),
    ] {
        let asked = CeilingQuestion { level: Some(level), ..question(year, Fund::Apbn, None) };
        let found = ceilings.look_up(&asked);
        assert_eq!(found.found().unwrap().highest(), Rupiah::from_sen(highest), "{year} {level}");
        assert_eq!(found.found().unwrap().amount(), Rupiah::from_whole(1_001));
    }
    let unsaid = CeilingQuestion { level: None, ..question(2024, Fund::Apbn, None) };
    assert_eq!(ceilings.look_up(&unsaid).unknown().unwrap().reason, NoPrice::LevelNeeded);
    assert_eq!(ceilings.look_up_any_level(&unsaid).found().unwrap().highest(), Rupiah::from_sen(150_150));
}

#[test]
fn lists_put_the_own_table_first() {
    let published = [sbm(2026, 462_000), sbm(2025, 450_000)];
    let local = [sbm(2026, 461_000), asahan((2026, 2026), 350_000)];
    let ceilings = Ceilings::new(&published, &[]).with_local(&local);
    let filter = CeilingFilter {
        year: Some(2026),
        region: Some("Kab. Asahan".to_owned()),
        ..CeilingFilter::default()
    };
    let listed = ceilings.list(&filter);
    let amounts: Vec<(String, bool)> =
        listed.iter().map(|l| (l.row.amount.to_string(), l.from_local)).collect();
    let expected = [("461000", true), ("462000", false), ("350000", true)];
    assert_eq!(amounts, expected.map(|(a, l)| (a.to_owned(), l)));
    assert_eq!(listed.last().unwrap().standing_for(Fund::Apbd, Some("Kab. Asahan")), Standing::Limit);
    assert_eq!(listed.last().unwrap().standing_for(Fund::Apbd, None), Standing::Benchmark);
    let other = CeilingFilter { region: Some("Kota Medan".to_owned()), ..filter };
    assert_eq!(ceilings.list(&other).len(), 2);
}

/// Without a level, another fund's price for a minister does not hide the limit of the regency's own officials.
#[test]
fn where_the_level_is_unknown_a_limit_goes_before_a_benchmark() {
    let published = [PriceCeiling { levels: vec![OfficialLevel::Minister], ..sbm(2026, 900_000) }];
    let local = [asahan((2026, 2026), 350_000)];
    let ceilings = Ceilings::new(&published, &[]).with_local(&local);
    let unsaid = CeilingQuestion { level: None, ..question(2026, Fund::Apbd, Some("Kabupaten Asahan")) };
    let answer = ceilings.look_up_any_level(&unsaid);
    assert_eq!(answer.limit().unwrap().highest(), Rupiah::from_whole(350_000));
    let elsewhere = CeilingQuestion { region: Some("Kota Medan".into()), ..unsaid };
    assert!(ceilings.look_up_any_level(&elsewhere).limit().is_none());
}
