//! Where languages differ in meaning although the common tree looks the same.

use std::borrow::Cow;

/// How numbers behave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbers {
    /// Unbounded integers; `/` gives a fraction; `//` and `%` round down.
    Exact,
    /// 32-bit integers; `/` and `%` round toward zero.
    Machine,
    /// Doubles throughout.
    Double,
    /// Unsigned and wide: what leaves `0..=i64::MAX` is not known.
    Wide,
}

/// What the interpreter must know of a language.
#[derive(Debug)]
pub(super) struct Dialect {
    ids: &'static [&'static str],
    /// An assignment to a new name makes a variable of the function.
    pub(super) assignment_declares: bool,
    /// A bare name may be a field of the object.
    pub(super) implicit_fields: bool,
    /// A method's first parameter is the object.
    pub(super) explicit_self: bool,
    /// A case runs into the next one.
    pub(super) falls_through: bool,
    /// A name in a case takes the subject.
    pub(super) cases_bind: bool,
    /// `"a" + 1` is a string.
    pub(super) adds_to_strings: bool,
    /// A name as a key of a dictionary literal is the key itself.
    pub(super) bare_keys: bool,
    /// Methods of the library start with a capital: `list.Add(x)`.
    pub(super) capital_methods: bool,
    /// The parameter of a lambda that names none; empty where there is no such thing.
    pub(super) implicit_parameter: &'static str,
    /// A lambda's last statement is its value.
    pub(super) lambdas_give_last: bool,
    /// A function's last statement is its value.
    pub(super) functions_give_last: bool,
    /// A string may be changed in its place: `a << b`, `a.concat(b)`.
    pub(super) mutable_strings: bool,
    /// How numbers behave.
    pub(super) numbers: Numbers,
}

const PLAIN: Dialect = Dialect {
    ids: &[],
    assignment_declares: false,
    implicit_fields: false,
    explicit_self: false,
    falls_through: false,
    cases_bind: false,
    adds_to_strings: false,
    bare_keys: false,
    capital_methods: false,
    implicit_parameter: "",
    lambdas_give_last: false,
    functions_give_last: false,
    mutable_strings: false,
    numbers: Numbers::Machine,
};

static DIALECTS: &[Dialect] = &[
    Dialect {
        ids: &["python"],
        assignment_declares: true,
        explicit_self: true,
        cases_bind: true,
        numbers: Numbers::Exact,
        ..PLAIN
    },
    Dialect {
        ids: &["javascript", "typescript", "jsx", "tsx"],
        falls_through: true,
        adds_to_strings: true,
        bare_keys: true,
        numbers: Numbers::Double,
        ..PLAIN
    },
    Dialect {
        ids: &["java"],
        implicit_fields: true,
        falls_through: true,
        adds_to_strings: true,
        ..PLAIN
    },
    Dialect {
        ids: &["csharp"],
        implicit_fields: true,
        adds_to_strings: true,
        bare_keys: true,
        capital_methods: true,
        ..PLAIN
    },
    Dialect {
        ids: &["kotlin"],
        implicit_fields: true,
        adds_to_strings: true,
        implicit_parameter: "it",
        lambdas_give_last: true,
        ..PLAIN
    },
    Dialect { ids: &["swift", "cpp"], implicit_fields: true, adds_to_strings: true, ..PLAIN },
    Dialect {
        ids: &["scala"],
        implicit_fields: true,
        adds_to_strings: true,
        cases_bind: true,
        lambdas_give_last: true,
        functions_give_last: true,
        ..PLAIN
    },
    Dialect { ids: &["solidity"], implicit_fields: true, numbers: Numbers::Wide, ..PLAIN },
    Dialect { ids: &["c"], falls_through: true, ..PLAIN },
    Dialect { ids: &["php"], assignment_declares: true, falls_through: true, ..PLAIN },
    Dialect {
        ids: &["ruby"],
        assignment_declares: true,
        lambdas_give_last: true,
        functions_give_last: true,
        mutable_strings: true,
        ..PLAIN
    },
    Dialect { ids: &["bash", "dockerfile"], assignment_declares: true, ..PLAIN },
    Dialect {
        ids: &["rust"],
        explicit_self: true,
        cases_bind: true,
        lambdas_give_last: true,
        functions_give_last: true,
        ..PLAIN
    },
];

static OTHER: Dialect = PLAIN;

impl Dialect {
    /// The dialect of a language by its id; a plain one for languages without an entry.
    pub(super) fn of(language: &str) -> &'static Dialect {
        DIALECTS.iter().find(|dialect| dialect.ids.contains(&language)).unwrap_or(&OTHER)
    }

    /// A method of the library under the name that most languages give it.
    pub(super) fn method_name<'n>(&self, name: &'n str) -> Cow<'n, str> {
        let mut rest = name.chars();
        match rest.next().filter(|first| self.capital_methods && first.is_ascii_uppercase()) {
            _ if self.capital_methods && name == "AddRange" => Cow::Borrowed("addAll"),
            Some(first) => Cow::Owned(format!("{}{}", first.to_ascii_lowercase(), rest.as_str())),
            None => Cow::Borrowed(name),
        }
    }
}
