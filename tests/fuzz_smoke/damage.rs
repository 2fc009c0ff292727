//! Damage out of a seed: what happens to files on their way, and what somebody might do to them.

/// Longest input that is made.
const LONGEST: usize = 1 << 16;

/// What is put into inputs.
const PIECES: [&[u8]; 36] = [
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"|",
    b"\n",
    b"\r\n",
    b"\r",
    b"\0",
    b" ",
    b".",
    b"..",
    b"-",
    b"(",
    b")",
    b"=",
    b"x",
    b"1.500",
    b"0",
    b"-1",
    b"99999999999999999999",
    b"1e400",
    b"2.61024E+11",
    b"Rp",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xae",
    b"\x1b[2J",
    b"<",
    b"[",
    b"{",
    b"%%\n",
    b"2026-02-31",
    b"50 orang x 2 hari",
    b"\xf0\x9f\x99\x82",
];

/// A stream of damage, the same for a name every time.
pub(crate) struct Damage(u64);

impl Damage {
    pub(crate) fn of(name: &str) -> Self {
        let seed = name
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
        Damage(seed | 1)
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % bound.max(1) as u64) as usize
    }

    /// One of the seeds with one to eight damages.
    pub(crate) fn damaged(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut input = seeds[self.below(seeds.len())].clone();
        for _ in 0..=self.below(8) {
            self.damage(&mut input, seeds);
        }
        input.truncate(LONGEST);
        input
    }

    fn damage(&mut self, input: &mut Vec<u8>, seeds: &[Vec<u8>]) {
        let at = self.below(input.len() + 1);
        let span = at..(at + 1 + self.below(24)).min(input.len()).max(at);
        match self.below(8) {
            0 => {
                let piece = PIECES[self.below(PIECES.len())];
                input.splice(at..at, piece.iter().copied());
            }
            1 => {
                let piece = PIECES[self.below(PIECES.len())];
                input.splice(span, piece.iter().copied());
            }
            2 => drop(input.drain(span)),
            3 => {
                let again = input[span].to_vec();
                let times = 1 + self.below(6);
                let again = again.repeat(times);
                input.splice(at..at, again);
            }
            4 => {
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << (self.0 % 8);
                }
            }
            5 => {
                let bytes: Vec<u8> = (0..1 + self.below(6)).map(|_| self.below(256) as u8).collect();
                input.splice(at..at, bytes);
            }
            6 => {
                // Part of another seed.
                let other = &seeds[self.below(seeds.len())];
                let from = self.below(other.len());
                let to = (from + self.below(200)).min(other.len());
                input.splice(at..at, other[from..to].iter().copied());
            }
            _ => {
                if self.below(4) == 0 {
                    input.truncate(at);
                } else {
                    let one = self.below(input.len());
                    if at < input.len() {
                        input.swap(at, one);
                    }
                }
            }
        }
    }
}
