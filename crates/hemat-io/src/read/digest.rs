//! Fingerprints of files: length and SHA-256, read in pieces.

use std::io::{self, Read};

use sha2::{Digest as _, Sha256};

use hemat_core::provenance::{Digest, Fingerprint};

/// Bytes read at a time.
const PIECE: usize = 1 << 16;

/// Length and hash of everything that a reader gives.
///
/// # Errors
/// Whatever the reader fails with.
pub fn fingerprint(mut from: impl Read) -> io::Result<Fingerprint> {
    let mut hash = Sha256::new();
    let mut piece = vec![0; PIECE];
    let mut bytes = 0;
    loop {
        let read = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hash.update(piece.get(..read).unwrap_or_default());
        bytes += read as u64;
    }
    Ok(Fingerprint { bytes, sha256: Digest(hash.finalize().into()) })
}

/// The hash of a text.
#[must_use]
pub fn digest_of(text: &str) -> Digest {
    Digest(Sha256::digest(text.as_bytes()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of FIPS 180-4: one block, and a message over two blocks; and a million letters.
    #[test]
    fn known_answers() {
        for (text, hash) in [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            ),
            (&"a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ] {
            let found = fingerprint(text.as_bytes()).unwrap();
            assert_eq!((found.bytes, found.sha256.to_string()), (text.len() as u64, hash.to_owned()));
            assert_eq!(digest_of(text), found.sha256);
        }
    }
}
