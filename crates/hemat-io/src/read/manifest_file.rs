//! Manifests, `hemat.manifest/1`: what a report was made from.
//!
//! A manifest can come from anybody: nothing in it is believed before it is checked. Absolute paths are refused.

use std::collections::BTreeMap;
use std::path::Path;

use toml::de::DeValue;

use hemat_core::provenance::{Digest, Fingerprint, InputFile, MANIFEST_SCHEMA, Manifest, Provenance};

use crate::read::contract::{ContractErrors, Faults, plain_text};
use crate::read::toml_section::{Item, Section, parse};
use crate::read::toml_value::{list, text, whole, word};

const KEYS: [&str; 8] = ["schema", "hemat", "command", "arguments", "exit", "input", "output", "tables"];
const FILE_KEYS: [&str; 3] = ["path", "bytes", "sha256"];

/// Reads a manifest. `file` is the name that messages show.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file, unknown keys and absolute paths among them.
pub fn read_manifest(content: &str, file: &str) -> Result<Manifest, ContractErrors> {
    let content = plain_text(content, file)?;
    let mut faults = Faults::of(content);
    let manifest = parse(content, &mut faults).and_then(|document| {
        let root = Section::root(&document, &KEYS, &mut faults);
        manifest(&root, &mut faults)
    });
    faults.finish(file, manifest)
}

fn manifest(root: &Section<'_>, faults: &mut Faults<'_>) -> Option<Manifest> {
    let hint = "a manifest is written by --manifest; it is not written by hand";
    let schema = root
        .required("schema", hint, faults)
        .and_then(|item| word(&item, |w| (w == MANIFEST_SCHEMA).then_some(()), &[MANIFEST_SCHEMA], faults));
    let mut required = |key| root.required(key, hint, faults).and_then(|item| text(&item, faults));
    let (tool, command) = (required("hemat"), required("command"));
    let arguments = root.required("arguments", hint, faults).map(|item| {
        let items = list(&item, faults);
        items.iter().filter_map(|argument| argument_text(argument, faults)).collect()
    });
    let exit = root.required("exit", hint, faults).and_then(|item| whole(&item, 0, 255, faults));
    let sections = root.sections("input", &FILE_KEYS, faults);
    let inputs = sections.iter().filter_map(|section| input(section, faults)).collect();
    let output = root.required("output", hint, faults).and_then(|item| {
        let section = Section::of(&item, &FILE_KEYS, faults)?;
        let path = section.item("path").map(|item| relative(&item, faults));
        Some((path, fingerprint(&section, faults)?))
    });
    let tables = root.required("tables", hint, faults).map(|item| tables(&item, faults));
    schema?;
    let (output_path, output) = output?;
    Some(Manifest {
        provenance: Provenance {
            tool: tool?,
            command: command?,
            arguments: arguments?,
            inputs,
            tables: tables?,
        },
        output_path: output_path.flatten(),
        output,
        exit: u8::try_from(exit?).ok()?,
    })
}

/// An argument as it is: blanks at its ends are a part of it.
fn argument_text(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<String> {
    if let DeValue::String(text) = item.value {
        return Some(text.to_string());
    }
    item.wrong(faults, "must be text", "write it in \"quotes\"");
    None
}

fn input(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<InputFile> {
    let hint = "the path of the input as it was typed";
    let path = section.required("path", hint, faults).and_then(|item| relative(&item, faults));
    let fingerprint = fingerprint(section, faults);
    Some(InputFile { path: path?, fingerprint: fingerprint? })
}

fn relative(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let path = text(item, faults)?;
    if Path::new(&path).has_root() || path.contains(':') && path.contains('\\') {
        item.wrong(
            faults,
            "is an absolute path",
            "a manifest holds relative paths; use --from for their folder",
        );
        return None;
    }
    Some(path)
}

fn fingerprint(section: &Section<'_>, faults: &mut Faults<'_>) -> Option<Fingerprint> {
    let bytes = section.required("bytes", "the length of the file", faults).and_then(|item| {
        let length = match item.value {
            DeValue::Integer(n) => u64::from_str_radix(n.as_str(), n.radix()).ok(),
            _ => None,
        };
        if length.is_none() {
            item.wrong(faults, "is not a length in bytes", "a whole number from 0");
        }
        length
    });
    let sha256 = section.required("sha256", "64 hexadecimal digits", faults).and_then(|i| digest(&i, faults));
    Some(Fingerprint { bytes: bytes?, sha256: sha256? })
}

fn digest(item: &Item<'_>, faults: &mut Faults<'_>) -> Option<Digest> {
    let digest = if let DeValue::String(text) = item.value { Digest::parse(text) } else { None };
    if digest.is_none() {
        item.wrong(faults, "is not a SHA-256 hash", "64 hexadecimal digits in lower case");
    }
    digest
}

/// Every table's name is valid: another version may have others.
fn tables(item: &Item<'_>, faults: &mut Faults<'_>) -> BTreeMap<String, Digest> {
    let DeValue::Table(table) = item.value else {
        item.wrong(faults, "must be a table", "names of tables with their hashes");
        return BTreeMap::new();
    };
    let entries = table.iter().filter_map(|(name, value)| {
        let name: &str = name.get_ref();
        let key = format!("{}.{name}", item.key);
        let item = Item { key, span: value.span(), value: value.get_ref() };
        Some((name.to_owned(), digest(&item, faults)?))
    });
    entries.collect()
}
