//! What is found in manifests and lock files, and what each fix makes of them.

use super::dependencies;

/// `expected` are rule, line and package of each finding; `fixed` is a line of the fixed text.
fn check(path: &str, text: &str, expected: &[(&str, u32, &str)], fixed: &str) {
    let found = dependencies(path, text);
    let rows: Vec<(&str, u32, &str)> = found
        .iter()
        .map(|f| (f.rule.as_str(), f.line, f.message.split('`').nth(1).unwrap()))
        .collect();
    assert_eq!(rows, expected, "{path}: {text}");
    let mut amended = text.to_owned();
    for (span, new) in found.iter().rev().filter_map(|f| f.fix.as_ref()).flat_map(|f| &f.edits) {
        amended.replace_range(span.start as usize..span.end as usize, new);
    }
    assert!(fixed.is_empty() == (amended == text) && amended.contains(fixed), "{path}: {amended}");
}

const BAD: &str = "dependency-vulnerable";

#[test]
fn python_manifests() {
    let requirements = "# app\nDjango==3.2.12\nPyYAML==5.3.1  # old\nrequests>=2.0\nflask\n";
    let found = [(BAD, 2, "django"), (BAD, 3, "pyyaml")];
    check("requirements.txt", requirements, &found, "PyYAML==5.4  #");
    check("requirements/dev.in", "jinja2[x] == 2.10", &[(BAD, 1, "jinja2")], "jinja2[x] == 3.1.6");
    let pep621 = "[project]\ndependencies = [\n  \"pillow==9.5.0\",\n  \"urllib3>=1.26\",\n]\n";
    check("pyproject.toml", pep621, &[(BAD, 3, "pillow")], "\"pillow==10.3.0\"");
    let poetry = "[tool.poetry.dependencies]\npython = \"^3.9\"\npyjwt = \"1.7.1\"\n";
    check("pyproject.toml", poetry, &[(BAD, 3, "pyjwt")], "pyjwt = \"2.4.0\"");
    check(
        "setup.cfg",
        "[options]\ninstall_requires =\n  lxml==4.6.1\n",
        &[(BAD, 3, "lxml")],
        "4.9.1",
    );
    check("Pipfile", "[packages]\nmako = \"==1.1.0\"\n", &[(BAD, 2, "mako")], "==1.2.2");
    let lock =
        "{\"default\": {\"h11\": {\"hashes\": [\"sha256:aa\"],\n \"version\": \"==0.14.0\"}}}";
    check("Pipfile.lock", lock, &[(BAD, 2, "h11")], "");
}

#[test]
fn node_manifests() {
    let package = "{\n \"dependencies\": {\n  \"lodash\": \"4.17.15\",\n  \
                   \"axios\": \"^0.21.1\",\n  \"express\": \"^4.17.1\"\n }\n}";
    let found = [(BAD, 3, "lodash"), (BAD, 4, "axios")];
    check("package.json", package, &found, "\"lodash\": \"4.17.21\"");
    let lock =
        "{\"packages\": {\"node_modules/a/node_modules/minimist\": {\n\"version\": \"1.2.5\"}}}";
    check("package-lock.json", lock, &[(BAD, 2, "minimist")], "");
    check("yarn.lock", "lodash@^4.0.0:\n  version \"4.17.20\"\n", &[(BAD, 2, "lodash")], "");
    check("pnpm-lock.yaml", "packages:\n  lodash@4.17.20:\n", &[(BAD, 2, "lodash")], "");
}

#[test]
fn jvm_manifests() {
    let pom = "<properties><l.v>2.14.1</l.v></properties>\n<dependency>\n\
               <groupId>org.apache.logging.log4j</groupId>\n<artifactId>log4j-core</artifactId>\n\
               <version>${l.v}</version></dependency>";
    let core = "org.apache.logging.log4j:log4j-core";
    check("pom.xml", pom, &[(BAD, 1, core)], "<l.v>2.17.1</l.v>");
    check(
        "build.gradle",
        "implementation 'com.alibaba:fastjson:1.2.70'",
        &[(BAD, 1, "com.alibaba:fastjson")],
        "1.2.83'",
    );
    let named = "implementation group: 'org.yaml', name: 'snakeyaml', version: '1.33'";
    check("build.gradle", named, &[(BAD, 1, "org.yaml:snakeyaml")], "version: '2.0'");
}

#[test]
fn other_manifests() {
    let go = "module x\n\nrequire (\n\tgolang.org/x/text v0.3.7\n\tgolang.org/x/net v0.40.0\n)\n";
    check("go.mod", go, &[(BAD, 4, "golang.org/x/text")], "golang.org/x/text v0.3.8");
    let cargo =
        "[package]\nversion = \"0.1.0\"\n[dependencies]\nsmallvec = \"=1.6.0\"\nregex = \"1\"\n";
    check("Cargo.toml", cargo, &[(BAD, 4, "smallvec")], "smallvec = \"=1.6.1\"");
    check("Cargo.lock", "name = \"regex\"\nversion = \"1.5.4\"\n", &[(BAD, 2, "regex")], "");
    check("Gemfile", "gem 'puma', '5.6.2'\n", &[(BAD, 1, "puma")], "'5.6.4'");
    check("Gemfile.lock", "    rack (2.2.3)\n", &[(BAD, 1, "rack")], "");
    let composer = "{\"require\": {\"phpmailer/phpmailer\": \"5.2.10\"}}";
    check("composer.json", composer, &[(BAD, 1, "phpmailer/phpmailer")], "5.2.20");
}

#[test]
fn malicious_and_unmaintained_packages() {
    check("requirements.txt", "pycrypto\n", &[("dependency-end-of-life", 1, "pycrypto")], "");
    check(
        "package.json",
        "{\"dependencies\": {\"event-stream\": \"3.3.6\"}}",
        &[("dependency-malicious", 1, "event-stream")],
        "",
    );
    check(
        "package.json",
        "{\"dependencies\": {\"crossenv\": \"*\"}}",
        &[("dependency-malicious", 1, "crossenv")],
        "",
    );
}

#[test]
fn fixed_and_open_requirements_are_left_alone() {
    check("requirements.txt", "PyYAML>=5.1\nrequests==2.32.4\n", &[], "");
    check(
        "package.json",
        "{\"dependencies\": {\"lodash\": \"^4.17.0\"}, \"version\": \"1.0.0\"}",
        &[],
        "",
    );
    check("notes.txt", "Django==3.2.12\n", &[], "");
    check("package.json", "{\"scripts\": {\"request\": \"node request.js\"}}", &[], "");
}
