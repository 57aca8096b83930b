//! Documents with random damage: whatever comes of it, it is an answer. No panic, no work without bounds, and never a
//! mistake of the generator's own (`E9999`).
//!
//! `MUTATIONS=100000 cargo test --release --workspace --test properties mutations` for more than the few of every run;
//! `MUTATIONS_SEED=7` begins elsewhere. A failure names the seed of its document.

use std::{env, panic};

use crate::fuzzing;

const FEW: u64 = 2_000;

#[test]
fn damage_is_told_of_and_does_none() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let (count, first) = (number("MUTATIONS").unwrap_or(FEW), number("MUTATIONS_SEED").unwrap_or(0));
    let documents = fuzzing::documents();
    // The others need files beside them, or are bad as they are.
    let whole: Vec<_> = documents.iter().filter(|document| fuzzing::check(document.as_bytes())).cloned().collect();
    let mut crates = 0;
    for seed in first..first + count {
        let mut random = fastrand::Rng::with_seed(seed);
        let from = if random.bool() { &whole } else { &documents };
        let mut bytes = random.choice(from).unwrap().clone().into_bytes();
        fuzzing::damage(&mut bytes, &mut random);
        match panic::catch_unwind(|| fuzzing::check(&bytes)) {
            Ok(is_crate) => crates += u64::from(is_crate),
            Err(_) => panic!("seed {seed} has no good end:\n{}", String::from_utf8_lossy(&bytes)),
        }
    }
    // Damage that leaves nothing whole tests nothing but the parser.
    assert!(crates > count / 20, "{crates} of {count} became crates");
}
