//! Converts and formats paths.
//!
//! A few lines suffice: they deal only with absolute paths, unlike the crates for relative ones.

use std::path::{self, Component, Path, PathBuf};

/// Returns the absolute path, with links and `..` resolved as far as it exists.
pub fn absolute(path: &Path) -> PathBuf {
    if let Ok(whole) = path.canonicalize() {
        return whole;
    }
    let Ok(whole) = path::absolute(path) else { return path.to_path_buf() };
    whole.components().fold(PathBuf::new(), |mut path, part| {
        match part {
            Component::ParentDir => drop(path.pop()),
            part => path.push(part),
        }
        path.canonicalize().unwrap_or(path)
    })
}

/// Returns the relative path from one absolute path to another.
pub fn relative(from: &Path, to: &Path) -> PathBuf {
    let common = from.components().zip(to.components()).take_while(|(left, right)| left == right).count();
    let up = from.components().skip(common).map(|_| Component::ParentDir);
    up.chain(to.components().skip(common)).collect()
}

/// Returns `path` for display: relative to `root` if it is inside, with `/` as the separator on every system.
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
    fn what_does_not_exist_yet_has_no_way_up() {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let root = absolute(folder.path());
        for (path, expected) in [("new", "new"), ("old/../new/a", "new/a"), ("new/../b", "b"), (".", "")] {
            assert_eq!(absolute(&folder.path().join(path)), root.join(expected), "{path}");
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
