//! `events.csv` of a schedule: what is read, and every fault with row, column, the cell's own text and what to try.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests stand outside test functions")]

use std::num::NonZeroU32;

use hemat_core::date::Date;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::session::{Seating, Session};
use hemat_io::read::budget::DecimalMark;
use hemat_io::read::contract::Fault;
use hemat_io::read::schedule_file::{ScheduleFile, read_schedule};
use hemat_io::read::template::schedule_template;

const HALLS: [&str; 2] = ["aula", "balai"];

fn read(text: &str) -> ScheduleFile {
    read_schedule(text, "e.csv", &HALLS, None).unwrap()
}

fn faults(text: &str) -> Vec<Fault> {
    read_schedule(text, "e.csv", &HALLS, None).unwrap_err().faults
}

#[test]
fn a_good_file_is_read() {
    let text = "\u{feff}id;title;start;days;participants;layout;current_cost;cost:balai;cost:aula\r\n\
                a;Rapat; 2026-03-10 ;2;1.200;classroom;Rp48.000.000,00;Rp9.500.000,50;\r\n\
                ;;;;;;;;\r\n\
                b;;;;;;0;-;1.500\r\n";
    let file = read(text);
    assert_eq!(file.halls.iter().map(String::as_str).collect::<Vec<_>>(), ["aula", "balai"]);
    let [a, b] = &file.events[..] else { panic!("{file:?}") };
    assert_eq!((a.row, a.id.as_str(), a.event.title.as_str()), (2, "a", "Rapat"));
    assert_eq!(a.event.start, Date::from_ymd(2026, 3, 10));
    assert_eq!(a.event.days_or_default().likely().get(), 2);
    assert_eq!(a.event.participants.as_ref().unwrap().count.likely(), NonZeroU32::new(1_200).unwrap());
    assert_eq!(a.event.seating, Some(Seating::Classroom));
    assert_eq!(a.current_cost, Rupiah::from_whole(48_000_000));
    assert_eq!(a.costs.len(), 1);
    assert_eq!(a.costs["balai"], Rupiah::from_sen(950_000_050));
    // Unknown is not zero: no start, no participants, one day; and 1.500 is settled by the other amounts.
    assert_eq!((b.row, b.event.title.as_str(), b.event.start), (4, "b", None));
    assert_eq!((b.event.participants.as_ref(), b.event.days_or_default().likely().get()), (None, 1));
    assert_eq!(b.costs.iter().collect::<Vec<_>>(), [(&"aula".to_owned(), &Rupiah::from_whole(1_500))]);
}

#[test]
fn plain_digits_and_the_users_mark_are_read() {
    let text = "id,current_cost,session,meals_per_day,snacks_per_day,fiscal_year\na,1.500,halfday,0,2,2026\n";
    let with = |mark| read_schedule(text, "e.csv", &HALLS, Some(mark)).unwrap().events.remove(0);
    assert_eq!(with(DecimalMark::Comma).current_cost, Rupiah::from_whole(1_500));
    let a = with(DecimalMark::Dot);
    assert_eq!(a.current_cost, Rupiah::from_sen(150));
    assert_eq!((a.event.session, a.event.fiscal_year), (Some(Session::Halfday), Some(2026)));
    assert_eq!(a.event.meals_or_default().likely() + a.event.snacks_or_default().likely(), 2);
    assert!(read("id,current_cost\na,27900000\n").halls.is_empty());
    assert!(read("id,current_cost\n").events.is_empty());
    assert_eq!(read("id,current_cost\n#1,27900000\n").events.len(), 1, "an id may begin with #");
}

#[test]
fn every_fault_says_where_what_and_what_to_try() {
    let cases: &[(&str, u64, &str, &str, &str)] = &[
        ("id,current_cost,cost:gudang\na,1,1\n", 1, "cost:gudang", "cost:gudang", "cost:aula, cost:balai"),
        ("id,current_cost,colour\na,1,red\n", 1, "colour", "colour", "participants"),
        ("id,current_cost,cost:aula,cost:aula\na,1,1,1\n", 1, "cost:aula", "cost:aula", "keep one"),
        ("title,start\na,2026-03-10\n", 1, "header", "title, start", "current_cost"),
        ("id,current_cost\na,1\nb,1\na,1\n", 4, "id", "a", "row 2"),
        ("id,current_cost\n,1\n", 2, "id", "", "short name"),
        ("id,current_cost\na,\n", 2, "current_cost", "", "where it is now"),
        ("id,current_cost\na,murah\n", 2, "current_cost", "murah", "27900000"),
        ("id,current_cost\na,-5\n", 2, "current_cost", "-5", "zero or more"),
        ("id,current_cost\na,1.500\n", 2, "current_cost", "1.500", "1500 or 1.5?"),
        ("id,current_cost\na,999999999999999999999999\n", 2, "current_cost", "9999", "10^20"),
        ("id,current_cost,cost:aula\na,1,(5)\n", 2, "cost:aula", "(5)", "leave it empty"),
        ("id,current_cost,start\na,1,2026-02-31\n", 2, "start", "2026-02-31", "year-month-day"),
        ("id,current_cost,start\na,1,10/03/2026\n", 2, "start", "10/03/2026", "year-month-day"),
        ("id,current_cost,days\na,1,0\n", 2, "days", "0", "1 to 366"),
        ("id,current_cost,days\na,1,-2\n", 2, "days", "-2", "1 to 366"),
        ("id,current_cost,days\na,1,1.5\n", 2, "days", "1.5", "1 to 366"),
        ("id,current_cost,start,days\na,1,2199-12-31,2\n", 2, "days", "2", "start and days"),
        ("id,current_cost,participants\na,1,banyak\n", 2, "participants", "banyak", "whole"),
        ("id,current_cost,layout\na,1,round\n", 2, "layout", "round", "u-shape"),
        ("id,current_cost,session\na,1,night\n", 2, "session", "night", "halfday"),
        ("id,current_cost\na,1,2\n", 2, "row", "2", "quotes"),
        ("id,title,current_cost\na,\"Rapat,1\nb,2026-03-10,1\n", 2, "row", "Rapat", "close"),
        ("", 1, "header", "", "valid columns"),
    ];
    for (text, line, key, found, hint) in cases {
        let faults = faults(text);
        let said = faults.iter().any(|f| {
            let whole = format!("{} {}", f.what, f.hint);
            f.line == *line
                && f.key == *key
                && f.found.as_deref().unwrap_or("").contains(found)
                && whole.contains(hint)
        });
        assert!(said, "{text:?}: {faults:#?}");
    }
}

#[test]
fn all_faults_come_at_once() {
    let text = "id,start,days,current_cost,cost:aula\na,2026-13-01,0,x,y\na,,,,-1\n";
    let keys: Vec<(u64, String)> = faults(text).into_iter().map(|f| (f.line, f.key)).collect();
    let expected = [
        (2, "cost:aula"),
        (2, "current_cost"),
        (2, "days"),
        (2, "start"),
        (3, "cost:aula"),
        (3, "current_cost"),
        (3, "id"),
    ];
    assert_eq!(keys, expected.map(|(line, key)| (line, key.to_owned())));
}

#[test]
fn the_templates_are_readable() {
    for lang in [Lang::Id, Lang::En] {
        let file = read_schedule(schedule_template(lang), "events.csv", &["aula-contoh"], None).unwrap();
        assert_eq!((file.events.len(), file.halls.len()), (4, 1));
        assert!(file.events.iter().any(|e| e.event.start.is_none()));
        assert!(file.events.iter().any(|e| e.costs.is_empty()));
    }
}

#[test]
fn no_text_panics() {
    for text in [
        "\"",
        ",,,",
        "id;current_cost\n\u{0};1",
        "id,current_cost\n\"\"\"",
        "cost:,id,current_cost\n1,2,3\n",
        "COST:é,id\n",
    ] {
        let _ = read_schedule(text, "e.csv", &HALLS, None);
    }
}
