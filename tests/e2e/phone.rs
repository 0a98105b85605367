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
