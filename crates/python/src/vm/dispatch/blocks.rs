//! Instructions of exceptions, `with`, patterns, awaiting and import: none of them in a tight loop.
//!
//! `frame.pc` is past the instruction when it begins; one that has to wait for a call may be begun again.

use std::rc::Rc;

use super::Leave;
use crate::objects::Function;
use crate::op::Op;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::{Frame, OnReturn};
use crate::vm::stack::Stack;

impl Vm {
    /// `exception -- before exception`: it is handled from now on, in place of what was before.
    #[inline(never)]
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn begin_handling(&mut self, values: &mut Stack) {
        let before = match values.last() {
            Some(Value::Exception(exception)) => self.handled.replace(exception.clone()),
            _ => self.handled.take(),
        };
        let exception = values.pop();
        values.push(before.map_or(Value::None, Value::Exception));
        values.extend(exception);
    }

    /// Carries out an instruction of exceptions, `with`, patterns, awaiting and import.
    #[inline(never)]
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn block_op(
        &mut self,
        frame: &mut Frame,
        function: &Rc<Function>,
        op: Op,
    ) -> Result<(), Leave> {
        match op {
            Op::Raise(count) => {
                let cause = if count == 2 { frame.pop()? } else { Value::Nothing };
                let exception = if count >= 1 { frame.pop()? } else { Value::Nothing };
                if count == 0 {
                    return Err(match self.topmost().cloned() {
                        Some(error) => Leave::Reraise(error),
                        None => Leave::Raise(crate::objects::runtime_error("No active exception to reraise")),
                    });
                }
                return Err(match self.prepare_raise(exception, cause)? {
                    Some(error) => Leave::Raise(error),
                    None => Leave::Request(OnReturn::Push),
                });
            }
            Op::CheckStarMatch => {
                let types = frame.pop()?;
                let caught = frame.pop()?;
                frame.answer(self.except_star(&caught, &types)?, OnReturn::Push)?;
            }
            Op::HandleStar => {
                if let Some(Value::Exception(matched)) = frame.values.last() {
                    self.handled = Some(matched.clone());
                }
            }
            Op::EndStar => {
                let errors = frame.pop()?;
                let caught = frame.pop()?;
                frame.answer(self.after_except_star(&caught, &errors)?, OnReturn::Push)?;
            }
            Op::Reraise => {
                let exception = frame.pop()?;
                return Err(match exception {
                    Value::Exception(exception) => Leave::Reraise(exception),
                    _ => Leave::Raise(crate::objects::runtime_error("nothing to raise again")),
                });
            }
            Op::LoadAssertionError => {
                let class = self.types.exception(crate::objects::ExcKind::AssertionError).clone();
                frame.values.push(Value::Class(class));
            }
            Op::BeforeWith | Op::BeforeAsyncWith => {
                let manager = frame.pop()?;
                let (exit, result) = self.before_with(&manager, op == Op::BeforeAsyncWith)?;
                frame.values.push(exit);
                self.request_call(result, Value::Nothing, Vec::new(), Vec::new())?;
                return Err(Leave::Request(OnReturn::Push));
            }
            Op::Watch(name) => {
                let place = function.code.ops.get(frame.pc).copied();
                self.tell_shared(frame, function, name, place);
            }
            Op::WithExceptStart => {
                let len = frame.values.len();
                let exception = frame.values[len - 1].clone();
                let exit = frame.values[len - 3].clone();
                let arguments = self.exit_arguments(&exception);
                self.request_call(exit, Value::Nothing, arguments, Vec::new())?;
                return Err(Leave::Request(OnReturn::Push));
            }
            Op::MatchSequence => {
                let flag = frame.values.last().is_some_and(crate::vm::patterns::is_sequence);
                frame.values.push(Value::Bool(flag));
            }
            Op::MatchMapping => {
                let flag = frame.values.last().is_some_and(crate::vm::patterns::is_mapping);
                frame.values.push(Value::Bool(flag));
            }
            Op::GetLen => {
                let subject = frame.values.last().cloned().unwrap_or(Value::Nothing);
                let length = self.len(&subject)?;
                frame.values.push(Value::from(length));
            }
            Op::MatchKeys => {
                let len = frame.values.len();
                let (subject, keys) = (frame.values[len - 2].clone(), frame.values[len - 1].clone());
                frame.answer(self.match_keys(&subject, &keys)?, OnReturn::Push)?;
            }
            Op::MatchRest => {
                let keys = frame.pop()?;
                let subject = frame.pop()?;
                frame.answer(self.match_rest(&subject, &keys)?, OnReturn::Push)?;
            }
            Op::MatchClass(positional) => {
                let names = frame.pop()?;
                let class = frame.pop()?;
                let subject = frame.pop()?;
                frame.answer(
                    self.match_class(&subject, &class, positional as usize, &names)?,
                    OnReturn::Push,
                )?;
            }
            Op::GetAwaitable(awaiting) => {
                let value = frame.pop()?;
                frame.answer(self.get_awaitable(value, awaiting)?, OnReturn::Push)?;
            }
            Op::GetYieldFromIter => {
                let value = frame.pop()?;
                match &value {
                    Value::Generator(generator)
                        if generator.kind == crate::objects::GeneratorKind::Coroutine
                            && !function.code.iterable_coroutine.get() =>
                    {
                        self.let_go(function, frame, value);
                        let message = "cannot 'yield from' a coroutine object in a non-coroutine generator";
                        return Err(crate::objects::type_error(message).into());
                    }
                    Value::Generator(_) | Value::Iter(_) => frame.values.push(value),
                    // `coroutine.__await__()`: what it stands for is delegated to.
                    Value::Object(object)
                        if let crate::objects::NativeData::CoroutineWrapper(coroutine) = &object.data =>
                    {
                        frame.values.push(coroutine.clone());
                    }
                    _ => frame.answer(self.get_iter(&value)?, OnReturn::Iterator)?,
                }
            }
            Op::GetAIter => {
                let value = frame.pop()?;
                frame.answer(self.get_aiter(value, true)?, OnReturn::Push)?;
            }
            Op::GetANext => {
                let iterator = frame.values.last().cloned().unwrap_or(Value::Nothing);
                frame.answer(self.get_anext(&iterator, true)?, OnReturn::Push)?;
            }
            Op::EndAsyncFor => {
                let exception = frame.pop()?;
                if let Value::Exception(exception) = exception
                    && !exception.is(crate::objects::ExcKind::StopAsyncIteration)
                {
                    return Err(Leave::Reraise(exception));
                }
                let iterator = frame.pop()?;
                self.let_go(function, frame, iterator);
            }
            Op::ImportName(index) => {
                self.set_here(function, frame.pc - 1);
                let fromlist = frame.pop()?;
                let level = frame.pop()?;
                frame.answer(
                    self.import_name(&function.code.names[index as usize], &fromlist, &level)?,
                    OnReturn::Push,
                )?;
            }
            Op::ImportFrom(index) => {
                let module = frame.values.last().cloned().unwrap_or(Value::Nothing);
                let found = self.import_from(&module, &function.code.names[index as usize])?;
                frame.answer(found, OnReturn::Push)?;
            }
            Op::ImportStar => {
                let module = frame.pop()?;
                self.import_star(&module, &function.globals)?;
            }
            Op::PrintExpr => drop(frame.values.pop()),
            // The loop sends only these.
            _ => {}
        }
        Ok(())
    }
}
