//! The names of all diagnostics, by which those of a partial are known again. `docs/errors.md` has what they mean.

/// All names, sorted.
pub const DIAGNOSTICS: &[&str] = &[
    "ambiguous-decimal-mark",
    "ambiguous-number",
    "amount-beyond-precision",
    "amount-blocked",
    "amount-missing",
    "amount-out-of-range",
    "amount-rounded",
    "amount-unreadable",
    "amounts-times-100",
    "cell-error",
    "cell-unreadable",
    "code-name-disagree",
    "column-name-resembles",
    "columns-shifted",
    "details-do-not-sum",
    "double-encoded",
    "hidden-characters",
    "invalid-bytes",
    "letters-of-another-script",
    "lost-zeros-repaired",
    "no-account-code",
    "no-header",
    "not-a-number",
    "nul-bytes",
    "private-use-bullets",
    "product-mismatch",
    "ragged-row",
    "ragged-row-mended",
    "receipt-repeated",
    "roll-up-differs",
    "rounded-amount-from-details",
    "rounded-number",
    "row-repeated",
    "rows-of-another-dialect",
    "rows-quoted-as-a-whole",
    "rows-set-aside-before",
    "sheet-recapitulation",
    "sheet-repeated",
    "sheet-without-amounts",
    "stated-twice",
    "title-names-another-agency",
    "total-mismatch",
    "unclosed-quote",
    "unpacked",
];

/// The diagnostic of this name.
pub(super) fn known(name: &str) -> Option<&'static str> {
    DIAGNOSTICS.binary_search(&name).ok().and_then(|at| DIAGNOSTICS.get(at)).copied()
}
