//! Documents that stay almost whole: the fuzzer changes words, lines and blocks, and seldom mere bytes.

#![no_main]

#[path = "../../codegen/tests/fuzzing/mod.rs"]
mod fuzzing;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|input: &[u8]| drop(fuzzing::check(input)));

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mut random = fastrand::Rng::with_seed(u64::from(seed));
    if random.u8(0..8) == 0 {
        return fuzzer_mutate(data, size, max_size);
    }
    let mut bytes = data[..size].to_vec();
    fuzzing::damage(&mut bytes, &mut random);
    let length = bytes.len().min(max_size);
    data[..length].copy_from_slice(&bytes[..length]);
    length
});
