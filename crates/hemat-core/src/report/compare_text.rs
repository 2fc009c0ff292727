//! The sentences of a comparison, in both languages. Neutral and short.

use super::cell::grouped_count;
use crate::calendar::Free;
use crate::comparison::{
    CheaperFor, ClaimAnswer, ClaimVerdict, Comparison, CostOf, Fits, MissingReason, NoBest, VenueOption,
    Verdict, WaySummary,
};
use crate::component::Component;
use crate::estimate::Estimate;
use crate::evidence::Evidence;
use crate::lang::Lang;
use crate::money::Rupiah;

/// Money as a range in a sentence.
pub(super) fn money(range: Estimate<Rupiah>, lang: Lang) -> String {
    if range.is_exact() {
        return range.likely().display(lang);
    }
    format!(
        "{} ({} {} {})",
        range.likely().display(lang),
        range.low().display(lang),
        lang.pick("sampai", "to"),
        range.high().display(lang)
    )
}

/// The answer first.
pub(super) fn lead(comparison: &Comparison, lang: Lang) -> Vec<String> {
    let mut lead = Vec::new();
    if let Some(baseline) = comparison.baseline_option() {
        lead.push(baseline_sentence(baseline, lang));
        lead.extend(order_of_magnitude(baseline, lang));
    }
    lead.extend(comparison.claims.iter().map(|answer| claim(comparison, answer, lang)));
    match &comparison.best {
        Ok(best) => {
            if let Some(option) = comparison.options.iter().find(|o| &o.venue == best) {
                lead.push(best_sentence(option, lang));
            }
        }
        Err(reason) => lead.push(no_best(*reason, lang)),
    }
    for option in comparison.alternatives() {
        if comparison.best.as_ref() != Ok(&option.venue) {
            lead.push(alternative_sentence(option, lang));
        }
    }
    lead
}

fn baseline_sentence(baseline: &VenueOption, lang: Lang) -> String {
    let cost = money(baseline.total, lang);
    let evidence = weakest_phrase(baseline, lang);
    match (baseline.complete(), lang) {
        (true, Lang::Id) => format!("Biaya di {}: {cost}{evidence}.", baseline.name),
        (true, Lang::En) => format!("Cost at {}: {cost}{evidence}.", baseline.name),
        (false, Lang::Id) => {
            format!(
                "Biaya di {}: paling sedikit {cost}{evidence}; belum ada harga untuk {}.",
                baseline.name,
                missing_list(baseline, lang)
            )
        }
        (false, Lang::En) => {
            format!(
                "Cost at {}: at least {cost}{evidence}; no price for {}.",
                baseline.name,
                missing_list(baseline, lang)
            )
        }
    }
}

/// A baseline without a receipt, tariff, offer or budget line is no more than an order of magnitude.
pub(super) fn order_of_magnitude(baseline: &VenueOption, lang: Lang) -> Option<String> {
    let weak = baseline.weakest_evidence.is_some_and(|e| e > Evidence::Budget);
    weak.then(|| {
        lang.pick(
            "Angka ini hanya besaran: tidak didukung kuitansi, tarif resmi, penawaran, atau baris anggaran, dan tidak menunjukkan apa yang dibayar.",
            "This figure is an order of magnitude only: no receipt, official tariff, offer or budget line supports it, and it does not show what was paid.",
        )
        .to_owned()
    })
}

pub(super) fn best_sentence(option: &VenueOption, lang: Lang) -> String {
    let cost = money(option.total, lang);
    let saving = option.saving.map(|s| money(s, lang)).unwrap_or_default();
    let evidence = weakest_phrase(option, lang);
    let sure = match (option.verdict, lang) {
        (Verdict::Cheaper, Lang::Id) => "lebih murah pada seluruh rentang",
        (Verdict::Cheaper, Lang::En) => "cheaper over the whole range",
        (_, Lang::Id) => "lebih murah pada nilai yang mungkin, tetapi belum pasti",
        (_, Lang::En) => "cheaper at likely values, but not for certain",
    };
    match lang {
        Lang::Id => {
            format!("Pilihan terbaik: {}, {cost}{evidence}; {sure}, penghematan {saving}.", option.name)
        }
        Lang::En => format!("Best option: {}, {cost}{evidence}; {sure}, saving {saving}.", option.name),
    }
}

pub(super) fn alternative_sentence(option: &VenueOption, lang: Lang) -> String {
    let bound = if option.complete() { "" } else { lang.pick("paling sedikit ", "at least ") };
    let mut sentence =
        format!("{}: {bound}{}, {}", option.name, money(option.total, lang), verdict(option, lang));
    if let Some(saving) = option.saving.filter(|s| s.high() > Rupiah::ZERO) {
        sentence.push_str(&format!("; {} {}", lang.pick("penghematan", "saving"), money(saving, lang)));
    }
    if !option.complete() {
        sentence.push_str(&format!(
            " ({} {})",
            lang.pick("belum ada harga untuk", "no price for"),
            missing_list(option, lang)
        ));
    }
    let fits = match option.fits {
        Fits::Yes => None,
        Fits::No => Some(lang.pick("tidak muat", "too small")),
        Fits::Unknown => Some(lang.pick("belum diketahui apakah muat", "not known to fit")),
    };
    if let Some(fits) = fits {
        sentence.push_str(&format!("; {fits}"));
    }
    if let Free::No(booking) = &option.free {
        sentence.push_str(&format!("; {} {}", lang.pick("terpakai oleh", "taken by"), booking.holder));
    }
    sentence.push('.');
    sentence
}

fn weakest_phrase(option: &VenueOption, lang: Lang) -> String {
    option.weakest_evidence.map_or_else(String::new, |e| match lang {
        Lang::Id => format!("; bukti terlemah: {}", e.label(lang)),
        Lang::En => format!("; weakest evidence: {}", e.label(lang)),
    })
}

fn missing_list(option: &VenueOption, lang: Lang) -> String {
    let names: Vec<&str> = option.missing.iter().map(|m| m.component.label(lang)).collect();
    names.join(", ")
}

pub(super) fn no_best(reason: NoBest, lang: Lang) -> String {
    let why = match (reason, lang) {
        (NoBest::NoOptions, Lang::Id) => "tidak ada tempat lain yang dibandingkan".to_owned(),
        (NoBest::NoOptions, Lang::En) => "no other venue is compared".to_owned(),
        (NoBest::BaselineIncomplete, Lang::Id) => "biaya tempat asal belum lengkap".to_owned(),
        (NoBest::BaselineIncomplete, Lang::En) => "the baseline's cost is incomplete".to_owned(),
        (NoBest::NoneFits { too_small, unknown: 0 }, Lang::Id) => {
            format!("tidak ada tempat yang muat ({too_small} terlalu kecil)")
        }
        (NoBest::NoneFits { too_small, unknown: 0 }, Lang::En) => {
            format!("no venue fits ({too_small} too small)")
        }
        (NoBest::NoneFits { too_small: 0, unknown }, Lang::Id) => {
            format!("kapasitas {unknown} tempat lain belum diketahui, sehingga belum dapat dikatakan muat")
        }
        (NoBest::NoneFits { too_small: 0, unknown }, Lang::En) => {
            format!("the capacity of {unknown} other venues is unknown, so that none can be said to fit")
        }
        (NoBest::NoneFits { too_small, unknown }, Lang::Id) => format!(
            "tidak ada tempat yang diketahui muat ({too_small} terlalu kecil, {unknown} belum diketahui kapasitasnya)"
        ),
        (NoBest::NoneFits { too_small, unknown }, Lang::En) => {
            format!("no venue is known to fit ({too_small} too small, {unknown} of unknown capacity)")
        }
        (NoBest::AllTaken, Lang::Id) => "semua tempat yang muat sudah terpakai pada hari itu".to_owned(),
        (NoBest::AllTaken, Lang::En) => "every venue that fits is taken on those days".to_owned(),
        (NoBest::NoneComplete, Lang::Id) => "tidak ada tempat yang muat dengan harga lengkap".to_owned(),
        (NoBest::NoneComplete, Lang::En) => "no venue that fits has a complete price".to_owned(),
        (NoBest::NoneCheaper, Lang::Id) => "tidak ada tempat yang muat dan lebih murah".to_owned(),
        (NoBest::NoneCheaper, Lang::En) => "no venue that fits is cheaper".to_owned(),
    };
    match lang {
        Lang::Id => format!("Tidak ada pilihan terbaik: {why}."),
        Lang::En => format!("There is no best option: {why}."),
    }
}

/// The verdict of an option in words.
pub(super) fn verdict(option: &VenueOption, lang: Lang) -> &'static str {
    verdict_label(option.verdict, lang)
}

/// A verdict in words.
#[must_use]
pub fn verdict_label(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::Cheaper => lang.pick("lebih murah", "cheaper"),
        Verdict::Dearer => lang.pick("lebih mahal", "dearer"),
        Verdict::Same => lang.pick("sama", "the same"),
        Verdict::Uncertain => lang.pick("belum pasti", "uncertain"),
        Verdict::CannotTell => lang.pick("tidak dapat disimpulkan", "cannot tell"),
    }
}

/// An answer to whether it fits, in words.
#[must_use]
pub fn fits_label(fits: Fits, lang: Lang) -> &'static str {
    match fits {
        Fits::Yes => lang.pick("ya", "yes"),
        Fits::No => lang.pick("tidak", "no"),
        Fits::Unknown => lang.pick("tidak diketahui", "unknown"),
    }
}

/// Whether it fits, with the seats where known.
pub(super) fn fits(option: &VenueOption, lang: Lang) -> String {
    let word = fits_label(option.fits, lang);
    let Some(seats) = option.seats else {
        return word.to_owned();
    };
    let evidence = option.capacity_source.as_ref().map_or("", |(e, _)| e.label(lang));
    format!("{word} ({} {}, {evidence})", grouped_count(u64::from(seats), lang), lang.pick("kursi", "seats"))
}

/// Whether it is free, with the holder where it is not.
#[must_use]
pub fn free_text(option: &VenueOption, lang: Lang) -> String {
    match &option.free {
        Free::Yes => lang.pick("ya", "yes").to_owned(),
        Free::No(booking) => format!("{} ({})", lang.pick("tidak", "no"), booking.holder),
        Free::Unknown => lang.pick("tidak diketahui", "unknown").to_owned(),
    }
}

/// What a cost is for.
#[must_use]
pub fn cost_of(of: &CostOf, lang: Lang) -> String {
    match of {
        CostOf::Venue(component) => component.label(lang).to_owned(),
        CostOf::Event(kind, description) if description.trim().is_empty() => kind.label(lang).to_owned(),
        CostOf::Event(_, description) => description.clone(),
    }
}

/// Why a price is missing.
#[must_use]
pub fn missing_reason(reason: MissingReason, lang: Lang) -> &'static str {
    match reason {
        MissingReason::NoPrice => lang.pick("tidak ada tarif yang berlaku", "no rate in force"),
        MissingReason::ParticipantsUnknown => {
            lang.pick("jumlah peserta tidak diketahui", "number of participants unknown")
        }
    }
}

/// The name of a venue by its id.
pub(super) fn venue_name(comparison: &Comparison, id: &str) -> String {
    comparison.options.iter().find(|o| o.venue == id).map_or_else(|| id.to_owned(), |o| o.name.clone())
}

/// The numbers of participants at which an option is cheaper.
pub(super) fn cheaper_for(range: Option<CheaperFor>, lang: Lang) -> String {
    let n = |count| grouped_count(count, lang);
    match (range, lang) {
        (None, Lang::Id) => "tidak untuk jumlah peserta berapa pun".to_owned(),
        (None, Lang::En) => "no number of participants".to_owned(),
        (Some(CheaperFor { from: 1, to: None }), Lang::Id) => "berapa pun jumlah peserta".to_owned(),
        (Some(CheaperFor { from: 1, to: None }), Lang::En) => "any number of participants".to_owned(),
        (Some(CheaperFor { from, to: None }), Lang::Id) => format!("{} peserta atau lebih", n(from)),
        (Some(CheaperFor { from, to: None }), Lang::En) => format!("{} participants or more", n(from)),
        (Some(CheaperFor { from, to: Some(to) }), Lang::Id) => {
            format!("{} sampai {} peserta", n(from), n(to))
        }
        (Some(CheaperFor { from, to: Some(to) }), Lang::En) => {
            format!("{} to {} participants", n(from), n(to))
        }
    }
}

/// An input of the sensitivity table.
pub(super) fn input(comparison: &Comparison, input: &str, lang: Lang) -> String {
    if let Some((venue, component)) = input.split_once(':') {
        let component = Component::from_word(component).map_or(component, |c| c.label(lang));
        return format!("{} {component}, {}", lang.pick("harga", "price of"), venue_name(comparison, venue));
    }
    match input {
        "participants" => lang.pick("jumlah peserta", "participants"),
        "days" => lang.pick("jumlah hari", "days"),
        "meals_per_day" => lang.pick("makan per hari", "meals a day"),
        "snacks_per_day" => lang.pick("kudapan per hari", "snacks a day"),
        other => other,
    }
    .to_owned()
}

/// The answer to a claim.
pub(super) fn claim(comparison: &Comparison, answer: &ClaimAnswer, lang: Lang) -> String {
    let claim = &answer.claim;
    let verdict = match answer.verdict {
        ClaimVerdict::Holds => lang.pick("benar pada seluruh rentang", "true over the whole range"),
        ClaimVerdict::Fails => lang.pick("tidak benar pada seluruh rentang", "not true over the whole range"),
        ClaimVerdict::Uncertain => lang.pick(
            "belum pasti: benar pada sebagian rentang, tidak pada sebagian lain",
            "uncertain: true in one part of the range, not in another",
        ),
        ClaimVerdict::CannotTell => {
            lang.pick("tidak dapat disimpulkan: ada data yang kurang", "cannot tell: data are missing")
        }
    };
    let venue = venue_name(comparison, &claim.venue);
    let amount = claim.at_least.display(lang);
    let [low, likely, high] = answer.from_participants.map(|n| match n {
        Some(n) => grouped_count(n, lang),
        None => lang.pick("tidak pernah", "never").to_owned(),
    });
    let source = match claim.source.to_string() {
        text if text.is_empty() => String::new(),
        text => format!(" [{text}]"),
    };
    match lang {
        Lang::Id => format!(
            "«{}»{source}. Diuji sebagai: biaya {venue} paling sedikit {amount}. Hasil: {verdict}. Jumlah itu dicapai mulai {likely} peserta pada harga yang mungkin ({low} pada harga terendah, {high} pada harga tertinggi).",
            claim.statement
        ),
        Lang::En => format!(
            "“{}”{source}. Tested as: the cost of {venue} is at least {amount}. Result: {verdict}. That amount is reached from {likely} participants at the likely price ({low} at the lowest price, {high} at the highest).",
            claim.statement
        ),
    }
}

/// Which evidence is strong and which is weak.
pub(super) fn evidence_order(lang: Lang) -> String {
    let words: Vec<&str> = Evidence::ALL.iter().map(|e| e.label(lang)).collect();
    format!("{}: {}.", lang.pick("Dari kuat ke lemah", "From strong to weak"), words.join(" > "))
}

/// The documents that would replace the weakest figures.
pub(super) fn documents(comparison: &Comparison, lang: Lang) -> Vec<String> {
    let mut documents = Vec::new();
    if let Some(baseline) = comparison.baseline_option()
        && (!baseline.complete() || baseline.weakest_evidence.is_none_or(|e| e > Evidence::Receipt))
    {
        documents.push(match lang {
            Lang::Id => {
                format!("kontrak, kuitansi, atau SP2D untuk {}, dan baris DPA kegiatan ini", baseline.name)
            }
            Lang::En => format!(
                "contract, receipt or payment order (SP2D) for {}, and the DPA line of this event",
                baseline.name
            ),
        });
    }
    let counted = comparison.event.participants.as_ref().and_then(|p| p.evidence);
    if counted.is_none_or(|e| e > Evidence::Receipt) {
        documents.push(
            lang.pick(
                "undangan, daftar hadir, dan jadwal acara (jumlah peserta, jam, makan)",
                "invitation, attendance list and programme (participants, hours, meals)",
            )
            .to_owned(),
        );
    }
    for option in comparison.alternatives() {
        let capacity_weak = option.capacity_source.as_ref().is_none_or(|(e, _)| *e > Evidence::Quote);
        if option.fits == Fits::Unknown || capacity_weak {
            documents.push(match lang {
                Lang::Id => format!("kapasitas resmi {} menurut tata duduk", option.name),
                Lang::En => format!("official capacity of {} by layout", option.name),
            });
        }
        if option.free == Free::Unknown {
            documents.push(match lang {
                Lang::Id => format!("buku pemakaian {} pada hari itu", option.name),
                Lang::En => format!("booking book of {} for those days", option.name),
            });
        }
        if !option.complete() || option.weakest_evidence.is_none_or(|e| e > Evidence::Quote) {
            documents.push(match lang {
                Lang::Id => format!("tarif resmi atau penawaran {} dan katering", option.name),
                Lang::En => format!("official tariff or written offer for {} and catering", option.name),
            });
        }
    }
    documents
}

/// Another way at the same venue.
#[must_use]
pub fn way_text(option: &VenueOption, way: &WaySummary, lang: Lang) -> String {
    let parts: Vec<String> = way
        .rates
        .iter()
        .map(|(component, price, source)| {
            let source = source.to_string();
            let source = if source.is_empty() { source } else { format!(" [{source}]") };
            format!("{} @ {}{source}", component.label(lang), money(*price, lang))
        })
        .collect();
    let parts =
        if parts.is_empty() { lang.pick("tanpa tarif", "no rates").to_owned() } else { parts.join(" + ") };
    let bound = if way.missing.is_empty() { "" } else { lang.pick("paling sedikit ", "at least ") };
    let missing: Vec<&str> = way.missing.iter().map(|m| m.component.label(lang)).collect();
    let missing = if missing.is_empty() {
        String::new()
    } else {
        format!(" ({} {})", lang.pick("belum ada harga untuk", "no price for"), missing.join(", "))
    };
    format!("{}: {parts} = {bound}{}{missing}", option.name, way.likely_total.display(lang))
}
