//! The report of a verification.

use super::{Cell, Column, ColumnKind, Report, Section, Table};
use crate::lang::Lang;
use crate::provenance::{Digest, Fingerprint, Manifest};
use crate::reproduction::{Difference, DifferingLine, Now, Rerun};

/// Makes the report: `identical`, or one row for each thing that differs.
#[must_use]
pub fn verification_report(manifest: &Manifest, now: &Now, differences: &[Difference], lang: Lang) -> Report {
    let command = &manifest.provenance.command;
    let data = table(differences, lang);
    let mut lead = vec![match (differences.is_empty(), lang) {
        (true, Lang::Id) => format!(
            "Identik: hemat {command} dengan masukan yang sama menghasilkan laporan yang sama, bita demi bita."
        ),
        (true, Lang::En) => {
            format!("Identical: hemat {command} on the same inputs gives the same report, byte for byte.")
        }
        (false, Lang::Id) => format!("Tidak sama: {} hal berbeda.", differences.len()),
        (false, Lang::En) if differences.len() == 1 => "Different: one thing.".to_owned(),
        (false, Lang::En) => format!("Different: {} things.", differences.len()),
    }];
    let same = matches!(&now.rerun, Rerun::Done { output, .. } if *output == manifest.output);
    if same && !differences.is_empty() {
        lead.push(
            lang.pick(
                "Meskipun begitu, perintah itu tetap menghasilkan laporan yang sama.",
                "Even so, the command still gives the same report.",
            )
            .to_owned(),
        );
    }
    if now.rerun == Rerun::NotRun {
        lead.push(
            lang.pick(
                "Perintahnya tidak dijalankan ulang karena ada masukan yang tidak ditemukan. Letakkan di folder manifes, atau sebut foldernya dengan --from.",
                "The command was not run again, since an input was not found. Put it into the manifest's folder, or name its folder with --from.",
            )
            .to_owned(),
        );
    }
    let mut sections = Vec::new();
    if !differences.is_empty() {
        let heading = lang.pick("Perbedaan", "Differences");
        sections.push(Section::new("differences", heading).table(data.clone()));
    }
    sections.extend(line_section(differences, lang));
    sections.push(manifest.provenance.section(lang));
    Report {
        kind: "verify",
        lang,
        title: lang.pick("Pemeriksaan ulang laporan", "Verification of a report").to_owned(),
        lead,
        sections,
        data,
    }
}

fn table(differences: &[Difference], lang: Lang) -> Table {
    let mut table = Table::new(
        "differences",
        "",
        vec![
            Column::new("what", lang.pick("Apa", "What"), ColumnKind::Text),
            Column::new("name", lang.pick("Nama", "Name"), ColumnKind::Text),
            Column::new("recorded", lang.pick("Dalam manifes", "In the manifest"), ColumnKind::Text),
            Column::new("now", lang.pick("Sekarang", "Now"), ColumnKind::Text),
        ],
    );
    for difference in differences {
        table.row(row(difference, lang));
    }
    table
}

fn row(difference: &Difference, lang: Lang) -> Vec<Cell> {
    let hash = |f: &Fingerprint| Cell::text(f.sha256.to_string());
    let digest = |d: &Option<Digest>| d.map_or(Cell::Empty, |d| Cell::text(d.to_string()));
    let (what, name, recorded, now) = match difference {
        Difference::InputChanged { path, recorded, now } => {
            (lang.pick("masukan berubah", "input changed"), path.clone(), hash(recorded), hash(now))
        }
        Difference::InputMissing { path, recorded } => (
            lang.pick("masukan tidak ditemukan", "input not found"),
            path.clone(),
            hash(recorded),
            Cell::Empty,
        ),
        Difference::TableDiffers { name, recorded, now } => (
            lang.pick("tabel bawaan berbeda", "built-in table differs"),
            name.clone(),
            digest(recorded),
            digest(now),
        ),
        Difference::ToolDiffers { recorded, now } => (
            lang.pick("versi hemat berbeda", "version of hemat differs"),
            "hemat".to_owned(),
            Cell::text(recorded.clone()),
            Cell::text(now.clone()),
        ),
        Difference::OutputDiffers { recorded, now, .. } => {
            (lang.pick("hasil berbeda", "output differs"), String::new(), hash(recorded), hash(now))
        }
        Difference::ExitDiffers { recorded, now } => (
            lang.pick("kode keluar berbeda", "exit code differs"),
            String::new(),
            Cell::Count(u64::from(*recorded)),
            Cell::Count(u64::from(*now)),
        ),
        Difference::CommandFails(text) => (
            lang.pick("perintah gagal", "command fails"),
            String::new(),
            Cell::Empty,
            Cell::text(text.clone()),
        ),
        Difference::ReportChanged { path, recorded, now, .. } => (
            lang.pick("berkas laporan diubah sesudah ditulis", "report file changed after it was written"),
            path.clone(),
            hash(recorded),
            hash(now),
        ),
    };
    vec![Cell::text(what), Cell::text(name), recorded, now]
}

/// The first differing line of the report that was kept and of the report made again.
fn line_section(differences: &[Difference], lang: Lang) -> Option<Section> {
    let line = differences.iter().find_map(|d| match d {
        Difference::OutputDiffers { line, .. } | Difference::ReportChanged { line, .. } => line.as_ref(),
        _ => None,
    })?;
    let DifferingLine { number, kept, again } = line;
    let end = || lang.pick("(akhir laporan)", "(end of the report)").to_owned();
    let text = |line: &Option<String>| line.clone().unwrap_or_else(end);
    let heading = match lang {
        Lang::Id => format!("Baris pertama yang berbeda: baris {number}"),
        Lang::En => format!("First differing line: line {number}"),
    };
    let items = vec![
        format!("{}: {}", lang.pick("disimpan", "kept"), text(kept)),
        format!("{}: {}", lang.pick("dijalankan ulang", "made again"), text(again)),
    ];
    Some(Section::new("first-line", heading).list(items))
}
