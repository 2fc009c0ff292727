//! Names after a mark that announces a person.

/// What announces a name. Longest first.
const MARKS: [&str; 10] = ["atas nama", "sdri.", "a.n.", "sdr.", "bpk.", "a.n", "a/n", "an.", "sdri", "sdr"];
/// Words that begin the name of an office or firm, which is no private person, or no name at all.
const NOT_A_PERSON: [&str; 62] = [
    "badan",
    "bagian",
    "bank",
    "bendahara",
    "bidang",
    "bupati",
    "camat",
    "cv",
    "daerah",
    "dan",
    "dekan",
    "desa",
    "dewan",
    "dinas",
    "direktur",
    "dprd",
    "firma",
    "gubernur",
    "hotel",
    "instansi",
    "kabag",
    "kabid",
    "kantor",
    "kasubag",
    "kecamatan",
    "kelompok",
    "kelurahan",
    "kementerian",
    "kepala",
    "ketua",
    "koperasi",
    "kpa",
    "kuasa",
    "lembaga",
    "lurah",
    "masing",
    "menteri",
    "organisasi",
    "panitia",
    "pejabat",
    "pemda",
    "pemerintah",
    "pemkab",
    "pemko",
    "pemkot",
    "pemprov",
    "penyedia",
    "perusahaan",
    "plt",
    "ppk",
    "pptk",
    "presiden",
    "pt",
    "puskesmas",
    "rektor",
    "rsud",
    "sekda",
    "sekolah",
    "sekretaris",
    "ud",
    "wali",
    "yayasan",
];
/// Words that end a name where all letters are capitals.
const ENDS: [&str; 56] = [
    "acara",
    "alamat",
    "bank",
    "belanja",
    "biaya",
    "bulan",
    "dalam",
    "dari",
    "dengan",
    "dgn",
    "di",
    "eselon",
    "gol",
    "golongan",
    "guna",
    "honor",
    "honorarium",
    "hotel",
    "jabatan",
    "jumlah",
    "ke",
    "kegiatan",
    "kepada",
    "nik",
    "nip",
    "no",
    "nomor",
    "npwp",
    "oleh",
    "orang",
    "pada",
    "pangkat",
    "pembayaran",
    "perjalanan",
    "peserta",
    "rapat",
    "rek",
    "rekening",
    "rp",
    "sebagai",
    "sebanyak",
    "sebesar",
    "sejumlah",
    "selaku",
    "selama",
    "tahun",
    "tanggal",
    "telp",
    "tgl",
    "tiket",
    "transport",
    "transportasi",
    "tujuan",
    "uang",
    "untuk",
    "yang",
];
/// No name has more words.
const LONGEST_NAME: usize = 6;
/// A name without capitals cannot be told from the words after it: so many words are masked.
const LONGEST_IN_SMALL_LETTERS: usize = 3;

/// The length of a mark at the beginning with the blanks after it, and the length of the name that follows.
pub(super) fn begins(text: &str) -> Option<(usize, usize)> {
    let mark = mark_at(text)?;
    let after = text.get(mark..)?;
    let blanks = after.len() - after.trim_start_matches([' ', ':', '\u{a0}']).len();
    let name = name_length(after.get(blanks..)?);
    (name > 0).then_some((mark + blanks, name))
}

/// The length of the mark that the text begins with. A mark of letters only must be a whole word.
fn mark_at(text: &str) -> Option<usize> {
    MARKS.iter().map(|m| m.len()).zip(MARKS).find_map(|(length, mark)| {
        let begins = text.get(..length)?.eq_ignore_ascii_case(mark);
        let after = text.get(length..).and_then(|t| t.chars().next());
        let whole = mark.ends_with('.') || !after.is_some_and(char::is_alphanumeric);
        (begins && whole).then_some(length)
    })
}

/// How many bytes of the text are a person's name; 0 if it begins with none.
fn name_length(text: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    let mut in_small_letters = false;
    for count in 0..LONGEST_NAME {
        let rest = text.get(at..).unwrap_or("");
        let blanks = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        let word: &str = rest.get(blanks..).unwrap_or("");
        let length = word.find(|c: char| !(c.is_alphabetic() || "'’.-".contains(c))).unwrap_or(word.len());
        let word = word.get(..length).unwrap_or("");
        let plain = word.trim_end_matches(['.', '-']);
        let lower = plain.to_lowercase();
        if plain.is_empty() || (count == 0 && NOT_A_PERSON.contains(&&*lower)) {
            break;
        }
        let joins = matches!(&*lower, "bin" | "binti" | "dan");
        let capital = plain.starts_with(char::is_uppercase);
        if count == 0 {
            in_small_letters = !capital;
        }
        let small = in_small_letters && count < LONGEST_IN_SMALL_LETTERS;
        if ENDS.contains(&&*lower) || !(count == 0 || joins || capital || small) {
            break;
        }
        at += blanks + length;
        // What joins two names is a part of them only if a name follows.
        if !joins {
            end = at - (length - plain.len());
        }
    }
    end
}

/// True for a word that begins no name or ends one.
#[cfg(test)]
pub(super) fn is_reserved(word: &str) -> bool {
    NOT_A_PERSON.contains(&word) || ENDS.contains(&word)
}
