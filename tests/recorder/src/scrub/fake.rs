//! Invented values, which depend only on the form of the original.

use super::kind::Kind;
use super::pattern::is_moment;
use super::words::{CITIES, COMPANIES, COUNTRIES, FIRST, LABELS, LAST, PROSE, STATES, STREETS};

/// The maximum length of an invented text.
const LONGEST: usize = 240;

/// Returns the `n`th text of a kind, in the form of the original.
pub(super) fn fake(kind: Kind, original: &str, n: usize) -> String {
    let mut dice = Dice::new(kind, n);
    let plain_digits = !original.is_empty() && original.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-');
    match kind {
        Kind::StoreHash if n == 0 => test_support::STORE.to_owned(),
        Kind::RequestId => (0..32).map(|_| dice.of("0123456789abcdef")).collect(),
        Kind::Email => format!("person-{}@example.org", n + 1),
        Kind::Ip => address(original.contains(':'), n),
        Kind::Host => format!("shop-{}.example.org", n + 1),
        Kind::Phone => phone(original, n).unwrap_or_else(|| like(original, &mut dice)),
        _ if is_date(original) => date(original, &mut dice),
        _ if plain_digits => like(original, &mut dice),
        Kind::StoreHash | Kind::Secret | Kind::Code => {
            let alike = like(original, &mut dice);
            if alike == original { prose(original, n, '-', &mut dice) } else { alike }
        }
        Kind::FirstName => numbered(&FIRST, n),
        Kind::LastName => numbered(&LAST, n),
        Kind::FullName => format!("{} {}", numbered(&FIRST, n), numbered(&LAST, n / FIRST.len() + n)),
        Kind::Company => numbered(&COMPANIES, n),
        Kind::Street => format!("{} {}", n + 1, numbered(&STREETS, n % STREETS.len())),
        Kind::Unit => format!("Unit {}", n + 1),
        Kind::City => numbered(&CITIES, n),
        Kind::State if original.chars().count() <= 3 => like(original, &mut dice),
        Kind::State => numbered(&STATES, n),
        Kind::Country => numbered(&COUNTRIES, n),
        Kind::Label => numbered(&LABELS, n),
        Kind::Slug => prose(original, n, '_', &mut dice),
        Kind::Prose => prose(original, n, if original.contains(['{', '[', ' ', '\n']) { ' ' } else { '-' }, &mut dice),
    }
}

/// Returns the `n`th element of a list; after its end, the elements are repeated with numbers.
fn numbered(list: &[&str], n: usize) -> String {
    let text = list.get(n % list.len().max(1)).copied().unwrap_or_default();
    match n / list.len().max(1) {
        0 => text.to_owned(),
        round => format!("{text} {}", round + 1),
    }
}

/// Returns an address of the networks that are reserved for documentation, or a private one when these are used up.
fn address(version_6: bool, n: usize) -> String {
    let (host, round) = (n % 254 + 1, n / 254);
    match (version_6, round) {
        (true, _) => format!("2001:db8::{:x}", n + 1),
        (_, 0) => format!("192.0.2.{host}"),
        (_, 1) => format!("198.51.100.{host}"),
        (_, 2) => format!("203.0.113.{host}"),
        _ => format!("10.{}.{}.{host}", round / 256 % 256, round % 256),
    }
}

/// Whether a text is a date such as `2026-11-21`, with or without a time.
fn is_date(text: &str) -> bool {
    let shape: String = text.chars().take(10).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00" && is_moment(text)
}

/// Returns another day, and another time if there is one.
fn date(original: &str, dice: &mut Dice) -> String {
    let day = format!("{}-{:02}-{:02}", 1970 + dice.roll(60), 1 + dice.roll(12), 1 + dice.roll(28));
    // The digits 0 and 1 are valid everywhere in hours, minutes, seconds and offsets.
    day + &original.chars().skip(10).map(|c| if c.is_ascii_digit() { dice.of("01") } else { c }).collect::<String>()
}

/// Returns a number that ends in 555-01xx and keeps the separators of the original, as long as such numbers are left.
fn phone(original: &str, n: usize) -> Option<String> {
    let lead = original.chars().filter(char::is_ascii_digit).count().checked_sub(7)?;
    // The leading digits count the hundreds. They do not begin with 0, so that a number stays a number.
    let front: String = "1202".chars().cycle().skip(usize::from(lead == 3)).take(lead).collect();
    let front = match n / 100 {
        0 => front,
        hundreds => (front.parse::<usize>().ok()? + hundreds).to_string(),
    };
    if front.len() != lead {
        return None;
    }
    let digits = format!("{front}55501{:02}", n % 100);
    let mut digits = digits.chars();
    Some(original.chars().map(|c| if c.is_ascii_digit() { digits.next().unwrap_or('0') } else { c }).collect())
}

/// Replaces letters by letters and digits by digits. A number of several digits has a leading zero only if the original
/// has one.
fn like(original: &str, dice: &mut Dice) -> String {
    let is_hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c) || c == '-';
    let hex = original.len() >= 16 && original.chars().all(is_hex);
    let lone = original.chars().filter(char::is_ascii_digit).count() == 1;
    // Masking characters are kept.
    let masked = original.contains("XX");
    let mut leads = true;
    let mut other = |c: char| {
        let first = leads;
        leads = leads && c == '-';
        match c {
            '-' => '-',
            'X' if masked => 'X',
            _ if hex => dice.of("0123456789abcdef"),
            '0' if first && !lone => '0',
            '0'..='9' if first => dice.of("123456789"),
            '0'..='9' => dice.of("0123456789"),
            _ if c.is_uppercase() => dice.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            _ if c.is_alphabetic() => dice.of("abcdefghijklmnopqrstuvwxyz"),
            _ => c,
        }
    };
    original.chars().map(&mut other).collect()
}

/// Returns as many words as the original has, of about the same total length.
fn prose(original: &str, n: usize, between: char, dice: &mut Dice) -> String {
    let length = original.chars().count().min(LONGEST);
    let mut text = String::new();
    if original.contains([' ', '\n', '_', '{', '[']) && length > 8 {
        while text.len() < 4 || text.len() + 4 < length {
            if !text.is_empty() {
                text.push(between);
            }
            text.push_str(dice.word());
        }
    } else {
        text = numbered(&PROSE, n).replace(' ', "-");
    }
    if original.starts_with(char::is_uppercase) {
        let rest = text.split_off(text.chars().next().map_or(0, char::len_utf8));
        text = text.to_uppercase() + &rest;
    }
    text
}

/// Returns numbers in an order that is the same in each run: SplitMix64.
struct Dice(u64);

impl Dice {
    fn new(kind: Kind, n: usize) -> Self {
        Self(((kind as u64) << 40) + n as u64)
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % sides.max(1) as u64).unwrap_or_default()
    }

    fn of(&mut self, characters: &str) -> char {
        let at = self.roll(characters.len());
        characters.chars().nth(at).unwrap_or('x')
    }

    fn word(&mut self) -> &'static str {
        PROSE.get(self.roll(PROSE.len())).copied().unwrap_or_default()
    }
}
