//! The price tables are whole, in order, and answer as known.
// The lint knows test functions, not their helpers in a test file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeMap;

use hemat_core::ceiling::{
    CeilingAnswer, CeilingQuestion, CeilingRegion, Ceilings, NoPrice, NotBinding, PricedItem, Standing,
};
use hemat_core::component::Component;
use hemat_core::event::Fund;
use hemat_core::lang::Lang;
use hemat_core::level_name::levels_named;
use hemat_core::money::Rupiah;
use hemat_core::province::Province;
use hemat_core::session::{OfficialLevel, Session};
use hemat_reference::ceilings::{built_in, published};
use hemat_reference::rule::rule;

fn question(item: PricedItem) -> CeilingQuestion {
    CeilingQuestion {
        province: Some(Province::SumateraUtara),
        year: Some(2026),
        fund: Some(Fund::Apbd),
        level: Some(OfficialLevel::Eselon3),
        ..CeilingQuestion::about(item)
    }
}

fn package(package: Session) -> CeilingQuestion {
    CeilingQuestion { package: Some(package), ..question(PricedItem::MeetingPackage) }
}

fn amount(question: &CeilingQuestion) -> Rupiah {
    built_in().look_up(question).found().unwrap().amount()
}

fn reason(ceilings: &Ceilings<'_>, question: &CeilingQuestion) -> NoPrice {
    ceilings.look_up(question).unknown().unwrap().reason.clone()
}

#[test]
fn no_built_in_row_is_defective() {
    assert_eq!(hemat_reference::defects(), Vec::<&hemat_reference::table::TableError>::new());
    assert_eq!(published().len(), 342 + 154 + 38 + 12 + 114 + 152);
    assert_eq!(built_in().multipliers().len(), 1);
}

#[test]
fn every_province_has_every_regional_price() {
    let mut count: BTreeMap<(PricedItem, Vec<OfficialLevel>, Option<Session>), Vec<Province>> =
        BTreeMap::new();
    for row in published() {
        if let CeilingRegion::Province(province) = row.region {
            count.entry((row.item, row.levels.clone(), row.package)).or_default().push(province);
        }
    }
    assert_eq!(count.len(), 9 + 4 + 1 + 3 + 4, "packages, food, hall, allowances, lodging");
    for (kind, mut provinces) in count {
        provinces.sort();
        assert_eq!(provinces, Province::ALL, "{kind:?}");
    }
}

#[test]
fn a_longer_package_costs_more_and_so_does_a_higher_level() {
    let amount = |province, level, session| {
        amount(&CeilingQuestion { province: Some(province), level: Some(level), ..package(session) })
    };
    for &province in Province::ALL {
        for &level in OfficialLevel::ALL {
            let [half, full, board] =
                [Session::Halfday, Session::Fullday, Session::Fullboard].map(|p| amount(province, level, p));
            assert!(half < full && full < board, "{province:?} {level:?}");
        }
        for &package in Session::ALL {
            let by_level: Vec<Rupiah> =
                OfficialLevel::ALL.iter().map(|l| amount(province, *l, package)).collect();
            assert!(by_level.is_sorted_by(|a, b| a >= b), "{province:?} {package:?}");
        }
    }
}

#[test]
fn known_answers() {
    let p = Province::SumateraUtara;
    let j = Province::DkiJakarta;
    let cases = [
        (p, PricedItem::MeetingPackage, Some(Session::Halfday), 279_000),
        (p, PricedItem::MeetingPackage, Some(Session::Fullday), 462_000),
        (p, PricedItem::MeetingPackage, Some(Session::Fullboard), 826_000),
        (p, PricedItem::MeetingMeal, None, 47_000),
        (p, PricedItem::MeetingSnack, None, 17_000),
        (p, PricedItem::HallRent, None, 24_315_000),
        (p, PricedItem::SpeakerFee, None, 900_000),
        (p, PricedItem::CoordinationMeal, None, 118_000),
        (j, PricedItem::MeetingPackage, Some(Session::Halfday), 361_000),
        (j, PricedItem::MeetingPackage, Some(Session::Fullboard), 1_197_000),
        (j, PricedItem::HallRent, None, 42_433_000),
        (j, PricedItem::AllowanceOutOfTown, None, 530_000),
    ];
    for (province, item, package, expected) in cases {
        let asked = CeilingQuestion { province: Some(province), package, ..question(item) };
        assert_eq!(amount(&asked), Rupiah::from_whole(expected), "{province:?} {item:?} {package:?}");
    }
}

/// Every row is found by the question that it answers, and for APBD it is never more than a benchmark.
#[test]
fn every_row_is_retrieved_and_binds_central_bodies_alone() {
    let ceilings = built_in();
    for row in published() {
        let province = match row.region {
            CeilingRegion::Province(province) => province,
            _ => Province::Aceh,
        };
        let asked = CeilingQuestion {
            province: Some(province),
            level: row.levels.first().copied(),
            package: row.package,
            ..question(row.item)
        };
        let local = ceilings.look_up(&asked);
        assert_eq!(local.found().unwrap().row(), row);
        assert_eq!(local.standing(), Standing::Benchmark);
        assert_eq!(local.found().unwrap().not_binding(), Some(NotBinding::OtherFund));
        assert!(local.wording(Lang::Id).ends_with("tingkat harga 2026; pembanding, bukan batas untuk APBD"));
        let central = CeilingQuestion { fund: Some(Fund::Apbn), ..asked };
        let estimate = matches!(row.item, PricedItem::HallRent | PricedItem::LocalTransport);
        let expected = if estimate { Standing::Estimate } else { Standing::Limit };
        assert_eq!(ceilings.look_up(&central).standing(), expected);
        let unsaid = ceilings.look_up(&CeilingQuestion { fund: None, ..central.clone() });
        assert_eq!(unsaid.standing(), Standing::Benchmark);
        for year in [2018, 2026, 2030] {
            let other = ceilings.benchmark(&CeilingQuestion { year: Some(year), ..central.clone() });
            assert_eq!(other.standing(), Standing::Benchmark);
            assert_eq!(other.found().unwrap().is_other_year(), year != 2026);
            assert_eq!(other.found().unwrap().row(), row);
        }
        for year in [2015, 2018, 2020, 2025, 2027] {
            let other = CeilingQuestion { year: Some(year), ..central.clone() };
            assert_eq!(reason(&ceilings, &other), NoPrice::YearNotLoaded(vec![2026]), "{year}");
        }
    }
}

#[test]
fn the_citation_names_everything() {
    let asked = CeilingQuestion { year: Some(2018), ..package(Session::Halfday) };
    let price = built_in().benchmark(&asked);
    assert_eq!(
        price.wording(Lang::Id),
        "PMK 32/2025 (SBM tahun anggaran 2026), Lampiran I pos 31.1, Sumatera Utara; tingkat harga 2026; \
         pembanding, bukan batas untuk APBD tahun anggaran 2018"
    );
    assert_eq!(
        price.wording(Lang::En),
        "PMK 32/2025 (SBM, fiscal year 2026), Annex I item 31.1, North Sumatra; price level of 2026; \
         a benchmark, not a limit for APBD of fiscal year 2018"
    );
    let row = price.found().unwrap().row();
    assert!(row.source_detail(Lang::Id).contains("halaman "));
    assert_eq!(&*row.at.file, "sbm2026_meeting_packages.csv");
}

#[test]
fn a_missing_price_says_why() {
    let ceilings = built_in();
    let with = package(Session::Halfday);
    assert_eq!(
        reason(&ceilings, &CeilingQuestion { year: Some(2018), ..with.clone() }),
        NoPrice::YearNotLoaded(vec![2026])
    );
    assert_eq!(reason(&ceilings, &CeilingQuestion { year: None, ..with.clone() }), NoPrice::YearNeeded);
    assert_eq!(reason(&ceilings, &CeilingQuestion { level: None, ..with.clone() }), NoPrice::LevelNeeded);
    assert_eq!(
        reason(&ceilings, &CeilingQuestion { province: None, ..with.clone() }),
        NoPrice::ProvinceNeeded
    );
    assert_eq!(reason(&ceilings, &CeilingQuestion { package: None, ..with.clone() }), NoPrice::PackageNeeded);
    let allowance =
        CeilingQuestion { package: Some(Session::Fullday), ..question(PricedItem::MeetingAllowance) };
    assert_eq!(reason(&ceilings, &allowance), NoPrice::PackageNotLoaded, "2026 has it for fullboard alone");
    assert_eq!(reason(&Ceilings::default(), &with), NoPrice::ItemNotLoaded);
    let text = ceilings.look_up(&CeilingQuestion { year: Some(2018), ..with.clone() });
    assert_eq!(
        text.wording(Lang::En),
        "No ceiling known for 2018: the tables loaded have meeting package only for 2026; SHSR applies from fiscal year 2021 on."
    );
    let central = CeilingQuestion { year: Some(2018), fund: Some(Fund::Apbn), ..with };
    assert!(!ceilings.look_up(&central).wording(Lang::Id).contains("SHSR"));
}

#[test]
fn hall_rent_is_for_large_halls_alone() {
    let hall = |capacity| CeilingQuestion { hall_capacity: capacity, ..question(PricedItem::HallRent) };
    assert_eq!(reason(&built_in(), &hall(Some(300))), NoPrice::HallTooSmall(300));
    assert_eq!(amount(&hall(Some(301))), Rupiah::from_whole(24_315_000));
    assert_eq!(amount(&hall(None)), Rupiah::from_whole(24_315_000));
    assert!(matches!(built_in().benchmark(&hall(Some(120))), CeilingAnswer::Unknown(_)));
}

#[test]
fn fullboard_of_eselon_two_and_higher_may_be_half_as_much_again() {
    let of = |level, session| {
        let asked = CeilingQuestion { level: Some(level), fund: Some(Fund::Apbn), ..package(session) };
        built_in().look_up(&asked).found().unwrap().clone()
    };
    for level in [OfficialLevel::Minister, OfficialLevel::Eselon1, OfficialLevel::Eselon2] {
        let found = of(level, Session::Fullboard);
        assert_eq!(found.multiplier().unwrap().rule, "SBM-FULLBOARD-1.5".into());
        assert_eq!(Rupiah::try_sum([found.highest(); 2]), Rupiah::try_sum([found.amount(); 3]));
        assert_eq!(of(level, Session::Fullday).multiplier(), None);
    }
    for level in [OfficialLevel::Eselon3, OfficialLevel::Eselon4, OfficialLevel::Staff] {
        let found = of(level, Session::Fullboard);
        assert_eq!((found.multiplier(), found.highest()), (None, found.amount()));
    }
}

/// The years of a multiplier are those on which the table of rules is sure.
#[test]
fn multipliers_keep_to_the_years_of_their_rule() {
    for multiplier in built_in().multipliers() {
        let rule = rule(&multiplier.rule).unwrap();
        assert_eq!(rule.sure_from.unwrap().year(), multiplier.fiscal_year_from);
        assert_eq!(rule.sure_to.unwrap().year(), multiplier.fiscal_year_to);
    }
}

/// What a user writes in the column of levels may be the regulation's own words.
#[test]
fn the_level_names_of_regulations_are_understood() {
    for row in published().iter().filter(|row| !row.levels.is_empty()) {
        assert_eq!(levels_named(&row.level_label), row.levels, "{}", row.level_label);
    }
}

/// The price of a component for a price book: of the year asked, else of the nearest year, which is named.
#[test]
fn components_have_a_benchmark_in_every_province_and_year() {
    let cases = [
        (Component::Meal, PricedItem::MeetingMeal),
        (Component::Snack, PricedItem::MeetingSnack),
        (Component::HallRent, PricedItem::HallRent),
        (Component::PackageHalfday, PricedItem::MeetingPackage),
        (Component::PackageFullday, PricedItem::MeetingPackage),
        (Component::PackageFullboard, PricedItem::MeetingPackage),
        (Component::Lodging, PricedItem::Lodging),
    ];
    let ceilings = built_in();
    for (component, item) in cases {
        for (year, province) in
            [2018, 2025, 2026, 2031].into_iter().flat_map(|y| Province::ALL.iter().map(move |p| (y, *p)))
        {
            let asked = CeilingQuestion {
                province: Some(province),
                year: Some(year),
                fund: Some(Fund::Apbd),
                level: Some(OfficialLevel::Eselon3),
                ..CeilingQuestion::about_component(component).unwrap()
            };
            let answer = ceilings.benchmark(&asked);
            let found = answer.found().unwrap();
            assert_eq!((found.row().item, answer.standing()), (item, Standing::Benchmark));
            assert_eq!(found.row().package, component.package());
            assert_eq!(found.is_other_year(), year != 2026);
            assert!(answer.wording(Lang::En).contains("price level of 2026"), "{}", answer.wording(Lang::En));
            assert_eq!(found.row().persons_above, (item == PricedItem::HallRent).then_some(300));
        }
    }
    assert_eq!(CeilingQuestion::about_component(Component::SoundSystem), None);
}
