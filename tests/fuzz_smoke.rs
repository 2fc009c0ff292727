//! The functions that the fuzzer runs (`fuzz/`), here over damaged fixtures: a fixed number of executions for each, the
//! same every time, on stable Rust.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    unreachable_pub,
    dead_code,
    reason = "a test stops at the first surprise; the module is the fuzzer's"
)]

#[path = "fuzz_smoke/damage.rs"]
mod damage;
#[path = "../fuzz/src/targets/mod.rs"]
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use damage::Damage;
use targets::Target;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs a target on all its seeds, then on damaged ones. With `HEMAT_FUZZ_TARGET` it is the one of that name alone.
fn smoke(target: &Target) {
    if std::env::var("HEMAT_FUZZ_TARGET").is_ok_and(|wanted| wanted != target.name) {
        return;
    }
    let seeds = (target.seeds)(&root());
    assert!(!seeds.is_empty(), "{}: no seeds", target.name);
    let mut damage = Damage::of(target.name);
    for execution in 0..target.smoke {
        let input = match seeds.get(execution as usize) {
            Some(seed) => seed.clone(),
            None => damage.damaged(&seeds),
        };
        let ran = catch_unwind(AssertUnwindSafe(|| (target.run)(&input)));
        if ran.is_err() {
            panic!("{}, execution {execution}: {}", target.name, input.escape_ascii());
        }
    }
}

fn group(at: usize) {
    targets::TARGETS[at].iter().for_each(smoke);
}

#[test]
fn parsers_keep_their_promises() {
    group(0);
}

#[test]
fn readers_keep_their_promises() {
    group(1);
}

#[test]
fn hand_written_files_are_read_or_refused() {
    group(2);
}

#[test]
fn judgement_keeps_its_promises() {
    group(3);
}

#[test]
fn writers_keep_their_promises() {
    group(4);
}

/// Every target has its program, every program its target.
#[test]
fn each_target_can_be_fuzzed() {
    let programs = fs::read_dir(root().join("fuzz/fuzz_targets")).unwrap();
    let mut programs: Vec<String> =
        programs.map(|e| e.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    let mut names: Vec<String> = targets::all().map(|target| target.name.to_owned()).collect();
    programs.sort();
    names.sort();
    assert_eq!(programs, names);
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
    for name in names {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "{name} is not in fuzz/Cargo.toml");
    }
}

/// Writes the seeds into the folder of corpora that `HEMAT_FUZZ_CORPUS` names; `fuzz/seed.sh` calls it.
#[test]
fn seeds_are_written_where_a_fuzzer_looks() {
    let Some(folder) = std::env::var_os("HEMAT_FUZZ_CORPUS") else { return };
    for target in targets::all() {
        let folder = Path::new(&folder).join(target.name);
        fs::create_dir_all(&folder).unwrap();
        let seeds = (target.seeds)(&root());
        println!("{}: {} seeds", target.name, seeds.len());
        for (at, seed) in seeds.iter().enumerate() {
            fs::write(folder.join(format!("seed-{at:03}")), seed).unwrap();
        }
    }
}
