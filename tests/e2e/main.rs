//! The release page in Chromium, as its users meet it: `cargo xtask test` builds it and runs these.
//!
//! A test opens browsers with fresh profiles, does what a person would do, and waits for what the person
//! would see. No test sleeps; a condition that does not come true fails with what the page shows. An error
//! on the browser's console fails a test too.
#![forbid(unsafe_code)]

mod accessibility;
mod asking;
mod drafts;
mod drag;
mod editing;
mod embed;
mod examples;
mod exports;
mod first_visit;
mod fix;
mod groups;
mod history;
mod hostile;
mod insights;
mod keys;
mod leaks;
mod lessons;
mod many_tasks;
mod offline;
mod parts;
mod pausing;
mod phone;
mod policy;
mod predict;
mod running;
mod share_dialog;
mod sharing;
mod stepping;
mod timeline;
mod travel;
mod why;
mod widths;

/// Two tasks side by side: 3 s of waiting in 2 s. The comments and the odd spacing must survive edits.
const TWO_TASKS: &str = "\
import asyncio


async def brew(what, seconds):   # a comment
    await asyncio.sleep(seconds)
    print(what, 'is ready')


async def main():
    await asyncio.gather(
        brew('tea',   1),
        brew('coffee',   2),  # the long one
    )


asyncio.run(main())
";
