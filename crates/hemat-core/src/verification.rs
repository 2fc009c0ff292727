//! Verification (pemeriksaan sumber): how well the text behind a published figure or rule is known.

use crate::session::words;

words! {
    /// How a row is known. Nothing [`Verification::No`] is ever printed as law.
    Verification {
        /// The text itself was read.
        Text = "text", "teks peraturan dibaca", "text of the regulation read";
        /// The issuer's own page was read.
        Published = "published", "halaman resmi dibaca", "official page read";
        /// Read from an OCR copy of the regulation.
        OcrCopy = "ocr-copy", "dibaca dari salinan OCR; cocokkan dengan PDF resmi sebelum mengutip", "read from an OCR copy; check against the official PDF before quoting";
        /// Taken from a public database dump.
        Dump = "dump", "dari salinan basis data publik", "from a public database dump";
        /// Reported by others: news, slides, a summary.
        Secondary = "secondary", "menurut sumber kedua (berita atau ringkasan)", "by a second-hand source (news or summary)";
        /// Our own reasoning; nobody else says it.
        Own = "own", "pertimbangan kami sendiri, tanpa sumber", "our own reasoning, without a source";
        /// From the user's own table; nobody but the user has checked it.
        OwnTable = "own-table", "dari tabel pengguna", "from the user's own table";
        /// Read in part.
        Partly = "partly", "terbaca sebagian", "read in part";
        /// Not verified.
        No = "no", "belum diverifikasi", "not verified";
    }
}
