use proptest::prelude::*;

use super::*;

fn detail(line: &str) -> PokDetail {
    match read_pok(line).as_slice() {
        [PokLine::Detail(detail)] => detail.clone(),
        other => panic!("{line:?}: {other:?}"),
    }
}

/// description, quantity, unit, price, amount
#[test]
fn lines_of_every_shape() {
    let cases = [
        (
            "  - \tPaket Rapat [40 org x 2 hr x 3 kali]\t\t240.0 oh\t1.150.000\t\t276.000.000",
            "Paket Rapat",
            "40 org x 2 hr x 3 kali",
            "oh",
            "1150000",
            "276000000",
        ),
        (
            "- Paket Rapat [40 org x 2 hr]  80.0 OH 1.000  80.000",
            "Paket Rapat",
            "40 org x 2 hr",
            "OH",
            "1000",
            "80000",
        ),
        (
            "1. Honor Pengajar 160 JP ( 25, OJ, @ 100000 ); ",
            "Honor Pengajar 160 JP",
            "25 OJ",
            "OJ",
            "100000",
            "2500000",
        ),
        (
            "Tenaga Administrasi ( 36 OB x @ 3500000 );",
            "Tenaga Administrasi",
            "36 OB",
            "OB",
            "3500000",
            "126000000",
        ),
        ("1300 OP x @10000", "", "1300 OP", "OP", "10000", "13000000"),
        ("60 OJ x 100000", "", "60 OJ", "OJ", "100000", "6000000"),
        (
            ">> Paket Inap | 60 org x 3 pkt | 180 OP | 1197000 | 215460000",
            "Paket Inap",
            "",
            "OP",
            "1197000",
            "215460000",
        ),
        (
            "Iuran [3 org x 4 bln]\t\t12.0 OB\t233.834\t\t2.806.000",
            "Iuran",
            "3 org x 4 bln",
            "OB",
            "233834",
            "2806000",
        ),
        (
            "Rapat Setengah Hari [50 org x 1 hr x 2 keg \t 100.0 oh\t310.000\t31.000.000",
            "Rapat Setengah Hari",
            "50 org x 1 hr x 2 keg",
            "oh",
            "310000",
            "31000000",
        ),
        ("ongkos [80 org x 1 jalan]  13,600,000", "ongkos", "80 org x 1 jalan", "", "", "13600000"),
        (
            "- Asuransi [16 org x 8 pkt] 128.0 op  @Rp. 17,000 = Rp. 2,176,000",
            "Asuransi",
            "16 org x 8 pkt",
            "op",
            "17000",
            "2176000",
        ),
        ("Rawat Mesin Cetak 10 unit @6950000", "Rawat Mesin Cetak", "10 unit", "unit", "6950000", "69500000"),
        ("Uang Saku Semua Peserta = Rp. 14,400,000", "Uang Saku Semua Peserta", "", "", "", "14400000"),
        ("- Penginapan  = Rp. 2,000,000 ", "Penginapan", "", "", "", "2000000"),
    ];
    for (line, description, quantity, unit, price, amount) in cases {
        let found = detail(line);
        if !line.contains('|') {
            assert_eq!(found.description, description, "{line}");
            assert_eq!(found.quantity.map(|q| q.to_string()).unwrap_or_default(), quantity, "{line}");
        }
        assert_eq!(found.unit, unit, "{line}");
        assert_eq!(found.unit_price.map(|p| p.to_string()).unwrap_or_default(), price, "{line}");
        assert_eq!(found.amount.to_string(), amount, "{line}");
    }
}

#[test]
fn words_and_headings_have_no_amount() {
    let lines =
        read_pok("> \tDiskusi Awal\t\t12.500.000\n000123. Upah Tukang\t\t\nKetua [2 ORG x 1 BLN]     2 OB\n");
    assert!(matches!(&lines[0], PokLine::Heading(text) if text == "Diskusi Awal"), "{lines:?}");
    assert!(matches!(&lines[1], PokLine::Words), "{lines:?}");
    assert!(matches!(&lines[2], PokLine::Words), "{lines:?}");
}

#[test]
fn a_total_that_the_arithmetic_denies_is_not_read() {
    assert!(matches!(read_pok("- Paket [2 org] 2.0 OH 1.000.000 9.000.000").as_slice(), [PokLine::Words]));
}

#[test]
fn blocked_lines_say_so() {
    assert!(detail("- Paket [2 org x 1 hr] 2.0 OH 1.000.000 2.000.000 Blokir").blocked);
}

#[test]
fn sums_are_found_and_never_forced() {
    let (a, b) = (detail("( 12, OB, @ 233834 )"), detail("( 1, PKT, @ 500000 )"));
    let sum = |whole: i64| amounts_that_sum(&[&a, &b], Rupiah::from_whole(whole));
    assert_eq!(sum(3_306_008).unwrap().len(), 2);
    assert_eq!(sum(3_306_000).unwrap()[0], Rupiah::from_whole(2_806_000));
    assert_eq!(sum(3_305_500), None);
    assert_eq!(amounts_that_sum(&[], Rupiah::ZERO), None);
}

proptest! {
    #[test]
    fn any_text_is_read_or_left(text in "[-> \\[\\]()@,.;|x0-9a-zA-Z\u{e9}\t\n]{0,80}") {
        let _ = read_pok(&text);
    }
}
