//! Budgets given twice (anggaran yang sama): one budget saved again, a part of another file, or two stages of one.
//!
//! Nothing of a budget may be counted twice without a word. Two files hold the same budget if nine tenths of the
//! accounts and amounts of the larger are in the other: the first in order is counted. A file of which nine tenths
//! are in a larger one is a part of it: the larger is counted. Files of different years or stages are never the
//! same budget; that two stages of one agency and year are given is said instead ([`two_stages`]).

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::cost_line::{BudgetStage, CostLine, LineContext};
use crate::counted_lines::CountedLines;
use crate::money::{MoneyError, Rupiah};

/// Below this number of lines all of them have to be equal, in activity and words too: few amounts can be alike
/// by chance.
pub const FEW: usize = 20;

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

/// So many keys are kept of a file; of a larger one the smallest, which is a sample by chance: keys are hashes.
const SAMPLE: usize = 1 << 16;

/// What lines are recognised by: for each a number made of account and amount. Exact up to 65,536 lines; of more, a
/// sample that is the same for the same lines in any order.
#[derive(Debug, Clone, Default)]
pub struct Keys {
    /// All keys, or at least the smallest of them; at most twice the sample.
    kept: Vec<u64>,
    /// No key above this one is kept, once some were left out.
    largest: Option<u64>,
    count: u64,
}

impl Keys {
    /// Adds a line.
    pub fn add(&mut self, key: u64) {
        self.count += 1;
        self.keep(key);
    }

    fn keep(&mut self, key: u64) {
        if self.largest.is_some_and(|largest| key > largest) {
            return;
        }
        self.kept.push(key);
        if self.kept.len() > 2 * SAMPLE {
            let (_, largest, _) = self.kept.select_nth_unstable(SAMPLE);
            self.largest = Some(*largest);
            self.kept.truncate(SAMPLE + 1);
        }
    }

    /// Adds the lines of another part of the file.
    pub fn merge(&mut self, other: Keys) {
        self.count += other.count;
        let larger = [self.largest, other.largest].into_iter().flatten().min();
        // A small part of a large file leaves the bound where it is, and nothing to be looked through.
        if larger != self.largest {
            self.largest = larger;
            self.kept.retain(|key| larger.is_none_or(|largest| *key <= largest));
        }
        other.kept.into_iter().for_each(|key| self.keep(key));
    }

    /// How many lines, and the keys that are needed of them, in order: all, or the smallest. The same for the same
    /// lines, whatever order or parts they came in.
    #[must_use]
    pub fn to_parts(&self) -> (u64, Vec<u64>) {
        let mut keys = self.kept.clone();
        keys.sort_unstable();
        if self.count > SAMPLE as u64 {
            keys.truncate(SAMPLE + 1);
        }
        (self.count, keys)
    }

    /// The keys that [`Keys::to_parts`] gave; `None` if they cannot be those of so many lines.
    #[must_use]
    pub fn from_parts(count: u64, kept: Vec<u64>) -> Option<Self> {
        let expected = count.min(SAMPLE as u64 + 1);
        let largest = if count > SAMPLE as u64 { kept.get(SAMPLE).copied() } else { None };
        (kept.len() as u64 == expected && kept.is_sorted()).then_some(Keys { kept, largest, count })
    }

    /// The keys in order, and the number below which none is missing.
    fn sample(&self) -> (Vec<u64>, u64) {
        let mut keys = self.kept.clone();
        keys.sort_unstable();
        let end = if self.count > SAMPLE as u64 { keys.get(SAMPLE).copied() } else { None };
        (keys, end.unwrap_or(u64::MAX))
    }
}

impl PartialEq for Keys {
    fn eq(&self, other: &Self) -> bool {
        let below =
            |(keys, end): (Vec<u64>, u64)| keys.into_iter().take_while(|key| *key < end).collect::<Vec<_>>();
        self.count == other.count && below(self.sample()) == below(other.sample())
    }
}

impl Eq for Keys {}

/// An account's share of the keys of its lines. `07.003` and `07.03` are one account written twice.
#[must_use]
pub fn account_key(code: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    code.split('.').for_each(|part| part.trim_start_matches('0').hash(&mut hasher));
    hasher.finish()
}

/// The key of a line.
#[must_use]
pub fn line_key(account: u64, amount: Rupiah) -> u64 {
    let value = amount.value();
    spread(account, value.mantissa(), value.scale())
}

/// [`line_key`] of an amount of whole rupiah.
#[must_use]
pub fn key_of_whole(account: u64, rupiah: i64) -> u64 {
    spread(account, i128::from(rupiah), 0)
}

/// The steps of SplitMix64 spread neighbouring amounts.
fn spread(account: u64, mantissa: i128, scale: u32) -> u64 {
    let mut key = account ^ (mantissa as u64) ^ ((mantissa >> 64) as u64).rotate_left(32) ^ u64::from(scale);
    for (shift, factor) in [(30, 0xbf58_476d_1ce4_e5b9), (27, 0x94d0_49bb_1331_11eb)] {
        key = (key ^ (key >> shift)).wrapping_mul(factor);
    }
    key ^ (key >> 31)
}

/// What a file is compared with others by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    keys: Keys,
    /// Keys made of the words too, while the lines are few.
    with_words: Vec<u64>,
    years: BTreeSet<u16>,
    stages: BTreeSet<BudgetStage>,
    amount: Rupiah,
}

impl Content {
    /// The content of a file.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when its lines have no exact sum.
    pub fn of(lines: &[CostLine], counted: &CountedLines) -> Result<Self, MoneyError> {
        let amount = Rupiah::try_sum(lines.iter().map(|l| l.amount))?.try_add(counted.amount()?)?;
        let mut content = Content { keys: counted.keys.clone(), amount, ..Content::default() };
        let few = lines.len() < FEW && counted.lines() == 0;
        for line in lines {
            let c = &line.context;
            let key = line_key(account_key(c.account.as_ref().map_or("", |a| &a.code)), line.amount);
            content.keys.add(key);
            if few {
                let mut hasher = DefaultHasher::new();
                (key, &c.activity, &line.description).hash(&mut hasher);
                content.with_words.push(hasher.finish());
            }
        }
        for context in contexts(lines, counted) {
            content.years.extend(context.year);
            content.stages.extend(context.stage);
        }
        content.with_words.sort_unstable();
        Ok(content)
    }

    /// The same with lines that are not kept: what they are recognised by, their contexts and their rupiah.
    ///
    /// # Errors
    /// [`MoneyError::OutOfRange`] when there is no exact sum.
    pub fn beside(
        mut self,
        keys: &Keys,
        contexts: &[LineContext],
        amount: Rupiah,
    ) -> Result<Self, MoneyError> {
        self.keys.merge(keys.clone());
        self.years.extend(contexts.iter().filter_map(|context| context.year));
        self.stages.extend(contexts.iter().filter_map(|context| context.stage));
        self.amount = self.amount.try_add(amount)?;
        Ok(self)
    }

    fn count(&self) -> u64 {
        self.keys.count
    }
}

/// The contexts of all lines of a file, kept or only counted.
pub fn contexts<'a>(
    lines: &'a [CostLine],
    counted: &'a CountedLines,
) -> impl Iterator<Item = &'a LineContext> {
    lines.iter().map(|line| &*line.context).chain(&counted.contexts)
}

/// The files that repeat another of the files given, in the order given.
#[must_use]
pub fn repeated_files(files: &[Content]) -> Vec<RepeatedFile> {
    let mut found: BTreeMap<usize, RepeatedFile> = BTreeMap::new();
    for (later, b) in files.iter().enumerate() {
        for (earlier, a) in files.iter().enumerate().take(later) {
            if found.contains_key(&earlier) || found.contains_key(&later) {
                continue;
            }
            let Shared { both, of_a, of_b } = shared(a, b);
            let enough = |of: usize| of > 0 && both.saturating_mul(10) >= of.saturating_mul(9);
            let few = a.count().max(b.count()) < FEW as u64 && !(both == of_a && of_a == of_b);
            let (file, of, part) = if !few && enough(of_a.max(of_b)) {
                (later, earlier, false)
            } else if a.count().min(b.count()) >= FEW as u64 && enough(of_a.min(of_b)) {
                if a.count() >= b.count() { (later, earlier, true) } else { (earlier, later, true) }
            } else {
                continue;
            };
            let (repeated, seen) = if file == later { (b, of_b) } else { (a, of_a) };
            let lines = repeated.count();
            // Of a sample the share is known, not the number.
            let shared = (both as u128 * u128::from(lines) / (seen.max(1) as u128)) as u64;
            found.insert(file, RepeatedFile { file, of, part, lines, shared, amount: repeated.amount });
        }
    }
    // A file set apart in favour of one that was itself set apart later belongs to the last in the chain.
    let of: BTreeMap<usize, usize> = found.values().map(|r| (r.file, r.of)).collect();
    found
        .into_values()
        .map(|mut repeated| {
            while let Some(next) = of.get(&repeated.of) {
                repeated.of = *next;
            }
            repeated
        })
        .collect()
}

/// How many keys two files have in common, and how many were looked at of each.
struct Shared {
    both: usize,
    of_a: usize,
    of_b: usize,
}

/// None in common if the files are of different years or stages.
fn shared(a: &Content, b: &Content) -> Shared {
    let apart = |a: bool, b: bool, disjoint: bool| !a && !b && disjoint;
    let few = a.count().max(b.count()) < FEW as u64;
    let (ours, theirs) = if few {
        (a.with_words.clone(), b.with_words.clone())
    } else {
        let ((ours, end), (theirs, other_end)) = (a.keys.sample(), b.keys.sample());
        let below = |keys: Vec<u64>| keys.into_iter().take_while(|key| *key < end.min(other_end)).collect();
        (below(ours), below(theirs))
    };
    let mut shared = Shared { both: 0, of_a: ours.len(), of_b: theirs.len() };
    if apart(a.years.is_empty(), b.years.is_empty(), a.years.is_disjoint(&b.years))
        || apart(a.stages.is_empty(), b.stages.is_empty(), a.stages.is_disjoint(&b.stages))
    {
        return shared;
    }
    let mut others = theirs.iter().peekable();
    for key in &ours {
        while others.next_if(|other| *other < key).is_some() {}
        shared.both += usize::from(others.next_if_eq(&key).is_some());
    }
    shared
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

/// Agencies and years of which more than one stage is among the contexts of lines, in order of agency and year.
pub fn two_stages<'a>(contexts: impl Iterator<Item = &'a LineContext>) -> Vec<Stages> {
    let mut all: BTreeMap<(String, u16), Stages> = BTreeMap::new();
    let mut before: Option<&LineContext> = None;
    for c in contexts {
        let (Some(year), Some(stage)) = (c.year, c.stage) else { continue };
        // Neighbours are mostly of one agency.
        let same = |b: &LineContext| {
            (b.year, b.stage, &b.region, &b.agency) == (c.year, c.stage, &c.region, &c.agency)
        };
        if before.replace(c).is_some_and(same) {
            continue;
        }
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
                account_row: i + 1,
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
        let counted = CountedLines::default();
        let contents: Vec<Content> =
            files.iter().map(|lines| Content::of(lines, &counted).unwrap()).collect();
        repeated_files(&contents).into_iter().map(|r| (r.file, r.of, r.part)).collect()
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

    /// Keys of so many lines, in this order, in so many parts.
    fn keys(mut all: Vec<u64>, parts: usize, backwards: bool) -> Keys {
        if backwards {
            all.reverse();
        }
        let mut merged = Keys::default();
        for part in all.chunks(all.len().div_ceil(parts).max(1)) {
            let mut keys = Keys::default();
            part.iter().for_each(|key| keys.add(*key));
            merged.merge(keys);
        }
        merged
    }

    #[test]
    fn a_sample_is_the_same_in_any_order_and_any_parts() {
        for lines in [0, 1, 1000, SAMPLE, SAMPLE + 1, 3 * SAMPLE, 5 * SAMPLE + 7] {
            let all: Vec<u64> = (0..lines as i64).map(|i| line_key(7, Rupiah::from_whole(i / 3))).collect();
            let whole = keys(all.clone(), 1, false);
            for (parts, backwards) in [(1, true), (2, false), (7, true), (40, false)] {
                assert_eq!(keys(all.clone(), parts, backwards), whole, "{lines} lines in {parts} parts");
            }
        }
    }

    #[test]
    fn of_large_files_a_sample_tells_whether_they_are_one() {
        use BudgetStage::Adopted;
        let lines = 4 * SAMPLE as u64;
        let first = budget(lines, 1, Adopted);
        let nearly = budget(lines, 1 + lines / 50, Adopted);
        let other = budget(lines, 1 + lines / 5, Adopted);
        let part = budget(lines / 2, 100, Adopted);
        assert_eq!(apart(&[first.clone(), nearly]), [(1, 0, false)]);
        assert_eq!(apart(&[first.clone(), other]), []);
        assert_eq!(apart(&[first, part]), [(1, 0, true)]);
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
        let found = two_stages(adopted.iter().chain(&revised).map(|l| &*l.context));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].year, found[0].stages.len()), (2015, 2));
        assert_eq!(two_stages(adopted.iter().map(|l| &*l.context)), []);
    }
}
