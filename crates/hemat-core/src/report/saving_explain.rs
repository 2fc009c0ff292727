//! One event from its rows to its saving: every quantity, price, rule and assumption.

use super::event::EventLine;
use super::events::count_cell;
use super::hall_needs::needs_texts;
use super::savings_status::status_label;
use super::{Cell, Column, ColumnKind, Report, Section, Table};
use crate::comparison::VenueOption;
use crate::component::Component;
use crate::estimate::Estimate;
use crate::event::Event;
use crate::kind::CostKind;
use crate::lang::Lang;
use crate::money::Rupiah;
use crate::saving::{EventInput, EventSaving, HallNeeds, HallOutcome};
use crate::source::{RowRef, SourceRef};

/// All that a reader has to see of one event.
#[derive(Debug, Clone)]
pub struct Explained<'a> {
    /// The event.
    pub input: &'a EventInput<'a>,
    /// What came of it.
    pub saving: &'a EventSaving,
    /// Its lines.
    pub lines: Vec<EventLine<'a>>,
    /// What it needs elsewhere.
    pub wanted: Event,
    /// Each hall as priced for it, in the order of [`EventSaving::halls`]; empty where it cannot be compared.
    pub halls: Vec<VenueOption>,
}

/// Makes the report in one language.
#[must_use]
pub fn explain_report(explained: &Explained<'_>, lang: Lang) -> Report {
    let saving = explained.saving;
    let mut sections = vec![rows_section(explained, lang), counts_section(explained, lang)];
    if !explained.halls.is_empty() {
        sections.push(needs_section(&explained.wanted, lang));
        sections.push(halls_section(explained, lang));
        sections.push(costs_section(explained, lang));
    }
    sections.push(limits_section(lang));
    Report {
        kind: "explain",
        lang,
        title: saving.title.clone(),
        lead: lead(saving, lang),
        sections,
        data: data(explained, lang),
    }
}

fn lead(saving: &EventSaving, lang: Lang) -> Vec<String> {
    let current = saving.current.display(lang);
    let status = status_label(saving.status, lang);
    let mut lead = vec![match lang {
        Lang::Id => format!("{}, {}. Biaya tempat: {current}. Hasil: {status}.", saving.agency, saving.id),
        Lang::En => format!("{}, {}. Venue cost: {current}. Result: {status}.", saving.agency, saving.id),
    }];
    if let (Some(best), Some(amount)) = (&saving.best_venue, saving.gross_saving) {
        let amount = super::compare_text::money(amount, lang);
        let evidence = saving.weakest_evidence.map_or("", |e| e.label(lang));
        lead.push(match lang {
            Lang::Id => format!("Selisih dengan {best}: {amount}. Bukti terlemah: {evidence}."),
            Lang::En => format!("Difference with {best}: {amount}. Weakest evidence: {evidence}."),
        });
    }
    if let Some(extra) = saving.counted() {
        let extra = extra.likely().display(lang);
        lead.push(match lang {
            Lang::Id => format!(
                "Titik impas: biaya di gedung itu boleh naik {extra} sebelum tempat semula lebih murah."
            ),
            Lang::En => {
                format!("Break-even: the hall may cost {extra} more before the original venue is cheaper.")
            }
        });
    }
    if let Some(transport) = saving.transport_moot {
        let transport = transport.display(lang);
        lead.push(match lang {
            Lang::Id => format!("Gedung itu di kompleks kantor instansi ini: uang transport lokal {transport} dapat dipertanyakan juga. Tidak masuk angka di atas; peserta dari luar kantor tetap perlu transport."),
            Lang::En => format!("That hall stands in this agency's office compound: local transport money of {transport} can be asked about too. It is not in the figure above; people from elsewhere still travel."),
        });
    }
    lead
}

/// What a line's amount does in the comparison.
fn part(kind: CostKind, lang: Lang) -> &'static str {
    match kind {
        CostKind::VenuePackage | CostKind::RoomRent => {
            lang.pick("biaya tempat, dibandingkan", "venue cost, compared")
        }
        CostKind::EventLodging => {
            lang.pick("penginapan sendiri, dianggap tetap", "lodging of its own, taken to stay")
        }
        _ => lang.pick("tidak bergantung pada tempat", "does not depend on the place"),
    }
}

fn rows_section(explained: &Explained<'_>, lang: Lang) -> Section {
    let mut table = Table::new(
        "rows",
        "",
        vec![
            Column::new("row", lang.pick("Baris", "Row"), ColumnKind::Source),
            Column::new("description", lang.pick("Uraian", "Description"), ColumnKind::Text),
            Column::new("quantity", lang.pick("Volume", "Quantity"), ColumnKind::Text),
            Column::new("unit_price", lang.pick("Harga satuan (Rp)", "Unit price (IDR)"), ColumnKind::Rupiah),
            Column::new("amount", lang.pick("Jumlah (Rp)", "Amount (IDR)"), ColumnKind::Rupiah),
            Column::new("part", lang.pick("Bagian", "Part"), ColumnKind::Text),
            Column::new("rule", lang.pick("Aturan", "Rule"), ColumnKind::Text),
        ],
    );
    for line in &explained.lines {
        let class = &line.trail.classification;
        table.row(vec![
            Cell::text(short(&line.line.row)),
            Cell::text(line.line.description.to_string()),
            line.line.quantity.as_ref().map_or(Cell::Unknown, |q| Cell::text(q.to_string())),
            Cell::rupiah(line.line.unit_price),
            Cell::Rupiah(line.line.amount),
            Cell::text(part(class.cost_kind, lang)),
            Cell::text(class.reason.to_string()),
        ]);
    }
    table.total(vec![
        Cell::Empty,
        Cell::text(lang.pick("biaya tempat", "venue cost")),
        Cell::Empty,
        Cell::Empty,
        Cell::Rupiah(explained.saving.current),
    ]);
    let file = explained.input.event.rows.first().map_or("", |row| &*row.file);
    Section::new("rows", format!("{} {file}", lang.pick("Dari baris", "From the rows of"))).table(table)
}

/// A row without its file's name: all rows of an event are of one file.
fn short(row: &RowRef) -> String {
    row.part.map_or_else(|| row.row.to_string(), |part| format!("{}.{part}", row.row))
}

fn counts_section(explained: &Explained<'_>, lang: Lang) -> Section {
    let event = explained.input.event;
    let mut table = Table::new(
        "counts",
        "",
        vec![
            Column::new("count", lang.pick("Hal", "What"), ColumnKind::Text),
            Column::new("value", lang.pick("Nilai", "Value"), ColumnKind::Text),
            Column::new("from", lang.pick("Dari baris", "From rows"), ColumnKind::Source),
        ],
    );
    let rows_of = |lines: &[usize]| {
        let line = |at: &usize| event.lines.iter().position(|l| l == at).and_then(|i| event.rows.get(i));
        lines.iter().filter_map(line).map(short).collect::<Vec<_>>().join(", ")
    };
    let counts = [
        (lang.pick("peserta", "participants"), event.participants.as_ref()),
        (lang.pick("hari", "days"), event.days.as_ref()),
        (lang.pick("kali", "times"), event.occurrences.as_ref()),
    ];
    for (name, count) in counts {
        let from = count.map(|c| rows_of(&c.lines)).unwrap_or_default();
        table.row(vec![Cell::text(name), count_cell(count), Cell::text(from)]);
    }
    let mut section =
        Section::new("counts", lang.pick("Jumlah orang dan hari", "People and days")).table(table);
    let corrected = explained.wanted.participants.as_ref().filter(|p| p.source != SourceRef::NotStated);
    if let Some(given) = corrected {
        let count = &given.count;
        let (low, likely, high) = (count.low(), count.likely(), count.high());
        let source = &given.source;
        section = section.paragraph(match lang {
            Lang::Id => format!(
                "Menurut dokumen ({source}): {likely} peserta ({low} sampai {high}); itu yang dipakai."
            ),
            Lang::En => {
                format!("By a document ({source}): {likely} participants ({low} to {high}); that is used.")
            }
        });
    }
    section
}

fn needs_section(wanted: &Event, lang: Lang) -> Section {
    let heading = lang.pick("Yang diperlukan di tempat lain", "What is needed elsewhere");
    Section::new("needs", heading).list(needs_texts(&HallNeeds::of(wanted), lang))
}

fn outcome_text(outcome: &HallOutcome, lang: Lang) -> String {
    match outcome {
        HallOutcome::TooSmall => lang.pick("tidak muat", "too small").to_owned(),
        HallOutcome::FitUnknown => {
            lang.pick("muat atau tidak: tidak diketahui", "not known to fit").to_owned()
        }
        HallOutcome::RuledOut => lang.pick("dikeluarkan oleh jawaban instansi", "out by a reply").to_owned(),
        HallOutcome::PriceMissing(parts) => {
            let names: Vec<&str> = parts.iter().map(|c| c.label(lang)).collect();
            format!("{}: {}", lang.pick("harga belum ada", "no price for"), names.join(", "))
        }
        HallOutcome::Priced { .. } => lang.pick("muat dan lengkap", "fits, complete").to_owned(),
    }
}

fn halls_section(explained: &Explained<'_>, lang: Lang) -> Section {
    let mut table = Table::new(
        "halls",
        "",
        vec![
            Column::new("hall", lang.pick("Gedung", "Hall"), ColumnKind::Text),
            Column::new("outcome", lang.pick("Keadaan", "Outcome"), ColumnKind::Text),
            Column::new("cost", lang.pick("Biaya sekali (Rp)", "Cost of one time (IDR)"), ColumnKind::Rupiah),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
        ],
    );
    for (option, choice) in explained.halls.iter().zip(&explained.saving.halls) {
        let cost = if option.complete() { Cell::Range(option.total) } else { Cell::AtLeast(option.total) };
        table.row(vec![
            Cell::text(option.name.clone()),
            Cell::text(outcome_text(&choice.outcome, lang)),
            cost,
            choice.saving().map_or(Cell::Unknown, Cell::Range),
        ]);
    }
    Section::new("halls", lang.pick("Setiap gedung", "Each hall")).table(table)
}

/// Every hall's cost by component, and how it becomes the saving.
fn costs_section(explained: &Explained<'_>, lang: Lang) -> Section {
    let mut table = Table::new(
        "hall-costs",
        "",
        vec![
            Column::new("hall", lang.pick("Gedung", "Hall"), ColumnKind::Text),
            Column::new("component", lang.pick("Komponen", "Component"), ColumnKind::Text),
            Column::new("working", lang.pick("Cara hitung", "Working"), ColumnKind::Text),
            Column::new("amount", lang.pick("Jumlah (Rp)", "Amount (IDR)"), ColumnKind::Rupiah),
            Column::new("evidence", lang.pick("Bukti", "Evidence"), ColumnKind::Text),
            Column::new("source", lang.pick("Sumber", "Source"), ColumnKind::Source),
        ],
    );
    let mut sentences = Vec::new();
    for (option, choice) in explained.halls.iter().zip(&explained.saving.halls) {
        for component in &option.components {
            let name = Component::from_word(component.of.as_str()).map_or("", |c| c.label(lang));
            table.row(vec![
                Cell::text(option.name.clone()),
                Cell::text(name),
                Cell::text(component.working.display(lang)),
                Cell::Range(component.amount),
                Cell::Evidence(component.evidence),
                Cell::Source(component.source.clone()),
            ]);
        }
        table.total(vec![
            Cell::text(option.name.clone()),
            Cell::text(lang.pick("sekali diadakan", "one time")),
            Cell::Empty,
            if option.complete() { Cell::Range(option.total) } else { Cell::AtLeast(option.total) },
        ]);
        let mut sentence = format!("{}: {}", option.name, seats_sentence(option, lang));
        if let HallOutcome::Priced { saving, .. } = choice.outcome {
            sentence.push(' ');
            sentence.push_str(&sum_sentence(explained, option.total, saving, lang));
        }
        sentences.push(sentence);
    }
    let heading = lang.pick("Biaya setiap gedung", "The cost in each hall");
    Section::new("hall-costs", heading).table(table).list(sentences)
}

fn seats_sentence(option: &VenueOption, lang: Lang) -> String {
    let Some((evidence, source)) = &option.capacity_source else {
        return lang.pick("kapasitasnya tidak diketahui.", "its seats are not known.").to_owned();
    };
    let evidence = evidence.label(lang);
    match (option.seats, lang) {
        (Some(seats), Lang::Id) => {
            format!("{seats} kursi pada tata duduk yang paling sedikit muatnya ({evidence}; {source}).")
        }
        (Some(seats), Lang::En) => {
            format!("{seats} seats in the layout that holds fewest ({evidence}; {source}).")
        }
        (None, _) => lang.pick("kapasitasnya tidak diketahui.", "its seats are not known.").to_owned(),
    }
}

fn sum_sentence(
    explained: &Explained<'_>,
    cost: Estimate<Rupiah>,
    saving: Estimate<Rupiah>,
    lang: Lang,
) -> String {
    let times = explained.input.event.occurrences.as_ref().map_or(1, |c| c.value.likely().max(1));
    let (current, cost) = (explained.saving.current.display(lang), cost.likely().display(lang));
    let result = super::compare_text::money(saving, lang);
    format!("{current} - {times} x {cost} = {result}.")
}

fn limits_section(lang: Lang) -> Section {
    Section::new("limits", lang.pick("Batasan", "Limits")).list(vec![
        lang.pick(
            "Harga paket tidak dipecah: paket dibandingkan utuh dengan ruang, makan, dan kudapan di gedung.",
            "A package is not divided: it is compared whole with the hall, the meals and the snacks.",
        )
        .to_owned(),
        lang.pick(
            "Selisih harga adalah petunjuk, bukan putusan: tanyakan alasannya kepada instansi.",
            "A difference in price is a signal, not a verdict: ask the agency for its reasons.",
        )
        .to_owned(),
    ])
}

/// One row for each component of each hall.
fn data(explained: &Explained<'_>, lang: Lang) -> Table {
    let column = |key, kind| Column::new(key, key, kind);
    let mut table = Table::new(
        "explain",
        "",
        vec![
            column("hall", ColumnKind::Text),
            column("component", ColumnKind::Text),
            column("working", ColumnKind::Text),
            column("amount", ColumnKind::Rupiah),
            column("evidence", ColumnKind::Text),
            column("source", ColumnKind::Source),
        ],
    );
    for option in &explained.halls {
        for component in &option.components {
            table.row(vec![
                Cell::text(option.venue.clone()),
                Cell::text(component.of.as_str()),
                Cell::text(component.working.display(lang)),
                Cell::Range(component.amount),
                Cell::text(component.evidence.as_str()),
                Cell::Source(component.source.clone()),
            ]);
        }
    }
    table
}
