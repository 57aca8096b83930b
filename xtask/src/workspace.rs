//! Where this workspace is on the disk, and how its paths are shown.

use std::env;
use std::fs;
use std::path::{self, Component, Path, PathBuf};

/// The root of the workspace.
///
/// Three places are tried, upwards from each: the package folder, as cargo names it to what it runs; the current folder;
/// the folder of the program, which is `target/…` when it is run directly.
///
/// # Errors
/// None of the places is below a root.
pub fn root() -> Result<PathBuf, String> {
    let starts =
        [env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from), env::current_dir().ok(), env::current_exe().ok()];
    starts.into_iter().flatten().find_map(|start| above(&start)).ok_or_else(|| {
        "no workspace here: no folder above this one has both a Cargo.toml with a [workspace] and a folder xtask\n  \
         help: run it inside the checkout, or name both folders with --spec and --out"
            .to_owned()
    })
}

fn above(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| is_root(folder)).map(Path::to_path_buf)
}

fn is_root(folder: &Path) -> bool {
    folder.join("xtask/Cargo.toml").is_file()
        && fs::read_to_string(folder.join("Cargo.toml"))
            .is_ok_and(|manifest| manifest.lines().any(|line| line.trim() == "[workspace]"))
}

/// The path from the root of the file system, without `..` as far as it exists.
pub fn whole(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| path::absolute(path)).unwrap_or_else(|_| path.to_path_buf())
}

/// The way from one folder to another, both whole.
pub fn relative(from: &Path, to: &Path) -> PathBuf {
    let common = from.components().zip(to.components()).take_while(|(left, right)| left == right).count();
    let up = from.components().skip(common).map(|_| Component::ParentDir);
    up.chain(to.components().skip(common)).collect()
}

/// `path` as it is shown: below `root` from there, elsewhere whole; with `/` between the parts on every system.
pub fn shown(path: &Path, root: Option<&Path>) -> String {
    let path = root.and_then(|root| path.strip_prefix(root).ok()).unwrap_or(path);
    let mut text = String::new();
    for part in path.components() {
        if !text.is_empty() && !text.ends_with('/') {
            text.push('/');
        }
        match part {
            Component::RootDir => text.push('/'),
            part => text.push_str(&part.as_os_str().to_string_lossy()),
        }
    }
    if text.is_empty() { ".".to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_from_a_folder_to_another() {
        for (from, to, expected) in
            [("/a/b/c", "/a/d", "../../d"), ("/a", "/a/b/c", "b/c"), ("/a/b", "/a", ".."), ("/x", "/y/z", "../y/z")]
        {
            assert_eq!(relative(Path::new(from), Path::new(to)), Path::new(expected), "{from} to {to}");
        }
    }

    #[test]
    fn paths_are_shown_from_the_root() {
        let root = Path::new("/home/me/project");
        let cases = [
            ("/home/me/project/spec/v3", Some(root), "spec/v3"),
            ("/home/me/project", Some(root), "."),
            ("/elsewhere/spec", Some(root), "/elsewhere/spec"),
            ("/home/me/project/spec", None, "/home/me/project/spec"),
            ("my/spec", None, "my/spec"),
        ];
        for (path, root, expected) in cases {
            assert_eq!(shown(Path::new(path), root), expected, "{path}");
        }
    }
}
