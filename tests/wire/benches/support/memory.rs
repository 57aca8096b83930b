//! Resident memory of the process, and allocations of a thread.

/// Returns the number of allocations of this thread while `work` runs. Linking the counter makes it the allocator of
/// the whole program.
pub fn allocations(work: impl FnOnce()) -> u64 {
    allocation_counter::measure(work).count_total
}

/// Returns the resident memory, in bytes; `None` on systems other than Linux.
pub fn resident() -> Option<u64> {
    status("VmRSS:")
}

/// Returns the maximum of the resident memory so far, in bytes; `None` on systems other than Linux.
pub fn peak() -> Option<u64> {
    status("VmHWM:")
}

fn status(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1024)
}
