//! How much memory the process holds, and how often a thread asks for some.

/// Allocations of this thread while `work` runs. Linking the counter makes it the allocator of the whole program.
pub fn allocations(work: impl FnOnce()) -> u64 {
    allocation_counter::measure(work).count_total
}

/// The resident memory now, in bytes; `None` where the system does not tell (it is Linux that does).
pub fn resident() -> Option<u64> {
    status("VmRSS:")
}

/// The most that was resident so far, in bytes; `None` where the system does not tell.
pub fn peak() -> Option<u64> {
    status("VmHWM:")
}

fn status(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1024)
}
