use super::*;
use hemat_core::lang::Lang;
use hemat_core::money::Rupiah;
use proptest::prelude::*;

fn value(text: &str) -> Result<String, NumberProblem> {
    read_number(text).map(|n| match n {
        Number::Plain(v) | Number::Marked(v, _) => v.normalize().to_string(),
        Number::Ambiguous { comma, dot } => format!("{} or {}", comma.normalize(), dot.normalize()),
    })
}

#[test]
fn every_notation_of_the_field() {
    for (text, expected) in [
        ("1.234.567,00", "1234567"),
        ("12.500.000", "12500000"),
        (" 719.587.600.788,61 ", "719587600788.61"),
        ("677927731381,00", "677927731381"),
        ("603942827388.61", "603942827388.61"),
        (" 6,150,000 ", "6150000"),
        ("1.250.000^00", "1250000"),
        ("Rp918.886.900,00", "918886900"),
        ("Rp 563.332.060,00", "563332060"),
        ("@Rp. 17.500", "17500 or 17.5"),
        ("Rp. 14,400,000", "14400000"),
        ("(2.611.976.000,00)", "-2611976000"),
        ("-160309800", "-160309800"),
        ("-12.94", "-12.94"),
        ("412,3 Jt", "412300000"),
        ("1,4 M", "1400000000"),
        ("25 ribu", "25000"),
        ("2967808000.00", "2967808000"),
        ("0,00", "0"),
        ("1.500", "1500 or 1.5"),
        ("1,500", "1.5 or 1500"),
        ("0.500", "0.5"),
        ("1500.000", "1500"),
        ("4.902.672.528.00", "4902672528"),
        ("1.250.000,-", "1250000"),
        ("500.000 00", "500000"),
        ("12 500 000", "12500000"),
        ("5E+11", "500000000000"),
        ("1.437.500,0", "1437500"),
    ] {
        assert_eq!(value(text).as_deref(), Ok(expected), "{text:?}");
    }
}

#[test]
fn what_is_no_number_says_why() {
    for (text, problem) in [
        ("", NumberProblem::Empty),
        (" - ", NumberProblem::Empty),
        ("JUMLAH", NumberProblem::NotANumber),
        ("1.23.4", NumberProblem::NotANumber),
        ("12a", NumberProblem::NotANumber),
        ("1,2.3,4", NumberProblem::NotANumber),
        ("99999999999999999999999999999999999", NumberProblem::TooLong),
        // 29 digits, which a decimal could just hold.
        ("43343322122221221t", NumberProblem::TooLong),
        ("2.61024E+11", NumberProblem::Rounded(Decimal::from(261_024_000_000i64))),
    ] {
        assert_eq!(value(text), Err(problem), "{text:?}");
    }
}

#[test]
fn the_column_settles_an_ambiguous_cell() {
    let cells = |texts: &[&str]| -> Vec<Cell> { texts.iter().map(|t| Cell::Text((*t).to_owned())).collect() };
    let decide = |texts: &[&str]| {
        let cells = cells(texts);
        decide_mark(cells.iter().enumerate().map(|(i, c)| (i as u64 + 1, c)), None)
    };
    let indonesian = decide(&["1.500", "2.500.000", "1,50"]);
    assert_eq!(indonesian.mark, Some(DecimalMark::Comma));
    assert_eq!(indonesian.read_text("1.500"), Ok(Reading::Value(Decimal::from(1500))));
    let english = decide(&["1.500", "2500000.00"]);
    assert_eq!(english.read_text("1.500"), Ok(Reading::Value(Decimal::new(1500, 3))));
    let open = decide(&["1.500", "750", "2.000"]);
    assert_eq!(open.mark, None);
    assert_eq!(open.ambiguous.iter().map(|a| a.0).collect::<Vec<_>>(), [1, 3]);
    assert!(matches!(open.read_text("1.500"), Ok(Reading::Ambiguous { .. })));
}

proptest! {
    #[test]
    fn any_text_is_safe(text in "\\PC{0,40}") {
        let _ = read_number(&text);
    }

    #[test]
    fn number_like_text_is_safe(text in "[0-9.,^ ()RpEe+-]{0,40}") {
        let _ = read_number(&text);
    }

    /// What we print we read back, in both notations.
    #[test]
    fn printed_money_reads_back(sen in any::<i64>()) {
        let amount = Rupiah::from_sen(sen);
        for (lang, mark) in [(Lang::Id, DecimalMark::Comma), (Lang::En, DecimalMark::Dot)] {
            let notation = Notation { mark: Some(mark), ambiguous: Vec::new() };
            for text in [amount.display(lang), amount.grouped(lang)] {
                prop_assert_eq!(notation.read_text(&text), Ok(Reading::Value(amount.value())), "{}", text);
            }
        }
    }
}
