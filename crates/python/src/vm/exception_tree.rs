//! An uncaught exception with all that is shown with it: its causes and contexts, the exceptions of groups.
//!
//! Each exception is shown once as a cause or context, as CPython does: the walk goes in its order.

use std::rc::Rc;

use crate::objects::{Exc, TraceEntry};
use crate::traceback::groups::{MAX_DEPTH, MAX_WIDTH};
use crate::traceback::{Link, Report};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::report::frame_summary;

/// Links of a chain that are shown at most.
const MAX_CHAIN: usize = 200;
/// Exceptions that are shown at most in all.
const MAX_NODES: usize = 5_000;

/// One exception, with what its report borrows.
struct Node {
    error: Exc,
    entries: Vec<TraceEntry>,
    class: String,
    message: Option<String>,
    notes: Vec<String>,
    older: Option<(Link, usize)>,
    group: Option<Vec<usize>>,
    /// Groups around it.
    depth: usize,
    /// Newer links of its chain.
    links: usize,
}

/// What has been found.
struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    fn seen(&self, error: &Exc) -> bool {
        self.nodes.iter().any(|known| Rc::ptr_eq(&known.error, error))
    }

    /// The chain that begins with a node. As deep as groups are shown.
    fn chain(&self, index: usize) -> Vec<Report<'_>> {
        let mut chain = Vec::new();
        let mut next = Some(index);
        while let Some(node) = next.and_then(|index| self.nodes.get(index)) {
            chain.push(Report {
                frames: node.entries.iter().map(frame_summary).collect(),
                class: node.class.clone(),
                message: node.message.clone(),
                notes: node.notes.clone(),
                link: node.older.map(|(link, _)| link),
                group: node
                    .group
                    .as_ref()
                    .map(|group| group.iter().map(|index| self.chain(*index)).collect()),
            });
            next = node.older.map(|(_, index)| index);
        }
        chain
    }
}

impl Vm {
    /// The text of an uncaught exception, as CPython prints it.
    pub fn render_exception(&mut self, error: &Exc) -> String {
        let mut tree = Tree { nodes: Vec::new() };
        self.add_node(&mut tree, error, 0, 0);
        let mut queue = vec![0];
        while let Some(index) = queue.pop() {
            let Some(node) = tree.nodes.get(index) else { break };
            let (error, depth, links) = (node.error.clone(), node.depth, node.links + 1);
            if tree.nodes.len() >= MAX_NODES {
                continue;
            }
            let cause = error.cause.borrow().clone().filter(|cause| !tree.seen(cause));
            let context = error.context.borrow().clone();
            let context = context.filter(|_| cause.is_none() && !error.suppress_context.get());
            let older = match (cause, context) {
                (Some(cause), _) => Some((Link::Cause, cause)),
                (None, Some(context)) => Some((Link::Context, context)),
                _ => None,
            };
            if let Some((link, older)) = older
                && links < MAX_CHAIN
                && !tree.seen(&older)
            {
                let at = self.add_node(&mut tree, &older, depth, links);
                tree.nodes[index].older = Some((link, at));
                queue.push(at);
            }
            let inner = match error.group.borrow().as_ref().map(|group| group.exceptions.clone()) {
                Some(Value::Tuple(items)) => items,
                _ => continue,
            };
            // What is beyond the limits is not looked at; how many there are is all that counts.
            let shown = if depth > MAX_DEPTH { 0 } else { MAX_WIDTH };
            let mut group = Vec::with_capacity(inner.len());
            for item in inner.iter().take(shown) {
                if let Value::Exception(error) = item {
                    group.push(self.add_node(&mut tree, error, depth + 1, 0));
                }
            }
            queue.extend(&group);
            group.resize(inner.len(), usize::MAX);
            tree.nodes[index].group = Some(group);
        }
        crate::traceback::render(&tree.chain(0))
    }

    fn add_node(&mut self, tree: &mut Tree, error: &Exc, depth: usize, links: usize) -> usize {
        let trace = error.trace.borrow();
        let entries = trace.iter().rev().filter(|entry| !entry.code.source.hidden).cloned().collect();
        drop(trace);
        tree.nodes.push(Node {
            error: error.clone(),
            entries,
            class: self.exception_class_name(error),
            message: self.exception_message(error),
            notes: self.notes(error),
            older: None,
            group: None,
            depth,
            links,
        });
        tree.nodes.len() - 1
    }
}
