//! The report of a comparison: what was compared, the answer, and what it rests on.

use super::compare_text as text;
use super::{Cell, Column, ColumnKind, Report, Section, Table};
use crate::comparison::{Comparison, CostOf, VenueOption};
use crate::estimate::Estimate;
use crate::lang::Lang;

/// Makes the report of a comparison in one language.
#[must_use]
pub fn comparison_report(comparison: &Comparison, lang: Lang) -> Report {
    let mut sections = vec![
        event_section(comparison, lang),
        venues_section(comparison, lang),
        components_section(comparison, lang),
    ];
    sections.extend(break_even_section(comparison, lang));
    sections.extend(sensitivity_section(comparison, lang));
    sections.push(evidence_section(comparison, lang));
    sections.extend(ways_section(comparison, lang));
    sections.push(notes_section(comparison, lang));
    super::compare_charts::illustrate(&mut sections, comparison, lang);
    Report {
        kind: "compare",
        lang,
        title: format!(
            "{}: {}",
            lang.pick("Perbandingan tempat", "Venue comparison"),
            comparison.event.title
        ),
        lead: text::lead(comparison, lang),
        sections,
        data: data(comparison, lang),
    }
}

fn event_section(comparison: &Comparison, lang: Lang) -> Section {
    let event = &comparison.event;
    let mut table = Table::new(
        "event",
        "",
        vec![
            Column::new("item", lang.pick("Hal", "Item"), ColumnKind::Text),
            Column::new("value", lang.pick("Isi", "Value"), ColumnKind::Text),
            Column::new("evidence", lang.pick("Bukti", "Evidence"), ColumnKind::Text),
            Column::new("source", lang.pick("Sumber", "Source"), ColumnKind::Source),
        ],
    );
    let mut fact = |label: &str, cell: Cell| {
        if cell != Cell::Empty {
            table.row(vec![Cell::text(label), cell]);
        }
    };
    fact(lang.pick("Kegiatan", "Event"), Cell::text(event.title.clone()));
    fact(lang.pick("Penyelenggara", "Organiser"), Cell::text(event.organiser.clone()));
    let place = [event.region.as_str(), event.province.as_str()].into_iter().filter(|s| !s.is_empty());
    fact(lang.pick("Daerah", "Region"), Cell::text(place.collect::<Vec<_>>().join(", ")));
    fact(lang.pick("Tanggal mulai", "First day"), event.start.map_or(Cell::Unknown, Cell::Date));
    let days = event.days_or_default();
    let days = Estimate::try_new(days.low().get(), days.likely().get(), days.high().get());
    fact(lang.pick("Lama (hari)", "Days"), days.map_or(Cell::Unknown, Cell::CountRange));
    fact(lang.pick("Jenis waktu", "Session"), Cell::text(event.session_or_default().as_str()));
    let seating = event.seating.map_or(Cell::Unknown, |s| Cell::text(s.label(lang)));
    fact(lang.pick("Tata duduk", "Layout"), seating);
    fact(lang.pick("Makan per hari", "Meals a day"), Cell::CountRange(event.meals_or_default()));
    fact(lang.pick("Kudapan per hari", "Snacks a day"), Cell::CountRange(event.snacks_or_default()));
    let needs: Vec<&str> = event.needs.iter().map(|n| n.label(lang)).collect();
    fact(lang.pick("Kebutuhan lain", "Other needs"), Cell::text(needs.join(", ")));
    let label = lang.pick("Peserta (orang)", "Participants");
    match &event.participants {
        None => table.row(vec![Cell::text(label), Cell::Unknown]),
        Some(participants) => {
            let c = participants.count;
            let count = Estimate::try_new(c.low().get(), c.likely().get(), c.high().get());
            table.row(vec![
                Cell::text(label),
                count.map_or(Cell::Unknown, Cell::CountRange),
                participants.evidence.map_or(Cell::Empty, Cell::Evidence),
                Cell::Source(participants.source.clone()),
            ]);
        }
    }
    Section::new("event", lang.pick("Kegiatan", "The event")).table(table)
}

fn venues_section(comparison: &Comparison, lang: Lang) -> Section {
    let explanation = lang.pick(
        "Angka: nilai yang mungkin (terendah–tertinggi). Tanda ≥ berarti ada harga yang belum diketahui, sehingga jumlah itu hanya batas bawah.",
        "Figures: likely value (lowest–highest). The sign ≥ means that a price is unknown, so that the total is only a lower bound.",
    );
    Section::new("venues", lang.pick("Tempat yang dibandingkan", "The venues compared"))
        .table(costs_table(comparison, lang))
        .paragraph(explanation)
        .table(suitability_table(comparison, lang))
}

fn costs_table(comparison: &Comparison, lang: Lang) -> Table {
    let mut table = Table::new(
        "venues",
        lang.pick("Biaya", "Cost"),
        vec![
            Column::new("venue", lang.pick("Tempat", "Venue"), ColumnKind::Text),
            Column::new("total", lang.pick("Biaya (Rp)", "Cost (IDR)"), ColumnKind::Rupiah),
            Column::new("saving", lang.pick("Penghematan (Rp)", "Saving (IDR)"), ColumnKind::Rupiah),
            Column::new("verdict", lang.pick("Kesimpulan", "Verdict"), ColumnKind::Text),
        ],
    );
    for option in &comparison.options {
        let is_baseline = option.venue == comparison.baseline;
        let saving = match option.saving {
            _ if is_baseline => Cell::Empty,
            Some(saving) => Cell::Range(saving),
            None => Cell::Unknown,
        };
        let verdict =
            if is_baseline { lang.pick("tempat asal", "baseline") } else { text::verdict(option, lang) };
        table.row(vec![Cell::text(option.name.clone()), total_cell(option), saving, Cell::text(verdict)]);
    }
    table
}

fn suitability_table(comparison: &Comparison, lang: Lang) -> Table {
    let mut table = Table::new(
        "suitability",
        lang.pick("Kesesuaian dan bukti", "Suitability and evidence"),
        vec![
            Column::new("venue", lang.pick("Tempat", "Venue"), ColumnKind::Text),
            Column::new("kind", lang.pick("Jenis", "Kind"), ColumnKind::Text),
            Column::new("fits", lang.pick("Muat", "Fits"), ColumnKind::Text),
            Column::new("free", lang.pick("Kosong", "Free"), ColumnKind::Text),
            Column::new("weakest", lang.pick("Bukti terlemah", "Weakest evidence"), ColumnKind::Text),
            Column::new(
                "per_person_day",
                lang.pick("Per orang per hari (Rp)", "Per person a day (IDR)"),
                ColumnKind::Rupiah,
            ),
        ],
    );
    for option in &comparison.options {
        table.row(vec![
            Cell::text(option.name.clone()),
            Cell::text(option.kind.label(lang)),
            Cell::Text(text::fits(option, lang)),
            Cell::Text(text::free_text(option, lang)),
            option.weakest_evidence.map_or(Cell::Empty, Cell::Evidence),
            Cell::rupiah(option.per_person_day),
        ]);
    }
    table
}

fn components_section(comparison: &Comparison, lang: Lang) -> Section {
    let mut table = Table::new(
        "components",
        "",
        vec![
            Column::new("venue", lang.pick("Tempat", "Venue"), ColumnKind::Text),
            Column::new("component", lang.pick("Komponen", "Component"), ColumnKind::Text),
            Column::new("amount", lang.pick("Biaya (Rp)", "Cost (IDR)"), ColumnKind::Rupiah),
            Column::new("evidence", lang.pick("Bukti", "Evidence"), ColumnKind::Text),
            Column::new("source", lang.pick("Sumber", "Source"), ColumnKind::Source),
        ],
    );
    for option in &comparison.options {
        for component in &option.components {
            table.row(vec![
                Cell::text(option.name.clone()),
                Cell::Text(text::cost_of(&component.of, lang)),
                Cell::Range(component.amount),
                Cell::Evidence(component.evidence),
                Cell::Source(component.source.clone()),
            ]);
        }
        for missing in &option.missing {
            table.row(vec![
                Cell::text(option.name.clone()),
                Cell::text(missing.component.label(lang)),
                Cell::Unknown,
                Cell::Empty,
                Cell::text(text::missing_reason(missing.reason, lang)),
            ]);
        }
        table.total(vec![
            Cell::text(option.name.clone()),
            Cell::text(lang.pick("Jumlah", "Total")),
            total_cell(option),
            option.weakest_evidence.map_or(Cell::Empty, Cell::Evidence),
        ]);
    }
    let note = lang.pick(
        "Harga paket adalah satu harga untuk semua isinya dan tidak dipecah.",
        "A package price is one price for all it includes and is not divided.",
    );
    Section::new("components", lang.pick("Rincian biaya", "Cost by component")).table(table).paragraph(note)
}

fn break_even_section(comparison: &Comparison, lang: Lang) -> Option<Section> {
    if comparison.break_even.is_empty() {
        return None;
    }
    let mut table = Table::new(
        "break-even",
        "",
        vec![
            Column::new("venue", lang.pick("Tempat", "Venue"), ColumnKind::Text),
            Column::new(
                "extra",
                lang.pick("Selisih sampai impas (Rp)", "Margin to break-even (IDR)"),
                ColumnKind::Rupiah,
            ),
            Column::new("cheaper_for", lang.pick("Lebih murah untuk", "Cheaper for"), ColumnKind::Text),
        ],
    );
    for item in &comparison.break_even {
        table.row(vec![
            Cell::Text(text::venue_name(comparison, &item.venue)),
            Cell::Rupiah(item.extra),
            Cell::Text(text::cheaper_for(item.cheaper_for, lang)),
        ]);
    }
    let note = lang.pick(
        "Selisih sampai impas: sebanyak itu biaya tempat ini masih boleh naik sebelum tempat asal menjadi lebih murah (negatif: sudah lebih mahal). Dihitung pada nilai yang mungkin.",
        "Margin to break-even: by so much this venue may still become dearer before the baseline is cheaper (negative: it is dearer already). At likely values.",
    );
    Some(Section::new("break-even", lang.pick("Titik impas", "Break-even")).table(table).paragraph(note))
}

fn sensitivity_section(comparison: &Comparison, lang: Lang) -> Option<Section> {
    if comparison.sensitivity.is_empty() {
        return None;
    }
    let mut table = Table::new(
        "sensitivity",
        "",
        vec![
            Column::new("venue", lang.pick("Tempat", "Venue"), ColumnKind::Text),
            Column::new("input", lang.pick("Masukan", "Input"), ColumnKind::Text),
            Column::new(
                "low",
                lang.pick("Penghematan pada nilai terendah (Rp)", "Saving at its low value (IDR)"),
                ColumnKind::Rupiah,
            ),
            Column::new(
                "high",
                lang.pick("Penghematan pada nilai tertinggi (Rp)", "Saving at its high value (IDR)"),
                ColumnKind::Rupiah,
            ),
            Column::new("swing", lang.pick("Ayunan (Rp)", "Swing (IDR)"), ColumnKind::Rupiah),
        ],
    );
    for swing in &comparison.sensitivity {
        table.row(vec![
            Cell::Text(text::venue_name(comparison, &swing.venue)),
            Cell::Text(text::input(comparison, &swing.input, lang)),
            Cell::Rupiah(swing.low),
            Cell::Rupiah(swing.high),
            Cell::Rupiah(swing.swing),
        ]);
    }
    Some(Section::new("sensitivity", lang.pick("Yang paling menentukan", "What matters most")).table(table))
}

fn evidence_section(comparison: &Comparison, lang: Lang) -> Section {
    let mut table = Table::new(
        "evidence",
        "",
        vec![
            Column::new("venue", lang.pick("Tempat", "Venue"), ColumnKind::Text),
            Column::new("evidence", lang.pick("Bukti", "Evidence"), ColumnKind::Text),
            Column::new("share", lang.pick("Bagian biaya", "Share of cost"), ColumnKind::Percent),
        ],
    );
    for option in &comparison.options {
        for (evidence, share) in &option.evidence_share {
            table.row(vec![
                Cell::text(option.name.clone()),
                Cell::Evidence(*evidence),
                Cell::Percent(*share),
            ]);
        }
    }
    Section::new("evidence", lang.pick("Kekuatan bukti", "Strength of the evidence"))
        .table(table)
        .paragraph(text::evidence_order(lang))
        .paragraph(lang.pick(
            "Dokumen yang dapat memastikan angka-angka ini:",
            "Documents that would settle these figures:",
        ))
        .list(text::documents(comparison, lang))
}

fn ways_section(comparison: &Comparison, lang: Lang) -> Option<Section> {
    let items: Vec<String> = comparison
        .options
        .iter()
        .flat_map(|option| option.other_ways.iter().map(|way| text::way_text(option, way, lang)))
        .collect();
    if items.is_empty() {
        return None;
    }
    Some(
        Section::new(
            "other-ways",
            lang.pick("Cara lain di tempat yang sama", "Other ways at the same venue"),
        )
        .list(items),
    )
}

fn notes_section(comparison: &Comparison, lang: Lang) -> Section {
    let notes = comparison.notes.iter().map(|note| super::compare_notes::note(note, lang)).collect();
    Section::new("notes", lang.pick("Catatan dan batasan", "Notes and limits")).list(notes).paragraph(lang.pick(
        "Selisih harga adalah petunjuk, bukan putusan: alasan yang sah dapat ada dan perlu ditanyakan kepada penyelenggara.",
        "A difference in price is a signal, not a verdict: there may be lawful reasons, and the organiser should be asked.",
    ))
}

pub(super) fn total_cell(option: &VenueOption) -> Cell {
    if option.complete() { Cell::Range(option.total) } else { Cell::AtLeast(option.total) }
}

/// One row a component: everything a spreadsheet needs.
fn data(comparison: &Comparison, lang: Lang) -> Table {
    let column = |key, id: &str, en: &str, kind| Column::new(key, lang.pick(id, en), kind);
    let mut table = Table::new(
        "components",
        "",
        vec![
            column("venue", "Tempat (id)", "Venue (id)", ColumnKind::Text),
            column("name", "Tempat", "Venue", ColumnKind::Text),
            column("kind", "Jenis", "Kind", ColumnKind::Text),
            column("fits", "Muat", "Fits", ColumnKind::Text),
            column("free", "Kosong", "Free", ColumnKind::Text),
            column("complete", "Lengkap", "Complete", ColumnKind::Text),
            column("verdict", "Kesimpulan", "Verdict", ColumnKind::Text),
            column("component", "Komponen", "Component", ColumnKind::Text),
            column("description", "Uraian", "Description", ColumnKind::Text),
            column("amount", "Biaya (Rp)", "Cost (IDR)", ColumnKind::Rupiah),
            column("evidence", "Bukti", "Evidence", ColumnKind::Text),
            column("source", "Sumber", "Source", ColumnKind::Source),
        ],
    );
    for option in &comparison.options {
        let start = |component: &str, description: String| {
            vec![
                Cell::text(option.venue.clone()),
                Cell::text(option.name.clone()),
                Cell::text(option.kind.as_str()),
                Cell::text(option.fits.as_str()),
                Cell::text(option.free.as_str()),
                Cell::text(if option.complete() { "true" } else { "false" }),
                Cell::text(option.verdict.as_str()),
                Cell::text(component),
                Cell::text(description),
            ]
        };
        for component in &option.components {
            let description = match &component.of {
                CostOf::Venue(_) => String::new(),
                CostOf::Event(_, description) => description.clone(),
            };
            let mut cells = start(component.of.as_str(), description);
            cells.push(Cell::Range(component.amount));
            cells.push(Cell::text(component.evidence.as_str()));
            cells.push(Cell::Source(component.source.clone()));
            table.row(cells);
        }
        for missing in &option.missing {
            let mut cells =
                start(missing.component.as_str(), text::missing_reason(missing.reason, lang).to_owned());
            cells.push(Cell::Unknown);
            table.row(cells);
        }
    }
    table
}
