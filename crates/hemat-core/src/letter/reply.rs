//! The request for an answer (permintaan tanggapan, hak jawab): the figures and the questions, before they are published.

use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::lawful_reason::LawfulReason;
use crate::report::{Cell, Column, ColumnKind, Section, Table, status_label};
use crate::saving::EventSaving;
use crate::venue::Venue;

use super::case::EventInQuestion;
use super::event_table::{facts, lines, list, rows_text};
use super::{Letter, LetterKind, blank, place_and_date, signature, source_note};

/// A lawful reason that the agency may name, with what the reference tables know of it, in the language of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonAsked {
    /// The reason.
    pub reason: LawfulReason,
    /// What is said by it.
    pub explanation: String,
    /// The document that shows it.
    pub document: String,
    /// Verified rules that were surely in force on the event's date, as citations; empty without a date or for a
    /// reason of fact.
    pub rules: Vec<String>,
}

/// Makes the letter about one event, or about several events of one agency.
///
/// `left_out` is how many further events of the agency the letter leaves out.
#[must_use]
pub fn reply_letter(
    cases: &[EventInQuestion<'_>],
    halls: &[&Venue],
    reasons: &[ReasonAsked],
    files: &[String],
    left_out: usize,
    lang: Lang,
) -> Letter {
    let agency = cases.first().map_or("", EventInQuestion::agency);
    let one_file = files.len() == 1;
    let mut parts = vec![figures_part(cases, one_file, left_out, lang)];
    parts.extend(comparison_part(cases, halls, one_file, lang));
    let next = parts.len() + 1;
    parts.push(questions_part(next, cases, lang));
    parts.push(reasons_part(next + 1, reasons, lang));
    parts.push(use_part(next + 2, lang));
    Letter {
        kind: LetterKind::Reply,
        lang,
        place_and_date: place_and_date(lang),
        heads: heads(cases, lang),
        addressee: addressee(agency, lang),
        salutation: lang.pick("Dengan hormat,", "Dear Sir or Madam,").to_owned(),
        opening: opening(lang),
        parts,
        closing: vec![
            lang.pick("Atas tanggapan Bapak/Ibu kami ucapkan terima kasih.", "Thank you for your answer.")
                .to_owned(),
        ],
        signature: signature(lang),
        notes: vec![source_note(files, lang)],
    }
}

fn heads(cases: &[EventInQuestion<'_>], lang: Lang) -> Vec<(String, String)> {
    let subject = match (cases, lang) {
        ([case], Lang::Id) => format!("Permintaan tanggapan atas angka acara “{}”", case.title()),
        ([case], Lang::En) => format!("Figures of “{}”: request for an answer", case.title()),
        (_, Lang::Id) => format!("Permintaan tanggapan atas angka {} acara", cases.len()),
        (_, Lang::En) => format!("Figures of {} events: request for an answer", cases.len()),
    };
    let compared = cases.iter().any(|c| c.saving.as_ref().is_some_and(|s| s.status.is_compared()));
    let ids: Vec<&str> = cases.iter().map(|c| c.event.id.as_str()).collect();
    let how = lang.pick(
        "perhitungan selisih, dari hemat savings --explain",
        "how the differences were computed, from hemat savings --explain",
    );
    let enclosed = compared.then(|| format!("{how}: {}", ids.join(", ")));
    super::heads(enclosed.as_deref(), subject, lang)
}

fn addressee(agency: &str, lang: Lang) -> Vec<String> {
    let body = match agency {
        "" => blank(lang.pick("nama instansi", "name of the agency")),
        agency => agency.to_owned(),
    };
    vec![format!("{} {body}", lang.pick("Yth. Kepala", "The Head,")), blank(lang.pick("alamat", "address"))]
}

fn opening(lang: Lang) -> Vec<String> {
    let (what, when) = (
        blank(lang.pick("nama terbitan atau laporan", "name of the publication or report")),
        blank(lang.pick("tanggal batas jawaban", "date by which to answer")),
    );
    vec![match lang {
        Lang::Id => format!(
            "Kami menyiapkan {what} tentang biaya tempat acara pemerintah. Sebelum angka di bawah ini diterbitkan, kami meminta tanggapan Bapak/Ibu paling lambat {when}. Koreksi atas angka mana pun kami perlukan lebih dahulu daripada pendapat."
        ),
        Lang::En => format!(
            "We are preparing {what} on what government events pay for their places. Before the figures below are published we ask for your answer by {when}. A correction of any figure matters to us before any opinion."
        ),
    }]
}

fn figures_part(cases: &[EventInQuestion<'_>], one_file: bool, left_out: usize, lang: Lang) -> Section {
    let part =
        Section::new("figures", lang.pick("1. Angka menurut berkas", "1. Figures as the file has them"));
    if let [case] = cases {
        return part.table(facts(case, lang)).table(lines(case, one_file, lang));
    }
    let part = part.table(list(cases, one_file, lang));
    if left_out == 0 {
        return part;
    }
    part.paragraph(match lang {
        Lang::Id => format!(
            "Yang terbesar menurut biaya tempat; {left_out} acara lain dari instansi yang sama tidak ada dalam surat ini."
        ),
        Lang::En => format!(
            "The largest by cost of the place; {left_out} further events of the agency are not in this letter."
        ),
    })
}

fn comparison_part(
    cases: &[EventInQuestion<'_>],
    halls: &[&Venue],
    one_file: bool,
    lang: Lang,
) -> Option<Section> {
    if cases.iter().all(|c| c.saving.is_none()) {
        return None;
    }
    let mut table = Table::new(
        "comparison",
        "",
        vec![
            Column::new("event", lang.pick("Acara", "Event"), ColumnKind::Text),
            Column::new("result", lang.pick("Hasil", "Result"), ColumnKind::Text),
            Column::new("hall", lang.pick("Gedung pembanding", "Hall"), ColumnKind::Text),
            Column::new(
                "current",
                lang.pick("Biaya yang dibandingkan (Rp)", "Cost compared (IDR)"),
                ColumnKind::Rupiah,
            ),
            Column::new("difference", lang.pick("Selisih (Rp)", "Difference (IDR)"), ColumnKind::Rupiah),
            Column::new("evidence", lang.pick("Bukti terlemah", "Weakest evidence"), ColumnKind::Text),
            Column::new("rows", lang.pick("Baris", "Rows"), ColumnKind::Source),
        ],
    );
    for case in cases {
        let Some(saving) = &case.saving else { continue };
        let name =
            |id: &String| halls.iter().find(|h| h.id == *id).map_or_else(|| id.clone(), |h| h.name.clone());
        table.row(vec![
            Cell::text(case.title()),
            Cell::text(status_label(saving.status, lang)),
            saving.best_venue.as_ref().map_or(Cell::Empty, |id| Cell::text(name(id))),
            Cell::Rupiah(saving.current),
            saving.gross_saving.map_or(Cell::Unknown, Cell::Range),
            saving.weakest_evidence.map_or(Cell::Unknown, Cell::Evidence),
            Cell::text(rows_text(&case.rows_of(crate::kind::CostKind::is_venue), one_file, lang)),
        ]);
    }
    let heading =
        lang.pick("2. Perbandingan dengan gedung pemerintah", "2. Comparison with government halls");
    let mut part = Section::new("comparison", heading).table(table);
    for text in comparison_notes(cases, lang) {
        part = part.paragraph(text);
    }
    Some(part)
}

/// What the comparison means, where there is one; what is missing, where there is none.
fn comparison_notes(cases: &[EventInQuestion<'_>], lang: Lang) -> Vec<String> {
    let (compared, others): (Vec<&EventSaving>, Vec<&EventSaving>) =
        cases.iter().filter_map(|c| c.saving.as_ref()).partition(|s| s.status.is_compared());
    let mut notes = Vec::new();
    if !compared.is_empty() {
        notes.push(lang.pick(
            "Selisih adalah biaya tempat dikurangi biaya yang sama di gedung pembanding: angka tengah, lalu dalam kurung yang terkecil dan terbesar. Selisih negatif berarti gedung itu lebih mahal. Angka ini perkiraan, bukan temuan pelanggaran; apakah gedungnya kosong pada hari itu belum diperiksa.",
            "The difference is the cost of the place less that of the same in the hall: the likely figure, in brackets the least and the greatest. Below zero the hall is dearer. It is an estimate and finds no breach; whether the hall was free on the day was not checked.",
        ).to_owned());
    }
    if !others.is_empty() {
        notes.push(lang.pick(
            "Acara tanpa selisih belum dapat dibandingkan, dan tidak ada dalam angka penghematan mana pun. Jawaban atas pertanyaan di bawah dapat mengubahnya.",
            "An event without a difference could not be compared, and is in no figure of savings. Answers to the questions below can change that.",
        ).to_owned());
    }
    let grade = Evidence::weakest(compared.iter().filter_map(|s| s.weakest_evidence));
    if let Some(grade) = grade.filter(|g| *g > Evidence::Budget) {
        notes.push(match lang {
            Lang::Id => format!(
                "Harga gedung pembanding sebagian baru berupa {}. Mohon tarif dan kapasitas yang berlaku; angkanya akan dihitung ulang.",
                grade.label(lang)
            ),
            Lang::En => format!(
                "Some prices of the halls rest on no more than this: {}. Please give the tariff and capacity in force; the figures will be computed anew.",
                grade.label(lang)
            ),
        });
    }
    notes
}

fn questions_part(number: usize, cases: &[EventInQuestion<'_>], lang: Lang) -> Section {
    let paid = cases.iter().all(EventInQuestion::is_paid);
    let mut questions = vec![
        lang.pick(
            "Apakah angka dan uraian pada bagian 1 benar? Jika tidak, mana yang benar, dan menurut dokumen apa?",
            "Are the figures and descriptions of part 1 right? If not, which are, and by what document?",
        ),
        lang.pick(
            "Apakah acara itu dilaksanakan? Kapan, di mana, berapa hari, dan berapa orang yang hadir?",
            "Was the event held? When, where, for how many days, and how many came?",
        ),
    ];
    if !paid {
        questions.push(lang.pick(
            "Berapa yang akhirnya dibayar untuk tempatnya, dan kepada siapa (badan usaha)?",
            "What was paid for the place in the end, and to which firm?",
        ));
    }
    questions.push(lang.pick(
        "Apa saja yang termasuk dalam harga tempat itu (ruang, makan, kudapan, penginapan, peralatan)?",
        "What did the price of the place include (room, meals, snacks, beds, equipment)?",
    ));
    questions.push(lang.pick(
        "Apakah gedung milik pemerintah dipertimbangkan? Gedung mana, dan mengapa tidak dipakai?",
        "Was a government hall considered? Which, and why was it not used?",
    ));
    let heading = lang.pick("Pertanyaan", "Questions");
    let list = questions.into_iter().map(str::to_owned).collect();
    Section::new("questions", format!("{number}. {heading}")).list(list)
}

fn reasons_part(number: usize, reasons: &[ReasonAsked], lang: Lang) -> Section {
    let mut table = Table::new(
        "reasons",
        "",
        vec![
            Column::new("reason", lang.pick("Alasan", "Reason"), ColumnKind::Text),
            Column::new("meaning", lang.pick("Artinya", "What it means"), ColumnKind::Text),
            Column::new("document", lang.pick("Dokumen pendukung", "Document"), ColumnKind::Text),
            Column::new(
                "effect",
                lang.pick("Akibat pada angka", "What it does to the figures"),
                ColumnKind::Text,
            ),
        ],
    );
    for reason in reasons {
        let rules =
            if reason.rules.is_empty() { String::new() } else { format!(" [{}]", reason.rules.join("; ")) };
        table.row(vec![
            Cell::text(format!("{} ({})", reason.reason.label(lang), reason.reason)),
            Cell::text(format!("{}{rules}", reason.explanation)),
            Cell::text(reason.document.clone()),
            Cell::text(reason.reason.effect().label(lang)),
        ]);
    }
    let heading = lang.pick("Alasan yang mungkin berlaku", "Reasons that may apply");
    Section::new("reasons", format!("{number}. {heading}"))
        .paragraph(lang.pick(
            "Jika salah satu alasan ini berlaku, mohon sebutkan beserta dokumennya. Daftar ini tidak menutup alasan lain.",
            "If one of these reasons applies, please name it with its document. Other reasons are not ruled out.",
        ))
        .table(table)
}

fn use_part(number: usize, lang: Lang) -> Section {
    let heading = lang.pick("Bagaimana jawaban dipakai", "How the answer is used");
    Section::new("use", format!("{number}. {heading}")).list(vec![
        lang.pick(
            "Jawaban dimuat di sebelah angkanya, dengan akibatnya pada angka itu, juga pada setiap hitungan ulang.",
            "The answer is printed beside the figure with what it does to it, also whenever the figures are computed anew.",
        )
        .to_owned(),
        lang.pick(
            "Angka yang terbukti keliru diganti sebelum terbit.",
            "A figure shown to be wrong is replaced before it is published.",
        )
        .to_owned(),
        lang.pick(
            "Jika sampai tanggal batas belum ada jawaban, yang ditulis hanyalah: belum ada jawaban. Itu tidak diartikan sebagai pengakuan.",
            "If no answer has come by the date, all that is written is: no answer yet. It is not taken as an admission.",
        )
        .to_owned(),
    ])
}
