//! Pages of customers in the form of the API: its order of keys, and varied values.

use std::fmt::Write as _;

/// The included data of each customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Includes {
    /// Nothing.
    None,
    /// Addresses alone.
    Addresses,
    /// Everything that can be included.
    All,
}

const FIRST_NAMES: [&str; 8] = ["Tomasz", "Helmi", "Noor", "Aiko", "José", "Ida", "Bartholomew", "Åse"];
const LAST_NAMES: [&str; 8] = ["Zieliński", "Rautio", "Haddad", "Mori", "da Silva", "Ek", "Featherstonehaugh", "Lund"];
const STREETS: [&str; 6] = ["ul. Hutnicza", "Orchard Row", "Rue de la Paix", "Long Lane", "5th Avenue", "Am Markt"];
const CITIES: [(&str, &str, &str, &str); 6] = [
    ("Kraków", "", "Poland", "PL"),
    ("Duluth", "Minnesota", "United States", "US"),
    ("Lyon", "Rhône", "France", "FR"),
    ("Leeds", "West Yorkshire", "United Kingdom", "GB"),
    ("Austin", "Texas", "United States", "US"),
    ("Jena", "Thüringen", "Germany", "DE"),
];
const COMPANIES: [&str; 5] = ["", "", "Pracownia Szkła", "Northern Lights \\u0026 Sons", "ACME"];

/// Returns the JSON of a page of `count` customers.
pub fn customers(count: usize, includes: Includes) -> String {
    let mut random = fastrand::Rng::with_seed(7);
    let customers: Vec<String> = (0..count).map(|_| customer(&mut random, includes)).collect();
    format!(
        r#"{{"data":[{}],"meta":{{"pagination":{{"total":48210,"count":{count},"per_page":{count},"current_page":1,"total_pages":193}},"cursor_pagination":{{"count":{count},"per_page":{count},"start_cursor":"ZXhhbXBsZQ","end_cursor":"ZXhhbXBsZTI","links":{{"next":"?after=ZXhhbXBsZTI","current":"?limit=250"}}}}}}}}"#,
        customers.join(","),
    )
}

/// Returns the JSON of the response to a change of `count` customers.
pub fn batch(count: usize) -> String {
    let mut random = fastrand::Rng::with_seed(8);
    let customers: Vec<String> = (0..count).map(|_| customer(&mut random, Includes::None)).collect();
    format!(r#"{{"data":[{}],"meta":{{}}}}"#, customers.join(","))
}

fn customer(random: &mut fastrand::Rng, includes: Includes) -> String {
    let id = random.u32(1..3_000_000);
    let (first, last) = (one(random, &FIRST_NAMES), one(random, &LAST_NAMES));
    let mut json = format!(r#"{{"id":{id},"#);
    let with_addresses = includes != Includes::None;
    if with_addresses {
        let addresses: Vec<String> =
            (0..random.usize(0..3)).map(|_| address(random, id, first, last, includes)).collect();
        write(&mut json, format_args!(r#""address_count":{},"addresses":[{}],"#, addresses.len(), addresses.join(",")));
    }
    if includes == Includes::All {
        let values: Vec<String> = (0..random.usize(0..3)).map(|_| attribute_value(random, id)).collect();
        write(&mut json, format_args!(r#""attribute_count":{},"attributes":[{}],"#, values.len(), values.join(",")));
    }
    let company = one(random, &COMPANIES);
    let phone = phone(random);
    let notes = if random.u8(0..5) == 0 { "Prefers to be called \\\"captain\\\".\\nRings twice." } else { "" };
    write(
        &mut json,
        format_args!(
            r#""authentication":{{"force_password_reset":{}}},"company":"{company}","customer_group_id":{},"email":"shopper-{id}@example.org","first_name":"{first}","last_name":"{last}","notes":"{notes}","phone":"{phone}","registration_ip_address":"{}","tax_exempt_category":"","date_created":"{}","date_modified":"{}","accepts_product_review_abandoned_cart_emails":{},"#,
            random.u8(0..10) == 0,
            random.u8(0..12),
            if random.bool() { format!("198.51.100.{}", random.u8(..)) } else { String::new() },
            date(random),
            date(random),
            random.bool(),
        ),
    );
    if includes == Includes::All {
        let owner = format!(r#""customer_id":{id}"#);
        let fields: Vec<String> = (0..random.usize(0..3)).map(|_| form_field(random, &owner)).collect();
        let segments: Vec<String> = (0..random.usize(0..2)).map(|_| format!(r#""{}""#, uuid(random))).collect();
        write(
            &mut json,
            format_args!(
                r#""form_fields":[{}],"store_credit_amounts":[{{"amount":{}}}],"shopper_profile_id":"{}","segment_ids":[{}],"#,
                fields.join(","),
                if random.bool() {
                    "0".to_owned()
                } else {
                    format!("{}.{:02}", random.u16(..2_000), random.u8(1..100))
                },
                uuid(random),
                segments.join(","),
            ),
        );
    }
    let channels = if random.u8(0..3) == 0 { "[1,3]" } else { "null" };
    write(&mut json, format_args!(r#""origin_channel_id":1,"channel_ids":{channels}}}"#));
    json
}

fn address(random: &mut fastrand::Rng, customer: u32, first: &str, last: &str, includes: Includes) -> String {
    let id = random.u32(1..3_000_000);
    let (city, state, country, code) = CITIES[random.usize(..CITIES.len())];
    let mut json = format!(
        r#"{{"id":{id},"address1":"{} {}","address2":"{}","address_type":"{}","city":"{city}","company":"{}","country":"{country}","country_code":"{code}","customer_id":{customer},"first_name":"{first}","last_name":"{last}","phone":"{}","postal_code":"{:05}","state_or_province":"{state}""#,
        one(random, &STREETS),
        random.u8(1..200),
        if random.u8(0..4) == 0 { "Back door" } else { "" },
        if random.bool() { "residential" } else { "commercial" },
        one(random, &COMPANIES),
        phone(random),
        random.u32(..100_000),
    );
    if includes == Includes::All {
        let fields: Vec<String> =
            (0..random.usize(0..2)).map(|_| form_field(random, &format!(r#""address_id":{id}"#))).collect();
        write(&mut json, format_args!(r#","form_fields":[{}]"#, fields.join(",")));
    }
    json.push('}');
    json
}

fn attribute_value(random: &mut fastrand::Rng, customer: u32) -> String {
    format!(
        r#"{{"id":{},"customer_id":{customer},"attribute_id":{},"attribute_value":"{}","date_created":"{}","date_modified":"{}"}}"#,
        random.u32(1..3_000_000),
        random.u8(1..40),
        one(random, &["trade", "18", "", "wholesale since 2019"]),
        date(random),
        date(random),
    )
}

fn form_field(random: &mut fastrand::Rng, owner: &str) -> String {
    let (name, value) = match random.u8(0..8) {
        0 => ("Ceiling height", format!("{}.20", random.u8(2..5))),
        1 => ("Furnaces", random.u8(0..9).to_string()),
        2 => ("Delivery days", r#"["Monday","Saturday"]"#.to_owned()),
        3..6 => ("Gate code", format!(r#""{:04}""#, random.u16(..10_000))),
        _ => ("Favourite colour", format!(r#""{}""#, one(random, &["cobalt", "amber", ""]))),
    };
    format!(r#"{{"name":"{name}","value":{value},{owner}}}"#)
}

fn date(random: &mut fastrand::Rng) -> String {
    let (year, month, day) = (random.u16(2014..2027), random.u8(1..13), random.u8(1..29));
    let (hour, minute, second) = (random.u8(0..24), random.u8(0..60), random.u8(0..60));
    format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

fn phone(random: &mut fastrand::Rng) -> String {
    if random.u8(0..3) == 0 { String::new() } else { format!("+48 22 555 {:04}", random.u16(..10_000)) }
}

fn uuid(random: &mut fastrand::Rng) -> String {
    let digits = format!("{:032x}", random.u128(..));
    format!("{}-{}-{}-{}-{}", &digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..])
}

fn one<'a>(random: &mut fastrand::Rng, texts: &[&'a str]) -> &'a str {
    texts[random.usize(..texts.len())]
}

fn write(json: &mut String, text: std::fmt::Arguments<'_>) {
    json.write_fmt(text).unwrap();
}
