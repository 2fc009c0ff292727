//! Suppression (pengecualian): a finding that was looked into and set apart, with the reason and the day. It stays
//! in the report, out of the totals.

use std::collections::BTreeMap;

use crate::date::Date;

use super::finding::Finding;

/// Why a finding is set apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// Name of the check; empty for any check.
    pub check: String,
    /// Key of the finding, or id of an event.
    pub key: String,
    /// The reason, in the user's words.
    pub reason: String,
    /// The day it was decided.
    pub date: Date,
}

/// Sets apart the findings that a suppression names; gives those that name none of them, in order.
pub fn suppress<'a>(findings: &mut [Finding], suppressions: &'a [Suppression]) -> Vec<&'a Suppression> {
    let mut by_key: BTreeMap<&str, Vec<(usize, &Suppression)>> = BTreeMap::new();
    for (at, suppression) in suppressions.iter().enumerate() {
        by_key.entry(&suppression.key).or_default().push((at, suppression));
    }
    let mut used = vec![false; suppressions.len()];
    for finding in findings {
        let named = [Some(finding.key.as_str()), finding.event.as_deref()];
        let candidates = named.into_iter().flatten().filter_map(|key| by_key.get(key)).flatten();
        let applies = |s: &Suppression| s.check.is_empty() || s.check == finding.check;
        if let Some((at, found)) = candidates.copied().find(|(_, s)| applies(s)) {
            finding.suppressed = Some(found.clone());
            if let Some(flag) = used.get_mut(at) {
                *flag = true;
            }
        }
    }
    suppressions.iter().zip(used).filter(|(_, used)| !used).map(|(s, _)| s).collect()
}
