//! Provenance (asal-usul): what a report was made from, so that anybody can make it again and compare.
//!
//! A manifest names the tool's version, the command and its options, the hash of every input, of the built-in tables
//! and of the output. It holds no time, no machine and no absolute path.

use std::collections::BTreeMap;
use std::fmt;

use crate::lang::Lang;
use crate::report::{Cell, Column, ColumnKind, Section, Table};

/// The format of manifests.
pub const MANIFEST_SCHEMA: &str = "hemat.manifest/1";

/// A SHA-256 hash (FIPS 180-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The hash that 64 hexadecimal digits in lower case write.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            for digit in pair {
                let value = match digit {
                    b'0'..=b'9' => digit - b'0',
                    b'a'..=b'f' => digit - b'a' + 10,
                    _ => return None,
                };
                *byte = *byte << 4 | value;
            }
        }
        Some(Digest(bytes))
    }
}

/// 64 hexadecimal digits in lower case.
impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The bytes of a file by length and hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    /// Length in bytes.
    pub bytes: u64,
    /// Hash.
    pub sha256: Digest,
}

/// An input as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    /// The path as typed; of an absolute path only the base name.
    pub path: String,
    /// Its bytes.
    pub fingerprint: Fingerprint,
}

/// Everything a report depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Version of hemat.
    pub tool: String,
    /// The command: `savings`.
    pub command: String,
    /// Its arguments, options first, without where its output goes.
    pub arguments: Vec<String>,
    /// The inputs, in the order of the arguments.
    pub inputs: Vec<InputFile>,
    /// Hashes of the built-in tables by name: prices, accounts, legal rules, rules of the classifier.
    pub tables: BTreeMap<String, Digest>,
}

/// A report with everything it depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// What it depends on.
    pub provenance: Provenance,
    /// Where the report was written, as typed; `None` for standard output.
    pub output_path: Option<String>,
    /// The report's bytes.
    pub output: Fingerprint,
    /// The command's exit code.
    pub exit: u8,
}

impl Provenance {
    /// For the end of a report: command, version and inputs with their hashes. The report's own hash cannot be in it.
    #[must_use]
    pub fn section(&self, lang: Lang) -> Section {
        let mut table = Table::new(
            "provenance",
            "",
            vec![
                Column::new("input", lang.pick("Masukan", "Input"), ColumnKind::Text),
                Column::new("bytes", lang.pick("Bita", "Bytes"), ColumnKind::Count),
                Column::new("sha256", "SHA-256", ColumnKind::Text),
            ],
        );
        for input in &self.inputs {
            table.row(vec![
                Cell::text(input.path.clone()),
                Cell::Count(input.fingerprint.bytes),
                Cell::text(input.fingerprint.sha256.to_string()),
            ]);
        }
        let command =
            [&["hemat".to_owned(), self.command.clone()], self.arguments.as_slice()].concat().join(" ");
        let text = match lang {
            Lang::Id => format!("Dibuat oleh hemat {} dengan perintah: {command}", self.tool),
            Lang::En => format!("Made by hemat {} with the command: {command}", self.tool),
        };
        Section::new("provenance", lang.pick("Asal laporan ini", "Where this report comes from"))
            .paragraph(text)
            .table(table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_64_digits_in_lower_case() {
        let text = "00ff10a0".repeat(8);
        assert_eq!(Digest::parse(&text).unwrap().to_string(), text);
        for bad in ["", "00", &text.to_uppercase(), &text.replace('f', "g"), &format!("{text}0")] {
            assert_eq!(Digest::parse(bad), None, "{bad}");
        }
    }
}
