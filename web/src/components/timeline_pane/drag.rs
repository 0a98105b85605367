//! Dragging the end of a sleep: the number of the source behind it changes, and the program runs again with each step.
//!
//! A press asks `scenario` which number made the sleep as long as it is, and tries that number in a run of its own: so it
//! is known that it is the one, and how far the sleep's end moves with it (the number may be behind earlier sleeps of the
//! task, too). Then each frame sets it anew, at most once; the whole drag is one step of the history.

use std::ops::Range;
use std::rc::Rc;

use loopscope_core::instrument::Location;
use loopscope_scenario::edit::{
    Delay, Place, Slept, TextChange, Unexplained, apply, cause, set_number, snapped,
};
use loopscope_trace::format;
use loopscope_trace::sleep::Sleep;
use loopscope_trace::timeline::LaneId;
use loopscope_trace::view::View;
use web_sys::Element;
use yew::prelude::*;

use super::{Msg, TimelinePane};
use crate::app::Gesture;
use crate::components::button::Button;
use crate::components::timeline::{AXIS, MARGIN};
use crate::page::EachFrame;
use crate::run::{Picture, Preview};

/// How near a pointer must be to an end to take hold of it, in CSS pixels; and how near a finger.
const REACH: f64 = 6.0;
const FINGER: f64 = 22.0;
/// How far a pointer moves before it drags.
const BEGIN: f64 = 3.0;
/// Past the right end of the plot the view grows by this share with each frame.
const GROWTH: f64 = 0.012;
/// How far past it, and how near the edge of the canvas.
const EDGE: f64 = 3.0;
/// By how much a number is changed to see what it does, in seconds.
const TRIAL: f64 = 0.001;

/// The number behind a sleep, and what it does to the sleep's end.
struct Handle {
    lane: LaneId,
    sleep: Sleep,
    /// The source when it was taken hold of, and the number's place in it.
    source: Rc<str>,
    number: Delay,
    /// How many seconds the end moves when the number grows by one.
    rate: f64,
}

/// Steps by keys under way, while Alt is down.
pub(super) struct Nudge {
    handle: Handle,
    /// What stands there now: its text and value.
    text: String,
    value: f64,
}

/// A drag under way.
pub(super) struct Stretch {
    handle: Handle,
    /// What stands there now: its text and value.
    text: String,
    value: f64,
    /// Where the pointer was pressed and is, and how far from the end.
    pressed: f64,
    x: f64,
    off: f64,
    fine: bool,
    moved: bool,
    pointer: i32,
    /// The view was that of the whole run.
    whole: bool,
    _frames: EachFrame,
}

/// Something to say beside the end of a sleep.
pub(super) struct Note {
    text: String,
    x: f64,
    top: f64,
    tone: Tone,
}

impl Note {
    /// Whether it tells of a change, with a button that takes it back: so it stays until something else is done.
    pub(super) fn is_done(&self) -> bool {
        self.tone == Tone::Done
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Tone {
    Busy,
    Done,
    Problem,
}

impl TimelinePane {
    /// The sleep whose end is at a place of the canvas.
    fn end_under(&self, ctx: &Context<Self>, x: f64, y: f64, reach: f64) -> Option<(LaneId, usize)> {
        if y < AXIS || x < 0.0 {
            return None;
        }
        let lane = self.rows.get(self.rows.at(y - AXIS + self.scrolled)?)?.lane;
        let shown = self.projection(ctx)?;
        let timeline = ctx.props().picture.as_ref()?.timeline();
        let spans = &timeline.lane(lane)?.spans;
        let last = spans.partition_point(|span| span.start <= shown.moment(x - MARGIN + reach));
        let distance = |index: usize| (MARGIN + shown.x(spans[index].end) - x).abs();
        (last.saturating_sub(12)..last)
            .filter(|index| timeline.sleep(lane, *index).is_some() && distance(*index) <= reach)
            .min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
            .map(|index| (lane, index))
    }

    /// The pointer rests somewhere: an end that it could take hold of is shown.
    pub(super) fn feel(&mut self, ctx: &Context<Self>, x: f64, y: f64) {
        self.grip = if self.touch { None } else { self.end_under(ctx, x, y, REACH) };
    }

    /// Pressed at the end of a sleep: takes hold of it, or says why not. A finger must have chosen the sleep before.
    pub(super) fn begin_stretch(
        &mut self,
        ctx: &Context<Self>,
        event: &PointerEvent,
        at: (f64, f64),
    ) -> bool {
        self.note = None;
        let reach = if self.touch { FINGER } else { REACH };
        let (x, y) = at;
        let Some((lane, index)) = self.end_under(ctx, x, y, reach) else { return false };
        if event.button() != 0
            || ctx.props().stale
            || (self.touch && self.chosen != Some((lane, Some(index))))
        {
            return false;
        }
        self.choose(ctx, Some((lane, Some(index))));
        let handle = match self.handle(ctx, lane, index) {
            Ok(handle) => handle,
            Err(why) => {
                self.say(ctx, why, Tone::Problem);
                return true;
            }
        };
        // While it is held, the editor shows the line of the number, not that of the sleep.
        ctx.props().on_point.emit(u32::try_from(handle.number.line).unwrap_or(0));
        let Some(shown) = self.projection(ctx) else { return false };
        let off = x - MARGIN - shown.x(handle.sleep.until);
        let tick = ctx.link().callback(|()| Msg::Stretched);
        let text = handle.source.get(handle.number.range.clone()).unwrap_or("").to_owned();
        self.stretch = Some(Stretch {
            value: handle.number.value,
            text,
            handle,
            pressed: x,
            x,
            off,
            fine: false,
            moved: false,
            pointer: event.pointer_id(),
            whole: self.view.is_none(),
            _frames: EachFrame::start(move || tick.emit(())),
        });
        true
    }

    /// The number behind a sleep; or a sentence.
    fn handle(&self, ctx: &Context<Self>, lane: LaneId, index: usize) -> Result<Handle, String> {
        let props = ctx.props();
        let sleep = props.picture.as_ref().and_then(|picture| picture.timeline().sleep(lane, index));
        let Some(sleep) = sleep else { return Err(Unexplained::NoNumber.to_string()) };
        if !sleep.complete {
            let asked = format::span(sleep.asked());
            return Err(format!("This sleep of {asked} was cut short. Its end follows what cancelled it."));
        }
        let found = cause(&props.source, &facts(&sleep)).map_err(|why| why.to_string())?;
        let mut confirmed = Vec::new();
        for number in &found {
            match self.tried(ctx, lane, &sleep, number) {
                Some(Trial::Moves(rate)) => confirmed.push((number, rate)),
                Some(Trial::DoesNot) => {}
                None if found.len() == 1 => confirmed.push((number, 1.0)),
                None => {}
            }
        }
        let [(number, rate), ..] = confirmed.as_slice() else {
            let lines = found.iter().map(|number| number.line).collect();
            let why = if found.len() > 1 { Unexplained::Several(lines) } else { Unexplained::NoNumber };
            return Err(why.to_string());
        };
        Ok(Handle { lane, source: Rc::clone(&props.source), number: (*number).clone(), rate: *rate, sleep })
    }

    /// What the sleep does when the number is a little larger. None if that cannot be told at once.
    fn tried(&self, ctx: &Context<Self>, lane: LaneId, sleep: &Sleep, number: &Delay) -> Option<Trial> {
        let props = ctx.props();
        let wanted = number.value + TRIAL;
        let changed = apply(&props.source, &set_number(&props.source, &number.range, wanted).ok()?);
        let picture = Preview::trial(&changed, &props.settings, &props.answers)?;
        let now = sleep_of(&picture, lane, sleep.nth)?;
        if (now.asked().as_secs_f64() - wanted).abs() > 1e-8 {
            return Some(Trial::DoesNot);
        }
        let moved = now.until.as_secs_f64() - sleep.until.as_secs_f64();
        Some(Trial::Moves((moved / TRIAL).clamp(1.0, 1000.0)))
    }

    /// The pointer moved while it holds an end; the next frame looks at it.
    pub(super) fn stretching(&mut self, event: &PointerEvent, x: f64) -> bool {
        let Some(stretch) = &mut self.stretch else { return false };
        self.pointer = None;
        stretch.x = x;
        stretch.fine = event.shift_key();
        true
    }

    /// A frame of a drag: sets the number to what the pointer says.
    pub(super) fn stretched(&mut self, ctx: &Context<Self>) -> bool {
        let Some(stretch) = &self.stretch else { return false };
        let (x, off, pointer) = (stretch.x, stretch.off, stretch.pointer);
        if !stretch.moved && (x - stretch.pressed).abs() <= BEGIN {
            return false;
        }
        if !stretch.moved {
            if let Some(element) = self.scroller.cast::<Element>() {
                // Without it the drag ends at the edge; a pointer that has gone cannot be kept.
                let _ = element.set_pointer_capture(pointer);
            }
            // What is in sight stays where it is, however long the run becomes.
            self.view = self.current_view(ctx);
        }
        // At the very end of the plot nothing grows yet: most ends that are dragged begin there.
        let right = MARGIN + self.plot_width();
        if (x - off > right + EDGE || x > right + MARGIN - EDGE)
            && let Some(view) = self.view
        {
            self.view = Some(View::new(view.start(), view.end() + view.span() * GROWTH));
        }
        let Some(shown) = self.projection(ctx) else { return false };
        let end = shown.moment(x - MARGIN - off).as_secs_f64();
        let per_pixel = shown.view().span() / 1e9 / shown.width();
        let Some(stretch) = &mut self.stretch else { return false };
        stretch.moved = true;
        let handle = &stretch.handle;
        let moved = (end - handle.sleep.until.as_secs_f64()) / handle.rate;
        let value = snapped(handle.number.value + moved, per_pixel / handle.rate, stretch.fine);
        if value == stretch.value {
            return true;
        }
        let Some(step) = step(handle, &stretch.text, value) else { return true };
        stretch.value = value;
        stretch.text.clone_from(&step.insert);
        ctx.props().on_gesture.emit(Gesture::Step(vec![step]));
        true
    }

    /// The pointer let go; whether it had dragged.
    pub(super) fn end_stretch(&mut self, ctx: &Context<Self>) -> bool {
        let Some(stretch) = self.stretch.take() else { return false };
        if !stretch.moved {
            return false;
        }
        if stretch.whole {
            self.view = None;
        }
        ctx.props().on_gesture.emit(Gesture::End);
        let Handle { source, number, .. } = &stretch.handle;
        let old = source.get(number.range.clone()).unwrap_or("");
        if old != stretch.text {
            let text = format!("Line {}: {old} is now {}", number.line, stretch.text);
            self.say(ctx, text, Tone::Done);
        }
        true
    }

    /// Escape, or the browser took the pointer: everything is as before.
    pub(super) fn cancel_stretch(&mut self, ctx: &Context<Self>) -> bool {
        let Some(stretch) = self.stretch.take() else { return false };
        if stretch.whole {
            self.view = None;
        }
        if stretch.moved {
            ctx.props().on_gesture.emit(Gesture::TakeBack);
        }
        true
    }

    /// Another picture, maybe of the program as it was changed: what is held stays chosen.
    pub(super) fn follow_sleep(&mut self, ctx: &Context<Self>) {
        let nudged = self.nudged.as_ref().map(|nudge| &nudge.handle);
        let held = self.stretch.as_ref().map(|stretch| &stretch.handle).or(nudged);
        let (Some(held), Some(picture)) = (held, &ctx.props().picture) else { return };
        let index = picture.timeline().nth_sleep(held.lane, held.sleep.nth);
        if index.is_some() {
            self.chosen = Some((held.lane, index));
        }
    }

    /// Alt and an arrow: the chosen sleep becomes longer or shorter.
    pub(super) fn nudge(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        let direction = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => 1.0,
            "ArrowLeft" | "ArrowDown" => -1.0,
            _ => return false,
        };
        let Some((lane, Some(index))) = self.chosen else { return false };
        self.pointer = None;
        // The keys may come faster than the runs: what was found with the first of them holds until Alt goes up.
        let begun = match self.nudged.take() {
            Some(nudge) => Ok(nudge),
            None if ctx.props().stale => return true,
            None => self.handle(ctx, lane, index).map(|handle| Nudge {
                text: handle.source.get(handle.number.range.clone()).unwrap_or("").to_owned(),
                value: handle.number.value,
                handle,
            }),
        };
        let mut nudge = match begun {
            Ok(nudge) => nudge,
            Err(why) => {
                self.say(ctx, why, Tone::Problem);
                return true;
            }
        };
        let grain = if event.shift_key() { 0.01 } else { 0.1 };
        // To the next round value, whatever it was.
        let steps = nudge.value / grain;
        let next = if direction > 0.0 { (steps + 1e-6).floor() + 1.0 } else { (steps - 1e-6).ceil() - 1.0 };
        let value = ((next * grain * 1e6).round() / 1e6).max(0.0);
        if let Some(step) = step(&nudge.handle, &nudge.text, value).filter(|step| step.insert != nudge.text) {
            let number = &nudge.handle.number;
            let old = nudge.handle.source.get(number.range.clone()).unwrap_or("");
            let said = format!("Line {}: {old} is now {}", number.line, step.insert);
            (nudge.text, nudge.value) = (step.insert.clone(), value);
            ctx.props().on_gesture.emit(Gesture::Step(vec![step]));
            self.say(ctx, said, Tone::Done);
        }
        self.nudged = Some(nudge);
        true
    }

    /// Alt went up: what was stepped while it was down is one change.
    pub(super) fn end_nudge(&mut self, ctx: &Context<Self>) {
        if self.nudged.take().is_some() {
            ctx.props().on_gesture.emit(Gesture::End);
        }
    }

    /// Says something beside the chosen sleep's end.
    fn say(&mut self, ctx: &Context<Self>, text: String, tone: Tone) {
        let (x, top) = self.chosen_end(ctx).unwrap_or((self.size.0 / 2.0, AXIS));
        self.note = Some(Note { text, x, top, tone });
    }

    /// Where the chosen span ends on the canvas, and the top of its row; in sight, if it is a sleep.
    fn chosen_end(&self, ctx: &Context<Self>) -> Option<(f64, f64)> {
        let (lane, index) = self.chosen?;
        self.end_of(ctx, lane, index?)
    }

    fn end_of(&self, ctx: &Context<Self>, lane: LaneId, index: usize) -> Option<(f64, f64)> {
        let picture = ctx.props().picture.as_ref()?;
        let end = picture.timeline().sleep(lane, index)?.until;
        let row = self.rows.get(self.rows.standing_for(lane)?)?;
        let shown = self.projection(ctx)?;
        let x = shown.x(end);
        let top = AXIS + row.top - self.scrolled;
        let there = (0.0..=shown.width() + 1.0).contains(&x) && row.lane == lane && top >= AXIS - row.height;
        there.then_some((MARGIN + x, top))
    }

    /// The grip at the end of a sleep, and what there is to say of it.
    pub(super) fn grip(&self, ctx: &Context<Self>) -> Html {
        let held = self.stretch.as_ref().filter(|stretch| stretch.moved);
        let felt =
            self.grip.filter(|_| held.is_none()).and_then(|(lane, index)| self.end_of(ctx, lane, index));
        let end = felt.or_else(|| self.chosen_end(ctx));
        let grip = end.map(|(x, top)| {
            let kind = if held.is_some() || felt.is_some() { "grip near" } else { "grip" };
            let style = format!("left: calc(var(--names) + {x}px); top: {top}px");
            html! { <div class={kind} {style} data-testid="grip" aria-hidden="true" /> }
        });
        let note = match held {
            Some(stretch) => end.map(|(x, top)| Note {
                text: format!(
                    "{}: {} · line {}",
                    stretch.handle.number.label, stretch.text, stretch.handle.number.line
                ),
                x,
                top,
                tone: Tone::Busy,
            }),
            None => None,
        };
        let note = note.as_ref().or(self.note.as_ref()).map(|note| self.note(ctx, note));
        html! { <>{ for grip }<div role="status" class="drag-status">{ for note }</div></> }
    }

    fn note(&self, ctx: &Context<Self>, note: &Note) -> Html {
        const ROOM: f64 = 44.0;
        let (width, height) = self.size;
        let vertical = if note.top > AXIS + ROOM {
            format!("bottom: {}px", height - note.top + 4.0)
        } else {
            format!("top: {}px", note.top + ROOM)
        };
        let horizontal = if note.x < width / 2.0 {
            format!("left: calc(var(--names) + {}px)", note.x)
        } else {
            format!("right: {}px", (width - note.x).max(4.0))
        };
        let tone = match note.tone {
            Tone::Busy | Tone::Done => "drag-note",
            Tone::Problem => "drag-note problem",
        };
        let undo = ctx.props().on_history.reform(|_: MouseEvent| true);
        let undo = ctx.link().batch_callback(move |event: MouseEvent| {
            undo.emit(event);
            Some(Msg::Noted)
        });
        html! {
            <div class={tone} style={format!("{vertical}; {horizontal}")} data-testid="drag-note">
                { &note.text }
                if note.tone == Tone::Done {
                    { Button::new("button tiny", undo).test("drag-undo").text("Undo") }
                }
            </div>
        }
    }
}

/// What trying a number showed.
enum Trial {
    /// The sleep follows it; its end moves so many times as far.
    Moves(f64),
    DoesNot,
}

/// The change of the present text that gives the number another value; `text` stands there now.
fn step(handle: &Handle, text: &str, value: f64) -> Option<TextChange> {
    let Range { start, .. } = handle.number.range;
    let changes = set_number(&handle.source, &handle.number.range, value).ok()?;
    let insert = match changes.into_iter().next() {
        Some(change) => change.insert,
        None => handle.source.get(handle.number.range.clone())?.to_owned(),
    };
    Some(TextChange { range: start..start + text.len(), insert })
}

fn sleep_of(picture: &Picture, lane: LaneId, nth: usize) -> Option<Sleep> {
    let timeline = picture.timeline();
    timeline.sleep(lane, timeline.nth_sleep(lane, nth)?)
}

fn facts(sleep: &Sleep) -> Slept {
    let place = |at: &Location| Place { line: at.line as usize, column: at.column as usize };
    Slept {
        seconds: sleep.asked().as_secs_f64(),
        blocking: sleep.blocking,
        at: place(&sleep.at),
        calls: sleep.calls.iter().map(place).collect(),
    }
}
