//! What is priced, and what its price depends on.

use crate::component::Component;
use crate::session::{Session, words};

words! {
    /// What is priced.
    PricedItem {
        /// Paket rapat: room, food and equipment (and the night) in one price a person. Needs level and package.
        MeetingPackage = "meeting-package", "paket rapat", "meeting package";
        /// Makan rapat biasa.
        MeetingMeal = "meeting-meal", "makan rapat", "meeting meal";
        /// Kudapan rapat biasa.
        MeetingSnack = "meeting-snack", "kudapan rapat", "meeting snack";
        /// Makan, coordination meeting at the level of minister or eselon I.
        CoordinationMeal = "coordination-meal", "makan rapat koordinasi menteri/eselon I", "meal of a minister-level meeting";
        /// Kudapan, coordination meeting at the level of minister or eselon I.
        CoordinationSnack = "coordination-snack", "kudapan rapat koordinasi menteri/eselon I", "snack of a minister-level meeting";
        /// Makan diklat.
        TrainingMeal = "training-meal", "makan diklat", "training meal";
        /// Kudapan diklat.
        TrainingSnack = "training-snack", "kudapan diklat", "training snack";
        /// Sewa gedung pertemuan a day: halls for more than 300 people, furniture and sound included.
        HallRent = "hall-rent", "sewa gedung pertemuan", "hall rent";
        /// Honorarium narasumber an hour. Needs the level.
        SpeakerFee = "speaker-fee", "honorarium narasumber", "speaker fee";
        /// Honorarium moderator.
        ModeratorFee = "moderator-fee", "honorarium moderator", "moderator fee";
        /// Honorarium pembawa acara.
        McFee = "mc-fee", "honorarium pembawa acara", "fee of the master of ceremonies";
        /// Honorarium panitia: penanggung jawab.
        CommitteeResponsibleFee = "committee-responsible-fee", "honorarium penanggung jawab panitia", "fee of the person answering for the committee";
        /// Honorarium panitia: ketua or wakil ketua.
        CommitteeChairFee = "committee-chair-fee", "honorarium ketua panitia", "fee of the committee's chair";
        /// Honorarium panitia: sekretaris.
        CommitteeSecretaryFee = "committee-secretary-fee", "honorarium sekretaris panitia", "fee of the committee's secretary";
        /// Honorarium panitia: anggota.
        CommitteeMemberFee = "committee-member-fee", "honorarium anggota panitia", "fee of a committee member";
        /// Uang harian rapat di luar kantor. Needs the package.
        MeetingAllowance = "meeting-allowance", "uang harian rapat di luar kantor", "allowance for meetings out of the office";
        /// Transpor kegiatan within the regency or city.
        LocalTransport = "local-transport", "transpor dalam kabupaten/kota", "local transport";
        /// Uang harian luar kota.
        AllowanceOutOfTown = "allowance-out-of-town", "uang harian luar kota", "daily allowance out of town";
        /// Uang harian dalam kota, more than 8 hours.
        AllowanceInTown = "allowance-in-town", "uang harian dalam kota lebih dari 8 jam", "daily allowance in town, more than 8 hours";
        /// Uang harian diklat.
        AllowanceTraining = "allowance-training", "uang harian diklat", "daily allowance for training";
        /// Penginapan a night. Needs the level.
        Lodging = "lodging", "penginapan", "lodging";
    }
}

/// Names that people give to items, beside the words of [`PricedItem`], and what they may mean.
const NAMES: &[(&str, &[PricedItem])] = &[
    ("package", &[PricedItem::MeetingPackage]),
    ("paket", &[PricedItem::MeetingPackage]),
    ("meal", &[PricedItem::MeetingMeal]),
    ("makan", &[PricedItem::MeetingMeal]),
    ("snack", &[PricedItem::MeetingSnack]),
    ("kudapan", &[PricedItem::MeetingSnack]),
    ("hall", &[PricedItem::HallRent]),
    ("gedung", &[PricedItem::HallRent]),
    ("sewa-gedung", &[PricedItem::HallRent]),
    ("speaker", &[PricedItem::SpeakerFee]),
    ("narasumber", &[PricedItem::SpeakerFee]),
    ("moderator", &[PricedItem::ModeratorFee]),
    ("mc", &[PricedItem::McFee]),
    ("pembawa-acara", &[PricedItem::McFee]),
    ("committee", &PricedItem::COMMITTEE),
    ("panitia", &PricedItem::COMMITTEE),
    ("allowance", &PricedItem::ALLOWANCES),
    ("uang-harian", &PricedItem::ALLOWANCES),
    ("transport", &[PricedItem::LocalTransport]),
    ("transpor", &[PricedItem::LocalTransport]),
    ("penginapan", &[PricedItem::Lodging]),
    ("hotel", &[PricedItem::Lodging]),
];

impl PricedItem {
    /// Honoraria of a committee (panitia), one for each seat.
    pub const COMMITTEE: [PricedItem; 4] = [
        PricedItem::CommitteeResponsibleFee,
        PricedItem::CommitteeChairFee,
        PricedItem::CommitteeSecretaryFee,
        PricedItem::CommitteeMemberFee,
    ];

    /// Daily allowances (uang harian), for a meeting and for travel.
    pub const ALLOWANCES: [PricedItem; 4] = [
        PricedItem::MeetingAllowance,
        PricedItem::AllowanceOutOfTown,
        PricedItem::AllowanceInTown,
        PricedItem::AllowanceTraining,
    ];

    /// True for what is priced by package: no row without one.
    #[must_use]
    pub fn has_package(self) -> bool {
        matches!(self, PricedItem::MeetingPackage | PricedItem::MeetingAllowance)
    }

    /// The items that a name means: a file's word, or what people say in either language (`meal`, `narasumber`,
    /// `committee`). Case does not matter, a blank is a dash. Empty if it means none.
    #[must_use]
    pub fn named(name: &str) -> Vec<PricedItem> {
        let name = name.trim().to_lowercase().replace([' ', '_'], "-");
        if let Some(item) = PricedItem::from_word(&name) {
            return vec![item];
        }
        NAMES.iter().find(|(known, _)| *known == name).map_or_else(Vec::new, |(_, items)| items.to_vec())
    }

    /// Every name that [`PricedItem::named`] understands beside the words of files.
    pub fn short_names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// The item that prices a component of a venue's cost, with the package. `None` for what has no published
    /// price: equipment, cleaning, transport. A package's price stays whole.
    #[must_use]
    pub fn of_component(component: Component) -> Option<(PricedItem, Option<Session>)> {
        match component {
            Component::HallRent => Some((PricedItem::HallRent, None)),
            Component::Meal => Some((PricedItem::MeetingMeal, None)),
            Component::Snack => Some((PricedItem::MeetingSnack, None)),
            Component::Lodging => Some((PricedItem::Lodging, None)),
            package => package.package().map(|session| (PricedItem::MeetingPackage, Some(session))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_items_are_understood() {
        assert_eq!(PricedItem::named("Meal"), [PricedItem::MeetingMeal]);
        assert_eq!(PricedItem::named("hall-rent"), [PricedItem::HallRent]);
        assert_eq!(PricedItem::named("pembawa acara"), [PricedItem::McFee]);
        assert_eq!(PricedItem::named("panitia").len(), 4);
        assert!(PricedItem::named("balloon").is_empty());
        for name in PricedItem::short_names() {
            assert_eq!(PricedItem::from_word(name), None, "{name} is a word already");
            assert!(!PricedItem::named(name).is_empty(), "{name}");
        }
    }

    #[test]
    fn components_with_a_published_price() {
        let package = PricedItem::of_component(Component::PackageFullday);
        assert_eq!(package, Some((PricedItem::MeetingPackage, Some(Session::Fullday))));
        assert_eq!(PricedItem::of_component(Component::Snack), Some((PricedItem::MeetingSnack, None)));
        assert_eq!(PricedItem::of_component(Component::Projector), None);
    }
}
