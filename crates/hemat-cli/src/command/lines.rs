//! `hemat lines`.

use std::io::Write;

use hemat_core::classify::LineText;
use hemat_core::lang::Lang;
use hemat_io::write::lines::{lines_report, write_lines, write_lines_json};
use hemat_io::write::parquet::lines::write_lines_parquet;
use hemat_io::write::tables::lines_table;
use hemat_io::write::trail::write_trail;
use hemat_io::write::xlsx::Book;

use super::{beside, reading, wants_tables, write_book};
use crate::args::{Common, Format, LinesArgs};
use crate::exit::{Exit, Failure};
use crate::output::{refuse_terminal, write_data};
use crate::redact;

pub(super) fn run(args: &LinesArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let parquet = common.format == Format::Parquet;
    if parquet && args.why {
        let said = lang.pick("--why menulis teks, bukan parquet", "--why writes text, not parquet");
        return Err(Failure::Said(said.to_owned()));
    }
    if parquet {
        refuse_terminal("parquet", common.out.as_deref(), lang)?;
    }
    let mut readings = reading::analyses(&args.files, &args.read, common)?;
    if common.masking && !args.why {
        redact::lines(&mut readings.analyses, common);
    }
    let analyses = &readings.analyses;
    if args.why {
        let rules = reading::Rules::read(args.read.source.rules.as_deref())?;
        let trails = |out: &mut dyn Write| {
            for line in analyses.iter().flat_map(|a| &a.budget.lines) {
                let trail = rules.classifier().explain(&LineText::of(line));
                write_trail(&line.row.to_string(), &line.description, &trail, lang, out)?;
            }
            Ok(())
        };
        write_data(common.out.as_deref(), |out| redact::text(common, trails, out))?;
    } else if parquet {
        let files: Vec<_> = analyses.iter().map(|a| (&a.budget, a.classes.as_slice())).collect();
        write_data(common.out.as_deref(), |out| write_lines_parquet(&files, out))?;
    } else if common.format == Format::Csv && !wants_tables(common) {
        write_data(common.out.as_deref(), |out| {
            for (at, analysis) in analyses.iter().enumerate() {
                write_lines(analysis.budget.lines.iter().zip(&analysis.classes), at == 0, out)?;
            }
            Ok(())
        })?;
    } else {
        let all: Vec<_> = analyses.iter().flat_map(|a| a.budget.lines.iter().zip(&a.classes)).collect();
        let report = lines_report(&all, lang);
        let mut more = Vec::new();
        if wants_tables(common) {
            more.push(lines_table(&all, lang));
            more.extend(beside::of_files(analyses, lang));
        }
        write_book(&Book { more: &more, ..Book::of(&report) }, common, |out| write_lines_json(&all, out))?;
    }
    Ok(readings.exit(&args.read))
}
