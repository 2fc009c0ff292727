//! Column mappings: TOML of `field = "column of the file"`, or `field = 3` for a column's 1-based number.

use std::collections::BTreeMap;

use thiserror::Error;

/// Why a mapping could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}: {reason}; a mapping has lines such as: amount = \"Jumlah\" or amount = 3")]
pub struct MappingError {
    /// The file's name.
    pub file: String,
    /// What is wrong.
    pub reason: String,
}

/// Reads a mapping. Whether the fields and columns exist is checked when a file is read with it.
///
/// # Errors
/// [`MappingError`] if the text is no TOML, or a value is neither text nor a number from 1.
pub fn read_mapping(text: &str, file: &str) -> Result<BTreeMap<String, String>, MappingError> {
    let failed = |reason: String| MappingError { file: file.to_owned(), reason };
    let table: toml::Table =
        text.parse().map_err(|e: toml::de::Error| failed(e.to_string().trim_end().to_owned()))?;
    // The fields may stand under a heading [columns], as `hemat inspect` writes them.
    let fields = match table.get("columns") {
        Some(toml::Value::Table(columns)) if table.len() == 1 => columns,
        _ => &table,
    };
    let mut mapping = BTreeMap::new();
    for (field, value) in fields {
        let column = match value {
            toml::Value::String(name) => name.clone(),
            toml::Value::Integer(number) if *number >= 1 => number.to_string(),
            other => {
                return Err(failed(format!(
                    "{field}: a {} is neither a column's name nor its number from 1",
                    other.type_str()
                )));
            }
        };
        mapping.insert(field.clone(), column);
    }
    Ok(mapping)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers() {
        let mapping = read_mapping("amount = \"Jumlah\"\ndescription = 2\n", "m.toml").unwrap();
        assert_eq!(mapping["amount"], "Jumlah");
        assert_eq!(mapping["description"], "2");
        assert_eq!(read_mapping("[columns]\namount = 1\n", "m.toml").unwrap()["amount"], "1");
        for bad in ["amount = 0", "amount = true", "amount", "[a.b]\nc = 1\nd = 2"] {
            assert!(read_mapping(bad, "m.toml").is_err(), "{bad}");
        }
    }
}
