//! String literals, interpolation and formatting.

use portcullis_syntax::{Kind, Node};

use super::super::fold;
use super::super::value::{Const, Taint, Thing, Value};
use super::Walker;

impl<'t> Walker<'t> {
    /// A string literal with its parts.
    pub(super) fn string(&mut self, node: Node<'t>) -> Value {
        let (mut whole, mut known) = (Some(String::new()), true);
        let mut taint = Taint::default();
        for part in node.children() {
            let piece = match part.kind() {
                Kind::StringText => Some(part.text().to_owned()),
                _ => {
                    let value = self.eval(part);
                    taint = taint.union(&self.deep(&value));
                    let plain = part.children().count() == 1;
                    known &= plain && (value.thing.is_text() || value.as_const().is_some());
                    value.as_const().filter(|_| plain).and_then(fold::written)
                }
            };
            whole = whole.zip(piece).map(|(whole, piece)| whole + &piece);
        }
        match whole.and_then(|whole| fold::text(&whole)) {
            None if known => Value { thing: Thing::Text, taint },
            folded => Value::constant(folded, taint),
        }
    }

    /// `"{} {}".format(a, b)`, `String.format("%s", a)`, `"%s" % a` on constants.
    pub(super) fn formatted(&self, format: &str, args: &[Value]) -> Option<Const> {
        let mut whole = String::new();
        let mut rest = format;
        let mut args = args.iter();
        while let Some((before, after)) = next_hole(rest) {
            whole.push_str(before);
            whole.push_str(&fold::written(args.next()?.as_const()?)?);
            rest = after;
        }
        let plain = !rest.contains(['%', '{', '}']) && args.next().is_none();
        whole.push_str(rest);
        fold::text(&whole).filter(|_| plain)
    }
}

/// The text before and after the first `%s`, `%d` or `{}`.
fn next_hole(format: &str) -> Option<(&str, &str)> {
    let at = format.find(['%', '{'])?;
    let before = format.get(..at)?;
    let after = ["%s", "%d", "{}"].iter().find_map(|hole| format.get(at..)?.strip_prefix(hole))?;
    Some((before, after))
}
