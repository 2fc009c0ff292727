//! The halls and prices that savings were computed with: what a reader has to accept, or replace.

use std::collections::BTreeSet;

use super::{Cell, Column, ColumnKind, Section, Table};
use crate::date::Date;
use crate::estimate::Estimate;
use crate::evidence::Evidence;
use crate::kind::VenueKind;
use crate::lang::Lang;
use crate::money::Rupiah;
use crate::saving::{EventSaving, Terms};
use crate::source::SourceRef;
use crate::venue::Rate;

/// One hall with its seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HallUsed {
    /// Name for people.
    pub name: String,
    /// Seats by layout, as text, `theatre 300, classroom 150`; empty if unknown.
    pub seats: String,
    /// How the seats are supported, and by what.
    pub support: Option<(Evidence, SourceRef)>,
}

/// One price of a hall or of the price book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PriceUsed {
    /// Id of the hall; `None` for the price book.
    pub hall: Option<String>,
    /// Fiscal year of the events that a published price is for.
    pub year: Option<u16>,
    /// The price.
    pub rate: Rate,
}

/// The halls and prices of a computation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PricesUsed {
    /// In the venues file's order.
    pub halls: Vec<HallUsed>,
    /// Halls' rates in the file's order, then those of the book.
    pub prices: Vec<PriceUsed>,
}

impl PricesUsed {
    /// The halls with their prices, and those prices of the book that a hall lacked for an event that was held against
    /// it. A price that stands behind no figure is not among them.
    #[must_use]
    pub fn of(terms: &Terms<'_>, events: &[EventSaving], lang: Lang) -> Self {
        let halls = || terms.venues.iter().filter(|v| v.kind == VenueKind::GovernmentHall);
        let seats = |hall: &crate::venue::Venue| {
            let capacity = hall.capacity.as_ref();
            let seats = capacity.map(|c| c.seats.iter()).into_iter().flatten();
            let text: Vec<String> = seats.map(|(s, n)| format!("{} {n}", s.label(lang))).collect();
            HallUsed {
                name: hall.name.clone(),
                seats: text.join(", "),
                support: capacity.map(|c| (c.evidence, c.source.clone())),
            }
        };
        let of_hall = halls().flat_map(|hall| {
            hall.rates.iter().map(|rate| PriceUsed {
                hall: Some(hall.id.clone()),
                year: None,
                rate: rate.clone(),
            })
        });
        let mut of_book: Vec<PriceUsed> = Vec::new();
        for (start, year) in looked_at(events) {
            for hall in halls() {
                let completed = terms.book.completed(hall, start, year);
                for rate in completed.rates.into_iter().skip(hall.rates.len()) {
                    // The user's own price is one price in every year; a published one names the year it stands for.
                    let year = year.filter(|_| !terms.book.own.contains(&rate));
                    let used = PriceUsed { hall: None, year, rate };
                    if !of_book.contains(&used) {
                        of_book.push(used);
                    }
                }
            }
        }
        PricesUsed { halls: halls().map(seats).collect(), prices: of_hall.chain(of_book).collect() }
    }
}

/// First day and fiscal year of the events that were held against halls, each once.
fn looked_at(events: &[EventSaving]) -> BTreeSet<(Option<Date>, Option<u16>)> {
    events.iter().filter(|e| !e.halls.is_empty()).map(|e| (e.start, e.year)).collect()
}

/// Tables of the halls and of the prices; nothing without halls.
pub(super) fn prices_section(used: &PricesUsed, lang: Lang) -> Option<Section> {
    if used.halls.is_empty() {
        return None;
    }
    let evidence = || Column::new("evidence", lang.pick("Bukti", "Evidence"), ColumnKind::Text);
    let source = || Column::new("source", lang.pick("Sumber", "Source"), ColumnKind::Source);
    let mut halls = Table::new(
        "halls",
        lang.pick("Gedung pembanding", "Halls compared with"),
        vec![
            Column::new("hall", lang.pick("Gedung", "Hall"), ColumnKind::Text),
            Column::new("seats", lang.pick("Kursi", "Seats"), ColumnKind::Text),
            evidence(),
            source(),
        ],
    );
    for hall in &used.halls {
        let (grade, from) = match &hall.support {
            Some((grade, from)) => (Cell::Evidence(*grade), Cell::Source(from.clone())),
            None => (Cell::Unknown, Cell::Empty),
        };
        let seats = if hall.seats.is_empty() { Cell::Unknown } else { Cell::text(hall.seats.clone()) };
        halls.row(vec![Cell::text(hall.name.clone()), seats, grade, from]);
    }
    let mut prices = Table::new(
        "prices",
        lang.pick("Harga gedung dan buku harga", "Prices of the halls and of the price book"),
        vec![
            Column::new("hall", lang.pick("Gedung", "Hall"), ColumnKind::Text),
            Column::new("year", lang.pick("Untuk tahun", "For year"), ColumnKind::Text),
            Column::new("component", lang.pick("Komponen", "Component"), ColumnKind::Text),
            Column::new("basis", lang.pick("Satuan", "Basis"), ColumnKind::Text),
            Column::new("price", lang.pick("Harga (Rp)", "Price (IDR)"), ColumnKind::Rupiah),
            evidence(),
            source(),
        ],
    );
    for price in &used.prices {
        let rate = &price.rate;
        let book = || lang.pick("buku harga", "price book").to_owned();
        prices.row(vec![
            Cell::text(price.hall.clone().unwrap_or_else(book)),
            price.year.map_or(Cell::Empty, |year| Cell::text(year.to_string())),
            Cell::text(rate.component().label(lang)),
            Cell::text(rate.basis().label(lang)),
            money(rate.payable()),
            Cell::Evidence(rate.evidence),
            Cell::Source(rate.source.clone()),
        ]);
    }
    let heading = lang.pick("Gedung dan harga yang dipakai", "Halls and prices used");
    Some(Section::new("prices", heading).table(halls).table(prices))
}

fn money(amount: Estimate<Rupiah>) -> Cell {
    Cell::Range(amount)
}
