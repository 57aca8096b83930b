//! Measures whole processes: `xtask generate` on documents of 50 KiB to 10 MiB with a uniform structure.
//!
//! `cargo bench -p xtask --bench sizes` prints the CPU time per KiB of a document, also as a multiple of that for the
//! smallest one, and the peak memory of the process as a multiple of the document: neither should grow with the
//! document. The sizes run in turn. Then follow documents on one line with many problems.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failed measurement may end in a panic")]

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use wait4::Wait4;

const KIB: usize = 1024;

const SIZES: &[usize] = &[50 * KIB, 135 * KIB, 512 * KIB, 2048 * KIB, 10_240 * KIB];

const ROUNDS: usize = 7;

fn main() {
    for (what, ending, document) in KINDS {
        println!("{what}");
        table(ending, *document);
    }
}

/// A kind of document: its description, the extension, and a function that creates one of a given size.
type Kind = (&'static str, &'static str, Document);

/// Writes a document of about this size.
type Document = fn(&mut dyn Write, usize) -> io::Result<()>;

const KINDS: &[Kind] = &[
    ("YAML without a mistake", "yaml", document),
    ("JSON, all on one line, with something to report in each schema", "json", one_line),
];

fn table(ending: &str, document: Document) {
    let folder = tempfile::tempdir().unwrap();
    let documents: Vec<PathBuf> = SIZES
        .iter()
        .map(|size| {
            let path = folder.path().join(format!("synthetic_{size}.{ending}"));
            // In small writes: on Linux, a process inherits the peak memory of its parent.
            let mut file = BufWriter::new(File::create(&path).unwrap());
            document(&mut file, *size).and_then(|()| file.flush()).unwrap();
            path
        })
        .collect();
    let mut runs: Vec<Vec<(Duration, u64)>> = vec![Vec::new(); SIZES.len()];
    for _ in 0..ROUNDS {
        for (document, runs) in documents.iter().zip(&mut runs) {
            runs.push(run(document, &folder.path().join("out")));
        }
    }
    println!(
        "{:>10} {:>10} {:>12} {:>8} {:>12} {:>10}",
        "KiB", "time", "us per KiB", "ratio", "memory, KiB", "of the file"
    );
    let mut first = None;
    for (document, runs) in documents.iter().zip(&mut runs) {
        runs.sort_unstable();
        let (time, size) = (runs[runs.len() / 2].0, fs::metadata(document).unwrap().len() as f64 / KIB as f64);
        let memory = runs.iter().map(|(_, memory)| *memory).max().unwrap() as f64 / KIB as f64;
        let rate = time.as_secs_f64() * 1e6 / size;
        let ratio = rate / *first.get_or_insert(rate);
        println!("{size:>10.0} {time:>10.1?} {rate:>12.0} {ratio:>8.2} {memory:>12.0} {:>9.1}x", memory / size);
    }
}

/// Returns the CPU time of a process that generates a new crate, on all processors together, and its peak memory in
/// bytes.
fn run(document: &Path, out: &Path) -> (Duration, u64) {
    let _ = fs::remove_dir_all(out);
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.arg("generate").arg(document).arg("--out").arg(out).args(["--runtime", "0.1"]);
    let ended = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap().wait4().unwrap();
    assert!(ended.status.success(), "{command:?} failed");
    (ended.rusage.utime + ended.rusage.stime, ended.rusage.maxrss)
}

/// Schemas with unknown formats.
fn one_line(out: &mut dyn Write, size: usize) -> io::Result<()> {
    let mut written = 0;
    write!(
        out,
        r#"{{"openapi":"3.0.3","info":{{"title":"Synthetic","version":"1"}},"paths":{{}},"components":{{"schemas":{{"#
    )?;
    for number in 0.. {
        if written >= size {
            break;
        }
        let comma = if number == 0 { "" } else { "," };
        let text = |description: &str| format!(r#"{{"type":"string","description":"{description}"}}"#);
        let schema = format!(
            r##"{comma}"Thing{number}":{{"type":"object","description":"Something of kind {number}.","properties":{{"name":{},"maker":{},"state":{{"type":"string","enum":["fresh","used"]}},"next":{{"$ref":"#/components/schemas/Thing{number}"}},"colour":{{"type":"string","format":"colour-{number}"}}}}}}"##,
            text("What people call it."),
            text("Who made it, as far as anybody remembers."),
        );
        written += schema.len();
        out.write_all(schema.as_bytes())?;
    }
    out.write_all(b"}}}")
}

/// Resources with a schema, a list operation, and operations to create and to read one.
fn document(out: &mut dyn Write, size: usize) -> io::Result<()> {
    let mut left = size as isize;
    let numbers: Vec<_> = (0..)
        .take_while(|number| {
            let fits = left > 0;
            left -= (paths(*number).len() + schema(*number).len()) as isize;
            fits
        })
        .collect();
    writeln!(out, "openapi: 3.0.3\ninfo: {{title: Synthetic, version: '1'}}\npaths:")?;
    numbers.iter().try_for_each(|number| out.write_all(paths(*number).as_bytes()))?;
    writeln!(out, "components:\n  schemas:")?;
    numbers.iter().try_for_each(|number| out.write_all(schema(*number).as_bytes()))
}

fn paths(number: usize) -> String {
    let tag = number / 40;
    format!(
        "  /things_{number}:
    get:
      operationId: listThings{number}
      summary: Lists the things of kind {number}.
      description: All of them, the oldest first. A page has fifty unless `limit` says otherwise.
      tags: [Group {tag}]
      parameters:
        - {{name: page, in: query, description: Which page., schema: {{type: integer}}}}
        - {{name: limit, in: query, description: How many on a page., schema: {{type: integer, maximum: 250}}}}
        - {{name: 'name:like', in: query, description: A part of the name., schema: {{type: string}}}}
      responses:
        '200':
          description: A page of things.
          content:
            application/json:
              schema:
                type: object
                properties:
                  data:
                    type: array
                    items: {{$ref: '#/components/schemas/Thing{number}'}}
                  total: {{type: integer}}
    post:
      operationId: createThing{number}
      summary: Makes a thing of kind {number}.
      tags: [Group {tag}]
      requestBody:
        content:
          application/json:
            schema: {{$ref: '#/components/schemas/Thing{number}'}}
      responses:
        '200':
          description: The new thing.
          content:
            application/json:
              schema: {{$ref: '#/components/schemas/Thing{number}'}}
              example: {{id: 17, name: Lamp, state: fresh, labels: [small, bright]}}
        '422':
          description: Something about it is wrong.
  /things_{number}/{{id}}:
    get:
      operationId: getThing{number}
      summary: Reads a thing of kind {number}.
      tags: [Group {tag}]
      parameters:
        - {{name: id, in: path, required: true, description: Its number., schema: {{type: integer}}}}
      responses:
        '200':
          description: The thing.
          content:
            application/json:
              schema: {{$ref: '#/components/schemas/Thing{number}'}}
"
    )
}

fn schema(number: usize) -> String {
    format!(
        "    Thing{number}:
      type: object
      description: |
        Something of kind {number}, with what is known of it.

        It is made once, and may be changed until it is archived.
      required: [name, state]
      properties:
        id: {{type: integer, description: The number that the server gave to it., example: 17}}
        name: {{type: string, minLength: 1, maxLength: 100, description: What people call it., example: Lamp}}
        state: {{type: string, enum: [fresh, used, archived], description: How far it is.}}
        created_at: {{type: string, format: date-time, description: When it was made.}}
        weight: {{type: number, nullable: true, description: Its weight in kilograms.}}
        labels: {{type: array, items: {{type: string}}, description: What it is marked with.}}
        size:
          type: object
          description: How much room it takes.
          properties:
            width: {{type: number}}
            height: {{type: number}}
        parent: {{$ref: '#/components/schemas/Thing{number}'}}
"
    )
}
