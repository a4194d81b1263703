//! Ruby.
//!
//! A block is the argument of a call of the call before it. A member without arguments is a
//! member and no call. A symbol is a node of its own with its text below.

mod define;
mod flow;

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Leaf, Node, One, Op as Oper, Skip, String},
        Row,
        Slot::{All, Field, Nth},
    },
    lower::Writer,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static RUBY: Language = Language {
    id: "ruby",
    name: "Ruby",
    aliases: &["rb"],
    extensions: &["rb", "rake", "gemspec", "ru", "jbuilder"],
    file_names: &["Gemfile", "Rakefile", "Guardfile", "Capfile", "Vagrantfile", "Podfile"],
    shebangs: &["ruby", "jruby", "rake"],
    line_comments: &["#"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS, flow::ROWS, define::ROWS],
    scaffolds: SCAFFOLDS,
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: FILLS,
        statement_fill: 0,
        member_fill: 0,
        case_fill: 4,
        spread: false,
        typed: Typed::Annotation,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_ruby::LANGUAGE.into());

const SCAFFOLDS: Scaffolds = Scaffolds {
    lexicon: Lexicon { line_comment: "#", block_comments: false, long_quotes: &[], regexes: false },
    style: Style::Braces(Braces {
        class: "class C\n",
        function: "def f\n",
        lambda: "lambda {",
        pair: "f: lambda {",
        end: "\n",
    }),
    heads: &[
        ("else", "if _\n"),
        ("elsif", "if _\n"),
        ("rescue", "begin\n"),
        ("ensure", "begin\n"),
        ("when", "case _\n"),
    ],
    openers: &[
        ("end", "begin\n"),
        ("end", "begin\nbegin\n"),
        ("end", "begin\nbegin\nbegin\n"),
        ("=>", "_ = {"),
        (",", "_("),
    ],
};

const FRAMES: &[Frame] = &[
    Frame::clause("rescue", "begin\n", "\nend"),
    Frame::clause("ensure", "begin\n", "\nend"),
    Frame::clause("else", "if _\n", "\nend"),
    Frame::clause("elsif", "if _\n", "\nend"),
    Frame::clause("when", "case _\n", "\nend"),
    Frame::whole("", ""),
    Frame::whole("", "\nend"),
    Frame::part("def _(", "); end", Kind::Param),
    Frame::part("_(", ")", Kind::Keyword),
    Frame::part("_ = {", "}", Kind::Pair),
];

const FILLS: &[Fill] = &[
    Fill::Around("", ""),
    Fill::Around("C", ""),
    Fill::Around("**", ""),
    Fill::Around("", ": 1"),
    Fill::Around("when ", ""),
    Fill::Around("", ";"),
    Fill::Around("@", ""),
];

const ROWS: &[Row] = &[
    Row("identifier constant instance_variable class_variable", Leaf(Kind::Name)),
    Row("global_variable self super operator file line encoding", Leaf(Kind::Name)),
    Row("integer", Leaf(Kind::Int)),
    Row("float", Leaf(Kind::Float)),
    Row("true false", Leaf(Kind::Bool)),
    Row("nil", Leaf(Kind::Null)),
    Row("string bare_string", String),
    Row("chained_string", Code(|w, n| w.strings(n))),
    Row("simple_symbol hash_key_symbol bare_symbol", Code(symbol)),
    Row("regex", Code(regex)),
    Row("subshell", Code(command)),
    Row("empty_statement", Skip),
    Row("parenthesized_statements block_argument", One),
    // Expressions.
    Row("call", Code(call)),
    Row("argument_list", Code(arguments)),
    Row("scope_resolution", Code(scoped)),
    Row("element_reference", Node(Kind::Index, &[All])),
    Row("unary", Oper(Kind::Unary, &[Field("operand")])),
    Row("binary", Oper(Kind::Binary, &[Field("left"), Field("right")])),
    Row(
        "conditional",
        Node(Kind::Conditional, &[Field("condition"), Field("consequence"), Field("alternative")]),
    ),
    Row("range", Code(range)),
    Row("array string_array symbol_array", Node(Kind::List, &[All])),
    Row("hash", Node(Kind::Dict, &[All])),
    Row("pair", Code(pair)),
    Row("splat_argument rest_assignment", Code(|w, n| spread(w, n, Op::Spread))),
    Row("hash_splat_argument", Code(|w, n| spread(w, n, Op::SpreadDict))),
    Row("assignment operator_assignment", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row(
        "left_assignment_list destructured_left_assignment right_assignment_list",
        Node(Kind::Tuple, &[All]),
    ),
    Row("rescue_modifier", Code(rescued)),
    Row("interpolation", Node(Kind::Interpolation, &[Nth(0)])),
];

/// `:a`, and `a` of `{a: 1}`.
fn symbol(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mark = u32::from(node.text().starts_with(':'));
    let start = node.start() + mark;
    w.open_other("simple_symbol", node, node);
    w.string_text(node, start, node.end());
    w.close();
}

/// A regular expression with values in it has those parts below it.
fn regex(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.child_of_kind("interpolation").is_none() {
        return w.leaf(Kind::Regex, node);
    }
    w.open(Kind::Regex, node);
    w.string_parts(node);
    w.close();
}

fn command(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(quote) = node.children().next() else { return w.other(node) };
    w.open(Kind::Call, node);
    w.empty(Kind::Token, quote.start());
    w.open(Kind::Args, node);
    w.string(node);
    w.close();
    w.close();
}

fn call(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (arguments, block) = (node.field("arguments"), node.field("block"));
    if let Some(block) = block {
        w.open(Kind::Call, node);
        without_block(w, node, arguments);
        w.wrap(Kind::Args, block, block);
        w.close();
    } else {
        without_block(w, node, arguments);
    }
}

fn without_block(w: &mut Writer<'_>, node: Concrete<'_>, arguments: Option<Concrete<'_>>) {
    let Some(list) = arguments else { return callee(w, node) };
    w.open_over(Kind::Call, node, list);
    callee(w, node);
    arguments_of(w, list);
    w.close();
}

fn callee(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (receiver, method) = (node.field("receiver"), node.field("method"));
    let optional = node.children().any(|child| child.text() == "&.");
    match (receiver, method) {
        (Some(receiver), Some(method)) => {
            let op = if optional { Op::Optional } else { Op::None };
            w.open_span(Kind::Member, op, receiver.start(), method.end());
            w.lower(receiver);
            w.lower(method);
            w.close();
        }
        (receiver, method) => w.slot(receiver.or(method)),
    }
}

/// A list that is a placeholder as a whole is still a list.
fn arguments_of(w: &mut Writer<'_>, list: Concrete<'_>) {
    if list.hole().is_some() {
        w.wrap(Kind::Args, list, list);
    } else {
        w.lower(list);
    }
}

fn arguments(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Args, node);
    each_argument(w, node);
    w.close();
}

/// `a: b` names its parameter; `:a => b` is an entry.
fn each_argument(w: &mut Writer<'_>, list: Concrete<'_>) {
    for argument in list.named() {
        let names = |key: &Concrete<'_>| key.is("hash_key_symbol") || key.is("simple_symbol");
        let key = argument.field("key").filter(names);
        match key.filter(|_| argument.is("pair") && argument.hole().is_none()) {
            Some(key) => {
                w.open(Kind::Keyword, argument);
                let start = key.start() + u32::from(key.text().starts_with(':'));
                if key.hole().is_some() {
                    w.lower(key);
                } else {
                    w.leaf_span(Kind::Name, start, key.end());
                }
                w.slot(argument.field("value"));
                w.close();
            }
            None => w.lower(argument),
        }
    }
}

fn pair(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Pair, node);
    w.slot(node.field("key"));
    w.slot(node.field("value"));
    w.close();
}

fn scoped(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("scope") {
        Some(scope) => {
            w.open(Kind::Member, node);
            w.lower(scope);
            w.slot(node.field("name"));
            w.close();
        }
        None => w.slot(node.field("name")),
    }
}

fn range(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Binary, Op::Range, node);
    w.slot(node.field("begin"));
    w.slot(node.field("end"));
    w.close();
}

fn spread(w: &mut Writer<'_>, node: Concrete<'_>, op: Op) {
    w.open_op(Kind::Spread, op, node);
    w.slot(node.named().next());
    w.close();
}

/// `a rescue b` is one or the other.
fn rescued(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Binary, Op::Or, node);
    w.slot(node.field("body"));
    w.slot(node.field("handler"));
    w.close();
}
