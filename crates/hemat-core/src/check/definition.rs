//! Definition of a check: its words, its settings, its law, and the function that does it.

use crate::lang::{Lang, Text};

use super::examination::Examination;
use super::setting::Setting;
use super::subject::Seen;

/// One check (pemeriksaan). Each has a file of its own and one page in `docs/checks`.
#[derive(Debug)]
pub struct Check {
    /// Its name, a kebab-case phrase that a person can say.
    pub name: &'static str,
    /// What it flags, in one sentence.
    pub flags: Text,
    /// Its page, `docs/checks/NAME.id.md` and `NAME.md`.
    pub page: Page,
    /// False for a check that runs only if asked for: its flags were right too seldom (`docs/checks/precision.md`).
    pub on_by_default: bool,
    /// Its thresholds.
    pub settings: &'static [&'static Setting],
    /// Ids of the rules behind it; those in force at the time of a finding are printed with it.
    pub rules: &'static [&'static str],
    /// What it leaves out on purpose.
    pub exclusions: &'static [Text],
    /// How an agency may lawfully explain it.
    pub reasons: &'static [Text],
    /// Documents to ask for.
    pub documents: &'static [Text],
    /// Whether it can fire on this file at all; if not, the reason and what would change it.
    pub can_fire: fn(&Seen<'_>) -> Result<(), Text>,
    /// Looks at the file and says what it found.
    pub run: fn(&mut Examination<'_>),
}

/// The page of a check in both languages, as Markdown.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// Indonesian.
    pub id: &'static str,
    /// English.
    pub en: &'static str,
}

impl Page {
    /// The page in one language.
    #[must_use]
    pub fn get(self, lang: Lang) -> &'static str {
        lang.pick(self.id, self.en)
    }
}

/// The embedded page of this name. `pages` is `docs/checks`, linked into the crate so that a package holds it.
macro_rules! page {
    ($name:literal) => {
        $crate::check::definition::Page {
            id: include_str!(concat!("../../pages/", $name, ".id.md")),
            en: include_str!(concat!("../../pages/", $name, ".md")),
        }
    };
}
pub(super) use page;
