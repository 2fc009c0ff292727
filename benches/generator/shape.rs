//! A budget written in each of the shapes. Each function gives the bytes and the number of records.

use std::collections::BTreeSet;

use super::budget::{Account, Activity, Budget, Detail, PER_PROGRAMME};
use super::vocabulary::level_name;

const REGION: &str = "Kabupaten Contoh";
const AGENCY: &str = "Dinas Contoh";

/// Rows joined by line feeds; cells quoted where they need it.
#[derive(Default)]
struct Rows {
    text: String,
    records: u64,
}

impl Rows {
    fn push(&mut self, cells: &[&str]) {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                self.text.push(',');
            }
            if cell.contains([',', '\n', '"']) {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push('\n');
        self.records += 1;
    }

    fn finish(self) -> (Vec<u8>, u64) {
        (self.text.into_bytes(), self.records)
    }
}

/// Titles, then programme, activity, class, group and account rows, each with its sum; details in the note.
pub(super) fn penjabaran(budget: &Budget) -> (Vec<u8>, u64) {
    let mut rows = Rows::default();
    rows.push(&["Judul", "Penjabaran APBD", "", ""]);
    rows.push(&["Daerah", REGION, "", ""]);
    rows.push(&["Tahun", "2015", "", ""]);
    rows.push(&["Kode Organisasi", "1.22.01", "", ""]);
    rows.push(&["Nama Organisasi", AGENCY, "", ""]);
    rows.push(&["No. Rekening", "Uraian", "Jumlah", "Keterangan"]);
    for code in ["5", "5.2"] {
        let amount = indonesian(budget.total());
        rows.push(&[&format!("1.22 . 1.22.01 . 00.00 . {code} "), level_name(code), &amount, ""]);
    }
    for programme in budget.activities.chunks(PER_PROGRAMME) {
        if let Some(first) = programme.first() {
            let amount = indonesian(programme.iter().map(|a| a.total_of("")).sum());
            let code = format!("1.22 . 1.22.01 . {} ", first.programme);
            rows.push(&[&code, &format!("Program {}", first.programme), &amount, ""]);
        }
        for activity in programme {
            penjabaran_activity(activity, &mut rows);
        }
    }
    rows.finish()
}

fn penjabaran_activity(activity: &Activity, rows: &mut Rows) {
    let prefix = format!("1.22 . 1.22.01 . {}.{:02} ", activity.programme, activity.number);
    rows.push(&[&prefix, &activity.name, &indonesian(activity.total_of("")), ""]);
    let mut written = BTreeSet::new();
    for account in &activity.accounts {
        // "5.2.2", then "5.2.2.07": the levels above the account, each once.
        for level in [account.kind.code_2006.get(..5), account.kind.code_2006.get(..8)].into_iter().flatten()
        {
            if written.insert(level) {
                let amount = indonesian(activity.total_of(level));
                rows.push(&[&format!("{prefix}. {level} "), level_name(level), &amount, ""]);
            }
        }
        let code = format!("{prefix}. {} ", account.kind.code_2006);
        rows.push(&[&code, account.kind.name, &indonesian(account.amount), &note(account)]);
    }
}

fn note(account: &Account) -> String {
    let mut lines = Vec::new();
    for detail in &account.details {
        lines.extend(detail.heading.map(str::to_owned));
        let formula = match detail.factors.as_slice() {
            [_, _] => format!(" ({})", factors(detail)),
            _ => String::new(),
        };
        lines.push(format!(
            "{}{formula}{} {} x {} = {}",
            detail.label,
            grouped(detail.quantity()),
            detail.unit,
            indonesian(detail.price),
            indonesian(detail.amount())
        ));
    }
    lines.join("\n")
}

/// A SIPD export.
pub(super) fn rka(budget: &Budget) -> (Vec<u8>, u64) {
    let mut rows = Rows::default();
    rows.push(&[
        "tahun_anggaran",
        "nama_skpd",
        "nama_sub_giat",
        "kode_sub_giat",
        "kode_akun",
        "nama_akun",
        "nama_komponen",
        "spek_komponen",
        "koefisien",
        "satuan",
        "harga_satuan",
        "total_harga",
    ]);
    for_each_detail(budget, |activity, account, detail| {
        let code = account.kind.code_2021;
        rows.push(&[
            "2023",
            AGENCY,
            &activity.name,
            &format!("5.03.{:02}.2.01.{:04}", activity.programme, activity.number),
            code,
            &format!("{code} {} ", account.kind.name),
            detail.label,
            "Spesifikasi :  ",
            &factors(detail),
            detail.unit,
            &detail.price.to_string(),
            &detail.amount().to_string(),
        ]);
    });
    rows.finish()
}

/// Our own plain columns.
pub(super) fn hemat(budget: &Budget) -> (Vec<u8>, u64) {
    let mut rows = Rows::default();
    rows.push(&[
        "year",
        "region",
        "agency",
        "activity",
        "account_code",
        "account_name",
        "description",
        "quantity",
        "unit",
        "unit_price",
        "amount",
    ]);
    for_each_detail(budget, |activity, account, detail| {
        rows.push(&[
            "2018",
            REGION,
            AGENCY,
            &activity.name,
            account.kind.code_2006,
            account.kind.name,
            detail.label,
            &factors(detail),
            "",
            &detail.price.to_string(),
            &detail.amount().to_string(),
        ]);
    });
    rows.finish()
}

fn for_each_detail(budget: &Budget, mut row: impl FnMut(&Activity, &Account, &Detail)) {
    for activity in &budget.activities {
        for account in &activity.accounts {
            for detail in &account.details {
                row(activity, account, detail);
            }
        }
    }
}

/// `50 org x 2 hari`.
fn factors(detail: &Detail) -> String {
    let parts: Vec<String> = detail.factors.iter().map(|(n, unit)| format!("{n} {unit}")).collect();
    parts.join(" x ")
}

/// `12.500`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// `12.500,00`.
fn indonesian(rupiah: u64) -> String {
    format!("{},00", grouped(rupiah))
}
