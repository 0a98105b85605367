//! A slider for a number of the source: a pointer drags it, arrows step it. What is done between press and release is
//! one change.

use loopscope_scenario::edit::stepped;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The number, what to call it, and whom to tell.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) value: f64,
    pub(crate) name: AttrValue,
    pub(crate) title: AttrValue,
    /// Another value, on the way to the one that is meant.
    pub(crate) on_value: Callback<f64>,
    /// The value that was told last is the one.
    pub(crate) on_end: Callback<()>,
}

/// The slider. Its right end stays where it is while it is dragged.
#[component]
pub(crate) fn Slider(props: &Props) -> Html {
    let held = use_mut_ref(|| false);
    let top = use_mut_ref(|| 0.0_f64);
    if !*held.borrow() {
        *top.borrow_mut() = ceiling(props.value);
    }
    let top = *top.borrow();
    let oninput = {
        let (held, on_value) = (held.clone(), props.on_value.clone());
        Callback::from(move |event: InputEvent| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(value) = input.map(|input| input.value_as_number()).filter(|value| value.is_finite())
            {
                *held.borrow_mut() = true;
                on_value.emit(rounded(value, grain(top)));
            }
        })
    };
    let onkeydown = {
        let (held, value, on_value) = (held.clone(), props.value, props.on_value.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            let fine = event.shift_key();
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowUp" if fine => rounded(value + 0.01, 0.01),
                "ArrowLeft" | "ArrowDown" if fine => rounded(value - 0.01, 0.01),
                "ArrowRight" | "ArrowUp" => stepped(value, 1.0),
                "ArrowLeft" | "ArrowDown" => stepped(value, -1.0),
                "PageUp" => rounded(value + top / 10.0, grain(top)),
                "PageDown" => rounded(value - top / 10.0, grain(top)),
                "Home" => 0.0,
                "End" => top,
                _ => return,
            };
            event.prevent_default();
            *held.borrow_mut() = true;
            on_value.emit(next.max(0.0));
        })
    };
    let end = {
        let (held, on_end) = (held.clone(), props.on_end.clone());
        Callback::from(move |()| {
            if held.replace(false) {
                on_end.emit(());
            }
        })
    };
    let filled = format!("--filled: {:.1}%", (props.value / top * 100.0).clamp(0.0, 100.0));
    html! {
        <input class="slider" type="range" min="0" max={top.to_string()} step="any" value={props.value.to_string()}
            style={filled} data-testid="delay-slider" aria-label={props.name.clone()} title={props.title.clone()}
            aria-valuetext={format!("{} s", props.value)} {oninput} {onkeydown}
            onpointerup={end.reform(|_: PointerEvent| ())} onkeyup={end.reform(|_: KeyboardEvent| ())}
            onblur={end.reform(|_: FocusEvent| ())} ontouchend={end.reform(|_: TouchEvent| ())} />
    }
}

/// The right end of the slider of a value: 1, 2 or 5 times a power of ten, with room above the value.
fn ceiling(value: f64) -> f64 {
    const LEAST: f64 = 0.1;
    let wanted = (value.abs() * 1.25).max(LEAST);
    let power = 10_f64.powf(wanted.log10().floor());
    let factor =
        [1.0, 2.0, 5.0].into_iter().find(|factor| factor * power >= wanted * 0.999_999).unwrap_or(10.0);
    factor * power
}

/// The steps of a drag over so many seconds.
fn grain(top: f64) -> f64 {
    10_f64.powf((top / 5.0).log10().floor() - 1.0).max(0.001)
}

/// The nearest multiple of `grain`, without digits that are only the machine's.
fn rounded(value: f64, grain: f64) -> f64 {
    let whole = (value / grain).round() * grain;
    (whole * 1e6).round() / 1e6
}
