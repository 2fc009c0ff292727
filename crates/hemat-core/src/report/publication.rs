//! What a published report needs beside its own figures: how they are made, how strong evidence is, the right of
//! reply. Both languages; the same for every report of a kind.

use super::Section;
use crate::evidence::Evidence;
use crate::lang::Lang;

/// The sections that a page adds at the end of a report of this kind (`compare`, `savings`, `events`, ...).
#[must_use]
pub fn publication(kind: &str, lang: Lang) -> Vec<Section> {
    let heading = lang.pick("Cara angka ini dibuat", "How these figures are made");
    let evidence = Evidence::ALL.map(|e| format!("{}: {}", e.label(lang), meaning(e, lang))).to_vec();
    vec![
        Section::new("methods", heading)
            .list(methods(kind, lang).into_iter().map(str::to_owned).collect())
            .paragraph(lang.pick("Tingkat bukti, dari yang terkuat:", "Grades of evidence, strongest first:"))
            .list(evidence),
        Section::new("reply", lang.pick("Hak jawab", "Right of reply"))
            .list(reply(lang).into_iter().map(str::to_owned).collect()),
    ]
}

fn methods(kind: &str, lang: Lang) -> Vec<&'static str> {
    let mut methods = match kind {
        "compare" | "record" => of_compare(lang),
        "savings" | "explain" => of_savings(lang),
        "events" | "event" => of_events(lang),
        "audit" => [of_events(lang), of_savings(lang)].concat(),
        _ => Vec::new(),
    };
    methods.push(lang.pick(
        "Yang tidak diketahui disebut tidak diketahui, tidak ditebak, dan tidak dihitung nol.",
        "What is not known is called unknown; it is not guessed and not counted as zero.",
    ));
    methods
}

fn of_compare(lang: Lang) -> Vec<&'static str> {
    vec![
        lang.pick(
            "Biaya sebuah tempat adalah paket yang mencakup kegiatan dan apa yang belum termuat di dalamnya, atau ruang, makan, kudapan, dan alat satu per satu. Harga paket dibandingkan utuh dengan seluruh penggantinya, tidak dipecah.",
            "A venue's cost is a package that covers the event and what the package lacks, or room, food and equipment one by one. A package is compared whole with everything that replaces it; it is not divided.",
        ),
        lang.pick(
            "Sebuah tarif dihitung hanya jika berlaku pada hari pertama kegiatan.",
            "A rate counts only if it is in force on the first day of the event.",
        ),
        lang.pick(
            "Angka berbentuk rentang: nilai yang mungkin, dengan terendah dan tertinggi. Jumlah peserta, hari, makan, dan kudapan sama di kedua sisi; harga yang berdiri sendiri mengambil ujung yang berlawanan.",
            "Figures are ranges: a likely value, with a lowest and a highest. Participants, days, meals and snacks are the same on both sides; independent prices take opposite ends.",
        ),
        lang.pick(
            "Lebih murah: penghematan terendah pun di atas nol. Lebih mahal: penghematan tertinggi pun di bawah nol. Belum pasti: di antaranya. Jika ada kebutuhan yang belum berharga, jumlahnya hanya batas bawah (≥).",
            "Cheaper: even the lowest saving is above zero. Dearer: even the highest is below zero. Uncertain: anything between. If something needed has no price, the total is only a lower bound (≥).",
        ),
        lang.pick(
            "Muat: kapasitas untuk tata duduk kegiatan dibandingkan dengan jumlah peserta. Kosong: menurut buku pemakaian; tanpa buku itu tidak diketahui.",
            "Fits: capacity in the event's layout against the participants. Free: by the booking calendar; without one it is unknown.",
        ),
    ]
}

fn of_savings(lang: Lang) -> Vec<&'static str> {
    vec![
        lang.pick(
            "Setiap baris anggaran dibaca, diberi jenis menurut aturan tertulis, dan dikelompokkan menjadi kegiatan. Baris yang tidak dapat dipakai disisihkan dengan alasannya; rekonsiliasi menghitung semuanya.",
            "Every budget line is read, given a kind by written rules, and grouped into events. Lines that cannot be used are set aside with the reason; the reconciliation counts them all.",
        ),
        lang.pick(
            "Penghematan satu kegiatan adalah biaya tempatnya dikurangi biaya kebutuhan yang sama di gedung pemerintah dalam daftar tempat: sewa, makan dan kudapan jika paketnya memuatnya, dan alat.",
            "The saving of one event is its venue cost minus the cost of the same needs in a government hall of the venues file: rent, food where the package included it, and equipment.",
        ),
        lang.pick(
            "Penghematan kotor memindahkan setiap kegiatan sendiri-sendiri. Penghematan yang dapat dilaksanakan memberi satu gedung satu kegiatan pada satu waktu; kegiatan tanpa tanggal yang pasti hanya diberi batas atas.",
            "The gross saving moves each event alone. The feasible saving gives a hall one event at a time; events without a known date only get an upper bound.",
        ),
        lang.pick(
            "Hanya kegiatan yang tempat, peserta, dan lamanya diketahui yang dibandingkan. Yang lain dihitung terpisah dan tidak pernah masuk angka utama.",
            "Only events whose venue, participants and length are known are compared. The others are counted apart and never enter the headline.",
        ),
    ]
}

fn of_events(lang: Lang) -> Vec<&'static str> {
    vec![
        lang.pick(
            "Kegiatan adalah baris-baris satu instansi dan satu kegiatan anggaran yang bersatu menurut judul, tempat, dan tanggal. Setiap baris berada di satu kegiatan atau di luar semua kegiatan.",
            "An event is the lines of one agency and one budget activity that belong together by title, place and date. Every line is in one event or in none.",
        ),
        lang.pick(
            "Peserta dan hari diambil dari volume baris-barisnya. Keyakinan rendah berarti: periksa barisnya sebelum menulis tentangnya.",
            "Participants and days come from the quantities of the lines. Low confidence means: check the lines before writing about it.",
        ),
    ]
}

/// What a grade of evidence is.
fn meaning(evidence: Evidence, lang: Lang) -> &'static str {
    match evidence {
        Evidence::Receipt => {
            lang.pick("kontrak, kuitansi, SP2D: uang yang dibayar", "contract, receipt, payment order: money paid")
        }
        Evidence::Tariff => lang.pick("tarif yang berlaku menurut Perda atau Perbup", "a published tariff in force"),
        Evidence::Quote => lang.pick("penawaran tertulis", "a written offer"),
        Evidence::Budget => lang.pick("baris RKA, DPA, atau APBD: rencana", "a line of a budget: a plan"),
        Evidence::Benchmark => lang.pick(
            "harga resmi yang tidak mengikat instansi ini, atau harga tempat atau tahun lain; bukan batas",
            "an official price that does not bind this body, or a price of another place or year; not a limit",
        ),
        Evidence::Claim => lang.pick("seseorang mengatakannya", "somebody said so"),
        Evidence::Assumption => lang.pick("dugaan, agar besarnya dapat dihitung", "a supposition, to get an order of magnitude"),
    }
}

fn reply(lang: Lang) -> Vec<&'static str> {
    vec![
        lang.pick(
            "Selisih harga adalah petunjuk, bukan putusan, dan tidak berarti ada pelanggaran. Alasan yang sah dapat ada: gedung terpakai, kapasitas kurang, akses, keamanan, atau penginapan.",
            "A difference in price is a signal, not a verdict, and does not mean that a rule was broken. There may be lawful reasons: the hall was taken, too small, hard to reach, not secure, or beds were needed.",
        ),
        lang.pick(
            "Sebelum diterbitkan, kirimkan bagian yang menyangkut mereka kepada instansi dan tempat yang disebut, dengan waktu yang wajar untuk menjawab.",
            "Before publishing, send the agencies and venues that are named the part that concerns them, with reasonable time to answer.",
        ),
        lang.pick(
            "Muat jawaban mereka bersama angkanya. Jika dokumen baru mengubah angka, hitung ulang dan tulis ralatnya.",
            "Publish their answer with the figures. If a new document changes a figure, compute it again and print the correction.",
        ),
        lang.pick(
            "Tanggapan dari yang disebut: belum dicantumkan dalam laporan ini.",
            "Answers from those named: none is included in this report yet.",
        ),
    ]
}
