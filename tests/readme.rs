//! The commands of both READMEs run, and the output they show is real.
//!
//! Every `hemat ...` and `cargo run ... -- ...` in a fenced `sh` block runs through the built command, in a folder
//! that holds a copy of `data/`, in the order of the page. A fenced `text` block holds output of a command in the
//! `sh` block before it: its lines must occur in that order; a line of three dots stands for lines left out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, dead_code, unreachable_pub)]

#[path = "cli/run.rs"]
mod command;

use std::fs;
use std::path::Path;

use command::{finish, hemat, root};

/// A fenced block of a Markdown page.
#[derive(Debug, PartialEq)]
struct Block {
    kind: String,
    lines: Vec<String>,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(kind)) => open = Some(Block { kind: kind.trim().to_owned(), lines: Vec::new() }),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => block.lines.push(line.to_owned()),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a fence is not closed");
    blocks
}

/// The commands of an `sh` block: comments dropped, lines that end in `\` joined.
fn commands(block: &Block) -> Vec<String> {
    let joined = block.lines.join("\n").replace("\\\n", " ");
    joined
        .lines()
        .map(|l| l.split(" #").next().unwrap().trim().trim_start_matches("$ ").to_owned())
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .collect()
}

/// The arguments for `hemat`, or `None` for another program.
fn arguments(command: &str) -> Option<Vec<String>> {
    assert!(!command.contains(['|', '>', '<', ';', '&', '*']), "too clever for this test: {command}");
    let words = words(command);
    match words.first()?.as_str() {
        "hemat" => Some(words[1..].to_vec()),
        "cargo" if words.get(1).is_some_and(|w| w == "run") => {
            let dashes = words.iter().position(|w| w == "--").expect("cargo run ... -- arguments");
            Some(words[dashes + 1..].to_vec())
        }
        _ => None,
    }
}

fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in command.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// The first line that does not follow the ones before it.
fn first_unreal<'a>(shown: &'a [String], output: &str) -> Option<&'a str> {
    let mut rest = output.lines().map(str::trim_end);
    shown
        .iter()
        .map(|l| l.trim_end())
        .filter(|l| !l.is_empty() && !matches!(l.trim(), "..." | "…"))
        .find(|line| !rest.any(|l| l == *line))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The text of all pages of a folder, without tags, on one line.
fn pages(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "html") {
            let page = fs::read_to_string(path).unwrap();
            let pieces = page.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
            all.push_str(&pieces.collect::<Vec<_>>().join(" "));
        }
    }
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn check(page: &str) {
    let text = fs::read_to_string(root().join(page)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("data"), &folder.path().join("data"));
    let (mut ran, mut compared) = (0, 0);
    let mut outputs: Vec<String> = Vec::new();
    for block in blocks(&text) {
        match block.kind.as_str() {
            "sh" => {
                outputs.clear();
                for command in commands(&block) {
                    let Some(args) = arguments(&command) else { continue };
                    let done = finish(hemat().current_dir(folder.path()).args(&args));
                    assert_eq!(done.code, 0, "{page}: {command}\n{}", done.stderr);
                    outputs.push(done.stdout);
                    ran += 1;
                }
            }
            // What a page written by a command above says, its tags left out.
            "page" => {
                let text = pages(folder.path());
                for line in block.lines.iter().map(|l| l.trim()).filter(|l| !l.is_empty()) {
                    assert!(text.contains(line), "{page}: no page says: {line}");
                }
                compared += 1;
            }
            "text" if !outputs.is_empty() => {
                let unreal: Vec<_> = outputs.iter().map(|o| first_unreal(&block.lines, o)).collect();
                assert!(
                    unreal.contains(&None),
                    "{page}: no command above prints this line (in this order): {unreal:?}"
                );
                compared += 1;
            }
            _ => {}
        }
    }
    assert!(ran > 0 && compared > 0, "{page}: {ran} commands, {compared} outputs");
}

#[test]
fn the_english_page_is_true() {
    check("README.md");
}

#[test]
fn the_indonesian_page_is_true() {
    check("README.id.md");
}

#[test]
fn the_numbers_that_are_followed_are_there() {
    check("docs/reliability.md");
}

#[test]
fn a_wrong_line_would_be_found() {
    let shown = |lines: &[&str]| lines.iter().map(|l| (*l).to_owned()).collect::<Vec<_>>();
    assert_eq!(first_unreal(&shown(&["a", "...", "c"]), "a\nb\nc\n"), None);
    assert_eq!(first_unreal(&shown(&["c", "a"]), "a\nb\nc\n"), Some("a"));
    assert_eq!(first_unreal(&shown(&["a", "d"]), "a\nb\nc\n"), Some("d"));
    assert_eq!(
        arguments("cargo run --release -- compare --example \"a b\"").unwrap(),
        ["compare", "--example", "a b"]
    );
    assert_eq!(arguments("cargo test --workspace"), None);
    let block =
        Block { kind: "sh".into(), lines: shown(&["# why", "hemat lines \\", "  a.csv  # and so on"]) };
    assert_eq!(commands(&block), ["hemat lines    a.csv"]);
}
