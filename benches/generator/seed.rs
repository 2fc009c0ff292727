//! Numbers out of a seed (SplitMix64): small, portable, the same everywhere.

/// A stream of numbers.
pub(super) struct Seed(u64);

impl Seed {
    pub(super) fn new(seed: u64) -> Self {
        Seed(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u64, high: u64) -> u64 {
        // The remainder's bias is below 2^-40 for ranges this small: nothing here depends on it.
        low + self.next() % (high - low + 1)
    }

    /// True once in `n`.
    pub(super) fn once_in(&mut self, n: u64) -> bool {
        self.between(1, n) == 1
    }

    /// One of the choices.
    pub(super) fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.between(0, choices.len() as u64 - 1) as usize]
    }
}
