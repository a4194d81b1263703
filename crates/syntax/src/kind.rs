//! The kinds of the common tree, and the fixed shape of each.
//!
//! A kind's children stand in the order that its line gives. `x?` means a slot that is always there
//! and holds [`Kind::Absent`] when the source has nothing for it; `x*` means any number. A node of
//! any other grammar kind is [`Kind::Other`] and keeps its grammar kind as a tag.
//! Parentheses around an expression, semicolons, commas and comments are not in the tree.

use serde::{Deserialize, Serialize};

/// What a node is. The comments give the shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
pub enum Kind {
    // ---- the whole -------------------------------------------------------------------------
    /// `stmt*`: a file, a fragment, or the statements of a pattern.
    Root,
    /// Nothing stands in this slot.
    Absent,
    /// Any grammar node that has no kind of its own: `child*`, anonymous tokens that are not mere
    /// punctuation included as [`Kind::Token`].
    Other,
    /// Leaf: an anonymous token or a leaf grammar node without a kind of its own.
    Token,
    /// `child*`: a stretch that the parser could not read; what it recognized inside is below. It
    /// may stand wherever any number of nodes may.
    Error,

    // ---- leaves of expressions ---------------------------------------------------------------
    /// Leaf: an identifier, also a type's name. `this`, `self` and `super` are names.
    Name,
    /// Leaf: an integer literal.
    Int,
    /// Leaf: a floating-point literal.
    Float,
    /// Leaf: `true` or `false`, as the language writes it.
    Bool,
    /// Leaf: `null`, `None`, `undefined`, `nil`.
    Null,
    /// `part*` of [`Kind::StringText`], [`Kind::Interpolation`]; a char literal too. An empty
    /// string has no part. Adjoining literals (`"a" f"{b}"`) are one string with the parts of all.
    String,
    /// Leaf: raw text inside a string, escapes as written; adjoining text and escapes are one.
    StringText,
    /// `expr`: a value put into a string.
    Interpolation,
    /// Leaf: a regular-expression literal with its delimiters.
    Regex,

    // ---- expressions -------------------------------------------------------------------------
    /// `callee Args`; `op` [`Op::Optional`] for `a?.(b)`. A tagged template is a call with one
    /// argument, and so are Solidity's conversions (`address(x)`).
    Call,
    /// `type Args body?`: `new T(...)`, with the body of an anonymous class.
    New,
    /// `arg*`: expressions, [`Kind::Keyword`], [`Kind::Spread`].
    Args,
    /// `Name expr`: `name=value` in a call, `{name: value}` of a Solidity call.
    Keyword,
    /// `expr`: `*x`, `...x`; `op` is [`Op::Spread`] or [`Op::SpreadDict`] (`**x`).
    Spread,
    /// `object Name`: `a.b`, `a?.b` (then `op` is [`Op::Optional`]), `A::b`, a qualified name.
    Member,
    /// `object index*`: `a[i]`; `op` [`Op::Optional`] for `a?.[i]`.
    Index,
    /// `low? high? step?`.
    Slice,
    /// `expr`; `op` says which.
    Unary,
    /// `left right`; `op` says which. Chains nest to the left.
    Binary,
    /// `condition then else`: `c ? a : b`, `a if c else b`.
    Conditional,
    /// `type expr`: a cast, `x as T`.
    Cast,
    /// `expr`.
    Await,
    /// `expr?`; `op` [`Op::Spread`] for `yield from`, `yield*`.
    Yield,
    /// `item*`.
    Tuple,
    /// `item*`: a list or array literal or pattern.
    List,
    /// `item*`: a set literal.
    Set,
    /// `entry*`: [`Kind::Pair`], [`Kind::Spread`], a [`Kind::Name`] (JavaScript shorthand), a
    /// [`Kind::Function`] (method). A dictionary or object literal or pattern.
    Dict,
    /// `key value`.
    Pair,
    /// `element clause*`: a comprehension. Clauses are [`Kind::ForEach`] without a body (Absent)
    /// and [`Kind::If`] with `then` and `else` absent. `op` tells list, set, dict and generator
    /// apart.
    Comprehension,
    /// `base type*`: `List<String>`, `mapping(K => V)`.
    Generic,
    /// `expr type`: a TypeScript or Python annotation where the tree has no slot for it.
    Typed,

    // ---- statements --------------------------------------------------------------------------
    /// `stmt*`.
    Block,
    /// `expr`.
    ExprStmt,
    /// `target value`; `op` is [`Op::Assign`] or the operator of an augmented one. In Python the
    /// annotated form is [`Kind::VarDef`]; a plain one stays `Assign`. It may stand as a statement
    /// without an `ExprStmt` around it, or inside an expression.
    Assign,
    /// `Modifiers type? target init?`: one variable. Several in one statement become several
    /// `VarDef` in a [`Kind::Sequence`], each with the statement's modifiers and type, which then
    /// lie before its own span. Fields are `VarDef`.
    VarDef,
    /// `node*`: several nodes where the source has one statement (`var a = 1, b = 2`) or expression
    /// (JavaScript's `a, b`). The `else` of a Python loop or `try` is a [`Kind::Block`] that
    /// follows it in a `Sequence`.
    Sequence,
    /// `condition then else?`: `elif` nests in `else`.
    If,
    /// `condition body`.
    While,
    /// `body condition`.
    DoWhile,
    /// `init? condition? step? body`.
    For,
    /// `target iterable body`: target is a `VarDef` without init, a name or a pattern; `op`
    /// [`Op::In`] for JavaScript's `for (k in o)`. An empty statement as a body is Absent.
    ForEach,
    /// `subject Case*`.
    Switch,
    /// `values Block`: values are a [`Kind::Tuple`] (empty for `default`), the last of which may be
    /// a guard: an [`Kind::If`] with `then` and `else` absent.
    Case,
    /// `Block Catch* Finally?`: the finally slot is last. Resources: the `Try` stands in a `With`.
    Try,
    /// `type? name? Block`.
    Catch,
    /// `Block`.
    Finally,
    /// `item* Block`: Python `with`, Java resources. Each item is a `VarDef`, an `Assign` (`x as y`
    /// becomes target `y`, value `x`) or an expression.
    With,
    /// `expr?`.
    Return,
    /// `expr?`.
    Throw,
    /// `label?`.
    Break,
    /// `label?`.
    Continue,
    /// `condition message?`.
    Assert,
    /// `target*`.
    Delete,
    /// `module name? alias?`: one per imported name, so `from a import b, c as d` is two. The
    /// module is a `Name`/`Member` chain or a `String`. `import a.b as c` has name Absent. A
    /// wildcard has the `Token` `*` as its name. Several stand in a [`Kind::Sequence`].
    Import,
    /// `path`.
    Package,
    /// `node amendment*`: what a pattern may leave unsaid: redirections of a shell command and the
    /// variables set for it alone, the flags of an instruction. A pattern without them matches the
    /// node with them; one with them says which must be there.
    Amended,

    // ---- definitions -------------------------------------------------------------------------
    /// `Modifiers name? Params type? body?`: function, method, constructor, lambda (name Absent;
    /// the body of an expression lambda is the expression). Solidity's modifiers, events and errors
    /// too, told by a modifier; its results are a [`Kind::Tuple`] of [`Kind::Param`].
    Function,
    /// `param*`.
    Params,
    /// `Modifiers type? target default?`; `op` [`Op::Spread`] for `*args` and `...rest`,
    /// [`Op::SpreadDict`] for `**kwargs`.
    Param,
    /// `Modifiers name? Bases Block`: class, interface, struct, enum, contract, library. The word
    /// for anything but a class or contract is one of the modifiers.
    Class,
    /// `type*`: superclasses and interfaces; Python keyword arguments too.
    Bases,
    /// `item*` of [`Kind::Token`] (`public`, `static`, `async`, `const`, `export`) and
    /// [`Kind::Annotation`]. Solidity's modifier invocations are annotations.
    Modifiers,
    /// `expr`: `@name`, `@name(args)`: a `Name`, `Member` or `Call`.
    Annotation,

    // ---- patterns only -----------------------------------------------------------------------
    /// Leaf: `...`.
    Ellipsis,
    /// Leaf: `$X`; `$_` is anonymous.
    Metavar,
    /// Leaf: `$...X`.
    EllipsisMetavar,
    /// `expr`: `<... expr ...>`.
    Deep,
    /// `type Metavar`: `(String $X)`, `($X : T)`.
    TypedMetavar,
}

/// Operator of a `Unary`, `Binary`, `Assign`, ... node, the same for all languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[repr(u8)]
#[expect(missing_docs, reason = "the names are the operators' own")]
pub enum Op {
    None,
    Assign,
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    ShiftLeft,
    ShiftRight,
    ShiftRightLogical,
    BitAnd,
    BitOr,
    BitXor,
    BitNot,
    And,
    Or,
    Not,
    Coalesce,
    Eq,
    NotEq,
    StrictEq,
    StrictNotEq,
    Less,
    LessEq,
    Greater,
    GreaterEq,
    In,
    NotIn,
    Is,
    IsNot,
    InstanceOf,
    Plus,
    Minus,
    PreIncrement,
    PreDecrement,
    PostIncrement,
    PostDecrement,
    TypeOf,
    Void,
    Delete,
    Spread,
    SpreadDict,
    Optional,
    Walrus,
    ListOf,
    SetOf,
    DictOf,
    Generator,
    Range,
    Pipe,
    Other,
}
