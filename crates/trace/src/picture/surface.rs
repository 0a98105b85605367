//! What a picture is drawn with: a few shapes in named inks. A canvas and an SVG file are such surfaces.
//!
//! Knows nothing of lanes. All lengths are CSS pixels; nothing here can fail.

/// A colour by its role; what it looks like is up to the surface.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ink {
    /// The ground.
    Surface,
    /// Text.
    Text,
    /// Text of less weight.
    Text2,
    /// Text of least weight, and thin lines.
    Text3,
    /// Lines of the axis and between rows.
    Guide,
    /// What is pointed at, and marks.
    Accent,
    /// Text on [`Ink::Accent`].
    OnAccent,
    /// A quiet ground in the accent's colour.
    AccentSoft,
    /// A step, and who wakes whom.
    Running,
    /// Ready.
    Ready,
    /// Sleeping: outline and hatch.
    Sleeping,
    /// Sleeping: ground.
    SleepingSoft,
    /// Waiting: outline.
    Waiting,
    /// Waiting: ground.
    WaitingSoft,
    /// The loop is blocked.
    Blocked,
    /// Text on [`Ink::Blocked`].
    OnBlocked,
    /// Done.
    Done,
    /// Failed.
    Failed,
    /// Cancelled.
    Cancelled,
    /// The playhead.
    Playhead,
}

/// A kind of type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Face {
    /// Labels.
    Plain,
    /// Labels that stand out.
    Bold,
    /// Names of the program.
    Code,
}

/// Which side of a text its place is at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The text begins there.
    Left,
    /// The text is about it.
    Middle,
}

/// A rectangle.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Area {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
}

impl Area {
    pub(super) fn new(x: f64, y: f64, width: f64, height: f64) -> Area {
        Area { x, y, width, height }
    }

    /// Smaller by `by` on each side.
    pub(super) fn inset(self, by: f64) -> Area {
        let smaller = |length: f64| (length - 2.0 * by).max(1.0);
        Area::new(self.x + by, self.y + by, smaller(self.width), smaller(self.height))
    }
}

/// A line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stroke {
    /// Its colour.
    pub ink: Ink,
    /// Its width.
    pub width: f64,
    /// From 0, not to be seen, to 1.
    pub alpha: f64,
    /// Whether it is dashed.
    pub dashed: bool,
}

impl Stroke {
    pub(super) fn new(ink: Ink, width: f64) -> Stroke {
        Stroke { ink, width, alpha: 1.0, dashed: false }
    }

    pub(super) fn faint(self, alpha: f64) -> Stroke {
        Stroke { alpha, ..self }
    }

    pub(super) fn dashed(self) -> Stroke {
        Stroke { dashed: true, ..self }
    }
}

/// What a picture is drawn on.
pub trait Surface {
    /// Fills a rectangle with round corners; `alpha` from 0, not to be seen, to 1.
    fn fill(&mut self, ink: Ink, alpha: f64, area: Area, radius: f64);
    /// Draws along the edge of a rectangle with round corners.
    fn outline(&mut self, stroke: Stroke, area: Area, radius: f64);
    /// Fills a rectangle with round corners with oblique lines.
    fn hatch(&mut self, ink: Ink, alpha: f64, area: Area, radius: f64);
    /// Draws from point to point.
    fn line(&mut self, stroke: Stroke, points: &[(f64, f64)]);
    /// Draws from the first point to the last, drawn towards the one in the middle.
    fn curve(&mut self, stroke: Stroke, points: [(f64, f64); 3]);
    /// Fills what is between some points.
    fn polygon(&mut self, ink: Ink, alpha: f64, points: &[(f64, f64)]);
    /// Fills a circle.
    fn disc(&mut self, ink: Ink, centre: (f64, f64), radius: f64);
    /// Writes a text; `at` is halfway up.
    fn text(&mut self, text: &str, face: Face, ink: Ink, side: Side, at: (f64, f64));
    /// How wide a text is.
    fn width_of(&mut self, text: &str, face: Face) -> f64;
    /// From now on nothing is drawn outside a rectangle.
    fn clip(&mut self, area: Area);
    /// Undoes the last [`Surface::clip`].
    fn unclip(&mut self);
}
