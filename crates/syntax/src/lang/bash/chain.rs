//! Commands joined by `|`, `&&` and `||`, and their redirections.
//!
//! The grammar has a redirection end what stands before it: in `a && b > f | c` it joins `a && b`
//! before it pipes. So a chain is taken apart and put together as a shell does: a redirection
//! belongs to the command before it, and `|` binds more than `&&`.

use super::commands::redirection;
use crate::{Kind, Op, concrete::Concrete, lower::Writer};

/// Longest chain that nests; a longer one is the list of its parts.
const PARTS_MAX: usize = 64;

/// A command of a chain.
struct Part<'c> {
    node: Option<Concrete<'c>>,
    redirections: Vec<Concrete<'c>>,
    start: u32,
    end: u32,
    /// What joins it to the part before.
    joint: Op,
}

/// A pipeline, list or redirected command.
pub(super) fn chain(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parts = parts(node);
    let mut pipelines: Vec<&[Part<'_>]> = Vec::new();
    let mut rest = parts.as_slice();
    while !rest.is_empty() {
        let after = rest.iter().skip(1).position(|part| part.joint != Op::Pipe);
        let (pipeline, others) = rest.split_at(after.map_or(rest.len(), |after| after + 1));
        pipelines.push(pipeline);
        rest = others;
    }
    joined(
        w,
        &pipelines,
        span,
        |pipeline| joint(pipeline),
        |w, pipeline| {
            joined(w, pipeline, |part| (part.start, part.end), |part| part.joint, write);
        },
    );
}

fn joint(pipeline: &[Part<'_>]) -> Op {
    pipeline.first().map_or(Op::None, |part| part.joint)
}

fn span(pipeline: &&[Part<'_>]) -> (u32, u32) {
    let start = pipeline.first().map_or(0, |part| part.start);
    (start, pipeline.iter().map(|part| part.end).max().unwrap_or(start))
}

/// Operands of one kind of joint, nested to the left.
fn joined<T>(
    w: &mut Writer<'_>,
    operands: &[T],
    span: impl Fn(&T) -> (u32, u32),
    joint: impl Fn(&T) -> Op,
    write: impl Fn(&mut Writer<'_>, &T),
) {
    let start = operands.first().map_or(0, |first| span(first).0);
    let mut end = start;
    let ends: Vec<u32> = operands
        .iter()
        .map(|operand| {
            end = end.max(span(operand).1);
            end
        })
        .collect();
    let nests = operands.len() <= PARTS_MAX.min(w.room / 4);
    if !nests {
        w.open_span(Kind::Sequence, Op::None, start, end);
    }
    for (operand, end) in operands.iter().zip(&ends).skip(1).rev().filter(|_| nests) {
        w.open_span(Kind::Binary, joint(operand), start, *end);
    }
    for (n, operand) in operands.iter().enumerate() {
        write(w, operand);
        if nests && n > 0 {
            w.close();
        }
    }
    if !nests {
        w.close();
    }
}

fn write(w: &mut Writer<'_>, part: &Part<'_>) {
    if part.redirections.is_empty() {
        return w.slot(part.node);
    }
    w.open_span(Kind::Amended, Op::None, part.start, part.end);
    w.slot(part.node);
    let mut before = None;
    for redirection in &part.redirections {
        redirected(w, *redirection, before);
        before = Some(*redirection);
    }
    w.close();
}

/// A number right before a redirection is its descriptor; the grammar has it for a further target
/// of the one before.
fn redirected(w: &mut Writer<'_>, node: Concrete<'_>, before: Option<Concrete<'_>>) {
    let number = before.and_then(further).filter(|word| word.end() == node.start());
    match node.is("file_redirect") && node.hole().is_none() {
        true => redirection(w, node, number.or(node.field("descriptor"))),
        false => w.lower(node),
    }
}

/// What a redirection has besides its target.
fn further(node: Concrete<'_>) -> Option<Concrete<'_>> {
    node.fields("destination").skip(1).last()
}

/// What is still to be taken apart.
enum Task<'c> {
    Take(Concrete<'c>),
    Redirect(Concrete<'c>),
    Join(Op),
}

/// The commands of a chain in the order of the text.
fn parts(node: Concrete<'_>) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    let mut joint = Op::None;
    let mut open = vec![Task::Take(node)];
    while let Some(task) = open.pop() {
        match task {
            Task::Join(op) => joint = op,
            Task::Take(node) if node.hole().is_none() && is_chain(node) => {
                let first = open.len();
                taken_apart(node, &mut open);
                if let Some(tasks) = open.get_mut(first..) {
                    tasks.reverse();
                }
            }
            Task::Take(node) => {
                let (start, end) = (node.start(), node.end());
                parts.push(Part { node: Some(node), redirections: Vec::new(), start, end, joint });
            }
            Task::Redirect(node) => redirect(&mut parts, node, joint),
        }
    }
    parts
}

fn is_chain(node: Concrete<'_>) -> bool {
    matches!(node.kind(), "pipeline" | "list" | "redirected_statement")
}

/// A redirection belongs to the command before it; without one it is a command of its own.
fn redirect<'c>(parts: &mut Vec<Part<'c>>, node: Concrete<'c>, joint: Op) {
    let (start, end) = (node.start(), node.end());
    match parts.last_mut() {
        Some(part) => {
            part.redirections.push(node);
            part.end = part.end.max(end);
        }
        None => {
            parts.push(Part { node: None, redirections: vec![node], start, end, joint });
        }
    }
}

/// The rest of a line that starts a here-document is a part of the document for the grammar.
fn taken_apart<'c>(node: Concrete<'c>, tasks: &mut Vec<Task<'c>>) {
    for child in node.children() {
        match joint_of(child) {
            Some(op) => tasks.push(Task::Join(op)),
            None if !child.is_named() => {}
            None if !child.kind().ends_with("_redirect") => tasks.push(Task::Take(child)),
            None => {
                tasks.push(Task::Redirect(child));
                if child.is("heredoc_redirect") {
                    rest_of_line(child, tasks);
                }
            }
        }
    }
}

fn rest_of_line<'c>(document: Concrete<'c>, tasks: &mut Vec<Task<'c>>) {
    for child in document.children() {
        match joint_of(child) {
            Some(op) => tasks.push(Task::Join(op)),
            None if child.is("pipeline") => {
                tasks.push(Task::Join(Op::Pipe));
                tasks.extend(child.named().map(Task::Take));
            }
            None if child.field_name() == "right" => tasks.push(Task::Take(child)),
            None if child.kind().ends_with("_redirect") => tasks.push(Task::Redirect(child)),
            None => {}
        }
    }
}

fn joint_of(token: Concrete<'_>) -> Option<Op> {
    match token.text().trim() {
        _ if token.is_named() => None,
        "|" | "|&" => Some(Op::Pipe),
        "&&" => Some(Op::And),
        "||" => Some(Op::Or),
        _ => None,
    }
}
