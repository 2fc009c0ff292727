//! `hemat check`.

use std::collections::BTreeMap;
use std::path::Path;

use hemat_core::ceiling::{Ceilings, PriceCeiling};
use hemat_core::check::{Check, Examined, Seen, Settings, Suppression, checks_on, run_checks, suppress};
use hemat_core::classify::Confidence;
use hemat_core::estimate::Estimate;
use hemat_core::event::Fund;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use hemat_core::price_book::PriceBook;
use hemat_core::province::Province;
use hemat_core::reconciliation::Reconciliation;
use hemat_core::repeated::RepeatedFile;
use hemat_core::report::{ChecksRead, findings_report};
use hemat_core::venue::Venue;
use hemat_io::analysis::{Analysis, known_places};
use hemat_io::read::settings_file::read_settings;
use hemat_io::read::suppressions_file::read_suppressions;
use hemat_io::write::json::{write_findings, write_sarif};
use hemat_reference::ceilings::built_in;
use hemat_reference::law::law;

use super::{ceilings, reading, write_report};
use crate::args::{CheckArgs, CheckRules, Common, Format};
use crate::exit::{Exit, Failure};
use crate::input;

pub(super) fn run(args: &CheckArgs, common: &Common) -> Result<Exit, Failure> {
    let lang = Lang::from(common.lang);
    let venues = reading::venues(args.venues.as_deref())?;
    let rules = Rules::read(&args.rules, args.ceilings.as_deref(), args.province)?;
    let checks = if args.checks.is_empty() { checks_on(&rules.settings) } else { args.checks.clone() };
    let readings = reading::analyses_knowing(
        &args.files,
        reading::Lines::All,
        &args.read,
        &known_places(&venues),
        common,
    )?;
    let (counted, repeated) = readings.counted()?;
    let ceilings = rules.ceilings();
    let mut examined = Examined::default();
    let mut reconciliation = Reconciliation::default();
    for analysis in &counted {
        let savings = analysis.savings_by_event(&venues, &PriceBook::default()).map_err(Failure::said)?;
        examined.extend(check_file(&checks, analysis, &venues, &savings, (&rules, &ceilings)));
        reconciliation = reconciliation.try_add(analysis.reconciliation).map_err(Failure::said)?;
    }
    examined.sort();
    let unused = suppress(&mut examined.findings, &rules.suppressions);
    let files: Vec<String> = readings.analyses.iter().map(|a| a.budget.file.to_string()).collect();
    let mut faults = reading::faults(&readings.analyses, lang);
    faults.extend(repeated.iter().map(|r| repeated_sentence(r, &files, lang)));
    let unread = readings.unread.clone();
    let read = ChecksRead { examined: &examined, files, faults, unread, reconciliation, unused };
    let report = findings_report(&read, lang).map_err(Failure::said)?;
    write_report(&report, common, |out| match common.format {
        Format::Sarif => write_sarif(&examined, lang, out),
        _ => write_findings(&examined, lang, out),
    })?;
    Ok(denied(&examined, args.deny).unwrap_or_else(|| readings.exit(&args.read)))
}

/// What checks go by beside the budget, read.
pub(super) struct Rules {
    pub settings: Settings,
    pub suppressions: Vec<Suppression>,
    fund: Option<Fund>,
    /// The user's own price table.
    own_table: Vec<PriceCeiling>,
    province: Option<Province>,
    region: Option<String>,
}

impl Rules {
    pub(super) fn read(
        args: &CheckRules,
        own_table: Option<&Path>,
        province: Option<Province>,
    ) -> Result<Self, Failure> {
        let settings = match &args.settings {
            Some(path) => {
                read_settings(&input::text(path)?, &path.display().to_string()).map_err(Failure::said)?
            }
            None => Settings::default(),
        };
        let suppressions = match &args.suppressions {
            Some(path) => {
                read_suppressions(&input::text(path)?, &path.display().to_string()).map_err(Failure::said)?
            }
            None => Vec::new(),
        };
        let own_table = ceilings::own_table(own_table)?;
        let (fund, region) = (args.fund, args.region.clone());
        Ok(Rules { settings, suppressions, fund, own_table, province, region })
    }

    /// The price tables, the user's own before the published ones.
    pub(super) fn ceilings(&self) -> Ceilings<'_> {
        built_in().with_local(&self.own_table)
    }
}

/// What the checks say of one file. `savings` holds what its events would save in a listed hall, by id.
pub(super) fn check_file(
    checks: &[&'static Check],
    analysis: &Analysis,
    venues: &[Venue],
    savings: &BTreeMap<String, Estimate<Rupiah>>,
    (rules, ceilings): (&Rules, &Ceilings<'_>),
) -> Examined {
    let seen = Seen {
        file: &analysis.budget.file,
        lines: &analysis.budget.lines,
        classes: &analysis.classes,
        grouping: &analysis.grouping,
        gaps: &analysis.budget.gaps,
        venues,
        savings,
        fund: rules.fund.or_else(|| analysis.fund()),
        ceilings,
        province: rules.province,
        region: rules.region.as_deref(),
        law: law(),
        settings: &rules.settings,
    };
    run_checks(checks, &seen)
}

pub(super) fn repeated_sentence(repeated: &RepeatedFile, files: &[String], lang: Lang) -> String {
    let name = |at: usize| files.get(at).map_or("", String::as_str);
    let (file, of) = (name(repeated.file), name(repeated.of));
    match lang {
        Lang::Id => format!("{file} memuat anggaran yang sama dengan {of}; tidak diperiksa dua kali"),
        Lang::En => format!("{file} holds the same budget as {of}; it was not checked twice"),
    }
}

/// 1 if `--deny` was given and a flag is at least so sure.
fn denied(examined: &Examined, least: Option<Confidence>) -> Option<Exit> {
    let least = least?;
    examined.flags().any(|flag| flag.certainty >= least).then_some(Exit::Denied)
}
