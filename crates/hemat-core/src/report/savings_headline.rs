//! What the headline of a savings report may say, and what it may not; and what moves it most.

use super::{Cell, Column, ColumnKind, Section, Table};
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::{MoneyError, Rupiah};
use crate::saving::{EventSaving, HeadlineInput, Savings};

/// How many inputs are listed.
const LISTED: usize = 12;

/// Sentences that can be quoted, and sentences that these figures do not support.
pub(super) fn headline_section(savings: &Savings, lang: Lang) -> Option<Section> {
    let saves: Vec<&EventSaving> = savings.events.iter().filter(|e| e.counted().is_some()).collect();
    if saves.is_empty() {
        return None;
    }
    let count = saves.len();
    let weakest = Evidence::weakest(saves.iter().filter_map(|e| e.weakest_evidence));
    let likely = savings.gross.likely().display(lang);
    let low = savings.gross.low();
    let sure = low > Rupiah::ZERO;
    let low = low.abs().display(lang);
    let mut may = Vec::new();
    if matches!(weakest, Some(Evidence::Assumption | Evidence::Claim)) {
        may.push(
            lang.pick(
                "Belum untuk dikutip sebagai temuan: sebagian harga, kapasitas, atau jumlah orang adalah asumsi atau pernyataan. Ganti dulu dengan tarif resmi, penawaran, atau dokumen.",
                "Not yet to be quoted as a finding: some prices, capacities or numbers of people are assumptions or claims. Replace them by a tariff, a quote or a document first.",
            )
            .to_owned(),
        );
    }
    let say = if may.is_empty() {
        lang.pick("Boleh dikatakan:", "May be said:")
    } else {
        lang.pick("Sesudah itu bentuknya:", "After that, in this form:")
    };
    may.push(match (sure, lang) {
        (true, Lang::Id) => format!(
            "{say} \"Biaya tempat {count} kegiatan diperkirakan lebih rendah {likely} di gedung pemerintah yang terdaftar, dan paling sedikit {low} pada anggapan yang paling tidak menguntungkan.\""
        ),
        (true, Lang::En) => format!(
            "{say} \"The places of {count} events are estimated to cost {likely} less in the government halls listed, and at least {low} less at the least favourable assumptions.\""
        ),
        (false, Lang::Id) => format!(
            "{say} \"Biaya tempat {count} kegiatan diperkirakan lebih rendah {likely} di gedung pemerintah yang terdaftar; pada anggapan yang paling tidak menguntungkan justru lebih tinggi {low}.\" Keduanya harus disebut."
        ),
        (false, Lang::En) => format!(
            "{say} \"The places of {count} events are estimated to cost {likely} less in the government halls listed; at the least favourable assumptions {low} more.\" Both have to be said."
        ),
    });
    may.push(match lang {
        Lang::Id => "Sebutkan selalu: ini perkiraan, gedung dan harga mana yang dipakai, dan bahwa setiap kegiatan dihitung sendiri-sendiri.".to_owned(),
        Lang::En => "Always add: it is an estimate, which halls and prices were used, and that each event was counted alone.".to_owned(),
    });
    may.push(match lang {
        Lang::Id => "Tidak boleh dikatakan: uang ini diselewengkan, kegiatan melanggar aturan, atau uang ini pasti dapat dikembalikan. Angka ini tidak menunjukkan itu.".to_owned(),
        Lang::En => "May not be said: that this money was misused, that a rule was broken, or that it can be recovered. The figures do not show that.".to_owned(),
    });
    Some(Section::new("headline", lang.pick("Cara mengutip angka ini", "How to quote this figure")).list(may))
}

/// What an input is called, and the hall or book whose price it is.
fn input_label(input: &HeadlineInput, lang: Lang) -> (&'static str, String) {
    match input {
        HeadlineInput::Participants => (lang.pick("jumlah peserta", "participants"), String::new()),
        HeadlineInput::Days => (lang.pick("jumlah hari", "days"), String::new()),
        HeadlineInput::Times => (lang.pick("berapa kali diadakan", "times held"), String::new()),
        HeadlineInput::HallPrice { venue, component } => (component.label(lang), venue.clone()),
        HeadlineInput::BookPrice(component) => {
            (component.label(lang), lang.pick("buku harga", "price book").to_owned())
        }
    }
}

/// What moves the gross saving most, and how much dearer halls may be.
pub(super) fn sensitivity_section(savings: &Savings, lang: Lang) -> Option<Section> {
    if savings.sensitivity.is_empty() && savings.break_even.is_none() {
        return None;
    }
    let heading = lang.pick("Apa yang paling mengubah angka ini", "What moves this figure most");
    let mut section = Section::new("sensitivity", heading);
    if !savings.sensitivity.is_empty() {
        let mut table = Table::new(
            "sensitivity",
            "",
            vec![
                Column::new("input", lang.pick("Anggapan", "Assumption"), ColumnKind::Text),
                Column::new("of", lang.pick("Gedung", "Hall"), ColumnKind::Text),
                Column::new(
                    "low",
                    lang.pick("Pada nilai rendah (Rp)", "At its low value (IDR)"),
                    ColumnKind::Rupiah,
                ),
                Column::new(
                    "high",
                    lang.pick("Pada nilai tinggi (Rp)", "At its high value (IDR)"),
                    ColumnKind::Rupiah,
                ),
                Column::new("swing", lang.pick("Selisih (Rp)", "Swing (IDR)"), ColumnKind::Rupiah),
            ],
        );
        for swing in savings.sensitivity.iter().take(LISTED) {
            let (input, of) = input_label(&swing.input, lang);
            table.row(vec![
                Cell::text(input),
                Cell::text(of),
                Cell::Rupiah(swing.low),
                Cell::Rupiah(swing.high),
                Cell::Rupiah(swing.swing),
            ]);
        }
        section = section
            .paragraph(lang.pick(
                "Penghematan kotor jika satu anggapan diubah dari nilai rendah ke nilai tinggi dan yang lain tetap pada nilai tengah.",
                "The gross saving if one assumption goes from its low to its high value and the others stay at likely values.",
            ))
            .table(table);
    }
    let Some(break_even) = savings.break_even else { return Some(section) };
    let (halved, gone) = (break_even.halved_at.display(lang), break_even.gone_at.display(lang));
    let days = super::grouped_count(break_even.hall_days, lang);
    Some(section.paragraph(match lang {
        Lang::Id => format!(
            "Titik impas: penghematan ini memerlukan {days} hari gedung. Jika setiap hari gedung lebih mahal {halved}, tersisa paling banyak separuhnya; jika lebih mahal {gone}, tidak ada lagi."
        ),
        Lang::En => format!(
            "Break-even: this saving needs {days} hall days. If every hall day cost {halved} more, at most half of it would be left; at {gone} more, nothing."
        ),
    }))
}

/// Local transport that nobody needs where the hall stands in the agency's own compound; in none of the sums.
pub(super) fn transport_section(savings: &Savings, lang: Lang) -> Result<Option<Section>, MoneyError> {
    let moot: Vec<&EventSaving> = savings.events.iter().filter(|e| e.transport_moot.is_some()).collect();
    if moot.is_empty() {
        return Ok(None);
    }
    let sum = Rupiah::try_sum(moot.iter().filter_map(|e| e.transport_moot))?.display(lang);
    let count = moot.len();
    let mut text = match lang {
        Lang::Id => format!(
            "{count} kegiatan akan berpindah ke gedung di kompleks kantor instansinya sendiri, dan membayar transport lokal {sum}. Jumlah ini tidak masuk penghematan: peserta dari luar kantor tetap perlu transport."
        ),
        Lang::En => format!(
            "{count} events would move into a hall in their own agency's compound, and pay {sum} for local transport. It is not in the savings: people from elsewhere still travel."
        ),
    };
    if moot.iter().any(|e| e.year.is_some_and(|y| (2025..=2026).contains(&y))) {
        text.push_str(lang.pick(
            " Untuk APBN tahun 2025 dan 2026, SBM (PMK 32/2025 Lampiran II pos 3) tidak memberi transport untuk kegiatan di kompleks kantor yang sama; untuk APBD ini pembanding.",
            " For APBN in 2025 and 2026 the SBM (PMK 32/2025, Annex II item 3) gives no transport money within one office compound; for APBD it is a benchmark.",
        ));
    }
    let heading = lang.pick("Transport yang dapat dipertanyakan", "Transport to ask about");
    Ok(Some(Section::new("transport", heading).paragraph(text)))
}
