//! The same page at the width of a phone.

use loopscope_tests::browser::{Look, in_browser};

#[test]
fn a_phone_shows_the_timeline_first_and_scrolls_only_down() {
    in_browser("phone", async |lab| {
        let page = lab.open(Look::PHONE, "").await?;
        page.until_state("finished").await?;
        let fits = page.script("return document.documentElement.scrollWidth <= innerWidth").await?;
        assert_eq!(fits, true, "nothing is wider than the screen");
        let first = page
            .script("const box = $('timeline').getBoundingClientRect(); return box.width > 200 && box.top >= 0 && box.top < innerHeight / 2")
            .await?;
        assert_eq!(first, true, "the timeline is in the upper half of the screen");
        Ok(())
    });
}

#[test]
fn a_phone_on_its_side_shows_one_part_at_a_time() {
    in_browser("phone-across", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        page.resize(844, 390).await?;
        page.until("the timeline has the room", "$('timeline').offsetHeight > 100").await?;
        page.click("tab-output").await?;
        page.until("then the output", "$('output').offsetHeight > 100 && !$('timeline').offsetHeight").await
    });
}

const ONE_AFTER_ANOTHER: &str = "\
import asyncio


async def fetch(seconds):
    await asyncio.sleep(seconds)


async def main():
    await fetch(2)
    await fetch(1)


asyncio.run(main())
";

#[test]
fn a_fix_with_its_totals_fits_its_button_and_a_step_uncovers_the_timeline() {
    in_browser("phone-fix", async |lab| {
        let page = lab.open(Look::PHONE, "").await?;
        page.set_source(ONE_AFTER_ANOTHER, "finished").await?;
        page.until("the tab says how many", "$('tab-insights').textContent.endsWith('1')").await?;
        page.click("tab-insights").await?;
        page.until("a fix with its totals", "$('insight-fix')?.textContent.includes('→')").await?;
        let fits =
            page.script("const fix = $('insight-fix'); return fix.scrollWidth <= fix.clientWidth").await?;
        assert_eq!(fits, true);

        // The way into the timeline marks the lane; what is told of it goes with the next step.
        page.script("$('insights').querySelector('button').click()").await?;
        page.until("the lane is told of", "document.querySelector('.tooltip')").await?;
        page.click("next-step").await?;
        page.until("nothing covers the timeline", "!document.querySelector('.tooltip')").await
    });
}

#[test]
fn the_verdict_on_a_prediction_comes_into_sight() {
    in_browser("phone-verdict", async |lab| {
        let page = lab.open(Look::PHONE, "?lesson=gather").await?;
        page.find("[data-testid=predict-run]:not([disabled])").await?;
        page.click("predict-run").await?;
        page.until(
            "the verdict and its lines are seen",
            "(() => { const body = document.querySelector('.lesson-body')?.getBoundingClientRect(); \
              const [verdict] = $$('predict-verdict'); const last = $$('predict-result').at(-1); \
              return verdict?.textContent.includes('of 3') && last \
                && verdict.getBoundingClientRect().top >= body.top - 30 \
                && last.getBoundingClientRect().bottom <= body.bottom + 1; })()",
        )
        .await
    });
}
