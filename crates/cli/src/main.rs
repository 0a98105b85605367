//! `loopscope`: the engine in a terminal.
//!
//! `loopscope run FILE.py` behaves as `python FILE.py` does: the same output, a traceback on stderr, the
//! same exit status. `loopscope trace FILE.py` prints what happened, in a form for programs.
#![forbid(unsafe_code)]

mod terminal;

use std::fs;
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::time::SystemTime;

use clap::{Parser, Subcommand, ValueEnum};
use loopscope_core::clock::{Clock, VirtualClock};
use loopscope_core::driver::system::{self, SystemClock};
use loopscope_core::driver::virtual_time::{self, Limits, RunEnd};
use loopscope_core::instrument::Instrument;
use loopscope_core::time::Time;
use loopscope_python::{Limits as EngineLimits, Options, Program, World};
use loopscope_trace::builder::Builder;
use loopscope_trace::exports;
use loopscope_trace::recorder::Recorder;
use loopscope_trace::timeline::TraceState;
use mimalloc::MiMalloc;
use terminal::Terminal;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The status of a command that could not do its work, as of `python` with a file that is not there.
const USAGE: u8 = 2;

#[derive(Parser)]
#[command(version, about = "Run and trace asyncio programs on Loopscope's engine")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run a program as `python FILE` would
    Run {
        /// The program
        file: PathBuf,
        /// What time it is for the program: the machine's, or one that jumps instead of waiting
        #[arg(long, value_enum, default_value_t = ClockKind::System)]
        clock: ClockKind,
    },
    /// Run a program on the virtual clock and print what its event loop did
    Trace {
        /// The program
        file: PathBuf,
        /// What to print
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
        /// How many seconds of the program's time to follow
        #[arg(long, default_value_t = 60.0)]
        seconds: f64,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum ClockKind {
    System,
    Virtual,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Loopscope's own, documented in the trace crate
    Json,
    /// For the Perfetto and Chrome trace viewers
    Perfetto,
    /// A picture of the lanes
    Svg,
    /// The lanes as text
    Text,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let file = match &arguments.command {
        Command::Run { file, .. } | Command::Trace { file, .. } => file,
    };
    let source = match read(file) {
        Ok(source) => source,
        Err(message) => {
            eprintln!("loopscope: {message}");
            return ExitCode::from(USAGE);
        }
    };
    let status = match &arguments.command {
        Command::Run { file, clock } => run(file, &source, *clock),
        Command::Trace { file, format, seconds } => trace(file, &source, *format, *seconds),
    };
    ExitCode::from(status)
}

/// The program's text.
fn read(file: &Path) -> Result<String, String> {
    let bytes = fs::read(file).map_err(|error| format!("can't open file '{}': {error}", file.display()))?;
    String::from_utf8(bytes).map_err(|_| format!("'{}' is not UTF-8 text", file.display()))
}

fn program(
    file: &Path,
    source: &str,
    clock: Rc<dyn Clock>,
    instrument: Rc<dyn Instrument>,
    world: World,
) -> Program {
    let filename = file.display().to_string();
    let limits = EngineLimits::default();
    Program::new(source, Options { filename, clock, instrument: Some(instrument), limits, world })
}

/// The world as it is: the date, and chance that differs from run to run.
fn real_world() -> World {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    World {
        epoch: i64::try_from(since.as_nanos()).unwrap_or(i64::MAX),
        // The standard library's own source of chance is in the hasher.
        seed: RandomState::new().hash_one(since),
    }
}

fn run(file: &Path, source: &str, clock: ClockKind) -> u8 {
    let terminal = Rc::new(Terminal::new());
    let listener = Rc::clone(&terminal) as Rc<dyn Instrument>;
    let program = match clock {
        ClockKind::System => {
            let clock = Rc::new(SystemClock::new());
            let program = program(file, source, clock.clone(), listener, real_world());
            let mut program = program.with_console(terminal.clone());
            // A deadlock has told of itself; it is a failure by its status.
            system::run(&mut program, &*clock);
            program
        }
        ClockKind::Virtual => {
            let clock = Rc::new(VirtualClock::new());
            let program = program(file, source, clock.clone(), listener, World::default());
            let mut program = program.with_console(terminal.clone());
            virtual_time::run(&mut program, &clock, Limits::NONE);
            program
        }
    };
    let status = exit_status(&program);
    // The last reports come when the program's objects go.
    drop(program);
    terminal.flush();
    status
}

/// The status for the shell, which has eight bits for it. A program that did not end has failed.
fn exit_status(program: &Program) -> u8 {
    program.exit_status().map_or(1, |status| (status & 0xff) as u8)
}

fn trace(file: &Path, source: &str, format: Format, seconds: f64) -> u8 {
    let recorder = Recorder::new();
    let log = recorder.log();
    let clock = Rc::new(VirtualClock::new());
    let mut program = program(file, source, clock.clone(), Rc::new(recorder), World::default());
    let limits = Limits { until: Time::from_secs_f64(seconds), ..Limits::NONE };
    let end = virtual_time::run(&mut program, &clock, limits);
    let state = match (end, program.diagnostics().last()) {
        (RunEnd::Deadlock, _) => TraceState::Deadlock,
        (RunEnd::TimeLimit | RunEnd::FuelLimit, _) => TraceState::Unfinished,
        (RunEnd::Finished, Some(error)) if program.exit_status() != Some(0) => {
            TraceState::Failed { message: error.message.clone() }
        }
        (RunEnd::Finished, _) => TraceState::Finished,
    };
    let mut builder = Builder::new();
    builder.feed(&log.borrow());
    // The last event may be long before the moment that was reached.
    builder.advance(clock.now());
    let timeline = builder.finish(&log.borrow(), state);
    let text = match format {
        Format::Json => exports::json::to_json(timeline),
        Format::Perfetto => exports::perfetto::to_perfetto(timeline),
        Format::Svg => exports::svg::to_svg(timeline, exports::svg::Options::default()),
        Format::Text => exports::text::lanes(timeline, exports::text::Options::default()),
    };
    // A reader that is gone wants no more.
    let _ = writeln!(io::stdout(), "{text}");
    0
}
