//! The request for public information (permohonan informasi publik).
//!
//! It rests on UU 14/2008 (Keterbukaan Informasi Publik): Pasal 4 ayat (2) huruf c (the right to a copy on request),
//! Pasal 4 ayat (3) (a request states its reason), Pasal 22 ayat (1) (in writing), ayat (7) (a written notice within
//! 10 working days, which also says who else holds the information), ayat (8) (at most 7 working days more, with
//! reasons in writing).

use std::collections::{BTreeMap, BTreeSet};

use crate::lang::Lang;
use crate::report::{Cell, Column, ColumnKind, Section, Table};
use crate::source::RowRef;
use crate::venue::Venue;

use super::case::EventInQuestion;
use super::event_table::{facts, lines, list, numbers, rows_text};
use super::figure::{Doubt, Figure, WeakFigure};
use super::weak_figure::weak_figures;
use super::{Letter, LetterKind, blank, place_and_date, signature, source_note};

/// A document that can be asked for, in the language of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentAsked {
    /// The figures it supports.
    pub figures: Vec<Figure>,
    /// What it is.
    pub document: String,
    /// What it shows, as an indirect question: `how many people came`.
    pub shows: String,
    /// True if no source says that offices keep it: it is asked for if it is there.
    pub if_kept: bool,
}

/// Makes the request about one event, or about several events of one agency.
///
/// `documents` are all that are known; those that support a weak figure of some event are asked for. `halls` are the
/// government halls that the events could be compared with, and `left_out` is how many further events of the agency
/// the letter leaves out.
#[must_use]
pub fn request_letter(
    cases: &[EventInQuestion<'_>],
    halls: &[&Venue],
    documents: &[DocumentAsked],
    files: &[String],
    left_out: usize,
    lang: Lang,
) -> Letter {
    let agency = cases.first().map_or("", EventInQuestion::agency);
    let one_file = files.len() == 1;
    let weak: Vec<Vec<WeakFigure>> = cases.iter().map(|case| weak_figures(case, halls)).collect();
    Letter {
        kind: LetterKind::Request,
        lang,
        place_and_date: place_and_date(lang),
        heads: heads(cases, lang),
        addressee: addressee(agency, lang),
        salutation: lang.pick("Dengan hormat,", "Dear Sir or Madam,").to_owned(),
        opening: opening(cases, lang),
        parts: vec![
            applicant(lang),
            events_part(cases, one_file, left_out, lang),
            documents_part(&weak, documents, one_file, lang),
            reason_part(cases, lang),
            form_part(lang),
            time_part(lang),
        ],
        closing: vec![
            lang.pick(
                "Atas perhatian dan bantuan Bapak/Ibu saya ucapkan terima kasih.",
                "Thank you for your attention and help.",
            )
            .to_owned(),
        ],
        signature: signature(lang),
        notes: vec![source_note(files, lang)],
    }
}

fn heads(cases: &[EventInQuestion<'_>], lang: Lang) -> Vec<(String, String)> {
    let subject = match (cases, lang) {
        ([case], Lang::Id) => format!("Permohonan informasi publik: dokumen acara “{}”", case.title()),
        ([case], Lang::En) => format!("Request for public information: documents of “{}”", case.title()),
        (_, Lang::Id) => format!("Permohonan informasi publik: dokumen {} acara", cases.len()),
        (_, Lang::En) => format!("Request for public information: documents of {} events", cases.len()),
    };
    let enclosed = lang.pick(
        "salinan kartu identitas pemohon, atau akta badan hukum dan surat kuasa",
        "copy of the applicant's identity card, or the deed of the legal body and a power of attorney",
    );
    super::heads(Some(enclosed), subject, lang)
}

fn addressee(agency: &str, lang: Lang) -> Vec<String> {
    let agency = match agency {
        "" => blank(lang.pick("nama badan publik", "name of the public body")),
        agency => agency.to_owned(),
    };
    vec![
        lang.pick(
            "Yth. Pejabat Pengelola Informasi dan Dokumentasi (PPID)",
            "The Information and Documentation Officer (PPID)",
        )
        .to_owned(),
        agency,
        blank(lang.pick("alamat", "address")),
    ]
}

fn opening(cases: &[EventInQuestion<'_>], lang: Lang) -> Vec<String> {
    let which = if cases.len() == 1 {
        lang.pick("acara yang disebut pada bagian 2", "the event named in part 2")
    } else {
        lang.pick("acara-acara yang disebut pada bagian 2", "the events named in part 2")
    };
    vec![match lang {
        Lang::Id => format!(
            "Berdasarkan Pasal 4 ayat (2) huruf c dan Pasal 22 ayat (1) Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik, saya memohon salinan dokumen pada bagian 3 mengenai {which}."
        ),
        Lang::En => format!(
            "On the ground of Article 4 paragraph (2) letter c and Article 22 paragraph (1) of Law 14 of 2008 on Public Information Openness, I request copies of the documents of part 3 about {which}."
        ),
    }]
}

fn applicant(lang: Lang) -> Section {
    let mut table = Table::new(
        "applicant",
        "",
        vec![
            Column::new("what", lang.pick("Data", "What"), ColumnKind::Text),
            Column::new("fill_in", lang.pick("Isian", "To fill in"), ColumnKind::Text),
        ],
    );
    for (id, en) in [
        ("Nama", "Name"),
        ("Alamat", "Address"),
        ("Nomor telepon atau surel", "Telephone or e-mail"),
        (
            "Cara menerima salinan (surel, diambil, dikirim)",
            "How to receive the copies (e-mail, in person, post)",
        ),
    ] {
        let label = lang.pick(id, en);
        table.row(vec![Cell::text(label), Cell::text(blank(&label.to_lowercase()))]);
    }
    Section::new("applicant", lang.pick("1. Pemohon", "1. Applicant")).table(table)
}

fn events_part(cases: &[EventInQuestion<'_>], one_file: bool, left_out: usize, lang: Lang) -> Section {
    if let [case] = cases {
        return Section::new("events", lang.pick("2. Acara", "2. Event"))
            .table(facts(case, lang))
            .table(lines(case, one_file, lang));
    }
    let part = Section::new("events", lang.pick("2. Acara", "2. Events")).table(list(cases, one_file, lang));
    if left_out == 0 {
        return part;
    }
    part.paragraph(match lang {
        Lang::Id => format!(
            "Permohonan ini dibatasi pada {} acara dengan biaya tempat terbesar agar dapat dilayani; {left_out} acara lain dari instansi yang sama tidak dimohon.",
            cases.len()
        ),
        Lang::En => format!(
            "This request is kept to the {} events with the largest cost of a place, so that it can be served; {left_out} further events of the agency are not asked for.",
            cases.len()
        ),
    })
}

/// A document with the figures it supports, the events and the rows.
struct Wanted<'a> {
    document: &'a DocumentAsked,
    why: BTreeMap<Figure, BTreeSet<Doubt>>,
    events: BTreeSet<usize>,
    rows: BTreeSet<RowRef>,
}

fn wanted<'a>(weak: &[Vec<WeakFigure>], documents: &'a [DocumentAsked]) -> Vec<Wanted<'a>> {
    let mut all = Vec::new();
    for document in documents {
        let mut one =
            Wanted { document, why: BTreeMap::new(), events: BTreeSet::new(), rows: BTreeSet::new() };
        for (at, figures) in weak.iter().enumerate() {
            for weak in figures.iter().filter(|w| document.figures.contains(&w.figure)) {
                one.why.entry(weak.figure).or_default().insert(weak.doubt);
                one.events.insert(at);
                one.rows.extend(weak.rows.iter().cloned());
            }
        }
        if !one.events.is_empty() {
            all.push(one);
        }
    }
    // The order of the figures; among documents for one figure, the order given.
    all.sort_by_key(|w| w.why.keys().next().copied());
    all
}

fn documents_part(
    weak: &[Vec<WeakFigure>],
    documents: &[DocumentAsked],
    one_file: bool,
    lang: Lang,
) -> Section {
    let several = weak.len() > 1;
    let last = if several {
        Column::new("events", lang.pick("Untuk acara no.", "For event no."), ColumnKind::Text)
    } else {
        Column::new("rows", lang.pick("Baris", "Rows"), ColumnKind::Source)
    };
    let mut table = Table::new(
        "documents",
        "",
        vec![
            Column::new("number", "No.", ColumnKind::Count),
            Column::new("document", lang.pick("Dokumen", "Document"), ColumnKind::Text),
            Column::new("shows", lang.pick("Menunjukkan", "It shows"), ColumnKind::Text),
            Column::new("supports", lang.pick("Angka yang didukung", "Figure it supports"), ColumnKind::Text),
            last,
        ],
    );
    for (at, one) in wanted(weak, documents).into_iter().enumerate() {
        let why = one.why.iter().map(|(figure, doubts)| {
            let doubts: Vec<String> = doubts.iter().map(|d| d.label(lang)).collect();
            format!("{} ({})", figure.label(lang), doubts.join("; "))
        });
        let why: Vec<String> = why.collect();
        let kept = if one.document.if_kept { lang.pick(", jika ada", ", if there is one") } else { "" };
        let rows: Vec<RowRef> = one.rows.into_iter().collect();
        let events: Vec<usize> = one.events.into_iter().collect();
        table.row(vec![
            Cell::Count(at as u64 + 1),
            Cell::text(format!("{}{kept}", one.document.document)),
            Cell::text(one.document.shows.clone()),
            Cell::text(why.join("; ")),
            Cell::text(if several { numbers(&events) } else { rows_text(&rows, one_file, lang) }),
        ]);
    }
    Section::new("documents", lang.pick("3. Dokumen yang dimohon", "3. Documents requested")).table(table)
}

fn reason_part(cases: &[EventInQuestion<'_>], lang: Lang) -> Section {
    let purpose = if cases.iter().any(EventInQuestion::pays_for_a_place) {
        lang.pick(
            "Biaya tempat acara itu hendak dibandingkan dengan biaya di gedung pemerintah.",
            "What was paid for the place is to be compared with the cost of a government hall.",
        )
    } else {
        lang.pick(
            "Biaya acara itu hendak dihitung menurut bukti.",
            "The cost of the event is to be told by evidence.",
        )
    };
    let limit = if cases.iter().all(EventInQuestion::is_paid) {
        lang.pick(
            "Data realisasi menyebut apa yang dibayar, bukan apa yang diterima.",
            "Spending data say what was paid, not what was received.",
        )
    } else {
        lang.pick("Anggaran adalah rencana.", "A budget is a plan.")
    };
    let proof = lang.pick(
        "Hanya dokumen di atas yang menunjukkan apa yang dilaksanakan dan dibayar, juga bila biayanya wajar atau ada alasan yang sah. Permohonan ini bukan tuduhan.",
        "Only the documents above show what was held and paid, also where the cost was fair or there was a lawful reason. This request accuses nobody.",
    );
    let article = lang.pick(
        "Alasan ini disebut sesuai Pasal 4 ayat (3).",
        "The reason is given as Article 4 paragraph (3) has it.",
    );
    Section::new("reason", lang.pick("4. Alasan permohonan", "4. Reason of the request"))
        .paragraph(format!("{purpose} {limit} {proof} {article}"))
}

fn form_part(lang: Lang) -> Section {
    Section::new("form", lang.pick("5. Bentuk salinan dan data pribadi", "5. Form of the copies and private data")).list(vec![
        lang.pick(
            "Salinan digital (PDF, CSV, atau foto yang terbaca) sudah cukup.",
            "Digital copies (PDF, CSV or legible photographs) are enough.",
        )
        .to_owned(),
        lang.pick(
            "Data pribadi tidak dimohon: nama peserta, NIK, alamat, nomor telepon, nomor rekening bank, dan tanda tangan boleh dihitamkan.",
            "No private data are asked for: names of participants, identity numbers, addresses, telephone numbers, bank accounts and signatures may be blacked out.",
        )
        .to_owned(),
        lang.pick(
            "Jika sebagian dokumen dikecualikan, mohon bagian lainnya tetap diberikan, dengan alasan pengecualiannya.",
            "If a part of a document is exempt, please give the rest, with the reason of the exemption.",
        )
        .to_owned(),
        lang.pick(
            "Jika ada biaya penyalinan, mohon diberitahukan lebih dahulu.",
            "If copying costs money, please say so first.",
        )
        .to_owned(),
        lang.pick(
            "Jika suatu dokumen tidak pernah dibuat, mohon hal itu dinyatakan; jawaban itu pun berguna.",
            "If a document was never made, please say so; that is an answer too.",
        )
        .to_owned(),
    ])
}

fn time_part(lang: Lang) -> Section {
    Section::new("time", lang.pick("6. Jangka waktu", "6. Time")).paragraph(lang.pick(
        "Sesuai Pasal 22 ayat (7), pemberitahuan tertulis disampaikan paling lambat 10 hari kerja sejak permohonan diterima; menurut ayat (8) waktu itu dapat diperpanjang paling lambat 7 hari kerja dengan alasan tertulis. Jika dokumen dikuasai badan publik lain, misalnya pengelola aula, mohon badan itu disebutkan dalam pemberitahuan.",
        "By Article 22 paragraph (7) a written notice is due within 10 working days of receipt; by paragraph (8) this can be extended by at most 7 working days, with reasons in writing. If another public body holds a document, such as the keeper of a hall, please name it in the notice.",
    ))
}
