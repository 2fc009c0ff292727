//! The price tables are whole, in order, and answer as known.
// The lint knows test functions, not their helpers in a test file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeMap;

use hemat_core::event::Fund;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::session::{OfficialLevel, Session};
use hemat_reference::price_row::Region;
use hemat_reference::price_table::{NoPrice, PriceQuery, PriceTable, Standing};
use hemat_reference::province::Province;
use hemat_reference::words::{Item, Stage};

fn query(item: Item) -> PriceQuery {
    PriceQuery {
        item,
        province: Province::SumateraUtara,
        year: 2026,
        fund: Fund::Apbd,
        stage: Stage::Planning,
        level: Some(OfficialLevel::Eselon3),
        package: None,
    }
}

#[test]
fn no_built_in_row_is_defective() {
    assert_eq!(hemat_reference::defects(), Vec::<&hemat_reference::table::TableError>::new());
    assert_eq!(PriceTable::built_in().rows().len(), 342 + 154 + 38 + 12 + 114 + 152);
}

#[test]
fn every_province_has_every_regional_price() {
    let mut count: BTreeMap<(Item, Vec<OfficialLevel>, Option<Session>), Vec<Province>> = BTreeMap::new();
    for row in PriceTable::built_in().rows() {
        if let Region::Province(province) = row.region {
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
    let amount = |province, level, package| {
        let q = PriceQuery {
            province,
            level: Some(level),
            package: Some(package),
            ..query(Item::MeetingPackage)
        };
        PriceTable::built_in().look_up(&q).unwrap().row().amount
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
        (p, Item::MeetingPackage, Some(Session::Halfday), 279_000),
        (p, Item::MeetingPackage, Some(Session::Fullday), 462_000),
        (p, Item::MeetingPackage, Some(Session::Fullboard), 826_000),
        (p, Item::MeetingMeal, None, 47_000),
        (p, Item::MeetingSnack, None, 17_000),
        (p, Item::HallRent, None, 24_315_000),
        (p, Item::SpeakerFee, None, 900_000),
        (p, Item::CoordinationMeal, None, 118_000),
        (j, Item::MeetingPackage, Some(Session::Halfday), 361_000),
        (j, Item::MeetingPackage, Some(Session::Fullboard), 1_197_000),
        (j, Item::HallRent, None, 42_433_000),
        (j, Item::AllowanceOutOfTown, None, 530_000),
    ];
    for (province, item, package, amount) in cases {
        let found = PriceTable::built_in().look_up(&PriceQuery { province, package, ..query(item) }).unwrap();
        assert_eq!(found.row().amount, Rupiah::from_whole(amount), "{province:?} {item:?} {package:?}");
    }
}

#[test]
fn a_benchmark_is_never_called_a_limit() {
    let table = PriceTable::built_in();
    for row in table.rows() {
        let province = match row.region {
            Region::Province(province) => province,
            Region::National => Province::Aceh,
        };
        let q = PriceQuery {
            province,
            level: row.levels.first().copied(),
            package: row.package,
            ..query(row.item)
        };
        let local = table.look_up(&q).unwrap();
        assert_eq!(local.standing(), Standing::Benchmark);
        assert!(local.wording(Lang::Id).ends_with("tingkat harga 2026; pembanding, bukan batas untuk APBD"));
        let central = table.look_up(&PriceQuery { fund: Fund::Apbn, ..q }).unwrap();
        let estimate = matches!(row.item, Item::HallRent | Item::LocalTransport);
        assert_eq!(central.standing(), if estimate { Standing::Estimate } else { Standing::Limit });
        for year in [2018, 2026, 2030] {
            let other = table.nearest_year(&PriceQuery { year, fund: Fund::Apbn, ..q }).unwrap();
            assert!(!other.is_limit());
            assert_eq!(other.is_other_year(), year != 2026);
        }
    }
}

#[test]
fn the_citation_names_everything() {
    let q = PriceQuery { package: Some(Session::Halfday), ..query(Item::MeetingPackage) };
    let price = PriceTable::built_in().nearest_year(&PriceQuery { year: 2018, ..q }).unwrap();
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
    assert!(price.row().source_detail(Lang::Id).contains("baris "));
}

#[test]
fn a_missing_price_says_why() {
    let table = PriceTable::built_in();
    let package = query(Item::MeetingPackage);
    let with = PriceQuery { package: Some(Session::Halfday), ..package };
    let reason = |q: &PriceQuery| table.look_up(q).unwrap_err().reason;
    assert_eq!(reason(&PriceQuery { year: 2018, ..with }), NoPrice::YearNotLoaded(vec![2026]));
    assert_eq!(reason(&PriceQuery { level: None, ..with }), NoPrice::LevelNeeded);
    assert_eq!(reason(&package), NoPrice::PackageNeeded);
    let text = table.look_up(&PriceQuery { year: 2018, ..with }).unwrap_err().text(Lang::Id);
    assert!(text.contains("2018") && text.contains("SHSR baru berlaku"), "{text}");
    let empty = PriceTable::from_csv("empty", "");
    assert_eq!(empty.look_up(&with).unwrap_err().reason, NoPrice::ItemNotLoaded);
}

#[test]
fn damaged_rows_are_named_and_left_out() {
    let text = include_str!("../assets/sbm2026_hall_rent.csv");
    let mut lines: Vec<String> = text.lines().take(5).map(str::to_owned).collect();
    let first = lines[1].clone();
    lines[2] = lines[2].replace(",hari,", ",hari,-");
    lines[3] = lines[3].replace("estimate", "maximum");
    lines[4].push_str(",more");
    lines.push(first);
    let table = PriceTable::from_csv("damaged", &lines.join("\n"));
    assert_eq!(table.rows().len(), 1);
    assert_eq!(table.errors().iter().map(|e| e.record).collect::<Vec<_>>(), [3, 4, 5, 6]);
}
