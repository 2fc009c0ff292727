//! Column mappings: TOML of `field = "column of the file"`, or `field = 3` for a column's 1-based number.

use std::collections::BTreeMap;

use toml::de::DeValue;

use crate::read::contract::{ContractErrors, Faults, plain_text};
use crate::read::toml_section::{Item, parse};

/// Reads a mapping. Whether the fields and columns exist is checked when a file is read with it.
///
/// # Errors
/// [`ContractErrors`] with every fault: text that is no TOML, a value that is neither text nor a number from 1.
pub fn read_mapping(text: &str, file: &str) -> Result<BTreeMap<String, String>, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let mapping = parse(text, &mut faults).map(|table| {
        // The fields may stand under a heading [columns], as `hemat inspect` writes them.
        let fields = match table.get("columns").map(toml::Spanned::get_ref) {
            Some(DeValue::Table(columns)) if table.len() == 1 => columns,
            _ => &table,
        };
        let items = fields.iter().map(|(field, value)| Item {
            key: field.get_ref().to_string(),
            span: value.span(),
            value: value.get_ref(),
        });
        items.filter_map(|item| Some((item.key.clone(), column(&item, &mut faults)?))).collect()
    });
    faults.finish(file, mapping)
}

fn column(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let number = |text: &str| text.parse::<u32>().ok().filter(|n| *n >= 1).map(|n| n.to_string());
    let column = match item.value {
        DeValue::String(name) => Some(name.to_string()),
        DeValue::Integer(n) => number(n.as_str()),
        _ => None,
    };
    if column.is_none() {
        item.wrong(
            faults,
            "is neither a column's name nor its number from 1",
            "write amount = \"Jumlah\" or amount = 3",
        );
    }
    column
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
        for bad in ["amount = 0", "amount = -1", "amount = true", "amount", "[a.b]\nc = 1\nd = 2"] {
            assert!(read_mapping(bad, "m.toml").is_err(), "{bad}");
        }
    }

    #[test]
    fn all_faults_come_at_once_with_their_lines() {
        let said = read_mapping("amount = 0\nunit = [1]\n", "m.toml").unwrap_err().to_string();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines.len(), 2, "{said}");
        assert!(
            lines[0].starts_with("m.toml:1: amount: is neither") && lines[0].contains("(found: 0)"),
            "{said}"
        );
        assert!(lines[1].starts_with("m.toml:2: unit: is neither"), "{said}");
    }
}
