//! What was made of texts, kept for when they come again. Of a bounded size: once full, further texts are made anew.
//!
//! Nearly every row of a file asks for its words. What is looked at to find them lies close together, and stays in a core's
//! own cache beside the block that is read.

use std::hash::{BuildHasher, Hasher};
use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// Most texts kept. Budgets repeat a few thousand.
const MOST: usize = 1 << 15;

/// No further text is kept when they have this many bytes.
const MOST_BYTES: usize = 1 << 25;

/// Where a text is kept.
#[derive(Clone, Copy)]
struct Place {
    /// A half of its hash: nearly always enough to tell it from others.
    hash: u32,
    nth: u32,
}

struct Known<V> {
    hash: u64,
    /// The bytes of its text among those of all.
    key: Range<usize>,
    value: V,
}

/// From texts, always as many, to a value.
pub(super) struct Memo<V> {
    places: HashTable<Place>,
    known: Vec<Known<V>>,
    keys: Vec<u8>,
    hasher: FixedState,
    /// The value made last for a text that is not kept.
    passing: Option<V>,
}

impl<V> Memo<V> {
    pub(super) fn new() -> Self {
        // The seed is fixed: a memo changes no answer, and runs are to be alike.
        let hasher = FixedState::with_seed(2018);
        Memo { places: HashTable::new(), known: Vec::new(), keys: Vec::new(), hasher, passing: None }
    }

    /// The value kept for one text.
    pub(super) fn known(&mut self, text: &[u8]) -> Option<&mut V> {
        let place = self.find(self.hash(&[text]), |key| key == text)?;
        self.known.get_mut(place).map(|known| &mut known.value)
    }

    /// The value of these texts, made if they are not there.
    ///
    /// What `keep` says no to is made anew each time: texts that come once must not crowd out those that come often.
    pub(super) fn get(
        &mut self,
        texts: &[&[u8]],
        mut make: impl FnMut() -> V,
        keep: impl FnOnce(&V) -> bool,
    ) -> &mut V {
        let hash = self.hash(texts);
        let place = match self.find(hash, |key| is_key(key, texts)) {
            Some(place) => place,
            None => {
                let value = make();
                let full = self.known.len() >= MOST || self.keys.len() >= MOST_BYTES;
                if full || !keep(&value) {
                    return self.passing.insert(value);
                }
                self.keep(hash, texts, value)
            }
        };
        match self.known.get_mut(place) {
            Some(known) => &mut known.value,
            None => self.passing.insert(make()),
        }
    }

    fn hash(&self, texts: &[&[u8]]) -> u64 {
        let mut hasher = self.hasher.build_hasher();
        for text in texts {
            hasher.write(text);
        }
        hasher.finish()
    }

    /// The place of the text of this hash.
    fn find(&self, hash: u64, is_text: impl Fn(&[u8]) -> bool) -> Option<usize> {
        let same = |place: &Place| {
            place.hash == half(hash)
                && (self.known.get(place.nth as usize))
                    .and_then(|known| self.keys.get(known.key.clone()))
                    .is_some_and(&is_text)
        };
        self.places.find(hash, same).map(|place| place.nth as usize)
    }

    /// Keeps a value behind those that are kept, and gives its place.
    fn keep(&mut self, hash: u64, texts: &[&[u8]], value: V) -> usize {
        let (place, from) = (self.known.len(), self.keys.len());
        add_key(&mut self.keys, texts);
        self.known.push(Known { hash, key: from..self.keys.len(), value });
        let hash_of = |place: &Place| self.known.get(place.nth as usize).map_or(0, |known| known.hash);
        self.places.insert_unique(hash, Place { hash: half(hash), nth: place as u32 }, hash_of);
        place
    }
}

fn half(hash: u64) -> u32 {
    hash as u32
}

/// Adds the texts, each but the last with its length before it.
fn add_key(keys: &mut Vec<u8>, texts: &[&[u8]]) {
    let Some((last, first)) = texts.split_last() else { return };
    for text in first {
        keys.extend_from_slice(&text.len().to_le_bytes());
        keys.extend_from_slice(text);
    }
    keys.extend_from_slice(last);
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
        let at_bound = vec![b'x'; MOST_BYTES];
        let mut memo = Memo::new();
        assert_eq!((*memo.get(&[&at_bound], || 1, |_| true), memo.known(b"y").copied()), (1, None));
        assert_eq!((*memo.get(&[b"y"], || 2, |_| true), memo.known(b"y").copied()), (2, None), "no room");
        assert_eq!(memo.known(&at_bound).copied(), Some(1));
    }
}
