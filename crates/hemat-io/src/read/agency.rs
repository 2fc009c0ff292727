//! Whose money it is and for what: agency and activity, from the codes in the rows.

use std::collections::BTreeMap;

use crate::read::account_row::AccountRow;
use crate::read::title::Titles;

/// Names of agencies and activities by their codes.
pub(crate) struct Agencies {
    /// Names of programmes and activities by prefix.
    activities: BTreeMap<String, String>,
    /// Names of agencies by code.
    agencies: BTreeMap<String, String>,
    /// What the title says: code and name.
    title: (String, String),
    contradicted: bool,
}

impl Agencies {
    /// Collects the names of a file.
    pub(crate) fn of(rows: &[AccountRow], titles: &Titles) -> Self {
        let mut activities = BTreeMap::new();
        let mut agencies = BTreeMap::new();
        let mut bodies = BTreeMap::new();
        for row in rows {
            let Some(code) = &row.code else { continue };
            if let Some(agency) = agency_code(&code.prefix) {
                *bodies.entry(agency).or_insert(0usize) += 1;
            }
            if code.account.is_some() || row.name.is_empty() {
                continue;
            }
            // "1.17.01": urusan and number of the agency. Longer ones that go no further name it too.
            let groups = code.prefix.split('.').count();
            if groups == 3 {
                agencies.entry(code.prefix.clone()).or_insert_with(|| row.name.clone());
            } else if groups > 5 {
                activities.entry(code.prefix.clone()).or_insert_with(|| row.name.clone());
            }
        }
        let code = titles.agency_code.trim_end_matches(".00").to_owned();
        let contradicted =
            !code.is_empty() && !bodies.is_empty() && !bodies.keys().any(|body| same_agency(body, &code));
        Agencies { activities, agencies, title: (code, titles.agency.to_string()), contradicted }
    }

    /// The title's code, if no row agrees with it.
    pub(crate) fn contradicted(&self) -> Option<&str> {
        self.contradicted.then_some(self.title.0.as_str())
    }

    /// Code and name of a row's agency, the name only where it is known.
    pub(crate) fn agency(&self, row: &AccountRow) -> String {
        let Some(code) = agency_code(row.prefix()) else {
            return [self.title.0.as_str(), self.title.1.as_str()].join(" ").trim().to_owned();
        };
        let titled = !self.contradicted && (self.title.0.is_empty() || same_agency(&code, &self.title.0));
        let name = self.agencies.get(&code).map(String::as_str).or(titled.then_some(self.title.1.as_str()));
        match name {
            Some(name) if !name.is_empty() => format!("{code} {name}"),
            _ => code,
        }
    }

    /// Name of a row's activity, or of the programme above it.
    pub(crate) fn activity(&self, row: &AccountRow) -> &str {
        let mut prefix = row.prefix();
        if row.account().is_none() {
            return self.activities.get(prefix).map_or("", String::as_str);
        }
        loop {
            if let Some(name) = self.activities.get(prefix) {
                return name;
            }
            match prefix.rsplit_once('.') {
                Some((head, _)) => prefix = head,
                None => return "",
            }
        }
    }
}

/// The agency inside a prefix: `1.22.01` of `1.12.1.22.01.15.10`.
fn agency_code(prefix: &str) -> Option<String> {
    let groups: Vec<&str> = prefix.split('.').collect();
    let agency = groups.get(2..5)?;
    Some(agency.join("."))
}

/// One code is the other, or begins it: titles often give the urusan alone.
fn same_agency(body: &str, title: &str) -> bool {
    let below = |long: &str, short: &str| {
        long == short || long.strip_prefix(short).is_some_and(|r| r.starts_with('.'))
    };
    below(body, title) || below(title, body)
}
