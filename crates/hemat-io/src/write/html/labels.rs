//! The page's own words, in both languages. Everything else on it comes from the report.

use serde::Serialize;

use hemat_core::lang::Lang;

macro_rules! labels {
    ($($name:ident: $id:literal, $en:literal;)+) => {
        /// Words of the page.
        #[derive(Debug, Serialize)]
        pub(super) struct Labels { $(pub(super) $name: &'static str),+ }

        impl Labels {
            /// The words of one language.
            pub(super) fn of(lang: Lang) -> Self {
                Labels { $($name: lang.pick($id, $en)),+ }
            }

            /// Every word in both languages, for tests.
            #[cfg(test)]
            pub(super) fn both() -> Vec<(&'static str, &'static str)> {
                vec![$(($id, $en)),+]
            }
        }
    };
}

labels! {
    skip: "Langsung ke isi", "Skip to the content";
    contents: "Daftar isi", "Contents";
    summary: "Ringkasan", "Summary";
    quotable: "Kalimat yang dapat dikutip", "A sentence to quote";
    weakest: "Bukti terlemah", "Weakest evidence";
    sources: "Sumber", "Sources";
    figures_in: "Angka grafik ini dalam tabel", "The figures of this chart as a table";
    legend: "Arti warna", "What the colours mean";
    no_rows: "(tidak ada baris)", "(no rows)";
    without_script: "Tanpa JavaScript tabel ini tidak dapat diurutkan atau disaring, dan hanya baris pertama yang tampak; semua baris ada di CSV (--format csv). Baris yang tampak:", "Without JavaScript this table cannot be sorted or filtered and shows its first rows only; the CSV (--format csv) has all rows. Rows shown:";
    of: "dari", "of";
    filter: "Saring baris", "Filter rows";
    sort_by: "Urutkan menurut", "Sort by";
    rows_shown: "Baris", "Rows";
    filtered: "disaring dari", "filtered from";
    none_match: "Tidak ada baris yang cocok.", "No row matches.";
    previous: "Sebelumnya", "Previous";
    next: "Berikutnya", "Next";
    origin: "Dari mana angka ini", "Where these figures come from";
    page: "halaman", "page";
    made_with: "Dibuat dengan", "Made with";
    one_file: "Halaman ini satu berkas: tidak memuat apa pun dari jaringan dan tidak mengirim apa pun.", "This page is one file: it loads nothing from a network and sends nothing.";
}
