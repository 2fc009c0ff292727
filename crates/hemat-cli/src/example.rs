//! Built-in cases, so that the command runs with no input at hand. The same files lie in `data/` at the
//! project's root; a test holds them equal.

use hemat_core::lang::Lang;
use hemat_core::report::Section;

/// One case.
pub(crate) struct Example {
    name: &'static str,
    /// event.toml
    pub event: &'static str,
    /// venues.toml
    pub venues: &'static str,
    /// What is known and what can be concluded, one statement a line, in both languages.
    context: (&'static str, &'static str),
}

macro_rules! example {
    ($name:literal) => {
        Example {
            name: $name,
            event: include_str!(concat!("../data/", $name, "/event.toml")),
            venues: include_str!(concat!("../data/", $name, "/venues.toml")),
            context: (
                include_str!(concat!("../data/", $name, "/context.id.txt")),
                include_str!(concat!("../data/", $name, "/context.en.txt")),
            ),
        }
    };
}

static EXAMPLES: [Example; 2] = [example!("asahan-2018"), example!("cilegon-2025")];

/// The case of this name.
pub(crate) fn find(name: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|e| e.name == name)
}

/// The names of all cases.
pub(crate) fn names() -> Vec<&'static str> {
    EXAMPLES.iter().map(|e| e.name).collect()
}

impl Example {
    /// What a reader has to know about the case.
    pub(crate) fn section(&self, lang: Lang) -> Section {
        let text = lang.pick(self.context.0, self.context.1);
        let items = text.lines().filter(|l| !l.trim().is_empty()).map(str::to_owned).collect();
        let heading =
            lang.pick("Yang diketahui dan yang dapat disimpulkan", "What is known and what can be concluded");
        Section::new("context", heading).list(items)
    }
}
