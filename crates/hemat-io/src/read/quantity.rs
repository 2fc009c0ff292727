//! Quantities in cells and notes: `50 Orang x 2 Hari x 1 Kali`, `[100 ORG x 1 HR]`, `245 Orang / Kali`.

use hemat_core::quantity::Quantity;

/// Reads a text that is a quantity and nothing else: factors with units, in brackets or not.
/// `None` if anything in it is not understood.
#[must_use]
pub fn read_quantity(text: &str) -> Option<Quantity> {
    let _ = text;
    None
}

/// The factors a formula inside a description gives away, such as `(30 org x 2 hari x 4 klpk)`, if their
/// product is the quantity that the line is charged for.
#[must_use]
pub fn read_formula(description: &str) -> Option<Quantity> {
    let _ = description;
    None
}
