//! What the columns of reports mean (keterangan kolom), by their keys, in both languages. For files that describe their
//! own columns. A key means the same in every table.

use crate::lang::Lang;

/// Key, Indonesian, English; sorted by key.
const MEANINGS: &[(&str, &str, &str)] = &[
    ("account", "Kode dan nama rekening", "Code and name of the account"),
    ("account_code", "Kode rekening seperti dalam berkas", "Account code as in the file"),
    ("account_name", "Nama rekening seperti dalam berkas", "Account name as in the file"),
    ("activity", "Kegiatan atau sub kegiatan anggaran", "Budget activity"),
    ("agency", "Instansi (SKPD, OPD) yang membelanjakan", "The agency that spends"),
    ("amount", "Jumlah dalam rupiah", "Amount in rupiah"),
    ("amount_read", "Rupiah yang dibaca", "Rupiah read"),
    ("amount_set_aside", "Rupiah pada baris yang disisihkan", "Rupiah in rows set aside"),
    ("amount_used", "Rupiah pada baris yang dipakai", "Rupiah in rows used"),
    ("best", "Gedung pemerintah dengan penghematan terbesar", "The government hall with the greatest saving"),
    (
        "best_venue",
        "Id gedung pemerintah dengan penghematan terbesar",
        "Id of the government hall with the greatest saving",
    ),
    (
        "cells",
        "Isi sel baris itu, utuh, dipisahkan dengan ' | '",
        "The row's cells untouched, divided by ' | '",
    ),
    (
        "cheaper_for",
        "Jumlah peserta yang membuat tempat ini lebih murah",
        "Numbers of participants for which this venue is cheaper",
    ),
    ("column", "Nama kolom dalam berkas", "The column's name in the file"),
    ("complete", "Apakah semua kebutuhan punya harga", "Whether everything needed has a price"),
    ("component", "Komponen biaya", "Component of the cost"),
    ("confidence", "Keyakinan: low, medium, high", "Confidence: low, medium, high"),
    ("cost", "Biaya dalam rupiah", "Cost in rupiah"),
    ("cost_kind", "Untuk apa uangnya", "What the money is for"),
    ("count", "Banyaknya", "How many"),
    ("current", "Biaya tempat sekarang: paket dan sewa ruang", "Venue cost now: packages and room rent"),
    ("date", "Tanggal menurut berkas", "Date by the file"),
    (
        "date_is",
        "Tanggal apa itu: kegiatan, rencana pengadaan, atau pembayaran",
        "What the date is of: event, planned purchase or payment",
    ),
    ("days", "Lama dalam hari", "Length in days"),
    ("description", "Uraian seperti dalam berkas", "Description as in the file"),
    ("doubts", "Keraguan tentang kegiatan ini", "Doubts about this event"),
    ("effect", "Pengaruhnya terhadap penghematan", "Its effect on the saving"),
    ("encoding", "Enkode berkas", "Encoding of the file"),
    ("event", "Id kegiatan", "Id of the event"),
    ("events", "Banyaknya kegiatan", "Number of events"),
    (
        "evidence",
        "Tingkat bukti, dari receipt (terkuat) sampai assumption",
        "Grade of evidence, from receipt (strongest) to assumption",
    ),
    (
        "extra",
        "Selisih sampai impas: penghematan pada nilai yang mungkin",
        "Margin to break-even: the likely saving",
    ),
    ("fact", "Hal", "Item"),
    ("field", "Nama kolom menurut hemat", "The column's name in hemat"),
    ("file", "Nama berkas masukan", "Name of the input file"),
    ("first", "Berkas atau hari pertama", "First file or day"),
    ("fits", "Apakah muat: yes, no, unknown", "Whether it holds the participants: yes, no, unknown"),
    (
        "free",
        "Apakah kosong pada hari itu: yes, no, unknown",
        "Whether it is free on those days: yes, no, unknown",
    ),
    ("from", "Mulai", "From"),
    (
        "gross_saving",
        "Penghematan kotor: biaya tempat sekarang dikurangi gedung pemerintah",
        "Gross saving: venue cost now less the government hall",
    ),
    ("group", "Kelompok", "Group"),
    ("hall", "Gedung pemerintah", "Government hall"),
    ("heading", "Judul di dalam rincian", "Heading inside the details"),
    ("high", "Hasil pada nilai tertinggi masukan", "Result at the input's high value"),
    ("id", "Id yang tetap", "Stable id"),
    ("input", "Masukan yang tidak pasti", "The uncertain input"),
    ("item", "Hal", "Item"),
    ("kind", "Jenis", "Kind"),
    ("last", "Berkas atau hari terakhir", "Last file or day"),
    ("layout", "Tata letak berkas", "Layout of the file"),
    ("lines", "Banyaknya rincian", "Number of lines"),
    ("low", "Hasil pada nilai terendah masukan", "Result at the input's low value"),
    ("month", "Bulan", "Month"),
    ("name", "Nama", "Name"),
    ("occurrences", "Berapa kali diadakan", "How many times it is held"),
    ("of", "Berkas yang sama isinya", "The file of the same content"),
    ("office", "Instansi", "Office"),
    ("outcome", "Hasil", "Outcome"),
    ("package", "Paket rapat: halfday, fullday, fullboard", "Meeting package: halfday, fullday, fullboard"),
    (
        "part",
        "Bagian; pada rincian: nomor urut di bawah rekeningnya",
        "Part; of a line: its number under its account",
    ),
    ("participants", "Jumlah peserta (orang)", "Number of participants"),
    (
        "per_person_day",
        "Biaya mungkin dibagi peserta dan hari",
        "Likely cost divided by participants and days",
    ),
    ("quantity", "Volume seperti dalam berkas", "Quantity as in the file"),
    (
        "reason",
        "Alasan; nama tetap ada dalam docs/errors.id.md",
        "Reason; stable names are in docs/errors.md",
    ),
    ("received", "Tanggal diterima", "Date received"),
    (
        "row",
        "Nomor baris dalam berkas, mulai dari 1, judul ikut dihitung",
        "Row in the file, from 1, title rows counted",
    ),
    (
        "row_role",
        "detail, atau total (jumlah baris di atasnya; jangan dijumlahkan lagi)",
        "detail, or total (the sum of rows above; not to be added again)",
    ),
    ("rows", "Baris dalam berkas, atau banyaknya", "Rows in the file, or their number"),
    ("rows_not_lines", "Baris yang bukan rincian", "Rows that are no lines"),
    ("rows_read", "Baris yang dibaca", "Rows read"),
    ("rows_set_aside", "Baris yang disisihkan", "Rows set aside"),
    ("rows_used", "Baris yang dipakai", "Rows used"),
    ("rule", "Aturan yang menentukan", "The rule that decided"),
    (
        "same_package",
        "Id kegiatan dari paket yang sama pada tahap lain",
        "Ids of events of the same package in another stage",
    ),
    ("saving", "Penghematan; negatif berarti lebih mahal", "Saving; negative means dearer"),
    ("share", "Bagian dalam persen", "Share in percent"),
    ("shared", "Banyaknya rincian yang sama", "Number of lines in common"),
    ("source", "Sumber: berkas dan baris, atau dokumen", "Source: file and row, or document"),
    (
        "stage",
        "Tahap anggaran: murni, perubahan, realisasi",
        "Budget stage: murni (adopted), perubahan (revised), realisasi (realised)",
    ),
    ("statement", "Pernyataan", "Statement"),
    ("status", "Keadaan", "Status"),
    ("swing", "Ayunan: selisih kedua hasil", "Swing: the difference of both results"),
    ("title", "Nama kegiatan", "Title of the event"),
    ("total", "Jumlah biaya; batas bawah jika tidak lengkap", "Total cost; a lower bound if not complete"),
    ("unit_price", "Harga satuan", "Price of one unit"),
    ("value", "Isi", "Value"),
    ("venue", "Tempat", "Venue"),
    ("venue_cost", "Biaya tempat: paket dan sewa ruang", "Venue cost: packages and room rent"),
    ("venue_kind", "Jenis tempat", "Kind of venue"),
    ("venue_name", "Nama tempat", "Name of the venue"),
    ("verdict", "Kesimpulan terhadap tempat asal", "Verdict against the baseline"),
    ("warnings", "Banyaknya peringatan dan kesalahan pembacaan", "Number of warnings and errors of reading"),
    ("weakest", "Bukti terlemah", "Weakest evidence"),
    ("weakest_evidence", "Bukti terlemah", "Weakest evidence"),
    ("why", "Alasan", "Reason"),
    ("working", "Cara hitung", "How it is computed"),
    ("year", "Tahun anggaran", "Fiscal year"),
];

/// What a column of this key means; `None` for a key that no report has.
#[must_use]
pub fn column_meaning(key: &str, lang: Lang) -> Option<&'static str> {
    let at = MEANINGS.binary_search_by(|(known, _, _)| (*known).cmp(key)).ok()?;
    MEANINGS.get(at).map(|(_, id, en)| lang.pick(*id, *en))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_told_in_both_languages() {
        assert!(MEANINGS.is_sorted_by(|a, b| a.0 < b.0));
        for (key, id, en) in MEANINGS {
            assert!(!id.is_empty() && !en.is_empty(), "{key}");
            assert_eq!(column_meaning(key, Lang::Id), Some(*id));
        }
        assert_eq!(column_meaning("nosuch", Lang::Id), None);
    }
}
