//! Each function over each kind of text array, with nulls, and from SQL.

use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, LargeStringArray, RecordBatch, StringArray, StringViewArray,
};
use datafusion::arrow::datatypes::{Decimal128Type, Int64Type};
use datafusion::prelude::SessionContext;
use hemat_core::classify::{Classifier, LineText};

const TEXTS: [Option<&str>; 10] = [
    Some("Rp12.500.000,00"),
    Some("1.500"),
    Some("(2.611.976.000,25)"),
    Some("412,3 Jt"),
    Some("1,005.125"),
    None,
    Some(""),
    Some("banyak"),
    Some("99999999999999999999999999999999999999"),
    Some("50 orang x 2 hari x 1 kali"),
];

/// The one answer of a query with one row or one column.
fn column(batch: RecordBatch, sql: &str) -> ArrayRef {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
    runtime.block_on(async {
        let mut context = SessionContext::new();
        hemat_datafusion::register_all(&mut context).unwrap();
        context.register_batch("t", batch).unwrap();
        let batches = context.sql(sql).await.unwrap().collect().await.unwrap();
        Arc::clone(batches[0].column(0))
    })
}

fn arrays(texts: &[Option<&str>]) -> [ArrayRef; 3] {
    [
        Arc::new(StringArray::from(texts.to_vec())),
        Arc::new(LargeStringArray::from(texts.to_vec())),
        Arc::new(StringViewArray::from(texts.to_vec())),
    ]
}

fn batch(array: ArrayRef) -> RecordBatch {
    RecordBatch::try_from_iter_with_nullable([("x", array, true)]).unwrap()
}

/// An amount that could be two numbers, has a third decimal, or is none, is null.
#[test]
fn amounts_are_exact_or_null() {
    for array in arrays(&TEXTS) {
        let kind = array.data_type().clone();
        let answer = column(batch(array), "SELECT hemat_amount(x) FROM t");
        let amounts = answer.as_primitive::<Decimal128Type>();
        let found: Vec<Option<i128>> =
            (0..10).map(|i| amounts.is_valid(i).then(|| amounts.value(i))).collect();
        let mut expected = vec![None; 10];
        expected[0] = Some(1_250_000_000);
        expected[2] = Some(-261_197_600_025);
        expected[3] = Some(41_230_000_000);
        assert_eq!(found, expected, "{kind}");
        assert_eq!(amounts.data_type().to_string(), "Decimal128(38, 2)");
    }
}

#[test]
fn quantities_give_persons_and_days_or_null() {
    let texts = [Some("50 orang x 2 hari x 1 kali"), Some("240 OH"), Some("2,5 hari"), None, Some("x")];
    for (sql, expected) in [
        ("SELECT hemat_quantity_persons(x) FROM t", [Some(50), None, None, None, None]),
        ("SELECT hemat_quantity_days(x) FROM t", [Some(2), None, None, None, None]),
    ] {
        for array in arrays(&texts) {
            let answer = column(batch(array), sql);
            let counts = answer.as_primitive::<Int64Type>();
            let found: Vec<Option<i64>> =
                (0..5).map(|i| counts.is_valid(i).then(|| counts.value(i))).collect();
            assert_eq!(found, expected, "{sql}");
        }
    }
}

/// The four parts of the answer are those of the classifier, also where a text is null or a literal.
#[test]
fn lines_are_classified_as_by_hemat() {
    let texts = [Some("Paket meeting fullday di Hotel Melur"), Some("Honorarium narasumber"), None, Some("")];
    for array in arrays(&texts) {
        for (function, of) in parts() {
            let sql = format!("SELECT {function}('5.1.02.02.05.0043', NULL, x, NULL, x) FROM t");
            let answer = column(batch(Arc::clone(&array)), &sql);
            let found: Vec<&str> = answer.as_string::<i32>().iter().map(|a| a.unwrap()).collect();
            let line = |text: &Option<&'static str>| LineText {
                account_code: "5.1.02.02.05.0043",
                activity: text.unwrap_or(""),
                description: text.unwrap_or(""),
                ..LineText::default()
            };
            let expected: Vec<String> = texts.iter().map(|t| of(&line(t))).collect();
            assert_eq!(found, expected, "{sql}");
        }
    }
    let nulls = column(batch(arrays(&[None])[0].clone()), "SELECT hemat_rule(x, x, x, x, x) FROM t");
    assert!(nulls.is_null(0));
    let literals = column(
        batch(arrays(&[None, None])[0].clone()),
        "SELECT hemat_cost_kind('', '', '', '', 'Makan rapat') FROM t",
    );
    assert_eq!((literals.len(), literals.as_string::<i32>().value(1)), (2, "catering"));
}

type Of = fn(&LineText<'_>) -> String;

fn parts() -> [(&'static str, Of); 4] {
    [
        ("hemat_cost_kind", |t| Classifier::builtin().classify(t).cost_kind.as_str().to_owned()),
        ("hemat_venue_kind", |t| Classifier::builtin().classify(t).venue_kind.as_str().to_owned()),
        ("hemat_confidence", |t| Classifier::builtin().classify(t).confidence.as_str().to_owned()),
        ("hemat_rule", |t| Classifier::builtin().classify(t).reason.into_owned()),
    ]
}
