//! `drift`: against published documents, and against traffic.

use serde_json::{Value, json};

use crate::support::{Folder, PETS};

/// A published document of the same API, in which `name` is longer and there is an operation more.
const PUBLISHED: &str = "\
openapi: 3.0.3
info: {title: Kennel, version: '9'}
servers: [{url: 'https://api.kennel.example.org/{house}/v1', variables: {house: {default: x}}}]
paths:
  /pets/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        '200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
    delete:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'204': {description: Gone.}}
components:
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: {type: integer}
        name: {type: string, maxLength: 50}
        breed: {type: string}
";

/// Marks that explain both differences.
const MARKS: &str = "\
x-deviations:
  - at: '#/components/schemas/Pet/properties/breed'
    what: absent
    source: 'observed: nobody has seen it'
  - at: '#/paths/~1pets~1{petId}/delete'
    what: absent
    source: 'page: pets stay'
";

fn folder() -> Folder {
    let folder = Folder::with_spec();
    folder.write("kennel.yaml", PUBLISHED);
    folder
}

#[test]
fn differences_are_shown_with_both_places() {
    let folder = folder();
    let ran = folder.run("drift spec kennel.yaml").expect(0).says(&[
        "spec against kennel.yaml: 1 operation in both\n2 unexplained, 0 deliberate deviations marked, 4 by rule\n",
        "\nGET /pets/{petId} 200 breed: absent\n",
        "  ours    none  spec/v1/pets.yaml:32 #/components/schemas/Pet/properties/breed\n",
        "  theirs  string  kennel.yaml:21\n",
    ]);
    assert!(ran.out.contains("\nDELETE /pets/{id}: absent\n"), "{}", ran.out);
    assert_eq!(ran.err, "");
    folder.run("drift spec kennel.yaml --exit-code").expect(1);
    folder.write("spec/v1/pets.yaml", &format!("{PETS}{MARKS}"));
    let ran = folder.run("drift spec kennel.yaml --exit-code").expect(0);
    assert!(ran.out.contains("\n0 unexplained, 2 deliberate deviations marked, 4 by rule\n"), "{}", ran.out);
    // Marks are nothing to `lint`.
    folder.run("lint spec --strict").expect(0);
}

#[test]
fn programs_get_json() {
    let folder = folder();
    folder.write("spec/v1/pets.yaml", &format!("{PETS}{}", MARKS.split("  - at: '#/paths").next().unwrap()));
    let ran = folder.run("drift spec kennel.yaml --format json").expect(0);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let documents = &report["documents"];
    assert_eq!(documents["operations"], 1);
    assert_eq!(documents["unexplained"][0]["position"], "DELETE /pets/{id}");
    assert_eq!(documents["unexplained"][0]["here"]["pointer"], "#/paths/~1pets~1{petId}/delete");
    assert_eq!(documents["deliberate"][0]["source"], "observed: nobody has seen it");
    assert_eq!(documents["rules"].as_array().unwrap().iter().filter_map(|rule| rule["count"].as_u64()).sum::<u64>(), 4);
}

#[test]
fn errors_are_reported_as_elsewhere() {
    let folder = folder();
    folder.write("spec/v1/pets.yaml", &format!("{PETS}{}", MARKS.replace("/breed", "/name")));
    folder.run("drift spec kennel.yaml").expect(2).complains(&[
        "error[E0602]: nothing differs here any more: absent",
        "--> spec/v1/pets.yaml:40:9",
        "error: ",
    ]);
    folder.write("spec/v1/pets.yaml", PETS);
    folder.edit("spec/v1/pets.yaml", "schemas/Pet'", "schemas/Pat'");
    folder.run("drift spec kennel.yaml").expect(2).complains(&["error[E0201]: ", "did you mean `Pet`?", "error: "]);
    folder.write("spec/v1/pets.yaml", PETS);
    folder.run("drift spec missing.yaml").expect(2).complains(&["error[E0001]: "]);
    folder.run("drift spec").expect(64).complains(&["error: ", "<DOCUMENT>"]);
    folder.run("drift spec --har missing.har").expect(74).complains(&["error: cannot read missing.har: "]);
    folder.write("text.har", "no JSON, but a secret");
    let ran = folder.run("drift spec --har text.har").expect(2);
    assert!(ran.err.starts_with("error: text.har: it is not JSON (line 1, column ") && !ran.err.contains("secret"));
}

#[test]
fn traffic_is_compared_without_showing_it() {
    let folder = folder();
    let har = |status: u16, body: Value| {
        let request = json!({"method": "GET", "url": "https://kennel.example.org/secret/v1/pets/77"});
        let response = json!({"status": status, "content": {"size": 9, "text": body.to_string()}});
        json!({"log": {"entries": [{"request": request, "response": response}]}}).to_string()
    };
    folder.write("good.har", &har(200, json!({"id": 7, "name": "secret"})));
    let ran = folder.run("drift spec --har good.har --exit-code").expect(0);
    assert_eq!(ran.out, "good.har against spec: 1 of 1 exchange known, nothing contradicts the documents\n");
    folder.write("bad.har", &har(200, json!({"id": "secret", "breed": "secret"})));
    let ran = folder.run("drift spec --har good.har --har bad.har --exit-code").expect(1).says(&[
        "bad.har against spec: 1 of 1 exchange known, 3 contradictions\n",
        "\nGET /pets/{petId} 200 name: missing, but required\n  spec/v1/pets.yaml:38 #/components/schemas/Pet/",
    ]);
    assert!(
        ran.out.contains("200 id: string, where integer is expected\n") && !ran.out.contains("secret"),
        "{}",
        ran.out
    );
    let ran = folder.run("drift spec kennel.yaml --har bad.har --format json").expect(0);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (report["traffic"][0]["known"].as_u64(), report["documents"]["operations"].as_u64()),
        (Some(1), Some(1))
    );
    assert!(!ran.out.contains("secret"));
}
