//! A third party's code that panics where it should fail (a parser on a stranger's bytes, a writer on a full disk):
//! its panic is an answer, not a message on the terminal.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// True while this thread runs something contained.
    static CONTAINED: Cell<bool> = const { Cell::new(false) };
}

/// Runs such code. Its panic is not printed; those of other threads and of other code are.
///
/// # Errors
/// What the panic said; empty if that was no text.
pub(crate) fn contained<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |panic| {
            if !CONTAINED.get() {
                before(panic);
            }
        }));
    });
    CONTAINED.set(true);
    let result = catch_unwind(AssertUnwindSafe(run));
    CONTAINED.set(false);
    result.map_err(|said| match said.downcast::<String>() {
        Ok(text) => *text,
        Err(said) => said.downcast_ref::<&str>().map_or_else(String::new, |text| (*text).to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_what_it_said() {
        assert_eq!(contained(|| 5), Ok(5));
        let said = contained(|| [1][std::hint::black_box(3)]).unwrap_err();
        assert!(said.contains("out of bounds"), "{said}");
        assert_eq!(contained(|| 6), Ok(6));
    }
}
