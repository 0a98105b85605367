//! What the instructions are written in: the moves between stack, instruction and frame that nearly each of them makes.
//!
//! They are macros because they end the instruction, leave the loop or go on with another frame, and because the
//! loop's variables stay in registers. They know those variables by the names that `shorthands!` is given; `$d` is a `$`,
//! for the macros inside.

// It takes `$d name` for an expression and moves it about.
#[rustfmt::skip]
macro_rules! shorthands {
    (
        $d:tt, $vm:ident, $fiber:ident, $function:ident, $code:ident, $values:ident,
        $pc:ident, $at:ident, $owner:ident, $frames:lifetime
    ) => {
        // The instruction before `pc` is the one at fault.
        macro_rules! attempt {
            ($d result:expr) => {
                match $d result {
                    Ok(value) => value,
                    Err(error) => {
                        *$at = $pc;
                        return Leave::Raise(error);
                    }
                }
            };
        }
        // A branch that is never taken is cheaper than a value to fall back on.
        macro_rules! pop {
            () => {
                match $values.pop() {
                    Some(value) => value,
                    None => return empty_stack(),
                }
            };
        }
        // The same where it often is an int, which need not be read as a whole while it is still being written.
        macro_rules! pop_int {
            () => {
                match $values.last() {
                    Some(&Value::Int(number)) => {
                        $values.forget(1);
                        Value::Int(number)
                    }
                    _ => pop!(),
                }
            };
        }
        macro_rules! push {
            ($d value:expr) => {
                $values.push($d value)
            };
        }
        // A copy of a local, which may be unbound.
        macro_rules! load {
            ($d slot:expr) => {{
                let slot = $d slot as usize;
                if !push_slot($values, slot) {
                    attempt!(Err(unbound_local($code, slot as u32)));
                }
            }};
        }
        // Goes on with whichever frame is on top now.
        macro_rules! carry_on {
            ($d outcome:expr) => {
                match $d outcome {
                    Ok(None) => continue $frames,
                    Ok(Some(stop)) => return Leave::Stop(stop),
                    Err(error) => return Leave::Raise(error),
                }
            };
        }
        // Pushes a result, or carries out the request that stands for it.
        macro_rules! answer {
            ($d result:expr) => {
                answer!($d result, OnReturn::Push)
            };
            ($d result:expr, $d then:expr) => {{
                match attempt!($d result) {
                    Value::Nothing => {
                        *$at = $pc;
                        carry_on!($vm.carry_out($fiber, $d then));
                    }
                    value => push!(value),
                }
            }};
        }
        // The place of the instruction, for what may ask for it.
        macro_rules! here {
            () => {
                $vm.set_here($function, $pc - 1)
            };
        }
        // Replaces what is to be tested by its truth and comes back to this instruction.
        macro_rules! ask_truth {
            ($d value:expr) => {{
                $pc -= 1;
                let flag = $vm.truth_of($d value);
                $pc += 1;
                match attempt!(flag) {
                    Value::Bool(flag) => flag,
                    _ => {
                        *$at = $pc - 1;
                        return Leave::Request(OnReturn::Bool);
                    }
                }
            }};
        }
        // Lets go of a value; what it leaves behind is dealt with here and now.
        macro_rules! let_go {
            ($d value:expr) => {{
                let value = $d value;
                if !is_inline(&value) {
                    drop(value);
                    if $vm.has_dropped() {
                        here!();
                        $vm.tidy();
                    }
                }
            }};
        }
        // A jump back takes fuel: this is where an endless loop pauses.
        macro_rules! jump_back {
            ($d target:expr) => {{
                let target = $d target as usize;
                $vm.fuel -= ($pc - target.min($pc)) as i64 + 1;
                $pc = target;
                if $vm.fuel <= 0 {
                    *$at = $pc;
                    return Leave::OutOfFuel;
                }
            }};
        }
        macro_rules! jump {
            ($d target:expr) => {{
                if ($d target as usize) < $pc {
                    jump_back!($d target);
                } else {
                    $pc = $d target as usize;
                }
            }};
        }
        // Calls a native with what is on the stack from `start` on.
        macro_rules! call_native {
            ($d body:expr, $d base:expr, $d start:expr) => {{
                here!();
                let result = $d body($vm, Args::positional(&$values[$d start..]));
                let result = attempt!(result);
                drop_call($values, $d base);
                if result.is_nothing() {
                    *$at = $pc;
                    carry_on!($vm.carry_out($fiber, OnReturn::Push));
                }
                push!(result);
                if $vm.has_dropped() {
                    here!();
                    $vm.tidy();
                }
                continue;
            }};
        }
        // A frame of a call that was prepared: it runs, or it is that of a new generator.
        macro_rules! begin {
            ($d frame:expr) => {{
                let mut next = $d frame;
                if next.function.as_ref().is_some_and(|callee| callee.code.kind == CodeKind::Plain) {
                    *$at = $pc;
                    if $vm.level >= $vm.recursion_limit {
                        $vm.recycle(next);
                        return Leave::Raise(crate::vm::deliver::recursion_error());
                    }
                    if let Some(owner) = $owner {
                        owner.at.set($pc as u32 - 1);
                    }
                    next.bare = true;
                    $fiber.frames.push(next);
                    continue $frames;
                }
                here!();
                let generator = $vm.new_generator(next);
                if $vm.tracks_origins() {
                    push!(generator.clone());
                    *$at = $pc;
                    $vm.note_origin($fiber, &generator);
                    continue $frames;
                }
                push!(generator);
                if $vm.has_dropped() {
                    here!();
                    $vm.tidy();
                }
            }};
        }
        // A call of whatever is at `base`, the last arguments by name.
        macro_rules! call_by_name {
            ($d base:expr, $d names:expr) => {
                match $vm.frame_for($values, $d base, $d names) {
                    Some(next) => begin!(next),
                    None => {
                        let result = attempt!($vm.call_keywords($values, $d base, $d names));
                        if result.is_nothing() {
                            *$at = $pc;
                            carry_on!($vm.carry_out($fiber, OnReturn::Push));
                        }
                        push!(result);
                    }
                }
            };
        }
        // The top value goes.
        macro_rules! drop_top {
            () => {
                if $values.last().is_some_and(is_inline) {
                    $values.forget(1);
                } else {
                    let_go!(pop!());
                }
            };
        }
        // The truth of the top value, which goes.
        macro_rules! test {
            () => {
                match $values.last().and_then(quick_truth) {
                    Some(flag) => {
                        drop_top!();
                        flag
                    }
                    None => {
                        let value = pop!();
                        let flag = ask_truth!(&value);
                        let_go!(value);
                        flag
                    }
                }
            };
        }
    };
}
