//! Who takes part, as far as words tell: an agency's own people, or people of other bodies and the public.

use super::words::{held, holds};

/// People who work for the agency that holds the event.
const OWN: &[&str] =
    &["panitia", "kepanitiaan", "pegawai", "karyawan", "staf", "staff", "internal", "intern", "sekretariat"];

/// People of other bodies, of other places, and the public.
const OTHERS: &[&str] = &[
    "masyarakat",
    "warga",
    "kader",
    "petani",
    "nelayan",
    "peternak",
    "siswa",
    "pelajar",
    "santri",
    "mahasiswa",
    "pemuda",
    "guru",
    "kepala sekolah",
    "sekolah",
    "tokoh",
    "kelompok",
    "pokdarwis",
    "umkm",
    "ukm",
    "ikm",
    "koperasi",
    "pelaku usaha",
    "pengusaha",
    "relawan",
    "undangan",
    "tamu",
    "narasumber",
    "nara sumber",
    "moderator",
    "fasilitator",
    "instruktur",
    "pengajar",
    "penceramah",
    "pemateri",
    "lembaga",
    "lsm",
    "ormas",
    "wartawan",
    "media",
    "puskesmas",
    "posyandu",
    "pkk",
    "desa",
    "kelurahan",
    "kecamatan",
    "camat",
    "lurah",
    "dprd",
    "forkopimda",
    "muspida",
    "bumdes",
    "opd",
    "skpd",
    "instansi",
    "lintas sektor",
    "lintas sektoral",
    "lintas opd",
    "antar opd",
    "perangkat daerah",
    "kementerian",
    "provinsi",
    "kabupaten kota",
    "stakeholder",
    "pemangku kepentingan",
    "perguruan tinggi",
    "akademisi",
    "asosiasi",
    "forum",
    "komunitas",
    "orang tua",
    "wali murid",
];

/// The word of plain text that names the agency's own people. `Eselon IV, Staff dan Non ASN` is a class of prices.
pub(super) fn own_people(plain: &str) -> Option<&'static str> {
    let class_of_prices = holds(plain, "eselon");
    held(plain, OWN).filter(|word| !class_of_prices || !word.starts_with("sta"))
}

/// The word of plain text that names people of other bodies or the public.
pub(super) fn other_people(plain: &str) -> Option<&'static str> {
    held(plain, OTHERS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::words::plain;

    #[test]
    fn people_are_told_by_whole_words() {
        let own = |text| own_people(&plain(text));
        let others = |text| other_people(&plain(text));
        assert_eq!(own("Transport panitia (10 org)"), Some("panitia"));
        assert_eq!(own("Makan rapat stafsus"), None);
        assert_eq!(own("Eselon IV, Staff dan Non ASN"), None);
        assert_eq!(own("Makan rapat staf"), Some("staf"));
        assert_eq!(own("Transport panitia eselon IV"), Some("panitia"));
        assert_eq!(others("Transport kader posyandu"), Some("kader"));
        assert_eq!((own("Transport peserta"), others("Transport peserta")), (None, None));
    }
}
