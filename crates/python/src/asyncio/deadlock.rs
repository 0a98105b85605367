//! A deadlock in words: each task that waits, for what, and where in the source.
//!
//! CPython would wait for ever, so the words are ours.

use std::fmt::Write as _;
use std::rc::Rc;

use loopscope_core::deadlock::{Waiting, cycle};
use loopscope_core::ids::TaskId;
use loopscope_core::instrument::Purpose;

use super::Py;
use crate::code::Code;
use crate::objects::{Generator, GeneratorState};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::Frame;

/// How many tasks are shown one by one.
const SHOWN: usize = 20;

/// What there is to say where nothing can ever happen again.
pub(crate) fn report(vm: &mut Vm) -> String {
    let at = vm.clock().now();
    let waiting = vm.asyncio.running_loop().map(|event_loop| event_loop.waiting()).unwrap_or_default();
    let mut text = format!("Deadlock at {at}: ");
    text.push_str(match waiting.is_empty() {
        true if vm.asyncio.running.is_some() => "the loop has nothing to run, and nothing can wake it.\n",
        true => "the program waits for what no thread can bring.\n",
        false => "every task waits, and nothing can wake one.\n",
    });
    let names: Vec<(TaskId, String)> =
        waiting.iter().map(|waiting| (waiting.task.id(), waiting.task.name())).collect();
    for waiting in waiting.iter().take(SHOWN) {
        let _ = writeln!(text, "  {} waits for {}", title(waiting), what(waiting, &names));
        if let Some(Value::Generator(generator)) = waiting.task.object() {
            for (code, op) in frames(&generator) {
                if code.source.hidden {
                    continue;
                }
                let line = code.line(op);
                let (file, source) = (&code.source.filename, code.source.line_text(line).trim());
                let _ = writeln!(text, "    File \"{file}\", line {line}, in {}\n      {source}", code.name);
            }
        }
    }
    if waiting.len() > SHOWN {
        let _ = writeln!(text, "  and {} more", waiting.len() - SHOWN);
    }
    let circle = cycle(&waiting);
    if let (Some(first), 2..) = (circle.first(), circle.len()) {
        let links: Vec<&str> = circle.iter().chain([first]).map(|id| name(*id, &names)).collect();
        let _ = writeln!(text, "They wait for one another: {}.", links.join(" -> "));
    } else if !circle.is_empty() {
        let _ = writeln!(text, "{} waits for itself.", name(circle[0], &names));
    }
    text
}

/// Where a suspended coroutine stands, and each that it awaits: the outermost first.
fn frames(generator: &Generator) -> Vec<(Rc<Code>, usize)> {
    let place = |frame: &Frame| Some((frame.function.as_ref()?.code.clone(), frame.op()));
    match &*generator.state.borrow() {
        GeneratorState::Created(frame) | GeneratorState::Single(frame) => place(frame).into_iter().collect(),
        GeneratorState::Suspended(frames) => frames.iter().filter_map(|frame| place(frame)).collect(),
        _ => Vec::new(),
    }
}

fn title(waiting: &Waiting<Py>) -> String {
    let function = match waiting.task.object() {
        Some(Value::Generator(generator)) => format!(" ({})", generator.qualname.borrow()),
        _ => String::new(),
    };
    format!("{}{function}", waiting.task.name())
}

fn name(task: TaskId, names: &[(TaskId, String)]) -> &str {
    names.iter().find(|(id, _)| *id == task).map_or("a task", |(_, name)| name.as_str())
}

fn what(waiting: &Waiting<Py>, names: &[(TaskId, String)]) -> String {
    let tasks: Vec<&str> = waiting.tasks.iter().map(|task| name(*task, names)).collect();
    let tasks = match tasks.len() {
        0 => "futures that nobody sets".to_owned(),
        _ => tasks.join(", "),
    };
    match &waiting.purpose {
        Purpose::Task(_) => tasks,
        Purpose::Gather(_) => format!("all of {tasks}"),
        Purpose::Group(operation, _) => format!("{tasks} ({operation})"),
        Purpose::Named(what) => one(what),
        Purpose::Held(what, holder) => match holder.task() {
            Some(holder) if holder == waiting.task.id() => format!("{} that it holds itself", one(what)),
            Some(holder) => format!("{} held by {}", one(what), name(holder, names)),
            None => format!("{} that no task holds", one(what)),
        },
        Purpose::Worker(_) => "a worker thread that waits in turn".to_owned(),
        Purpose::Plain | Purpose::Sleep(_) | Purpose::Timeout(_) => "a future that nobody sets".to_owned(),
    }
}

/// A noun with its article.
fn one(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}
