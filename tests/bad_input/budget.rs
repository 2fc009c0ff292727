//! Good budgets to damage.

/// The columns of our own layout.
pub(crate) const HEAD: &str = "year,region,agency,activity_code,activity,account_code,account_name,description,quantity,unit,unit_price,amount";

/// A good row, without its quantity, unit, price and amount.
pub(crate) const START: &str = "2026,Kabupaten Contoh,Dinas Satu,1.01,Rapat kerja,5.1.02.01.01.0052,Belanja Makanan dan Minuman Rapat,Makan rapat";

/// A good row.
pub(crate) fn good() -> String {
    format!("{START},40 orang x 2 hari,OH,50000,4000000")
}

/// Our columns, a good row, and these rows.
pub(crate) fn budget(rows: &str) -> String {
    format!("{HEAD}\n{}\n{rows}\n", good())
}

/// Halls that a case needs and does not look at.
pub(crate) const VENUES: &str = "tests/fixtures/savings/venues.toml";
