//! One made-up file and what a check says about it.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use hemat_core::ceiling::PriceCeiling;
use hemat_core::check::{Check, Examined, Figure, Finding, Seen, Settings, run_checks};
use hemat_core::classify::Classifier;
use hemat_core::lang::Lang;
use hemat_core::price_book::PriceBook;
use hemat_core::venue::Venue;
use hemat_io::analysis::{Analysis, analyse_knowing, known_places};
use hemat_io::read::budget::ReadOptions;
use hemat_io::read::ceilings_file::read_ceilings;
use hemat_io::read::read_budget;
use hemat_io::read::settings_file::read_settings;
use hemat_io::read::venues_file::read_venues;
use hemat_reference::ceilings::built_in;
use hemat_reference::law::law;

/// A budget file with what the user gives beside it.
pub(crate) struct Case {
    analysis: Analysis,
    venues: Vec<Venue>,
    settings: Settings,
    /// The user's own price table.
    own_table: Vec<PriceCeiling>,
}

impl Case {
    /// `CASE.csv` with the files beside it.
    pub(crate) fn read(csv: &Path) -> Self {
        let beside = |what: &str| fs::read_to_string(csv.with_extension(what)).ok();
        let name = csv.file_name().unwrap().to_string_lossy().into_owned();
        let budget = fs::read_to_string(csv).unwrap_or_else(|e| panic!("{}: {e}", csv.display()));
        let case =
            Self::of(&name, &budget, beside("venues.toml").as_deref(), beside("settings.toml").as_deref());
        case.with_ceilings(beside("ceilings.csv").as_deref())
    }

    /// The same from texts.
    pub(crate) fn of(name: &str, budget: &str, venues: Option<&str>, settings: Option<&str>) -> Self {
        let venues = venues.map(|text| read_venues(text, "venues.toml").unwrap()).unwrap_or_default();
        let settings = settings.map(|text| read_settings(text, "hemat.toml").unwrap()).unwrap_or_default();
        let budget = read_budget(budget.as_bytes(), name, &ReadOptions::default()).unwrap();
        let analysis = analyse_knowing(budget, Classifier::builtin(), &known_places(&venues)).unwrap();
        Case { analysis, venues, settings, own_table: Vec::new() }
    }

    /// The same with a table for `--ceilings`.
    pub(crate) fn with_ceilings(mut self, table: Option<&str>) -> Self {
        self.own_table = table.map(|text| read_ceilings(text, "ceilings.csv").unwrap()).unwrap_or_default();
        self
    }

    /// What the check says.
    pub(crate) fn run(&self, check: &'static Check) -> Examined {
        let savings = self.analysis.savings_by_event(&self.venues, &PriceBook::default()).unwrap();
        let ceilings = built_in().with_local(&self.own_table);
        let seen = Seen {
            file: &self.analysis.budget.file,
            lines: &self.analysis.budget.lines,
            classes: &self.analysis.classes,
            grouping: &self.analysis.grouping,
            gaps: &self.analysis.budget.gaps,
            venues: &self.venues,
            savings: &savings,
            fund: self.analysis.fund(),
            ceilings: &ceilings,
            province: None,
            region: None,
            law: law(),
            settings: &self.settings,
        };
        run_checks(&[check], &seen)
    }
}

/// Findings and counts as text, one fact a line.
pub(crate) fn shown(examined: &Examined) -> String {
    let mut out = String::new();
    for finding in &examined.findings {
        one(&mut out, finding);
    }
    for coverage in &examined.coverage {
        let counts = coverage.counts;
        writeln!(
            out,
            "flagged {}, clear {}, insufficient {}, not applicable {}",
            counts.flagged, counts.clear, counts.insufficient, counts.not_applicable
        )
        .unwrap();
        if let Some(reason) = &coverage.cannot_fire {
            writeln!(out, "cannot fire: {}", reason.get(Lang::En)).unwrap();
        }
    }
    out
}

fn one(out: &mut String, finding: &Finding) {
    let figure = |f: &Option<Figure>| f.as_ref().map(|f| format!("{f:?}")).unwrap_or_default();
    let rows: Vec<String> = finding.rows.iter().map(ToString::to_string).collect();
    let basis: Vec<&str> = finding.legal_basis.iter().map(|b| &*b.rule.id).collect();
    let missing: Vec<&str> = finding.missing.iter().map(|m| m.field).collect();
    writeln!(out, "{} {} {}", finding.status, finding.certainty.as_str(), finding.subject).unwrap();
    let stake = finding.at_stake.map(|a| a.to_string()).unwrap_or_default();
    for (name, text) in [
        ("observed", figure(&finding.observed)),
        ("limit", figure(&finding.limit)),
        ("at stake", stake),
        ("formula", finding.formula.as_ref().map_or(String::new(), |f| f.get(Lang::En).to_owned())),
        ("rows", rows.join(" ")),
        ("law", basis.join(" ")),
        ("missing", missing.join(" ")),
    ] {
        if !text.is_empty() {
            writeln!(out, "  {name}: {text}").unwrap();
        }
    }
}
