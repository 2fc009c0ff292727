//! Budgets given twice (anggaran yang sama): one budget saved again, a part of another file, or two stages of one.
//!
//! Nothing of a budget may be counted twice without a word. Two files hold the same budget if nine tenths of the
//! accounts and amounts of the larger are in the other: the first given is counted. A file of which nine tenths
//! are in a larger one is a part of it: the larger is counted. Files of different years or stages are never the
//! same budget; that two stages of one agency and year are given is said instead ([`two_stages`]).

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::cost_line::{BudgetStage, CostLine};
use crate::money::{MoneyError, Rupiah};

/// Below this number of lines all of them have to be equal, in activity and words too: few amounts can be alike
/// by chance.
const FEW: usize = 20;

/// A file that is not counted, because another one holds its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepeatedFile {
    /// Its place among the files given.
    pub file: usize,
    /// The place of the file that is counted instead.
    pub of: usize,
    /// True if it is only a part of that file.
    pub part: bool,
    /// Its lines.
    pub lines: u64,
    /// Those of them whose account and amount are in the other file.
    pub shared: u64,
    /// The rupiah of its lines, none of which is counted.
    pub amount: Rupiah,
}

struct Content {
    /// One number a line, made of what lines are compared by; sorted.
    keys: Vec<u64>,
    count: usize,
    years: BTreeSet<u16>,
    stages: BTreeSet<BudgetStage>,
}

/// The files that repeat another of the files given, in the order given.
///
/// # Errors
/// [`MoneyError::OutOfRange`] when the lines of a file have no exact sum.
pub fn repeated_files(files: &[&[CostLine]]) -> Result<Vec<RepeatedFile>, MoneyError> {
    let contents: Vec<Content> = files.iter().map(|lines| content(lines)).collect();
    let mut found: BTreeMap<usize, RepeatedFile> = BTreeMap::new();
    for (later, b) in contents.iter().enumerate() {
        for (earlier, a) in contents.iter().enumerate().take(later) {
            if found.contains_key(&earlier) || found.contains_key(&later) {
                continue;
            }
            let shared = shared(a, b);
            let (larger, smaller) = (a.count.max(b.count), a.count.min(b.count));
            let enough = |of: usize| of > 0 && shared.saturating_mul(10) >= of.saturating_mul(9);
            let few = larger < FEW && !(shared == larger && a.count == b.count);
            let (file, of, part) = if !few && enough(larger) {
                (later, earlier, false)
            } else if smaller >= FEW && enough(smaller) {
                if a.count >= b.count { (later, earlier, true) } else { (earlier, later, true) }
            } else {
                continue;
            };
            let lines = files.get(file).copied().unwrap_or_default();
            let amount = Rupiah::try_sum(lines.iter().map(|l| l.amount))?;
            let (lines, shared) = (lines.len() as u64, shared as u64);
            found.insert(file, RepeatedFile { file, of, part, lines, shared, amount });
        }
    }
    // A file set apart in favour of one that was itself set apart later belongs to the last in the chain.
    let of: BTreeMap<usize, usize> = found.values().map(|r| (r.file, r.of)).collect();
    Ok(found
        .into_values()
        .map(|mut repeated| {
            while let Some(next) = of.get(&repeated.of) {
                repeated.of = *next;
            }
            repeated
        })
        .collect())
}

fn content(lines: &[CostLine]) -> Content {
    let mut content =
        Content { keys: Vec::new(), count: lines.len(), years: BTreeSet::new(), stages: BTreeSet::new() };
    let few = lines.len() < FEW;
    for line in lines {
        let c = &line.context;
        let account = c.account.as_ref().map_or("", |a| &a.code);
        // `07.003` and `07.03` are one account written twice.
        let mut hasher = DefaultHasher::new();
        account.split('.').for_each(|part| part.trim_start_matches('0').hash(&mut hasher));
        line.amount.hash(&mut hasher);
        if few {
            (&c.activity, &line.description).hash(&mut hasher);
        }
        content.keys.push(hasher.finish());
        content.years.extend(c.year);
        content.stages.extend(c.stage);
    }
    content.keys.sort_unstable();
    content
}

/// How many lines two files have in common; none if they are of different years or stages.
fn shared(a: &Content, b: &Content) -> usize {
    let apart = |a: bool, b: bool, disjoint: bool| !a && !b && disjoint;
    if apart(a.years.is_empty(), b.years.is_empty(), a.years.is_disjoint(&b.years))
        || apart(a.stages.is_empty(), b.stages.is_empty(), a.stages.is_disjoint(&b.stages))
    {
        return 0;
    }
    let mut others = b.keys.iter().peekable();
    let mut both = 0;
    for key in &a.keys {
        while others.next_if(|other| *other < key).is_some() {}
        both += usize::from(others.next_if_eq(&key).is_some());
    }
    both
}

/// Several stages (murni, perubahan, realisasi) of one agency and year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stages {
    /// Fiscal year.
    pub year: u16,
    /// Agency, as the first file that names it writes it.
    pub agency: Arc<str>,
    /// The stages found; two or more.
    pub stages: BTreeSet<BudgetStage>,
}

/// Agencies and years of which more than one stage is among the lines, in order of agency and year.
pub fn two_stages<'a>(lines: impl Iterator<Item = &'a CostLine>) -> Vec<Stages> {
    let mut all: BTreeMap<(String, u16), Stages> = BTreeMap::new();
    for line in lines {
        let c = &line.context;
        let (Some(year), Some(stage)) = (c.year, c.stage) else { continue };
        let key = (format!("{}|{}", c.region.to_lowercase(), agency_key(&c.agency)), year);
        all.entry(key)
            .or_insert_with(|| Stages { year, agency: c.agency.clone(), stages: BTreeSet::new() })
            .stages
            .insert(stage);
    }
    all.into_values().filter(|s| s.stages.len() > 1).collect()
}

/// The code before an agency's name, since the names are written in many ways; else its name.
fn agency_key(agency: &str) -> String {
    let code = agency.split(|c: char| c.is_alphabetic()).next().unwrap_or("");
    let digits: Vec<&str> = code.split(|c: char| !c.is_ascii_digit()).filter(|d| !d.is_empty()).collect();
    if digits.len() < 2 { agency.to_lowercase() } else { digits.join(".") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::AccountCode;
    use crate::cost_line::LineContext;
    use crate::source::RowRef;

    /// A budget of `n` lines whose amounts begin at `from`.
    fn budget(n: u64, from: u64, stage: BudgetStage) -> Vec<CostLine> {
        let context = Arc::new(LineContext {
            year: Some(2015),
            agency: "1.02 Dinas Contoh".into(),
            activity: "Pembinaan".into(),
            account: None::<AccountCode>,
            stage: Some(stage),
            ..LineContext::default()
        });
        (0..n)
            .map(|i| CostLine {
                row: RowRef { file: "contoh.csv".into(), row: i + 1, part: None },
                context: context.clone(),
                heading: "".into(),
                description: format!("Belanja {}", from + i).into(),
                quantity: None,
                unit: "".into(),
                unit_price: None,
                amount: Rupiah::from_whole(i64::try_from(from + i).unwrap()),
                amount_before: None,
                date: None,
                package: "".into(),
            })
            .collect()
    }

    fn apart(files: &[Vec<CostLine>]) -> Vec<(usize, usize, bool)> {
        let lines: Vec<&[CostLine]> = files.iter().map(Vec::as_slice).collect();
        repeated_files(&lines).unwrap().into_iter().map(|r| (r.file, r.of, r.part)).collect()
    }

    #[test]
    fn one_budget_saved_again_is_counted_once() {
        use BudgetStage::{Adopted, Revised};
        let first = budget(100, 1, Adopted);
        let nearly = budget(100, 6, Adopted);
        let other = budget(100, 50, Adopted);
        let revised = budget(100, 1, Revised);
        let part = budget(30, 20, Adopted);
        let few = budget(3, 1, Adopted);
        let some = [
            (vec![first.clone(), first.clone()], vec![(1, 0, false)]),
            (vec![first.clone(), nearly], vec![(1, 0, false)]),
            (vec![first.clone(), other], vec![]),
            (vec![first.clone(), revised], vec![]),
            (vec![part.clone(), first.clone()], vec![(0, 1, true)]),
            (vec![part.clone(), first.clone(), first.clone()], vec![(0, 1, true), (2, 1, false)]),
            (vec![few.clone(), few.clone()], vec![(1, 0, false)]),
            (vec![few, budget(3, 2, Adopted)], vec![]),
            (vec![vec![], vec![]], vec![]),
        ];
        for (i, (files, expected)) in some.into_iter().enumerate() {
            assert_eq!(apart(&files), expected, "case {i}");
        }
    }

    #[test]
    fn words_are_not_needed_where_many_amounts_agree() {
        let mut retold = budget(100, 1, BudgetStage::Adopted);
        retold.iter_mut().for_each(|l| l.description = "lain".into());
        assert_eq!(apart(&[budget(100, 1, BudgetStage::Adopted), retold]), [(1, 0, false)]);
        let mut few = budget(3, 1, BudgetStage::Adopted);
        few.iter_mut().for_each(|l| l.description = "lain".into());
        assert_eq!(apart(&[budget(3, 1, BudgetStage::Adopted), few]), []);
    }

    #[test]
    fn adopted_and_revised_are_two_stages_however_the_agency_is_written() {
        let adopted = budget(2, 1, BudgetStage::Adopted);
        let mut revised = budget(2, 1, BudgetStage::Revised);
        for line in &mut revised {
            let context = LineContext { agency: "1.02. DINAS CONTOH KAB.".into(), ..(*line.context).clone() };
            line.context = Arc::new(context);
        }
        let found = two_stages(adopted.iter().chain(&revised));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].year, found[0].stages.len()), (2015, 2));
        assert_eq!(two_stages(adopted.iter()), []);
    }
}
