//! Workbooks that lie: about their size, their parts, their cells, what they are.

use crate::archive::{parts, row, sheet, sheet_of, xlsx, zipped};
use crate::budget::{HEAD, budget, good};
use crate::case::Case;
use crate::old_workbook::{compound, extent, formula, label, number, old_workbook, record, shared, shorts};

/// The good row, as it must be shown.
const GOOD: &str = "Makan rapat,80,OH,40,2,,50000,4000000";

/// The rows of a good sheet: header and one row.
fn rows() -> String {
    let cells = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
    let of =
        |number: usize, text: &str| row(number, &cells(text).iter().map(String::as_str).collect::<Vec<_>>());
    of(1, HEAD) + &of(2, &good())
}

/// A sheet with the good rows and this XML behind them.
fn and(xml: &str) -> String {
    sheet(&(rows() + xml))
}

/// A workbook with one part changed.
fn with_part(name: &str, text: &str) -> Vec<u8> {
    let mut all = parts(&sheet(&rows()));
    match all.iter_mut().find(|(n, _)| n == name) {
        Some((_, old)) => *old = text.as_bytes().to_vec(),
        None => all.push((name.to_owned(), text.as_bytes().to_vec())),
    }
    zipped(&all)
}

fn without_part(name: &str) -> Vec<u8> {
    zipped(&parts(&sheet(&rows())).into_iter().filter(|(n, _)| n != name).collect::<Vec<_>>())
}

/// Workbooks that give nothing, and what is said.
fn refused() -> Vec<(&'static str, Vec<u8>, &'static [&'static str])> {
    const BROKEN: &[&str] = &["the workbook is damaged", "save it again"];
    const OLD_FORMAT: &[&str] = &["at most 65536 and 256", "save it as XLSX or CSV"];
    let book = "xl/workbook.xml";
    let laughs = r#"<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>"#;
    let entity = sheet(&rows()).replace("<worksheet", &format!("{laughs}<worksheet")).replace("Makan", "&c;");
    let file = r#"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>"#;
    let external = sheet(&rows()).replace("<worksheet", &format!("{file}<worksheet")).replace("Makan", "&x;");
    let whole = sheet(&rows());
    vec![
        (
            "a password",
            container(&["EncryptionInfo", "EncryptedPackage"]),
            &["protected by a password", "without one"],
        ),
        ("an old workbook of noise", container(&["Workbook"]), BROKEN),
        ("an old container of nothing", container(&[]), BROKEN),
        ("an old container of a letter", container(&["WordDocument"]), BROKEN),
        ("an old container in a ring", ring(), &["runs in a ring", "save it again"]),
        ("the old magic alone", container(&["Workbook"])[..8].to_vec(), BROKEN),
        ("an old container without its streams", container(&["Workbook"])[..1600].to_vec(), BROKEN),
        ("an old sheet of 4 thousand million rows", old(&extent(0..u32::MAX, 0..256)), OLD_FORMAT),
        ("an old sheet of 65,536 columns", old(&extent(0..1, 0..u16::MAX)), OLD_FORMAT),
        ("an old sheet that ends before it begins", old(&backwards()), BROKEN),
        (
            "an old cell beyond the columns",
            old(&[number(0, 0, 1.0), number(65_535, 65_535, 1.0)].concat()),
            OLD_FORMAT,
        ),
        (
            "old formulas far apart",
            old(&[far(0), far(65_535)].concat()),
            &["spans more than 20000000 cells", "as CSV"],
        ),
        ("old texts that claim 64 KiB each", old(&(0..20_000).flat_map(claim).collect::<Vec<_>>()), BROKEN),
        ("an old text in 1 GiB of cells", shared_text(), &["more than 1073741824 bytes of text", "as CSV"]),
        (
            "an old formula of 4 million blanks",
            old(&formula(0, 0, &[0x19, 0x40, 0, 0xff].repeat(16_000))),
            BROKEN,
        ),
        (
            "a row beyond the format",
            xlsx(&and(r#"<row r="10000000"><c r="A10000000"><v>1</v></c></row>"#)),
            &["more rows than", "save the sheet with the budget as CSV"],
        ),
        (
            "a row beyond all numbers",
            xlsx(&and(r#"<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>"#)),
            &["x.xlsx: "],
        ),
        (
            "a row of 40 digits",
            xlsx(&and(r#"<row r="1"><c r="A1234567890123456789012345678901234567890"><v>1</v></c></row>"#)),
            BROKEN,
        ),
        (
            "a column beyond the format",
            xlsx(&and(r#"<row r="3"><c r="ZZZZ3"><v>1</v></c></row>"#)),
            &["x.xlsx: "],
        ),
        (
            "columns beyond all letters",
            xlsx(&and(&format!(r#"<row r="3"><c r="{}3"><v>1</v></c></row>"#, "Z".repeat(500)))),
            &["x.xlsx: "],
        ),
        (
            "many far cells",
            xlsx(&and(&(3..1300)
                .map(|r| format!(r#"<row r="{r}"><c r="XFD{r}"><v>1</v></c></row>"#))
                .collect::<String>())),
            &["spans more than 20000000 cells"],
        ),
        ("a sheet cut in a tag", xlsx(&whole[..whole.len() - 60]), BROKEN),
        ("a sheet of prose", xlsx("Ini bukan XML"), &["x.xlsx: "]),
        ("an empty sheet part", xlsx(""), &["x.xlsx: "]),
        ("entities in entities", xlsx(&entity), &["x.xlsx: "]),
        ("an entity of a file", xlsx(&external), &["x.xlsx: "]),
        ("no sheet part", without_part("xl/worksheets/sheet1.xml"), &["x.xlsx: "]),
        ("no relations", without_part("xl/_rels/workbook.xml.rels"), &["x.xlsx: "]),
        (
            "a sheet outside",
            with_part(
                "xl/_rels/workbook.xml.rels",
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="../../../../etc/passwd"/></Relationships>"#,
            ),
            &["x.xlsx: "],
        ),
        ("no workbook in the workbook", with_part(book, ""), &["x.xlsx: "]),
        (
            "a workbook without sheets",
            with_part(
                book,
                r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>"#,
            ),
            &["no worksheet"],
        ),
        ("a workbook of prose", with_part(book, "bukan XML"), &["x.xlsx: "]),
        (
            "a shared string that is not there",
            xlsx(&and(r#"<row r="3"><c r="A3" t="s"><v>99</v></c></row>"#)),
            &["x.xlsx: "],
        ),
        (
            "strings that lie about their number",
            with_part(
                "xl/sharedStrings.xml",
                r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4294967295" uniqueCount="4294967295"><si><t>x"#,
            ),
            &["x.xlsx: "],
        ),
        ("a binary workbook of noise", zipped(&[("xl/workbook.bin", vec![7_u8; 3000])]), &["x.xlsx: "]),
        (
            "an ODS of noise",
            zipped(&[
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", "<<<>>>"),
            ]),
            &["x.xlsx: "],
        ),
        (
            "an ODS of a thousand million rows",
            ods(r#"table:number-rows-repeated="1000000000""#, ""),
            &["spans more than"],
        ),
        (
            "an ODS of a thousand million columns",
            ods("", r#"table:number-columns-repeated="1000000000""#),
            &["spans more than"],
        ),
        ("10,001 entries", entries(10_001), &["more than 10000 entries"]),
        ("a sheet that inflates beyond 1 GiB", bomb(), &["too large when unpacked", "1073741824 bytes"]),
        (
            "a workbook in a zip in a zip in a zip in a zip",
            (0..4).fold(xlsx(&whole), |b, _| zipped(&[("a.zip", b)])),
            &["3 layers"],
        ),
    ]
}

/// An old container with noise in these streams.
fn container(streams: &[&str]) -> Vec<u8> {
    compound(&streams.iter().map(|name| (*name, vec![7; 4096])).collect::<Vec<_>>())
}

/// A directory whose sector names itself as the next.
fn ring() -> Vec<u8> {
    let mut file = container(&["Workbook"]);
    file[512 + 4..512 + 8].copy_from_slice(&1_u32.to_le_bytes());
    file
}

/// An old workbook with the good rows and these records behind them.
fn old(records: &[u8]) -> Vec<u8> {
    let mut cells = Vec::new();
    for (row, text) in [HEAD, &good()].into_iter().enumerate() {
        let texts = text.split(',').enumerate();
        cells.extend(texts.flat_map(|(column, text)| label(row as u16, column as u16, text)));
    }
    old_workbook(&[], &[("RKA", [&cells, records].concat())])
}

fn backwards() -> Vec<u8> {
    extent(std::ops::Range { start: 500, end: 20 }, 0..12)
}

fn far(row: u16) -> Vec<u8> {
    formula(row, (row / 257).min(255), &[0x1e, 1, 0])
}

/// A text of one letter that claims 65,535.
fn claim(row: u16) -> Vec<u8> {
    record(0x0204, &[&shorts(&[row, 12, 0, u16::MAX])[..], &[0, b'x']].concat())
}

/// One text of 8,000 letters that 200,000 cells share: 4 MB of file.
fn shared_text() -> Vec<u8> {
    let head = [&[1, 0, 0, 0, 1, 0, 0, 0][..], &shorts(&[8_000]), &[0]].concat();
    let list = record(0x00fc, &[&head[..], "x".repeat(8_000).as_bytes()].concat());
    let cells = (0..40_000_u16).flat_map(|row| (0..5).flat_map(move |column| shared(row, column, 0)));
    old_workbook(&list, &[("RKA", cells.collect())])
}

fn ods(of_row: &str, of_cell: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="A"><table:table-row {of_row}><table:table-cell {of_cell} office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

fn entries(number: usize) -> Vec<u8> {
    let mut all = parts(&sheet(&rows()));
    all.extend((0..number).map(|n| (format!("xl/media/{n}"), Vec::new())));
    zipped(&all)
}

/// A few kilobytes that become more than 1 GiB: one compressed megabyte of blanks, twelve hundred times.
fn bomb() -> Vec<u8> {
    let mut all = parts(&sheet(&rows()));
    all.push(("xl/media/a.bin".to_owned(), vec![b' '; (1 << 30) + 1]));
    zipped(&all)
}

/// Workbooks that are strange and hold the good row: code with `--strict`, what is said.
fn read() -> Vec<(&'static str, Vec<u8>, i32, &'static [&'static str])> {
    let amount = |xml: &str| {
        let cells: Vec<String> = good().split(',').map(str::to_owned).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).take(11).collect();
        xlsx(&and(&row(3, &cells).replace("</row>", &format!("{xml}</row>"))))
    };
    vec![
        (
            "a declared size of the whole sheet",
            xlsx(&sheet(&rows()).replace("<sheetData>", r#"<dimension ref="A1:XFD1048576"/><sheetData>"#)),
            0,
            &[],
        ),
        (
            "a declared size of 10 million rows",
            xlsx(&sheet(&rows()).replace("<sheetData>", r#"<dimension ref="A1:L10000000"/><sheetData>"#)),
            0,
            &[],
        ),
        (
            "a declared size that is no size",
            xlsx(&sheet(&rows()).replace("<sheetData>", r#"<dimension ref="::::"/><sheetData>"#)),
            2,
            &["x.xlsx: "],
        ),
        (
            "a cell in the farthest corner",
            xlsx(&and(r#"<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>"#)),
            3,
            &["amount-missing"],
        ),
        (
            "a merge over the whole sheet",
            xlsx(&sheet(&rows()).replace(
                "</sheetData>",
                r#"</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>"#,
            )),
            0,
            &[],
        ),
        ("links to another workbook", amount(r#"<c r="L3"><f>[1]Lembar!$A$1</f><v>4000000</v></c>"#), 0, &[]),
        ("a formula with its value", amount(r#"<c r="L3"><f>I3*K3</f><v>4000000</v></c>"#), 0, &[]),
        ("a formula without its value", amount(r#"<c r="L3"><f>SUM(K1:K2)</f></c>"#), 3, &["amount-missing"]),
        (
            "a formula that calls a program",
            amount(r#"<c r="L3"><f>cmd|'/c calc'!A1</f><v>4000000</v></c>"#),
            0,
            &[],
        ),
        ("an error", amount(r##"<c r="L3" t="e"><v>#REF!</v></c>"##), 3, &["x.xlsx:3: "]),
        ("a division by zero", amount(r##"<c r="L3" t="e"><v>#DIV/0!</v></c>"##), 3, &["x.xlsx:3: "]),
        ("an amount of 308 digits", amount(r#"<c r="L3"><v>1e308</v></c>"#), 3, &["x.xlsx:3: "]),
        (
            "an amount of 17 digits",
            amount(r#"<c r="L3"><v>12345678901234567</v></c>"#),
            0,
            &["total-mismatch"],
        ),
        ("an amount that is no number", amount(r#"<c r="L3"><v>NaN</v></c>"#), 3, &["x.xlsx:3: "]),
        ("an amount without end", amount(r#"<c r="L3"><v>inf</v></c>"#), 3, &["x.xlsx:3: "]),
        ("a truth value", amount(r#"<c r="L3" t="b"><v>1</v></c>"#), 3, &["x.xlsx:3: "]),
        ("an empty amount", amount(r#"<c r="L3"/>"#), 3, &["amount-missing"]),
        (
            "tags that cross",
            xlsx(&sheet(&rows()).replace("</row></sheetData>", "</sheetData></row>")),
            0,
            &[],
        ),
        ("an old workbook", old(&[]), 0, &[]),
        ("an old declared size of the whole sheet", old(&extent(0..65_536, 0..256)), 0, &[]),
        ("an old cell in the farthest corner", old(&number(65_535, 255, 1.0)), 3, &["amount-missing"]),
        ("macros", with_part("xl/vbaProject.bin", "Sub Auto_Open()"), 0, &[]),
        ("a part outside the folder", with_part("../../../../tmp/x.xml", "<x/>"), 0, &[]),
        (
            "rows in the wrong order",
            xlsx(&sheet(&(row(3, &good().split(',').collect::<Vec<_>>()) + &rows()))),
            0,
            &[],
        ),
        ("one cell twice", xlsx(&and(&(row(3, &["2026"]) + &row(3, &["2027"])))), 3, &["amount-missing"]),
        ("a workbook called by another name", zipped(&[("rka.bin", xlsx(&sheet(&rows())))]), 0, &[]),
        ("CSV called a workbook", budget("").into_bytes(), 0, &[]),
        ("a sheet of CSV's cells", xlsx(&sheet_of(budget("").as_bytes())), 0, &[]),
    ]
}

/// All workbooks.
pub(crate) fn cases() -> Vec<Case> {
    let mut all = Vec::new();
    for (name, bytes, says) in refused() {
        let case = Case::new(format!("workbook: {name}"), "lines {}/x.xlsx", 2).file("x.xlsx", bytes);
        all.push(case.says(says).says(&["x.xlsx"]));
    }
    for (name, bytes, code, says) in read() {
        let case = Case::new(format!("workbook: {name}"), "lines {}/x.xlsx --strict --format csv", code);
        let case = case.file("x.xlsx", bytes).says(says);
        all.push(if code == 2 { case } else { case.shows(&[GOOD]) });
    }
    all
}
