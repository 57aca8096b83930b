// @generated from api.yaml by `cargo xtask generate`: change that, not this.

//! The examples of api.yaml.

use openapi_client_runtime::rt;

rt::examples! {
    untagged {
        "api.yaml#/paths/~1animals~1{id}/get/responses/200/content/application~1json/examples/bear/value" => zoo_client::api::untagged::Animal, r#"{
  "name": "Bruno",
  "weight": 310.50,
  "price": 1200.10,
  "born": "2019-02-01",
  "tags": []
}"#;
        "api.yaml#/paths/~1animals~1{id}/get/responses/404/content/application~1problem+json/example" => zoo_client::api::untagged::GetAnimalNotFound, r#"{
  "title": "There's no \"animal\" with that id\u200b."
}"#;
        "api.yaml#/paths/~1animals~1{id}/put/requestBody/content/application~1json/examples/nothing/value" => zoo_client::api::untagged::Animal, r#"{
  "name": "Aiko",
  "mother": null,
  "anything": null,
  "either": null,
  "both": null,
  "extra": [
    1,
    2.0
  ]
}"#;
        "api.yaml#/paths/~1animals~1{id}/put/requestBody/content/application~1json/examples/exact/value" => zoo_client::api::untagged::Animal, r#"{
  "name": "Aiko",
  "weight": 12e-40,
  "price": 0.1234567890123456789012345678901234567890
}"#;
        "api.yaml#/paths/~1animals~1{id}/patch/responses/200/content/application~1json/example" => zoo_client::api::untagged::PatchAnimalOk, r#"{
  "left": true
}"#;
        "api.yaml#/components/examples/Fox/value" => zoo_client::api::untagged::Animal, r#"{
  "name": "Rika",
  "price": 7.00,
  "kind": {
    "legs": 4
  },
  "mother": {
    "name": "Vera"
  }
}"#;
        "api.yaml#/components/schemas/Animal/properties/kind/example" => zoo_client::api::untagged::AnimalKind, r#"{
  "legs": 2
}"#;
        "api.yaml#/components/schemas/Herd/examples/0" => Option<Vec<zoo_client::api::untagged::Animal>>, r#"[
  {
    "name": "Bruno"
  }
]"#;
        "api.yaml#/components/schemas/Herd/examples/1" => Option<Vec<zoo_client::api::untagged::Animal>>, r"null";
        "api.yaml#/components/schemas/Level/examples/0" => zoo_client::api::untagged::Level, r#""low""#;
        "api.yaml#/components/schemas/Level/examples/1" => zoo_client::api::untagged::Level, r#""high""#;
    }
}
