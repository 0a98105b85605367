//! All lessons, by chapters, with ticks at those that are done.

use std::rc::Rc;

use loopscope_lessons::Course;
use yew::prelude::*;

use super::Act;
use crate::components::icons::{Icon, icon};
use crate::course::is_done;

/// The course, which lesson is open, and what is done.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) course: Rc<Course>,
    pub(super) at: usize,
    pub(super) progress: Rc<[u8]>,
    pub(super) on_act: Callback<Act>,
}

/// The list.
#[component]
pub(super) fn Contents(props: &Props) -> Html {
    let lessons = &props.course.lessons;
    let item = |at: usize| {
        let done = is_done(&props.course, &props.progress, at);
        let go = props.on_act.reform(move |_: MouseEvent| Act::Go(at));
        let current = (at == props.at).then_some("step");
        html! {
            <li>
                <button class="lesson-item" onclick={go} aria-current={current} data-testid="lesson-item" data-slug={lessons[at].slug.clone()}
                    data-done={done.to_string()}>
                    <span class="lesson-number">
                        if done { { icon(Icon::Check) }<span class="visually-hidden">{"done: "}</span> } else { { at + 1 } }
                    </span>
                    { &lessons[at].title }
                </button>
            </li>
        }
    };
    let mut chapters = Vec::new();
    let mut from = 0;
    while from < lessons.len() {
        let chapter = &lessons[from].chapter;
        let to = lessons[from..]
            .iter()
            .position(|lesson| lesson.chapter != *chapter)
            .map_or(lessons.len(), |n| from + n);
        chapters.push(html! {
            <>
                <h3>{ chapter }</h3>
                <ol>{ for (from..to).map(item) }</ol>
            </>
        });
        from = to;
    }
    html! { <nav class="lesson-list" aria-label="All lessons">{ for chapters }</nav> }
}
