//! On a narrow page the same parts, one at a time.

use yew::prelude::*;

/// A part of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tab {
    /// The timeline; what a visitor sees first.
    Timeline,
    /// The editor with its panel.
    Source,
    /// The output.
    Output,
    /// What the loop holds at the playhead.
    Loop,
    /// What is worth knowing about the run.
    Insights,
    /// A step of the course, with the timeline under it.
    Lesson,
}

impl Tab {
    const ALL: [Tab; 6] = [Tab::Lesson, Tab::Timeline, Tab::Source, Tab::Output, Tab::Loop, Tab::Insights];
    /// Those that share the place under the timeline.
    pub(crate) const LOWER: [Tab; 3] = [Tab::Output, Tab::Loop, Tab::Insights];

    /// Whether it has its place under the timeline.
    pub(crate) fn is_lower(self) -> bool {
        Tab::LOWER.contains(&self)
    }

    /// Its name in classes.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Tab::Timeline => "timeline",
            Tab::Source => "source",
            Tab::Output => "output",
            Tab::Loop => "loop",
            Tab::Insights => "insights",
            Tab::Lesson => "lesson",
        }
    }

    /// Its name for a person.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Tab::Timeline => "Timeline",
            Tab::Source => "Code",
            Tab::Output => "Output",
            Tab::Loop => "Loop",
            Tab::Insights => "Insights",
            Tab::Lesson => "Learn",
        }
    }
}

/// Which one is shown, and whom to tell of a choice.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) shown: Tab,
    /// Whether there is a course.
    pub(crate) course: bool,
    /// How many insights there are.
    pub(crate) insights: usize,
    pub(crate) on_show: Callback<Tab>,
}

/// A number on the tab of the insights, if there are any.
pub(crate) fn count(tab: Tab, insights: usize) -> Html {
    if tab != Tab::Insights || insights == 0 {
        return Html::default();
    }
    html! { <span class="tab-count" data-testid="insights-count">{ insights }</span> }
}

/// The row of tabs; the style sheet shows it on narrow pages only.
#[component]
pub(crate) fn Tabs(props: &Props) -> Html {
    let tabs = Tab::ALL.into_iter().filter(|tab| props.course || *tab != Tab::Lesson).map(|tab| {
        let show = props.on_show.reform(move |_: MouseEvent| tab);
        let current = (tab == props.shown).then_some("page");
        html! {
            <button class="tab" data-testid={format!("tab-{}", tab.name())} aria-current={current} onclick={show}>
                { tab.label() }{ count(tab, props.insights) }
            </button>
        }
    });
    html! { <nav class="tabs" aria-label="Parts of the page">{ for tabs }</nav> }
}
