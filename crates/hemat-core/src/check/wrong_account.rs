//! `wrong-account`: the words of a line and the name of its account are about different things.

use crate::account::AccountClass;
use crate::classify::Confidence;
use crate::cost_line::CostLine;
use crate::lang::{Lang, Text};

use super::definition::{Check, page};
use super::examination::{Examination, Flag};
use super::finding::Figure;
use super::missing::ACCOUNT_NAME;
use super::subject::{Seen, Subject};
use super::words::{held, plain};

/// Something that is bought, the accounts it does not belong into, and words that make such an account right for it
/// all the same.
struct Misplaced {
    /// Words of the line.
    line: &'static [&'static str],
    /// Words of the line that make it something else.
    unless_line: &'static [&'static str],
    /// Words of the account.
    account: &'static [&'static str],
    /// Words of the account that allow it.
    unless_account: &'static [&'static str],
}

const FOOD: &[&str] = &[
    "snack",
    "snak",
    "makan siang",
    "makan malam",
    "makan pagi",
    "makan minum",
    "makan dan minum",
    "nasi kotak",
    "nasi box",
    "nasi dus",
    "kudapan",
    "konsumsi rapat",
    "konsumsi peserta",
    "makanan dan minuman",
];

const MISPLACED: &[Misplaced] = &[
    Misplaced {
        line: FOOD,
        unless_line: &[
            "kotak snack",
            "tas",
            "dus snack",
            "kardus",
            "tempat",
            "piring",
            "lembur",
            "alat",
            "meja",
        ],
        account: &[
            "alat tulis",
            "cetak",
            "penggandaan",
            "foto copy",
            "fotocopy",
            "fotokopi",
            "photo copy",
            "alat listrik",
            "bahan bakar",
            "pakaian",
            "perlengkapan",
            "kebersihan",
            "dokumentasi",
            "publikasi",
            "sewa",
            "honorarium",
            "pemeliharaan",
            "bahan baku bangunan",
            "meterai",
        ],
        unless_account: &[
            "makan",
            "makanan",
            "minum",
            "minuman",
            "konsumsi",
            "jamuan",
            "snack",
            "hotel",
            "rapat",
            "pertemuan",
        ],
    },
    Misplaced {
        line: &[
            "sewa tenda",
            "sewa kursi",
            "sewa gedung",
            "sewa sound system",
            "spanduk",
            "fotokopi",
            "foto copy",
            "fotocopy",
            "penggandaan",
            "alat tulis",
            "honorarium",
            "uang saku",
            "uang transport",
            "bantuan transport",
            "seminar kit",
            "cetak",
        ],
        unless_line: &[
            "makan", "makanan", "minum", "minuman", "snack", "snak", "konsumsi", "nasi", "kudapan",
        ],
        account: &["makanan dan minuman", "makan dan minum", "makan minum"],
        unless_account: &[
            "sewa",
            "cetak",
            "honorarium",
            "perlengkapan",
            "peralatan",
            "transport",
            "bahan",
            "jasa",
        ],
    },
];

pub(super) static CHECK: Check = Check {
    name: "wrong-account",
    flags: Text::fixed(
        "Uraian rincian dan nama rekeningnya berbicara tentang hal yang berbeda, misalnya konsumsi pada rekening alat tulis.",
        "The words of a line and the name of its account are about different things, such as food under stationery.",
    ),
    page: page!("wrong-account"),
    on_by_default: true,
    settings: &[],
    rules: &[],
    exclusions: &[Text::fixed(
        "belanja modal, hibah dan bantuan, yang boleh memuat biaya penunjang; rekening tanpa rincian volume dan harga",
        "capital, grants and aid, which may hold side costs; accounts without lines of quantity and price",
    )],
    reasons: &[
        Text::fixed(
            "rekening gabungan menurut aturan daerah",
            "a combined account under the region's own rules",
        ),
        Text::fixed(
            "salah ketik uraian atau rekening, diperbaiki dalam perubahan",
            "a slip in words or account, mended in the revision",
        ),
    ],
    documents: &[
        Text::fixed("DPA dan standar rekening daerah", "the DPA and the region's chart of accounts"),
        Text::fixed("kuitansi yang menyebut barangnya", "the receipt that names the goods"),
    ],
    can_fire,
    run,
};

fn can_fire(seen: &Seen<'_>) -> Result<(), Text> {
    if seen
        .lines
        .iter()
        .any(|line| line.context.account.is_some() && line.quantity.is_some() && line.unit_price.is_some())
    {
        return Ok(());
    }
    Err(Text::fixed(
        "berkas ini tidak memuat rekening dengan rincian volume dan harga satuan",
        "this file has no accounts with lines of quantity and unit price",
    ))
}

fn run(examination: &mut Examination<'_>) {
    let mut unnamed: Vec<&CostLine> = Vec::new();
    for line in examination.seen.lines {
        let class = line.context.account.as_ref().and_then(|account| account.class);
        let spending = matches!(class, None | Some(AccountClass::GoodsAndServices));
        // The words of a whole account can be those of a note that slipped from another row; a priced line has its own.
        let priced = line.quantity.is_some() && line.unit_price.is_some();
        if !spending || !priced || line.amount.is_zero() {
            examination.not_applicable();
            continue;
        }
        let (words, account) = (plain(&line.description), plain(&line.context.account_name));
        if account.is_empty() {
            if MISPLACED.iter().any(|m| held(&words, m.line).is_some()) {
                unnamed.push(line);
            }
            continue;
        }
        match MISPLACED.iter().find_map(|m| misplaced(m, &words, &account)) {
            Some(found) => flag(examination, line, found),
            None => examination.clear(),
        }
    }
    if !unnamed.is_empty() {
        examination.insufficient(Subject::lines("wrong-account", &unnamed), vec![ACCOUNT_NAME]);
    }
}

/// The word of the line and the word of the account that do not go together.
fn misplaced(rule: &Misplaced, words: &str, account: &str) -> Option<(&'static str, &'static str)> {
    let line = held(words, rule.line).filter(|_| held(words, rule.unless_line).is_none())?;
    let account = held(account, rule.account).filter(|_| held(account, rule.unless_account).is_none())?;
    Some((line, account))
}

fn flag(examination: &mut Examination<'_>, line: &CostLine, (word, account): (&'static str, &'static str)) {
    let name = line.context.account_name.clone();
    let formula = |lang: Lang| {
        format!(
            "\"{word}\" {} \"{account}\" ({name}); {}",
            lang.pick("pada rekening", "under the account"),
            line.amount.display(lang)
        )
    };
    let flag = Flag {
        observed: Figure::Words(Text::fixed(word, word)),
        limit: Figure::Words(Text::fixed(account, account)),
        formula: Text::by(formula),
        at_stake: Some(line.amount).filter(|amount| !amount.is_negative()),
        certainty: Confidence::Medium,
    };
    examination.flag(Subject::line(line), flag);
}
