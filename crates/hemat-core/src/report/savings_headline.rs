//! What the headline of a savings report may say, and what it may not; and what moves it most.

use super::{Cell, Column, ColumnKind, Section, Table};
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::Rupiah;
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
    let sure = savings.gross.low().max(Rupiah::ZERO);
    let weakest = Evidence::weakest(saves.iter().filter_map(|e| e.weakest_evidence));
    let mut may = vec![match lang {
        Lang::Id => format!(
            "Boleh dikatakan: \"Untuk {count} kegiatan di tempat berbayar, biaya tempat yang sama di gedung pemerintah yang terdaftar diperkirakan lebih rendah {}, paling sedikit {}.\"",
            savings.gross.likely().display(lang),
            sure.display(lang)
        ),
        Lang::En => format!(
            "May be said: \"For {count} events at paid venues, the same in the government halls listed is estimated to cost {} less, at least {}.\"",
            savings.gross.likely().display(lang),
            sure.display(lang)
        ),
    }];
    may.push(match lang {
        Lang::Id => "Sebutkan selalu: ini perkiraan, gedung dan harga mana yang dipakai, dan bahwa setiap kegiatan dihitung sendiri-sendiri.".to_owned(),
        Lang::En => "Always add: it is an estimate, which halls and prices were used, and that each event was counted alone.".to_owned(),
    });
    may.push(match lang {
        Lang::Id => "Tidak boleh dikatakan: uang ini diselewengkan, kegiatan melanggar aturan, atau uang ini pasti dapat dikembalikan. Angka ini tidak menunjukkan itu.".to_owned(),
        Lang::En => "May not be said: that this money was misused, that a rule was broken, or that it can be recovered. The figures do not show that.".to_owned(),
    });
    if matches!(weakest, Some(Evidence::Assumption | Evidence::Claim)) {
        may.push(match lang {
            Lang::Id => "Sebagian harga atau kapasitas adalah asumsi atau pernyataan: jangan mengutip angkanya sebagai fakta sebelum diganti dengan tarif resmi atau penawaran.".to_owned(),
            Lang::En => "Some prices or capacities are assumptions or claims: do not quote the figure as a fact before they are replaced by a tariff or a quote.".to_owned(),
        });
    }
    Some(Section::new("headline", lang.pick("Cara mengutip angka ini", "How to quote this figure")).list(may))
}

/// What an input is called.
fn input_label(input: &HeadlineInput, lang: Lang) -> String {
    match input {
        HeadlineInput::Participants => {
            lang.pick("jumlah peserta semua kegiatan", "participants of all events").to_owned()
        }
        HeadlineInput::Days => lang.pick("lamanya semua kegiatan", "days of all events").to_owned(),
        HeadlineInput::Times => lang.pick("berapa kali diadakan", "how often events are held").to_owned(),
        HeadlineInput::HallPrice { venue, component } => {
            format!("{} ({venue})", component.label(lang))
        }
        HeadlineInput::BookPrice(component) => {
            format!("{} ({})", component.label(lang), lang.pick("buku harga", "price book"))
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
                Column::new(
                    "low",
                    lang.pick("Penghematan pada nilai rendah (Rp)", "Saving at its low value (IDR)"),
                    ColumnKind::Rupiah,
                ),
                Column::new(
                    "high",
                    lang.pick("Penghematan pada nilai tinggi (Rp)", "Saving at its high value (IDR)"),
                    ColumnKind::Rupiah,
                ),
                Column::new("swing", lang.pick("Selisih (Rp)", "Swing (IDR)"), ColumnKind::Rupiah),
            ],
        );
        for swing in savings.sensitivity.iter().take(LISTED) {
            table.row(vec![
                Cell::text(input_label(&swing.input, lang)),
                Cell::Rupiah(swing.low),
                Cell::Rupiah(swing.high),
                Cell::Rupiah(swing.swing),
            ]);
        }
        section = section
            .paragraph(lang.pick(
                "Setiap anggapan diubah sendiri dari nilai rendah ke nilai tinggi; yang lain tetap pada nilai tengah.",
                "Each assumption alone goes from its low to its high value; the others stay at likely values.",
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
