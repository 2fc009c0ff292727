//! Accounts (kode rekening) with their names, in three schemes that must stay apart.

use std::sync::LazyLock;

use hemat_core::account::AccountScheme;

use crate::table::{self, Row, Table, TableError};
use hemat_core::lang::Text;
use hemat_core::verification::Verification;
use hemat_core::words;

words! {
    /// What an account of an event pays for.
    EventCategory {
        /// Paket meeting.
        MeetingPackage = "meeting-package", "paket meeting", "meeting package";
        /// Sewa gedung pertemuan.
        VenueRent = "venue-rent", "sewa gedung pertemuan", "venue rent";
        /// Sewa hotel.
        VenueRentHotel = "venue-rent-hotel", "sewa hotel", "hotel rent";
        /// Sewa of a building in which an event may take place.
        VenueRentPossible = "venue-rent-possible", "sewa bangunan yang mungkin untuk kegiatan", "rent of a building that may serve events";
        /// Makan minum rapat.
        CateringMeeting = "catering-meeting", "makan minum rapat", "meeting catering";
        /// Makan minum tamu.
        CateringGuest = "catering-guest", "makan minum tamu", "guest catering";
        /// Other makan minum.
        CateringOther = "catering-other", "makan minum lain", "other catering";
        /// Honorarium narasumber, moderator, pembawa acara.
        HonorSpeaker = "honor-speaker", "honorarium narasumber", "speaker fees";
        /// Honorarium panitia.
        HonorCommittee = "honor-committee", "honorarium panitia", "committee fees";
        /// Other honoraria.
        HonorOther = "honor-other", "honorarium lain", "other fees";
        /// Kursus, sosialisasi, bimtek.
        Training = "training", "pelatihan, sosialisasi, bimtek", "training and outreach";
        /// Sewa peralatan.
        EquipmentRent = "equipment-rent", "sewa peralatan", "equipment rent";
        /// Sewa kendaraan.
        TransportRent = "transport-rent", "sewa kendaraan", "transport rent";
        /// Jasa of an event.
        EventServices = "event-services", "jasa acara", "event services";
        /// Dekorasi, dokumentasi, publikasi.
        DecorationDocumentation = "decoration-documentation", "dekorasi, dokumentasi, publikasi", "decoration and documentation";
        /// Cetak dan penggandaan.
        Printing = "printing", "cetak dan penggandaan", "printing";
        /// Alat tulis.
        Stationery = "stationery", "alat tulis", "stationery";
        /// Cendera mata, hadiah.
        Souvenir = "souvenir", "cendera mata dan hadiah", "souvenirs and prizes";
        /// Pakaian.
        Clothing = "clothing", "pakaian", "clothing";
        /// Perjalanan dinas.
        Travel = "travel", "perjalanan dinas", "travel";
    }
}

/// One account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its scheme.
    pub scheme: AccountScheme,
    /// The code in canonical dotted form.
    pub code: Box<str>,
    /// The name, with plain slips of the source mended.
    pub name: Box<str>,
    /// The name as the source writes it, where it differs.
    pub name_in_source: Option<Box<str>>,
    /// Number of levels of the code, 3 to 6.
    pub level: u8,
    /// What it pays for, if it is about events or near them.
    pub event_category: Option<EventCategory>,
    /// Where the name is from.
    pub source: Box<str>,
    /// How it is known.
    pub verification: Verification,
    /// A note, such as another meaning of the same code elsewhere.
    pub note: Option<Text>,
}

impl Account {
    /// True if the last level is set by each region, so that the code means different things elsewhere.
    #[must_use]
    pub fn is_local_leaf(&self) -> bool {
        self.scheme == AccountScheme::Permendagri13 && self.level >= 5
    }

    fn read(row: &Row<'_>) -> Result<Self, String> {
        let in_source = row.cell("name_in_source");
        Ok(Account {
            scheme: row.word("scheme", scheme_from_word)?,
            code: row.text("code")?,
            name: row.text("name")?,
            name_in_source: (!in_source.is_empty()).then(|| in_source.into()),
            level: row.need("level")?,
            event_category: row.word_or_none("event_category", EventCategory::from_word)?,
            source: row.text("source")?,
            verification: row.word("verification", Verification::from_word)?,
            note: row.both("note")?,
        })
    }
}

fn scheme_from_word(word: &str) -> Option<AccountScheme> {
    match word {
        "permendagri-13-2006" => Some(AccountScheme::Permendagri13),
        "permendagri-90-2019" => Some(AccountScheme::Permendagri90),
        "kepmendagri-050-2021" => Some(AccountScheme::Kepmendagri050),
        _ => None,
    }
}

pub(crate) const ASSET: (&str, &str) = ("accounts.csv", include_str!("../assets/accounts.csv"));

static TABLE: LazyLock<Table<Account>> = LazyLock::new(|| table::read(ASSET.0, ASSET.1, Account::read));

pub(crate) fn errors() -> &'static [TableError] {
    &TABLE.errors
}

/// All accounts that are known, by scheme and code. The list is not complete.
#[must_use]
pub fn accounts() -> &'static [Account] {
    &TABLE.rows
}

/// The account of a canonical code in one scheme. Codes are never padded: `…01.024` is not `…01.0024`.
#[must_use]
pub fn account(scheme: AccountScheme, code: &str) -> Option<&'static Account> {
    accounts().iter().find(|a| a.scheme == scheme && &*a.code == code)
}

/// The accounts with this name, whatever the case, blanks and dashes; several schemes may have it.
#[must_use]
pub fn accounts_named(name: &str) -> Vec<&'static Account> {
    let wanted = fold(name);
    if wanted.is_empty() {
        return Vec::new();
    }
    let same = |a: &&Account| {
        fold(&a.name) == wanted || a.name_in_source.as_deref().is_some_and(|n| fold(n) == wanted)
    };
    accounts().iter().filter(same).collect()
}

/// The accounts that are about events or near them.
pub fn event_accounts() -> impl Iterator<Item = &'static Account> {
    accounts().iter().filter(|a| a.event_category.is_some())
}

fn fold(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
