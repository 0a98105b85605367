//! A timeline as a picture: one SVG file that needs nothing else, light or dark as its reader is.
//!
//! Phases differ in shape as well as in colour: running is solid, ready a thin line, sleeping hatched,
//! waiting an outline, blocked solid and tall. The summary is its title, the transcript its description.

use std::fmt::Write as _;

use crate::axis::axis;
use crate::format;
use crate::summary;
use crate::timeline::{ArrowKind, Lane, LaneId, Phase, Timeline};
use crate::transcript::transcript;
use crate::view::{DrawItem, EndKind, Shape, View, arrows, layout};

/// Height of a row, in CSS pixels, as all lengths here.
const ROW: f64 = 32.0;
/// Height of a bar and its distance from the top of its row.
const BAR: f64 = 18.0;
const BAR_TOP: f64 = 7.0;
/// What is above the first row: the sentence and the axis.
const TOP: f64 = 60.0;
const MARGIN: f64 = 16.0;
/// About the width of a character of a lane's name.
const CHARACTER: f64 = 7.4;
/// More wakes than these say nothing any more.
const MOST_ARROWS: usize = 120;

/// How a timeline is drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Options {
    /// The width of the picture.
    pub width: f64,
    /// How many lanes are drawn at most.
    pub lanes: usize,
    /// How many sentences the description has at most.
    pub sentences: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options { width: 960.0, lanes: 200, sentences: 100 }
    }
}

const STYLE: &str = "
text{font:12px system-ui,sans-serif;fill:#4b5563}.title{font-size:15px;font-weight:600;fill:#171b22}
.back{fill:#fff}.stripe{fill:#f1f3f6}.guide{stroke:#e8ebf0}.running{fill:#2f5bd7}.ready{fill:#7d8797}
.sleeping{fill:url(#hatch);stroke:#58a6dc}.soft{fill:#e3f1fb}.stroke{stroke:#58a6dc;stroke-width:1.5}
.waiting{fill:none;stroke:#8a93a3}.blocked{fill:#d1490c}.step{stroke:#2f5bd7;stroke-width:2}
.frame{fill:none;stroke:#4b5563;stroke-opacity:.5}.wake{stroke:#66707f;fill:none}.head{fill:#66707f}
.done{fill:#0b7a55}.failed{stroke:#b3261e}.cancelled{stroke:#8a5a00}.cut{stroke:#66707f}.end{stroke-width:2;fill:none}
@media(prefers-color-scheme:dark){text{fill:#b4bcc9}.title{fill:#e8ebf1}.back{fill:#161a21}.stripe{fill:#1d222b}
.guide{stroke:#2a313d}.running{fill:#8fb0ff}.step{stroke:#8fb0ff}.soft{fill:#16293a}.blocked{fill:#ff8a50}
.done{fill:#58d3a5}.failed{stroke:#ff9d94}.cancelled{stroke:#f2c572}.frame{stroke:#b4bcc9}}
";

/// The timeline as an SVG document.
#[must_use]
pub fn to_svg(timeline: &Timeline, options: Options) -> String {
    let order = timeline.order(false);
    let rows = &order[..order.len().min(options.lanes)];
    let width = if options.width.is_finite() { options.width.clamp(320.0, 16_384.0) } else { 960.0 };
    let names = rows.iter().filter_map(|id| timeline.lane(*id)).map(name_width).fold(0.0, f64::max);
    let left = MARGIN + names.min(width / 3.0) + 12.0;
    let more = order.len() - rows.len();
    let height = TOP + rows.len() as f64 * ROW + MARGIN + if more > 0 { ROW } else { 0.0 };
    let plot = width - left - MARGIN * 2.0;
    let mut picture = Picture { text: String::new(), timeline, view: View::fit(timeline), left, plot };

    let sentence = summary::sentence(timeline);
    picture.add(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n<style>{STYLE}</style>\n",
        escaped(&sentence),
        escaped(&transcript(timeline, options.sentences).join("\n")),
    ));
    picture.add(format_args!(
        "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect class=\"soft\" width=\"6\" height=\"6\"/>\
         <path class=\"stroke\" d=\"M0 0V6\"/></pattern></defs>\n<rect class=\"back\" width=\"{width}\" \
         height=\"{height}\"/>\n<text class=\"title\" x=\"{MARGIN}\" y=\"26\">{}</text>\n",
        escaped(&sentence),
    ));
    picture.rows(rows);
    picture.axis(rows.len());
    for item in layout(timeline, rows, &picture.view, plot) {
        picture.item(&item);
    }
    picture.wakes(rows);
    if more > 0 {
        let y = top(rows.len()) + 20.0;
        picture.add(format_args!(
            "<text x=\"{MARGIN}\" y=\"{y}\">and {}</text>\n",
            format::counted(more, "more lane")
        ));
    }
    picture.text + "</svg>\n"
}

struct Picture<'t> {
    text: String,
    timeline: &'t Timeline,
    view: View,
    /// Where the plot begins, and how wide it is.
    left: f64,
    plot: f64,
}

impl Picture<'_> {
    fn add(&mut self, text: std::fmt::Arguments<'_>) {
        // A string takes everything.
        let _ = self.text.write_fmt(text);
    }

    fn rows(&mut self, rows: &[LaneId]) {
        let timeline = self.timeline;
        for (row, lane) in rows.iter().filter_map(|id| timeline.lane(*id)).enumerate() {
            let y = top(row);
            if row % 2 == 1 {
                let width = self.left + self.plot + MARGIN * 2.0;
                self.add(format_args!(
                    "<rect class=\"stripe\" y=\"{y}\" width=\"{width}\" height=\"{ROW}\"/>\n"
                ));
            }
            let indent = MARGIN + 12.0 * f64::from(lane.depth.min(8));
            let room = (self.left - indent) / CHARACTER;
            let name = escaped(&format::line(&lane.title(), room.max(4.0) as usize));
            self.add(format_args!("<text x=\"{indent}\" y=\"{}\">{name}</text>\n", y + 20.0));
        }
    }

    fn axis(&mut self, rows: usize) {
        let axis = axis(&self.view, self.plot, 72.0);
        let count = axis.ticks.len();
        for (index, tick) in axis.ticks.into_iter().enumerate() {
            let x = pixel(self.left + tick.x);
            let unit = if index + 1 == count { axis.unit } else { "" };
            self.add(format_args!(
                "<path class=\"guide\" d=\"M{x} {}V{}\"/>\n<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{}{}{unit}</text>\n",
                TOP - 6.0,
                top(rows),
                TOP - 12.0,
                tick.label,
                if unit.is_empty() { "" } else { " " },
            ));
        }
    }

    fn item(&mut self, item: &DrawItem) {
        let (x, y) = (pixel(self.left + item.x.max(0.0)), top(item.row as usize) + BAR_TOP);
        let width = pixel(item.width.max(0.75));
        match item.shape {
            Shape::Merged { blocked: true, .. } => self.bar(Phase::Blocked, x, y, width),
            Shape::Span { phase, .. } | Shape::Merged { phase, .. } => self.bar(phase, x, y, width),
            Shape::Frame { depth, .. } => {
                let inset = 3.0 * f64::from(depth.min(2));
                self.add(format_args!(
                    "<rect class=\"frame\" x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"{}\" rx=\"2\"/>\n",
                    y + inset,
                    BAR - 2.0 * inset,
                ));
            }
            Shape::Steps { .. } => {
                self.add(format_args!("<path class=\"step\" d=\"M{x} {y}v{BAR}\"/>\n"));
            }
            Shape::End(kind) => self.end(kind, x, y + BAR / 2.0),
        }
    }

    fn bar(&mut self, phase: Phase, x: f64, y: f64, width: f64) {
        let (inset, name) = match phase {
            Phase::Ready => (BAR / 2.0 - 2.0, "ready"),
            Phase::Blocked => (-2.0, "blocked"),
            Phase::Waiting => (4.0, "waiting"),
            phase => (0.0, phase.name()),
        };
        self.add(format_args!(
            "<rect class=\"{name}\" x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"{}\" rx=\"2\"/>\n",
            y + inset,
            BAR - 2.0 * inset,
        ));
    }

    fn end(&mut self, kind: EndKind, x: f64, y: f64) {
        let cross = format!("M{} {}l8 8m0 -8l-8 8", x - 4.0, y - 4.0);
        match kind {
            EndKind::Done => self.add(format_args!("<circle class=\"done\" cx=\"{x}\" cy=\"{y}\" r=\"4.5\"/>\n")),
            EndKind::Failed => self.add(format_args!("<path class=\"end failed\" d=\"{cross}\"/>\n")),
            EndKind::Cancelled => self.add(format_args!(
                "<circle class=\"end cancelled\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/>\n<path class=\"end cancelled\" d=\"M{} {}l7 -7\"/>\n",
                x - 3.5,
                y + 3.5,
            )),
            EndKind::CutOff => {
                self.add(format_args!("<path class=\"end cut\" d=\"M{x} {}v18\"/>\n", y - 9.0));
            }
        }
    }

    /// An arrow from who woke to who was woken.
    fn wakes(&mut self, rows: &[LaneId]) {
        let row_of = |lane: LaneId| rows.iter().position(|row| *row == lane);
        let wakes = arrows(self.timeline, &self.view).iter().filter(|arrow| arrow.kind == ArrowKind::Woke);
        let wakes: Vec<_> = wakes
            .filter_map(|arrow| Some((arrow.at, row_of(arrow.from)?, row_of(arrow.to)?)))
            .take(MOST_ARROWS + 1)
            .collect();
        if wakes.len() > MOST_ARROWS {
            return;
        }
        for (at, from, to) in wakes {
            let x = pixel(self.left + self.view.x(at, self.plot));
            let side = if to > from { -1.0 } else { 1.0 };
            let (y0, y1) = (top(from) + ROW / 2.0 + 7.0 * -side, top(to) + ROW / 2.0 + 12.0 * side);
            let tip = y1 + 5.0 * side;
            self.add(format_args!(
                "<path class=\"wake\" d=\"M{x} {y0}V{tip}\"/>\n<path class=\"head\" d=\"M{x} {y1}L{} {tip}H{}z\"/>\n",
                x - 3.0,
                x + 3.0,
            ));
        }
    }
}

fn top(row: usize) -> f64 {
    TOP + row as f64 * ROW
}

fn name_width(lane: &Lane) -> f64 {
    12.0 * f64::from(lane.depth.min(8)) + CHARACTER * lane.title().chars().count() as f64
}

/// Hundredths of a pixel are enough, and short.
fn pixel(x: f64) -> f64 {
    (x * 100.0).round() / 100.0
}

/// Text for XML, without what XML does not allow.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push('\n'),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}
