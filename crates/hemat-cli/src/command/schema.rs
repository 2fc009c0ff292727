//! `hemat schema`.

use hemat_core::lang::Lang;
use hemat_io::write::schema::{SCHEMAS, json_schema};

use crate::args::{Common, SchemaArgs};
use crate::exit::{Exit, Failure};
use crate::output::write_data;

/// The schema of one JSON output, or the names of all.
pub(super) fn run(args: &SchemaArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let text = match &args.name {
        None => SCHEMAS.iter().map(|schema| format!("{}\n", schema.name)).collect(),
        Some(name) => match json_schema(name) {
            Some(schema) => schema.text.to_owned(),
            None => {
                let known: Vec<&str> = SCHEMAS.iter().map(|schema| schema.name).collect();
                let known = known.join(", ");
                return Err(Failure::Said(match lang {
                    Lang::Id => format!("tidak ada skema {name:?}; yang ada: {known}"),
                    Lang::En => format!("there is no schema {name:?}; there are: {known}"),
                }));
            }
        },
    };
    write_data(common.out.as_deref(), |out| out.write_all(text.as_bytes()))?;
    Ok(Exit::Done)
}
