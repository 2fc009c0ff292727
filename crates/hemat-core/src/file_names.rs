//! Names of files in reports (nama berkas): the base name, and of files with one base name as much of the path as
//! tells them apart.

use std::collections::BTreeMap;

/// A path as it is compared and sorted: `/` between its parts, no `.` among them. `a//b` and `./a/b` are one path.
#[must_use]
pub fn plain_path(path: &str) -> String {
    let root = if path.starts_with('/') { "/" } else { "" };
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    format!("{root}{}", parts.join("/"))
}

/// The order of files in reports: folder by folder, so that `a/x.csv` stands before `a-b.csv`.
#[must_use]
pub fn sort_key(path: &str) -> Vec<&str> {
    path.split('/').collect()
}

/// The name of each of these paths (as [`plain_path`] writes them, each once): its base name, or its shortest end
/// that no other path has. What all files of one base name have in common before it is never part of a name, so that
/// the names stay the same when the files are moved together.
#[must_use]
pub fn shown_names(paths: &[&str]) -> Vec<String> {
    let mut of_one_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, path) in paths.iter().enumerate() {
        of_one_name.entry(path.rsplit('/').next().unwrap_or(path)).or_default().push(at);
    }
    let mut names = vec![String::new(); paths.len()];
    for (base, group) in of_one_name {
        let parts: Vec<Vec<&str>> =
            group.iter().filter_map(|at| paths.get(*at)).map(|path| sort_key(path)).collect();
        let common = if group.len() == 1 { 0 } else { shared_start(&parts) };
        let mut times: BTreeMap<&[&str], usize> = BTreeMap::new();
        for own in &parts {
            ends(own, common).for_each(|end| *times.entry(end).or_default() += 1);
        }
        for (at, own) in group.iter().zip(&parts) {
            let unique = ends(own, common).find(|end| times.get(end) == Some(&1));
            // The whole path tells a file from all others, but for one that is an end of another.
            let name =
                unique.map_or_else(|| own.get(common..).unwrap_or_default().join("/"), |e| e.join("/"));
            if let Some(slot) = names.get_mut(*at) {
                *slot = if name.is_empty() { base.to_owned() } else { name };
            }
        }
    }
    names
}

/// The ends of a path, shortest first, without its first `common` parts.
fn ends<'a>(parts: &'a [&'a str], common: usize) -> impl Iterator<Item = &'a [&'a str]> {
    (common..parts.len()).rev().filter_map(move |from| parts.get(from..))
}

/// How many parts all paths begin with alike.
fn shared_start(paths: &[Vec<&str>]) -> usize {
    let Some((first, others)) = paths.split_first() else { return 0 };
    let alike = |other: &Vec<&str>| first.iter().zip(other).take_while(|(a, b)| a == b).count();
    others.iter().map(alike).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_as_short_as_tells_files_apart() {
        let cases: [(&[&str], &[&str]); 6] = [
            (&["a/x.csv", "b/y.csv"], &["x.csv", "y.csv"]),
            (&["a/x.csv", "b/x.csv", "b/y.csv"], &["a/x.csv", "b/x.csv", "y.csv"]),
            (&["a/q/x.csv", "b/q/x.csv", "b/r/x.csv"], &["a/q/x.csv", "b/q/x.csv", "r/x.csv"]),
            (&["x.csv", "a/x.csv"], &["x.csv", "a/x.csv"]),
            (&["/data/x.csv", "/data/a/x.csv"], &["x.csv", "a/x.csv"]),
            (&["/x.csv"], &["x.csv"]),
        ];
        for (paths, names) in cases {
            assert_eq!(shown_names(paths), names, "{paths:?}");
        }
    }

    #[test]
    fn one_path_is_written_in_one_way() {
        for (typed, plain) in
            [("./a.csv", "a.csv"), ("a//b/./c", "a/b/c"), ("/a/b", "/a/b"), ("a/", "a"), ("../a", "../a")]
        {
            assert_eq!(plain_path(typed), plain, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn no_two_files_have_one_name_wherever_they_lie(
            paths in proptest::collection::btree_set("([ab]/){0,3}[xy]", 1..12),
            folder in "([ab]/){0,2}",
        ) {
            let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
            let names = shown_names(&paths);
            let different: std::collections::BTreeSet<&String> = names.iter().collect();
            prop_assert_eq!(different.len(), paths.len(), "{:?} {:?}", paths, names);
            for (path, name) in paths.iter().zip(&names) {
                prop_assert!(path.ends_with(name.as_str()));
            }
            let moved: Vec<String> = paths.iter().map(|p| format!("{folder}{p}")).collect();
            let moved: Vec<&str> = moved.iter().map(String::as_str).collect();
            prop_assert_eq!(shown_names(&moved), names);
        }
    }
}
