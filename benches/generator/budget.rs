//! A budget drawn from a seed, before it takes the form of a file.

use super::Expected;
use super::seed::Seed;
use super::vocabulary::{ACCOUNTS, ACTIVITIES, Account as Kind, Counting, HEADINGS, TOPICS};

/// One line.
pub(super) struct Detail {
    /// Printed above it inside a note.
    pub(super) heading: Option<&'static str>,
    pub(super) label: &'static str,
    /// Numbers with units; one or two.
    pub(super) factors: Vec<(u64, &'static str)>,
    /// Unit of the product.
    pub(super) unit: &'static str,
    /// Whole rupiah.
    pub(super) price: u64,
}

impl Detail {
    pub(super) fn quantity(&self) -> u64 {
        self.factors.iter().map(|(n, _)| n).product()
    }

    /// The factor with a unit; persons, days and occurrences have one unit each here.
    fn count(&self, unit: &str) -> Option<u32> {
        self.factors.iter().find(|(_, u)| *u == unit).and_then(|(n, _)| u32::try_from(*n).ok())
    }

    pub(super) fn amount(&self) -> u64 {
        self.quantity() * self.price
    }
}

/// An account of an activity. Without details it is one line of its own amount.
pub(super) struct Account {
    pub(super) kind: &'static Kind,
    pub(super) amount: u64,
    pub(super) details: Vec<Detail>,
}

/// An activity; its accounts are sorted by code, each there once.
pub(super) struct Activity {
    pub(super) programme: usize,
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) accounts: Vec<Account>,
}

impl Activity {
    /// Whole rupiah of the accounts whose code (2006) starts so.
    pub(super) fn total_of(&self, code: &str) -> u64 {
        self.accounts.iter().filter(|a| a.kind.code_2006.starts_with(code)).map(|a| a.amount).sum()
    }
}

/// All activities of one agency.
pub(super) struct Budget {
    pub(super) activities: Vec<Activity>,
}

/// Activities of one programme.
pub(super) const PER_PROGRAMME: usize = 40;

impl Budget {
    /// Draws exactly `lines` lines. With `bare`, some accounts have no details and are one line each.
    pub(super) fn draw(lines: usize, seed: u64, bare: bool) -> Budget {
        let mut seed = Seed::new(seed);
        let mut activities = Vec::new();
        let mut left = lines;
        while left > 0 {
            let at = activities.len();
            let name = format!("{} {}", seed.pick(ACTIVITIES), seed.pick(TOPICS));
            let mut accounts = Vec::new();
            for kind in ACCOUNTS {
                if left > 0 && !seed.once_in(3) {
                    let account = draw_account(kind, left, bare, &mut seed);
                    left -= account.details.len().max(1);
                    accounts.push(account);
                }
            }
            if !accounts.is_empty() {
                let (programme, number) = (15 + at / PER_PROGRAMME, 1 + at % PER_PROGRAMME);
                activities.push(Activity { programme, number, name, accounts });
            }
        }
        Budget { activities }
    }

    pub(super) fn total(&self) -> u64 {
        self.activities.iter().flat_map(|a| &a.accounts).map(|a| a.amount).sum()
    }

    /// Every line, in order. `new_codes`: accounts by the scheme of 2021.
    pub(super) fn expected(&self, new_codes: bool) -> Vec<Expected> {
        let mut lines = Vec::new();
        for activity in &self.activities {
            for account in &activity.accounts {
                let line = |label: &str| Expected {
                    activity: activity.name.clone(),
                    account: if new_codes { account.kind.code_2021 } else { account.kind.code_2006 },
                    label: label.to_owned(),
                    quantity: None,
                    counts: [None; 3],
                    unit_price: None,
                    amount: account.amount,
                };
                if account.details.is_empty() {
                    lines.push(line(account.kind.name));
                }
                lines.extend(account.details.iter().map(|d| Expected {
                    quantity: Some(d.quantity()),
                    counts: ["org", "hari", "kali"].map(|unit| d.count(unit)),
                    unit_price: Some(d.price),
                    amount: d.amount(),
                    ..line(d.label)
                }));
            }
        }
        lines
    }
}

fn draw_account(kind: &'static Kind, left: usize, bare: bool, seed: &mut Seed) -> Account {
    if bare && seed.once_in(12) {
        return Account { kind, amount: seed.between(20, 90_000) * 500, details: Vec::new() };
    }
    let most = left.min(6) as u64;
    let details: Vec<Detail> = (0..seed.between(1, most)).map(|_| draw_detail(kind, seed)).collect();
    Account { kind, amount: details.iter().map(Detail::amount).sum(), details }
}

fn draw_detail(kind: &Kind, seed: &mut Seed) -> Detail {
    let (label, counting, low, high) = *seed.pick(kind.things);
    let persons = seed.between(1, 150);
    let (factors, unit) = match counting {
        Counting::PersonDays => (vec![(persons, "org"), (seed.between(1, 5), "hari")], "oh"),
        Counting::PersonTimes => (vec![(persons, "org"), (seed.between(1, 12), "kali")], "ok"),
        Counting::Days => (vec![(seed.between(1, 20), "hari")], "hari"),
        Counting::Pieces(unit) => (vec![(seed.between(1, 2500), unit)], unit),
    };
    // Prices are whole thousands, sometimes with half a thousand.
    let price = seed.between(low, high) * 1000 + if seed.once_in(4) { 500 } else { 0 };
    let heading = seed.once_in(5).then(|| *seed.pick(HEADINGS));
    Detail { heading, label, factors, unit, price }
}
