//! Instructions as a person reads them: `line index  name operand (what it means)`.

use std::fmt::Write as _;

use crate::code::Code;
use crate::op::Op;
use crate::value::Value;

/// The code and the code inside it, outermost first.
pub(super) fn disassemble(code: &Code) -> String {
    let mut text = String::new();
    let kind = if code.class_body { "class".to_owned() } else { format!("{:?}", code.kind).to_lowercase() };
    let locals: Vec<&str> = code.local_names.iter().map(|name| name.as_str()).collect();
    let _ = writeln!(
        text,
        "{} ({kind}) stack {} locals [{}] free {}",
        code.qualname,
        code.stack_size,
        locals.join(" "),
        code.free_count
    );
    let mut last_line = 0;
    for (index, op) in code.ops.iter().enumerate() {
        let line = code.line(index);
        let shown = if line == last_line { String::new() } else { line.to_string() };
        last_line = line;
        let _ = writeln!(text, "{shown:>4} {index:>3}  {}", instruction(code, *op));
    }
    for handler in &code.handlers {
        let _ = writeln!(
            text,
            "          {}..{} -> {} depth {}",
            handler.start, handler.end, handler.target, handler.depth
        );
    }
    for value in &code.consts {
        if let Value::Code(inner) = value {
            text.push('\n');
            text.push_str(&disassemble(inner));
        }
    }
    text
}

fn instruction(code: &Code, op: Op) -> String {
    let plain = format!("{op:?}");
    let name = |index: u32| format!(" {}", code.names[index as usize]);
    let slot = |index: u32| format!(" {}", code.local_names[index as usize]);
    let note = match op {
        Op::LoadConst(index) => format!(" {}", constant(&code.consts[index as usize])),
        Op::LoadLocal(index)
        | Op::StoreLocal(index)
        | Op::DeleteLocal(index)
        | Op::LoadLocalAndClear(index)
        | Op::MakeCell(index)
        | Op::LoadClosure(index)
        | Op::LoadDeref(index)
        | Op::StoreDeref(index)
        | Op::DeleteDeref(index)
        | Op::LoadClassDeref(index) => slot(index),
        Op::LoadGlobal(index)
        | Op::StoreGlobal(index)
        | Op::DeleteGlobal(index)
        | Op::LoadName(index)
        | Op::StoreName(index)
        | Op::DeleteName(index)
        | Op::LoadAttr(index)
        | Op::StoreAttr(index)
        | Op::DeleteAttr(index)
        | Op::LoadMethod(index)
        | Op::Watch(index)
        | Op::ImportName(index)
        | Op::ImportFrom(index) => name(index),
        Op::CallKw { names, .. } => format!(" {}", constant(&code.consts[names as usize])),
        _ => return plain,
    };
    let short = plain.split(['(', ' ']).next().unwrap_or_default().to_owned();
    match op {
        Op::CallKw { count, .. } => format!("{short} {count}{note}"),
        _ => format!("{short}{note}"),
    }
}

fn constant(value: &Value) -> String {
    match value {
        Value::Code(code) => format!("<code {}>", code.qualname),
        Value::Str(text) => format!("{:?}", text.as_str()),
        Value::Int(number) => number.to_string(),
        Value::Float(number) => format!("{number:?}"),
        Value::Bool(flag) => if *flag { "True" } else { "False" }.to_owned(),
        Value::None => "None".to_owned(),
        Value::Ellipsis => "...".to_owned(),
        Value::Tuple(items) => {
            let items: Vec<String> = items.iter().map(constant).collect();
            format!("({})", items.join(", "))
        }
        other => format!("{other:?}"),
    }
}
