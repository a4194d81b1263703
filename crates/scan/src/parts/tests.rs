//! Parts of texts, and where they stand in the whole.

use portcullis_syntax::parse;

use super::{Part, parts};

/// The parts of a text with their languages; each must say where its text stands.
#[track_caller]
fn check(path: &str, text: &str, expected: &[(&str, &str)]) {
    let found = read(path, text);
    let found: Vec<_> = found.iter().map(|p| (p.language.id, p.text.trim())).collect();
    assert_eq!(found, expected, "{text}");
}

fn read(path: &str, text: &str) -> Vec<Part> {
    let language = portcullis_syntax::Language::of_file(path, text);
    let parsed = language.map(|language| parse(language, text));
    let (found, more) = parts(path, text, language, parsed.as_ref().map(|p| &p.tree));
    assert!(!more);
    found
}

/// Lines of the whole on which this word of a part stands.
fn line_of(path: &str, text: &str, word: &str) -> u32 {
    let found = read(path, text);
    let (part, at) = found.iter().find_map(|p| Some((p, p.text.find(word)?))).unwrap();
    let at = u32::try_from(at).unwrap();
    let span = part.origin(portcullis_model::Span::new(at, at + 1));
    assert!(word.starts_with(span.text(text)), "{word}");
    portcullis_model::LineIndex::new(text).line(span.start)
}

#[test]
fn scripts_of_pages() {
    let page = "<h1>x</h1>\n<script type=\"module\">\neval(a)\n</script>\n\
        <script src='a > b'></script><script type='application/json'>{}</script>\n\
        <SCRIPT lang=\"ts\" setup>let x: T = {{ y }};</SCRIPT>\n";
    let parts = [("javascript", "eval(a)"), ("typescript", "let x: T = _______;")];
    check("a.html", page, &parts);
    check("A.vue", page, &parts);
    assert_eq!(line_of("a.html", page, "eval"), 3);
    assert_eq!(line_of("a.html", page, "let x"), 6);
}

#[test]
fn code_of_templates() {
    let erb = "<% if a %>\n<p><%= raw b -%></p>\n<%# no code %>\n<% end %>\n";
    check("a.html.erb", erb, &[("ruby", "if a \n raw b \n end")]);
    assert_eq!(line_of("a.html.erb", erb, "raw"), 2);
    let jsp = "<%@ page import=\"x\" %>\n<% int a = 1; %>\n<%= request.getParameter(\"a\") %>\n";
    check("a.jsp", jsp, &[("java", "int a = 1; \n request.getParameter(\"a\") ;")]);
    check("a.ejs", "<b><%- a %></b>", &[("javascript", "a ;")]);
}

#[test]
fn blocks_of_documents() {
    let text = "Run:\n\n```sh\ncurl a | sh\n```\n~~~~ {.python}\n~~~\nx = 1\n~~~~\n\
        ```\nplain\n```\n\
        - item\n  ```js\n  eval(a)\n";
    let parts = [("bash", "curl a | sh"), ("python", "~~~\nx = 1"), ("javascript", "eval(a)")];
    check("README.md", text, &parts);
    assert_eq!(line_of("README.md", text, "curl"), 4);
}

#[test]
fn cells_of_notebooks() {
    let text = "{\"cells\": [\n {\"cell_type\": \"markdown\", \"source\": [\"no code\"]},\n \
        {\"cell_type\": \"code\", \"source\": [\n  \"%matplotlib inline\\n\",\n  \
        \"a = \\\"x\\\"\\n\",\n  \"!pip install a\\n\",\n  \"eval(a)\"]},\n \
        {\"cell_type\": \"code\", \"source\": \"%%bash\\ncurl b | sh\\n\"}],\n \
        \"metadata\": {\"kernelspec\": {\"language\": \"python\"}}}\n";
    let parts = [("python", "a = \"x\"\neval(a)"), ("bash", "pip install a\n\ncurl b | sh")];
    check("a.ipynb", text, &parts);
    assert_eq!(line_of("a.ipynb", text, "eval"), 7);
    assert_eq!(line_of("a.ipynb", text, "pip"), 6);
    assert_eq!(line_of("a.ipynb", text, "curl"), 8);
}

#[test]
fn commands_of_pipelines() {
    let text = "jobs:\n  a:\n    steps:\n      - run: |\n          curl ${{ a.b }} | sh\n      \
        - run: x = 1\n        shell: python\n      - shell: pwsh\n        run: Get-Item\n";
    let parts = [("bash", "curl ${_______} | sh"), ("python", "x = 1")];
    check(".github/workflows/a.yml", text, &parts);
    check("other/a.yml", text, &[]);
    assert_eq!(line_of(".github/workflows/a.yml", text, "curl"), 5);
    let text = "job:\n  script:\n    - cd a\n    - 'curl b | sh'\n  after_script: echo done\n";
    let parts = [("bash", "cd a\ncurl b | sh"), ("bash", "echo done")];
    check(".gitlab-ci.yml", text, &parts);
    assert_eq!(line_of(".gitlab-ci.yml", text, "curl"), 4);
}

#[test]
fn cut_texts_end() {
    for text in ["<script", "<script>", "<script a=\"", "```", "```js", "<%", "<% a", "<script>{{"]
    {
        for path in ["a.html", "a.erb", "a.md", "a.ipynb", "a.jsp", ".github/workflows/a.yml"] {
            let _ = read(path, text);
        }
    }
}
