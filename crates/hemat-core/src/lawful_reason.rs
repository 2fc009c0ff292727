//! Lawful reason (alasan yang sah): why an event may rightly be where it is, as an agency may answer.

use crate::lang::Lang;
use crate::session::words;

words! {
    /// A reason that an agency can give. What it changes in a computation is [`LawfulReason::effect`]; the rule behind
    /// it and the document that shows it stand in the reference tables.
    LawfulReason {
        /// The hall was taken on those days.
        Booked = "booked",
        /// The hall does not hold the participants as they sit.
        TooSmall = "too-small",
        /// There is no government room of that kind in the area.
        NoGovernmentRoom = "no-government-room",
        /// Participants had to stay the night.
        LodgingNeeded = "lodging-needed",
        /// It could not be held online.
        OnlineNotPossible = "online-not-possible",
        /// A rule that restricted hotels was relaxed or not in force on that day.
        RuleRelaxed = "rule-relaxed-in-force",
        /// Participants came from other agencies or regions.
        CrossAgency = "cross-agency-participants",
        /// The place had to be near to people who are hard to reach.
        HardToReach = "place-hard-to-reach",
        /// Equipment that the hall lacks was needed.
        EquipmentLacking = "equipment-lacking",
        /// A sponsor or a central body chose or paid for the place.
        ChosenByOthers = "chosen-by-others",
        /// Security or protocol required the place.
        Security = "security-or-protocol",
        /// The figures that were read are wrong: the reply gives others.
        FiguresCorrected = "figures-corrected",
    }
}

/// What a reason changes in the computation of savings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReasonEffect {
    /// The halls that the reply names (all, if it names none) are out for this event.
    HallsOut,
    /// Beds are counted in the alternative too.
    AddsLodging,
    /// Nothing in the figures: it is printed beside them.
    PrintedOnly,
}

impl ReasonEffect {
    /// The effect for people, as a clause.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            ReasonEffect::HallsOut => lang.pick(
                "gedung yang disebut (semua, jika tidak disebut) tidak lagi menjadi pembanding",
                "the halls named (all, if none is) are no longer compared with",
            ),
            ReasonEffect::AddsLodging => lang.pick(
                "penginapan ikut dihitung di tempat pembanding",
                "beds are counted in the other place too",
            ),
            ReasonEffect::PrintedOnly => lang.pick(
                "alasannya dicetak di sebelah angka; angka berubah bila ada angka baru",
                "the reason is printed beside the figure, which changes where new figures are given",
            ),
        }
    }
}

impl LawfulReason {
    /// What the reason changes.
    #[must_use]
    pub fn effect(self) -> ReasonEffect {
        match self {
            LawfulReason::Booked
            | LawfulReason::TooSmall
            | LawfulReason::NoGovernmentRoom
            | LawfulReason::HardToReach
            | LawfulReason::EquipmentLacking
            | LawfulReason::ChosenByOthers
            | LawfulReason::Security => ReasonEffect::HallsOut,
            LawfulReason::LodgingNeeded => ReasonEffect::AddsLodging,
            LawfulReason::OnlineNotPossible
            | LawfulReason::RuleRelaxed
            | LawfulReason::CrossAgency
            | LawfulReason::FiguresCorrected => ReasonEffect::PrintedOnly,
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            LawfulReason::Booked => lang.pick("gedung sudah terpakai", "the hall was taken"),
            LawfulReason::TooSmall => lang.pick("gedung tidak muat", "the hall is too small"),
            LawfulReason::NoGovernmentRoom => {
                lang.pick("tidak ada ruang pemerintah di daerah itu", "no government room in the area")
            }
            LawfulReason::LodgingNeeded => {
                lang.pick("peserta harus menginap", "participants had to stay the night")
            }
            LawfulReason::OnlineNotPossible => lang.pick("tidak dapat daring", "it could not be held online"),
            LawfulReason::RuleRelaxed => lang.pick(
                "aturan pembatasan dilonggarkan atau tidak berlaku pada hari itu",
                "the restricting rule was relaxed or not in force on that day",
            ),
            LawfulReason::CrossAgency => lang.pick(
                "peserta dari instansi atau daerah lain",
                "participants from other agencies or regions",
            ),
            LawfulReason::HardToReach => {
                lang.pick("lokasi peserta sulit dijangkau", "participants are hard to reach")
            }
            LawfulReason::EquipmentLacking => lang.pick(
                "gedung tidak memiliki peralatan yang perlu",
                "the hall lacks equipment that was needed",
            ),
            LawfulReason::ChosenByOthers => {
                lang.pick("tempat ditentukan atau dibayar pihak lain", "others chose or paid for the place")
            }
            LawfulReason::Security => lang.pick("alasan keamanan atau protokol", "security or protocol"),
            LawfulReason::FiguresCorrected => lang.pick("angka dikoreksi", "figures corrected"),
        }
    }
}
