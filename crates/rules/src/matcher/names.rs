//! Names and qualified names, through import aliases.

use portcullis_syntax::{Kind, Node, NodeId, Op};

use super::{Goal, Machine, bind::Value};

impl<'a> Machine<'a> {
    /// A name matches itself, and an alias of what it names.
    pub(super) fn name(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        if t.kind() == Kind::Typed {
            return t.child(0).is_some_and(|inner| self.name(p, inner));
        }
        if t.kind() != Kind::Name {
            return t.kind() == Kind::Token && self.is_same_word(p, t);
        }
        p.text() == t.text() || self.is_same_word(p, t) || self.alias(p, t)
    }

    /// Functions and classes of PHP and all names of SQL may be written in any case; `<?=` prints.
    pub(super) fn is_same_word(&self, p: Node<'a>, t: Node<'a>) -> bool {
        let (p, t) = (p.text(), t.text());
        let words = || !p.starts_with('$') && p.eq_ignore_ascii_case(t);
        self.subject.ignores_case() && (words() || (p == "echo" && t == "<?="))
    }

    /// `a.b` matches itself and whatever is imported under another name.
    pub(super) fn member(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let (Some(object), Some(name)) = (p.child(0), p.child(1)) else { return false };
        if name.kind() == Kind::Ellipsis {
            self.push(Goal::Chain(object.id(), t.id()));
            return true;
        }
        match t.kind() {
            Kind::Name => self.alias(p, t),
            // The name of a struct before its fields is a value like others.
            Kind::New if self.subject.is_rust() => {
                t.child(0).is_some_and(|name| self.node(p, name))
            }
            // `a.b` matches `a?.b`, but not the other way round.
            Kind::Member if p.op() == Op::Optional && t.op() != Op::Optional => false,
            Kind::Member => {
                let (Some(t_object), Some(t_name)) = (t.child(0), t.child(1)) else { return false };
                self.push(Goal::Node(object.id(), t_object.id()));
                match name.kind() {
                    Kind::Name => t_name.kind() == Kind::Name && name.text() == t_name.text(),
                    _ => self.node(name, t_name),
                }
            }
            _ => false,
        }
    }

    /// The pattern is the qualified name that an imported name stands for.
    fn alias(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let imports = self.subject.imports();
        let paths = imports.of(self.subject, t);
        for number in paths {
            let len = u16::try_from(imports.path(*number).len()).unwrap_or(0);
            self.or(Goal::Path { p: p.id(), t: t.id(), path: *number, len });
        }
        if p.kind() == Kind::Member && paths.is_empty() && !imports.wildcards().is_empty() {
            self.through_wildcards(p, t);
        }
        // The ways are kept as choices; this one is none.
        false
    }

    /// `os.system` matches `system` where everything is imported from `os`.
    fn through_wildcards(&mut self, p: Node<'a>, t: Node<'a>) {
        let (Some(object), Some(name)) = (p.child(0), p.child(1)) else { return };
        let open = p.descendants().any(|part| part.kind() != Kind::Name && part.is_leaf());
        if open || name.text() != t.text() || self.is_declared(t) {
            return;
        }
        let imports = self.subject.imports();
        for number in imports.wildcards() {
            let len = u16::try_from(imports.path(*number).len()).unwrap_or(0);
            self.or(Goal::Path { p: object.id(), t: t.id(), path: *number, len });
        }
    }

    fn is_declared(&self, t: Node<'a>) -> bool {
        self.subject.definitions().is_declared(self.subject, t)
    }

    /// The pattern is the first `len` parts of the qualified name that `t` stands for.
    pub(super) fn path(&mut self, p: Node<'a>, t: NodeId, path: u32, len: u16) -> bool {
        let parts = self.subject.imports().path(path);
        let Some(last) = len.checked_sub(1) else { return false };
        let part = parts.get(last as usize).map_or("", String::as_str);
        match p.kind() {
            Kind::Name => len == 1 && p.text() == part,
            Kind::Metavar => self.bind(p.id(), Value::Path { node: t, path, len }),
            Kind::Member => {
                let (Some(object), Some(name)) = (p.child(0), p.child(1)) else { return false };
                self.push(Goal::Path { p: object.id(), t, path, len: last });
                match name.kind() {
                    Kind::Metavar => self.bind(name.id(), Value::Node(t)),
                    _ => name.text() == part,
                }
            }
            _ => false,
        }
    }

    /// `x. ... .y`: what the target is called on, any number of calls and members deep.
    pub(super) fn chain(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let object = match t.kind() {
            Kind::Call => t.child(0).filter(|callee| callee.kind() == Kind::Member),
            Kind::Member | Kind::Index => t.child(0),
            Kind::Await => t.child(0),
            _ => None,
        };
        if let Some(object) = object {
            self.or(Goal::Chain(p.id(), object.id()));
        }
        self.node(p, t)
    }
}
