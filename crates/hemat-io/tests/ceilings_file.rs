//! A user's own price table: what is read from it, and every fault told at once.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test file with helpers")]

use hemat_core::ceiling::{CeilingRegion, Nature, PriceCeiling, PriceStandard, PricedItem, Stage, review};
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::province::Province;
use hemat_core::session::{OfficialLevel, Session};
use hemat_io::read::ceilings_file::read_ceilings;
use hemat_io::read::template::ceilings_template;
use proptest::prelude::*;

const HEAD: &str = "standard,regulation,fiscal_year_from,fiscal_year_to,stages,nature,item,region,levels,package,unit,amount_idr";
const GOOD: &str = ",Perbup Asahan 12/2025,2026,,,limit,,Kab. Asahan,eselon III,fullday,OP,350.000";

fn read(rows: &[&str]) -> Vec<PriceCeiling> {
    read_ceilings(&format!("{HEAD}\n{}\n", rows.join("\n")), "own.csv").unwrap_or_else(|e| panic!("{e}"))
}

fn faults(text: &str) -> Vec<String> {
    match read_ceilings(text, "own.csv") {
        Ok(rows) => panic!("read: {rows:?}"),
        Err(errors) => errors.faults.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_row_is_read_as_it_is_meant() {
    let rows = read(&[
        GOOD,
        "shsr,Perpres 33/2020,2021,2024,perencanaan,batas tertinggi,speaker,nasional,eselon-3+eselon-4,,OJ,\"Rp900.000,00\"",
        ",PMK 39/2024,2025,2025,,dapat dilampaui (Lampiran II),hall-rent,SUMATRA UTARA,,,hari,24000000",
    ]);
    let [own, shsr, sbm] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((own.standard, own.item), (PriceStandard::Regional, PricedItem::MeetingPackage));
    assert_eq!((own.fiscal_year_from, own.fiscal_year_to), (2026, 2026));
    assert_eq!(
        (own.levels.as_slice(), own.package),
        ([OfficialLevel::Eselon3].as_slice(), Some(Session::Fullday))
    );
    assert_eq!(own.amount, Rupiah::from_whole(350_000));
    assert_eq!(own.stages, Stage::ALL);
    assert!(own.region.is_government("Kabupaten Asahan"));
    assert_eq!(own.at.to_string(), "own.csv:2");
    assert_eq!((shsr.standard, shsr.amount), (PriceStandard::Shsr, Rupiah::from_whole(900_000)));
    assert_eq!(
        (shsr.stages.as_slice(), shsr.region.clone()),
        ([Stage::Planning].as_slice(), CeilingRegion::National)
    );
    assert_eq!((sbm.standard, sbm.nature), (PriceStandard::Sbm, Nature::Estimate));
    assert_eq!(sbm.region, CeilingRegion::Province(Province::SumateraUtara));
}

/// The columns of the table that came with the project's task: other names, package rows alone.
#[test]
fn the_columns_of_the_shsr_table_are_understood() {
    let text = "regulation,fiscal_year_from,fiscal_year_to,stage_nature,province,level,package,unit,amount_idr,source,page,verified\n\
                Perpres 33/2020,2021,2024,batas tertinggi (Lampiran I),SUMATRA UTARA,eselon III ke bawah,fullday,OP,400000,Lampiran I,12,yes\n";
    let rows = read_ceilings(text, "shsr.csv").unwrap();
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!(
        (row.standard, row.item, row.page),
        (PriceStandard::Shsr, PricedItem::MeetingPackage, Some(12))
    );
    assert_eq!(row.levels, [OfficialLevel::Eselon3, OfficialLevel::Eselon4]);
}

#[test]
fn each_fault_names_row_column_text_and_what_to_try() {
    // The row, the column, the text found, what to try.
    let cases = [
        (",,2026,,,limit,,Kab. Asahan,,fullday,OP,1000", "2: regulation: missing", "", "number and year"),
        (
            ",Perbup 1/2025,26,,,limit,,Kab. Asahan,,fullday,OP,1000",
            "2: fiscal_year_from: is not a fiscal year",
            "26",
            "four digits",
        ),
        (
            ",Perbup 1/2025,2026,2025,,limit,,Kab. Asahan,,fullday,OP,1000",
            "2: fiscal_year_to: lies before",
            "2025",
            "swap",
        ),
        (
            "shsr,Perpres 33/2020,2018,2024,,limit,,nasional,,fullday,OP,1000",
            "2: fiscal_year_from: lies before SHSR applied",
            "2018",
            "2021",
        ),
        (
            "sbm,Perpres 33/2020,2021,2024,,limit,,nasional,,fullday,OP,1000",
            "2: standard: does not go with",
            "sbm",
            "shsr",
        ),
        (
            "law,Perbup 1/2025,2026,,,limit,,Kab. Asahan,,fullday,OP,1000",
            "2: standard: unknown word",
            "law",
            "perkada",
        ),
        (
            ",Perbup 1/2025,2026,,,limit,,nasional,,fullday,OP,1000",
            "2: region: a regional standard is not national",
            "nasional",
            "Kabupaten Asahan",
        ),
        (",Perbup 1/2025,2026,,,limit,,Asahan,,fullday,OP,1000", "2: region: is no region", "Asahan", "kind"),
        (",Perbup 1/2025,2026,,,,,Kab. Asahan,,fullday,OP,1000", "2: nature: missing", "", "estimate"),
        (
            ",Perbup 1/2025,2026,,,maximum,,Kab. Asahan,,fullday,OP,1000",
            "2: nature: unknown word",
            "maximum",
            "limit",
        ),
        (
            ",Perbup 1/2025,2026,,soon,limit,,Kab. Asahan,,fullday,OP,1000",
            "2: stages: unknown word",
            "soon",
            "planning",
        ),
        (
            ",Perbup 1/2025,2026,,,limit,balloon,Kab. Asahan,,,OP,1000",
            "2: item: unknown word",
            "balloon",
            "meeting-meal",
        ),
        (
            ",Perbup 1/2025,2026,,,limit,panitia,Kab. Asahan,,,OP,1000",
            "2: item: unknown word",
            "panitia",
            "committee-chair-fee",
        ),
        (",Perbup 1/2025,2026,,,limit,,Kab. Asahan,,,OP,1000", "2: item: missing", "", "one of"),
        (",Perbup 1/2025,2026,,,limit,package,Kab. Asahan,,,OP,1000", "2: package: missing", "", "halfday"),
        (
            ",Perbup 1/2025,2026,,,limit,meal,Kab. Asahan,,fullday,OP,1000",
            "2: package: has no meaning",
            "fullday",
            "blank",
        ),
        (
            ",Perbup 1/2025,2026,,,limit,,Kab. Asahan,,weekend,OP,1000",
            "2: package: unknown word",
            "weekend",
            "fullboard",
        ),
        (
            ",Perbup 1/2025,2026,,,limit,,Kab. Asahan,direktur,fullday,OP,1000",
            "2: levels: is no level",
            "direktur",
            "eselon-1",
        ),
        (",Perbup 1/2025,2026,,,limit,,Kab. Asahan,,fullday,,1000", "2: unit: missing", "", "OP"),
        (",Perbup 1/2025,2026,,,limit,,Kab. Asahan,,fullday,OP,", "2: amount_idr: missing", "", "462000"),
        (
            ",Perbup 1/2025,2026,,,limit,,Kab. Asahan,,fullday,OP,0",
            "2: amount_idr: is not the price",
            "0",
            "above 0",
        ),
        (
            ",Perbup 1/2025,2026,,,limit,,Kab. Asahan,,fullday,OP,-5",
            "2: amount_idr: is not the price",
            "-5",
            "above 0",
        ),
        (
            ",Perbup 1/2025,2026,,,limit,,Kab. Asahan,,fullday,OP,99999999999",
            "2: amount_idr: is not the price",
            "99999999999",
            "1000000000",
        ),
        (
            ",Perbup 1/2025,2026,,,limit,,Kab. Asahan,,fullday,OP,murah",
            "2: amount_idr: is not the price",
            "murah",
            "462000",
        ),
    ];
    for (row, what, found, hint) in cases {
        let told = faults(&format!("{HEAD}\n{row}\n"));
        assert_eq!(told.len(), 1, "{row}: {told:?}");
        let said = told.first().unwrap();
        let has_found = found.is_empty() || said.contains(&format!("(found: {found})"));
        assert!(said.starts_with(what) && has_found && said.contains(hint), "{row}: {said}");
    }
}

#[test]
fn all_faults_are_told_at_once_and_columns_are_named() {
    let told = faults(&format!("{HEAD}\n{GOOD}\nlaw,,x,,,,,,,,,\n"));
    let columns: Vec<&str> = told.iter().filter_map(|t| t.split(": ").nth(1)).collect();
    assert_eq!(
        columns,
        ["amount_idr", "fiscal_year_from", "item", "nature", "region", "regulation", "standard", "unit"]
    );
    let told = faults("regulation,price\nx,1\n").join("\n");
    assert!(told.contains("1: price: unknown column"), "{told}");
    assert!(told.contains("missing columns fiscal_year_from, nature, region, unit, amount_idr"), "{told}");
    assert!(faults("").join(" ").contains("missing columns"));
    assert!(faults(&format!("{HEAD}\n")).join(" ").contains("the table has no row"));
}

#[test]
fn two_rows_for_one_price_are_refused() {
    // Another spelling of the region, all levels, one stage, years that overlap: still the same price.
    let again = ",Perbup Asahan 1/2026,2025,2027,planning,limit,,KABUPATEN ASAHAN,,fullday,OP,360000";
    assert_eq!(faults(&format!("{HEAD}\n{GOOD}\n{again}\n")).len(), 1);
    let told = faults(&format!("{HEAD}\n{GOOD}\n{GOOD}\n"));
    assert_eq!(told.len(), 1);
    assert!(
        told.first().is_some_and(|t| t.starts_with("3: row: a second price for what row 2 prices already")),
        "{told:?}"
    );
    let next_year = GOOD.replace(",2026,", ",2027,");
    assert_eq!(read(&[GOOD, &next_year]).len(), 2);
}

#[test]
fn comments_blank_rows_and_semicolons_are_fine() {
    let rows = format!("# own prices; \"quoted\n{HEAD}\n\n# one\n{GOOD}\n,,,,,,,,,,,\n");
    let read = read_ceilings(&rows, "own.csv").unwrap();
    assert_eq!(read.iter().map(|r| r.at.row).collect::<Vec<_>>(), [4]);
    let semicolons = rows.replace(',', ";");
    assert_eq!(read_ceilings(&semicolons, "own.csv").unwrap().len(), 1);
    let unclosed = format!("{HEAD}\n{}\n{GOOD}\n", GOOD.replace("Kab. Asahan", "\"Kab. Asahan"));
    assert!(faults(&unclosed).join(" ").contains("quote is not closed"));
}

/// The template holds no price, and its examples are good once their sign is dropped.
#[test]
fn the_template_is_good() {
    for lang in [Lang::Id, Lang::En] {
        let template = ceilings_template(lang);
        assert!(faults(template).join(" ").contains("no row"));
        let examples = |line: &str| line.starts_with("# perkada,") || line.starts_with("# shsr,");
        let text: Vec<&str> =
            template.lines().map(|l| if examples(l) { l.trim_start_matches("# ") } else { l }).collect();
        let rows = read_ceilings(&text.join("\n"), "ceilings.csv").unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(rows.len(), 5);
        assert!(review(&rows).is_empty(), "{:?}", review(&rows));
    }
}

#[test]
fn odd_figures_are_remarked() {
    let fullboard = GOOD.replace("fullday", "fullboard").replace("350.000", "300.000");
    let lower = GOOD.replace("eselon III", "eselon IV").replace("350.000", "360.000");
    let young =
        GOOD.replace("12/2025", "12/2027").replace("fullday", "halfday").replace("350.000", "200.000");
    let rows = read(&[GOOD, &fullboard, &lower, &young]);
    let said: Vec<String> = review(&rows).iter().map(|r| r.text(Lang::En)).collect();
    assert_eq!(
        said,
        [
            "own.csv:3: the longer package is not dearer than own.csv:2; check the figures.",
            "own.csv:4: the lower level is dearer than own.csv:2; check the figures.",
            "own.csv:5: a regulation of 2027 is used for fiscal years up to 2026; check the years.",
        ]
    );
}

proptest! {
    /// Whatever the bytes: rows or faults, never a panic, and never a price of zero.
    #[test]
    fn any_text_is_read_or_refused(text in "[ -~\n\"]{0,300}", cells in prop::collection::vec("[a-z0-9.,;\" -]{0,12}", 0..24)) {
        for text in [text, format!("{HEAD}\n{}\n", cells.join(","))] {
            if let Ok(rows) = read_ceilings(&text, "any.csv") {
                prop_assert!(rows.iter().all(|row| row.amount > Rupiah::ZERO));
            }
        }
    }
}
