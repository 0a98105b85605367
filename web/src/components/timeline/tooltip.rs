//! The tooltip: what there is to say of a span, next to it and always in sight.

use loopscope_trace::words::Details;
use yew::prelude::*;

/// A tooltip is about this high, in CSS pixels.
const HEIGHT: f64 = 160.0;
/// Below this width of the plot a tooltip takes all of it.
const NARROW: f64 = 400.0;

/// Where the span is on the canvas, in CSS pixels.
pub(crate) struct Place {
    /// The pointer, or what stands for it.
    pub(crate) x: f64,
    /// Top and bottom of the row.
    pub(crate) row: (f64, f64),
    /// Width and height of the canvas.
    pub(crate) size: (f64, f64),
    /// What shows the line.
    pub(crate) how: &'static str,
    /// How it is made longer or shorter, if it can be.
    pub(crate) change: Option<&'static str>,
}

/// The tooltip.
pub(crate) fn tooltip(details: Details, place: &Place) -> Html {
    let Place { x, row: (top, bottom), size: (width, height), how, change } = *place;
    // Below the row, unless there is more room above it.
    let vertical = if bottom + HEIGHT <= height || top < height - bottom {
        format!("top: {}px", bottom + 4.0)
    } else {
        format!("bottom: {}px", height - top + 4.0)
    };
    // Right of the pointer on the left half, left of it on the right half.
    let horizontal = if width < NARROW {
        "left: 0; right: 0".to_owned()
    } else if x < width / 2.0 {
        format!("left: calc(var(--names) + {}px)", x.max(0.0))
    } else {
        format!("right: {}px", (width - x).max(0.0))
    };
    html! {
        <div class="tooltip" style={format!("{vertical}; {horizontal}")} aria-hidden="true">
            <p class="tooltip-title">{ details.title }</p>
            <p>{ details.phase }</p>
            <p class="tooltip-when">{ details.when }</p>
            if let Some(why) = details.why {
                <p class="tooltip-why"><b>{"Why? "}</b>{ why }</p>
            }
            { for details.more.into_iter().map(|more| html! { <p>{ more }</p> }) }
            if let Some(change) = change {
                <p class="tooltip-line">{ change }</p>
            }
            if details.line > 0 {
                <p class="tooltip-line">{ format!("line {} · {how} to show it", details.line) }</p>
            }
        </div>
    }
}
