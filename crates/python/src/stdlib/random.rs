//! The module `random`: the generator here, everything drawn from it in `random.py`.

use std::cell::OnceCell;
use std::rc::Rc;

use num_bigint::BigUint;

use crate::builtins::convert::as_int;
use crate::builtins::slicing;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef, embedded};
use crate::objects::{Class, Exc, NativeObject, runtime_error, type_error, value_error};
use crate::stdlib::mersenne::MersenneTwister;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::types::native_class;

/// `random`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "random",
    functions: &[NativeDef::function("_core", core), NativeDef::function("_seed", chance)],
    constants: super::no_constants,
    python: Some(embedded!("stdlib/random.py")),
};

/// More bits than any program draws at once.
const MOST_BITS: i64 = 1 << 23;

thread_local! {
    static GENERATOR: OnceCell<Rc<Class>> = const { OnceCell::new() };
}

fn class() -> Rc<Class> {
    const DEFINITION: TypeDef = TypeDef {
        name: "Random",
        constructor: None,
        methods: &[
            NativeDef::method("seed", seed),
            NativeDef::method("random", random),
            NativeDef::method("getrandbits", bits),
            NativeDef::method("below", below),
            NativeDef::method("state", state),
            NativeDef::method("set_state", set_state),
        ],
    };
    GENERATOR.with(|class| class.get_or_init(|| native_class(&DEFINITION, "_random", None)).clone())
}

/// `_core()`: a generator with the seed of the run.
fn core(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("_core")?;
    Ok(NativeObject::any(&class(), MersenneTwister::seeded(&BigUint::from(vm.world.seed))))
}

/// `_seed()`: what stands for chance in this run.
fn chance(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("_seed")?;
    Ok(Value::int(vm.world.seed.into()))
}

fn with<R>(args: Args<'_>, f: impl FnOnce(&mut MersenneTwister) -> R) -> Result<R, Exc> {
    match args.get(0) {
        Some(Value::Object(object)) => object.with(f).ok_or_else(|| runtime_error("not a generator")),
        _ => Err(runtime_error("not a generator")),
    }
}

fn seed(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let Some(number) = args.get(1).and_then(as_int) else { return Err(type_error("a seed is an int")) };
    let seed = number.to_big().into_parts().1;
    with(args, |generator| *generator = MersenneTwister::seeded(&seed))?;
    Ok(Value::None)
}

fn random(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    with(args, |generator| Value::Float(generator.next_f64()))
}

fn bits(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [count] = args.skip(1).exactly("getrandbits")?;
    let count = slicing::index_argument(vm, count)?;
    if count < 0 {
        return Err(value_error("number of bits must be non-negative"));
    }
    if count > MOST_BITS {
        return Err(crate::builtins::convert::memory_error("the integer would be too large"));
    }
    let drawn = with(args, |generator| generator.bits(count as u32))?;
    Ok(Value::int(drawn.into()))
}

/// Its words, and after them which comes next.
fn state(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    with(args, |generator| {
        let (words, next) = generator.state();
        let words = words.iter().map(|word| Value::Int(i64::from(*word)));
        Value::tuple(words.chain([Value::from(next)]).collect())
    })
}

/// `set_state(state)`: what `state` gave.
fn set_state(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let Some(Value::Tuple(items)) = args.get(1) else {
        return Err(type_error("state vector must be a tuple"));
    };
    let mut words = Vec::with_capacity(items.len());
    for item in items.iter() {
        words.push(u32::try_from(vm.index(item)?).map_err(|_| value_error("invalid state"))?);
    }
    let next = words.pop().map_or(usize::MAX, |next| next as usize);
    let new = MersenneTwister::with_state(&words, next)
        .ok_or_else(|| value_error("state vector is the wrong size"))?;
    with(args, |generator| *generator = new)?;
    Ok(Value::None)
}

/// `below(n)`: a number in `0..n`, `n` positive. Mirrors `Random._randbelow_with_getrandbits`.
fn below(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let limit = args.get(1).and_then(as_int).filter(|limit| !limit.is_negative() && !limit.is_zero());
    let Some(limit) = limit else { return Err(value_error("the limit must be positive")) };
    let limit = limit.to_big().into_parts().1;
    let bits = u32::try_from(limit.bits()).unwrap_or(u32::MAX);
    with(args, |generator| {
        loop {
            let drawn = generator.bits(bits);
            if drawn < limit {
                return Value::int(drawn.into());
            }
        }
    })
}
