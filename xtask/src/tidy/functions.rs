//! Lengths of the functions of a Rust file, tests left out.

use anyhow::Result;
use proc_macro2::Span;
use syn::{
    Attribute, Block, ImplItemFn, Item, ItemFn, ItemMod, Signature, TraitItemFn,
    spanned::Spanned,
    visit::{self, Visit},
};

/// One function.
pub(super) struct Function {
    pub(super) name: String,
    pub(super) line: usize,
    /// From the signature to the closing brace.
    pub(super) lines: usize,
}

/// All functions of a file outside tests.
pub(super) fn of(text: &str) -> Result<Vec<Function>> {
    let file = syn::parse_file(text)?;
    let mut found = Finder::default();
    found.visit_file(&file);
    Ok(found.functions)
}

#[derive(Default)]
struct Finder {
    functions: Vec<Function>,
}

impl Finder {
    fn add(&mut self, signature: &Signature, block: &Block) {
        let line_of = |span: Span| span.start().line;
        let (first, last) = (line_of(signature.span()), block.span().end().line);
        self.functions.push(Function {
            name: signature.ident.to_string(),
            line: first,
            lines: last.saturating_sub(first).saturating_add(1),
        });
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|a| {
        let test = a.path().is_ident("test");
        test || (a.path().is_ident("cfg")
            && a.parse_args::<syn::Path>().is_ok_and(|p| p.is_ident("test")))
    })
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Mod(ItemMod { attrs, .. }) | Item::Fn(ItemFn { attrs, .. }) => attrs.as_slice(),
            _ => &[],
        };
        if !is_test(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.add(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast TraitItemFn) {
        if let Some(block) = &item.default {
            self.add(&item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }
}
