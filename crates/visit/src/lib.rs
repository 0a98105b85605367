//! A walk over ruff's syntax tree, in the order of evaluation.
//!
//! ruff's [`Visitor`](visitor::Visitor) compiles the whole walk again for each type that implements it: some 5 kB
//! of the page for a visitor. Here the walk is compiled once, for `dyn Visit`.
//!
//! Knows nothing of what its visitors look for.

#![forbid(unsafe_code)]

use ruff_python_ast::visitor;
use ruff_python_ast::{
    Arguments, BytesLiteral, Comprehension, ExceptHandler, Expr, FString, Parameters, Pattern, Stmt,
    StringLiteral,
};

/// What looks at a tree. Each method is given a node, and walks on into it unless it is written otherwise.
pub trait Visit<'a> {
    /// This visitor, as the walk knows it: always `self`.
    fn as_visit(&mut self) -> &mut dyn Visit<'a>;

    /// The statements of a module, of a function, of a branch.
    fn visit_body(&mut self, body: &'a [Stmt]) {
        walk_body(self.as_visit(), body);
    }

    /// A statement.
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        walk_stmt(self.as_visit(), stmt);
    }

    /// An expression.
    fn visit_expr(&mut self, expr: &'a Expr) {
        walk_expr(self.as_visit(), expr);
    }

    /// The annotation of a name, a parameter or a result.
    fn visit_annotation(&mut self, expr: &'a Expr) {
        self.visit_expr(expr);
    }

    /// An `except` with its body.
    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        visitor::walk_except_handler(self.as_visit(), handler);
    }

    /// One `for` of a comprehension, with its conditions.
    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        walk_comprehension(self.as_visit(), comprehension);
    }

    /// A pattern of a `case`.
    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        walk_pattern(self.as_visit(), pattern);
    }

    /// A part of a text: there is nothing in it.
    fn visit_string_literal(&mut self, _: &'a StringLiteral) {}

    /// A part of a bytes literal: there is nothing in it.
    fn visit_bytes_literal(&mut self, _: &'a BytesLiteral) {}

    /// An f-string.
    fn visit_f_string(&mut self, string: &'a FString) {
        visitor::walk_f_string(self.as_visit(), string);
    }
}

impl<'a> visitor::Visitor<'a> for dyn Visit<'a> + '_ {
    fn visit_body(&mut self, body: &'a [Stmt]) {
        Visit::visit_body(self, body);
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        Visit::visit_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        Visit::visit_expr(self, expr);
    }

    fn visit_annotation(&mut self, expr: &'a Expr) {
        Visit::visit_annotation(self, expr);
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        Visit::visit_except_handler(self, handler);
    }

    fn visit_comprehension(&mut self, comprehension: &'a Comprehension) {
        Visit::visit_comprehension(self, comprehension);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        Visit::visit_pattern(self, pattern);
    }

    fn visit_string_literal(&mut self, literal: &'a StringLiteral) {
        Visit::visit_string_literal(self, literal);
    }

    fn visit_bytes_literal(&mut self, literal: &'a BytesLiteral) {
        Visit::visit_bytes_literal(self, literal);
    }

    fn visit_f_string(&mut self, string: &'a FString) {
        Visit::visit_f_string(self, string);
    }
}

/// Shows a visitor each of these statements.
pub fn walk_body<'a>(visit: &mut dyn Visit<'a>, body: &'a [Stmt]) {
    for stmt in body {
        visit.visit_stmt(stmt);
    }
}

/// Shows a visitor what is in a statement.
pub fn walk_stmt<'a>(visit: &mut dyn Visit<'a>, stmt: &'a Stmt) {
    visitor::walk_stmt(visit, stmt);
}

/// Shows a visitor what is in an expression.
pub fn walk_expr<'a>(visit: &mut dyn Visit<'a>, expr: &'a Expr) {
    visitor::walk_expr(visit, expr);
}

/// Shows a visitor what is in one `for` of a comprehension.
pub fn walk_comprehension<'a>(visit: &mut dyn Visit<'a>, comprehension: &'a Comprehension) {
    visitor::walk_comprehension(visit, comprehension);
}

/// Shows a visitor the defaults and annotations of parameters.
pub fn walk_parameters<'a>(visit: &mut dyn Visit<'a>, parameters: &'a Parameters) {
    visitor::walk_parameters(visit, parameters);
}

/// Shows a visitor the arguments of a call or a class.
pub fn walk_arguments<'a>(visit: &mut dyn Visit<'a>, arguments: &'a Arguments) {
    visitor::walk_arguments(visit, arguments);
}

/// Shows a visitor what is in a pattern.
pub fn walk_pattern<'a>(visit: &mut dyn Visit<'a>, pattern: &'a Pattern) {
    visitor::walk_pattern(visit, pattern);
}

#[cfg(test)]
mod tests {
    use ruff_python_ast::{Expr, Stmt};
    use ruff_python_parser::parse_module;

    use super::{Visit, walk_expr, walk_stmt};

    /// The names of a source in the order of the walk; functions called `hidden` are not entered.
    #[derive(Default)]
    struct Names(Vec<String>);

    impl<'a> Visit<'a> for Names {
        fn as_visit(&mut self) -> &mut dyn Visit<'a> {
            self
        }

        fn visit_stmt(&mut self, stmt: &'a Stmt) {
            match stmt {
                Stmt::FunctionDef(function) if &function.name == "hidden" => {}
                _ => walk_stmt(self, stmt),
            }
        }

        fn visit_expr(&mut self, expr: &'a Expr) {
            if let Expr::Name(name) = expr {
                self.0.push(name.id.to_string());
            }
            walk_expr(self, expr);
        }
    }

    #[test]
    fn a_walk_goes_where_the_visitor_lets_it_in_the_order_of_evaluation() {
        let source = "a: b = c\n\
                      def hidden(): d\n\
                      def shown(e=f): g\n\
                      try: h\nexcept i: j\n\
                      [k for l in m if n]\n\
                      match o:\n case p(q=r): f'{s}'\n";
        let module = parse_module(source).expect("it is Python");
        let mut names = Names::default();
        names.visit_body(module.suite());
        assert_eq!(names.0.concat(), "cbafghijmlnkops");
    }
}
