//! The notes of a comparison in words, in both languages.

use crate::comparison::Note;
use crate::component::Component;
use crate::date::Date;
use crate::lang::Lang;

/// A note in words.
pub(super) fn note(note: &Note, lang: Lang) -> String {
    let label = |component: &Component| component.label(lang);
    match (note, lang) {
        (Note::ParticipantsUnknown, Lang::Id) => "Jumlah peserta tidak diketahui.".to_owned(),
        (Note::ParticipantsUnknown, Lang::En) => "The number of participants is not known.".to_owned(),
        (Note::SessionDefault(s), Lang::Id) => format!("Jenis waktu tidak disebut; dipakai {s}."),
        (Note::SessionDefault(s), Lang::En) => format!("The session is not given; {s} is used."),
        (Note::DaysDefault, Lang::Id) => "Lama kegiatan tidak disebut; dipakai 1 hari.".to_owned(),
        (Note::DaysDefault, Lang::En) => "The number of days is not given; 1 is used.".to_owned(),
        (Note::MealsDefault(n), Lang::Id) => format!("Jumlah makan per hari tidak disebut; dipakai {n}."),
        (Note::MealsDefault(n), Lang::En) => format!("Meals a day are not given; {n} is used."),
        (Note::SnacksDefault(n), Lang::Id) => format!("Jumlah kudapan per hari tidak disebut; dipakai {n}."),
        (Note::SnacksDefault(n), Lang::En) => format!("Snacks a day are not given; {n} is used."),
        (Note::FewSites(n), Lang::Id) => format!(
            "Hanya {n} tempat yang dibandingkan. Praktik baik di luar negeri menyimpan tiga tempat berharga untuk 30 peserta atau lebih; ini bukan hukum Indonesia."
        ),
        (Note::FewSites(n), Lang::En) => format!(
            "Only {n} sites are compared. Good practice abroad keeps three priced sites on record for 30 or more attendees; this is not Indonesian law."
        ),
        (Note::NoGovernmentFacility, Lang::Id) => {
            "Tidak ada gedung pemerintah di antara tempat yang dibandingkan.".to_owned()
        }
        (Note::NoGovernmentFacility, Lang::En) => {
            "No government facility is among the venues compared.".to_owned()
        }
        (Note::HoursUnknown { venue, component }, Lang::Id) => {
            format!(
                "{venue}: {} bertarif per sesi, jam per hari tidak diketahui; dihitung 1 sesi per hari.",
                label(component)
            )
        }
        (Note::HoursUnknown { venue, component }, Lang::En) => {
            format!(
                "{venue}: {} is charged by the session and the hours a day are unknown; 1 session a day is counted.",
                label(component)
            )
        }
        (Note::NotInForce { venue, component, from, to, source }, _) => {
            let source = source.to_string();
            let source = if source.is_empty() { source } else { format!(" [{source}]") };
            let span = validity(*from, *to, lang);
            match lang {
                Lang::Id => format!(
                    "{venue}: tarif {} tidak berlaku pada tanggal kegiatan ({span}) dan tidak dihitung{source}.",
                    label(component)
                ),
                Lang::En => format!(
                    "{venue}: the rate for {} was not in force on the event's date ({span}) and is not counted{source}.",
                    label(component)
                ),
            }
        }
        (Note::ValidityUnknown { venue, component }, Lang::Id) => {
            format!(
                "{venue}: masa berlaku tarif {} tidak dapat diperiksa tanpa tanggal kegiatan; tarif dihitung.",
                label(component)
            )
        }
        (Note::ValidityUnknown { venue, component }, Lang::En) => {
            format!(
                "{venue}: whether the rate for {} was in force cannot be checked without the event's date; it is counted.",
                label(component)
            )
        }
        (Note::NotNeeded { venue, component }, Lang::Id) => {
            format!(
                "{venue}: tarif {} tidak dihitung karena tidak termasuk kebutuhan kegiatan.",
                label(component)
            )
        }
        (Note::NotNeeded { venue, component }, Lang::En) => {
            format!(
                "{venue}: the rate for {} is not counted because the event does not need it.",
                label(component)
            )
        }
        (Note::PackageIncludesNothing { venue, component }, Lang::Id) => {
            format!(
                "{venue}: {} tidak menyebut isinya; semua kebutuhan dihitung di luar paket.",
                label(component)
            )
        }
        (Note::PackageIncludesNothing { venue, component }, Lang::En) => {
            format!(
                "{venue}: {} does not say what it includes; everything needed is counted beside it.",
                label(component)
            )
        }
        (Note::OnlineWithoutRates { venue }, Lang::Id) => format!("{venue}: tidak ada tarif; dihitung nol."),
        (Note::OnlineWithoutRates { venue }, Lang::En) => {
            format!("{venue}: no rate is listed; zero is counted.")
        }
        (Note::SourceNotStated { venue, component }, Lang::Id) => {
            format!("{venue}: sumber harga {} tidak disebut.", label(component))
        }
        (Note::SourceNotStated { venue, component }, Lang::En) => {
            format!("{venue}: the source of the price for {} is not stated.", label(component))
        }
        (Note::WiderBetweenCorners { venue, low, high }, Lang::Id) => format!(
            "{venue}: di antara batas jumlah makan atau kudapan, penghematan dapat mencapai {} sampai {}; kesimpulan sudah memperhitungkannya.",
            low.display(lang),
            high.display(lang)
        ),
        (Note::WiderBetweenCorners { venue, low, high }, Lang::En) => format!(
            "{venue}: between the limits of meals or snacks a day the saving can reach {} to {}; the verdict takes it into account.",
            low.display(lang),
            high.display(lang)
        ),
    }
}

fn validity(from: Option<Date>, to: Option<Date>, lang: Lang) -> String {
    match (from, to) {
        (Some(from), Some(to)) => {
            format!("{} {} {}", from.display(lang), lang.pick("sampai", "to"), to.display(lang))
        }
        (Some(from), None) => format!("{} {}", lang.pick("mulai", "from"), from.display(lang)),
        (None, Some(to)) => format!("{} {}", lang.pick("sampai", "until"), to.display(lang)),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Rupiah;
    use crate::session::Session;
    use crate::source::SourceRef;

    fn not_in_force(from: Option<&str>, to: Option<&str>, source: &str) -> Note {
        let day = |text: Option<&str>| text.and_then(Date::parse_iso);
        let (from, to, source) = (day(from), day(to), SourceRef::document(source));
        Note::NotInForce { venue: "Aula".into(), component: Component::HallRent, from, to, source }
    }

    /// A sentence in each language says the same of the same venue, component and number.
    #[test]
    fn every_note_is_a_sentence_in_both_languages() {
        let at = |make: fn(String, Component) -> Note| make("Aula".into(), Component::HallRent);
        let low = Rupiah::from_whole(-1_500);
        let high = Rupiah::from_whole(2_500);
        let notes: [(Note, &[&str]); 16] = [
            (Note::ParticipantsUnknown, &[]),
            (Note::SessionDefault(Session::Halfday), &["halfday"]),
            (Note::DaysDefault, &["1"]),
            (Note::MealsDefault(3), &["3"]),
            (Note::SnacksDefault(2), &["2"]),
            (Note::FewSites(2), &["2", "30"]),
            (Note::NoGovernmentFacility, &[]),
            (at(|venue, component| Note::HoursUnknown { venue, component }), &["Aula: ", "1 "]),
            (not_in_force(None, None, ""), &["Aula: "]),
            (at(|venue, component| Note::ValidityUnknown { venue, component }), &["Aula: "]),
            (at(|venue, component| Note::NotNeeded { venue, component }), &["Aula: "]),
            (at(|venue, component| Note::PackageIncludesNothing { venue, component }), &["Aula: "]),
            (Note::OnlineWithoutRates { venue: "Aula".into() }, &["Aula: "]),
            (at(|venue, component| Note::SourceNotStated { venue, component }), &["Aula: "]),
            (Note::WiderBetweenCorners { venue: "Aula".into(), low, high }, &["Aula: ", "500"]),
            (not_in_force(None, None, "Perda 1/2011"), &["Aula: ", "[Perda 1/2011]"]),
        ];
        for (each, said) in &notes {
            let texts = [Lang::Id, Lang::En].map(|lang| (note(each, lang), lang));
            assert_ne!(texts[0].0, texts[1].0);
            for (text, lang) in texts {
                assert!(text.ends_with('.') && said.iter().all(|word| text.contains(word)), "{text}");
                let named = format!("{each:?}").contains("component");
                assert!(!named || text.contains(Component::HallRent.label(lang)), "{text}");
            }
        }
    }

    #[test]
    fn a_rate_out_of_force_says_since_or_until_when() {
        let said = |from, to| note(&not_in_force(from, to, ""), Lang::En);
        let (from, to) = (Some("2012-01-01"), Some("2016-12-31"));
        let day = |text: Option<&str>| {
            text.and_then(Date::parse_iso).map(|d| d.display(Lang::En)).unwrap_or_default()
        };
        assert!(said(from, None).contains(&format!("(from {})", day(from))));
        assert!(said(None, to).contains(&format!("(until {})", day(to))));
        assert!(said(from, to).contains(&format!("({} to {})", day(from), day(to))));
    }
}
