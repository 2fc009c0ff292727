//! E-mail addresses.

/// The length of an e-mail address at the beginning.
pub(super) fn begins(text: &str) -> Option<usize> {
    let word = text.bytes().take_while(|b| b.is_ascii_alphanumeric() || b"._%+-@".contains(b)).count();
    let word = text.get(..word)?.trim_end_matches(['.', '-']);
    let (user, host) = word.split_once('@')?;
    let is_host = host.contains('.') && host.contains(|c: char| c.is_ascii_alphabetic());
    let is_user = user.contains(|c: char| c.is_ascii_alphanumeric());
    (is_user && is_host).then_some(word.len())
}
