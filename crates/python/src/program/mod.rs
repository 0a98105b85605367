//! A whole program: its source, its machine, its outcome. What a driver runs.

mod ending;

use std::rc::Rc;

use loopscope_core::clock::Clock;
use loopscope_core::coroutine::Pause;
use loopscope_core::domain::Domain;
use loopscope_core::driver::{Advance, Machine};
use loopscope_core::event_loop::LoopRef;
use loopscope_core::instrument::Instrument;
use loopscope_core::runners::RunTurn;
use loopscope_core::time::Time;

use crate::asyncio::{Py, Run};
use crate::code::{CodeKind, Source};
use crate::console::Console;
use crate::objects::{Exc, ExcKind};
use crate::value::Value;
use crate::vm::frame::{Fiber, Input, Stop};
use crate::vm::{Limits, Vm, intern};
use crate::world::World;

/// How a program is run.
pub struct Options {
    /// The name in tracebacks.
    pub filename: String,
    /// The clock; a driver makes it advance.
    pub clock: Rc<dyn Clock>,
    /// Who listens.
    pub instrument: Option<Rc<dyn Instrument>>,
    /// What it may use.
    pub limits: Limits,
    /// What it finds around it.
    pub world: World,
}

/// How serious a diagnostic is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Severity {
    /// The program does not run, or ended with an exception.
    Error,
    /// Something is suspicious.
    Warning,
}

/// Something to be shown at a place in the source. Lines and columns count from 1; the end column is the one after
/// the last character.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// What is wrong, in one line.
    pub message: String,
    /// First line.
    pub line: u32,
    /// First column.
    pub column: u32,
    /// Last line.
    pub end_line: u32,
    /// The column after the end.
    pub end_column: u32,
    /// How serious it is.
    pub severity: Severity,
}

/// What the program does next.
enum Stage {
    /// The main fiber goes on.
    Main(Input),
    /// It waits for a loop to run.
    Loop,
    /// It blocks (`time.sleep`), then goes on.
    Blocked(Block),
    /// A task blocks.
    LoopBlocked,
    /// It has ended; its worker threads have not.
    Joining(Option<Exc>),
    /// Ended.
    Over(i32),
}

/// How the main fiber blocks.
#[derive(Clone, Copy)]
struct Block {
    until: Time,
    /// It waits for a change after this one; None: only for its moment.
    seen: Option<u64>,
    /// The instrument knows.
    told: bool,
}

/// A program that runs in slices.
pub struct Program {
    vm: Vm,
    fiber: Fiber,
    stage: Stage,
    source: Rc<Source>,
    diagnostics: Vec<Diagnostic>,
    /// The exception that ends it has been shown.
    shown: bool,
    /// A loop that an error has stopped, while the error is on its way.
    aftermath: Option<(Run, Option<LoopRef<Py>>)>,
    /// That nothing can happen any more has been told.
    stuck: bool,
    /// What the main fiber ended with, while it runs what the program has given to `atexit`.
    ended_with: Option<Exc>,
}

impl Program {
    /// A program that has not begun. If it does not compile, its outcome is a traceback on stderr and the exit status 1,
    /// as it would be of `python FILE`.
    #[must_use]
    pub fn new(source: &str, options: Options) -> Program {
        Program::watching(source, options, None)
    }

    /// As [`Program::new`]; the instrument is told each time a statement on `line` begins. All else is the same.
    #[must_use]
    pub fn watching(source: &str, options: Options, line: Option<u32>) -> Program {
        let vm = Vm::new(options.clock, options.instrument, options.limits, options.world);
        let source = Rc::new(Source::new(options.filename, source).watching(line));
        vm.main.dict.set_name(&intern("__file__"), Value::str(source.filename.clone()));
        let mut program = Program {
            vm,
            fiber: Fiber::default(),
            stage: Stage::Main(Input::Continue),
            source: source.clone(),
            diagnostics: Vec::new(),
            shown: false,
            aftermath: None,
            stuck: false,
            ended_with: None,
        };
        match crate::compile::compile_watched(&source, program.vm.instrument.is_some()) {
            Ok((mut code, warnings)) => {
                crate::vm::fuse_code(&mut code);
                for warning in warnings {
                    program.show_warning(&warning);
                }
                let globals = program.vm.main.dict.clone();
                let awaits = code.kind != CodeKind::Plain;
                let mut function = program.vm.module_function(code, globals);
                let mut argument = Value::Nothing;
                if awaits && let Ok(Value::Function(runner)) = program.vm.prelude_function("run_module") {
                    // The module is a coroutine, to be run as `asyncio.run` does.
                    argument = Value::Function(std::mem::replace(&mut function, runner));
                }
                let mut frame = program.vm.frame_from_pool();
                let slots = function.code.local_names.len();
                frame.values.pad(slots);
                if awaits && let Some(place) = frame.values.first_mut() {
                    *place = argument;
                }
                frame.function = Some(function);
                program.fiber.frames.push(frame);
            }
            Err(problems) => {
                for problem in &problems {
                    program.diagnostics.push(Diagnostic {
                        message: problem.to_string(),
                        line: problem.line,
                        column: problem.column,
                        end_line: problem.end_line,
                        end_column: problem.end_column,
                        severity: Severity::Error,
                    });
                }
                if let Some(first) = problems.first() {
                    let text = crate::traceback::render_syntax_error(&source, first);
                    program.vm.write(true, &text);
                }
                program.stage = Stage::Over(1);
            }
        }
        program
    }

    /// The same program with `input()` reading from `console`; without one every read is at the end.
    #[must_use]
    pub fn with_console(mut self, console: Rc<dyn Console>) -> Program {
        self.vm.console = console;
        self
    }

    /// Whether it has imported a module whose text is not there yet ([`crate::stdlib::library`]): what it did since then means
    /// nothing, and it should be run again.
    #[must_use]
    pub fn lacks_library(&self) -> bool {
        self.vm.lacks_library
    }

    /// The exit status, once it has ended.
    #[must_use]
    pub fn exit_status(&self) -> Option<i32> {
        match self.stage {
            Stage::Over(status) => Some(status),
            _ => None,
        }
    }

    /// What is to be shown in the source: syntax errors, the uncaught exception.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The machine.
    #[must_use]
    pub fn vm(&self) -> &Vm {
        &self.vm
    }

    /// Ends the program here, as if it had failed with nothing to say. What it holds is freed when it is dropped.
    pub fn stop(&mut self, status: i32) {
        self.stage = Stage::Over(status);
    }

    fn show_warning(&mut self, warning: &crate::compile::SyntaxWarning) {
        let line = warning.line;
        let text = self.source.line_text(line).trim().to_owned();
        let file = &self.source.filename;
        let shown = format!("{file}:{line}: SyntaxWarning: {}\n  {text}\n", warning.message);
        self.vm.write(true, &shown);
        self.diagnostics.push(Diagnostic {
            message: format!("SyntaxWarning: {}", warning.message),
            line,
            column: 1,
            end_line: line,
            end_column: self.source.line_text(line).chars().count() as u32 + 1,
            severity: Severity::Warning,
        });
    }

    fn turn_main(&mut self, input: Input) -> Option<Advance> {
        match self.vm.run(&mut self.fiber, input) {
            Stop::Return(_) => self.stage = Stage::Joining(None),
            Stop::Killed(error) => self.end(Err(error)),
            Stop::Raise(error) => self.stage = Stage::Joining(Some(error)),
            Stop::OutOfFuel => {
                self.stage = Stage::Main(Input::Continue);
                return Some(Advance::OutOfFuel);
            }
            Stop::Sleep(moment) => {
                self.vm.tell_globals();
                return self.block(Block { until: moment, seen: None, told: true });
            }
            Stop::Park(moment) => {
                let seen = Some(self.vm.asyncio.workers.changes());
                let told = moment > self.vm.clock().now();
                return self.block(Block { until: moment, seen, told });
            }
            Stop::RunLoop => self.stage = Stage::Loop,
            Stop::Await(_) | Stop::Yield(_) => {
                self.end(Err(crate::objects::runtime_error("await outside a coroutine")));
            }
        }
        None
    }

    /// The main fiber blocks outside a loop: the workers go on.
    fn block(&mut self, block: Block) -> Option<Advance> {
        let workers = self.vm.asyncio.workers.clone();
        self.stage = Stage::Blocked(block);
        if let Some(paused) = self.turn_workers() {
            return Some(paused);
        }
        let changed = block.seen.is_some_and(|seen| seen != workers.changes());
        if changed || block.until <= self.vm.clock().now() {
            if block.told {
                self.vm.tell_unblocked();
            }
            self.stage = Stage::Main(Input::Continue);
            return None;
        }
        match workers.next_wake().map_or(block.until, |wake| wake.min(block.until)) {
            Time::MAX => Some(Advance::Deadlock),
            until => Some(Advance::Blocked(until)),
        }
    }

    /// Runs the worker threads as far as they go, where no loop does.
    fn turn_workers(&mut self) -> Option<Advance> {
        let workers = self.vm.asyncio.workers.clone();
        if workers.is_empty() {
            return None;
        }
        let home = self.vm.asyncio.home();
        let paused = workers.turn(&home, &mut self.vm);
        self.vm.tidy();
        if let Some(error) = self.vm.killed.clone() {
            self.end(Err(error));
            return Some(Advance::Iterated);
        }
        paused.map(|_| Advance::OutOfFuel)
    }

    /// The main fiber has ended: the program ends when its worker threads have. Mirrors `threading._shutdown`.
    fn join(&mut self, error: Option<Exc>) -> Option<Advance> {
        let workers = self.vm.asyncio.workers.clone();
        if workers.only_daemons() {
            let error = self.ended_with.take().or(error);
            if self.begins_exit_functions(&error) {
                self.ended_with = error;
                self.stage = Stage::Main(Input::Continue);
                return None;
            }
            self.end(error.map_or(Ok(()), Err));
            return None;
        }
        if let Some(error) = &error
            && !error.is(ExcKind::SystemExit)
        {
            self.show_uncaught(error);
        }
        self.stage = Stage::Joining(error);
        if let Some(paused) = self.turn_workers() {
            return Some(paused);
        }
        match workers.next_wake() {
            _ if workers.only_daemons() => Some(Advance::Iterated),
            Some(wake) => Some(Advance::Blocked(wake)),
            None => Some(Advance::Deadlock),
        }
    }

    fn turn_loop(&mut self) -> Option<Advance> {
        let Some(mut run) = self.vm.asyncio.run.take() else {
            self.stage = Stage::Main(Input::Throw(crate::objects::runtime_error("no loop to run")));
            return None;
        };
        let turn = run.turn(&mut self.vm);
        if let Some(error) = self.vm.killed.clone() {
            self.vm.asyncio.running = None;
            drop(run);
            self.end(Err(error));
            return None;
        }
        let keep = |program: &mut Program, run: Run| program.vm.asyncio.run = Some(run);
        match turn {
            RunTurn::Ran(_) => {
                keep(self, run);
                Some(Advance::Iterated)
            }
            RunTurn::Idle(deadline) => {
                keep(self, run);
                Some(deadline.map_or(Advance::Deadlock, Advance::Idle))
            }
            RunTurn::Paused(Pause::OutOfFuel) => {
                keep(self, run);
                Some(Advance::OutOfFuel)
            }
            RunTurn::Paused(Pause::Park(Time::MAX)) => {
                keep(self, run);
                Some(Advance::Deadlock)
            }
            RunTurn::Paused(Pause::Sleep(moment) | Pause::Park(moment)) => {
                keep(self, run);
                self.stage = Stage::LoopBlocked;
                Some(Advance::Blocked(moment))
            }
            RunTurn::Done(result) => {
                if let Run::Runner(_) = run {
                    self.vm.asyncio.policy.set(None);
                }
                let event_loop = self.vm.asyncio.running.take();
                let result = match (&run, &event_loop) {
                    (Run::Runner(_), Some(event_loop)) => {
                        crate::asyncio::log_close(&mut self.vm, event_loop);
                        crate::asyncio::signals::after_run(event_loop, result)
                    }
                    _ => result,
                };
                // The traceback of what stops the loop refers to its tasks: they stay until it is shown.
                self.aftermath = Some((run, event_loop));
                if !matches!(&result, Err(error) if Py::is_fatal(error)) {
                    self.end_aftermath();
                }
                self.stage = Stage::Main(match result {
                    Ok(value) => Input::Send(value),
                    Err(error) => {
                        crate::asyncio::keep_circle(&mut self.vm, &error);
                        Input::Throw(error)
                    }
                });
                None
            }
        }
    }
}

impl Machine for Program {
    fn advance(&mut self, fuel: u32) -> Advance {
        self.vm.refuel(fuel);
        loop {
            let stage = std::mem::replace(&mut self.stage, Stage::Loop);
            let advance = match stage {
                Stage::Over(status) => {
                    self.stage = Stage::Over(status);
                    return Advance::Finished;
                }
                Stage::Main(input) => self.turn_main(input),
                Stage::Blocked(block) => self.block(block),
                Stage::Joining(error) => self.join(error),
                Stage::Loop | Stage::LoopBlocked => self.turn_loop(),
            };
            if let Some(advance) = advance {
                if advance == Advance::Deadlock && !std::mem::replace(&mut self.stuck, true) {
                    let text = crate::asyncio::deadlock::report(&mut self.vm);
                    self.vm.write(true, &text);
                }
                return advance;
            }
        }
    }

    fn spent(&self) -> u64 {
        self.vm.spent()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // A run that ends frees its whole heap.
        self.aftermath = None;
        self.fiber = Fiber::default();
        self.vm.dispose();
    }
}
