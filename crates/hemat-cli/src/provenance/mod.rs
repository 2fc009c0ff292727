//! Manifests: what a report was made from, written beside it (`--manifest`) and checked again (`hemat verify`).
//!
//! The seam is around the commands, not in them: what was typed names the inputs, and the output passes through here on
//! its way. A new command needs nothing but its arguments: paths typed as `PathBuf` are inputs, unless
//! [`invocation::OUTPUTS`] names them.

pub(crate) mod files;
pub(crate) mod invocation;
pub(crate) mod record;

use std::collections::BTreeMap;

use hemat_core::provenance::Digest;
use hemat_io::read::digest::digest_of;

/// The version of hemat, as manifests name it.
pub(crate) const TOOL: &str = env!("CARGO_PKG_VERSION");

/// Hashes of the built-in tables by name.
pub(crate) fn tables() -> BTreeMap<String, Digest> {
    let classifier = hemat_core::classify::tables();
    let classifier = classifier.iter().map(|(name, text)| (format!("classify/{name}"), digest_of(text)));
    let reference = hemat_reference::tables();
    let reference = reference.iter().map(|(name, text)| (format!("reference/{name}"), digest_of(text)));
    classifier.chain(reference).collect()
}
