//! Recorded exchanges: the files under `tests/recordings`.

use std::fmt;
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::Exact;

/// One exchange: what a client sends, and what it is answered.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Recording {
    /// What its shape rests on.
    pub source: String,
    /// When it was written down, `2026-11-21`.
    pub date: String,
    /// What has to be sent; none where the answer belongs to many operations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<RecordedRequest>,
    /// What is answered.
    pub response: RecordedResponse,
}

/// What has to be sent. The path begins with the version; the query is percent-encoded.
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

/// What is answered: JSON, another text, or no body.
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
    /// Reads the JSON of a file.
    ///
    /// # Errors
    /// When it is not of the format.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The text of its file: as `jq .` prints it.
    ///
    /// # Errors
    /// Never; the values are JSON.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        Ok(Exact::parse(&serde_json::to_string(self)?)?.pretty() + "\n")
    }
}

impl RecordedResponse {
    /// The body as bytes, before any compression.
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
    /// What is special about it, such as `cursor`.
    pub case: Option<String>,
}

/// The owner of answers with a status that no operation declares.
pub const UNDECLARED: &str = "Undeclared";

impl Name {
    /// Reads a name.
    ///
    /// # Errors
    /// When it has another form; the error says which one it has to have.
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
        // Other spellings, such as `0200`, would be another file with the same name.
        if name.to_string() == text { Ok(name) } else { Err(form()) }
    }

    /// Whether it may hold what the spec does not know.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.case.as_ref().is_some_and(|case| case.starts_with("unknown-"))
    }

    /// Whether several operations share the answer.
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
    /// What the file holds.
    pub text: String,
    /// What that means.
    pub recording: Recording,
}

/// The file beside the recordings that says what the cases show.
pub const README: &str = "README.md";
/// The file beside the recordings that pins what is asked for.
pub const REQUESTS: &str = "requests.txt";

/// The first cells of lines `| v3/customers/list/200-cursor | … |`. Other tables have no names of recordings there,
/// which begin with a version.
pub fn rows(readme: &str) -> impl Iterator<Item = &str> {
    let cells = readme.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    cells.filter(|cell| cell.starts_with('v'))
}

/// A folder of recordings.
#[derive(Clone, Debug)]
pub struct Recordings {
    /// Sorted by name.
    pub all: Vec<Recorded>,
    /// The file beside them that says what the cases show, if there is one.
    pub readme: Option<String>,
    /// The file beside them that pins what is asked for, if there is one.
    pub requests: Option<String>,
}

impl Recordings {
    /// The folder of this workspace.
    #[must_use]
    pub fn folder() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("recordings")
    }

    /// Reads all files of a folder.
    ///
    /// # Errors
    /// With every file that is no recording, and why.
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

    /// The first cells of the list of cases, whatever they say.
    pub fn rows(&self) -> impl Iterator<Item = &str> {
        rows(self.readme.as_deref().unwrap_or_default())
    }

    /// The recordings that the list of cases names.
    pub fn listed(&self) -> impl Iterator<Item = Name> {
        self.rows().filter_map(|row| Name::parse(row).ok())
    }

    /// The recording of this name.
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

/// The file of a recording as messages show it.
#[must_use]
pub fn file_of(name: &Name) -> String {
    format!("tests/recordings/{name}.json")
}

/// The files of a folder and those below: recordings, and what else there is.
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
