//! The rules that checks may cite: those of [`crate::rule`] that were verified.

use std::sync::LazyLock;

use hemat_core::check::{Law, LegalRule};
use hemat_core::lang::Text;

use crate::rule::{PrintableRule, Rule, RuleKind, rules};

static LAW: LazyLock<Law> =
    LazyLock::new(|| Law::new(rules().iter().filter_map(Rule::printable).map(legal_rule)));

/// Every verified rule. What was not verified is not among them.
#[must_use]
pub fn law() -> &'static Law {
    &LAW
}

fn legal_rule(printable: PrintableRule<'_>) -> LegalRule {
    let rule = printable.rule();
    LegalRule {
        id: rule.id.clone(),
        citation: Text::by(|lang| match rule.kind {
            // A statement or a practice must not look like law.
            RuleKind::Regulation => printable.citation(lang),
            other => format!("{}: {}", other.label(lang), printable.citation(lang)),
        }),
        summary: Text::by(|lang| printable.summary(lang).to_owned()),
        funds: rule.funds.to_vec(),
        in_force_from: rule.in_force_from,
        sure_from: rule.sure_from,
        sure_to: rule.sure_to,
        in_force_to: rule.in_force_to,
    }
}
