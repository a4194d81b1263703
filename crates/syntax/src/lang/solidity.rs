//! Solidity.
//!
//! The options of a call (`x.call{value: v}("")`) are the first of its arguments. A conversion
//! (`address(x)`) is a call. Events and errors are functions without a body, told by a modifier.
//! The call that a `try` attempts is the first statement of its block. Assembly keeps its own shape
//! except for calls.

mod binding;

use binding::bare;

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Dotted, Flat, Leaf, Node, One, Op as Oper, Skip, String},
        Row,
        Slot::{Absent, All, Field, Nth},
    },
    lower::{Writer, op_of},
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static SOLIDITY: Language = Language {
    id: "solidity",
    name: "Solidity",
    aliases: &["sol"],
    extensions: &["sol"],
    file_names: &[],
    shebangs: &[],
    line_comments: &["//"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "//",
            block_comments: true,
            long_quotes: &[],
            regexes: false,
        },
        style: Style::Braces(Braces {
            class: "contract _ {",
            function: "function _() public {",
            lambda: "",
            pair: "{",
            end: ";",
        }),
        heads: &[
            ("else", "contract _ { function _() public { if (_) {}"),
            ("catch", "contract _ { function _() public { try _() {}"),
        ],
        openers: &[
            (":=", "contract _ { function _() public { assembly {"),
            (",", "contract _ { function _() public { _("),
            (",", "contract _ { function _("),
        ],
    },
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: &[
            Fill::Around("", ""),
            Fill::Around("", ";"),
            Fill::Around("", " ___"),
            Fill::Around("", " ___;"),
            Fill::Around("", " ;;"),
            Fill::Around("\"", "\""),
            Fill::Digits,
        ],
        statement_fill: 1,
        member_fill: 3,
        case_fill: 1,
        spread: false,
        typed: Typed::Conversion,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_solidity::LANGUAGE.into());

const FRAMES: &[Frame] = &[
    Frame::clause("pragma", "", ""),
    Frame::clause("struct", "", ""),
    Frame::clause("catch", "function _() { try _() {}", "\n}"),
    Frame::clause("else", "function _() { if (_) {}", "\n}"),
    Frame::whole("function _() {", ";\n}"),
    Frame::whole("function _() {", "\n}"),
    Frame::whole("contract _ {", "\n}"),
    Frame::whole("contract _ {", ";\n}"),
    Frame::whole("", ""),
    Frame::whole("", ";"),
    Frame::whole("", " {}"),
    Frame::whole("contract _ {", " {}\n}"),
    Frame::part("function _(", ") {}", Kind::Param),
    Frame::part("function _() public", " {}", Kind::Annotation),
    Frame::whole("function _() { (", " _); }"),
];

const ROWS: &[Row] = &[
    Row("identifier primitive_type enum_value yul_evm_builtin", Leaf(Kind::Name)),
    Row("user_defined_type type_alias yul_path", Dotted),
    Row("number_literal", Code(number)),
    Row("yul_decimal_number yul_hex_number", Leaf(Kind::Int)),
    Row("boolean_literal yul_boolean", Leaf(Kind::Bool)),
    Row("string_literal", Code(|w, n| w.strings(n))),
    Row("string hex_string_literal unicode_string_literal", String),
    Row("expression statement parenthesized_expression yul_identifier yul_string_literal", One),
    Row("any_source_type solidity_version solidity_version_comparison_operator", Leaf(Kind::Token)),
    Row("pragma_value visibility state_mutability state_location", Leaf(Kind::Token)),
    Row("virtual immutable unchecked override_specifier", Leaf(Kind::Token)),
    Row("type_name", Code(type_name)),
    // Expressions.
    Row("call_expression member_expression array_access slice_access", Code(operation)),
    Row("binary_expression unary_expression update_expression", Code(operation)),
    Row("ternary_expression", Code(operation)),
    Row("struct_expression", Code(options)),
    Row("type_cast_expression", Code(call_of_first)),
    Row("payable_conversion_expression meta_type_expression", Code(call_of_first)),
    Row("yul_function_call", Code(call_of_first)),
    Row("call_argument", Flat),
    Row("call_struct_argument", Node(Kind::Keyword, &[Field("name"), Field("value")])),
    Row("struct_field_assignment", Node(Kind::Keyword, &[Field("name"), Field("value")])),
    Row("new_expression", Code(|w, n| new(w, n, None, n))),
    Row(
        "assignment_expression augmented_assignment_expression",
        Oper(Kind::Assign, &[Field("left"), Field("right")]),
    ),
    Row("tuple_expression", Code(tuple)),
    Row("inline_array_expression", Node(Kind::List, &[All])),
    // Statements.
    Row("function_body contract_body struct_body enum_body yul_block", Node(Kind::Block, &[All])),
    Row("block_statement", Code(block)),
    Row("expression_statement", Code(expression_statement)),
    Row("variable_declaration_statement", Code(variable)),
    Row("variable_declaration", Code(|w, n| declared(w, n, n, None))),
    Row("variable_declaration_tuple", Code(tuple)),
    Row("if_statement", Code(if_statement)),
    Row("for_statement", Code(for_loop)),
    Row("while_statement", Node(Kind::While, &[Field("condition"), Field("body")])),
    Row("do_while_statement", Node(Kind::DoWhile, &[Field("body"), Field("condition")])),
    Row("break_statement", Node(Kind::Break, &[Absent])),
    Row("continue_statement", Node(Kind::Continue, &[Absent])),
    Row("return_statement", Node(Kind::Return, &[Nth(0)])),
    Row("emit_statement", Code(emit)),
    Row("revert_statement", Code(revert)),
    Row("try_statement", Code(try_statement)),
    Row("catch_clause", Code(catch)),
    Row("import_directive", Code(import)),
    // Definitions.
    Row("contract_declaration interface_declaration library_declaration", Code(class)),
    Row("struct_declaration enum_declaration", Code(class)),
    Row("inheritance_specifier", Code(base)),
    Row("state_variable_declaration constant_variable_declaration", Code(state_variable)),
    Row("struct_member", Code(state_variable)),
    Row("function_definition modifier_definition constructor_definition", Code(function)),
    Row("fallback_receive_definition event_definition error_declaration", Code(function)),
    Row("parameter event_parameter error_parameter return_parameter", Code(parameter)),
    Row("return_type_definition", Node(Kind::Tuple, &[All])),
    Row("modifier_invocation", Code(invocation)),
    Row("assembly_flags", Skip),
];

fn number(w: &mut Writer<'_>, node: Concrete<'_>) {
    let text = node.text();
    let hex = text.trim_start().starts_with("0x") || text.trim_start().starts_with("0X");
    let digits = text.split_whitespace().next().unwrap_or("");
    let float = !hex && digits.contains(['.', 'e', 'E']);
    w.leaf(if float { Kind::Float } else { Kind::Int }, node);
}

/// A mapping is a generic type; an array or function type keeps its own shape.
fn type_name(w: &mut Writer<'_>, node: Concrete<'_>) {
    let keyword = node.children().next().filter(|first| first.is("mapping"));
    if let Some(keyword) = keyword {
        w.open(Kind::Generic, node);
        w.leaf(Kind::Name, keyword);
        w.slot(node.field("key_type"));
        w.slot(node.field("value_type"));
        return w.close();
    }
    match node.named().next() {
        Some(only) if node.children().count() == 1 => w.lower(only),
        _ => w.other(node),
    }
}

/// An operation or an operand with a suffix, bound as the language binds it.
fn operation(w: &mut Writer<'_>, node: Concrete<'_>) {
    if binding::rebound(w, node) {
        return;
    }
    if let Some(base) = binding::base(node) {
        return suffix(w, node, (node.start(), node.end()), |w| w.lower(base));
    }
    match node.kind() {
        "call_expression" => created(w, node),
        "ternary_expression" => {
            w.open(Kind::Conditional, node);
            w.all(node);
            w.close();
        }
        kind => {
            let kind = if kind == "binary_expression" { Kind::Binary } else { Kind::Unary };
            w.open_op(kind, op_of(kind, node), node);
            w.all(node);
            w.close();
        }
    }
}

/// An index, a member, arguments or a postfix operator, put to what `base` writes.
fn suffix(
    w: &mut Writer<'_>,
    node: Concrete<'_>,
    (start, end): (u32, u32),
    base: impl FnOnce(&mut Writer<'_>),
) {
    let (kind, op) = match node.kind() {
        "call_expression" => (Kind::Call, Op::None),
        "member_expression" => (Kind::Member, Op::None),
        "update_expression" => (Kind::Unary, op_of(Kind::Unary, node)),
        _ => (Kind::Index, Op::None),
    };
    w.open_span(kind, op, start, end);
    base(w);
    match node.kind() {
        "call_expression" => {
            let callee = node.field("function");
            let options = callee.map(bare).filter(|callee| callee.is("struct_expression"));
            let callee = options.and_then(|options| options.field("type")).or(callee);
            args(w, callee.map_or(start, Concrete::end), options, node);
        }
        "member_expression" => w.slot(node.field("property")),
        "array_access" => w.each(node.field("index")),
        "slice_access" => slice(w, node),
        _ => {}
    }
    w.close();
}

/// A call of `new C`, which is the creation itself.
fn created(w: &mut Writer<'_>, node: Concrete<'_>) {
    let callee = node.field("function").map(bare);
    let options = callee.filter(|callee| callee.is("struct_expression"));
    let created = options.and_then(|options| options.field("type")).or(callee).map(bare);
    match created {
        Some(created) => new(w, created, options, node),
        None => w.other(node),
    }
}

/// Call options on their own.
fn options(w: &mut Writer<'_>, node: Concrete<'_>) {
    let callee = node.field("type");
    w.open(Kind::Call, node);
    w.slot(callee);
    args(w, callee.map_or(node.start(), Concrete::end), Some(node), node);
    w.close();
}

/// Options and arguments, which start at `start` and end with `node`.
fn args(w: &mut Writer<'_>, start: u32, options: Option<Concrete<'_>>, node: Concrete<'_>) {
    let is_option = |child: &Concrete<'_>| child.is("struct_field_assignment");
    let is_argument = |child: &Concrete<'_>| child.is("call_argument");
    w.open_span(Kind::Args, Op::None, start, node.end());
    w.each(options.into_iter().flat_map(Concrete::named).filter(is_option));
    w.each(node.named().filter(is_argument));
    w.close();
}

/// `node` creates a contract or an array; `whole` has the arguments.
fn new(w: &mut Writer<'_>, node: Concrete<'_>, options: Option<Concrete<'_>>, whole: Concrete<'_>) {
    w.open(Kind::New, whole);
    w.slot(node.field("name"));
    args(w, node.field("name").map_or(node.start(), Concrete::end), options, whole);
    w.absent();
    w.close();
}

/// A call whose callee is its first child, a keyword or not.
fn call_of_first(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(callee) = node.children().next() else { return w.other(node) };
    w.open(Kind::Call, node);
    if callee.is_named() {
        w.lower(callee);
    } else {
        w.leaf(Kind::Name, callee);
    }
    w.open_span(Kind::Args, Op::None, callee.end(), node.end());
    w.each(node.named().filter(|child| child.id != callee.id));
    w.close();
    w.close();
}

fn slice(w: &mut Writer<'_>, node: Concrete<'_>) {
    let start = node.field("base").map_or(node.start(), Concrete::end);
    w.open_span(Kind::Slice, Op::None, start, node.end());
    w.slot(node.field("from"));
    w.slot(node.field("to"));
    w.absent();
    w.close();
}

/// A tuple, with an empty slot where nothing stands between its commas.
fn tuple(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut filled = true;
    w.open(Kind::Tuple, node);
    for child in node.children() {
        match (child.is_named(), child.kind()) {
            (true, _) => {
                w.lower(child);
                filled = true;
            }
            (false, "(") => filled = false,
            (false, ",") => {
                if !filled {
                    w.absent();
                }
                filled = false;
            }
            (false, ")") if !filled && node.has_token(",") => w.absent(),
            _ => {}
        }
    }
    w.close();
}

/// An unchecked block is an `Other` around the block.
fn block(w: &mut Writer<'_>, node: Concrete<'_>) {
    let is_mark = |child: &Concrete<'_>| child.is("unchecked");
    let unchecked = node.named().find(is_mark);
    if let Some(unchecked) = unchecked {
        w.open(Kind::Other, node);
        w.lower(unchecked);
    }
    w.open_span(Kind::Block, Op::None, unchecked.map_or(node.start(), Concrete::end), node.end());
    w.each(node.named().filter(|child| !is_mark(child)));
    w.close();
    if unchecked.is_some() {
        w.close();
    }
}

/// `throw;` of old compilers reads as a name.
fn expression_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    let inner = node.named().next().map(bare);
    match inner {
        Some(inner) if inner.hole().is_none() && inner.text() == "throw" => {
            w.open(Kind::Throw, node);
            w.absent();
            w.close();
        }
        Some(inner)
            if inner.hole().is_some() || inner.kind().ends_with("assignment_expression") =>
        {
            w.lower(inner);
        }
        Some(inner) => w.wrap(Kind::ExprStmt, node, inner),
        None => w.other(node),
    }
}

fn variable(w: &mut Writer<'_>, node: Concrete<'_>) {
    let value = node.field("value");
    match node.child_of_kind("variable_declaration") {
        Some(one) if one.hole().is_none() => declared(w, one, node, value),
        Some(any) if value.is_none() => w.lower(any),
        _ => {
            w.open(Kind::VarDef, node);
            w.empty(Kind::Modifiers, node.start());
            w.absent();
            w.slot(node.named().find(|child| child.field_name() != "value"));
            w.slot(value);
            w.close();
        }
    }
}

/// The variable that `node` declares, in a statement `whole`.
fn declared(
    w: &mut Writer<'_>,
    node: Concrete<'_>,
    whole: Concrete<'_>,
    value: Option<Concrete<'_>>,
) {
    w.open(Kind::VarDef, whole);
    w.modifiers(whole, node.children().filter(|child| child.field_name() == "location"));
    w.slot(node.field("type"));
    w.slot(node.field("name"));
    w.slot(value);
    w.close();
}

fn if_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut bodies = node.named().filter(|child| child.is("statement"));
    w.open(Kind::If, node);
    w.slot(node.field("condition"));
    w.slot(bodies.next());
    w.slot(bodies.next());
    w.close();
}

fn for_loop(w: &mut Writer<'_>, node: Concrete<'_>) {
    let condition = node.field("condition");
    let inner = |one: Concrete<'_>| one.named().next().map(|inner| inner.id);
    w.open(Kind::For, node);
    w.slot(node.field("initial"));
    match condition {
        Some(one) if one.hole().is_none() && inner(one).is_some() => w.one(one),
        condition => w.slot(condition),
    }
    w.slot(node.field("update"));
    w.slot(node.field("body"));
    w.close();
}

fn emit(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Other, node);
    w.slot_token(node.children().next());
    called(w, node, node.field("name"));
    w.close();
}

/// A call of `name` with the arguments that stand right below `node`.
fn called(w: &mut Writer<'_>, node: Concrete<'_>, name: Option<Concrete<'_>>) {
    let start = name.map_or(node.start(), Concrete::start);
    let end =
        node.children().filter(|child| child.is(")")).last().map_or(node.end(), Concrete::end);
    w.open_span(Kind::Call, Op::None, start, end);
    w.slot(name);
    w.open_span(Kind::Args, Op::None, name.map_or(start, Concrete::end), end);
    w.each(node.named().filter(|child| child.is("call_argument")));
    w.close();
    w.close();
}

/// `revert("...")` is a call, `revert E(x)` throws the call of `E`.
fn revert(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(keyword) = node.children().next() else { return w.other(node) };
    let error = node.field("error");
    let list = error
        .map(bare)
        .filter(|error| error.is("parenthesized_expression") || error.is("tuple_expression"));
    let arguments = node.child_of_kind("revert_arguments").or(list);
    match (error.filter(|_| list.is_none()), arguments) {
        (None, Some(arguments)) => {
            w.open(Kind::ExprStmt, node);
            w.open_over(Kind::Call, keyword, arguments);
            w.leaf(Kind::Name, keyword);
            w.wrap_all(Kind::Args, arguments);
            w.close();
            w.close();
        }
        (Some(error), Some(arguments)) => {
            w.open(Kind::Throw, node);
            w.open_over(Kind::Call, error, arguments);
            w.lower(error);
            w.wrap_all(Kind::Args, arguments);
            w.close();
            w.close();
        }
        (error, None) => {
            w.open(Kind::Throw, node);
            w.slot(error);
            w.close();
        }
    }
}

fn try_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (attempt, body) = (node.field("attempt"), node.field("body"));
    let (Some(attempt), Some(body)) = (attempt, body) else { return w.other(node) };
    w.open(Kind::Try, node);
    w.open_over(Kind::Block, attempt, body);
    attempted(w, node, attempt, body);
    w.lower(body);
    w.close();
    w.each(node.named().filter(|child| child.is("catch_clause")));
    w.absent();
    w.close();
}

/// The call of a `try`, and the variables that its results go to.
fn attempted(w: &mut Writer<'_>, node: Concrete<'_>, attempt: Concrete<'_>, body: Concrete<'_>) {
    let results = node.named().filter(|child| child.is("parameter"));
    if results.clone().next().is_none() {
        return w.wrap(Kind::ExprStmt, attempt, attempt);
    }
    w.open_span(Kind::VarDef, Op::None, attempt.start(), body.start());
    w.empty(Kind::Modifiers, attempt.start());
    w.absent();
    w.open_span(Kind::Tuple, Op::None, attempt.end(), body.start());
    for result in results {
        if result.is_ellipsis() {
            w.lower(result);
        } else {
            declared(w, result, result, None);
        }
    }
    w.close();
    w.lower(attempt);
    w.close();
}

/// `catch Error(string memory reason)`.
fn catch(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parameter = node.child_of_kind("parameter");
    w.open(Kind::Catch, node);
    w.slot(node.child_of_kind("identifier"));
    match parameter {
        Some(any) if any.hole().is_some() => w.lower(any),
        parameter => w.slot(parameter.and_then(|one| one.field("name"))),
    }
    w.slot(node.field("body"));
    w.close();
}

/// One `Import` for each name; each may be followed by its alias.
fn import(w: &mut Writer<'_>, node: Concrete<'_>) {
    let source = node.field("source");
    let wildcard = node.child_of_kind("*");
    let names: Vec<_> = node.fields("import_name").chain(wildcard).collect();
    if names.is_empty() {
        w.open(Kind::Import, node);
        w.slot(source);
        w.absent();
        w.slot(node.field("alias"));
        return w.close();
    }
    w.in_sequence(node, names.iter().copied(), |w, name, _| {
        let later = names.iter().filter(|other| other.id > name.id).map(|other| other.id).min();
        let own = |alias: &Concrete<'_>| alias.id > name.id && later.is_none_or(|l| alias.id < l);
        w.open(Kind::Import, node);
        w.slot(source);
        if name.is_named() {
            w.lower(name);
        } else {
            w.leaf(Kind::Token, name);
        }
        w.slot(node.fields("alias").find(own));
        w.close();
    });
}

fn class(w: &mut Writer<'_>, node: Concrete<'_>) {
    const WORDS: &[&str] = &["abstract", "interface", "library", "struct", "enum"];
    let bases = node.named().filter(|child| child.is("inheritance_specifier"));
    let name = node.field("name");
    w.open(Kind::Class, node);
    w.modifiers(node, node.children().filter(|child| WORDS.contains(&child.kind())));
    w.slot(name);
    match (bases.clone().next(), bases.clone().last()) {
        (Some(first), Some(last)) => {
            w.open_over(Kind::Bases, first, last);
            w.each(bases);
            w.close();
        }
        _ => w.empty(Kind::Bases, name.map_or(node.start(), Concrete::end)),
    }
    w.slot(node.field("body"));
    w.close();
}

fn base(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.named().any(|child| child.is("call_argument")) {
        called(w, node, node.field("ancestor"));
    } else {
        w.slot(node.field("ancestor"));
    }
}

fn state_variable(w: &mut Writer<'_>, node: Concrete<'_>) {
    const WORDS: &[&str] =
        &["visibility", "constant", "override_specifier", "immutable", "state_location"];
    w.open(Kind::VarDef, node);
    w.modifiers(node, node.children().filter(|child| WORDS.contains(&child.kind())));
    w.slot(node.field("type"));
    w.slot(node.field("name"));
    w.slot(node.field("value"));
    w.close();
}

/// What stands before or after the name of a function as a modifier.
const FUNCTION_WORDS: &[&str] = &[
    "visibility",
    "state_mutability",
    "virtual",
    "override_specifier",
    "modifier_invocation",
    "payable",
    "internal",
    "public",
    "modifier",
    "event",
    "error",
    "anonymous",
];

/// Functions, constructors, modifiers, events and errors. A constructor and the functions for plain
/// transfers are named by their keywords; `function()` has no name.
fn function(w: &mut Writer<'_>, node: Concrete<'_>) {
    let keyword = node.children().next();
    let named =
        keyword.filter(|word| matches!(word.kind(), "constructor" | "fallback" | "receive"));
    w.open(Kind::Function, node);
    w.modifiers(node, node.children().filter(|child| FUNCTION_WORDS.contains(&child.kind())));
    match (node.field("name"), named) {
        (None, Some(keyword)) => w.leaf(Kind::Name, keyword),
        (name, _) => w.slot(name),
    }
    parameters(w, node, node.field("name").or(keyword).map_or(node.start(), Concrete::end));
    w.slot(node.field("return_type"));
    w.slot(node.field("body"));
    w.close();
}

/// The first list of parameters below a node; `at` is where it would be.
fn parameters(w: &mut Writer<'_>, node: Concrete<'_>, at: u32) {
    let bracket = |mark| node.children().find(|child| child.is(mark));
    let start = bracket("(").map_or(at, Concrete::start);
    let end = bracket(")").map_or(at, Concrete::end);
    let own = |child: &Concrete<'_>| child.kind().ends_with("parameter") && child.start() < end;
    w.open_span(Kind::Params, Op::None, start, end);
    w.each(node.named().filter(own));
    w.close();
}

fn parameter(w: &mut Writer<'_>, node: Concrete<'_>) {
    let place = |child: &Concrete<'_>| child.field_name() == "location" || child.is("indexed");
    w.open(Kind::Param, node);
    w.modifiers(node, node.children().filter(place));
    w.slot(node.field("type"));
    w.slot(node.field("name"));
    w.absent();
    w.close();
}

fn invocation(w: &mut Writer<'_>, node: Concrete<'_>) {
    let names = node.named().filter(|child| child.is("identifier"));
    let arguments = node.children().find(|child| child.is("("));
    w.open(Kind::Annotation, node);
    match arguments {
        Some(open) => {
            w.open(Kind::Call, node);
            w.dotted(names);
            w.open_span(Kind::Args, Op::None, open.start(), node.end());
            w.each(node.named().filter(|child| child.is("call_argument")));
            w.close();
            w.close();
        }
        None => w.dotted(names),
    }
    w.close();
}
