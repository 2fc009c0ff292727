//! The words that price tables are written in.

use hemat_core::words;

words! {
    /// Stage of the budget cycle at which a price counts.
    Stage {
        /// Perencanaan: RKA, DPA, APBD as adopted.
        Planning = "planning", "perencanaan", "planning";
        /// Pelaksanaan: money being spent.
        Execution = "execution", "pelaksanaan", "execution";
    }
}
words! {
    /// What a price is by law.
    Nature {
        /// Batas tertinggi: may not be passed.
        Limit = "limit", "batas tertinggi", "limit";
        /// Estimasi: may be passed; never to be called a maximum.
        Estimate = "estimate", "perkiraan yang dapat dilampaui", "estimate that may be passed";
    }
}
words! {
    /// What is priced.
    Item {
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
words! {
    /// How a row is known. Nothing `No` is ever printed as law.
    Verification {
        /// The text itself was read.
        Text = "text", "teks peraturan dibaca", "text of the regulation read";
        /// The issuer's own page was read.
        Published = "published", "halaman resmi dibaca", "official page read";
        /// Read from an OCR copy of the regulation.
        OcrCopy = "ocr-copy", "dibaca dari salinan OCR; cocokkan dengan PDF resmi sebelum mengutip", "read from an OCR copy; check against the official PDF before quoting";
        /// Taken from a public database dump.
        Dump = "dump", "dari salinan basis data publik", "from a public database dump";
        /// Reported by others: news, slides, a summary.
        Secondary = "secondary", "menurut sumber kedua (berita atau ringkasan)", "by a second-hand source (news or summary)";
        /// Read in part.
        Partly = "partly", "terbaca sebagian", "read in part";
        /// Not verified.
        No = "no", "belum diverifikasi", "not verified";
    }
}
