use proptest::prelude::*;

use super::*;
use crate::money::Rupiah;

fn masked(text: &str) -> String {
    Redactor::new(Lang::Id).mask(text).into_owned()
}

#[test]
fn names_after_a_mark_are_masked() {
    let cases = [
        ("Honor a.n. Budi Santoso untuk 2 jam", "Honor a.n. [nama disamarkan] untuk 2 jam"),
        ("HONOR AN. BUDI SANTOSO UNTUK RAPAT", "HONOR AN. [nama disamarkan] UNTUK RAPAT"),
        ("AN. BUDI SANTOSO TRANSPORT 2 HARI", "AN. [nama disamarkan] TRANSPORT 2 HARI"),
        ("Transport (a/n Siti Aminah)", "Transport (a/n [nama disamarkan])"),
        ("a.n.Budi, 3 hari", "a.n.[nama disamarkan], 3 hari"),
        ("atas nama: siti aminah", "atas nama: [nama disamarkan]"),
        ("an. siti aminah untuk 2 hari", "an. [nama disamarkan] untuk 2 hari"),
        ("Sdr. Budi bin Ahmad hadir", "Sdr. [nama disamarkan] hadir"),
        ("Sdr. Budi dan Siti hadir", "Sdr. [nama disamarkan] hadir"),
        ("Sdr. Budi dan 2 orang", "Sdr. [nama disamarkan] dan 2 orang"),
    ];
    for (text, expected) in cases {
        assert_eq!(masked(text), expected, "{text:?}");
    }
    assert_eq!(Redactor::new(Lang::En).mask("an. Budi"), "an. [name masked]");
}

#[test]
fn numbers_of_persons_are_masked_by_kind() {
    let cases = [
        ("NIK 3402011501800001 hadir", "NIK [NIK disamarkan] hadir"),
        ("NIK: 9999999999999999", "NIK: [NIK disamarkan]"),
        ("oleh 3402015501800001", "oleh [NIK disamarkan]"),
        ("NIP. 19650101 199003 1 001", "NIP. [NIP disamarkan]"),
        ("NIP 196501011990031001", "NIP [NIP disamarkan]"),
        ("NIP196501011990031001", "NIP[NIP disamarkan]"),
        ("(196501011990031001)", "([NIP disamarkan])"),
        ("NIP. 131 234 567", "NIP. [NIP disamarkan]"),
        ("01.234.567.8-901.000", "[NPWP disamarkan]"),
        ("NPWP 01.234.567.8 901 000 Medan", "NPWP [NPWP disamarkan] Medan"),
        ("012345678901000", "[NPWP disamarkan]"),
        ("NPWP: 12.345.678.9-123.000", "NPWP: [NPWP disamarkan]"),
        ("NPWP 123456789123000", "NPWP [NPWP disamarkan]"),
        ("HP 081234567890", "HP [telepon disamarkan]"),
        ("0812-3456-7890", "[telepon disamarkan]"),
        ("0812 3456 7890 120 orang", "[telepon disamarkan] 120 orang"),
        ("081234567890 12 orang", "[telepon disamarkan] 12 orang"),
        ("HP +62 812-3456-7890.", "HP [telepon disamarkan]."),
        ("WA 6281234567890", "WA [telepon disamarkan]"),
        ("surel a.budi@contoh.go.id,", "surel [surel disamarkan],"),
        ("198001@contoh.id", "[surel disamarkan]"),
        ("No. Rek. 0335-01-000123-30-5 BRI", "No. Rek. [nomor rekening disamarkan] BRI"),
        ("rekening Bank Sumut 10002040012345", "rekening Bank Sumut [nomor rekening disamarkan]"),
        ("no rekening: 12345678", "no rekening: [nomor rekening disamarkan]"),
        ("rek 1234567890 a.n. Budi", "rek [nomor rekening disamarkan] a.n. [nama disamarkan]"),
    ];
    for (text, expected) in cases {
        assert_eq!(masked(text), expected, "{text:?}");
    }
}

#[test]
fn a_number_behind_a_number_is_masked_too() {
    for joined in [
        "a.n. x +62000000000 ",
        "NIP 000000000000000000-+62000000000 ",
        "NIP 196501011990031001/081234567890",
        "NIK 1271010101900001-081234567890,ok",
    ] {
        let once = masked(joined);
        assert!(!once.contains("0000") && !once.contains("0812"), "{joined}: {once}");
        assert_eq!(masked(&once), once);
    }
}

#[test]
fn what_budgets_are_made_of_is_not_masked() {
    for text in [
        "Sewa a.n. CV Maju Jaya",
        "a.n. Bupati Contoh",
        "atas nama Pemerintah Kabupaten",
        "Nama sesudah a.n., Sdr. dan sejenisnya",
        "Pelatihan an 3 hari",
        "Makanan. Minuman",
        "Pengadaan sandang",
        "Sdr",
        "",
        "5.1.02.01.01.0052",
        "5.2.2.07.03",
        "Kode rekening 5.2.2.07.03",
        "Kode rek. 510202010026",
        "No. Rek 5.1.02.02.01.0026",
        "rekening 1.250.000.000",
        "pembukaan rekening 50000000",
        "1.01.02.2.01.0001.5.1.02.01.01.0024",
        "Rp677927731381,00",
        "Rp 3402011501800001",
        "= 3402011501800001",
        "3402011501800001,00",
        "9999999999999999",
        "198001012005011.001,50",
        "50 orang x 2 hari x 1 kali",
        "1200 OP x @10000",
        "2016-11-23",
        "23-11-2018",
        "RUP 31234567",
        "08.00 - 16.00",
        "08.01.01.2.05.003",
        "Tinta HP 680",
        "2018 2019 2020 2021",
        "12.500.000",
        "12 500 000 000 000 000",
    ] {
        assert_eq!(masked(text), text);
    }
}

#[test]
fn one_datum_in_many_places_counts_once() {
    let mut redactor = Redactor::new(Lang::En);
    assert_eq!(redactor.sentence(), None);
    redactor.mask("NIP 19650101 199003 1 001 a.n. Budi");
    redactor.mask("AN. BUDI, 196501011990031001, HP 081234567890");
    let counts = [(PersonalData::Nip, 1), (PersonalData::Phone, 1), (PersonalData::Name, 1)];
    assert_eq!(redactor.masked(), BTreeMap::from(counts));
    assert_eq!(redactor.sentence().unwrap(), "Personal data masked: 3 (1 NIP, 1 phone number, 1 name).");
}

/// A date of birth of a NIP or NIK.
fn birth() -> impl Strategy<Value = (u32, u32, u32)> {
    (1950_u32..2005, 1_u32..=12, 1_u32..=28)
}

proptest! {
    #[test]
    fn no_word_of_a_name_is_left(
        name in "[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8}){0,3}",
        mark in "(a\\.n\\. ?|an\\. ?|A/N |Sdr\\. ?|atas nama )",
    ) {
        let known = ["bin", "binti", "dan"];
        prop_assume!(!name.to_lowercase().split(' ').any(|w| name::is_reserved(w) || known.contains(&w)));
        let text = format!("Honor {mark}{name} untuk 2 jam");
        prop_assert_eq!(masked(&text), format!("Honor {mark}[nama disamarkan] untuk 2 jam"));
    }

    #[test]
    fn every_nip_is_found((year, month, day) in birth(), after in 18_u32..35, serial in 1_u32..1000, sex in 1..=2, apart: bool) {
        let gap = if apart { " " } else { "" };
        let text = format!("{year}{month:02}{day:02}{gap}{}{month:02}{gap}{sex}{gap}{serial:03}", (year + after).max(1960));
        prop_assert_eq!(masked(&format!("oleh {text} di aula")), "oleh [NIP disamarkan] di aula");
    }

    #[test]
    fn every_nik_is_found((year, month, day) in birth(), place in 1_u32..80, woman: bool, serial in 1_u32..10_000, before in "[a-o ]{0,12} ") {
        let day = day + if woman { 40 } else { 0 };
        let text = format!("12{place:02}{place:02}{day:02}{month:02}{:02}{serial:04}", year % 100);
        let shown = masked(&format!("{before}{text}"));
        prop_assert!(!shown.contains(&text), "{}", shown);
    }

    /// Amounts as budgets write them, up to a thousand trillion.
    #[test]
    fn no_amount_is_masked(
        whole in 0_u64..1_000_000_000_000_000, sen in 0_u32..100, words in "[a-z]{0,8}",
    ) {
        // A number behind the word for a bank account or an official's number is one.
        prop_assume!(!["rek", "norek", "rekening", "nip", "nippk", "nik", "ktp", "npwp"].contains(&&*words));
        let grouped = Rupiah::from_whole(i64::try_from(whole).unwrap());
        for text in [
            format!("{words} {}", grouped.grouped(Lang::Id)),
            format!("{words} Rp{},{sen:02}", grouped.grouped(Lang::Id)),
            format!("{words} {}", grouped.grouped(Lang::En)),
            format!("{words} {whole}"),
            format!("{words} {whole}.{sen:02}"),
            format!("{words} @{whole} = {whole}"),
        ] {
            prop_assert_eq!(masked(&text), text);
        }
    }

    #[test]
    fn no_code_quantity_or_year_is_masked(
        parts in prop::collection::vec(0_u32..100, 2..8), n in 0_u32..10_000, leaf in 0_u32..10_000, year in 1990_u32..2040,
    ) {
        let code: Vec<String> = parts.iter().map(|p| format!("{p:02}")).collect();
        let plain: Vec<String> = parts.iter().map(u32::to_string).collect();
        for text in [
            format!("{}.{leaf:04}", code.join(".")),
            format!("{}.{leaf:03}", plain.join(".")),
            format!("rekening {}.{leaf:04}", plain.join(".")),
            format!("{n} orang x {} hari x {year} kali", parts[0]),
            format!("{n} OH {year} {year} {}", parts[0]),
            format!("TA {year}/{year}"),
            format!("{year}-{:02}-{:02}", parts[0] % 12 + 1, parts[1] % 28 + 1),
        ] {
            prop_assert_eq!(masked(&text), text);
        }
    }

    /// What is masked stays masked, and the rest of the text stays as it is.
    #[test]
    fn masking_twice_is_masking_once(text in "(a\\.n\\. |NIP |rek |[A-Za-z]{1,5} |[0-9]{1,18}[ .-]|@|\\+62){0,12}") {
        let once = masked(&text);
        prop_assert_eq!(masked(&once), once.clone());
    }

    #[test]
    fn any_text_is_cut_at_characters(text in any::<String>()) {
        let mut end = 0;
        for found in personal_data(&text) {
            prop_assert!(found.start >= end && found.end > found.start && text.get(found.start..found.end).is_some());
            end = found.end;
        }
    }
}
