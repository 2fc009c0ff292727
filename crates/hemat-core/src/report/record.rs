//! Record of a site comparison (catatan perbandingan tempat): the comparison as a document to file and sign.
//!
//! Three priced sites on record are good practice abroad for meetings of thirty or more; no Indonesian rule that was
//! verified asks for them, and the record says so. It is complete when nothing on its list is open.

use std::collections::BTreeSet;

use super::compare_text as text;
use super::{Cell, Column, ColumnKind, Report, Section, Table, comparison_report};
use crate::calendar::Free;
use crate::comparison::{Comparison, Fits, VenueOption};
use crate::evidence::Evidence;
use crate::kind::VenueKind;
use crate::lang::Lang;
use crate::source::SourceRef;

/// Sites with a whole price that a record should hold.
const SITES: usize = 3;

/// A line to write on.
const BLANK: &str = "....................";

/// Makes the record in one language: its list, the comparison, attachments and signatures.
#[must_use]
pub fn record_report(comparison: &Comparison, lang: Lang) -> Report {
    let of_comparison = comparison_report(comparison, lang);
    let items = items(comparison, lang);
    let open = items.iter().filter(|item| !item.done).count();
    let mut lead = vec![match (open, lang) {
        (0, Lang::Id) => "Catatan ini lengkap: tidak ada butir yang terbuka.".to_owned(),
        (0, Lang::En) => "This record is complete: nothing on its list is open.".to_owned(),
        (_, Lang::Id) => {
            format!("Catatan ini belum lengkap: {open} dari {} butir masih terbuka.", items.len())
        }
        (_, Lang::En) => format!("This record is incomplete: {open} of {} items are open.", items.len()),
    }];
    lead.extend(of_comparison.lead.iter().cloned());
    let mut sections = vec![list_section(&items, lang)];
    sections.extend(of_comparison.sections);
    sections.push(rationale_section(comparison, lang));
    sections.push(attachments_section(comparison, lang));
    sections.push(signatures_section(lang));
    Report {
        kind: "record",
        lang,
        title: format!(
            "{}: {}",
            lang.pick("Catatan perbandingan tempat", "Record of a site comparison"),
            comparison.event.title
        ),
        lead,
        sections,
        data: of_comparison.data,
    }
}

/// One thing that a record should show.
struct Item {
    what: &'static str,
    done: bool,
    /// What shows it, or what is missing.
    detail: String,
}

fn items(comparison: &Comparison, lang: Lang) -> Vec<Item> {
    let names = |keep: &dyn Fn(&&VenueOption) -> bool| {
        comparison.options.iter().filter(keep).map(|o| o.name.as_str()).collect::<Vec<_>>().join("; ")
    };
    let physical = |o: &&VenueOption| o.kind != VenueKind::Online;
    // An item of this kind is done where no site is left to name.
    let each = |what, missing: String| Item { what, done: missing.is_empty(), detail: missing };
    let priced = comparison.options.iter().filter(|o| o.complete()).count();
    let halls = names(&|o| o.kind == VenueKind::GovernmentHall);
    let event = &comparison.event;
    let people = event.participants.as_ref().filter(|p| p.evidence.is_some());
    vec![
        Item {
            what: lang.pick(
                "Paling sedikit tiga tempat dengan harga lengkap",
                "At least three sites with a whole price",
            ),
            done: priced >= SITES,
            detail: match (priced >= SITES, lang) {
                (true, Lang::Id) => format!("{priced} tempat"),
                (true, Lang::En) => format!("{priced} sites"),
                (false, Lang::Id) => format!("{priced} tempat; sebutkan alasannya di bawah"),
                (false, Lang::En) => format!("{priced} sites; give the reason below"),
            },
        },
        Item {
            what: lang.pick("Gedung pemerintah dipertimbangkan", "A government facility was considered"),
            done: !halls.is_empty(),
            detail: if halls.is_empty() {
                lang.pick("tidak ada dalam daftar tempat", "none among the venues").to_owned()
            } else {
                halls
            },
        },
        each(
            lang.pick("Setiap kebutuhan berharga di setiap tempat", "Every need has a price at every site"),
            names(&|o| !o.complete()),
        ),
        each(
            lang.pick("Kapasitas setiap tempat diketahui", "The capacity of every site is known"),
            names(&|o| physical(o) && o.fits == Fits::Unknown),
        ),
        each(
            lang.pick("Ketersediaan setiap tempat diketahui", "The availability of every site is known"),
            names(&|o| physical(o) && o.free == Free::Unknown),
        ),
        each(
            lang.pick(
                "Harga berdasar penawaran, tarif resmi, atau kuitansi",
                "Prices rest on a quote, a tariff or a receipt",
            ),
            names(&|o| o.components.iter().any(|c| c.evidence > Evidence::Quote)),
        ),
        Item {
            what: lang.pick("Jumlah peserta didukung dokumen", "The number of participants is supported"),
            done: people.is_some_and(|p| p.evidence.is_some_and(|e| e <= Evidence::Budget)),
            detail: people.map(|p| p.source.to_string()).unwrap_or_default(),
        },
        Item {
            what: lang.pick("Hari pertama diketahui", "The first day is known"),
            done: event.start.is_some(),
            detail: event.start.map(|day| day.display(lang)).unwrap_or_default(),
        },
    ]
}

fn list_section(items: &[Item], lang: Lang) -> Section {
    let mut table = Table::new(
        "record-list",
        "",
        vec![
            Column::new("item", lang.pick("Butir", "Item"), ColumnKind::Text),
            Column::new("state", lang.pick("Keadaan", "State"), ColumnKind::Text),
            Column::new("detail", lang.pick("Keterangan", "Detail"), ColumnKind::Text),
        ],
    );
    for item in items {
        let state = if item.done { lang.pick("ada", "done") } else { lang.pick("terbuka", "open") };
        table.row(vec![Cell::text(item.what), Cell::text(state), Cell::text(item.detail.clone())]);
    }
    Section::new("record-list", lang.pick("Kelengkapan catatan", "Completeness of the record"))
        .table(table)
        .paragraph(lang.pick(
            "Tiga tempat berharga adalah kebiasaan baik di luar negeri untuk pertemuan 30 orang atau lebih, bukan aturan Indonesia. Pada butir yang terbuka disebut tempat yang masih kurang.",
            "Three priced sites are good practice abroad for meetings of 30 or more, not an Indonesian rule. An open item names the sites that still lack it.",
        ))
}

fn rationale_section(comparison: &Comparison, lang: Lang) -> Section {
    let answer = match &comparison.best {
        Ok(best) => match comparison.options.iter().find(|o| &o.venue == best) {
            Some(option) => text::best_sentence(option, lang),
            None => String::new(),
        },
        Err(reason) => text::no_best(*reason, lang),
    };
    Section::new("rationale", lang.pick("Alasan pemilihan", "Rationale"))
        .paragraph(answer)
        .paragraph(lang.pick(
            "Tempat yang dipilih dan alasannya (diisi; sebutkan alasan jika bukan yang termurah):",
            "The site that is chosen and why (to be filled in; give the reason if it is not the cheapest):",
        ))
        .list(vec![BLANK.repeat(4), BLANK.repeat(4)])
}

/// The documents behind prices, capacities and bookings, each once.
fn attachments_section(comparison: &Comparison, lang: Lang) -> Section {
    let mut documents: BTreeSet<String> = BTreeSet::new();
    for option in &comparison.options {
        let prices = option.components.iter().map(|c| (c.evidence, c.source.clone()));
        for (evidence, source) in prices.chain(option.capacity_source.clone()) {
            if source != SourceRef::NotStated {
                documents.insert(format!("{} ({}): {source}", option.name, evidence.label(lang)));
            }
        }
        if let Free::No(booking) = &option.free {
            documents.insert(format!("{}: {} {}", option.name, booking.holder, booking.source));
        }
    }
    let list: Vec<String> = documents.into_iter().map(|d| format!("[ ] {d}")).collect();
    let section = Section::new("attachments", lang.pick("Lampiran", "Attachments"));
    if list.is_empty() {
        return section.paragraph(lang.pick("Tidak ada sumber yang disebut.", "No source is stated."));
    }
    section.list(list)
}

fn signatures_section(lang: Lang) -> Section {
    let mut table = Table::new(
        "signatures",
        "",
        vec![
            Column::new("role", lang.pick("Peran", "Role"), ColumnKind::Text),
            Column::new("name", lang.pick("Nama dan jabatan", "Name and position"), ColumnKind::Text),
            Column::new("date", lang.pick("Tanggal", "Date"), ColumnKind::Text),
            Column::new("signature", lang.pick("Tanda tangan", "Signature"), ColumnKind::Text),
        ],
    );
    for role in [
        lang.pick("disusun oleh", "prepared by"),
        lang.pick("diperiksa oleh", "checked by"),
        lang.pick("disetujui oleh", "approved by"),
    ] {
        table.row(vec![Cell::text(role), Cell::text(BLANK), Cell::text(BLANK), Cell::text(BLANK)]);
    }
    Section::new("signatures", lang.pick("Tanda tangan", "Signatures")).table(table)
}
