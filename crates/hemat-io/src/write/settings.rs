//! `hemat.toml` with every setting of every check at its default, and what it means (`hemat init checks`).

use std::fmt::Write;

use hemat_core::check::{CHECKS, Check, Setting};
use hemat_core::lang::Lang;

/// The text of the file.
#[must_use]
pub fn settings_template(lang: Lang) -> String {
    let mut text = lang
        .pick(
            "# Pengaturan pemeriksaan: hemat check FILE --settings hemat.toml\n# Yang dihapus kembali ke nilai bawaan.\n",
            "# Settings of the checks: hemat check FILE --settings hemat.toml\n# What is deleted has its default.\n",
        )
        .to_owned();
    for check in CHECKS {
        section(&mut text, check, lang);
    }
    text
}

fn section(text: &mut String, check: &Check, lang: Lang) {
    let (name, flags, enabled) = (check.name, check.flags.get(lang), check.on_by_default);
    // Writing to a String cannot fail.
    let _ = write!(text, "\n# {flags}\n[check.{name}]\nenabled = {enabled}\n");
    for setting in check.settings {
        let _ = writeln!(text, "# {}\n{} = {}", comment(setting, lang), setting.key, setting.default());
    }
}

fn comment(setting: &Setting, lang: Lang) -> String {
    let range = format!("0 - {}", setting.most());
    format!("{} ({}; {range})", setting.meaning.get(lang), setting.unit.label(lang))
}
