//! `hemat.toml`: the thresholds of the checks, a section `[check.NAME]` for each.

use hemat_core::check::{CHECKS, Check, SettingUnit, Settings};

use crate::read::contract::{ContractErrors, Faults, plain_text};
use crate::read::toml_section::{Section, parse};
use crate::read::toml_value::{boolean, decimal, money};

/// The key that switches a check on or off; every check has it.
const ENABLED: &str = "enabled";

/// Reads the settings; every unknown check or key is named with the valid ones, all faults at once.
///
/// # Errors
/// [`ContractErrors`] with every fault of the file.
pub fn read_settings(text: &str, file: &str) -> Result<Settings, ContractErrors> {
    let text = plain_text(text, file)?;
    let mut faults = Faults::of(text);
    let Some(document) = parse(text, &mut faults) else { return faults.finish(file, None) };
    let mut settings = Settings::default();
    let root = Section::root(&document, &["check"], &mut faults);
    let names: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
    let section = root.item("check").and_then(|item| Section::of(&item, &names, &mut faults));
    if let Some(section) = section {
        for check in CHECKS {
            read_check(check, &section, &mut settings, &mut faults);
        }
    }
    faults.finish(file, Some(settings))
}

fn read_check(check: &Check, parent: &Section<'_>, settings: &mut Settings, faults: &mut Faults<'_>) {
    let valid: Vec<&str> =
        std::iter::once(ENABLED).chain(check.settings.iter().map(|setting| setting.key)).collect();
    let Some(section) = parent.item(check.name).and_then(|item| Section::of(&item, &valid, faults)) else {
        return;
    };
    if let Some(enabled) = section.item(ENABLED).and_then(|item| boolean(&item, faults)) {
        settings.enable(check.name, enabled);
    }
    for setting in check.settings {
        let Some(item) = section.item(setting.key) else { continue };
        let value = match setting.unit {
            SettingUnit::Rupiah => money(&item, faults).map(|amount| amount.value()),
            _ => decimal(&item, setting.most(), faults),
        };
        let Some(value) = value else { continue };
        if setting.accepts(value) {
            settings.set(check.name, setting.key, value);
        } else {
            item.wrong(faults, "is out of range", &setting.range());
        }
    }
}
