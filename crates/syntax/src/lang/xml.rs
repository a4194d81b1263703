//! XML. The shapes are those of HTML.
//!
//! A document has one element at its top. What has several, or has lost its start or end, is read
//! by the grammar of HTML, which asks for neither.

use super::html;
use crate::{
    Kind, Language,
    grammar::{
        Dialect,
        How::{Code, Leaf, One, Skip},
        Row,
    },
    language::Variant,
    pattern::{Fill, Frame, PatternSyntax, Typed},
};

pub(super) static XML: Language = Language {
    id: "xml",
    name: "XML",
    aliases: &[],
    extensions: &[
        "xml",
        "xsd",
        "xsl",
        "xslt",
        "wsdl",
        "svg",
        "plist",
        "pom",
        "csproj",
        "vbproj",
        "fsproj",
        "props",
        "targets",
        "config",
        "nuspec",
        "resx",
        "xaml",
        "storyboard",
        "xib",
        "rss",
        "atom",
    ],
    file_names: &[],
    shebangs: &[],
    line_comments: &[],
    dialect: &DIALECT,
    variant: Some(Variant { dialect: &PIECES, hints: &[], only_hinted: false }),
    rows: &[ROWS, html::ROWS],
    scaffolds: html::SCAFFOLDS,
    patterns: PatternSyntax {
        frames: &[Frame::whole("", "")],
        fills: &[Fill::Around("", ""), Fill::Around("", "=\"\"")],
        statement_fill: 0,
        member_fill: 0,
        case_fill: 0,
        spread: false,
        typed: Typed::Markup,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_xml::LANGUAGE_XML.into());
/// The grammar of HTML with the rows of XML: a grammar belongs to one language.
static PIECES: Dialect = Dialect::new(|| tree_sitter_html::LANGUAGE.into());

const ROWS: &[Row] = &[
    Row("document", Code(|w, node| node.named().for_each(|part| html::top(w, part)))),
    Row("element", Code(html::element)),
    Row("content", Code(|w, node| w.each(node.named().filter(html::has_ink)))),
    Row("Attribute PseudoAtt", Code(html::attribute)),
    Row("Name", Leaf(Kind::Name)),
    Row("AttValue PseudoAttValue EntityValue", Code(html::quoted)),
    Row("CharData CData", Code(html::text)),
    Row("CDSect", One),
    Row("prolog", One),
    Row("CDStart STag EmptyElemTag ETag", Skip),
];
