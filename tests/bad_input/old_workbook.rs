//! Old workbooks (XLS) made by hand: records, the stream of them, and the compound file around it.

const SECTOR: usize = 512;
/// Streams shorter than this would lie in short sectors; all are filled up with zeros to it.
const LEAST: usize = 4096;
const END: u32 = 0xffff_fffe;

/// A record of the stream.
pub(crate) fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// Numbers of 16 bits in a row.
pub(crate) fn shorts(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// The extent that a sheet declares, without its last row and column.
pub(crate) fn extent(rows: std::ops::Range<u32>, columns: std::ops::Range<u16>) -> Vec<u8> {
    let rows = [rows.start, rows.end].map(u32::to_le_bytes).concat();
    record(0x0200, &[rows, shorts(&[columns.start, columns.end, 0])].concat())
}

/// A cell with a number.
pub(crate) fn number(row: u16, column: u16, value: f64) -> Vec<u8> {
    record(0x0203, &[&shorts(&[row, column, 0])[..], &value.to_le_bytes()].concat())
}

/// A cell with a text of single bytes.
pub(crate) fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len()).unwrap();
    record(0x0204, &[&shorts(&[row, column, 0, length])[..], &[0], text.as_bytes()].concat())
}

/// A cell with the shared text of this number.
pub(crate) fn shared(row: u16, column: u16, text: u32) -> Vec<u8> {
    record(0x00fd, &[&shorts(&[row, column, 0])[..], &text.to_le_bytes()].concat())
}

/// A cell with a formula of these tokens whose value is 1.
pub(crate) fn formula(row: u16, column: u16, tokens: &[u8]) -> Vec<u8> {
    let length = u16::try_from(tokens.len()).unwrap();
    let head = [shorts(&[row, column, 0]), 1_f64.to_le_bytes().to_vec(), vec![0; 6], shorts(&[length])];
    record(0x0006, &[&head.concat()[..], tokens].concat())
}

/// A workbook with these records before its sheets, and these sheets: name and records.
pub(crate) fn old_workbook(globals: &[u8], sheets: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &shorts(&[0x0600, kind, 0, 0, 0, 0, 0, 0]));
    let names = sheets.iter().map(|(name, _)| 4 + 8 + name.len()).sum::<usize>();
    let mut at = begin(5).len() + globals.len() + names + 4;
    let (mut list, mut parts) = (Vec::new(), Vec::new());
    for (name, records) in sheets {
        let part = [begin(0x10), records.clone(), record(0x000a, &[])].concat();
        let head = [&u32::try_from(at).unwrap().to_le_bytes()[..], &[0, 0, name.len() as u8, 0]].concat();
        list.extend(record(0x0085, &[&head[..], name.as_bytes()].concat()));
        at += part.len();
        parts.extend(part);
    }
    let stream = [begin(5), globals.to_vec(), list, record(0x000a, &[]), parts].concat();
    compound(&[("Workbook", stream)])
}

/// A compound file (OLE) with these streams: what a workbook with a password is, and what old XLS files are.
///
/// Sectors of 512 bytes: the allocation table, one directory, then the streams.
pub(crate) fn compound(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let sizes: Vec<usize> =
        streams.iter().map(|(_, stream)| stream.len().max(LEAST).div_ceil(SECTOR)).collect();
    let all = 1 + sizes.iter().sum::<usize>();
    let tables = (1..).find(|tables| tables * (SECTOR / 4) >= all + tables).unwrap();
    let mut fat = vec![0xffff_fffd; tables];
    fat.push(END);
    let mut directory = entry("Root Entry", 5, 1, END, 0);
    for ((name, _), size) in streams.iter().zip(&sizes) {
        let first = fat.len();
        directory.extend(entry(name, 2, u32::MAX, first as u32, (size * SECTOR) as u64));
        fat.extend((1..*size).map(|i| (first + i) as u32));
        fat.push(END);
    }
    fat.resize(tables * SECTOR / 4, u32::MAX);
    directory.resize(SECTOR, 0);
    let mut file = header(tables);
    file.extend(fat.iter().flat_map(|word| word.to_le_bytes()));
    file.extend(directory);
    for ((_, stream), size) in streams.iter().zip(sizes) {
        let end = file.len() + size * SECTOR;
        file.extend(stream);
        file.resize(end, 0);
    }
    file
}

/// The header names the sectors of the allocation table, which are the first of the file.
fn header(tables: usize) -> Vec<u8> {
    let mut header = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    header.resize(24, 0);
    header.extend(shorts(&[0x3e, 3, 0xfffe, 9, 6]));
    header.resize(44, 0);
    let tables = tables as u32;
    for word in [tables, tables, 0, 4096, END, 0, END, 0].into_iter().chain(0..tables) {
        header.extend(word.to_le_bytes());
    }
    header.resize(SECTOR, 0xff);
    header
}

fn entry(name: &str, kind: u8, child: u32, first: u32, size: u64) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend(((name.len() as u16 + 1) * 2).to_le_bytes());
    entry.extend([kind, 1]);
    for word in [u32::MAX, u32::MAX, child] {
        entry.extend(word.to_le_bytes());
    }
    entry.resize(116, 0);
    entry.extend(first.to_le_bytes());
    entry.extend(size.to_le_bytes());
    entry
}
