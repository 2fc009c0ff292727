//! The tables that stand beside a report in a workbook or a folder of CSV.

use hemat_core::lang::Lang;
use hemat_core::report::Table;
use hemat_io::analysis::Analysis;
use hemat_io::read::budget::BudgetFile;
use hemat_io::write::tables::{event_lines_table, files_table, set_aside_table};

use super::wants_tables;
use crate::args::Common;

/// The lines of the events, the rows set aside, the files read; nothing for other formats.
pub(super) fn tables(analyses: &[Analysis], common: &Common) -> Vec<Table> {
    if !wants_tables(common) {
        return Vec::new();
    }
    let lang = Lang::from(common.lang);
    let mut tables = vec![event_lines_table(analyses, lang)];
    tables.extend(of_files(analyses, lang));
    tables
}

/// The rows set aside and the files read.
pub(super) fn of_files(analyses: &[Analysis], lang: Lang) -> Vec<Table> {
    let files: Vec<&BudgetFile> = analyses.iter().map(|a| &a.budget).collect();
    set_aside_table(&files, lang).into_iter().chain([files_table(&files, lang)]).collect()
}
