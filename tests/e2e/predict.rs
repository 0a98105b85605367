//! Predict first: lines are put in order with a pointer, with keys and with buttons, and compared with the run.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

/// What the program of the lesson prints, as CPython does (`tests/programs/lessons/gather.out`).
const PRINTED: [&str; 3] = ["cake is out of the oven", "bread is out of the oven", "['bread', 'cake']"];

async fn open(page: &Page) -> Result<()> {
    page.goto("?lesson=gather").await?;
    page.until("the lines are there to arrange", "$$('predict-line').length === 3").await
}

/// Moves a line to a place with the arrow keys.
async fn arrange(page: &Page, line: &str, place: usize) -> Result<()> {
    loop {
        let lines = page.texts("predict-line").await?;
        let at = lines.iter().position(|found| found == line).ok_or("the line is there")?;
        if at == place {
            return Ok(());
        }
        page.script_with("$$('predict-line')[arguments[0]].focus()", vec![at.into()]).await?;
        page.press(if at > place { "\u{e013}" } else { "\u{e015}" }).await?;
        let next = if at > place { at - 1 } else { at + 1 };
        page.until_with(
            "the line moves, and keeps the focus",
            "$$('predict-line')[arguments[0]]?.textContent === arguments[1] \
             && document.activeElement === $$('predict-line')[arguments[0]]",
            vec![next.into(), line.into()],
        )
        .await?;
    }
}

async fn arrange_all(page: &Page, order: &[&str]) -> Result<()> {
    for (place, line) in order.iter().enumerate() {
        arrange(page, line, place).await?;
    }
    Ok(())
}

async fn compared(page: &Page) -> Result<Vec<bool>> {
    page.click("predict-run").await?;
    page.until("the run is compared", "$('predict-verdict')?.textContent.includes('order')").await?;
    let right = page.script("return $$('predict-result').map(e => e.dataset.right === 'true')").await?;
    Ok(right.as_array().into_iter().flatten().filter_map(serde_json::Value::as_bool).collect())
}

#[test]
fn what_is_to_be_predicted_is_not_shown_before() {
    in_browser("veil", async |lab| {
        let page = lab.start_browser(Look::DESK).await?;
        open(&page).await?;
        assert_ne!(page.texts("predict-line").await?, PRINTED, "the order is not given away");
        let hidden = "getComputedStyle($('output')).visibility === 'hidden' && getComputedStyle($('timeline')).visibility === 'hidden'";
        page.until("timeline and output are hidden", hidden).await?;
        page.click("predict-show").await?;
        page.until("they are shown to who does not want to predict", &format!("!({hidden})")).await
    });
}

#[test]
fn the_right_order_is_all_right() {
    in_browser("right", async |lab| {
        let page = lab.start_browser(Look::DESK).await?;
        open(&page).await?;
        arrange_all(&page, &PRINTED).await?;
        page.until("what was moved is said", "/now \\d of 3/.test($('predict-said').textContent)").await?;
        assert_eq!(compared(&page).await?, [true; 3]);
        page.until("the page says so", "$('predict-verdict').textContent.includes('All in order')").await
    });
}

#[test]
fn where_the_run_differs_it_says_why_and_leads_to_the_moment() {
    in_browser("why", async |lab| {
        let page = lab.start_browser(Look::DESK).await?;
        open(&page).await?;
        arrange_all(&page, &[PRINTED[2], PRINTED[0], PRINTED[1]]).await?;
        assert_eq!(compared(&page).await?, [true, true, false]);
        let told = page.texts("predict-result").await?;
        assert!(
            told[2].contains("You had it 1st.") && told[2].contains("gathered on line 11 had ended"),
            "{told:?}"
        );
        page.script("$$('predict-moment')[0].click()").await?;
        page.until(
            "the output ends at that moment",
            "document.querySelectorAll('.output-line.later').length === 2",
        )
        .await
    });
}

#[test]
fn lines_are_dragged_and_moved_with_buttons() {
    in_browser("drag", async |lab| {
        let page = lab.start_browser(Look::DESK).await?;
        open(&page).await?;
        let before = page.texts("predict-line").await?;
        // The last line onto the first, step by step, as a pointer does.
        page.script(
            "const rows = $$('predict-line').map(e => e.closest('li')); \
             const middle = e => { const box = e.getBoundingClientRect(); return {clientX: box.left + 60, clientY: box.top + box.height / 2}; }; \
             const send = (e, type, at) => e.dispatchEvent(new PointerEvent(type, {bubbles: true, pointerId: 1, button: 0, pointerType: 'mouse', ...at})); \
             send(rows[2].querySelector('.predict-line'), 'pointerdown', middle(rows[2])); \
             window.__step = place => send(rows[0].parentElement, 'pointermove', middle(rows[place])); \
             window.__lift = () => send(rows[0].parentElement, 'pointerup', middle(rows[0]))",
        )
        .await?;
        page.script("window.__step(1)").await?;
        page.until_with(
            "it is one up",
            "$$('predict-line')[1].textContent === arguments[0]",
            vec![before[2].clone().into()],
        )
        .await?;
        page.script("window.__step(0); window.__lift()").await?;
        page.until_with(
            "it is on top",
            "$$('predict-line')[0].textContent === arguments[0]",
            vec![before[2].clone().into()],
        )
        .await?;
        // Lifted, it follows no more.
        page.script("window.__step(2)").await?;
        page.script("$$('predict-down')[0].click()").await?;
        page.until_with(
            "the button moves it by one",
            "$$('predict-line')[1].textContent === arguments[0]",
            vec![before[2].clone().into()],
        )
        .await
    });
}

#[test]
fn a_change_of_the_program_ends_the_prediction() {
    in_browser("predict-edit", async |lab| {
        let page = lab.start_browser(Look::DESK).await?;
        open(&page).await?;
        page.script("loopscope.setSource(loopscope.getSource() + 'print(1)\\n')").await?;
        page.until("nothing is asked any more", "$$('predict-line').length === 0").await?;
        page.until_state("finished").await?;
        page.click("lesson-again").await?;
        page.until("it is asked again", "$$('predict-line').length === 3").await
    });
}
