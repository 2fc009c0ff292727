//! The rules on meetings outside the office that were in force when an event began, from the rule table.

use hemat_core::ceiling::SHSR_FROM;
use hemat_core::event::{Event, Fund};
use hemat_core::lang::Lang;
use hemat_core::report::Section;
use hemat_reference::rule::{InForce, rule};

/// Rules about where a meeting may be held; each is printed only if its text was verified.
const ABOUT_PLACES: [&str; 2] = ["PANRB-6-2015", "SHSR-2020-NATURE"];

/// What the rule table says about the event's date. `None` if the event has no date.
pub(super) fn section(event: &Event, lang: Lang) -> Option<Section> {
    let day = event.start?;
    let mut items = Vec::new();
    for id in ABOUT_PLACES {
        let Some(rule) = rule(id).filter(|r| r.in_force_on(day) == InForce::Yes) else {
            continue;
        };
        if let Some(printable) = rule.printable() {
            items.push(format!("{} [{}]", printable.summary(lang), printable.citation(lang)));
        }
    }
    let before_shsr = event.fiscal_year.unwrap_or_else(|| day.year()) < SHSR_FROM;
    if event.fund != Some(Fund::Apbn) && before_shsr {
        items.push(match lang {
            Lang::Id => format!(
                "SHSR (Perpres 33/2020) baru dipakai mulai tahun anggaran {SHSR_FROM}; untuk kegiatan ini tidak ada batas harga nasional yang diketahui, dan tidak ada yang diterapkan."
            ),
            Lang::En => format!(
                "SHSR (Perpres 33/2020) is used from fiscal year {SHSR_FROM} on; for this event no national price limit is known, and none is applied."
            ),
        });
    }
    let heading = lang.pick("Aturan pada tanggal kegiatan", "Rules on the event's date");
    (!items.is_empty()).then(|| Section::new("rules", heading).list(items))
}
