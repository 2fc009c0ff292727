//! What is in a file, and what can be computed from it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use hemat_core::kind::VenueKind;
use hemat_core::lang::Lang;
use hemat_core::report::{Cell, Column, ColumnKind, Report, Section, Table};

use crate::analysis::Analysis;

/// How many lines or events of a file say a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// Cost lines.
    pub lines: u64,
    /// Lines that say how many persons.
    pub lines_with_persons: u64,
    /// Lines that say how many days.
    pub lines_with_days: u64,
    /// Lines with a date.
    pub lines_with_date: u64,
    /// Lines whose kind of venue is named.
    pub lines_with_venue: u64,
    /// Events.
    pub events: u64,
    /// Events with a number of participants.
    pub events_with_participants: u64,
    /// Events at a hotel, restaurant or commercial hall.
    pub events_at_paid_venues: u64,
}

/// Which commands have something to work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CanCompute {
    /// There are cost lines.
    pub lines: bool,
    /// There are events.
    pub events: bool,
    /// Some lines say how many take part.
    pub participants: bool,
    /// Some lines say how many days.
    pub days: bool,
    /// Some lines have dates.
    pub dates: bool,
    /// Some lines name the kind of venue.
    pub venues: bool,
    /// Some event is at a paid venue, in a price whose contents are known, with participants and days: `hemat savings` has something to compare.
    pub savings: bool,
    /// Some event has dates, participants and a paid venue: a schedule can be made.
    pub schedule: bool,
}

/// What is in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// The counts.
    pub counts: Counts,
    /// What follows from them.
    pub can_compute: CanCompute,
    /// Fiscal years that the lines name.
    pub years: BTreeSet<u16>,
    /// Agencies that the lines name.
    pub agencies: BTreeSet<String>,
    /// Regions that the lines name.
    pub regions: BTreeSet<String>,
    /// How often each diagnostic occurs.
    pub diagnostics: BTreeMap<&'static str, u64>,
}

impl Inspection {
    /// Looks through a file that was read.
    #[must_use]
    pub fn of(analysis: &Analysis) -> Self {
        let mut inspection = Inspection {
            counts: Counts::default(),
            can_compute: CanCompute {
                lines: false,
                events: false,
                participants: false,
                days: false,
                dates: false,
                venues: false,
                savings: false,
                schedule: false,
            },
            years: BTreeSet::new(),
            agencies: BTreeSet::new(),
            regions: BTreeSet::new(),
            diagnostics: BTreeMap::new(),
        };
        let counts = &mut inspection.counts;
        for (line, class) in analysis.budget.lines.iter().zip(&analysis.classes) {
            counts.lines += 1;
            counts.lines_with_persons += u64::from(line.persons().is_some());
            counts.lines_with_days += u64::from(line.days().is_some());
            counts.lines_with_date += u64::from(line.date.is_some());
            let named = !matches!(class.venue_kind, VenueKind::None | VenueKind::Unspecified);
            counts.lines_with_venue += u64::from(named);
            inspection.years.extend(line.context.year);
            for (set, text) in [
                (&mut inspection.agencies, &line.context.agency),
                (&mut inspection.regions, &line.context.region),
            ] {
                if !text.is_empty() && !set.contains(&**text) {
                    set.insert(text.to_string());
                }
            }
        }
        for event in &analysis.grouping.events {
            let paid = event.venue_kind.is_commercial() && !event.venue_cost.is_zero();
            counts.events += 1;
            counts.events_with_participants += u64::from(event.participants.is_some());
            counts.events_at_paid_venues += u64::from(paid);
            let comparable =
                paid && event.contents_known && event.participants.is_some() && event.days.is_some();
            inspection.can_compute.savings |= comparable;
            inspection.can_compute.schedule |= comparable && !event.dates.is_empty();
        }
        let can = &mut inspection.can_compute;
        can.lines = counts.lines > 0;
        can.events = counts.events > 0;
        can.participants = counts.lines_with_persons > 0;
        can.days = counts.lines_with_days > 0;
        can.dates = counts.lines_with_date > 0;
        can.venues = counts.lines_with_venue > 0;
        for diagnostic in &analysis.budget.diagnostics {
            *inspection.diagnostics.entry(diagnostic.name).or_default() += 1;
        }
        inspection
    }
}

/// The report of `hemat inspect`.
#[must_use]
pub fn inspect_report(analysis: &Analysis, lang: Lang) -> Report {
    let inspection = Inspection::of(analysis);
    let budget = &analysis.budget;
    let facts = facts(analysis, &inspection, lang);
    let mut columns = Table::new(
        "columns",
        "",
        vec![
            Column::new("field", lang.pick("Kolom hemat", "Field"), ColumnKind::Text),
            Column::new("column", lang.pick("Kolom berkas", "Column of the file"), ColumnKind::Text),
        ],
    );
    for (field, column) in &budget.columns {
        columns.row(vec![Cell::text(*field), Cell::text(column.clone())]);
    }
    let mut lead = vec![match lang {
        Lang::Id => format!(
            "{}: {} rincian belanja, {} kegiatan.",
            budget.file, inspection.counts.lines, inspection.counts.events
        ),
        Lang::En => format!(
            "{}: {} cost lines, {} events.",
            budget.file, inspection.counts.lines, inspection.counts.events
        ),
    }];
    lead.push(can_sentence(&inspection, lang).to_owned());
    let diagnostics: Vec<String> =
        inspection.diagnostics.iter().map(|(name, count)| format!("{name}: {count}")).collect();
    let mut sections = vec![
        Section::new("file", lang.pick("Berkas", "File")).table(facts.clone()),
        Section::new("columns", lang.pick("Kolom yang dikenali", "Columns recognised")).table(columns),
    ];
    if !diagnostics.is_empty() {
        sections.push(
            Section::new("diagnostics", lang.pick("Catatan pembacaan", "Reading notes")).list(diagnostics),
        );
    }
    let title = format!("{} {}", lang.pick("Isi berkas", "Contents of"), budget.file);
    Report { kind: "inspect", lang, title, lead, sections, data: facts }
}

fn can_sentence(inspection: &Inspection, lang: Lang) -> &'static str {
    let can = &inspection.can_compute;
    if can.savings {
        lang.pick(
            "Dapat dihitung: rincian, kegiatan, dan penghematan (`hemat savings`).",
            "Can be computed: lines, events and savings (`hemat savings`).",
        )
    } else if can.events {
        lang.pick(
            "Dapat dihitung: rincian dan kegiatan. Penghematan belum: tidak ada kegiatan di hotel, rumah makan, atau gedung swasta yang menyebut peserta, hari, dan isi harganya.",
            "Can be computed: lines and events. Not savings: no event at a hotel, restaurant or commercial hall says how many take part, how long, and what its price holds.",
        )
    } else if can.lines {
        lang.pick(
            "Dapat dihitung: rincian. Tidak ada baris tentang kegiatan.",
            "Can be computed: lines. No line is about an event.",
        )
    } else {
        lang.pick("Tidak ada rincian belanja yang dapat dibaca.", "No cost line could be read.")
    }
}

fn facts(analysis: &Analysis, inspection: &Inspection, lang: Lang) -> Table {
    let budget = &analysis.budget;
    let mut table = Table::new(
        "facts",
        "",
        vec![
            Column::new("item", lang.pick("Hal", "Item"), ColumnKind::Text),
            Column::new("value", lang.pick("Isi", "Value"), ColumnKind::Text),
        ],
    );
    let mut fact = |id: &str, en: &str, cell: Cell| table.row(vec![Cell::text(lang.pick(id, en)), cell]);
    let joined = |set: &BTreeSet<String>| {
        let shown: Vec<&str> = set.iter().take(5).map(String::as_str).collect();
        let more = set.len().saturating_sub(5);
        Cell::text(if more == 0 { shown.join("; ") } else { format!("{}; +{more}", shown.join("; ")) })
    };
    fact("tata letak", "layout", Cell::text(budget.layout.as_str()));
    fact("enkode", "encoding", Cell::text(budget.encoding.clone()));
    fact("pemisah", "delimiter", budget.delimiter.map_or(Cell::Empty, |d| Cell::text(shown_delimiter(d))));
    fact("baris judul kolom", "header row", budget.header_row.map_or(Cell::Unknown, Cell::Count));
    let years: Vec<String> = inspection.years.iter().map(ToString::to_string).collect();
    fact("tahun anggaran", "fiscal years", Cell::text(years.join(", ")));
    fact("daerah", "regions", joined(&inspection.regions));
    fact("instansi", "agencies", joined(&inspection.agencies));
    let tally = &budget.tally;
    fact("baris dibaca", "rows read", Cell::Count(tally.rows_read));
    fact("baris dipakai", "rows used", Cell::Count(tally.rows_used));
    fact("baris disisihkan", "rows set aside", Cell::Count(tally.rows_set_aside));
    fact("baris bukan rincian", "rows that are no lines", Cell::Count(tally.rows_not_lines));
    fact("rupiah dibaca", "rupiah read", Cell::Rupiah(tally.amount_read));
    fact("rupiah dipakai", "rupiah used", Cell::Rupiah(tally.amount_used));
    fact("rupiah disisihkan", "rupiah set aside", Cell::Rupiah(tally.amount_set_aside));
    fact("rekening dengan rincian", "accounts with details", Cell::Count(budget.details.accounts));
    fact(
        "rekening yang rinciannya cocok",
        "accounts whose details add up",
        Cell::Count(budget.details.reconciled),
    );
    let counts = &inspection.counts;
    fact("rincian dengan jumlah orang", "lines with persons", Cell::Count(counts.lines_with_persons));
    fact("rincian dengan jumlah hari", "lines with days", Cell::Count(counts.lines_with_days));
    fact("rincian dengan tanggal", "lines with a date", Cell::Count(counts.lines_with_date));
    fact("rincian dengan jenis tempat", "lines with a kind of venue", Cell::Count(counts.lines_with_venue));
    fact("kegiatan", "events", Cell::Count(counts.events));
    fact(
        "kegiatan dengan jumlah peserta",
        "events with participants",
        Cell::Count(counts.events_with_participants),
    );
    fact("kegiatan di tempat berbayar", "events at paid venues", Cell::Count(counts.events_at_paid_venues));
    table
}

fn shown_delimiter(delimiter: char) -> String {
    if delimiter == '\t' { "tab".to_owned() } else { delimiter.to_string() }
}
