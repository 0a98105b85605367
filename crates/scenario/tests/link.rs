//! The share link: what goes in comes out, and what was damaged on its way is refused.

use loopscope_scenario::link::{MAX_LINK_BYTES, decode, encode};
use loopscope_scenario::{EXAMPLES, LinkError, MAX_SOURCE_BYTES, Scenario, Settings};

/// A link of version 1 as it was given out. It must be read for ever: never change it.
const LINK_V1: &str = "#v1.PYxNCsIwEIX3OcWAkCYbCeI_9DDRjnQgnQlJRcwxvIAbD-gRrG3p27y3-N632-PRuYvXOSI29Vbnfx10K4mKcH1yirooqQefn3wlUWoc0OANOk9s7FnBEP_wtEDrHBCj2ViAFZRS4Pt-fUYsJuLeVC2GIJWdZcMh3dlMOqt-";

fn scenario(source: &str, settings: Settings) -> Scenario {
    Scenario { source: source.to_owned(), settings }
}

fn check(source: &str, settings: Settings) {
    let scenario = scenario(source, settings);
    let link = encode(&scenario).expect("small enough");
    assert!(link.starts_with("#v1."), "{link}");
    assert!(link[1..].bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)), "{link}");
    assert_eq!(decode(&link), Ok(Some(scenario.clone())), "with #");
    assert_eq!(decode(&link[1..]), Ok(Some(scenario)), "without #");
}

#[test]
fn what_goes_in_comes_out() {
    let default = Settings::default();
    for source in ["", "\n", "\r\n\t\0", "x", "&speed=9\nx", "print('héllo 🦀 \u{2028}')\n"] {
        check(source, default);
        check(source, Settings { speed: 2.5, seed: u64::MAX, horizon: 120.0 });
    }
    for example in EXAMPLES {
        check(example.source, default);
    }
    check(&"x".repeat(MAX_SOURCE_BYTES), default);
}

#[test]
fn the_worst_source_fits_in_a_link() {
    // Four bytes per character from the whole of Unicode: as incompressible as UTF-8 gets.
    let mut random = Random(7);
    let source: String = std::iter::from_fn(|| char::from_u32(0x1_0000 + random.below(0x10_0000)))
        .take(MAX_SOURCE_BYTES / 4)
        .collect();
    assert_eq!(source.len(), MAX_SOURCE_BYTES);
    let link = encode(&Scenario::new(source.as_str())).expect("small enough");
    assert!(link.len() < MAX_LINK_BYTES, "{}", link.len());
    assert_eq!(decode(&link).map(|found| found.map(|scenario| scenario.source)), Ok(Some(source)));
}

#[test]
fn a_link_of_version_1_is_read_for_ever() {
    let expected = scenario(
        "import asyncio\n\nasync def main():\n    await asyncio.sleep(2)  # zzz 💤\n    print('hello')\n\nasyncio.run(main())\n",
        Settings { speed: 4.0, seed: 7, horizon: 90.0 },
    );
    assert_eq!(decode(LINK_V1), Ok(Some(expected.clone())), "written today: {:?}", encode(&expected));
    // A newer compressor may find a shorter form; it must still be the same scenario.
    let again = encode(&expected).expect("small enough");
    assert_eq!(decode(&again), Ok(Some(expected)));
}

#[test]
fn default_settings_take_no_room() {
    let plain = encode(&Scenario::new("x = 1")).expect("small");
    let same = encode(&scenario("x = 1", Settings { speed: 1.0, seed: 0, horizon: 60.0 })).expect("small");
    assert_eq!(plain, same);
}

#[test]
fn settings_out_of_range_are_clamped() {
    let wild = Settings { speed: 1e9, seed: 1, horizon: f64::NAN };
    let link = encode(&scenario("x", wild)).expect("small");
    let read = decode(&link).expect("good").expect("a scenario").settings;
    assert_eq!(read, Settings { speed: 100.0, seed: 1, horizon: 60.0 });
}

#[test]
fn a_fragment_that_is_no_link_is_none() {
    for fragment in ["", "#", "#top", "#about-v1.x", "#version", "#v1-notes", "x", "#V1.abc", "#é", "#vé"] {
        assert_eq!(decode(fragment), Ok(None), "{fragment}");
    }
}

#[test]
fn each_refusal_has_its_sentence() {
    let check = |fragment: &str, error: LinkError, sentence: &str| {
        assert_eq!(decode(fragment), Err(error), "{fragment}");
        assert_eq!(error.to_string(), sentence);
    };
    let damaged = "This link is damaged or was cut short, so the program in it cannot be read.";
    for fragment in
        ["#v", "#v1", "#v1.", "#v1.A", "#v1.!!!!", "#v0.AAAA", "#v.AAAA", "#v1.é", "#v99999999999.x"]
    {
        check(fragment, LinkError::Damaged, damaged);
    }
    check(
        "#v2.whatever",
        LinkError::NewerVersion(2),
        "This link was made by a newer Loopscope (link version 2); reload the page and open it again.",
    );
    let large = "This program is larger than 1 MiB, which is too large for a link.";
    check(&format!("#v1.{}", "A".repeat(MAX_LINK_BYTES + 1)), LinkError::TooLarge, large);
    assert_eq!(encode(&Scenario::new("x".repeat(MAX_SOURCE_BYTES + 1))), Err(LinkError::TooLarge));
}

#[test]
fn a_deflate_bomb_is_refused() {
    use base64::Engine as _;
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![b'a'; 256 << 20], 9);
    let link = format!("#v1.{}", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&bomb));
    assert!(link.len() < MAX_LINK_BYTES, "the cap on the link must not be what refuses it: {}", link.len());
    assert_eq!(decode(&link), Err(LinkError::TooLarge));
}

#[test]
fn what_sticks_to_a_copied_link_is_ignored() {
    let scenario = Scenario::new("print('hi')\n");
    let link = encode(&scenario).expect("small");
    for tail in [" ", "\n", ".", ").", ">", "**"] {
        assert_eq!(decode(&format!("{link}{tail}")), Ok(Some(scenario.clone())), "{tail:?}");
    }
}

/// Deterministic noise (xorshift64*).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, bound: u32) -> u32 {
        ((self.next() >> 32) % u64::from(bound)) as u32
    }
}

/// A damaged link must be refused, or read as the very same scenario.
fn check_damaged(link: &str, scenario: &Scenario) {
    match decode(link) {
        Err(_) => {}
        Ok(Some(read)) => assert_eq!(&read, scenario, "another scenario from {link}"),
        Ok(None) => assert!(!link.starts_with("#v1."), "no scenario from {link}"),
    }
}

fn samples() -> Vec<Scenario> {
    let mut samples: Vec<Scenario> = EXAMPLES.iter().map(|example| Scenario::new(example.source)).collect();
    samples.push(Scenario::new(""));
    samples.push(scenario("x = 1\n", Settings { speed: 2.0, seed: 3, horizon: 5.0 }));
    samples
}

#[test]
fn every_strict_prefix_is_refused() {
    for scenario in samples() {
        let link = encode(&scenario).expect("small");
        for end in "#v".len()..link.len() {
            assert!(decode(&link[..end]).is_err(), "cut after {end} of {}", link.len());
        }
    }
}

#[test]
fn a_changed_link_never_gives_another_program() {
    for scenario in samples() {
        let link = encode(&scenario).expect("small");
        // Every bit of every byte; what is no text any more cannot reach the decoder.
        for position in 0..link.len() {
            for bit in 0..8 {
                let mut bytes = link.clone().into_bytes();
                bytes[position] ^= 1 << bit;
                if let Ok(text) = String::from_utf8(bytes) {
                    check_damaged(&text, &scenario);
                }
            }
        }
    }
}

#[test]
fn heavy_damage_never_gives_another_program() {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut random = Random(1);
    for scenario in samples() {
        let link = encode(&scenario).expect("small");
        let mut pick = |bound: usize| random.below(bound as u32) as usize;
        for _ in 0..5_000 {
            let mut bytes = link.clone().into_bytes();
            for _ in 0..=pick(4) {
                let at = "#v1.".len() + pick(bytes.len() - "#v1.".len());
                match pick(5) {
                    0 => bytes[at] = ALPHABET[pick(64)],
                    1 => drop(bytes.remove(at)),
                    2 => bytes.insert(at, ALPHABET[pick(64)]),
                    3 => bytes[at].make_ascii_lowercase(),
                    _ => {
                        let other = "#v1.".len() + pick(bytes.len() - "#v1.".len());
                        bytes.swap(at, other);
                    }
                }
            }
            check_damaged(&String::from_utf8(bytes).expect("ASCII"), &scenario);
        }
        check_damaged(&link.to_lowercase(), &scenario);
    }
}
