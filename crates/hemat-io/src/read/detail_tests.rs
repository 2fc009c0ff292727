use super::*;
use proptest::prelude::*;

fn details(note: &str, amount: i64) -> Details {
    read_details(&[NotePiece { row: 7, text: note }], Some(Rupiah::from_whole(amount)))
}

/// heading | description | quantity | unit | price | amount
fn told(note: &str, amount: i64) -> Vec<String> {
    details(note, amount)
        .lines
        .iter()
        .map(|l| {
            format!(
                "{} | {} | {} | {} | {} | {}",
                l.heading,
                l.description,
                l.quantity.as_ref().map(|q| q.to_string()).unwrap_or_default(),
                l.unit,
                l.unit_price.unwrap_or_default(),
                l.amount
            )
        })
        .collect()
}

#[test]
fn one_line_in_all_its_damage() {
    for (note, amount, expected) in [
        (
            "Sewa ruang Bimtek120 orang/hari x 145.000,00 = 17.400.000,00",
            17_400_000,
            " | Sewa ruang Bimtek | 120 orang/hari | orang/hari | 145000 | 17400000",
        ),
        (
            "Golongan 212 org x 30.000,00 = 360.000,00",
            360_000,
            " | Golongan 2 | 12 org | org | 30000 | 360000",
        ),
        (
            "Roda 41 tahun x 5.650.000,00 = 5.650.000,00",
            5_650_000,
            " | Roda 4 | 1 tahun | tahun | 5650000 | 5650000",
        ),
        (
            "Sewa tenda1 hari x 1.250.000^00 = 1.250.000^00",
            1_250_000,
            " | Sewa tenda | 1 hari | hari | 1250000 | 1250000",
        ),
        ("Cetak2^200 lbr x 150^00 = 330.000^00", 330_000, " | Cetak | 2200 lbr | lbr | 150 | 330000"),
        (
            "Makan31,500 OR x 6.000,00 = 189.000.000,00",
            189_000_000,
            " | Makan | 31500 OR | OR | 6000 | 189000000",
        ),
        ("Snack 750 0s x 28.500,00 = 21.375.000,00", 21_375_000, " | Snack | 750 os | os | 28500 | 21375000"),
        ("Panci\"1 bh x 350.00000 = 350.00000\"", 350_000, " | Panci | 1 bh | bh | 350000 | 350000"),
        (
            "Batu \"2 000 m2 x 212.500 00 = 425.000.000 00\"",
            425_000_000,
            " | Batu | 2000 m2 | m2 | 212500 | 425000000",
        ),
        (
            "Peserta (30 org x 2 hari x 4 klpk)240 oh x 28.500,00 = 6.840.000,00",
            6_840_000,
            " | Peserta (30 org x 2 hari x 4 klpk) | 30 org x 2 hari x 4 klpk | oh | 28500 | 6840000",
        ),
        (
            "Rapat 13 x 30org x 8.500390 or x 8.500,00 = 3.315.000,00",
            3_315_000,
            " | Rapat 13 x 30org x 8.500 | 13 x 30 org | or | 8500 | 3315000",
        ),
        (
            "Kader 30 orang x 7 pos x 12 bln x 5.000 = 12.600.000",
            12_600_000,
            " | Kader | 30 orang x 7 pos x 12 bln | bln | 5000 | 12600000",
        ),
        ("Bahan 1.5 kg x 10.000,00 = 15.000,00", 15_000, " | Bahan | 1.5 kg | kg | 10000 | 15000"),
        (
            "Foto copy\"500 lembar x 17500 = 87.50000\"",
            87_500,
            " | Foto copy | 500 lembar | lembar | 175 | 87500",
        ),
    ] {
        assert_eq!(told(note, amount), [expected], "{note}");
        assert!(details(note, amount).lines[0].product_holds);
    }
}

#[test]
fn headings_glued_lines_and_lines_of_their_own() {
    assert_eq!(
        told(
            "Honor tim\nKetua1 ok x 90,00 = 90,00\nAnggota5 ok x 70,00 = 350,00Staf2 ok x 10,00 = 20,00",
            460
        ),
        [
            "Honor tim | Ketua | 1 ok | ok | 90 | 90",
            "Honor tim | Anggota | 5 ok | ok | 70 | 350",
            "Honor tim | Staf | 2 ok | ok | 10 | 20"
        ]
    );
    let note = [
        NotePiece { row: 3, text: "Pengadaan Laptop" },
        NotePiece { row: 4, text: "Laptop" },
        NotePiece { row: 5, text: "1 unit x 5.000.000,00 = 5.000.000,00" },
    ];
    let details = read_details(&note, None);
    assert_eq!(
        (details.lines[0].row, &*details.lines[0].heading, details.lines[0].description.as_str()),
        (5, "Pengadaan Laptop", "Laptop")
    );
}

#[test]
fn a_comma_lost_everywhere_is_settled_by_the_accounts_amount() {
    assert_eq!(told("Jasa 1 ls x 17500 = 17500", 175), [" | Jasa | 1 ls | ls | 175 | 175"]);
    assert_eq!(told("Jasa 1 ls x 17500 = 17500", 17_500), [" | Jasa | 1 ls | ls | 17500 | 17500"]);
}

#[test]
fn other_ways_to_read_stand_only_if_the_sum_agrees() {
    assert_eq!(
        told("Dam A1 unit x 80,00 = 80,00 Dam B1 unit  80,00 = 80,00", 160),
        [" | Dam A | 1 unit | unit | 80 | 80", " | Dam B | 1 unit | unit | 80 | 80"]
    );
    assert_eq!(told("Dam A1 unit x 80,00 = 80,00 Dam B1 unit  80,00 = 80,00", 99).len(), 1);
    let quoted = "\"Sewa 3 hr x 20,00 = 60,00 Makan 2 or x 5,00 = 10,00\" 1 keg x 75,00 = 75,00";
    assert_eq!(details(quoted, 75).lines.len(), 1);
    assert_eq!(details("minus1 ls x (3.900,00) = (3.900,00)", -3900).sum, Some(Rupiah::from_whole(-3900)));
}

#[test]
fn what_does_not_multiply_keeps_its_total_and_no_quantity() {
    let details = details("Alat 3 bh x 100,00 = 500,00", 500);
    assert_eq!(details.lines[0].quantity, None);
    assert!(!details.lines[0].product_holds);
    assert_eq!(details.sum, Some(Rupiah::from_whole(500)));
}

#[test]
fn an_equals_sign_alone_is_no_detail() {
    assert!(told("Golongan IV = 11 orang 584583279.54", 5).is_empty());
}

proptest! {
    #[test]
    fn any_text_is_safe(text in "\\PC{0,80}") {
        let _ = read_details(&[NotePiece { row: 1, text: &text }], None);
    }

    #[test]
    fn detail_like_text_is_safe(text in "[0-9., ^x=\n\"a-z]{0,80}") {
        let _ = read_details(&[NotePiece { row: 1, text: &text }], Some(Rupiah::ZERO));
    }

    /// A line that we print we read back.
    #[test]
    fn printed_lines_read_back(quantity in 1i64..10_000, price in 1i64..100_000_000) {
        use hemat_core::lang::Lang;
        let (p, t) = (Rupiah::from_whole(price), Rupiah::from_whole(price * quantity));
        let note = format!("Sewa ruang {quantity} hari x {},00 = {},00", p.grouped(Lang::Id), t.grouped(Lang::Id));
        let details = read_details(&[NotePiece { row: 1, text: &note }], None);
        prop_assert_eq!(details.sum, Some(t));
        prop_assert_eq!(details.lines[0].unit_price, Some(p));
        prop_assert_eq!(details.lines[0].quantity.as_ref().unwrap().total(), quantity.into());
    }
}
