//! Dragging the end of a sleep: the number behind it changes in the source, and the timeline with it.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

const LEFT: &str = "\u{e012}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";
const HOME: &str = "\u{e011}";
const ESCAPE: &str = "\u{e00c}";
const UNDO: &str = "\u{e009}z\u{e000}";

/// Chooses a span with keys (arrows), and gives the place of its end.
async fn end_of(page: &Page, keys: &str) -> Result<(f64, f64)> {
    page.script("document.querySelector('.timeline-scroll').focus()").await?;
    page.press(keys).await?;
    page.middle("grip").await
}

/// The steps of a move of `by` pixels to the right.
fn path((x, y): (f64, f64), by: f64) -> Vec<(f64, f64)> {
    (0..=8).map(|step| (x + by * f64::from(step) / 8.0, y)).collect()
}

/// The number that stands where `brew('coffee', 2)` had its 2.
async fn coffee(page: &Page) -> Result<f64> {
    let source = page.source().await?;
    let number = source.split("brew('coffee',   ").nth(1).and_then(|rest| rest.split(')').next());
    Ok(number.ok_or("the call is there")?.parse()?)
}

/// The first sleep of coffee's task: its third lane, second span.
const COFFEE: &str = "\u{e015}\u{e015}\u{e015}\u{e011}\u{e014}\u{e014}";

#[test]
fn the_number_behind_a_sleep_follows_its_end() {
    in_browser("drag", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        let end = end_of(&page, COFFEE).await?;

        // To the left, and it is still held: everything is drawn anew meanwhile.
        let to = path(end, -200.0);
        page.hold(&to).await?;
        page.until(
            "the run is shorter",
            "+$('timeline').dataset.total < 1.9 && +$('timeline').dataset.total > 1",
        )
        .await?;
        let value = coffee(&page).await?;
        assert!((value * 10.0 - (value * 10.0).round()).abs() < 1e-9, "tenths of a second: {value}");
        let grip = page.middle("grip").await?;
        assert!(
            (grip.0 - (end.0 - 200.0)).abs() < 30.0,
            "the end is where the pointer is: {grip:?} from {end:?}"
        );
        let note = page.texts("drag-note").await?.concat();
        assert!(note.contains("line 12") && note.contains(&value.to_string()), "{note}");

        // Back to a whole number of seconds: written as an integer again.
        page.pull(&[(end.0 - 200.0, end.1), end]).await?;
        page.until("two seconds again", "$('timeline').dataset.total === '2.000'").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS);
        page.pull(&path(end, -100.0)).await?;
        page.lift().await?;
        page.until("the drag is over", "$('drag-undo')").await?;
        let changed = page.source().await?;
        assert_ne!(changed, super::TWO_TASKS);
        assert!(changed.contains("# a comment") && changed.contains("# the long one"), "{changed}");

        // All of it is one step of the history.
        page.press(UNDO).await?;
        page.until("two seconds again", "$('timeline').dataset.total === '2.000'").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS);
        Ok(())
    });
}

#[test]
fn escape_takes_a_drag_back() {
    in_browser("drag-escape", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        let before = page.script("return $('undo').disabled").await?;
        let end = end_of(&page, COFFEE).await?;
        page.hold(&path(end, -250.0)).await?;
        page.until("the run is shorter", "+$('timeline').dataset.total < 1.9").await?;
        page.press(ESCAPE).await?;
        page.until("everything is as before", "$('timeline').dataset.total === '2.000'").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS);
        assert_eq!(
            page.script("return $('undo').disabled").await?,
            before,
            "there is no step of it in the history"
        );
        page.lift().await?;
        assert_eq!(page.source().await?, super::TWO_TASKS);
        Ok(())
    });
}

#[test]
fn equal_numbers_are_told_apart_by_the_run() {
    in_browser("drag-equal", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        let source = "import asyncio\n\nasync def main():\n    for delay in [1, 1, 1]:\n        await asyncio.sleep(delay)\n\nasyncio.run(main())\n";
        page.set_source(source, "finished").await?;
        page.until("three seconds", "$('timeline').dataset.total === '3.000'").await?;
        // The sleep in the middle: ready, running, and so on before it.
        let end = end_of(&page, &format!("{DOWN}{HOME}{}", RIGHT.repeat(5))).await?;
        page.hold(&path(end, -60.0)).await?;
        page.until("the run is shorter", "+$('timeline').dataset.total < 3").await?;
        page.lift().await?;
        page.until("the second number changed", r"/\[1, 0\.\d, 1\]/.test(window.loopscope.getSource())")
            .await?;
        Ok(())
    });
}

#[test]
fn what_no_number_explains_is_said() {
    in_browser("drag-random", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        let source = "import asyncio, random\n\nasync def main():\n    await asyncio.sleep(random.uniform(1, 2))\n\nasyncio.run(main())\n";
        page.set_source(source, "finished").await?;
        let end = end_of(&page, &format!("{DOWN}{RIGHT}{RIGHT}")).await?;
        page.hold(&path(end, -80.0)).await?;
        page.until("the reason is there", "$('drag-note')").await?;
        let said = page.texts("drag-note").await?;
        assert_eq!(said, ["This delay is random: random.uniform(1, 2). No single number sets it."]);
        page.lift().await?;
        assert_eq!(page.source().await?, source);
        Ok(())
    });
}

#[test]
fn keys_do_what_a_drag_does() {
    in_browser("drag-keys", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        end_of(&page, COFFEE).await?;
        // Alt is held for three steps: together they are one.
        page.press(&format!("\u{e00a}{RIGHT}{RIGHT}{RIGHT}\u{e000}")).await?;
        page.until("three tenths longer", "$('timeline').dataset.total === '2.300'").await?;
        page.press(&format!("\u{e00a}\u{e008}{LEFT}\u{e000}")).await?;
        page.until("a hundredth shorter", "$('timeline').dataset.total === '2.290'").await?;
        page.press(UNDO).await?;
        page.until("that is taken back", "$('timeline').dataset.total === '2.300'").await?;
        page.press(UNDO).await?;
        page.until("and the three", "$('timeline').dataset.total === '2.000'").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS);
        Ok(())
    });
}

#[test]
fn a_finger_drags_what_it_has_tapped() {
    in_browser("drag-touch", async |lab| {
        let page = lab.open(Look::PHONE, "").await?;
        page.set_source(super::TWO_TASKS, "finished").await?;
        let end = end_of(&page, COFFEE).await?;
        page.swipe(&path(end, -60.0)).await?;
        page.until("the run is shorter", "+$('timeline').dataset.total < 1.9").await?;
        page.until("the drag is over", "$('drag-undo')").await?;
        page.click("drag-undo").await?;
        page.until("one tap takes it back", "$('timeline').dataset.total === '2.000'").await?;
        assert_eq!(page.source().await?, super::TWO_TASKS);
        Ok(())
    });
}
