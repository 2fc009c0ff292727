//! A folder of tidy CSV tables with a `datapackage.json` that describes every column (Frictionless Data Package,
//! profile `tabular-data-package`, <https://specs.frictionlessdata.io/tabular-data-package/>).

use std::collections::BTreeSet;
use std::io;

use hemat_core::lang::Lang;
use hemat_core::report::{Report, Table, column_meaning};
use serde::Serialize;

use super::csv::{UNKNOWN, write_table_csv};
use super::flat::{FieldKind, Flat, FlatColumn, Part};
use super::json::write_pretty;
use super::xlsx::Book;

/// The name of the description.
pub const DESCRIPTION: &str = "datapackage.json";

/// The tables of a report and those beside it, each with the name of its file.
pub struct Package<'a> {
    report: &'a Report,
    tables: Vec<(String, &'a Table, &'a str)>,
}

impl<'a> Package<'a> {
    /// All tables of a book: the report's data first, then the tables of its sections, then those beside it.
    #[must_use]
    pub fn of(book: &Book<'a>) -> Self {
        let report = book.report;
        let mut all: Vec<(&'a Table, &'a str)> = vec![(&report.data, &report.title)];
        for section in &report.sections {
            for block in &section.blocks {
                if let Some(table) = block.plain_table() {
                    all.push((table, &section.heading));
                }
            }
        }
        all.extend(book.more.iter().map(|table| (table, table.caption.as_str())));
        let mut taken = BTreeSet::new();
        let mut tables: Vec<(String, &Table, &str)> = Vec::new();
        for (at, (table, title)) in all.into_iter().enumerate() {
            if at > 0 && table == &report.data {
                continue;
            }
            let base = if at == 0 { "data" } else { table.id };
            let mut name = base.to_owned();
            let mut number = 2_u32;
            while !taken.insert(name.clone()) {
                name = format!("{base}-{number}");
                number += 1;
            }
            tables.push((name, table, title));
        }
        Package { report, tables }
    }

    /// The files' names with their tables, in order.
    pub fn files(&self) -> impl Iterator<Item = (String, &'a Table)> + '_ {
        self.tables.iter().map(|(name, table, _)| (file_name(name), *table))
    }

    /// Writes one of the tables.
    ///
    /// # Errors
    /// Whatever `out` fails with.
    pub fn write_table(&self, table: &Table, out: &mut dyn io::Write) -> io::Result<()> {
        write_table_csv(table, out)
    }

    /// Writes the description.
    ///
    /// # Errors
    /// Whatever `out` fails with.
    pub fn write_description(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let resources = self.tables.iter().map(|(name, table, title)| resource(name, table, title));
        let description = Description {
            profile: "tabular-data-package",
            name: format!("hemat-{}", self.report.kind),
            title: &self.report.title,
            description: self.report.lead.join("\n"),
            resources: resources.collect(),
        };
        write_pretty(&description, out)
    }
}

fn file_name(name: &str) -> String {
    format!("{name}.csv")
}

#[derive(Serialize)]
struct Description<'a> {
    profile: &'static str,
    name: String,
    title: &'a str,
    description: String,
    resources: Vec<Resource<'a>>,
}

#[derive(Serialize)]
struct Resource<'a> {
    profile: &'static str,
    name: &'a str,
    path: String,
    title: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<FieldDescription>,
    missing_values: [&'static str; 2],
}

/// `title` and `description` are Indonesian and English, whatever the language of the report: data are shared.
#[derive(Serialize)]
struct FieldDescription {
    name: String,
    title: String,
    #[serde(rename = "type")]
    kind: &'static str,
    description: String,
    #[serde(rename = "description:en")]
    description_en: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

#[derive(Serialize)]
struct Constraints {
    #[serde(rename = "enum")]
    one_of: [&'static str; 2],
}

fn resource<'a>(name: &'a str, table: &Table, title: &str) -> Resource<'a> {
    let title = if table.caption.is_empty() || table.caption == title {
        title.to_owned()
    } else {
        format!("{title}: {}", table.caption)
    };
    let flat = Flat::of(table, Lang::Id);
    Resource {
        profile: "tabular-data-resource",
        name,
        path: file_name(name),
        title,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        schema: Schema { fields: flat.columns.iter().map(field).collect(), missing_values: ["", UNKNOWN] },
    }
}

fn field(column: &FlatColumn) -> FieldDescription {
    let (kind, unit) = match column.kind {
        FieldKind::Text => ("string", None),
        FieldKind::Rupiah => ("number", Some("IDR")),
        FieldKind::Count => ("integer", None),
        FieldKind::Percent => ("number", Some("%")),
        FieldKind::Date => ("date", None),
        FieldKind::Year => ("year", None),
        FieldKind::Complete | FieldKind::Role => ("string", None),
    };
    let one_of = match column.kind {
        FieldKind::Complete => Some(["yes", "no"]),
        FieldKind::Role => Some(["detail", "total"]),
        _ => None,
    };
    FieldDescription {
        name: column.key.clone(),
        title: column.heading.clone(),
        kind,
        description: described(column, Lang::Id),
        description_en: described(column, Lang::En),
        unit,
        constraints: one_of.map(|one_of| Constraints { one_of }),
    }
}

/// What a plain column holds, in words.
pub(super) fn described(column: &FlatColumn, lang: Lang) -> String {
    let meaning = column_meaning(column.of, lang).unwrap_or(&column.heading);
    let end = match column.part {
        Part::Low => lang.pick("nilai terendah", "lowest value"),
        Part::Likely => lang.pick("nilai yang mungkin", "likely value"),
        Part::High => lang.pick("nilai tertinggi", "highest value"),
        Part::Complete => lang.pick(
            "yes jika jumlahnya lengkap, no jika hanya batas bawah",
            "yes if the total is complete, no if it is a lower bound only",
        ),
        Part::Whole | Part::Role => return meaning.to_owned(),
    };
    format!("{meaning}; {end}")
}
