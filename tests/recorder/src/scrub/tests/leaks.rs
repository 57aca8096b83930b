//! Secrets in all kinds of places.

use super::*;

/// Base64 as part of a longer text, for one of the three offsets at which it can begin.
fn base64(text: &[u8], skip: usize) -> String {
    let alphabet: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain("+/".chars()).collect();
    let text = text.get(skip..).unwrap_or_default();
    let bits = text.iter().flat_map(|byte| (0..8).rev().map(move |bit| usize::from(byte >> bit & 1)));
    let bits: Vec<usize> = bits.collect();
    bits.chunks_exact(6).map(|six| alphabet[six.iter().fold(0, |value, bit| value * 2 + bit)]).collect()
}

/// Whether a secret is still readable, in any form.
fn leaks(recording: &Recording, secret: &str) -> Vec<String> {
    let text = recording.text().unwrap().to_lowercase();
    let mut forms = vec![
        secret.to_owned(),
        utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string(),
        secret.replace('@', "%40"),
        secret.replace(' ', "+"),
        secret.replace(' ', "%20"),
        Value::from(secret).to_string().trim_matches('"').to_owned(),
    ];
    forms.extend((0..3).map(|skip| base64(secret.as_bytes(), skip)).filter(|form| form.len() > 4));
    forms.retain(|form| text.contains(&form.to_lowercase()));
    forms
}

const CUSTOMER: &str = r#"{"id":7,"email":"zelda.quimby@acme-shoes.com","first_name":"Zelda","last_name":"Quimby","company":"Quimby &/Ärger","notes":"O'Quimby & Söhne"}"#;

/// A response with a customer, followed by an error about it.
fn echo(error: &Value) -> Vec<Recording> {
    let customer: Value = serde_json::from_str(CUSTOMER).unwrap();
    vec![
        exchanged("GET /v3/customers", 200, json!({"data": [customer]})),
        exchanged("GET /v3/customers", 422, error.clone()),
    ]
}

pub(super) fn message(text: &str) -> Vec<Recording> {
    echo(&json!({"status": 422, "title": text, "detail": text, "type": "about:blank", "errors": {"0.email": text}}))
}

pub(super) fn assert_clean(planted: Vec<Recording>, wanted: &[&str]) {
    for secret in wanted {
        let there = planted.iter().any(|recording| !leaks(recording, secret).is_empty());
        assert!(there, "{secret} is not planted, or cannot be found");
    }
    let shown: Vec<_> = planted.iter().map(|recording| recording.text().unwrap()).collect();
    let scrubbed = scrub(spec(), planted, &secrets());
    for recording in &scrubbed {
        for secret in wanted {
            let found = leaks(recording, secret);
            assert!(
                found.is_empty(),
                "{secret} as {found:?} in\n{}\nof\n{}",
                recording.text().unwrap(),
                shown.concat()
            );
        }
    }
}

#[test]
fn fields() {
    let customer = json!({"data": [{
        "email": "zelda.quimby@acme-shoes.com", "first_name": "Zelda", "last_name": "Quimby", "company": "Acme Shoes",
        "phone": "+49 30 9018 2017", "notes": "Zelda pays late.", "registration_ip_address": "91.198.174.192",
        "tax_exempt_category": "GOV-7741", "addresses": [{
            "address1": "77 Gasometer Strasse", "address2": "Hinterhaus 3b", "city": "Wuppertal", "postal_code": "42103",
            "state_or_province": "Nordrhein", "country": "Zamunda", "phone": 49_309_018_201_i64, "company": "Acme Lager",
            "form_fields": [{"name": "Gate code of Acme", "value": ["oben links", "unten rechts"]}],
        }],
        "attributes": [{"attribute_value": "wholesaler-77"}], "form_fields": [{"name": "Pet", "value": 884_417}],
    }]});
    assert_clean(
        vec![exchanged("GET /v3/customers", 200, customer)],
        &[
            "zelda.quimby@acme-shoes.com",
            "acme-shoes",
            "Zelda",
            "Quimby",
            "Acme Shoes",
            "9018 2017",
            "pays late",
            "91.198.174.192",
            "GOV-7741",
            "Gasometer",
            "Hinterhaus",
            "Wuppertal",
            "42103",
            "Nordrhein",
            "Zamunda",
            "49309018201",
            "Lager",
            "Gate code",
            "oben",
            "unten",
            "wholesaler-77",
            "884417",
        ],
    );
    let instruments = json!([{
        "type": "stored_card", "token": "5d0c1b7e9a4f4c2d8b36", "brand": "VISA", "last_4": "7063", "issuer_identification_number": "520082",
        "billing_address": {"first_name": "Zelda", "email": "pay@acme-shoes.com", "state_or_province_code": "NW"},
    }, {"type": "stored_bank_account", "token": "b1a97c40e25d4f8896d3", "masked_account_number": "77XXXX04", "issuer": "NL207"}]);
    assert_clean(
        vec![exchanged("GET /v3/customers/5/stored-instruments", 200, instruments)],
        &["5d0c1b7e9a4f4c2d8b36", "7063", "520082", "Zelda", "pay@acme", "b1a97c40e25d4f8896d3", "77XXXX04", "NL207"],
    );
    let metafield = json!({"data": {"namespace": "acme_erp", "key": "lager_ort", "value": "{\"a\":1,\"owner\":\"Zelda Q\"}",
        "description": "Where Acme keeps it", "owner_client_id": "m4xk2p9q7wz1", "resource_id": 5}});
    assert_clean(
        vec![exchanged("GET /v3/customers/5/metafields/6", 200, metafield)],
        &["acme_erp", "lager_ort", "Zelda", "{\\\"a", "keeps it", "m4xk2p9q7wz1"],
    );
    let settings = json!({"data": {"privacy_settings": {"policy_url": "https://www.acme-shoes.com/datenschutz?shop=hx41veqz9d#zelda"}}});
    assert_clean(
        vec![exchanged("GET /v3/customers/settings", 200, settings)],
        &["acme", "datenschutz", "hx41veqz9d", "zelda"],
    );
    let passwords = [
        exchange(
            "PUT /v2/customers/5",
            &json!({"_authentication": {"password": "correct horse 7", "password_confirmation": "correct-horse"}}),
            204,
            &Value::Null,
        ),
        exchange(
            "POST /v3/customers",
            &json!([{"authentication": {"force_password_reset": false, "new_password": "hunter2!"}}]),
            422,
            &json!({"status": 422, "title": "hunter2! is too short"}),
        ),
        exchange(
            "POST /v3/customers/validate-credentials",
            &json!({"email": "Z@acme-shoes.com", "password": "S3cr3t-of-Zelda"}),
            200,
            &json!({"is_valid": false}),
        ),
    ];
    assert_clean(passwords.to_vec(), &["correct horse", "correct-horse", "hunter2!", "S3cr3t-of-Zelda", "z@acme"]);
}

#[test]
fn echoes() {
    for (text, secret) in [
        ("ZELDA.Quimby@Acme-Shoes.com is taken", "zelda.quimby@acme-shoes.com"),
        ("taken: zelda.quimby%40acme-shoes.com.", "zelda.quimby@acme-shoes.com"),
        ("taken: zelda.quimby%40ACME-shoes%2Ecom&x=1", "acme"),
        ("twice zelda.quimby%2540acme-shoes.com", "zelda.quimby"),
        ("id emVsZGEucXVpbWJ5QGFjbWUtc2hvZXMuY29t exists", "zelda.quimby@acme-shoes.com"),
        ("in eyJlbWFpbCI6InplbGRhLnF1aW1ieUBhY21lLXNob2VzLmNvbSJ9", "zelda.quimby@acme-shoes.com"),
        ("Zelda exists", "Zelda"),
        ("The customer zelda quimby exists", "zelda quimby"),
        ("The customer Zelda+Quimby exists", "zelda quimby"),
        ("zeldaquimby42 exists", "zeldaquimby"),
        ("quimbyz is no name", "quimby"),
        ("100% of /Quimby%20%26/%C3%84rger exist", "\u{c4}rger"),
        ("O&#39;Quimby &amp; S&#246;hne exist", "S&#246;hne"),
        ("{\\\"name\\\":\\\"O'Quimby & S\\u00f6hne\\\"}", "S\\u00f6hne"),
        ("See https://acme-shoes.com/customers/Quimby?name=Zelda%20Quimby", "acme-shoes"),
        ("See https://acme-shoes.com/customers/Quimby?name=Zelda%20Quimby", "quimby"),
        ("Token q8Zt3vLm2Xw9Kc5Bn7Rd1Fs4Gh6Jp0Ty was revoked", "q8Zt3vLm2Xw9Kc5Bn7Rd1Fs4Gh6Jp0Ty"),
        ("Store HX41VEQZ9D", "hx41veqz9d"),
        ("store-hx41veqz9d.mybigcommerce.com", "hx41veqz9d"),
    ] {
        assert!(!leaks(&message(text)[1], secret).is_empty(), "{secret} in {text}");
        assert_clean(message(text), &[secret]);
    }
    let phones = json!({"status": 422, "title": "The phone 4930901820 is taken", "errors": {"x": "'4930901820' too"}});
    let sent = json!([{"phone": "4930901820"}]);
    assert_clean(vec![exchange("POST /v3/customers", &sent, 422, &phones)], &["4930901820"]);
}

#[test]
fn what_nobody_knew_before() {
    for (text, secret) in [
        ("nobody@nowhere-shop.de is taken", "nowhere-shop"),
        ("blocked for 91.198.174.192.", "91.198.174.192"),
        ("blocked for [2a02:ec80:300::1]:443", "2a02:ec80:300::1"),
        ("session 9f8a7b6c5d4e3f2a1b0c9d8e expired", "9f8a7b6c5d4e3f2a1b0c9d8e"),
        ("cursor eyJpZCI6NjIwNX0 is invalid", "eyJpZCI6NjIwNX0"),
        ("call +49 30 901820 for help", "901820"),
        ("A customer named Walburga Kruse exists", "Walburga"),
        ("A customer named Walburga Kruse exists", "Kruse"),
        ("Walburga Kruse exists", "Kruse"),
        ("{\"who\":\"Walburga Kruse\"}", "Kruse"),
        ("The value \"vip-gold\" is not allowed", "vip-gold"),
        ("see https://kruse-shop.mybigcommerce.com/x", "kruse"),
        ("see https%3A%2F%2Fkruse-shop.de%2Fx", "kruse"),
    ] {
        assert_clean(message(text), &[secret]);
    }
    let unknown = json!({"data": [{"id": 7, "nickname": "Walburga", "contact": {"who": ["Kruse", {"born": "1977-02-28", "at": 52.4420}],
        "fax": 4_930_901_820_i64, "walburga@kruse.de": {"x": "y1"}, "mail": "w@kruse.de", "vat_id": "DE811907980", "tax_id": 811_907_980, "host": "https://kruse.de/a"}}]});
    assert_clean(
        vec![exchanged("GET /v3/customers", 200, unknown)],
        &["Walburga", "Kruse", "1977-02-28", "52.442", "4930901820", "w@kruse"],
    );
    for (body, secret) in [
        ("<p>Kruse Shop is closed</p>", "Kruse"),
        ("<h1>503</h1><!-- hx41veqz9d -->", "hx41veqz9d"),
        ("<a href=\"https://kruse.de\">x</a>", "kruse"),
        ("<a title='Walburga'", "Walburga"),
        ("<script>var s='hx41veqz9d'</script>", "hx41veqz9d"),
        ("<title>Not found: hx41veqz9d</title>", "hx41veqz9d"),
        ("Not found\nin store hx41veqz9d", "hx41veqz9d"),
        ("{\"shop\":\"Kruse\"}", "Kruse"),
        ("\"Kruse\"", "Kruse"),
    ] {
        assert_clean(vec![exchanged("GET /v3/customers", 503, json!(body))], &[secret]);
    }
}

#[test]
fn requests() {
    for (request, found) in [
        ("GET /v3/customers?email:in=zelda.quimby%40acme-shoes.com,b%40acme-shoes.com", "acme"),
        ("GET /v3/customers?email:in=zelda.quimby@acme-shoes.com", "quimby"),
        ("GET /v3/customers?name:like=Quim,Zeld", "zeld"),
        ("GET /v3/customers?phone:in=%2B49%2030%20901820", "901820"),
        ("GET /v3/customers?registration_ip_address:in=91.198.174.192", "91.198"),
        ("GET /v3/customers?after=eyJpZCI6NjIwNX0&limit=5", "eyJpZCI6NjIwNX0"),
        ("GET /v3/customers?secret=Walburga", "Walburga"),
        ("GET /v3/customers?Walburga%20K=1", "Walburga"),
        ("GET /v3/unheard-of/Walburga/7", "Walburga"),
        ("GET /v3/customers/hx41veqz9d/consent", "hx41veqz9d"),
        ("GET /stores/hx41veqz9d/v3/customers", "hx41veqz9d"),
        ("GET /v2/customers?company=Acme%20Shoes&tax_exempt_category=GOV-7741", "acme"),
        ("GET /v3/customers/metafields?namespace:in=acme_erp,acme&key=acme_key", "acme"),
        ("GET /v3/customers/form-field-values?field_name=Acme%20Club", "acme"),
    ] {
        assert_clean(vec![exchanged(request, 200, json!({"data": []}))], &[found]);
    }
    let mut recording = exchanged("GET /v3/customers", 200, json!({"data": [{"weird": "x session=5ab0c1d2e3f4"}]}));
    let request = recording.request.as_mut().unwrap();
    request.headers.insert("x-auth-token".to_owned(), secrets().token);
    recording.response.headers.insert("set-cookie".to_owned(), "s=5ab0c1d2e3f4; Path=/".to_owned());
    recording.source = "recorded from hx41veqz9d by zelda@acme-shoes.com".to_owned();
    assert_clean(vec![recording], &[&secrets().token, "5ab0c1d2e3f4", "acme", "hx41veqz9d"]);
}
