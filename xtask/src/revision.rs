//! What a revision of this repository contains, from git.

use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a revision cannot be compared with.
#[derive(Debug)]
pub enum Problem {
    /// git is missing, or the folder is not a checkout.
    NoGit(String),
    /// There is no such revision here.
    NoRevision(String),
    /// Nothing was released yet.
    NoTag,
    /// The history that a comparison needs was not fetched.
    Shallow,
    /// A file cannot be written.
    Io(PathBuf, io::Error),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGit(reason) => {
                write!(f, "cannot ask git: {reason}\n  help: pass two documents or folders instead of revisions")
            }
            Self::NoRevision(name) => {
                write!(f, "there is no revision {name} here\n  help: fetch it, or pass another one, such as HEAD~1")
            }
            Self::NoTag => write!(
                f,
                "there is no tag yet, so the last release is unknown\n  help: pass a revision, such as HEAD~10"
            ),
            Self::Shallow => write!(
                f,
                "this clone lacks the history up to the main branch\n  help: run git fetch --unshallow, or pass a \
                 revision that is here, such as HEAD~1"
            ),
            Self::Io(path, error) => write!(f, "cannot write {}: {error}", path.display()),
        }
    }
}

fn git(root: &Path, arguments: &[&str]) -> Result<Option<String>, Problem> {
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output();
    let output = output.map_err(|error| Problem::NoGit(error.to_string()))?;
    Ok(output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned()))
}

/// Returns the full name of a commit.
pub fn resolve(root: &Path, revision: &str) -> Result<String, Problem> {
    if git(root, &["rev-parse", "--git-dir"])?.is_none() {
        return Err(Problem::NoGit("this folder is not a checkout".to_owned()));
    }
    let commit =
        git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])?;
    commit.ok_or_else(|| Problem::NoRevision(revision.to_owned()))
}

/// Returns where the current branch left the main branch.
pub fn merge_base(root: &Path) -> Result<String, Problem> {
    resolve(root, "HEAD")?;
    let candidates = ["origin/HEAD", "origin/main", "main", "origin/master", "master"];
    for main in candidates {
        if let Ok(main) = resolve(root, main) {
            return match git(root, &["merge-base", "HEAD", &main])? {
                Some(commit) => Ok(commit),
                None => Err(Problem::Shallow),
            };
        }
    }
    let is_shallow = git(root, &["rev-parse", "--is-shallow-repository"])?.is_some_and(|answer| answer == "true");
    Err(if is_shallow { Problem::Shallow } else { Problem::NoRevision("main".to_owned()) })
}

/// Returns the last tag before the current commit.
pub fn last_tag(root: &Path) -> Result<String, Problem> {
    resolve(root, "HEAD")?;
    let tag = git(root, &["describe", "--tags", "--abbrev=0"])?;
    tag.ok_or(Problem::NoTag)
}

/// Returns the paths of the files below a folder, or that file, in a commit.
pub fn files(root: &Path, commit: &str, below: &str) -> Result<Vec<String>, Problem> {
    let listed = git(root, &["ls-tree", "-r", "-z", "--name-only", commit, "--", below])?;
    Ok(listed.unwrap_or_default().split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
}

/// Writes files of a commit to a folder, at the same paths.
pub fn extract(root: &Path, commit: &str, paths: &[String], folder: &Path) -> Result<(), Problem> {
    let failed = |error: io::Error| Problem::NoGit(error.to_string());
    let mut child = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    let asked: String = paths.iter().map(|path| format!("{commit}:{path}\n")).collect();
    // In a thread of its own: git answers before it has read all of a long list.
    let writer = child.stdin.take().map(|mut stdin| std::thread::spawn(move || stdin.write_all(asked.as_bytes())));
    let mut answer = Vec::new();
    if let Some(stdout) = &mut child.stdout {
        stdout.read_to_end(&mut answer).map_err(failed)?;
    }
    // A git that fails says less than was asked for, which is noticed below.
    drop(writer.map(std::thread::JoinHandle::join));
    child.wait().map_err(failed)?;
    let mut rest = answer.as_slice();
    for path in paths {
        let content = next_object(&mut rest).ok_or_else(|| Problem::NoGit(format!("no content of {path}")))?;
        let target = folder.join(path);
        let write = || {
            fs::create_dir_all(target.parent().unwrap_or(folder))?;
            fs::write(&target, content)
        };
        write().map_err(|error| Problem::Io(target.clone(), error))?;
    }
    Ok(())
}

/// Takes an object from the answer of `git cat-file --batch`: a line with its size, and its content.
fn next_object<'a>(answer: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = answer.iter().position(|byte| *byte == b'\n')?;
    let (header, rest) = answer.split_at(end);
    let size: usize = std::str::from_utf8(header).ok()?.rsplit(' ').next()?.parse().ok()?;
    let content = rest.get(1..=size)?;
    *answer = rest.get(size + 2..)?;
    Some(content)
}
