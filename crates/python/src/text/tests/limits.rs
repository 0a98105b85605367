//! What is refused because it would be too large, and what CPython does not have to refuse.

use super::super::int_ops::{self, Int, IntRef};
use super::super::*;

fn is_memory<T: fmt::Debug>(result: TextResult<T>) {
    let error = result.expect_err("too large");
    assert_eq!(error.kind, TextErrorKind::Memory, "{error}");
}

fn power_of_two(bits: i64) -> Int {
    int_ops::shl(IntRef::Small(1), IntRef::Small(bits)).expect("within the limit")
}

#[test]
fn absurd_widths_are_memory_errors() {
    is_memory(spec::format_str("a", "10000001", "str"));
    is_memory(spec::format_int(IntRef::Small(1), "9223372036854775807", "int"));
    is_memory(spec::format_int(IntRef::Small(1), "0=99999999,", "int"));
    is_memory(spec::format_float(1.0, "99999999", "float"));
    is_memory(spec::format_float(1.0, ".99999999f", "float"));
    is_memory(str_methods::center("a", i64::MAX, ' '));
    is_memory(str_methods::zfill("a", i64::MAX));
    is_memory(str_methods::expand_tabs("\t", i64::MAX));
    is_memory(strftime::strftime("%999999999d", &strftime::Tm::from_epoch(0), strftime::UTC));
    assert_eq!(spec::format_str("a", "10000000", "str").map(|text| text.len()), Ok(10_000_000));
}

#[test]
fn absurd_texts_are_memory_errors() {
    let long = "x".repeat(1 << 20);
    is_memory(str_methods::repeat("ab", i64::MAX));
    is_memory(str_methods::repeat(&long, 129));
    is_memory(str_methods::replace(&long, "", &long, -1));
    is_memory(str_methods::join(&long, &["a"; 200]));
    is_memory(str_methods::translate::<TextError>(&long, |_| {
        Ok(str_methods::Translation::Text(long.clone()))
    }));
    assert_eq!(str_methods::repeat("", i64::MAX).as_deref(), Ok(""));
    assert_eq!(str_methods::repeat("a", i64::MIN).as_deref(), Ok(""));
}

#[test]
fn wide_percent_fields_do_not_add_up() {
    let template = "%9999999d".repeat(20);
    let mut out = String::new();
    let mut result = Ok(());
    for segment in percent::Parser::new(&template, false) {
        if let Ok(percent::Segment::Conversion(conversion)) = segment {
            result = conversion.resolve(0, 0).and_then(|field| field.apply_int(&mut out, IntRef::Small(1)));
        }
    }
    is_memory(result);
}

#[test]
fn absurd_integers_are_memory_errors() {
    let (small, huge) = (IntRef::Small, power_of_two(4_000_000));
    is_memory(int_ops::shl(small(1), small(i64::MAX)));
    is_memory(int_ops::pow(small(9), small(387_420_489)));
    is_memory(int_ops::pow(huge.as_ref(), huge.as_ref()));
    is_memory(int_ops::mul(huge.as_ref(), huge.as_ref()));
    is_memory(int_ops::div_mod(huge.as_ref(), power_of_two(2_000_000).as_ref()));
    is_memory(int_ops::gcd(huge.as_ref(), huge.as_ref()));
    is_memory(int_ops::isqrt(huge.as_ref()));
    is_memory(int_ops::pow_mod(small(3), huge.as_ref(), huge.as_ref()));
    is_memory(int_ops::pow_mod(small(3), small(-1), huge.as_ref()));
    is_memory(int::parse(&"f".repeat(1 << 21), 16));
}

#[test]
fn tricks_that_stay_small() {
    let huge = power_of_two(4_000_000);
    let same = |result: TextResult<Int>, value: i64| assert_eq!(result, Ok(Int::Small(value)));
    same(int_ops::shr(huge.as_ref(), huge.as_ref()), 0);
    same(int_ops::shl(IntRef::Small(0), huge.as_ref()), 0);
    assert_eq!(int_ops::pow(IntRef::Small(-1), huge.as_ref()), Ok(int_ops::Power::Int(Int::Small(1))));
    assert_eq!(int_ops::pow(IntRef::Small(0), IntRef::Small(0)), Ok(int_ops::Power::Int(Int::Small(1))));
    // CPython builds 10 ** (2 ** 70) here, and never ends.
    assert_eq!(int_ops::round(IntRef::Small(5), i64::MIN), Int::Small(0));
    assert_eq!(
        int_ops::div_mod(IntRef::Small(i64::MIN), IntRef::Small(-1)).map(|(quotient, _)| quotient),
        Ok(int_ops::neg(IntRef::Small(i64::MIN)))
    );
}

#[test]
fn the_digit_limit_is_exact() {
    let digits = "9".repeat(int::MAX_STR_DIGITS);
    let most = int::parse(&digits, 10).expect("4300 digits are read");
    assert_eq!(int::to_decimal(most.as_ref()), Ok(digits));
    let more = int_ops::add(most.as_ref(), IntRef::Small(1)).expect("small enough");
    let error = int::to_decimal(more.as_ref()).expect_err("4301 digits are not written");
    assert_eq!(
        error.message,
        "Exceeds the limit (4300 digits) for integer string conversion; \
         use sys.set_int_max_str_digits() to increase the limit"
    );
    let mut out = String::from("kept");
    assert!(int::write_decimal(&mut out, int_ops::neg(more.as_ref()).as_ref()).is_err());
    assert_eq!(out, "kept");
}

#[test]
fn numbers_that_are_equal_hash_alike() {
    for exponent in -70..1023 {
        let value = 2.0_f64.powi(exponent) * 3.0;
        if float_ops::is_integer(value) {
            let int = float_ops::to_int(value).expect("finite");
            assert_eq!(float_ops::hash(value), Some(int_ops::hash(int.as_ref())), "{value}");
            assert_eq!(float_ops::compare_int(int.as_ref(), value), Some(std::cmp::Ordering::Equal));
        }
    }
}

#[test]
fn every_float_reads_back() {
    // A walk over all magnitudes, by a step that is no power of two.
    let mut bits = 1_u64;
    while bits < f64::INFINITY.to_bits() {
        let value = f64::from_bits(bits);
        assert_eq!(float::parse(&float::repr(value)), Ok(value));
        bits += 0x0001_2345_6789_abcd;
    }
}

#[test]
fn dates_read_back() {
    for days in (-1_000_000..3_000_000).step_by(97) {
        let (year, month, day) = strftime::civil_from_days(days);
        assert_eq!(strftime::days_from_civil(year, month, day), days);
        assert!((1..=12).contains(&month) && (1..=31).contains(&day));
    }
}

#[test]
fn microseconds_are_for_datetime_only() {
    let mut tm = strftime::Tm::from_epoch(0);
    assert_eq!(strftime::strftime("%f", &tm, strftime::UTC).as_deref(), Ok("%f"));
    tm.microsecond = Some(42);
    assert_eq!(strftime::strftime("%S.%f", &tm, strftime::UTC).as_deref(), Ok("00.000042"));
    let naive = strftime::Zone { name: "", offset: None };
    assert_eq!(strftime::strftime("[%z%Z]", &tm, naive).as_deref(), Ok("[]"));
    let west = strftime::Zone { name: "NST", offset: Some(-12_600) };
    assert_eq!(strftime::strftime("%z", &tm, west).as_deref(), Ok("-0330"));
}

#[test]
fn stars_take_their_sizes_from_the_values() {
    let lay_out = |template: &str, width: i64, precision: i64| -> TextResult<String> {
        let mut out = String::new();
        for segment in percent::Parser::new(template, false) {
            if let percent::Segment::Conversion(conversion) = segment? {
                conversion.resolve(width, precision)?.apply_int(&mut out, IntRef::Small(-42))?;
            }
        }
        Ok(out)
    };
    assert_eq!(lay_out("%*d", 6, 0).as_deref(), Ok("   -42"));
    assert_eq!(lay_out("%0*d", 6, 0).as_deref(), Ok("-00042"));
    assert_eq!(lay_out("%*d", -6, 0).as_deref(), Ok("-42   "));
    assert_eq!(lay_out("%*.*d", 8, 4).as_deref(), Ok("   -0042"));
    assert_eq!(lay_out("%.*d", 0, -4).as_deref(), Ok("-42"));
    let error = lay_out("%.*d", 0, 1 << 40).map_err(|error| error.kind);
    assert_eq!(error, Err(TextErrorKind::Overflow));
    is_memory(lay_out("%*d", i64::MIN, 0));
}

#[test]
fn whole_powers_are_rounded_once() {
    for step in 1..2000_u32 {
        // n / 128 is exact, so that its power is a quotient of two integers.
        let base = IntRef::Small(i64::from(step));
        let whole = |base: IntRef<'_>, exponent: i64| match int_ops::pow(base, IntRef::Small(exponent)) {
            Ok(int_ops::Power::Int(power)) => power,
            other => panic!("{other:?}"),
        };
        for exponent in 1..40 {
            let (top, bottom) = (whole(base, exponent), whole(IntRef::Small(128), exponent));
            let x = f64::from(step) / 128.0;
            let expected = int_ops::true_div(top.as_ref(), bottom.as_ref());
            assert_eq!(Ok(accurate::pow(x, exponent as f64)), expected, "{x} ** {exponent}");
            let inverse = int_ops::true_div(bottom.as_ref(), top.as_ref());
            assert_eq!(Ok(accurate::pow(x, -exponent as f64)), inverse, "{x} ** -{exponent}");
            let sign = if exponent % 2 == 0 { 1.0 } else { -1.0 };
            assert_eq!(accurate::pow(-x, exponent as f64), sign * accurate::pow(x, exponent as f64));
        }
    }
}

#[test]
fn roots_and_special_cases_of_powers() {
    for step in 1..20_000 {
        let x = f64::from(step) * 0.37;
        assert_eq!(accurate::pow(x, 0.5), x.sqrt(), "{x} ** 0.5");
    }
    let values = [
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        -2.0,
        2.5,
        1e300,
        1e-300,
        5e-324,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
    ];
    for x in values {
        for y in values {
            let (found, platform) = (accurate::pow(x, y), x.powf(y));
            let same = found == platform || (found.is_nan() && platform.is_nan());
            assert!(
                same && found.is_sign_negative() == platform.is_sign_negative(),
                "{x} ** {y}: {found} {platform}"
            );
        }
    }
}
