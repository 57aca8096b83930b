//! A temporary folder, and runs of the program in it. The tests of `xtask` use it, too.
#![allow(dead_code, reason = "no test program uses all of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The configuration of a version.
pub const API: &str = r"openapi: 3.0.3
info: {title: Kennel, version: '1.0', description: Pets of a kennel.}
servers:
  - url: https://kennel.example.org/{house}/v1
    variables:
      house: {default: house, description: The name of the house., x-env: KENNEL_HOUSE}
security:
  - Token: []
paths: {}
components:
  securitySchemes:
    Token: {type: apiKey, in: header, name: X-Token, x-env: KENNEL_TOKEN, x-rust-name: token, description: The key.}
";

/// One resource with one operation.
pub const PETS: &str = r"openapi: 3.0.3
info: {title: Pets, version: '1.0', description: Who lives in the kennel.}
servers:
  - url: https://kennel.example.org/{house}/v1
    variables:
      house: {default: house, description: The name of the house., x-env: KENNEL_HOUSE}
tags:
  - {name: pets, description: Who lives in the kennel.}
security:
  - Token: []
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      x-rust-name: get
      tags: [pets]
      summary: Reads one pet.
      description: Answers the pet of that number.
      parameters:
        - {name: petId, in: path, required: true, description: The pet., schema: {type: integer, format: int64}, example: 7}
      responses:
        '200':
          description: The pet.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
              example: {id: 7, name: Aiko}
components:
  securitySchemes:
    Token: {$ref: 'api.yaml#/components/securitySchemes/Token'}
  schemas:
    Pet:
      type: object
      description: A pet.
      required: [id, name]
      properties:
        id: {type: integer, format: int64, description: Its number.}
        name: {type: string, description: What it is called.}
";

/// A temporary folder, which is removed on drop.
pub struct Folder(TempDir);

/// The result of a run.
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Creates a folder `spec` with one version of two fragments.
    pub fn with_spec() -> Self {
        let folder = Self::new();
        folder.write("spec/v1/api.yaml", API);
        folder.write("spec/v1/pets.yaml", PETS);
        folder
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// Replaces a text in a file.
    pub fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        assert!(text.contains(old), "{path} has no `{old}`:\n{text}");
        self.write(path, &text.replacen(old, new, 1));
    }

    /// Returns every file of a folder with its bytes.
    pub fn files(&self, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.path(folder), &mut files);
        files
    }

    pub fn run(&self, line: &str) -> Ran {
        self.run_in("", line)
    }

    pub fn run_in(&self, folder: &str, line: &str) -> Ran {
        run(&self.path(folder), line)
    }
}

/// Runs the command as from a shell in `folder`, without the environment of cargo.
pub fn run(folder: &Path, line: &str) -> Ran {
    finish(&mut command(crate::PROGRAM.as_ref(), folder, line))
}

/// A run of `program` in `folder` that has not started.
pub fn command(program: &Path, folder: &Path, line: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).args(line.split_whitespace()).env_remove("CARGO_MANIFEST_DIR");
    command
}

/// Runs it to its end.
pub fn finish(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Ran {
    /// Asserts the exit code, and shows the output if it differs.
    #[track_caller]
    pub fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "\nstdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// Asserts that stdout contains each of these texts, in this order.
    #[track_caller]
    pub fn says(self, texts: &[&str]) -> Self {
        in_order("stdout", &self.out, texts);
        self
    }

    /// Asserts that stderr contains each of these texts, in this order.
    #[track_caller]
    pub fn complains(self, texts: &[&str]) -> Self {
        in_order("stderr", &self.err, texts);
        self
    }
}

#[track_caller]
fn in_order(name: &str, all: &str, texts: &[&str]) {
    let mut rest = all;
    for text in texts {
        match rest.split_once(text) {
            Some((_, after)) => rest = after,
            None => panic!("{name} lacks, in this order, `{text}`:\n{all}"),
        }
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
}
