//! Commands: scripts, calls, assignments, redirections.

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
    let mut words = vec![name];
    words.extend(
        node.named()
            .filter(|part| part.start() >= name.end() && !part.kind().ends_with("_redirect")),
    );
    call_of(w, &words, RUNS_MAX);
}

/// Commands that run each other: `sudo env A=1 nohup a`.
const RUNS_MAX: u32 = 4;

/// A call of the first word with the others; what it is to run is a call in its place.
fn call_of(w: &mut Writer<'_>, words: &[Concrete<'_>], runs: u32) {
    let Some((name, arguments)) = words.split_first() else { return };
    let last = arguments.last().unwrap_or(name);
    w.open_over(Kind::Call, *name, *last);
    w.lower(*name);
    match arguments.first() {
        Some(first) => w.open_over(Kind::Args, *first, *last),
        None => w.open_span(Kind::Args, Op::None, name.end(), name.end()),
    }
    let from = if runs > 0 { runs_from(*name, arguments) } else { arguments.len() };
    let (own, run) = arguments.split_at(from);
    let reads = name.hole().is_none() && READS.contains(&name.text());
    for argument in own {
        match reads && is_variable(*argument) {
            true => w.leaf(Kind::Name, *argument),
            false => w.lower(*argument),
        }
    }
    call_of(w, run, runs.saturating_sub(1));
    w.close();
    w.close();
}

/// Commands that run the one after their options, and the options that take a word.
const RUNNERS: &[(&str, &[&str])] = &[
    ("sudo", &["-u", "-g", "-U", "-C", "-p", "-h", "-r", "-t", "-T", "-D", "-R"]),
    ("doas", &["-u", "-C"]),
    ("env", &["-u", "-C"]),
    ("exec", &["-a"]),
    ("xargs", &["-I", "-n", "-P", "-L", "-d", "-a", "-s", "-E"]),
    ("nohup", &[]),
    ("setsid", &[]),
    ("time", &["-o", "-f"]),
];

/// Where among the arguments the command starts that is to be run; their number if there is none.
fn runs_from(name: Concrete<'_>, arguments: &[Concrete<'_>]) -> usize {
    let runner = RUNNERS.iter().find(|(known, _)| name.hole().is_none() && *known == name.text());
    let Some((_, with_word)) = runner else { return arguments.len() };
    let mut word_follows = false;
    let mut is_option = |argument: &Concrete<'_>| {
        let text = argument.text();
        let own = word_follows || argument.is_ellipsis() || text.starts_with('-');
        word_follows = !word_follows && with_word.contains(&text);
        own || (argument.hole().is_none() && text.contains('='))
    };
    arguments.iter().position(|argument| !is_option(argument)).unwrap_or(arguments.len())
}

/// Commands whose arguments name variables that they set.
const READS: &[&str] = &["read", "mapfile", "readarray"];

fn is_variable(word: Concrete<'_>) -> bool {
    let mut text = word.text().chars();
    let letter = |c: char| c.is_ascii_alphabetic() || c == '_';
    word.is("word")
        && word.hole().is_none()
        && text.next().is_some_and(letter)
        && text.all(|c| letter(c) || c.is_ascii_digit())
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

/// `2> file`: descriptor, sign, target.
pub(super) fn to_file(w: &mut Writer<'_>, node: Concrete<'_>) {
    redirection(w, node, node.field("descriptor"));
}

pub(super) fn redirection(
    w: &mut Writer<'_>,
    node: Concrete<'_>,
    descriptor: Option<Concrete<'_>>,
) {
    let target = node.field("destination");
    w.open_other("file_redirect", descriptor.unwrap_or(node), target.unwrap_or(node));
    match descriptor {
        Some(number) => w.leaf_span(Kind::Token, number.start(), number.end()),
        None => w.absent(),
    }
    w.slot_token(node.children().find(|part| !part.is_named()));
    w.slot(target);
    w.close();
}

/// `<<< text`
pub(super) fn here_string(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Other, node);
    w.all(node);
    w.close();
}

/// `<<EOF` with its text.
pub(super) fn here_document(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Other, node);
    w.slot(node.child_of_kind("heredoc_body"));
    w.close();
}
