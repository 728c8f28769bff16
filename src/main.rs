//! The `waqai` program: everything is in the library.

fn main() -> std::process::ExitCode {
    waqai::cli::main()
}
