//! The `waqai` program: everything is in the library.

/// Reading makes many small values; this allocator hands them out faster than those of most systems.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    waqai::cli::main()
}
