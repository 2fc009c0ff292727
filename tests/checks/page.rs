//! The pages of checks: their parts, and their worked examples.

use hemat_core::check::{Check, Status};
use hemat_core::lang::Lang;

use super::bench::Case;

/// The headings every page has, in this order.
const PARTS: [(&str, &str); 8] = [
    ("## Cara menghitung", "## Method"),
    ("## Contoh", "## Worked example"),
    ("## Dasar hukum", "## Legal basis"),
    ("## Sumber pola", "## Source of the pattern"),
    ("## Yang tidak termasuk", "## Exclusions"),
    ("## Anggapan", "## Assumptions"),
    ("## Penjelasan yang sah", "## How an agency may lawfully explain it"),
    ("## Yang tidak terlihat", "## What it cannot see"),
];

pub(crate) fn pages(check: &Check) -> [(Lang, &'static str); 2] {
    [Lang::Id, Lang::En].map(|lang| (lang, check.page.get(lang)))
}

pub(crate) fn parts_are_there(check: &Check, lang: Lang, text: &str) {
    let name = check.name;
    assert!(
        text.starts_with(&format!("# {name}\n\n{}\n", check.flags.get(lang))),
        "{name} {lang:?}: first lines"
    );
    let mut from = 0;
    for (id, en) in PARTS {
        let heading = format!("\n{}\n", lang.pick(id, en));
        let at = text[from..].find(&heading);
        from += at.unwrap_or_else(|| panic!("{name} {lang:?}: no {heading:?} in its place"));
    }
    for rule in check.rules {
        assert!(text.contains(rule), "{name} {lang:?}: {rule} is not on the page");
    }
    for setting in check.settings {
        assert!(text.contains(setting.key), "{name} {lang:?}: {} is not on the page", setting.key);
    }
}

/// The first ```csv block is the file, a second one the table for `--ceilings`, ```toml blocks beside it are venues (with `[[venue]]`) or settings. The page
/// must hold the formula and the rupiah at stake of every flag, word for word.
pub(crate) fn example_holds(check: &'static Check, lang: Lang, text: &str) {
    let name = check.name;
    let csv = blocks(text, "csv").next().unwrap_or_else(|| panic!("{name} {lang:?}: no ```csv block"));
    let table = blocks(text, "csv").nth(1);
    let toml: Vec<&str> = blocks(text, "toml").collect();
    let venues = toml.iter().find(|t| t.contains("[[venue]]")).copied();
    let settings = toml.iter().find(|t| t.contains("[check.")).copied();
    let examined = Case::of("contoh.csv", csv, venues, settings).with_ceilings(table).run(check);
    let flags: Vec<_> = examined.findings.iter().filter(|f| f.status == Status::Flagged).collect();
    assert!(!flags.is_empty(), "{name} {lang:?}: the example is not flagged");
    for flag in flags {
        let formula = flag.formula.as_ref().unwrap().get(lang);
        assert!(text.contains(formula), "{name} {lang:?}: the page does not say\n{formula}");
        if let Some(stake) = flag.at_stake {
            let stake = stake.display(lang);
            assert!(text.contains(&stake), "{name} {lang:?}: the page does not say {stake}");
        }
    }
}

fn blocks<'t>(text: &'t str, language: &str) -> impl Iterator<Item = &'t str> {
    let open = format!("```{language}\n");
    let parts: Vec<&str> = text.split(&open).skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    parts.into_iter()
}
