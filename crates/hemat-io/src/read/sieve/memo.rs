//! What was made of texts, kept for when they come again. Of a fixed size: a newer text takes the place of an older.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;

/// Places; a power of two. Budgets repeat a few thousand texts.
const PLACES: usize = 1 << 14;

struct Entry<V> {
    hash: u64,
    ends: [u32; 6],
    key: Box<[u8]>,
    value: V,
}

/// From up to six texts together to a value.
pub(super) struct Memo<V> {
    entries: Vec<Option<Entry<V>>>,
    hasher: FixedState,
}

impl<V> Memo<V> {
    pub(super) fn new() -> Self {
        let mut entries = Vec::new();
        entries.resize_with(PLACES, || None);
        // The seed is fixed: a memo changes no answer, and runs are to be alike.
        Memo { entries, hasher: FixedState::with_seed(2018) }
    }

    /// The value of these texts, made if they are not there.
    pub(super) fn get(&mut self, texts: &[&[u8]], make: impl FnOnce() -> V) -> &mut V {
        let mut ends = [0; 6];
        let mut length = 0;
        let mut hasher = self.hasher.build_hasher();
        for (text, end) in texts.iter().zip(&mut ends) {
            length += text.len();
            *end = length as u32;
            hasher.write(text);
        }
        hasher.write_usize(length);
        let hash = hasher.finish();
        let place = hash as usize & (PLACES - 1);
        // The index is masked by the length of the table, which never changes.
        let slot = &mut self.entries[place];
        let same = slot
            .as_ref()
            .is_some_and(|entry| entry.hash == hash && entry.ends == ends && is_joined(&entry.key, texts));
        if !same {
            *slot = None;
        }
        &mut slot.get_or_insert_with(|| Entry { hash, ends, key: texts.concat().into(), value: make() }).value
    }
}

/// True if the texts, one after the other, are the key.
fn is_joined(key: &[u8], texts: &[&[u8]]) -> bool {
    let mut rest = key;
    texts.iter().all(|text| match rest.strip_prefix(*text) {
        Some(next) => {
            rest = next;
            true
        }
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart_and_newer_ones_displace() {
        let mut memo = Memo::new();
        let made = std::cell::Cell::new(0);
        let mut get = |texts: &[&[u8]], value: u32| {
            *memo.get(texts, || {
                made.set(made.get() + 1);
                value
            })
        };
        assert_eq!((get(&[b"ab", b"c"], 1), get(&[b"ab", b"c"], 9)), (1, 1));
        assert_eq!((get(&[b"a", b"bc"], 2), get(&[b"abc"], 3)), (2, 3));
        assert_eq!(made.get(), 3);
        for i in 0..100_000_u32 {
            assert_eq!(get(&[&i.to_le_bytes()], i), i);
        }
    }
}
