//! The browser driver where it belongs: compiled to wasm32, in a page of headless Chromium.
//!
//!     cargo test -p loopscope-tests --target wasm32-unknown-unknown --test browser_driver
//!
//! needs wasm-bindgen-test-runner, which `cargo xtask setup` installs; webdriver.json starts Chromium.
#![forbid(unsafe_code)]
#![cfg(target_arch = "wasm32")]

mod conformance;
mod driver;
mod play;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
