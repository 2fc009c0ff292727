//! What the probe saw on a page.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::chromium::dom;

/// The script that uses the page.
const PROBE: &str = include_str!("probe.js");

/// A page as a reader met it.
pub(crate) struct Seen(pub(crate) Value);

impl Seen {
    /// Opens the page with the probe in it. The policy stays as it is but for the one script that is let in.
    pub(crate) fn of(browser: &Path, folder: &Path, html: &str) -> Self {
        let let_in = html.replacen("script-src &#x27;", "script-src &#x27;nonce-probe&#x27; &#x27;", 1);
        assert_ne!(let_in, html, "the policy is not where the test looks for it");
        let probed =
            let_in.replacen("</body>", &format!("<script nonce=\"probe\">{PROBE}</script></body>"), 1);
        let file = folder.join("probed.html");
        std::fs::write(&file, probed).unwrap();
        let (dom, console) = dom(browser, &folder.join("profile"), &format!("file://{}", file.display()));
        assert_eq!(console, Vec::<String>::new());
        let coded = dom.split_once("id=\"probe\">@@BEGIN@@").and_then(|(_, rest)| rest.split_once("@@END@@"));
        let coded = coded.unwrap_or_else(|| panic!("the probe did not finish")).0;
        Seen(serde_json::from_str(&decoded(coded)).unwrap())
    }

    /// The rows of a table over all its pages.
    pub(crate) fn rows(&self, table: &str) -> Vec<Vec<String>> {
        let rows = &self.0["tables"][table]["rows"];
        assert!(rows.is_array(), "no table {table}: {:?}", self.tables());
        serde_json::from_value(rows.clone()).unwrap()
    }

    /// The ids of all tables.
    pub(crate) fn tables(&self) -> Vec<String> {
        let tables: BTreeMap<String, Value> = serde_json::from_value(self.0["tables"].clone()).unwrap();
        tables.into_keys().collect()
    }
}

/// Undoes `encodeURIComponent`.
fn decoded(coded: &str) -> String {
    let mut bytes = Vec::with_capacity(coded.len());
    let mut rest = coded.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(&after[..2]).unwrap();
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}
