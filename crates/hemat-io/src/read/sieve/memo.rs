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

/// From texts, with a number that goes with them, to a value.
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

    /// The value of these texts, made if they are not there.
    pub(super) fn get(&mut self, number: usize, texts: &[&[u8]], make: impl FnOnce() -> V) -> &mut V {
        let mut hasher = self.hasher.build_hasher();
        hasher.write_usize(number);
        for text in texts {
            hasher.write(text);
            hasher.write_usize(text.len());
        }
        let hash = hasher.finish();
        let full = self.known.len() >= MOST;
        let same = |known: &Known<V>| known.hash == hash && is_key(&known.key, number, texts);
        match self.known.entry(hash, same, |known| known.hash) {
            Entry::Occupied(found) => &mut found.into_mut().value,
            Entry::Vacant(_) if full => self.passing.insert(make()),
            Entry::Vacant(place) => {
                let known = Known { hash, key: key_of(number, texts), value: make() };
                &mut place.insert(known).into_mut().value
            }
        }
    }
}

/// The number, then each text with its length before it.
fn key_of(number: usize, texts: &[&[u8]]) -> Box<[u8]> {
    let mut key = number.to_le_bytes().to_vec();
    for text in texts {
        key.extend_from_slice(&text.len().to_le_bytes());
        key.extend_from_slice(text);
    }
    key.into()
}

fn is_key(key: &[u8], number: usize, texts: &[&[u8]]) -> bool {
    let Some(mut rest) = key.strip_prefix(&number.to_le_bytes()) else { return false };
    texts.iter().all(|text| {
        let next = rest.strip_prefix(&text.len().to_le_bytes()).and_then(|rest| rest.strip_prefix(*text));
        rest = next.unwrap_or_default();
        next.is_some()
    }) && rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart_and_kept_up_to_a_bound() {
        let mut memo = Memo::new();
        let made = std::cell::Cell::new(0_u32);
        let mut get = |number: usize, texts: &[&[u8]], value: u32| {
            *memo.get(number, texts, || {
                made.set(made.get() + 1);
                value
            })
        };
        assert_eq!((get(0, &[b"ab", b"c"], 1), get(0, &[b"ab", b"c"], 9)), (1, 1));
        assert_eq!((get(0, &[b"a", b"bc"], 2), get(0, &[b"abc"], 3), get(1, &[b"abc"], 4)), (2, 3, 4));
        assert_eq!(made.get(), 4);
        for i in 0..100_000_u32 {
            assert_eq!(get(0, &[&i.to_le_bytes()], i), i);
            assert_eq!(get(0, &[&i.to_le_bytes()], i), i);
        }
        assert!(memo.known.len() <= MOST);
    }
}
