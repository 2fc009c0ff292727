//! What was made of texts, kept for when they come again. Of a bounded size: once full, further texts are made anew.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// Most texts kept. Budgets repeat a few thousand.
const MOST: usize = 1 << 15;

struct Known<V> {
    hash: u64,
    key: Box<[u8]>,
    value: V,
}

/// From texts, always as many, to a value.
pub(super) struct Memo<V> {
    known: HashTable<Known<V>>,
    hasher: FixedState,
    /// The value made last for a text that is not kept.
    passing: Option<V>,
}

impl<V> Memo<V> {
    pub(super) fn new() -> Self {
        // The seed is fixed: a memo changes no answer, and runs are to be alike.
        Memo { known: HashTable::new(), hasher: FixedState::with_seed(2018), passing: None }
    }

    /// The value kept for one text.
    pub(super) fn known(&mut self, text: &[u8]) -> Option<&mut V> {
        let mut hasher = self.hasher.build_hasher();
        hasher.write(text);
        let hash = hasher.finish();
        let same = |known: &Known<V>| known.hash == hash && *known.key == *text;
        self.known.find_mut(hash, same).map(|known| &mut known.value)
    }

    /// The value of these texts, made if they are not there.
    ///
    /// What `keep` says no to is made anew each time: texts that come once must not crowd out those that come often.
    pub(super) fn get(
        &mut self,
        texts: &[&[u8]],
        make: impl FnOnce() -> V,
        keep: impl FnOnce(&V) -> bool,
    ) -> &mut V {
        let mut hasher = self.hasher.build_hasher();
        for text in texts {
            hasher.write(text);
        }
        let hash = hasher.finish();
        let full = self.known.len() >= MOST;
        let same = |known: &Known<V>| known.hash == hash && is_key(&known.key, texts);
        match self.known.entry(hash, same, |known| known.hash) {
            Entry::Occupied(found) => &mut found.into_mut().value,
            Entry::Vacant(_) if full => self.passing.insert(make()),
            Entry::Vacant(place) => {
                let value = make();
                if !keep(&value) {
                    return self.passing.insert(value);
                }
                &mut place.insert(Known { hash, key: key_of(texts), value }).into_mut().value
            }
        }
    }
}

/// The texts, each but the last with its length before it.
fn key_of(texts: &[&[u8]]) -> Box<[u8]> {
    let Some((last, first)) = texts.split_last() else { return Box::default() };
    let mut key = Vec::new();
    for text in first {
        key.extend_from_slice(&text.len().to_le_bytes());
        key.extend_from_slice(text);
    }
    key.extend_from_slice(last);
    key.into()
}

fn is_key(key: &[u8], texts: &[&[u8]]) -> bool {
    let Some((last, first)) = texts.split_last() else { return key.is_empty() };
    let mut rest = key;
    for text in first {
        let next = rest.strip_prefix(&text.len().to_le_bytes()).and_then(|rest| rest.strip_prefix(*text));
        let Some(next) = next else { return false };
        rest = next;
    }
    rest == *last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart_and_kept_up_to_a_bound() {
        let mut memo = Memo::new();
        let made = std::cell::Cell::new(0_u32);
        let mut get = |texts: [&[u8]; 2], value: u32| {
            let make = || {
                made.set(made.get() + 1);
                value
            };
            *memo.get(&texts, make, |value| *value != 7)
        };
        assert_eq!((get([b"ab", b"c"], 1), get([b"ab", b"c"], 9)), (1, 1));
        assert_eq!((get([b"a", b"bc"], 2), get([b"abc", b""], 3), get([b"", b"abc"], 4)), (2, 3, 4));
        assert_eq!(made.get(), 4);
        assert_eq!((get([b"seven", b""], 7), get([b"seven", b""], 8)), (7, 8), "not kept");
        for i in 0..100_000_u32 {
            assert_eq!(get([b"n", &i.to_le_bytes()], i), i);
            assert_eq!(get([b"n", &i.to_le_bytes()], i), i);
        }
        assert!(memo.known.len() <= MOST);
    }
}
