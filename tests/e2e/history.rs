//! Undo and redo: one history for the editor, the panel and the timeline, wherever the focus is.

use loopscope_tests::browser::{Look, in_browser};

const UNDO: &str = "\u{e009}z\u{e000}";
const REDO: &str = "\u{e009}\u{e008}z\u{e000}";
const RIGHT: &str = "\u{e014}";
/// Control and End: to the end of the text.
const END: &str = "\u{e009}\u{e010}\u{e000}";
/// Home of the timeline's third lane, and two spans on: coffee's sleep.
const COFFEE: &str = "\u{e015}\u{e015}\u{e015}\u{e011}\u{e014}\u{e014}";

#[test]
fn changes_of_all_kinds_are_taken_back_in_turn() {
    in_browser("history", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        let mut texts = vec![page.source().await?];

        page.find(".cm-content").await?.click().await?;
        page.press(&format!("{END}# typed")).await?;
        page.until("it is typed", "window.loopscope.getSource().endsWith('# typed')").await?;
        texts.push(page.source().await?);

        page.until("two sliders", "$$('delay-slider').length === 2").await?;
        page.script("$$('delay-slider')[1].focus()").await?;
        page.press(RIGHT).await?;
        page.until("the panel changed it", "$('timeline').dataset.total === '2.500'").await?;
        texts.push(page.source().await?);

        page.script("document.querySelector('.timeline-scroll').focus()").await?;
        page.press(COFFEE).await?;
        page.until("a sleep is chosen", "$('grip')").await?;
        page.press(&format!("\u{e00a}{RIGHT}\u{e000}")).await?;
        page.until("the timeline changed it", "$('timeline').dataset.total === '2.600'").await?;
        texts.push(page.source().await?);

        page.script("$$('task-form').find(e => e.dataset.form === 'TaskGroup').click()").await?;
        page.until("the panel rewrote it", "window.loopscope.getSource().includes('TaskGroup')").await?;
        texts.push(page.source().await?);

        // Back with the focus on a button, the timeline and a slider; and forth again.
        for (index, focus) in [".form", ".timeline-scroll", ".slider", ".cm-content"].into_iter().enumerate()
        {
            page.script_with("document.querySelector(arguments[0]).focus()", vec![focus.into()]).await?;
            page.press(UNDO).await?;
            let before = texts[texts.len() - 2 - index].clone();
            page.until_with(focus, "window.loopscope.getSource() === arguments[0]", vec![before.into()])
                .await?;
        }
        for (index, focus) in [".cm-content", ".slider", ".timeline-scroll"].into_iter().enumerate() {
            page.script_with("document.querySelector(arguments[0]).focus()", vec![focus.into()]).await?;
            page.press(REDO).await?;
            let after = texts[index + 1].clone();
            page.until_with(focus, "window.loopscope.getSource() === arguments[0]", vec![after.into()])
                .await?;
        }
        page.click("redo").await?;
        let last = texts[4].clone();
        page.until_with("the button too", "window.loopscope.getSource() === arguments[0]", vec![last.into()])
            .await?;
        page.until("nothing is left to do again", "$('redo').disabled && !$('undo').disabled").await?;
        Ok(())
    });
}

#[test]
fn a_field_takes_back_what_is_only_typed() {
    in_browser("history-field", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        page.until("the fields are there", "$$('task-arg').length === 4").await?;
        page.script("$$('task-arg')[0].focus()").await?;
        page.press("x").await?;
        page.press(UNDO).await?;
        page.until("the field is as it was", "$$('task-arg')[0].value === \"'tea'\"").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS, "the program was not touched");
        Ok(())
    });
}
