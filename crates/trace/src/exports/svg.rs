//! A timeline as a picture: one SVG file that needs nothing else, and looks as the page does.
//!
//! Light or dark as it is asked for, or as its reader is. The summary is its title, the transcript its description.

use std::fmt::Write as _;

use crate::breaks::Breaks;
use crate::format;
use crate::picture::{self, Area, Face, Ink, MARGIN, Scene, Side, Stroke, Surface};
use crate::rows::{BAR, BAR_TOP, ROW, Rows};
use crate::summary;
use crate::timeline::{Lane, LaneId, Timeline};
use crate::transcript::transcript;
use crate::view::{Projection, View};

/// What is above the picture: the sentence.
const TOP: f64 = 44.0;
/// About the width of a character of a lane's name, and of a label.
const CHARACTER: f64 = 7.4;
const SMALL: f64 = 5.9;
/// How far a lane's name is moved to the right under the one above it.
const INDENT: f64 = 14.0;

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    /// As whoever looks at it prefers.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How a timeline is drawn.
#[derive(Clone, PartialEq, Debug)]
pub struct Options {
    /// The width of the picture.
    pub width: f64,
    /// How many lanes are drawn at most.
    pub lanes: usize,
    /// How many paragraphs the description has at most.
    pub paragraphs: usize,
    /// Light or dark.
    pub tone: Tone,
    /// The lanes under which nothing is drawn, sorted.
    pub folded: Vec<LaneId>,
    /// Whether long idle stretches are drawn short.
    pub breaks: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            width: 960.0,
            lanes: 200,
            paragraphs: 100,
            tone: Tone::Auto,
            folded: Vec::new(),
            breaks: false,
        }
    }
}

/// The page's colours (`web/css/tokens.css`): for each ink the name there, light and dark.
pub const COLOURS: [(Ink, &str, &str, &str); 20] = [
    (Ink::Surface, "surface", "#ffffff", "#161a21"),
    (Ink::Text, "ink", "#171b22", "#e8ebf1"),
    (Ink::Text2, "ink-2", "#4b5563", "#b4bcc9"),
    (Ink::Text3, "ink-3", "#66707f", "#929bab"),
    (Ink::Guide, "guide", "#e8ebf0", "#222833"),
    (Ink::Accent, "accent", "#2f5bd7", "#8fb0ff"),
    (Ink::OnAccent, "accent-ink", "#ffffff", "#0d1424"),
    (Ink::AccentSoft, "accent-soft", "#e6edff", "#1f2b48"),
    (Ink::Running, "phase-running", "#2f5bd7", "#8fb0ff"),
    (Ink::Ready, "phase-ready", "#7d8797", "#8a94a6"),
    (Ink::Sleeping, "phase-sleeping", "#58a6dc", "#4f9bd0"),
    (Ink::SleepingSoft, "phase-sleeping-soft", "#e3f1fb", "#16293a"),
    (Ink::Waiting, "phase-waiting", "#8a93a3", "#798396"),
    (Ink::WaitingSoft, "phase-waiting-soft", "#ffffff", "#161a21"),
    (Ink::Blocked, "phase-blocked", "#d1490c", "#ff7a3d"),
    (Ink::OnBlocked, "phase-blocked-ink", "#ffffff", "#1a0d06"),
    (Ink::Done, "phase-done", "#0b7a55", "#58d3a5"),
    (Ink::Failed, "phase-failed", "#b3261e", "#ff9d94"),
    (Ink::Cancelled, "phase-cancelled", "#8a5a00", "#f2c572"),
    (Ink::Playhead, "playhead", "#171b22", "#e8ebf1"),
];

/// The timeline as an SVG document.
#[must_use]
pub fn to_svg(timeline: &Timeline, options: Options) -> String {
    let all = Rows::of(timeline, &options.folded);
    let rows = all.first(options.lanes);
    let width = if options.width.is_finite() { options.width.clamp(320.0, 16_384.0) } else { 960.0 };
    let lanes = rows.lanes().iter().filter_map(|id| timeline.lane(*id));
    let names = lanes.map(|lane| indent(lane) + name_width(lane)).fold(0.0, f64::max);
    let names = (MARGIN + names + 12.0).min(width / 3.0).max(80.0);
    let more = all.len() - rows.len();
    let breaks = if options.breaks { Breaks::find(timeline) } else { Breaks::default() };
    let view = View::fit_broken(timeline, &breaks);
    let plot = (width - names - 2.0 * MARGIN).max(1.0);
    let size = (width - names, picture::height(&rows));
    let height = TOP + size.1 + MARGIN + if more > 0 { ROW } else { 0.0 };

    let sentence = summary::sentence(timeline);
    let mut file = File { text: String::new(), clips: 0 };
    file.add(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n<style>\n",
        escaped(&sentence),
        escaped(&told(timeline, options.paragraphs)),
    ));
    file.styles(options.tone);
    file.add(format_args!("</style>\n{HATCHES}"));
    file.fill(Ink::Surface, 1.0, area(0.0, 0.0, width, height), 0.0);
    file.add(format_args!(
        "<text class=\"title i1\" x=\"{MARGIN}\" y=\"27\">{}</text>\n",
        escaped(&sentence)
    ));
    file.names(timeline, &rows, names);
    file.add(format_args!("<g transform=\"translate({names} {TOP})\">\n"));
    let scene = Scene {
        timeline,
        rows: &rows,
        shown: Projection::broken(view, &breaks, plot),
        bounds: view,
        left: MARGIN,
        size,
        scrolled: 0.0,
        chosen: None,
        pointer: None,
        playhead: None,
        present: None,
        marked: None,
    };
    picture::draw(&scene, &mut file);
    file.add(format_args!("</g>\n"));
    if more > 0 {
        let (y, more) = (TOP + size.1 + 22.0, format::counted(more, "more lane"));
        file.add(format_args!("<text class=\"plain i3\" x=\"{MARGIN}\" y=\"{y}\">and {more}</text>\n"));
    }
    file.text + "</svg>\n"
}

/// The transcript as one text.
fn told(timeline: &Timeline, limit: usize) -> String {
    let (paragraphs, more) = transcript(timeline, limit);
    let mut lines: Vec<String> = paragraphs.iter().map(ToString::to_string).collect();
    if more {
        lines.push("And so on.".to_owned());
    }
    lines.join("\n")
}

/// The hatches that the picture uses, in patterns.
const HATCHES: &str = "<defs>\
    <pattern id=\"h0\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
    <path class=\"s10\" stroke-width=\"1.6\" d=\"M0 0V6\"/></pattern>\
    <pattern id=\"h1\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
    <path class=\"s15\" stroke-width=\"1.6\" d=\"M0 0V6\"/></pattern>\
    <pattern id=\"h2\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
    <path class=\"s4\" stroke-width=\"1.6\" d=\"M0 0V6\"/></pattern></defs>\n";

struct File {
    text: String,
    clips: usize,
}

impl File {
    fn add(&mut self, text: std::fmt::Arguments<'_>) {
        // A string takes everything.
        let _ = self.text.write_fmt(text);
    }

    fn styles(&mut self, tone: Tone) {
        self.add(format_args!(
            "text{{font:11px system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}}.title{{font-size:16px;font-weight:600}}\n\
             .bold{{font-weight:600}}.code{{font:11px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace}}\
             .name{{font:600 13px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace}}path{{fill:none}}\n"
        ));
        let colours = |file: &mut File, dark: bool| {
            for (index, (_, _, light, deep)) in COLOURS.iter().enumerate() {
                let colour = if dark { deep } else { light };
                file.add(format_args!(".i{index}{{fill:{colour}}}.s{index}{{stroke:{colour}}}"));
            }
            file.add(format_args!("\n"));
        };
        colours(self, tone == Tone::Dark);
        if tone == Tone::Auto {
            self.add(format_args!("@media(prefers-color-scheme:dark){{"));
            colours(self, true);
            self.add(format_args!("}}\n"));
        }
    }

    /// The names of the lanes, and lines from each to the one it is under.
    fn names(&mut self, timeline: &Timeline, rows: &Rows, width: f64) {
        let mut above: Vec<f64> = Vec::new();
        for index in 0..rows.len() {
            let Some((row, lane)) = rows.get(index).and_then(|row| Some((row, timeline.lane(row.lane)?)))
            else {
                continue;
            };
            let x = MARGIN + indent(lane);
            let y = TOP + picture::AXIS + row.top + BAR_TOP + BAR / 2.0;
            let depth = (lane.depth as usize).min(above.len());
            above.truncate(depth);
            if let Some(from) = above.last() {
                let left = x - INDENT + 4.0;
                self.add(format_args!(
                    "<path class=\"s3\" opacity=\".5\" d=\"M{left} {}V{y}H{}\"/>\n",
                    from + 9.0,
                    x - 3.0
                ));
            }
            above.push(y);
            let room = ((width - x - 8.0) / CHARACTER).max(4.0) as usize;
            let name = escaped(&format::line(lane.called(), room));
            self.add(format_args!("<text class=\"name i1\" x=\"{x}\" y=\"{}\">{name}</text>\n", y - 1.0));
            let second = escaped(&format::line(lane.also_called(), room));
            self.add(format_args!("<text class=\"plain i3\" x=\"{x}\" y=\"{}\">{second}</text>\n", y + 12.0));
        }
    }

    /// The attributes of a line.
    fn stroke(&mut self, stroke: Stroke) {
        self.add(format_args!(" class=\"s{}\" stroke-width=\"{}\"", of(stroke.ink), stroke.width));
        if stroke.alpha < 1.0 {
            self.add(format_args!(" opacity=\"{}\"", stroke.alpha));
        }
        if stroke.dashed {
            self.text.push_str(" stroke-dasharray=\"4 3\"");
        }
    }

    fn rectangle(&mut self, area: Area, radius: f64) {
        let radius = radius.min(area.width / 2.0);
        self.add(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            pixel(area.x),
            pixel(area.y),
            pixel(area.width.max(0.0)),
            pixel(area.height.max(0.0)),
        ));
        if radius > 0.0 {
            self.add(format_args!(" rx=\"{}\"", pixel(radius)));
        }
    }

    fn points(&mut self, points: &[(f64, f64)]) {
        for (index, (x, y)) in points.iter().enumerate() {
            self.add(format_args!("{}{} {}", if index == 0 { "M" } else { "L" }, pixel(*x), pixel(*y)));
        }
    }
}

impl Surface for File {
    fn fill(&mut self, ink: Ink, alpha: f64, area: Area, radius: f64) {
        self.rectangle(area, radius);
        self.add(format_args!(" class=\"i{}\"", of(ink)));
        if alpha < 1.0 {
            self.add(format_args!(" opacity=\"{alpha}\""));
        }
        self.text.push_str("/>\n");
    }

    fn outline(&mut self, stroke: Stroke, area: Area, radius: f64) {
        self.rectangle(area, radius);
        self.text.push_str(" fill=\"none\"");
        self.stroke(stroke);
        self.text.push_str("/>\n");
    }

    fn hatch(&mut self, ink: Ink, alpha: f64, area: Area, radius: f64) {
        let pattern = match ink {
            Ink::Sleeping => 0,
            Ink::OnBlocked => 1,
            _ => 2,
        };
        self.rectangle(area, radius);
        self.add(format_args!(" fill=\"url(#h{pattern})\" opacity=\"{alpha}\"/>\n"));
    }

    fn line(&mut self, stroke: Stroke, points: &[(f64, f64)]) {
        self.text.push_str("<path");
        self.stroke(stroke);
        self.text.push_str(" d=\"");
        self.points(points);
        self.text.push_str("\"/>\n");
    }

    fn curve(&mut self, stroke: Stroke, [from, by, to]: [(f64, f64); 3]) {
        self.text.push_str("<path");
        self.stroke(stroke);
        self.text.push_str(" d=\"");
        self.points(&[from]);
        let [by, to] = [by, to].map(|(x, y)| (pixel(x), pixel(y)));
        self.add(format_args!("Q{} {} {} {}\"/>\n", by.0, by.1, to.0, to.1));
    }

    fn polygon(&mut self, ink: Ink, alpha: f64, points: &[(f64, f64)]) {
        // A path is not filled here, unless it says so.
        self.add(format_args!("<polygon class=\"i{}\" opacity=\"{alpha}\" points=\"", of(ink)));
        for (x, y) in points {
            self.add(format_args!("{},{} ", pixel(*x), pixel(*y)));
        }
        self.text.push_str("\"/>\n");
    }

    fn disc(&mut self, ink: Ink, (x, y): (f64, f64), radius: f64) {
        let (x, y) = (pixel(x), pixel(y));
        self.add(format_args!("<circle class=\"i{}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>\n", of(ink)));
    }

    fn text(&mut self, text: &str, face: Face, ink: Ink, side: Side, (x, y): (f64, f64)) {
        let class = match face {
            Face::Plain => "plain",
            Face::Bold => "bold",
            Face::Code => "code",
        };
        let anchor = if side == Side::Middle { " text-anchor=\"middle\"" } else { "" };
        self.add(format_args!(
            "<text class=\"{class} i{}\" x=\"{}\" y=\"{}\"{anchor}>{}</text>\n",
            of(ink),
            pixel(x),
            pixel(y + 3.5),
            escaped(text),
        ));
    }

    fn width_of(&mut self, text: &str, face: Face) -> f64 {
        let character = if face == Face::Plain { SMALL } else { 6.7 };
        text.chars().count() as f64 * character
    }

    fn clip(&mut self, area: Area) {
        self.clips += 1;
        let clip = self.clips;
        self.add(format_args!("<clipPath id=\"c{clip}\">"));
        self.rectangle(area, 0.0);
        self.add(format_args!("/></clipPath>\n<g clip-path=\"url(#c{clip})\">\n"));
    }

    fn unclip(&mut self) {
        self.text.push_str("</g>\n");
    }
}

fn area(x: f64, y: f64, width: f64, height: f64) -> Area {
    Area { x, y, width, height }
}

/// The number of an ink's classes.
fn of(ink: Ink) -> usize {
    COLOURS.iter().position(|(of, ..)| *of == ink).unwrap_or(1)
}

fn indent(lane: &Lane) -> f64 {
    INDENT * f64::from(lane.depth.min(8))
}

fn name_width(lane: &Lane) -> f64 {
    CHARACTER * lane.called().chars().count().max(lane.also_called().chars().count()) as f64 + 8.0
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
