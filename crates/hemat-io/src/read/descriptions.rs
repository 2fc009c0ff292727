//! Plain lists of descriptions for `hemat classify`: a CSV with the columns `id,account_code,account_name,
//! activity,heading,description`, in any order; others are ignored.

use thiserror::Error;

use hemat_core::classify::LineText;

/// The columns that are read.
pub const DESCRIPTION_COLUMNS: [&str; 6] =
    ["id", "account_code", "account_name", "activity", "heading", "description"];

/// One description to be labelled. Columns that the file does not have are empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Described {
    /// The row's id; its 1-based record number if the file has none.
    pub id: String,
    /// Account code, in any writing.
    pub account_code: String,
    /// Account name.
    pub account_name: String,
    /// Activity.
    pub activity: String,
    /// Heading.
    pub heading: String,
    /// The text itself.
    pub description: String,
}

impl Described {
    /// The words and codes it is judged by.
    #[must_use]
    pub fn text(&self) -> LineText<'_> {
        LineText {
            account_code: &self.account_code,
            account_name: &self.account_name,
            activity: &self.activity,
            heading: &self.heading,
            description: &self.description,
        }
    }
}

/// Why a list of descriptions could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DescriptionsError {
    /// There is no column of descriptions.
    #[error(
        "{file}: there is no column `description`; columns found: {found}; needed: description; useful: {useful}"
    )]
    NoDescription {
        /// The file's name.
        file: String,
        /// The columns that are there.
        found: String,
        /// The other columns that are read.
        useful: String,
    },
    /// A record is no CSV.
    #[error("{file}: {reason}")]
    Csv {
        /// The file's name.
        file: String,
        /// What the CSV reader says, with the record.
        reason: String,
    },
}

/// Reads a list. Bytes that are not UTF-8 become replacement characters: a label needs most letters, not all.
///
/// # Errors
/// [`DescriptionsError`] if there is no `description` column or a record cannot be read.
pub fn read_descriptions(bytes: &[u8], file: &str) -> Result<Vec<Described>, DescriptionsError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let failed =
        |error: csv::Error| DescriptionsError::Csv { file: file.to_owned(), reason: error.to_string() };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let headers: Vec<String> =
        reader.byte_headers().map_err(failed)?.iter().map(|h| text(h).trim().to_lowercase()).collect();
    let at = DESCRIPTION_COLUMNS.map(|column| headers.iter().position(|h| h == column));
    let [id, code, name, activity, heading, description] = at;
    if description.is_none() {
        let found = if headers.is_empty() { "-".to_owned() } else { headers.join(", ") };
        let useful = DESCRIPTION_COLUMNS[..5].join(", ");
        return Err(DescriptionsError::NoDescription { file: file.to_owned(), found, useful });
    }
    let mut list = Vec::new();
    for (number, record) in reader.byte_records().enumerate() {
        let record = record.map_err(failed)?;
        let cell = |at: Option<usize>| at.and_then(|i| record.get(i)).map(text).unwrap_or_default();
        let mut described = Described {
            id: cell(id),
            account_code: cell(code),
            account_name: cell(name),
            activity: cell(activity),
            heading: cell(heading),
            description: cell(description),
        };
        if id.is_none() {
            // The header is record 1.
            described.id = (number + 2).to_string();
        }
        list.push(described);
    }
    Ok(list)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_in_any_order() {
        let list = read_descriptions(b"x,description,id\n1,Sewa hotel,A\n2,Snack,B\n", "list.csv").unwrap();
        assert_eq!(list.len(), 2);
        assert_eq!((list[0].id.as_str(), list[0].description.as_str()), ("A", "Sewa hotel"));
    }

    #[test]
    fn the_missing_column_is_named_beside_those_found() {
        let error = read_descriptions(b"id,uraian\n1,x\n", "list.csv").unwrap_err().to_string();
        assert!(error.contains("`description`") && error.contains("id, uraian"), "{error}");
        assert!(read_descriptions(b"", "empty.csv").is_err());
    }
}
