//! Values that are recognized by their form.

use std::net::{IpAddr, Ipv6Addr};

use super::kind::{Kind, looks_like};
use super::vocabulary::Vocabulary;

/// Whether the whole text is an e-mail address.
pub(super) fn is_email(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty() && !domain.contains('@'))
        && !text.contains(char::is_whitespace)
}

/// Whether the text is a UUID.
pub(super) fn is_uuid(text: &str) -> bool {
    let lengths: Vec<_> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
}

/// Whether the text is a number as in JSON or a URL.
pub(super) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.matches('.').count() < 2
}

/// Whether the text is a date, with or without a time, in a format of the API.
pub(super) fn is_moment(text: &str) -> bool {
    const NAMES: [&str; 24] = [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
        "Oct", "Nov", "Dec", "GMT", "UTC", "T", "Z", "UT",
    ];
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    text.len() <= 40
        && text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "-:+., ".contains(c))
        && words.all(|word| NAMES.contains(&word))
}

/// Whether the text is an identifier of a program: `last_name:asc`, `0.email`, `.customer_create`.
pub(super) fn is_identifier(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-.:".contains(c))
        && !is_token(text)
        && text.parse::<IpAddr>().is_err()
}

/// Whether the text is long and looks random.
pub(super) fn is_token(text: &str) -> bool {
    let count = |of: fn(&char) -> bool| text.chars().filter(of).count();
    let letters = count(char::is_ascii_alphabetic);
    let digits = count(char::is_ascii_digit);
    if text.len() < 16 || is_uuid(text) || letters + digits + count(|c| "_-+/=.~".contains(*c)) != text.chars().count()
    {
        return false;
    }
    let pairs = text.chars().zip(text.chars().skip(1));
    let rises = pairs.filter(|(one, next)| one.is_ascii_lowercase() && next.is_ascii_uppercase()).count();
    // Identifiers have few digits, at the end of words; in random texts they are anywhere.
    let mixed =
        text.chars().zip(text.chars().skip(1)).filter(|(one, next)| one.is_ascii_digit() && next.is_ascii_alphabetic());
    (digits >= 2 && letters >= 3 && mixed.count() >= 2) || (letters >= 20 && rises * 6 >= letters)
}

/// Finds e-mail addresses, IP addresses, hosts, tokens and telephone numbers in a text.
pub(super) fn findings(text: &str) -> Vec<(Kind, String)> {
    let mut found = Vec::new();
    emails(text, &mut found);
    addresses(text, &mut found);
    hosts(text, &mut found);
    for word in runs(text, |c| c.is_ascii_alphanumeric() || "_-".contains(c)) {
        if is_token(word) {
            found.push((Kind::Secret, word.to_owned()));
        }
    }
    for word in runs(text, |c| c.is_ascii_alphanumeric() || "_-+/=".contains(c)) {
        if hides_text(word) {
            found.push((Kind::Secret, word.to_owned()));
        }
    }
    for number in runs(text, |c| c.is_ascii_digit() || "+-() .".contains(c)) {
        let number = number.trim_end_matches(|c: char| !c.is_ascii_digit()).trim_start();
        if number.starts_with('+') && number.chars().filter(char::is_ascii_digit).count() >= 7 {
            found.push((Kind::Phone, number.to_owned()));
        }
    }
    found
}

/// Returns the longest parts of a text that consist of such characters.
fn runs(text: &str, like: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    text.split(move |c| !like(c)).filter(|run| !run.is_empty())
}

fn emails(text: &str, found: &mut Vec<(Kind, String)>) {
    for (at, _) in text.match_indices('@') {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
        let local = before.rsplit(|c: char| !(c.is_alphanumeric() || "._+-'".contains(c))).next().unwrap_or_default();
        let local = local.trim_start_matches(['.', '\'', '-', '+']);
        let domain = after.split(|c: char| !(c.is_alphanumeric() || ".-".contains(c))).next().unwrap_or_default();
        let domain = domain.trim_end_matches(['.', '-']);
        if local.is_empty() || !domain.contains('.') {
            continue;
        }
        found.push((Kind::Email, format!("{local}@{domain}")));
    }
}

fn addresses(text: &str, found: &mut Vec<(Kind, String)>) {
    for run in runs(text, |c| c.is_ascii_hexdigit() || ":.".contains(c)) {
        let run = run.trim_end_matches('.');
        let version_6 = [run, run.trim_end_matches(':')].into_iter().find(|run| run.parse::<Ipv6Addr>().is_ok());
        match version_6 {
            Some(address) if address.len() > 3 => found.push((Kind::Ip, address.to_owned())),
            _ => {
                let parts = run.split(':').filter(|part| part.parse::<IpAddr>().is_ok());
                found.extend(parts.map(|part| (Kind::Ip, part.to_owned())));
            }
        }
    }
}

fn hosts(text: &str, found: &mut Vec<(Kind, String)>) {
    for (at, mark) in text.match_indices("://") {
        let rest = text.get(at + mark.len()..).unwrap_or_default();
        let host = runs(rest, |c| c.is_ascii_alphanumeric() || ".-".contains(c)).next().unwrap_or_default();
        if rest.starts_with(host) && !is_harmless_host(host) {
            found.push((Kind::Host, host.to_owned()));
        }
    }
}

/// Whether a host reveals nothing about the store.
pub(super) fn is_harmless_host(host: &str) -> bool {
    const HOSTS: [&str; 15] = [
        "bigcommerce.com",
        "api.bigcommerce.com",
        "developer.bigcommerce.com",
        "docs.bigcommerce.com",
        "login.bigcommerce.com",
        "support.bigcommerce.com",
        "status.bigcommerce.com",
        "www.bigcommerce.com",
        "example.com",
        "example.net",
        "example.org",
        // Hosts of the hand-written recordings.
        "developer.example.org",
        "www.cloudflare.com",
        "www.w3.org",
        "tools.ietf.org",
    ];
    let host = host.to_lowercase();
    HOSTS.contains(&host.as_str()) || host.parse::<IpAddr>().is_ok() || !host.contains('.')
}

/// Whether the text is base64 of a readable text.
fn hides_text(run: &str) -> bool {
    let readable = |bytes: Vec<u8>| {
        String::from_utf8(bytes).is_ok_and(|text| {
            let odd = |c: char| c.is_control() || (!c.is_ascii() && !c.is_alphanumeric());
            text.chars().filter(|c| c.is_ascii_alphanumeric()).count() >= 4 && !text.contains(odd)
        })
    };
    run.len() >= 8 && base64(run).is_some_and(readable)
}

/// Decodes base64 in either alphabet, with or without padding.
fn base64(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
    for c in text.trim_end_matches('=').bytes() {
        let value = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0xFFFF;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xFF) as u8);
        }
    }
    Some(bytes)
}

/// Finds possible names in a message of the API: capitalized words that neither begin the sentence nor belong to the
/// API, and quoted texts that are not words of the API.
pub(super) fn names(text: &str, vocabulary: &Vocabulary) -> Vec<(Kind, String)> {
    let mut found: Vec<(Kind, String)> = quoted(text)
        .filter(|inner| !vocabulary.knows_all(inner) && !is_number(inner) && !is_moment(inner))
        .map(|inner| (looks_like(inner), inner.to_owned()))
        .collect();
    let (mut first, mut run): (bool, Vec<&str>) = (true, Vec::new());
    let mut starts = false;
    let mut end = |run: &mut Vec<&str>, starts: bool| {
        if run.len() > usize::from(starts) {
            found.push((if run.len() > 1 { Kind::FullName } else { Kind::LastName }, run.join(" ")));
        }
        run.clear();
    };
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
        if is_name(bare) && !vocabulary.knows(bare) {
            if run.is_empty() {
                starts = first;
            }
            run.push(bare);
        } else {
            end(&mut run, starts);
        }
        first = word.ends_with(['.', '!', '?', ':']);
        if word.ends_with(['.', ',', ';', ':', '!', '?']) {
            end(&mut run, starts);
        }
    }
    end(&mut run, starts);
    found
}

/// Whether a word is a capital followed by lowercase letters, unlike `JSON` and `customerGroup`.
pub(super) fn is_name(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase)
        && chars.clone().next().is_some_and(char::is_lowercase)
        && chars.all(|c| c.is_alphabetic() || "'’-".contains(c))
}

fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let opens = |at: usize| !text.get(..at).unwrap_or_default().ends_with(char::is_alphanumeric);
    let closes = |at: usize| !text.get(at..).unwrap_or_default().starts_with(char::is_alphanumeric);
    [('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”'), ('‘', '’')].into_iter().flat_map(move |(open, close)| {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(start) = text.get(from..).and_then(|rest| rest.find(open)).map(|at| from + at) {
            let inner = start + open.len_utf8();
            let mut ends = text.get(inner..).unwrap_or_default().match_indices(close).map(|(at, _)| inner + at);
            let end = ends.find(|end| closes(end + close.len_utf8())).filter(|_| opens(start));
            from = end.map_or(inner, |end| end + close.len_utf8());
            found.extend(end.and_then(|end| text.get(inner..end)).filter(|inner| !inner.is_empty()));
        }
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use test_support::Spec;

    #[test]
    fn what_gives_itself_away_is_found_and_nothing_else() {
        for (text, expected) in [
            ("to 'ann.o'neil+x@mail.acme.de', now", vec!["ann.o'neil+x@mail.acme.de"]),
            ("mailto:a@b.c.", vec!["a@b.c"]),
            ("from 10.0.0.1:8080 and [2001:DB8::1f]:443", vec!["10.0.0.1", "2001:DB8::1f"]),
            ("at 12:30:45 on 2024-10-30T22:30:38-0400, version 1.2.3", vec![]),
            ("https://user.shop-7.de:81/x and https://api.bigcommerce.com/stores", vec!["user.shop-7.de"]),
            ("id 9f8a7b6c5d4e3f2a1b0c, id 3f1d8a52-6c07-4b9e-a1d4-90e2c7b5f613", vec!["9f8a7b6c5d4e3f2a1b0c"]),
            ("aGVsbG8gWmVsZGE= is base64, customer_group_id_2 is not", vec!["aGVsbG8gWmVsZGE="]),
            ("call +1 (206) 555-0118.", vec!["+1 (206) 555-0118"]),
            ("5 of 250, 12345678 too", vec![]),
        ] {
            let found: Vec<String> = findings(text).into_iter().map(|(_, found)| found).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn names_are_what_the_api_does_not_say() {
        let vocabulary = Vocabulary::of(&Spec::read(&Spec::folder()).unwrap());
        for (text, expected) in [
            ("Create customers failed. Invalid JSON", vec![]),
            ("Wrong field. Unspeakable things happened to customerGroup", vec![]),
            ("The customer Mark Kruse-Löw, of Acme, exists", vec!["Mark Kruse-Löw", "Acme"]),
            ("Zelda Quimby exists", vec!["Zelda Quimby"]),
            ("the phone of Zelda Quimby's", vec!["Zelda Quimby"]),
            ("it's 'vip gold', not 'first_name' or \"none\"", vec!["vip gold"]),
        ] {
            let found: Vec<String> = names(text, &vocabulary).into_iter().map(|(_, found)| found).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn words_are_no_tokens() {
        for (text, odd) in [
            ("eyJpZCI6NjIwNX0x", true),
            ("6ed518ac0f5531880b65f91f653079b5", true),
            ("QwErTyUiOpAsDfGhJkLzXc", true),
            ("get_customer_form_field_values_2", false),
            ("getCustomerFormFieldValues", false),
            ("shipping-address-line-2-of-3", false),
            ("2024-10-30T22_30_38", false),
        ] {
            assert_eq!(is_token(text), odd, "{text}");
        }
        let texts = [super::super::words::API, super::super::words::REAL_COUNTRIES].concat();
        let words = texts.split(|c: char| !c.is_alphanumeric());
        assert_eq!(words.filter(|word| is_token(word) || hides_text(word)).collect::<Vec<_>>(), [""; 0]);
    }
}
