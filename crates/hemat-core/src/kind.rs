//! What a cost line pays for, and where an event takes place.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::lang::Lang;

/// What a cost line pays for (jenis biaya).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CostKind {
    /// Paket meeting: room, food and equipment in one price.
    VenuePackage,
    /// Sewa ruang, aula, gedung pertemuan.
    RoomRent,
    /// Penginapan for the event's own participants, speakers or committee.
    EventLodging,
    /// Makan dan minum of an event.
    Catering,
    /// Honorarium of an event: narasumber, moderator, pembawa acara, panitia, juri.
    SpeakerFee,
    /// Uang saku, uang harian or transport of participants.
    ParticipantAllowance,
    /// Bahan, seminar kit, penggandaan, spanduk of an event.
    EventMaterials,
    /// Sewa sound system, tenda, kursi, proyektor.
    EventEquipment,
    /// Another cost of an event (prizes, stand, decoration, documentation).
    EventOther,
    /// Perjalanan dinas: travel that is not the event's own lodging.
    BusinessTravel,
    /// Not about an event.
    NotEvent,
}

impl CostKind {
    /// All kinds.
    pub const ALL: [CostKind; 11] = [
        CostKind::VenuePackage,
        CostKind::RoomRent,
        CostKind::EventLodging,
        CostKind::Catering,
        CostKind::SpeakerFee,
        CostKind::ParticipantAllowance,
        CostKind::EventMaterials,
        CostKind::EventEquipment,
        CostKind::EventOther,
        CostKind::BusinessTravel,
        CostKind::NotEvent,
    ];

    /// The word used in files and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            CostKind::VenuePackage => "venue-package",
            CostKind::RoomRent => "room-rent",
            CostKind::EventLodging => "event-lodging",
            CostKind::Catering => "catering",
            CostKind::SpeakerFee => "speaker-fee",
            CostKind::ParticipantAllowance => "participant-allowance",
            CostKind::EventMaterials => "event-materials",
            CostKind::EventEquipment => "event-equipment",
            CostKind::EventOther => "event-other",
            CostKind::BusinessTravel => "business-travel",
            CostKind::NotEvent => "not-event",
        }
    }

    /// The kind that a file's word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.as_str() == word)
    }

    /// The word for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            CostKind::VenuePackage => lang.pick("paket meeting", "meeting package"),
            CostKind::RoomRent => lang.pick("sewa ruang", "room rent"),
            CostKind::EventLodging => lang.pick("penginapan kegiatan", "event lodging"),
            CostKind::Catering => lang.pick("konsumsi", "catering"),
            CostKind::SpeakerFee => lang.pick("honorarium narasumber", "speaker fee"),
            CostKind::ParticipantAllowance => {
                lang.pick("uang saku dan transport peserta", "participant allowance")
            }
            CostKind::EventMaterials => lang.pick("bahan kegiatan", "event materials"),
            CostKind::EventEquipment => lang.pick("sewa peralatan", "event equipment"),
            CostKind::EventOther => lang.pick("biaya kegiatan lain", "other event cost"),
            CostKind::BusinessTravel => lang.pick("perjalanan dinas", "business travel"),
            CostKind::NotEvent => lang.pick("bukan kegiatan", "not an event"),
        }
    }

    /// True for money paid to have a place: package, room, lodging of the event.
    #[must_use]
    pub fn is_venue(self) -> bool {
        matches!(self, CostKind::VenuePackage | CostKind::RoomRent | CostKind::EventLodging)
    }

    /// True for every cost of an event; false for travel and for what is not about an event.
    #[must_use]
    pub fn is_event(self) -> bool {
        !matches!(self, CostKind::BusinessTravel | CostKind::NotEvent)
    }
}

impl fmt::Display for CostKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for CostKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Where an event takes place (jenis tempat), as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VenueKind {
    /// Hotel.
    Hotel,
    /// Restoran, rumah makan.
    Restaurant,
    /// Gedung pertemuan swasta.
    CommercialHall,
    /// Aula atau gedung milik pemerintah.
    GovernmentHall,
    /// Daring.
    Online,
    /// A place is paid for, but its kind is not said.
    Unspecified,
    /// The line is not about a place.
    None,
}

impl VenueKind {
    /// All kinds.
    pub const ALL: [VenueKind; 7] = [
        VenueKind::Hotel,
        VenueKind::Restaurant,
        VenueKind::CommercialHall,
        VenueKind::GovernmentHall,
        VenueKind::Online,
        VenueKind::Unspecified,
        VenueKind::None,
    ];

    /// The word used in files and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            VenueKind::Hotel => "hotel",
            VenueKind::Restaurant => "restaurant",
            VenueKind::CommercialHall => "commercial-hall",
            VenueKind::GovernmentHall => "government-hall",
            VenueKind::Online => "online",
            VenueKind::Unspecified => "unspecified",
            VenueKind::None => "none",
        }
    }

    /// The kind that a file's word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.as_str() == word)
    }

    /// The word for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            VenueKind::Hotel => "hotel",
            VenueKind::Restaurant => lang.pick("restoran", "restaurant"),
            VenueKind::CommercialHall => lang.pick("gedung swasta", "commercial hall"),
            VenueKind::GovernmentHall => lang.pick("gedung pemerintah", "government hall"),
            VenueKind::Online => lang.pick("daring", "online"),
            VenueKind::Unspecified => lang.pick("tidak disebut", "not named"),
            VenueKind::None => lang.pick("bukan tempat", "no place"),
        }
    }

    /// True for places run for profit, whose cost a government hall could replace.
    #[must_use]
    pub fn is_commercial(self) -> bool {
        matches!(self, VenueKind::Hotel | VenueKind::Restaurant | VenueKind::CommercialHall)
    }
}

impl fmt::Display for VenueKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for VenueKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
