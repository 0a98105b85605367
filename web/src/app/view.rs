//! How the page is put together from its components. What they show is state of the application; they send messages.

use std::rc::Rc;

use yew::prelude::*;

use super::App;
use crate::components::delays::Delays;
use crate::components::drafts::DraftLine;
use crate::components::editor_pane::EditorPane;
use crate::components::header::Header;
use crate::components::help::Help;
use crate::components::lower::Lower;
use crate::components::notices::Notices;
use crate::components::play_bar::PlayBar;
use crate::components::share::Share;
use crate::components::tabs::Tabs;
use crate::components::timeline_pane::TimelinePane;

impl App {
    pub(super) fn page(&self) -> Html {
        let on = &self.on;
        html! {
            <div class={classes!(
                "page",
                format!("tab-{}", self.tab.name()),
                self.learning.is_some().then_some("learning"),
                self.is_predicting().then_some("predicting"),
            )}>
                <Header
                    running={self.live.is_some()}
                    paused={self.live.as_ref().is_some_and(|playing| playing.paused)}
                    on_pause={on.pause.clone()}
                    on_step={on.step.clone()}
                    speed={self.settings.speed}
                    theme={self.theme}
                    whole={self.whole.clone()}
                    example={self.example}
                    learning={self.learning.is_some()}
                    on_learn={on.course.clone()}
                    on_run={on.run.clone()}
                    on_stop={on.stop.clone()}
                    on_speed={on.speed.clone()}
                    on_example={on.example.clone()}
                    on_share={on.share.clone()}
                    on_theme={on.theme.clone()}
                    on_help={on.help.clone()}
                />
                <Tabs
                    shown={self.tab}
                    course={self.learning.is_some() || !self.options.embed}
                    insights={self.advice.insights.len()}
                    on_show={on.show.clone()}
                />
                <main class="panes">
                    { self.lesson() }
                    <div class="pane pane-source">
                        if let Some(names) = self.draft_names() {
                            <DraftLine {names} on_open={on.open_draft.clone()} on_hide={on.hide_drafts.clone()} />
                        }
                        <EditorPane
                            editor={self.editor.clone()}
                            source={Rc::clone(&self.source)}
                            on_text={on.text.clone()}
                            on_visit={on.visit.clone()}
                            on_missing={on.missing.clone()}
                        />
                        <Delays
                            source={Rc::clone(&self.source)}
                            outline={Rc::clone(&self.outline)}
                            fits={self.outline_fits}
                            history={self.editor.history()}
                            on_edit={on.edit.clone()}
                            on_gesture={on.gesture.clone()}
                            on_history={on.history.clone()}
                            on_line={on.reveal.clone()}
                        />
                    </div>
                    <TimelinePane
                        picture={self.drawn.clone()}
                        refusal={self.refusal.clone()}
                        stale={self.stale}
                        busy={self.busy}
                        theme={self.theme}
                        at={self.options.t}
                        playhead={self.playhead}
                        now={self.held_at()}
                        playing={self.replay.is_some()}
                        target={self.target}
                        ghost={self.ghost.clone()}
                        on_lay={on.lay.clone()}
                        on_seek={on.seek.clone()}
                        on_travel={on.travel.clone()}
                        on_scrub={on.scrub.clone()}
                        on_export={on.export.clone()}
                        on_line={on.reveal.clone()}
                        on_point={on.point.clone()}
                        source={Rc::clone(&self.source)}
                        settings={self.settings}
                        answers={Rc::clone(&self.answers)}
                        on_gesture={on.gesture.clone()}
                        on_history={on.history.clone()}
                    />
                    { splitter("splitter columns", "vertical", "Width of the code") }
                    { splitter("splitter rows", "horizontal", "Height of the timeline") }
                    <PlayBar
                        picture={self.drawn.clone()}
                        playhead={self.playhead}
                        now={self.held_at()}
                        paused={self.live.as_ref().is_some_and(|playing| playing.paused)}
                        playing={self.replay.is_some()}
                        visits={self.visits()}
                        on_travel={on.travel.clone()}
                    />
                    <Lower
                        shown={self.lower}
                        on_show={on.lower.clone()}
                        picture={self.drawn.clone()}
                        printed={self.printed.clone()}
                        playhead={self.playhead}
                        now={self.held_at()}
                        on_seek={on.seek.clone()}
                        stale={self.stale}
                        answers={Rc::clone(&self.answers)}
                        advice={self.advice.clone()}
                        settings={self.settings}
                        on_look={on.look.clone()}
                        on_fix={on.fix.clone()}
                        on_line={on.reveal.clone()}
                        on_answer={on.answer.clone()}
                        on_forget={on.forget.clone()}
                    />
                </main>
                <Notices notices={self.notices.clone()} on_dismiss={on.dismiss.clone()} />
                <Help open={self.help} on_open={on.help.clone()} />
                <Share offer={self.offer.clone()} on_open={on.share.clone()} />
            </div>
        }
    }
}

/// A line between two parts that can be moved; `boot.js` hears what is done to it.
fn splitter(class: &'static str, orientation: &'static str, name: &'static str) -> Html {
    html! {
        <div {class} data-testid={orientation} role="separator" tabindex="0" aria-orientation={orientation} aria-label={name} aria-valuenow="50"
            title="Drag it, or use the arrow keys; press twice for the usual size" />
    }
}
