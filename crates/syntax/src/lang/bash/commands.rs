//! Commands: scripts, calls, pipelines, assignments, redirections.

use crate::{Kind, Op, concrete::Concrete, lower::Writer};

/// The commands of a file. A pattern that is one word alone is that word wherever it stands.
pub(in crate::lang) fn loose_script(w: &mut Writer<'_>, node: Concrete<'_>) {
    match lone_word(node) {
        Some(word) => w.wrap(Kind::ExprStmt, word, word),
        None => script(w, node),
    }
}

fn lone_word(node: Concrete<'_>) -> Option<Concrete<'_>> {
    node.pattern_text(node.start(), node.start())?;
    let mut parts = node.children().filter(|part| part.kind() != "\n");
    let only = parts.next().filter(|only| only.hole().is_none())?;
    if only.is("program") && parts.next().is_none() {
        return lone_word(only);
    }
    let mut words = only.named();
    let name = words.next().filter(|name| name.is("command_name"))?;
    (parts.next().is_none() && words.next().is_none()).then_some(name)
}

/// The commands of a node, where statements stand.
pub(in crate::lang) fn script(w: &mut Writer<'_>, node: Concrete<'_>) {
    statements(w, node.children());
}

/// Statements among the tokens that end them.
pub(super) fn statements<'c>(
    w: &mut Writer<'_>,
    nodes: impl Iterator<Item = Concrete<'c>> + Clone,
) {
    let after = nodes.clone().skip(1).map(Some).chain([None]);
    for (node, after) in nodes.zip(after).filter(|(node, _)| node.is_named()) {
        let background = after.filter(|token| !token.is_named() && token.is("&"));
        statement(w, node, background);
    }
}

fn statement(w: &mut Writer<'_>, node: Concrete<'_>, background: Option<Concrete<'_>>) {
    if let Some(mark) = background {
        w.open_over(Kind::ExprStmt, node, mark);
        w.open_span(Kind::Unary, Op::BitAnd, node.start(), mark.end());
        w.lower(node);
        w.close();
        w.close();
    } else if is_expression(node) {
        w.wrap(Kind::ExprStmt, node, node);
    } else if node.is("program") {
        script(w, node);
    } else {
        w.lower(node);
    }
}

/// Whether it needs a statement around it.
fn is_expression(node: Concrete<'_>) -> bool {
    if node.hole().is_some() {
        return false;
    }
    match node.kind() {
        "command" | "pipeline" | "list" | "negated_command" | "test_command" | "unset_command" => {
            true
        }
        "compound_statement" => node.text().starts_with("(("),
        "declaration_command" => node.child_of_kind("variable_assignment").is_none(),
        "redirected_statement" => {
            node.field("body").is_none_or(|body| body.hole().is_some() || is_expression(body))
        }
        _ => false,
    }
}

/// `A=1 name argument ... <<< text`
pub(super) fn command(w: &mut Writer<'_>, node: Concrete<'_>) {
    let amends =
        |part: &Concrete<'_>| part.is("variable_assignment") || part.kind().ends_with("_redirect");
    let amendments = node.named().filter(amends);
    if amendments.clone().next().is_none() {
        return call(w, node);
    }
    w.open(Kind::Amended, node);
    call(w, node);
    for amendment in amendments {
        w.lower_by(amendment, one_off);
    }
    w.close();
}

/// A variable that is set for one command alone is no assignment.
fn one_off(w: &mut Writer<'_>, node: Concrete<'_>) {
    if !node.is("variable_assignment") {
        return w.lower(node);
    }
    w.open(Kind::Keyword, node);
    target_and_value(w, node);
    w.close();
}

fn call(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(name) = node.field("name") else { return w.absent() };
    let arguments = node
        .named()
        .filter(move |part| part.start() >= name.end() && !part.kind().ends_with("_redirect"));
    let last = arguments.clone().last().unwrap_or(name);
    w.open_over(Kind::Call, name, last);
    w.lower(name);
    match arguments.clone().next() {
        Some(first) => w.open_over(Kind::Args, first, last),
        None => w.open_span(Kind::Args, Op::None, name.end(), name.end()),
    }
    w.each(arguments);
    w.close();
    w.close();
}

/// A command whose name is a word of the grammar.
pub(super) fn built_in(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(name) = node.children().next() else { return w.other(node) };
    w.open(Kind::Call, node);
    w.open_over(Kind::String, name, name);
    w.leaf_span(Kind::StringText, name.start(), name.end());
    w.close();
    w.open_span(Kind::Args, Op::None, name.end(), node.end());
    w.all(node);
    w.close();
    w.close();
}

/// `export a=1 b` is its assignments.
pub(super) fn declaration(w: &mut Writer<'_>, node: Concrete<'_>) {
    let assignments = node.named().filter(|part| part.is("variable_assignment"));
    match (assignments.clone().next(), assignments.clone().nth(1)) {
        (None, _) => built_in(w, node),
        (Some(only), None) => w.lower(only),
        _ => {
            w.open(Kind::Sequence, node);
            w.each(assignments);
            w.close();
        }
    }
}

/// `a=1`, `a+=1`, `a=`.
pub(super) fn assignment(w: &mut Writer<'_>, node: Concrete<'_>) {
    let op = if node.has_token("+=") { Op::Add } else { Op::Assign };
    w.open_op(Kind::Assign, op, node);
    target_and_value(w, node);
    w.close();
}

fn target_and_value(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.slot(node.field("name"));
    match node.named().nth(1) {
        Some(value) => w.lower(value),
        None => w.empty(Kind::String, node.end()),
    }
}

/// Commands joined by `|`.
pub(super) fn pipeline(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(first) = node.named().next() else { return w.absent() };
    let others: Vec<_> = node.named().skip(1).collect();
    for last in others.iter().rev() {
        w.open_span(Kind::Binary, Op::Pipe, first.start(), last.end());
    }
    w.lower(first);
    for other in others {
        w.lower(other);
        w.close();
    }
}

/// A command with redirections. The rest of a line that starts a here-document is a part of the
/// document for the grammar: what it is joined to is put back around the command.
pub(super) fn redirected(w: &mut Writer<'_>, node: Concrete<'_>) {
    let document = node.child_of_kind("heredoc_redirect");
    let piped = document.and_then(|document| document.child_of_kind("pipeline"));
    let next = document.and_then(|document| document.field("right"));
    let op = document.and_then(|document| joint(document));
    match (piped.and_then(|piped| piped.named().next()), next.zip(op)) {
        (Some(receiver), _) => joined(w, node, Op::Pipe, receiver),
        (_, Some((next, op))) => joined(w, node, op, next),
        _ => amended(w, node),
    }
}

fn joint(document: Concrete<'_>) -> Option<Op> {
    match document.children().find(|part| part.field_name() == "operator")?.kind() {
        "&&" => Some(Op::And),
        "||" => Some(Op::Or),
        _ => None,
    }
}

fn joined(w: &mut Writer<'_>, node: Concrete<'_>, op: Op, other: Concrete<'_>) {
    w.open_op(Kind::Binary, op, node);
    amended(w, node);
    w.lower(other);
    w.close();
}

fn amended(w: &mut Writer<'_>, node: Concrete<'_>) {
    let body = node.field("body");
    let redirects = node.named().filter(|part| part.kind().ends_with("_redirect"));
    w.open(Kind::Amended, node);
    w.slot(body);
    for redirect in redirects {
        w.lower(redirect);
        w.each(redirect.named().filter(|part| part.kind().ends_with("_redirect")));
    }
    w.close();
}

/// `2> file`, `<<< text`: descriptor, sign, target.
pub(super) fn redirection(w: &mut Writer<'_>, node: Concrete<'_>) {
    let descriptor = node.field("descriptor");
    let is_descriptor =
        move |part: &Concrete<'_>| descriptor.is_some_and(|known| known.id == part.id);
    w.open(Kind::Other, node);
    w.slot(descriptor);
    w.slot_token(node.children().find(|part| !part.is_named()));
    w.each(node.named().filter(|part| !is_descriptor(part)));
    w.close();
}

/// `<<EOF` with its text.
pub(super) fn here_document(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Other, node);
    w.slot(node.child_of_kind("heredoc_body"));
    w.close();
}
