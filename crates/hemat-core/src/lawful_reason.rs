//! Lawful reason (alasan yang sah): why an event may rightly be where it is, as an agency may answer.

use crate::session::words;

words! {
    /// A reason that an agency can give. What it changes in a computation is [`LawfulReason::effect`]; the words for
    /// people, the rule behind it and the document that shows it stand in the reference tables.
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
}
