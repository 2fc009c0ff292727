//! The published JSON Schemas (draft 2020-12) of every JSON output: one file a contract in `schemas/`.
//!
//! A new contract needs its file and its line here; a test looks for every `hemat.NAME/1` in the sources.

/// One contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JsonSchema {
    /// Its name: `compare` for the outputs whose `schema` is `hemat.compare/1`.
    pub name: &'static str,
    /// The schema as JSON.
    pub text: &'static str,
}

macro_rules! schema {
    ($name:literal) => {
        JsonSchema { name: $name, text: include_str!(concat!("../../schemas/", $name, ".json")) }
    };
}

/// All of them, by name.
pub const SCHEMAS: &[JsonSchema] = &[
    schema!("compare"),
    schema!("event"),
    schema!("events"),
    schema!("inspect"),
    schema!("lines"),
    schema!("partial"),
    schema!("report"),
    schema!("savings"),
    schema!("schedule"),
    schema!("findings"),
    schema!("ceilings"),
];

/// The schema of this name; also by the whole name in the file, `hemat.compare/1`.
#[must_use]
pub fn json_schema(name: &str) -> Option<&'static JsonSchema> {
    let name = name.strip_prefix("hemat.").unwrap_or(name);
    let name = name.strip_suffix("/1").unwrap_or(name);
    SCHEMAS.iter().find(|schema| schema.name == name)
}
