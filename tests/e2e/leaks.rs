//! Runs leave nothing behind in the page: its memory does not grow however often a program is edited.

use loopscope_tests::browser::{Look, Result, in_browser};
use loopscope_tests::programs;
use serde_json::Value;

/// Each example is run so often, each time with another text.
const ROUNDS: u32 = 20;
/// After so many rounds every buffer has the size that it needs.
const WARM: u32 = 5;

/// Begins the rounds; `rounds.memory` has the bytes of the engine's memory after each.
const BEGIN: &str = "
    const settled = async () => {
        do await new Promise(done => setTimeout(done)); while (
            !$('timeline') || $('timeline').closest('.stale') || $('timeline').dataset.state === 'running'
        );
    };
    globalThis.rounds = { memory: [], done: false };
    (async () => {
        for (let round = 0; round < arguments[1]; round++) {
            for (const source of arguments[0]) {
                loopscope.setSource(source + '\\n'.repeat(round % 2));
                await settled();
            }
            rounds.memory.push(engine.memory.buffer.byteLength);
        }
        rounds.done = true;
    })();
";

#[test]
fn editing_for_long_does_not_take_more_memory() {
    in_browser("leaks", async |lab| {
        let page = lab.start_browser(Look::DESK).await?;
        page.before_load(
            "addEventListener('TrunkApplicationStarted', e => { globalThis.engine = e.detail.wasm })",
        )
        .await?;
        page.goto("").await?;
        page.until_state("finished").await?;
        let examples = programs::programs().iter().filter(|program| program.folder() == "examples");
        let sources: Vec<Value> = examples.map(|program| program.source.into()).collect();
        page.script_with(BEGIN, vec![sources.into(), ROUNDS.into()]).await?;
        for round in 1..=ROUNDS {
            page.until(&format!("round {round} is over"), &format!("rounds.memory.length >= {round}"))
                .await?;
        }
        let memory: Vec<u64> = serde_json::from_value(page.script("return rounds.memory").await?)?;
        let (warm, last) = (memory[WARM as usize - 1], memory[ROUNDS as usize - 1]);
        if warm == last { Result::Ok(()) } else { Err(format!("the memory grows: {memory:?}").into()) }
    });
}
