//! Recorded exchanges: the files under `tests/recordings`.

use std::fmt;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::Exact;

/// An exchange: a request and its response.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// The origin of its shape.
    pub source: String,
    /// The date when it was recorded or written, `2026-11-21`.
    pub date: String,
    /// The request; `None` if the response belongs to many operations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<RecordedRequest>,
    /// The response.
    pub response: RecordedResponse,
}

/// A request. The path begins with the version; the query is percent-encoded.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the words of HTTP")]
pub struct RecordedRequest {
    pub method: String,
    pub path: String,
    pub query: String,
    pub headers: IndexMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Exact>,
}

/// A response: JSON, another text, or no body.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the words of HTTP")]
pub struct RecordedResponse {
    pub status: u16,
    pub headers: IndexMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Exact>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Recording {
    /// Parses the JSON of a file.
    ///
    /// # Errors
    /// Fails if the format is wrong.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// Formats the recording as in its file: like `jq .`.
    ///
    /// # Errors
    /// Never fails; the values are JSON.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        Ok(Exact::parse(&serde_json::to_string(self)?)?.pretty() + "\n")
    }
}

impl RecordedResponse {
    /// Returns the body as bytes, before any compression.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        match (&self.body, &self.text) {
            (Some(body), _) => body.to_string().into_bytes(),
            (None, Some(text)) => text.clone().into_bytes(),
            (None, None) => Vec::new(),
        }
    }
}

/// The name of a recording, which is its path: `v3/customers/list/200-cursor`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// `v2` or `v3`.
    pub version: String,
    /// The fragment, such as `customers`.
    pub fragment: String,
    /// The function of an operation, `list`; a response component, `Unauthorized`; or `Undeclared`.
    pub owner: String,
    /// The status.
    pub status: u16,
    /// The case, such as `cursor`.
    pub case: Option<String>,
}

/// The owner of responses with a status that no operation declares.
pub const UNDECLARED: &str = "Undeclared";

impl Name {
    /// Parses a name.
    ///
    /// # Errors
    /// Fails if the name has another form; the error describes the expected one.
    pub fn parse(text: &str) -> Result<Self, String> {
        let form = || format!("{text} is not of the form <version>/<fragment>/<operation>/<status>[-<case>]");
        let [version, fragment, owner, file] = text.split('/').collect::<Vec<_>>()[..] else { return Err(form()) };
        let (status, case) =
            file.split_once('-').map_or((file, None), |(status, case)| (status, Some(case.to_owned())));
        let status = status.parse().ok().filter(|status| (100..600).contains(status)).ok_or_else(form)?;
        if [version, fragment, owner].iter().any(|part| part.is_empty()) || case.as_ref().is_some_and(String::is_empty)
        {
            return Err(form());
        }
        let name = Self { version: version.into(), fragment: fragment.into(), owner: owner.into(), status, case };
        // Other spellings, such as `0200`, would be another file of the same name.
        if name.to_string() == text { Ok(name) } else { Err(form()) }
    }

    /// Whether it may contain what the spec does not declare.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.case.as_ref().is_some_and(|case| case.starts_with("unknown-"))
    }

    /// Whether several operations share the response.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.owner.starts_with(|first: char| first.is_ascii_uppercase())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}/{}", self.version, self.fragment, self.owner, self.status)?;
        self.case.as_ref().map_or(Ok(()), |case| write!(f, "-{case}"))
    }
}

/// A file with its recording.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Its name.
    pub name: Name,
    /// The content of the file.
    pub text: String,
    /// The parsed content.
    pub recording: Recording,
}

/// The file beside the recordings that describes the cases.
pub const README: &str = "README.md";
/// The file beside the recordings that pins their requests.
pub const REQUESTS: &str = "requests.txt";

/// Returns the first cells of lines `| v3/customers/list/200-cursor | … |`. Other tables are ignored, because the names
/// of recordings begin with a version.
pub fn rows(readme: &str) -> impl Iterator<Item = &str> {
    let cells = readme.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    cells.filter(|cell| cell.starts_with('v'))
}

/// A folder of recordings.
#[derive(Clone, Debug)]
pub struct Recordings {
    /// Sorted by name.
    pub all: Vec<Recorded>,
    /// The file beside them that describes the cases, if there is one.
    pub readme: Option<String>,
    /// The file beside them that pins their requests, if there is one.
    pub requests: Option<String>,
}

impl Recordings {
    /// Returns the folder of this workspace.
    #[must_use]
    pub fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("recordings")
    }

    /// Reads all files of a folder.
    ///
    /// # Errors
    /// Lists every file that is not a recording, and why.
    pub fn read(folder: &Path) -> Result<Self, Vec<String>> {
        let (mut paths, mut strange) = (Vec::new(), Vec::new());
        collect(folder, &mut paths, &mut strange).map_err(|error| vec![format!("{}: {error}", folder.display())])?;
        strange.retain(|path| ![README, REQUESTS].iter().any(|name| *path == folder.join(name)));
        let (mut all, mut problems) = (Vec::new(), Vec::new());
        problems.extend(strange.iter().map(|path| format!("{}: is no recording, which ends in .json", path.display())));
        for path in paths {
            let name = path.strip_prefix(folder).unwrap_or(&path).with_extension("");
            match recorded(&name.to_string_lossy().replace('\\', "/"), &path) {
                Ok(recorded) => all.push(recorded),
                Err(problem) => problems.push(problem),
            }
        }
        all.sort_by(|one, other| one.name.cmp(&other.name));
        let beside = |name: &str| std::fs::read_to_string(folder.join(name)).ok();
        let (readme, requests) = (beside(README), beside(REQUESTS));
        if problems.is_empty() { Ok(Self { all, readme, requests }) } else { Err(problems) }
    }

    /// Returns the first cells of the list of cases, valid or not.
    pub fn rows(&self) -> impl Iterator<Item = &str> {
        rows(self.readme.as_deref().unwrap_or_default())
    }

    /// Returns the recordings that the list of cases names.
    pub fn listed(&self) -> impl Iterator<Item = Name> {
        self.rows().filter_map(|row| Name::parse(row).ok())
    }

    /// Returns the recording with this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Recording> {
        self.all.iter().find(|file| file.name.to_string() == name).map(|file| &file.recording)
    }
}

fn recorded(name: &str, path: &Path) -> Result<Recorded, String> {
    let name = Name::parse(name)?;
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let recording = Recording::parse(&text).map_err(|error| format!("{}: {error}", file_of(&name)))?;
    Ok(Recorded { name, text, recording })
}

/// Returns the path of a recording, as shown in messages.
#[must_use]
pub fn file_of(name: &Name) -> String {
    format!("tests/recordings/{name}.json")
}

/// Returns the files of a folder and its subfolders: recordings and others.
fn collect(folder: &Path, found: &mut Vec<PathBuf>, strange: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let (entry, path) = entry.map(|entry| (entry.file_type(), entry.path()))?;
        if entry?.is_dir() {
            collect(&path, found, strange)?;
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        } else {
            strange.push(path);
        }
    }
    found.sort();
    Ok(())
}
