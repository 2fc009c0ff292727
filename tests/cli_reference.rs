//! The whole command-line reference and the two built-in cases, as golden files in `tests/golden/`.
//!
//! Written anew by `INSTA_UPDATE=always cargo test -p hemat-cli --test cli_reference`; read them before committing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, dead_code, unreachable_pub)]

#[path = "cli/run.rs"]
mod command;

use command::{root, run};

fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/golden"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn every_command_explains_itself() {
    let mut reference = String::new();
    for command in [
        "",
        "compare",
        "savings",
        "schedule",
        "check",
        "explain",
        "audit",
        "events",
        "event",
        "partial",
        "merge",
        "lines",
        "inspect",
        "classify",
        "request",
        "verify",
        "ceilings",
        "init",
        "schema",
        "completions",
        "man",
    ] {
        let args: Vec<&str> = command.split_whitespace().chain(["--help"]).collect();
        let ran = run(&args);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "hemat {}", args.join(" "));
        reference.push_str(&format!("$ hemat {}\n\n{}\n\n", args.join(" "), ran.stdout.trim_end()));
    }
    golden("cli-reference", &reference);
}

/// A command that is added to the help must be added to the reference above.
#[test]
fn the_reference_names_every_command() {
    let help = run(&["--help"]).stdout;
    let listed: Vec<&str> = help
        .lines()
        .skip_while(|l| *l != "Commands:")
        .skip(1)
        .take_while(|l| !l.is_empty())
        .filter(|l| l.starts_with("  ") && !l.starts_with("   "))
        .filter_map(|l| l.split_whitespace().next())
        .collect();
    assert_eq!(
        listed,
        [
            "compare",
            "savings",
            "schedule",
            "check",
            "explain",
            "events",
            "event",
            "audit",
            "partial",
            "merge",
            "lines",
            "inspect",
            "classify",
            "request",
            "verify",
            "ceilings",
            "init",
            "schema",
            "completions",
            "man",
            "help"
        ]
    );
}

#[test]
fn every_command_has_a_manual_page_and_completions() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("man");
    let ran = run(&["man", "--out", out.to_str().unwrap()]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let help = run(&["--help"]).stdout;
    for command in ["compare", "savings", "check", "audit", "lines", "request", "man"] {
        assert!(help.contains(&format!("\n  {command} ")), "{command}");
        let page = std::fs::read_to_string(out.join(format!("hemat-{command}.1"))).unwrap();
        assert!(page.contains(".SH SYNOPSIS") && page.contains(".SH OPTIONS"), "{page}");
        assert_eq!(run(&["man", command]).stdout, page);
        for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
            assert!(run(&["completions", shell]).stdout.contains(command), "{shell} {command}");
        }
    }
    let pages = std::fs::read_dir(&out).unwrap().count();
    let commands = help
        .lines()
        .filter(|l| l.starts_with("  ") && l.as_bytes().get(2).is_some_and(u8::is_ascii_lowercase));
    assert!(pages > 17 && pages <= commands.count() + 1, "{pages}");
    let ran = run(&["man", "nosuch"]);
    assert!(ran.code == 2 && ran.stderr.contains("valid: compare"), "{}", ran.stderr);
}

#[test]
fn the_built_in_cases_read_as_before() {
    for example in ["asahan-2018", "cilegon-2025"] {
        for (format, lang) in [
            ("text", "id"),
            ("text", "en"),
            ("markdown", "id"),
            ("markdown", "en"),
            ("csv", "id"),
            ("json", "id"),
        ] {
            let ran = run(&["compare", "--example", example, "--format", format, "--lang", lang]);
            assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{example} {format} {lang}");
            golden(&format!("{example}-{format}-{lang}"), &ran.stdout);
        }
    }
}

/// Numbers and keys do not depend on the language.
#[test]
fn data_formats_are_the_same_in_both_languages() {
    for example in ["asahan-2018", "cilegon-2025"] {
        for format in ["csv", "json"] {
            let of =
                |lang| run(&["compare", "--example", example, "--format", format, "--lang", lang]).stdout;
            assert_eq!(of("id"), of("en"), "{example} {format}");
        }
    }
}

#[test]
fn text_is_no_wider_than_110_columns() {
    for example in ["asahan-2018", "cilegon-2025"] {
        for lang in ["id", "en"] {
            let text = run(&["compare", "--example", example, "--lang", lang]).stdout;
            let widest = text.lines().max_by_key(|l| l.chars().count()).unwrap();
            assert!(widest.chars().count() <= 110, "{example} {lang}: {widest}");
        }
    }
}
