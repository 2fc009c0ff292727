//! Figures of a text report on a wide terminal: the cells between the bars.

use std::process::{Command, Stdio};

use crate::command::root;
use crate::tables::{Figures, add, shown};

/// `None` where there is no `script` (of util-linux) to give the command a terminal.
pub(crate) fn read(args: &[&str], lang: &str) -> Option<Figures> {
    let binary = env!("CARGO_BIN_EXE_hemat");
    let line = format!("stty cols 400; {binary} {} --lang {lang} --quiet", args.join(" "));
    let ran = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(root())
        .stdin(Stdio::null())
        .output();
    let Ok(ran) = ran else {
        println!("skipped: no `script`, so no wide terminal");
        return None;
    };
    let text = String::from_utf8(ran.stdout).unwrap();
    let mut figures = Figures::new();
    // The beginnings of ranges that are longer than the widest column.
    let mut open: Vec<String> = Vec::new();
    for line in text.lines() {
        let inner = line.trim_end().strip_prefix("| ").and_then(|l| l.strip_suffix(" |"));
        let cells: Vec<String> = inner
            .into_iter()
            .flat_map(|inner| inner.split(" | "))
            .enumerate()
            .map(|(at, cell)| {
                let before = open.get(at).map_or("", String::as_str);
                // A number stands alone unless a range follows it.
                let joined = before.contains('(') || cell.trim().starts_with('(');
                if joined { format!("{before} {}", cell.trim()) } else { cell.trim().to_owned() }
            })
            .collect();
        for figure in cells.iter().filter_map(|cell| shown(cell, lang)) {
            add(&mut figures, figure);
        }
        // Not yet closed, or a number whose range can follow on the next line.
        let unfinished = |cell: &String| {
            (cell.contains('(') && !cell.contains(')')) || shown(cell, lang).is_some_and(|f| f.len() == 1)
        };
        open = cells.into_iter().map(|c| if unfinished(&c) { c } else { String::new() }).collect();
    }
    assert!(!figures.is_empty(), "{text}");
    Some(figures)
}
