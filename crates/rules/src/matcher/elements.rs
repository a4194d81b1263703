//! Elements of markup and of JSX: attributes in any order, content only where the pattern has some.

use portcullis_syntax::{Kind, Node, NodeId};

use super::{Goal, Machine, NIL, Seq};

impl<'a> Machine<'a> {
    /// Whether a node of the pattern is an element.
    pub(super) fn is_element(&self, p: Node<'a>) -> bool {
        self.subject.has_elements() && p.text().starts_with('<')
    }

    pub(super) fn element(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        let options = self.context.options;
        let closed = |node: Node<'_>| node.text().ends_with("/>");
        let loose = options.xml_singleton_loose_matching || closed(p) == closed(t);
        if p.tag() != t.tag() || !loose {
            return false;
        }
        let (Some(name), Some(t_name)) = (p.child(0), t.child(0)) else {
            return self.plain(p, t);
        };
        let (attributes, content) = split(p);
        let (t_attributes, t_content) = split(t);
        if !content.is_empty() {
            let (content, t_content) = (self.gather(content), self.gather(t_content));
            self.push(Goal::List(content, t_content));
        }
        let less = options.xml_attrs_implicit_ellipsis;
        let (p_attributes, t_attributes) = (self.gather(attributes), self.gather(t_attributes));
        self.push(Goal::AnyOrder { p: p_attributes, t: t_attributes, used: NIL, less });
        self.node(name, t_name)
    }

    fn gather(&mut self, nodes: Vec<NodeId>) -> Seq {
        self.chains.push(nodes);
        Seq::Chain { chain: u32::try_from(self.chains.len() - 1).unwrap_or(u32::MAX), at: 0 }
    }
}

/// The attributes of an element, and what stands in it. Attributes have a grammar kind of their
/// own.
fn split(element: Node<'_>) -> (Vec<NodeId>, Vec<NodeId>) {
    let opening = element.text().find('>').unwrap_or(usize::MAX);
    let content_from = u32::try_from(opening).unwrap_or(u32::MAX);
    let start = element.span().start;
    let is_attribute = |node: &Node<'_>| match node.kind() {
        Kind::Other => node.tag() != element.tag(),
        Kind::Spread => true,
        _ => node.span().start.saturating_sub(start) < content_from,
    };
    let rest: Vec<Node<'_>> = element.children().skip(1).collect();
    let attributes = rest.iter().take_while(|node| is_attribute(node)).count();
    let ids = |nodes: &[Node<'_>]| nodes.iter().map(|node| node.id()).collect();
    let (attributes, content) = rest.split_at(attributes);
    (ids(attributes), ids(content))
}
