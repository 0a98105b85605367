//! The instructions of the virtual machine.
//!
//! The compiler emits every opcode of the first part; those of the last part ("fused") are put in by
//! the machine itself (see `vm::fuse`), the compiler never emits them. Each fits in 8 bytes.
//!
//! Stack effects are written `before -- after`, the top of the stack to the right. Jump targets are
//! absolute indices into [`Code::ops`](crate::code::Code::ops). "Slot" is an index into the locals of
//! a frame: see [`Code::local_names`](crate::code::Code::local_names). "Name" is an index into
//! [`Code::names`](crate::code::Code::names).
//!
//! A call is laid out as in CPython 3.13: `callable self-or-nothing arg...`. [`Op::PushNothing`]
//! fills the second place for plain calls, [`Op::LoadMethod`] fills both.

/// One instruction.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Op {
    /// Does nothing.
    Nop,
    /// Tells the instrument that the watched line is reached.
    Reached,

    // Constants and the stack.
    /// `-- value`: constant of that index.
    LoadConst(u32),
    /// `-- int`.
    LoadInt(i32),
    /// `-- None`.
    LoadNone,
    /// `-- True|False`.
    LoadBool(bool),
    /// `-- nothing`: the empty second place of a call.
    PushNothing,
    /// `a --`.
    PopTop,
    /// `xn ... x1 -- xn ... x1 xn`: pushes a copy of the n-th from the top (1 is the top).
    Copy(u32),
    /// `xn ... x1 -- x1 ... xn`: swaps the top and the n-th from the top (2 is the one below the top).
    Swap(u32),

    // Names.
    /// `-- value`: UnboundLocalError if the slot is unbound.
    LoadLocal(u32),
    /// `value --`.
    StoreLocal(u32),
    /// `--`: UnboundLocalError if it is unbound already.
    DeleteLocal(u32),
    /// `-- value`: leaves the slot unbound, no error if it was; for inlined comprehensions and the
    /// like that must save an outer variable.
    LoadLocalAndClear(u32),
    /// `--`: wraps what is in the slot (an argument, or nothing) in a new cell. First thing in a
    /// function, for each of its own variables that inner functions use. Free variables' slots hold
    /// their cells already.
    MakeCell(u32),
    /// `-- cell`: the cell itself, for the closure of an inner function.
    LoadClosure(u32),
    /// `-- value`: what the cell in the slot holds; NameError (free) or UnboundLocalError (own) if nothing.
    LoadDeref(u32),
    /// `value --`.
    StoreDeref(u32),
    /// `--`.
    DeleteDeref(u32),
    /// `-- value`: in a class body: the class namespace by the slot's name, else the cell.
    LoadClassDeref(u32),
    /// `-- value`: globals, then builtins. Module level code uses the `*Global` opcodes too.
    LoadGlobal(u32),
    /// `value --`.
    StoreGlobal(u32),
    /// `--`.
    DeleteGlobal(u32),
    /// `-- value`: in a class body: its namespace, globals, builtins.
    LoadName(u32),
    /// `value --`: into the class namespace.
    StoreName(u32),
    /// `--`.
    DeleteName(u32),

    // Attributes and items.
    /// `object -- value`.
    LoadAttr(u32),
    /// `value object --`.
    StoreAttr(u32),
    /// `object --`.
    DeleteAttr(u32),
    /// `object -- callable self-or-nothing`: the first half of a method call.
    LoadMethod(u32),
    /// `self-class-cell-value self -- attribute`: reserved for `super().name` without a super object;
    /// the compiler need not emit it. Zero-argument `super()` is an ordinary call of `super`: such a
    /// function must have `__class__` among its free variables.
    LoadSuperAttr(u32),
    /// `object key -- value`.
    LoadItem,
    /// `value object key --`.
    StoreItem,
    /// `object key --`.
    DeleteItem,
    /// `start stop [step] -- slice`: 2 or 3 operands.
    BuildSlice(u32),

    // Calls.
    /// `callable self-or-nothing arg1..argN -- result`.
    Call(u32),
    /// `callable self-or-nothing arg1..argN -- result`: `count` arguments in all; the last of them are
    /// keywords; the constant `names` is a tuple of their names.
    CallKw {
        /// Number of arguments, positional and keyword.
        count: u16,
        /// Index of the constant tuple of names.
        names: u32,
    },
    /// `callable self-or-nothing args [kwargs] -- result`: `f(*args, **kwargs)`; `args` is a list built by the
    /// compiled code or what [`Op::StarTuple`] gives, `kwargs` (if `true`) a dict built with [`Op::DictMerge`] or what
    /// [`Op::StarDict`] gives.
    CallEx(bool),
    /// `value --` (leaves the frame).
    Return,
    /// `[defaults] [kwdefaults] [annotations] [closure] code -- function`: flags of [`MakeFunction`] say which
    /// of the optional operands are there: a tuple of positional defaults, a dict of keyword-only
    /// defaults, a dict of annotations, a tuple of cells.
    MakeFunction(u8),
    /// `-- function`: `__build_class__`, called like `f(body_function, name, *bases, **keywords)`.
    LoadBuildClass,
    /// `-- value`: a builtin by its name, whatever the program calls by that name.
    LoadBuiltin(u32),

    // Operators.
    /// `a b -- a op b`.
    Binary(BinaryOp),
    /// `a b -- a op= b`.
    InPlace(BinaryOp),
    /// `a -- op a`.
    Unary(UnaryOp),
    /// `a b -- a op b`.
    Compare(CompareOp),
    /// `a b -- bool`: `is`; `true` inverts.
    Is(bool),
    /// `item container -- bool`: `in`; `true` inverts.
    Contains(bool),

    // Jumps.
    /// Forward.
    Jump(u32),
    /// Backward: a loop's end. Counts fuel.
    JumpBack(u32),
    /// `a --`.
    JumpIfFalse(u32),
    /// `a --`.
    JumpIfTrue(u32),
    /// `a --`.
    JumpIfNone(u32),
    /// `a --`.
    JumpIfNotNone(u32),
    /// `a -- [a]`: jumps and keeps it if false, else pops it (`and`).
    JumpIfFalseOrPop(u32),
    /// `a -- [a]`: jumps and keeps it if true, else pops it (`or`).
    JumpIfTrueOrPop(u32),

    // Building.
    /// `x1..xn -- tuple`.
    BuildTuple(u32),
    /// `x1..xn -- list`.
    BuildList(u32),
    /// `x1..xn -- set`.
    BuildSet(u32),
    /// `x1..xn -- set`, where all are constants. CPython merges a constant set into an empty one, which can
    /// leave another order.
    BuildConstantSet(u32),
    /// `k1 v1..kn vn -- dict`.
    BuildMap(u32),
    /// `s1..sn -- str`: joins strings (f-strings).
    BuildString(u32),
    /// `list -- tuple`.
    ListToTuple,
    /// `iterable -- tuple`: the only arguments by position of a call that goes on with [`Op::CallEx`].
    StarTuple,
    /// `mapping -- dict`: the only keywords of such a call, above its arguments. The dict may be the mapping itself.
    StarDict,
    /// `list ... item -- list ...`: appends to the list at that depth, counted after popping `item` (1 is the top).
    ListAppend(u32),
    /// `set ... item -- set ...`.
    SetAdd(u32),
    /// `dict ... key value -- dict ...`.
    MapAdd(u32),
    /// `list ... iterable -- list ...`: `[*iterable]`; in calls and list displays.
    ListExtend(u32),
    /// `set ... iterable -- set ...`.
    SetUpdate(u32),
    /// `dict ... mapping -- dict ...`: `{**mapping}`.
    DictUpdate(u32),
    /// `callable self-or-nothing args dict mapping -- callable self-or-nothing args dict`: `f(**mapping)`: TypeError on a double keyword,
    /// naming the callable.
    DictMerge,
    /// `sequence -- xn..x1`: exactly n items, the first on top.
    UnpackSequence(u32),
    /// `sequence -- ...`: `before` items, a list, `after` items; the first on top.
    UnpackEx {
        /// Items before the star.
        before: u16,
        /// Items after the star.
        after: u16,
    },
    /// `value [spec] -- str`: `{value!conversion:spec}` of an f-string.
    FormatValue {
        /// What `!` asks for.
        conversion: Conversion,
        /// Whether a spec string is on the stack.
        spec: bool,
    },

    // Iteration.
    /// `iterable -- iterator`.
    GetIter,
    /// `iterator -- iterator item`, or `iterator --` and a jump when it is exhausted.
    ForIter(u32),

    // Exceptions. A handler is entered with the stack cut to its depth and the exception pushed.
    /// `[exception [cause]] --`: raises; 0 operands re-raises the one being handled.
    Raise(u8),
    /// `exception -- previous exception`: it is the one being handled from now on.
    PushExcInfo,
    /// `previous --`: the previous one is being handled again.
    PopExcept,
    /// `exception class-or-tuple -- exception bool`.
    CheckExcMatch,
    /// `exception class-or-tuple -- tuple`: what an `except*` clause takes of it, and the rest; None where that is nothing.
    CheckStarMatch,
    /// `exception -- exception`: it is the one being handled from now on, in place of another.
    HandleStar,
    /// `exception list -- exception-or-None`: what is to be raised after `except*` clauses that raised what is in the list.
    EndStar,
    /// `exception --`: raises it again, as the end of a `finally` or of unmatched `except` clauses. Its traceback does not
    /// get a second entry for this frame.
    Reraise,
    /// `-- class`: AssertionError itself, whatever the name means by now.
    LoadAssertionError,
    /// `manager -- exit entered`: calls `__enter__`; `exit` is the bound `__exit__`. On the normal way out: `LoadNone` x3 and a call
    /// (`exit`, [`Op::PushNothing`] between).
    BeforeWith,
    /// `exit previous exception -- exit previous exception result`: calls `exit(type, exception, traceback)`.
    WithExceptStart,

    /// Before an instruction that reads or writes something that tasks may share: tells the instrument.
    Watch(u32),

    // Patterns.
    /// `subject -- subject bool`: whether it is a sequence to patterns.
    MatchSequence,
    /// `subject -- subject bool`: whether it is a mapping.
    MatchMapping,
    /// `subject -- subject length`.
    GetLen,
    /// `subject keys -- subject keys values`: a tuple of the values of those keys, or None.
    MatchKeys,
    /// `subject keys -- rest`: a dict of all but those keys.
    MatchRest,
    /// `subject class names -- values`: a tuple of so many positional attributes and the named ones, or None.
    MatchClass(u32),

    // Coroutines and generators.
    /// `object -- awaitable`: what `await` may wait for, or a TypeError in the words of who awaits.
    GetAwaitable(Awaiting),
    /// `awaitable -- result`: runs or waits until it is done.
    Await,
    /// `value -- sent`: leaves the generator until it is resumed.
    Yield,
    /// `value -- sent`: the same in an asynchronous generator: ends the step that is awaited.
    AsyncYield,
    /// `iterable -- iterator`: for `yield from`.
    GetYieldFromIter,
    /// `iterator -- result`: `yield from`.
    YieldFrom,
    /// `manager -- aexit awaitable`: calls `__aenter__`; then [`Op::GetAwaitable`], [`Op::Await`]. The exits await what they get likewise.
    BeforeAsyncWith,
    /// `iterable -- iterator`: `__aiter__`.
    GetAIter,
    /// `iterator -- iterator object`: `__anext__`; then [`Op::GetAwaitable`], [`Op::Await`].
    GetANext,
    /// `iterator exception --`: ends an `async for` if it is StopAsyncIteration, else raises it again.
    EndAsyncFor,

    // Imports.
    /// `level fromlist -- module`: `level` an int, `fromlist` None or a tuple of names.
    ImportName(u32),
    /// `module -- module attribute`.
    ImportFrom(u32),
    /// `module --`: all public names into the globals.
    ImportStar,
    /// `value --`: shows the value of an expression statement (never emitted for files).
    PrintExpr,

    // Fused: put in by the machine at the first of the instructions they stand for.
    /// `-- a b`: two locals.
    LoadLocals(u16, u16),
    /// `-- a op b` of two locals.
    BinaryLocals(BinaryOp, u16, u16),
    /// `-- a op int` of a local.
    BinaryLocalInt(BinaryOp, u16, i16),
    /// `b -- b op int`.
    BinaryInt(BinaryOp, i32),
    /// `a b --`: jumps if the comparison is false.
    CompareJump(CompareOp, u32),
    /// `-- `: jumps on if a comparison of two locals is false; the target is in the jump two instructions later.
    CompareLocalsJump(CompareOp, u16, u16),
    /// `-- `: the same with a local and an int.
    CompareLocalIntJump(CompareOp, u16, i16),
    /// `iterator -- iterator`: the item goes to a local; the target is in the instruction it replaced: a distance.
    ForIterStore {
        /// The local.
        local: u16,
        /// The target.
        target: u32,
    },
    /// `-- attribute`: of a local.
    LoadLocalAttr(u16, u32),
    /// `value --`: an attribute of a local.
    StoreLocalAttr(u16, u32),
    /// `-- callable self-or-nothing`: a method of a local.
    LoadLocalMethod(u16, u32),
    /// `-- callable nothing`: a global that is called.
    LoadGlobalCall(u32),
    /// `object start stop -- object[start:stop]`.
    LoadSlice,
}

/// The flags of [`Op::MakeFunction`].
pub struct MakeFunction;

impl MakeFunction {
    /// A tuple of positional defaults is on the stack.
    pub const DEFAULTS: u8 = 1;
    /// A dict of keyword-only defaults is on the stack.
    pub const KW_DEFAULTS: u8 = 2;
    /// A dict of annotations is on the stack.
    pub const ANNOTATIONS: u8 = 4;
    /// A tuple of cells is on the stack.
    pub const CLOSURE: u8 = 8;
}

/// A binary operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `@`
    MatMul,
    /// `<<`
    LShift,
    /// `>>`
    RShift,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
}

/// A unary operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOp {
    /// `-`
    Neg,
    /// `+`
    Pos,
    /// `~`
    Invert,
    /// `not`
    Not,
}

/// A rich comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompareOp {
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

/// What an await belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Awaiting {
    /// `await`.
    Expression,
    /// The `__aenter__` of an `async with`.
    Enter,
    /// Its `__aexit__`.
    Exit,
    /// The `__anext__` of an `async for`.
    Next,
}

/// The conversion of an f-string field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conversion {
    /// None.
    None,
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

const _: () = assert!(size_of::<Op>() == 8);
