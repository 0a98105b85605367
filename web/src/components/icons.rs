//! The icons: 16 by 16, in the colour of the text around them, and silent to screen readers (the control
//! that shows one has a name of its own).

use yew::prelude::*;

/// An icon by name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    /// A triangle.
    Play,
    /// Two bars.
    Pause,
    /// A triangle against a bar.
    Step,
    /// An angle against a bar on the left.
    First,
    /// An angle against a bar on the right.
    Last,
    /// An angle to the left.
    Back,
    /// An angle to the right.
    Forth,
    /// A square.
    Stop,
    /// A chain.
    Link,
    /// A sun.
    Sun,
    /// A moon.
    Moon,
    /// A question mark.
    Help,
    /// A plus.
    Plus,
    /// A minus.
    Minus,
    /// A cross.
    Cross,
    /// A tick.
    Check,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// Arrows to both sides.
    Fit,
    /// A triangle with an exclamation mark.
    Warning,
    /// An hourglass: asleep.
    Clock,
    /// A hand: blocked.
    Block,
    /// A book.
    Book,
    /// An arrow out of a frame.
    Open,
    /// A small triangle that points down.
    Fold,
    /// Arrows from both sides to a torn line.
    Squeeze,
    /// An arrow down into a tray.
    Save,
    /// An arrow that turns back.
    Undo,
    /// An arrow that turns forward.
    Redo,
    /// Two sheets.
    Copy,
    /// The hat of those who have learnt.
    Learn,
    /// Lines under each other.
    List,
    /// Dots to hold on to.
    Grip,
}

/// Paints an icon.
pub(crate) fn icon(icon: Icon) -> Html {
    let stroke = |d: &'static str| {
        html! { <path {d} fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" /> }
    };
    let fill = |d: &'static str| html! { <path {d} fill="currentColor" /> };
    let shape = match icon {
        Icon::Play => {
            fill("M4.5 2.6v10.8a.6.6 0 0 0 .92.5l8.3-5.4a.6.6 0 0 0 0-1L5.42 2.1a.6.6 0 0 0-.92.5z")
        }
        Icon::Pause => fill("M4 3h2.600v10H4zM9.400 3H12v10H9.400z"),
        Icon::Step => fill(
            "M3 3.2v9.600a.5.5 0 0 0 .8.400L10.200 8.400a.5.5 0 0 0 0-.8L3.800 2.800a.5.5 0 0 0-.8.400zM11.400 3H13v10h-1.600z",
        ),
        Icon::First => stroke("M11.400 3.600L7 8l4.400 4.400M4.200 3.600v8.800"),
        Icon::Last => stroke("M4.600 3.600L9 8l-4.400 4.400M11.800 3.600v8.800"),
        Icon::Back => stroke("M9.800 3.600L5.400 8l4.400 4.400"),
        Icon::Forth => stroke("M6.200 3.600L10.600 8l-4.400 4.400"),
        Icon::Stop => {
            fill("M4.4 3.4h7.2a1 1 0 0 1 1 1v7.2a1 1 0 0 1-1 1H4.4a1 1 0 0 1-1-1V4.4a1 1 0 0 1 1-1z")
        }
        Icon::Link => stroke(
            "M6.6 9.4a2.7 2.7 0 0 0 3.9 0l2.2-2.3a2.7 2.7 0 0 0-3.8-3.8l-1 1M9.4 6.6a2.7 2.7 0 0 0-3.9 0L3.3 8.9a2.7 2.7 0 0 0 3.8 3.8l1-1",
        ),
        Icon::Sun => stroke(
            "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.4v1.2M8 13.4v1.2M14.6 8h-1.2M2.6 8H1.4M12.7 3.3l-.9.9M4.2 11.8l-.9.9M12.7 12.7l-.9-.9M4.2 4.2l-.9-.9",
        ),
        Icon::Moon => stroke("M13.4 9.7A5.8 5.8 0 0 1 6.3 2.6a5.8 5.8 0 1 0 7.1 7.1z"),
        Icon::Help => stroke(
            "M5.9 6.1a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4M8 11.9v.1M8 1.6a6.4 6.4 0 1 0 0 12.8A6.4 6.4 0 0 0 8 1.6z",
        ),
        Icon::Plus => stroke("M8 3.2v9.6M3.2 8h9.6"),
        Icon::Minus => stroke("M3.2 8h9.6"),
        Icon::Check => stroke("M3 8.6l3.2 3.2L13 4.8"),
        Icon::Cross => stroke("M4 4l8 8M12 4l-8 8"),
        Icon::Up => stroke("M8 12.8V3.4M4 7.2l4-4 4 4"),
        Icon::Down => stroke("M8 3.2v9.4M4 8.8l4 4 4-4"),
        Icon::Fit => stroke("M1.8 3v10M14.2 3v10M4.4 8h7.2M6.4 5.8L4.2 8l2.2 2.2M9.6 5.8L11.8 8l-2.2 2.2"),
        Icon::Warning => stroke("M8 2.4L1.8 13.2h12.4L8 2.4zM8 6.6v3M8 11.5v.1"),
        Icon::Clock => stroke("M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.6V8l2.3 1.5"),
        Icon::Block => stroke("M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM4.8 8h6.4"),
        Icon::Book => stroke(
            "M2.2 3.2c2-.8 4-.7 5.8.5 1.8-1.2 3.800-1.300 5.800-.5v9.400c-2-.8-4-.7-5.800.5-1.800-1.200-3.800-1.300-5.800-.5zM8 3.700v9.400",
        ),
        Icon::Fold => {
            fill("M4.200 6h7.600a.5.5 0 0 1 .4.8l-3.800 4.600a.5.5 0 0 1-.8 0L3.800 6.800a.5.5 0 0 1 .4-.8z")
        }
        Icon::Squeeze => stroke(
            "M8 1.800l-1.200 2.500 2.400 2.500-2.400 2.500 2.400 2.500L8 14.200M1.200 8h3.400M3.200 6.200L5 8 3.200 9.800M14.800 8h-3.400M12.800 6.200L11 8l1.800 1.800",
        ),
        Icon::Save => stroke(
            "M8 2.4v7.4M4.8 6.9L8 10l3.2-3.1M2.6 10.800v1.900a1 1 0 0 0 1 1h8.800a1 1 0 0 0 1-1v-1.900",
        ),
        Icon::Learn => stroke(
            "M8 3L1.4 6.200 8 9.400l6.600-3.200L8 3zM4 7.600v3.200c1.200 1.200 2.500 1.700 4 1.700s2.800-.5 4-1.700V7.600M14.600 6.200v4",
        ),
        Icon::List => stroke("M6 4h7.400M6 8h7.400M6 12h7.400M2.800 4v.1M2.800 8v.1M2.800 12v.1"),
        Icon::Grip => stroke("M6 4v.1M10 4v.1M6 8v.1M10 8v.1M6 12v.1M10 12v.1"),
        Icon::Open => stroke(
            "M6.4 3.4H4a1 1 0 0 0-1 1V12a1 1 0 0 0 1 1h7.600a1 1 0 0 0 1-1V9.600M9.200 3h3.800v3.800M12.800 3.200L7.600 8.400",
        ),
        Icon::Undo => stroke("M5.600 3L2.800 5.800l2.800 2.800M3 5.800h6a3.600 3.600 0 0 1 0 7.200H6"),
        Icon::Redo => stroke("M10.400 3l2.800 2.800-2.800 2.800M13 5.800H7a3.600 3.600 0 0 0 0 7.200h3"),
        Icon::Copy => stroke("M6 5.600h6.400v7.600H6zM3.600 10.400V2.800H10"),
    };
    html! { <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">{shape}</svg> }
}
