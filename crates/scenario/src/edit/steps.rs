//! Readable values: what a number becomes when it is stepped with keys or dragged.

/// A value one step up or down (`direction` 1 or -1): by a hundredth below a tenth of a second, by a tenth below one second, by half a second
/// below five, by one from there; never below zero.
#[must_use]
pub fn stepped(value: f64, direction: f64) -> f64 {
    let magnitude = if direction < 0.0 { value - 1e-9 } else { value };
    let step = match magnitude {
        m if m < 0.1 => 0.01,
        m if m < 1.0 => 0.1,
        m if m < 5.0 => 0.5,
        _ => 1.0,
    };
    // Whole thousandths, so that steps do not leave 0.30000000000000004 behind.
    (((value + direction * step) * 1000.0).round() / 1000.0).max(0.0)
}

/// The length of a sleep, in seconds, when its end is dragged to `seconds`, where so many seconds are one pixel: the
/// nearest multiple of a tenth of a second, or of a power of ten more or less where a tenth is too narrow to aim at or
/// so wide that more can be aimed at. `fine` is ten times as fine. Never below zero.
#[must_use]
pub fn snapped(seconds: f64, seconds_per_pixel: f64, fine: bool) -> f64 {
    /// How wide a step is at least, in pixels, to be one tenth of a second or more.
    const NARROW: f64 = 2.0;
    /// How wide a step is before it is divided.
    const WIDE: f64 = 60.0;
    let (mut exponent, pixel) = (1_i32, seconds_per_pixel);
    while exponent > -6 && 10_f64.powi(-exponent) < NARROW * pixel {
        exponent -= 1;
    }
    while exponent < 9 && 10_f64.powi(-exponent) > WIDE * pixel {
        exponent += 1;
    }
    let steps = 10_f64.powi(exponent + i32::from(fine));
    let snapped = (seconds * steps).round() / steps;
    if snapped.is_finite() { snapped.max(0.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_step_by_what_the_value_is_like() {
        let check = |value: f64, up: f64, down: f64| {
            assert_eq!((stepped(value, 1.0), stepped(value, -1.0)), (up, down), "{value}");
        };
        check(0.0, 0.01, 0.0);
        check(0.1, 0.2, 0.09);
        check(1.0, 1.5, 0.9);
        check(2.5, 3.0, 2.0);
        check(5.0, 6.0, 4.5);
        check(30.0, 31.0, 29.0);
    }

    #[test]
    fn a_drag_lands_on_tenths() {
        // 800 pixels for 2 s.
        let check = |seconds: f64, expected: f64| assert_eq!(snapped(seconds, 2.0 / 800.0, false), expected);
        check(1.2345, 1.2);
        check(1.26, 1.3);
        check(0.04, 0.0);
        check(-3.0, 0.0);
        assert_eq!(snapped(1.2345, 2.0 / 800.0, true), 1.23);
    }

    #[test]
    fn what_is_close_is_finer_and_what_is_far_is_coarser() {
        assert_eq!(snapped(0.123_4, 0.2 / 800.0, false), 0.12, "a fifth of a second in sight");
        assert_eq!(snapped(0.001_23, 0.002 / 800.0, false), 0.0012, "two milliseconds in sight");
        assert_eq!(snapped(12.34, 20.0 / 800.0, false), 12.3, "twenty seconds in sight");
        assert_eq!(snapped(123.4, 200.0 / 800.0, false), 123.0, "minutes in sight");
        assert_eq!(snapped(1234.5, 3600.0 / 800.0, false), 1230.0, "an hour in sight");
        assert_eq!(snapped(1.5, f64::NAN, false), 1.5);
        assert_eq!(snapped(f64::INFINITY, 0.01, false), 0.0);
        assert_eq!(snapped(1.5, 0.0, false), 1.5);
    }
}
