//! Fingerprint: a short number made of texts, the same on every machine and in every version.

/// FNV-1a, 64 bits, fed text by text.
#[derive(Debug, Clone, Copy)]
pub struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Fingerprint(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    /// Adds a text; where one text ends and the next begins makes a difference.
    pub fn feed(&mut self, text: &str) {
        for byte in text.bytes().chain([0x1f]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// A letter and ten hexadecimal digits of the number.
    #[must_use]
    pub fn short(self, letter: char) -> String {
        format!("{letter}{:010x}", self.0 >> 24)
    }
}
