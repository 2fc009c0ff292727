use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

const TEXT: &[u8] = b"Kode Rekening,Uraian,Jumlah\n5.2.2.07.03,Sewa gedung,1.250.000\n";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn small() -> Limits {
    Limits { max_bytes: 10_000, max_entries: 20, max_depth: 3 }
}

#[test]
fn plain_text_comes_back_as_it_is() {
    let out = unpack(TEXT, &small()).unwrap();
    assert!(matches!(out.bytes, Cow::Borrowed(_)));
    assert!(out.layers.is_empty());
}

#[test]
fn one_file_comes_out_of_its_layers() {
    let inner = gzip(TEXT);
    let cases: [(&str, Vec<u8>, &[&str]); 4] = [
        ("gzip", gzip(TEXT), &["gzip"]),
        ("zip", zip_of(&[("apbd/belanja.csv", TEXT)]), &["zip (apbd/belanja.csv)"]),
        ("gzip in zip", zip_of(&[("belanja.csv.gz", &inner)]), &["zip (belanja.csv.gz)", "gzip"]),
        ("unknown ending", zip_of(&[("belanja", TEXT)]), &["zip (belanja)"]),
    ];
    for (name, packed, layers) in cases {
        let out = unpack(&packed, &small()).unwrap();
        assert_eq!(&*out.bytes, TEXT, "{name}");
        assert_eq!(out.layers, layers, "{name}");
    }
}

#[test]
fn what_is_not_read_is_named() {
    let packed = zip_of(&[
        ("__MACOSX/._belanja.csv", b"x"),
        ("belanja.csv", TEXT),
        ("pengantar.pdf", b"%PDF"),
        (".DS_Store", b"x"),
    ]);
    let out = unpack(&packed, &small()).unwrap();
    assert_eq!(&*out.bytes, TEXT);
    assert_eq!(out.left_out, ["pengantar.pdf"]);
}

#[test]
fn several_or_no_files_are_refused_with_their_names() {
    let two = zip_of(&[("a.csv", TEXT), ("b.xlsx", TEXT)]);
    assert_eq!(unpack(&two, &small()), Err(CompressedError::Several(vec!["a.csv".into(), "b.xlsx".into()])));
    let none = zip_of(&[("a.pdf", TEXT), ("b.docx", TEXT)]);
    assert_eq!(
        unpack(&none, &small()),
        Err(CompressedError::NothingToRead(vec!["a.pdf".into(), "b.docx".into()]))
    );
    assert_eq!(unpack(&zip_of(&[]), &small()), Err(CompressedError::NothingToRead(vec![])));
}

#[test]
fn bombs_stop_at_the_cap() {
    let zeros = vec![b'0'; 200_000];
    let too_large = Err(CompressedError::TooLarge { limit: 10_000, unit: "bytes" });
    assert_eq!(unpack(&gzip(&zeros), &small()), too_large);
    assert_eq!(unpack(&zip_of(&[("a.csv", &zeros)]), &small()), too_large);
    assert_eq!(
        check_zip(&zip_of(&[("a", &zeros[..6_000]), ("b", &zeros[..6_000])]), &small()).unwrap_err(),
        CompressedError::TooLarge { limit: 10_000, unit: "bytes" }
    );
    let mut nested = TEXT.to_vec();
    for _ in 0..5 {
        nested = gzip(&nested);
    }
    assert_eq!(unpack(&nested, &small()), Err(CompressedError::TooDeep(3)));
}

/// The size in the local header and the central directory says 5; what comes out is counted all the same.
#[test]
fn declared_sizes_are_not_believed() {
    let zeros = vec![b'0'; 200_000];
    let mut packed = zip_of(&[("a.csv", &zeros)]);
    let real = 200_000u32.to_le_bytes();
    let places: Vec<usize> = (0..packed.len() - 4).filter(|i| packed[*i..*i + 4] == real).collect();
    assert!(!places.is_empty(), "the size is written somewhere");
    for place in places {
        packed[place..place + 4].copy_from_slice(&5u32.to_le_bytes());
    }
    // Refused as too large or as damaged, but never taken for five bytes.
    match unpack(&packed, &small()) {
        Err(CompressedError::TooLarge { .. } | CompressedError::Broken(_)) => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn cut_archives_are_broken_not_shortened() {
    let packed = gzip(TEXT);
    assert!(matches!(unpack(&packed[..packed.len() - 6], &small()), Err(CompressedError::Broken(_))));
    let packed = zip_of(&[("a.csv", TEXT)]);
    assert!(matches!(unpack(&packed[..packed.len() - 6], &small()), Err(CompressedError::Broken(_))));
}

proptest! {
    #[test]
    fn any_bytes_unpack_or_fail(head in 0usize..4, bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let heads: [&[u8]; 4] = [b"", b"\x1f\x8b\x08\x00", b"PK\x03\x04", b"PK\x05\x06"];
        let bytes = [heads[head], &bytes].concat();
        let _ = unpack(&bytes, &small());
        let _ = check_zip(&bytes, &small());
    }

    #[test]
    fn damaged_archives_unpack_or_fail(place in 0usize..200, byte in any::<u8>()) {
        for mut packed in [gzip(TEXT), zip_of(&[("a.csv", TEXT)])] {
            if let Some(at) = packed.get_mut(place) {
                *at = byte;
            }
            // What still comes out under a checksum is the text or nothing.
            if let Ok(out) = unpack(&packed, &small())
                && !out.layers.is_empty()
            {
                prop_assert_eq!(&*out.bytes, TEXT);
            }
        }
    }
}
