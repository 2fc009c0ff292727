//! A manifest as TOML, `hemat.manifest/1`.

use std::io;

use hemat_core::provenance::{Fingerprint, MANIFEST_SCHEMA, Manifest};

/// Writes a manifest; [`crate::read::manifest_file::read_manifest`] reads it back.
///
/// # Errors
/// Whatever `out` fails with.
pub fn write_manifest(manifest: &Manifest, out: &mut dyn io::Write) -> io::Result<()> {
    let provenance = &manifest.provenance;
    writeln!(out, "# hemat verify")?;
    writeln!(out, "schema = {}", quoted(MANIFEST_SCHEMA))?;
    writeln!(out, "hemat = {}", quoted(&provenance.tool))?;
    writeln!(out, "command = {}", quoted(&provenance.command))?;
    writeln!(out, "arguments = [")?;
    for argument in &provenance.arguments {
        writeln!(out, "    {},", quoted(argument))?;
    }
    writeln!(out, "]")?;
    writeln!(out, "exit = {}", manifest.exit)?;
    for input in &provenance.inputs {
        writeln!(out, "\n[[input]]\npath = {}", quoted(&input.path))?;
        write_fingerprint(input.fingerprint, out)?;
    }
    writeln!(out, "\n[output]")?;
    if let Some(path) = &manifest.output_path {
        writeln!(out, "path = {}", quoted(path))?;
    }
    write_fingerprint(manifest.output, out)?;
    writeln!(out, "\n[tables]")?;
    for (name, digest) in &provenance.tables {
        writeln!(out, "{} = \"{digest}\"", quoted(name))?;
    }
    Ok(())
}

fn write_fingerprint(fingerprint: Fingerprint, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "bytes = {}\nsha256 = \"{}\"", fingerprint.bytes, fingerprint.sha256)
}

/// A basic string of TOML 1.0: quotes, backslashes and control characters escaped.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
