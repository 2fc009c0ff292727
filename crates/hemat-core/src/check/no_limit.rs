//! Prices for which no binding limit is known: told once for each reason, with what they compare to.

use std::collections::BTreeMap;

use crate::ceiling::{CeilingAnswer, FoundCeiling, NoCeilingKnown, NoPrice, NotBinding};
use crate::cost_line::CostLine;
use crate::event::Fund;
use crate::lang::{Lang, Text};

use super::examination::Examination;
use super::finding::Missing;
use super::missing::YEAR;
use super::priced_line::PricedLine;
use super::subject::Subject;

/// Where the limit of the body that pays is to be had.
fn own_table(fund: Option<Fund>) -> Text {
    Text::by(|lang| {
        let table = match fund {
            Some(Fund::Apbd) => lang.pick(
                "standar harga satuan daerah tahun itu (Perbup, Perwal, Pergub)",
                "the region's own price standard of that year (Perbup, Perwal, Pergub)",
            ),
            Some(Fund::Apbn) => lang.pick("SBM tahun itu (PMK)", "the SBM of that year (PMK)"),
            None => lang.pick(
                "standar harga tahun itu: APBD Perbup, Perwal, Pergub; APBN SBM (PMK)",
                "the price standard of that year: APBD Perbup, Perwal, Pergub; APBN SBM (PMK)",
            ),
        };
        let how = lang.pick("contoh: hemat init ceilings", "template: hemat init ceilings");
        format!("{table}: --ceilings FILE; {how}")
    })
}

/// Lines by what they miss. A whole file can miss the same thing.
#[derive(Debug, Default)]
pub(super) struct NoLimit<'l> {
    groups: BTreeMap<(Missing, Option<Text>), Group<'l>>,
}

/// Lines with one reason, and how many of their prices are above the price they compare to.
#[derive(Debug, Default)]
struct Group<'l> {
    lines: Vec<&'l CostLine>,
    compared: Option<usize>,
}

impl<'l> NoLimit<'l> {
    /// A line that does not say enough to ask.
    pub(super) fn missing(&mut self, line: &'l CostLine, missing: Missing) {
        self.groups.entry((missing, None)).or_default().lines.push(line);
    }

    /// A line whose price has no binding limit: nothing is known, or a price that it may pass.
    pub(super) fn answer(&mut self, price: &PricedLine<'l>, answer: &CeilingAnswer<'_>) {
        let comparison = |found| Text::by(|lang| comparison(price, answer, found, lang));
        let (missing, said) = match answer {
            CeilingAnswer::Unknown(why) => (unknown(why), Text::by(|lang| why.text(lang))),
            CeilingAnswer::Benchmark(found) => (not_binding(found, price.question.fund), comparison(found)),
            CeilingAnswer::Estimate(found) => (MARKET_PRICE, comparison(found)),
            CeilingAnswer::Limit(_) => return,
        };
        let group = self.groups.entry((missing, Some(said))).or_default();
        group.lines.push(price.line);
        if let Some(found) = answer.found() {
            *group.compared.get_or_insert(0) += usize::from(price.price > found.highest());
        }
    }

    /// One finding for each reason. A benchmark is stated as what it is: a comparison.
    pub(super) fn report(self, examination: &mut Examination<'_>, title: &str) {
        for ((missing, said), group) in self.groups {
            let subject = Subject::lines(title, &group.lines);
            let Some(said) = said else {
                examination.insufficient(subject, vec![missing]);
                continue;
            };
            let all = group.lines.len();
            let (said, label) = match group.compared {
                None => (said.clone(), said),
                Some(above) => {
                    let said = Text::by(|lang| counted(&said, above, all, lang));
                    let label = Text::by(|lang| label(&missing, &said, lang));
                    (said, label)
                }
            };
            examination.insufficient_but(subject, vec![Missing { label, ..missing }], said);
        }
    }
}

/// An estimate may be passed where the market price is higher; the file does not show that price.
const MARKET_PRICE: Missing = Missing {
    field: "market-price",
    label: Text::fixed("harga pasar", "the market price"),
    where_to_get: Text::fixed(
        "survei harga atau penawaran yang melandasi harga di atas perkiraan",
        "the price survey or offers behind a price above the estimate",
    ),
};

fn unknown(why: &NoCeilingKnown) -> Missing {
    let where_to_get = match &why.reason {
        NoPrice::YearNeeded => return YEAR,
        NoPrice::ProvinceNeeded => Text::fixed(
            "sebutkan provinsi tempat acara: --province NAMA",
            "name the province of the events: --province NAME",
        ),
        NoPrice::LevelNeeded => Text::fixed(
            "SK, undangan atau daftar penerima yang menyebut jenjang (eselon)",
            "the decree, invitation or list of those paid, which names the level (eselon)",
        ),
        NoPrice::HallTooSmall(_) => Text::fixed("daya tampung gedung", "how many persons the hall holds"),
        _ => own_table(why.question.fund),
    };
    Missing { field: "price-ceiling", label: Text::default(), where_to_get }
}

fn not_binding(found: &FoundCeiling<'_>, fund: Option<Fund>) -> Missing {
    let where_to_get = match found.not_binding() {
        Some(NotBinding::FundUnknown) => Text::fixed(
            "sebutkan sumber dananya: --fund apbd atau --fund apbn",
            "say whose money it is: --fund apbd or --fund apbn",
        ),
        Some(NotBinding::RegionUnknown) => Text::fixed(
            "sebutkan pemerintah daerah yang membayar: --region NAMA",
            "name the government that pays: --region NAME",
        ),
        _ => own_table(fund),
    };
    let label = Text::fixed("batas yang mengikat", "a limit that binds");
    Missing { field: "binding-ceiling", label, where_to_get }
}

/// `paket rapat fullday Rp462.000: PMK 32/2025 (...), Sumatera Utara; ...; pembanding, bukan batas untuk APBD`.
fn comparison(
    price: &PricedLine<'_>,
    answer: &CeilingAnswer<'_>,
    found: &FoundCeiling<'_>,
    lang: Lang,
) -> String {
    format!("{}: {}{}", priced_as(found, lang), answer.wording(lang), level_note(price, found, lang))
}

/// Says that the line names no level where the price depends on it.
pub(super) fn level_note(price: &PricedLine<'_>, found: &FoundCeiling<'_>, lang: Lang) -> &'static str {
    if price.question.level.is_some() || found.row().levels.is_empty() {
        return "";
    }
    lang.pick(
        "; jenjang tidak disebut: dipakai jenjang yang paling tinggi",
        "; level not named: the highest level is used",
    )
}

/// What is missing, and what is known instead.
fn label(missing: &Missing, said: &Text, lang: Lang) -> String {
    let known = lang.pick("yang diketahui", "what is known");
    format!("{}; {known}: {}", missing.label.get(lang), said.get(lang))
}

/// `paket rapat fullboard (eselon III ke bawah) Rp826.000`, with the multiplied price where the rules allow one.
pub(super) fn priced_as(found: &FoundCeiling<'_>, lang: Lang) -> String {
    let row = found.row();
    let mut out = row.item.label(lang).to_owned();
    if let Some(package) = row.package {
        out.push_str(&format!(" {package}"));
    }
    if !row.level_label.is_empty() {
        out.push_str(&format!(" ({})", row.level_label));
    }
    out.push_str(&format!(" {}", found.amount().display(lang)));
    if found.highest() != found.amount() {
        out.push_str(&format!(
            ", {} {}",
            lang.pick("paling tinggi", "at most"),
            found.highest().display(lang)
        ));
    }
    out
}

fn counted(said: &Text, above: usize, all: usize, lang: Lang) -> String {
    let said = said.get(lang);
    match lang {
        Lang::Id => format!("{said}; {above} dari {all} harga lebih tinggi"),
        Lang::En => format!("{said}; {above} of {all} prices are higher"),
    }
}
