//! The commands: the engine without a window. Results go to standard output, progress and notices to
//! standard error. Exit status: 0 done, 1 some input unreadable (the rest is done), 2 wrong usage.

mod annotate;
mod control;
mod eval;
mod extract;
mod input;
mod output;
#[cfg(feature = "gui")]
mod render;
mod stream;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::base::Result;
use crate::knowledge::{Files, Knowledge};

/// Read Arabic conflict news: who took which place, when, and who says so.
///
/// Without a command, opens the desktop program on INPUT, or on the five embedded articles on the
/// Syrian offensive of 27 November to 8 December 2024. With no display, writes the opening view to
/// waqai.png instead.
#[derive(Debug, Parser)]
#[command(name = "waqai", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    common: Common,
    #[command(flatten)]
    inputs: Inputs,
}

/// Options of every command.
#[derive(Args, Debug)]
struct Common {
    /// Folder with language/ and conflict data to use instead of the built-in data
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// No notices and no progress on standard error (errors stay)
    #[arg(long, short, global = true)]
    quiet: bool,
}

/// What to read.
#[derive(Args, Debug, Default)]
struct Inputs {
    /// Files or folders of .txt .md .html .jsonl, or - for standard input; without it, the five
    /// embedded articles
    #[arg(value_name = "INPUT")]
    paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the events read from INPUT
    Extract(extract::Extract),
    /// Write who holds what on a day and why, from the events read from INPUT
    Control(control::Control),
    /// Read {"id","text","ref"} lines from standard input; write the mentions in each, a line each
    Annotate,
    /// Draw a view as a PNG, with no display needed
    #[cfg(feature = "gui")]
    Render(render::Render),
    /// Score the reader against events coded by hand
    Eval(eval::Eval),
}

/// Runs the program on the arguments of this process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(e) => {
            eprintln!("waqai: {e}");
            ExitCode::from(if matches!(e, crate::base::Error::Usage(_)) { 2 } else { 1 })
        }
    }
}

/// Runs one command; `false` when some input could not be read.
fn run(cli: &Cli) -> Result<bool> {
    let knowledge = || Knowledge::load(&cli.common.data.clone().map_or(Files::Embedded, Files::Folder));
    match &cli.command {
        Some(Command::Extract(args)) => args.run(&knowledge()?, &cli.common),
        Some(Command::Control(args)) => args.run(&knowledge()?, &cli.common),
        Some(Command::Eval(args)) => args.run(&knowledge()?, &cli.common),
        #[cfg(feature = "gui")]
        Some(Command::Render(args)) => args.run(knowledge()?, &cli.common),
        Some(Command::Annotate) => annotate::run(&knowledge()?),
        #[cfg(feature = "gui")]
        None => render::window(&cli.inputs, knowledge()?, &cli.common),
        #[cfg(not(feature = "gui"))]
        None => Err(crate::base::Error::Usage("built without the window; see `waqai help`".into())),
    }
}
