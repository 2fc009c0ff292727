//! The charts of reports against the tables beside them: what is drawn is what is written.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use hemat_core::comparison::compare;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::report::{Block, Cell, Chart, Figures, Plot, Report, RowRole, Table, comparison_report};
use hemat_io::read::event_file::read_event;
use hemat_io::read::venues_file::read_venues;

fn report(case: &str, lang: Lang) -> Report {
    let text = |name: &str| {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data").join(case).join(name);
        fs::read_to_string(path).unwrap()
    };
    let event = read_event(&text("event.toml"), "event.toml").unwrap();
    let venues = read_venues(&text("venues.toml"), "venues.toml").unwrap();
    let comparison = compare(&event.event, &venues, &event.held_at.unwrap(), None).unwrap();
    comparison_report(&comparison, lang)
}

fn blocks(report: &Report) -> impl Iterator<Item = &Block> {
    report.sections.iter().flat_map(|section| &section.blocks)
}

fn charts(report: &Report) -> Vec<&Chart> {
    blocks(report).filter_map(|b| if let Block::Chart(chart) = b { Some(chart) } else { None }).collect()
}

fn table<'a>(report: &'a Report, id: &str) -> &'a Table {
    let mut tables = blocks(report).filter_map(|b| match b {
        Block::Table(table) | Block::Listing(table) => Some(table),
        _ => None,
    });
    tables.find(|table| table.id == id).unwrap_or_else(|| panic!("no table {id}"))
}

/// The cells of money of a table, ranges at their likely values.
fn amounts(table: &Table, role: RowRole) -> Vec<Rupiah> {
    let rows = table.rows().iter().filter(|row| row.role == role);
    rows.flat_map(|row| &row.cells)
        .filter_map(|cell| match cell {
            Cell::Rupiah(amount) => Some(*amount),
            Cell::Range(range) | Cell::AtLeast(range) => Some(range.likely()),
            _ => None,
        })
        .collect()
}

#[test]
fn every_chart_has_words_and_its_figures_beside_it() {
    for case in ["asahan-2018", "cilegon-2025"] {
        for lang in [Lang::Id, Lang::En] {
            let report = report(case, lang);
            let mut ids = BTreeSet::new();
            assert!(charts(&report).len() >= 2, "{case}");
            for chart in charts(&report) {
                assert!(!chart.title.trim().is_empty() && !chart.alternative.trim().is_empty());
                assert!(ids.insert(chart.id.clone()), "{case}: {} twice", chart.id);
                let Figures::Beside(id) = chart.figures else { panic!("{}", chart.id) };
                assert!(!table(&report, id).rows().is_empty(), "{case}: {id}");
            }
        }
    }
}

#[test]
fn the_parts_of_a_bar_add_up_to_its_total_and_stand_in_the_table() {
    for case in ["asahan-2018", "cilegon-2025"] {
        let report = report(case, Lang::Id);
        let components = table(&report, "components");
        let (parts, totals) = (amounts(components, RowRole::Detail), amounts(components, RowRole::Total));
        let drawn = charts(&report);
        let Plot::Costs(bars) = &drawn.iter().find(|c| c.id == "costs").unwrap().plot else { panic!() };
        assert_eq!(bars.iter().map(|bar| bar.total.likely()).collect::<Vec<_>>(), totals, "{case}");
        let all: Vec<Rupiah> = bars.iter().flat_map(|bar| bar.parts.iter().map(|p| p.amount)).collect();
        assert_eq!(all, parts, "{case}");
        for bar in bars {
            let sum = Rupiah::try_sum(bar.parts.iter().map(|part| part.amount)).unwrap();
            assert_eq!(sum, bar.total.likely(), "{case}: {}", bar.label);
        }
    }
}

#[test]
fn tornados_and_shares_show_rows_of_their_tables() {
    let report = report("asahan-2018", Lang::Id);
    let swings = amounts(table(&report, "sensitivity"), RowRole::Detail);
    let shares: Vec<_> = table(&report, "evidence")
        .rows()
        .iter()
        .flat_map(|row| &row.cells)
        .filter_map(|cell| if let Cell::Percent(share) = cell { Some(*share) } else { None })
        .collect();
    let (mut tornados, mut drawn) = (0, Vec::new());
    for chart in charts(&report) {
        match &chart.plot {
            Plot::Tornado { inputs, .. } => {
                tornados += 1;
                for input in inputs {
                    let pair = [input.low, input.high];
                    assert!(swings.windows(2).any(|row| row == pair), "{}: {pair:?}", input.label);
                }
            }
            Plot::Shares(bars) => drawn.extend(bars.iter().flat_map(|b| b.parts.iter().map(|p| p.1))),
            _ => {}
        }
    }
    assert_eq!((tornados, drawn), (2, shares));
}

/// The quotation carries the figure, its range, its evidence and its sources, and no more certainty than the lead.
#[test]
fn the_quotation_stands_alone() {
    for (lang, figure, caution) in [
        (Lang::Id, "Rp27.900.000 (Rp7.000.000 sampai Rp55.800.000)", "hanya besaran"),
        (Lang::En, "IDR 27,900,000 (IDR 7,000,000 to IDR 55,800,000)", "order of magnitude only"),
    ] {
        let report = report("asahan-2018", lang);
        let quote =
            blocks(&report).find_map(|b| if let Block::Quote(quote) = b { Some(quote) } else { None });
        let quote = quote.unwrap();
        for part in [figure, caution, "23 November 2018", "Hotel Marina"] {
            assert!(quote.text.contains(part), "{part}: {}", quote.text);
        }
        assert_eq!(quote.evidence.map(|e| e.as_str()), Some("assumption"));
        assert!(!quote.sources.is_empty());
    }
}

#[test]
fn every_total_opens_to_its_parts() {
    let report = report("asahan-2018", Lang::En);
    for id in ["venues", "components"] {
        for row in table(&report, id).rows() {
            let origin = row.origin.as_ref().unwrap_or_else(|| panic!("{id}: {:?}", row.cells));
            assert!(!origin.rule.is_empty());
        }
    }
    let origin = table(&report, "venues").rows()[1].origin.clone().unwrap();
    assert_eq!(origin.parts.len(), 3);
    assert!(
        origin.parts[1].contains("IDR 47,000 x 100 participants x 1 days x 1 meals"),
        "{:?}",
        origin.parts
    );
}
