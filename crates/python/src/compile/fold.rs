//! Expressions whose value is known before the program runs, as CPython's AST optimizer knows them.
//!
//! Folding is left out where CPython would raise, and where the result would be large.

use ruff_python_ast::{self as ast, Expr, Number, Operator, UnaryOp};

/// A constant.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Const {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    /// An integer literal that does not fit, as it is written.
    Big(String),
    Float(f64),
    Str(String),
    Bytes(Vec<u8>),
    Tuple(Vec<Const>),
}

/// The longest string that folding makes, in bytes, as in CPython.
const LONGEST: usize = 4096;

impl Const {
    /// The truth of the value.
    pub(super) fn truth(&self) -> bool {
        match self {
            Const::None => false,
            Const::Ellipsis | Const::Big(_) => true,
            Const::Bool(flag) => *flag,
            Const::Int(number) => *number != 0,
            Const::Float(number) => *number != 0.0,
            Const::Str(text) => !text.is_empty(),
            Const::Bytes(bytes) => !bytes.is_empty(),
            Const::Tuple(items) => !items.is_empty(),
        }
    }

    fn int(&self) -> Option<i64> {
        match self {
            Const::Int(number) => Some(*number),
            Const::Bool(flag) => Some(i64::from(*flag)),
            _ => None,
        }
    }

    fn float(&self) -> Option<f64> {
        match self {
            Const::Float(number) => Some(*number),
            // An int that a float holds exactly.
            _ => self.int().filter(|number| number.unsigned_abs() <= 1 << 53).map(|number| number as f64),
        }
    }
}

/// The value of an expression, if it is a constant.
pub(super) fn constant(expression: &Expr) -> Option<Const> {
    match expression {
        Expr::NoneLiteral(_) => Some(Const::None),
        Expr::EllipsisLiteral(_) => Some(Const::Ellipsis),
        Expr::BooleanLiteral(node) => Some(Const::Bool(node.value)),
        Expr::NumberLiteral(node) => match &node.value {
            Number::Int(number) => Some(match number.as_i64() {
                Some(small) => Const::Int(small),
                None => Const::Big(number.to_string()),
            }),
            Number::Float(number) => Some(Const::Float(*number)),
            Number::Complex { .. } => None,
        },
        Expr::StringLiteral(node) => Some(Const::Str(node.value.to_str().to_owned())),
        Expr::BytesLiteral(node) => Some(Const::Bytes(node.value.bytes().collect())),
        Expr::Name(node) if node.id == "__debug__" => Some(Const::Bool(true)),
        Expr::UnaryOp(node) => unary(node.op, constant(&node.operand)?),
        Expr::BinOp(node) => binary(node.op, &constant(&node.left)?, &constant(&node.right)?),
        Expr::Tuple(node) => node.elts.iter().map(constant).collect::<Option<_>>().map(Const::Tuple),
        _ => None,
    }
}

fn unary(op: UnaryOp, operand: Const) -> Option<Const> {
    match (op, &operand) {
        (UnaryOp::Not, _) => Some(Const::Bool(!operand.truth())),
        (UnaryOp::USub, Const::Float(number)) => Some(Const::Float(-number)),
        (UnaryOp::UAdd, Const::Float(_)) => Some(operand),
        (UnaryOp::USub, Const::Big(digits)) if digits.as_bytes().first().is_some_and(u8::is_ascii_digit) => {
            // The literal of the least i64 is one too large without its sign.
            format!("-{digits}").parse().ok().map(Const::Int)
        }
        (UnaryOp::USub, _) => operand.int()?.checked_neg().map(Const::Int),
        (UnaryOp::UAdd, _) => operand.int().map(Const::Int),
        // `~True` warns when it runs.
        (UnaryOp::Invert, Const::Int(number)) => Some(Const::Int(!number)),
        (UnaryOp::Invert, _) => None,
    }
}

fn binary(op: Operator, left: &Const, right: &Const) -> Option<Const> {
    if let (Const::Str(a), Const::Str(b), Operator::Add) = (left, right, op) {
        return (a.len() + b.len() <= LONGEST).then(|| Const::Str(format!("{a}{b}")));
    }
    if matches!(left, Const::Bool(_)) || matches!(right, Const::Bool(_)) {
        return None;
    }
    if let (Some(a), Some(b)) = (left.int(), right.int()) {
        return int_binary(op, a, b);
    }
    let (a, b) = (left.float()?, right.float()?);
    match op {
        Operator::Add => Some(Const::Float(a + b)),
        Operator::Sub => Some(Const::Float(a - b)),
        Operator::Mult => Some(Const::Float(a * b)),
        Operator::Div if b != 0.0 => Some(Const::Float(a / b)),
        _ => None,
    }
}

fn int_binary(op: Operator, a: i64, b: i64) -> Option<Const> {
    let exact = |number: i64| number.unsigned_abs() <= 1 << 53;
    let number = match op {
        Operator::Add => a.checked_add(b)?,
        Operator::Sub => a.checked_sub(b)?,
        Operator::Mult => a.checked_mul(b)?,
        Operator::Pow => a.checked_pow(u32::try_from(b).ok()?)?,
        Operator::Div if b != 0 && exact(a) && exact(b) => return Some(Const::Float(a as f64 / b as f64)),
        // Python rounds down, and the remainder has the sign of the divisor.
        Operator::FloorDiv if b != 0 => {
            let quotient = a.checked_div(b)?;
            if a.checked_rem(b)? != 0 && (a < 0) != (b < 0) { quotient - 1 } else { quotient }
        }
        Operator::Mod if b != 0 => {
            let rest = a.checked_rem(b)?;
            if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest }
        }
        Operator::LShift => {
            let shift = u32::try_from(b).ok().filter(|shift| *shift < 63)?;
            let shifted = a.checked_mul(1 << shift)?;
            return Some(Const::Int(shifted));
        }
        Operator::RShift => a >> u32::try_from(b).ok()?.min(63),
        Operator::BitAnd => a & b,
        Operator::BitOr => a | b,
        Operator::BitXor => a ^ b,
        _ => return None,
    };
    Some(Const::Int(number))
}

/// The operator of the machine for one of the tree.
pub(super) fn operator(op: Operator) -> crate::op::BinaryOp {
    use crate::op::BinaryOp;
    match op {
        Operator::Add => BinaryOp::Add,
        Operator::Sub => BinaryOp::Sub,
        Operator::Mult => BinaryOp::Mul,
        Operator::MatMult => BinaryOp::MatMul,
        Operator::Div => BinaryOp::Div,
        Operator::Mod => BinaryOp::Mod,
        Operator::Pow => BinaryOp::Pow,
        Operator::LShift => BinaryOp::LShift,
        Operator::RShift => BinaryOp::RShift,
        Operator::BitOr => BinaryOp::Or,
        Operator::BitXor => BinaryOp::Xor,
        Operator::BitAnd => BinaryOp::And,
        Operator::FloorDiv => BinaryOp::FloorDiv,
    }
}

/// Whether a statement is an expression that is a string: a docstring if it comes first.
pub(super) fn docstring(body: &[ast::Stmt]) -> Option<&ast::ExprStringLiteral> {
    match body.first() {
        Some(ast::Stmt::Expr(node)) => node.value.as_string_literal_expr(),
        _ => None,
    }
}
