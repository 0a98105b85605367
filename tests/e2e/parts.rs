//! The lines between the parts of the page: dragged, moved with keys, kept, and taken back.

use loopscope_tests::browser::{Look, Page, Result, in_browser};

const RIGHT: &str = "\u{e014}";
const UP: &str = "\u{e013}";

async fn height(page: &Page) -> Result<f64> {
    Ok(page.script("return $('timeline').offsetHeight").await?.as_f64().unwrap_or(0.0))
}

async fn width(page: &Page) -> Result<f64> {
    Ok(page
        .script("return document.querySelector('.pane-source').offsetWidth")
        .await?
        .as_f64()
        .unwrap_or(0.0))
}

#[test]
fn the_timeline_gets_the_room_that_it_is_given() {
    in_browser("parts", async |lab| {
        let page = lab.open(Look::DESK, "").await?;
        page.until_state("finished").await?;
        let (before, usual) = (height(&page).await?, width(&page).await?);

        let (x, y) = page.middle("horizontal").await?;
        page.swipe(&[(x, y), (x, y + 40.0), (x, y + 80.0)]).await?;
        let after = height(&page).await?;
        assert!((after - before - 80.0).abs() < 6.0, "{before} and 80 more: {after}");
        // The canvas goes with it.
        page.until(
            "the canvas is as high",
            "Math.abs(document.querySelector('canvas').offsetHeight - $('timeline').offsetHeight) < 2",
        )
        .await?;

        // With keys, each of them.
        page.script("$('horizontal').focus()").await?;
        page.press(UP).await?;
        assert!((height(&page).await? - after + 20.0).abs() < 4.0, "20 pixels up");
        page.script("$('vertical').focus()").await?;
        page.press(&RIGHT.repeat(3)).await?;
        let wide = width(&page).await?;
        assert!((wide - usual - 60.0).abs() < 6.0, "{usual} and 60 more: {wide}");
        let told = page.script("return +$('vertical').ariaValueNow").await?.as_f64().unwrap_or(0.0);
        assert!((30.0..60.0).contains(&told), "{told}");

        // Dragged with a mouse over the editor, it selects nothing there.
        let (x, y) = page.middle("vertical").await?;
        page.hold(&[(x, y), (x - 30.0, y + 20.0), (x - 60.0, y + 40.0)]).await?;
        page.lift().await?;
        let back = width(&page).await?;
        assert!((wide - back - 60.0).abs() < 6.0, "{wide} and 60 less: {back}");
        assert_eq!(page.script("return getSelection().toString()").await?, "");
        let wide = back;

        // The next visit has it so, and a double click takes it back.
        page.reload().await?;
        page.until_state("finished").await?;
        assert!((width(&page).await? - wide).abs() < 2.0, "kept");
        page.script("$('vertical').dispatchEvent(new MouseEvent('dblclick', {bubbles: true}))").await?;
        assert!((width(&page).await? - usual).abs() < 2.0, "as usual");
        Ok(())
    });
}
