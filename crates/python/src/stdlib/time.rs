//! The module `time`. The zone is UTC, and the clocks are the run's own.

use std::cell::OnceCell;
use std::rc::Rc;

use loopscope_core::time::{Span, Time};

use crate::builtins::convert::{Number, as_number, as_str, as_tuple, raise};
use crate::builtins::slicing;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef};
use crate::objects::{Class, Exc, NativeData, NativeObject, Tuple, overflow_error, type_error, value_error};
use crate::text::strftime::{self, Tm};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::types::native_class;

/// `time`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "time",
    functions: &[
        NativeDef::function("asctime", asctime),
        NativeDef::function("clock_getres", clock_resolution),
        NativeDef::function("clock_gettime", clock_time),
        NativeDef::function("clock_gettime_ns", clock_time_ns),
        NativeDef::function("ctime", ctime),
        NativeDef::function("gmtime", gmtime),
        NativeDef::function("localtime", localtime),
        NativeDef::function("mktime", mktime),
        NativeDef::function("monotonic", monotonic),
        NativeDef::function("monotonic_ns", monotonic_ns),
        NativeDef::function("perf_counter", perf_counter),
        NativeDef::function("perf_counter_ns", perf_counter_ns),
        NativeDef::function("process_time", process_time),
        NativeDef::function("process_time_ns", process_time_ns),
        NativeDef::function("sleep", sleep),
        NativeDef::function("strftime", format_time),
        NativeDef::function("thread_time", process_time),
        NativeDef::function("thread_time_ns", process_time_ns),
        NativeDef::function("strptime", parse_time),
        NativeDef::function("time", time),
        NativeDef::function("time_ns", time_ns),
        NativeDef::function("tzset", set_zone),
    ],
    constants,
    python: None,
};

const NANOSECONDS: i64 = 1_000_000_000;

const FIELDS: &[&str] =
    &["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"];

thread_local! {
    static STRUCT_TIME: OnceCell<Rc<Class>> = const { OnceCell::new() };
}

fn struct_time_class() -> Rc<Class> {
    const DEFINITION: TypeDef = TypeDef {
        name: "struct_time",
        constructor: Some(new_struct_time),
        methods: &[NativeDef::property("tm_zone", zone), NativeDef::property("tm_gmtoff", offset)],
    };
    STRUCT_TIME.with(|class| class.get_or_init(|| native_class(&DEFINITION, "time", None)).clone())
}

fn constants(_vm: &mut Vm) -> Vec<(&'static str, Value)> {
    vec![
        ("CLOCK_MONOTONIC", Value::Int(MONOTONIC)),
        ("CLOCK_PROCESS_CPUTIME_ID", Value::Int(PROCESS)),
        ("CLOCK_REALTIME", Value::Int(REALTIME)),
        ("CLOCK_THREAD_CPUTIME_ID", Value::Int(THREAD)),
        ("altzone", Value::Int(0)),
        ("daylight", Value::Int(0)),
        ("struct_time", Value::Class(struct_time_class())),
        ("timezone", Value::Int(0)),
        ("tzname", Value::tuple(vec!["UTC".into(), "UTC".into()])),
    ]
}

fn zone(_vm: &mut Vm, _args: Args<'_>) -> NativeResult {
    Ok(Value::from("UTC"))
}

fn offset(_vm: &mut Vm, _args: Args<'_>) -> NativeResult {
    Ok(Value::Int(0))
}

fn struct_time(values: Vec<Value>) -> Value {
    let data = NativeData::Struct { fields: FIELDS, values: Tuple::new(values) };
    Value::Object(Rc::new(NativeObject { class: struct_time_class(), data }))
}

fn new_struct_time(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [sequence] = args.skip(1).exactly("time.struct_time")?;
    let Some(items) = vm.collect(sequence)? else {
        return Err(type_error("constructor requires a sequence"));
    };
    if !(9..=11).contains(&items.len()) {
        let most = if items.len() < 9 { "at least 9" } else { "at most 11" };
        return Err(type_error(format!(
            "time.struct_time() takes an {most}-sequence ({}-sequence given)",
            items.len()
        )));
    }
    Ok(struct_time(items.into_iter().take(9).collect()))
}

fn broken_down(seconds: i64) -> Value {
    let tm = Tm::from_epoch(seconds);
    let fields = [tm.year, tm.month, tm.day, tm.hour, tm.minute, tm.second, tm.weekday, tm.yearday, 0];
    struct_time(fields.into_iter().map(Value::Int).collect())
}

/// Nanoseconds on the run's clock.
fn now(vm: &Vm) -> i64 {
    i64::try_from(vm.clock().now().0).unwrap_or(i64::MAX)
}

fn wall(vm: &Vm) -> i64 {
    now(vm).saturating_add(vm.world.epoch)
}

fn seconds(nanoseconds: i64) -> Value {
    Value::Float(nanoseconds as f64 / 1e9)
}

fn time(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("time.time")?;
    Ok(seconds(wall(vm)))
}

fn time_ns(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("time.time_ns")?;
    Ok(Value::Int(wall(vm)))
}

fn monotonic(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("time.monotonic")?;
    Ok(seconds(now(vm)))
}

fn monotonic_ns(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("time.monotonic_ns")?;
    Ok(Value::Int(now(vm)))
}

fn perf_counter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("time.perf_counter")?;
    Ok(seconds(now(vm)))
}

fn perf_counter_ns(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("time.perf_counter_ns")?;
    Ok(Value::Int(now(vm)))
}

/// Computing takes no time on the run's clocks.
fn process_time(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("time.process_time")?;
    Ok(Value::Float(0.0))
}

fn process_time_ns(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("time.process_time_ns")?;
    Ok(Value::Int(0))
}

// The numbers of the clocks on Linux.
const REALTIME: i64 = 0;
const MONOTONIC: i64 = 1;
const PROCESS: i64 = 2;
const THREAD: i64 = 3;

/// Nanoseconds on a clock by its number.
fn clock(vm: &mut Vm, args: Args<'_>, function: &str) -> Result<i64, Exc> {
    let [number] = args.exactly(function)?;
    match vm.index(number)? {
        REALTIME => Ok(wall(vm)),
        PROCESS | THREAD => Ok(0),
        _ => Ok(now(vm)),
    }
}

fn clock_time(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    clock(vm, args, "time.clock_gettime").map(seconds)
}

fn clock_time_ns(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    clock(vm, args, "time.clock_gettime_ns").map(Value::Int)
}

fn clock_resolution(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    clock(vm, args, "time.clock_getres").map(|_| Value::Float(1e-9))
}

/// `time.tzset()`: the zone stays UTC.
fn set_zone(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("time.tzset")?;
    Ok(Value::None)
}

/// A number of seconds; no NaN.
fn seconds_argument(vm: &mut Vm, value: &Value) -> Result<f64, Exc> {
    let number = match as_number(value) {
        Some(Number::Float(number)) => number,
        Some(Number::Int(number)) => {
            let number =
                number.to_i64().filter(|number| number.unsigned_abs() <= i64::MAX as u64 / 1_000_000_000);
            number.ok_or_else(too_large)? as f64
        }
        None => slicing::index_argument(vm, value)? as f64,
    };
    if number.is_nan() {
        return Err(value_error("Invalid value NaN (not a number)"));
    }
    if number.abs() > 9.2e9 {
        return Err(overflow_error("timestamp out of range for platform time_t"));
    }
    Ok(number)
}

fn too_large() -> Exc {
    overflow_error("timestamp too large to convert to C PyTime_t")
}

fn sleep(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [delay] = args.exactly("time.sleep")?;
    let delay = seconds_argument(vm, delay)?;
    if delay < 0.0 {
        return Err(value_error("sleep length must be non-negative"));
    }
    let until: Time = vm.clock().now() + Span::from_secs_f64(delay);
    vm.sleep_until(until)
}

/// Whole seconds since 1970 of an optional argument; now if it is None or not there.
fn moment(vm: &mut Vm, args: Args<'_>, function: &str) -> Result<i64, Exc> {
    let args = args.between(function, 0, 1)?;
    match args.first() {
        None | Some(Value::None) => Ok(wall(vm).div_euclid(NANOSECONDS)),
        Some(value) => {
            let number = match as_number(value) {
                Some(Number::Float(number)) if number.is_nan() => {
                    return Err(value_error("Invalid value NaN (not a number)"));
                }
                Some(Number::Float(number)) => number.floor(),
                Some(Number::Int(number)) => number.saturating_i64() as f64,
                None => slicing::index_argument(vm, value)? as f64,
            };
            if number.abs() >= 9.2e18 {
                return Err(overflow_error("timestamp out of range for platform time_t"));
            }
            // Years that no calendar has.
            if number.abs() > 6.7e16 {
                return Err(crate::objects::error(
                    crate::objects::ExcKind::OSError,
                    "[Errno 75] Value too large for defined data type",
                ));
            }
            Ok(number as i64)
        }
    }
}

fn gmtime(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    moment(vm, args, "gmtime").map(broken_down)
}

fn localtime(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    moment(vm, args, "localtime").map(broken_down)
}

/// The fields of a tuple or `struct_time`; Python's ranges, not checked.
fn fields(vm: &mut Vm, value: &Value, function: &str) -> Result<Tm, Exc> {
    let Some(items) = as_tuple(value).cloned() else {
        return Err(type_error("Tuple or struct_time argument required"));
    };
    if items.len() != 9 {
        return Err(type_error(format!("{function}(): illegal time tuple argument")));
    }
    let mut numbers = [0; 9];
    for (place, item) in numbers.iter_mut().zip(items.iter()) {
        *place = slicing::index_argument(vm, item)?;
    }
    let [year, month, day, hour, minute, second, weekday, yearday, _] = numbers;
    Ok(Tm { year, month, day, hour, minute, second, weekday, yearday, microsecond: None })
}

/// The fields of an optional argument, checked; now if it is not there.
fn checked(vm: &mut Vm, value: Option<&Value>, function: &str) -> Result<Tm, Exc> {
    match value {
        Some(value) => fields(vm, value, function)?.checked().map_err(raise),
        None => Ok(Tm::from_epoch(wall(vm).div_euclid(NANOSECONDS))),
    }
}

fn mktime(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("time.mktime")?;
    let tm = fields(vm, value, "mktime")?;
    Ok(Value::Float(tm.to_epoch() as f64))
}

fn asctime(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("asctime", 0, 1)?;
    let tm = checked(vm, args.first(), "asctime")?;
    Ok(Value::from(strftime::asctime(&tm)))
}

fn ctime(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let seconds = moment(vm, args, "ctime")?;
    Ok(Value::from(strftime::asctime(&Tm::from_epoch(seconds))))
}

/// `strptime(string, format="%a %b %d %H:%M:%S %Y")`.
fn parse_time(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("strptime", 1, 2)?;
    let format = args.get(1).cloned().unwrap_or("%a %b %d %H:%M:%S %Y".into());
    vm.import_module("_strptime")?;
    let parse = vm.module_attribute("_strptime", "parse_time")?;
    vm.tail_call(&parse, vec![args[0].clone(), format])
}

fn format_time(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("strftime", 1, 2)?;
    let Some(format) = as_str(&args[0]) else {
        let found = vm.type_name(&args[0]);
        return Err(type_error(format!("strftime() argument 1 must be str, not {found}")));
    };
    let tm = checked(vm, args.get(1), "strftime")?;
    strftime::strftime(format, &tm, strftime::UTC).map(Value::from).map_err(raise)
}
