//! What is found and what is left alone, over whole texts. Slots such as `{b62:20}` are filled with
//! drawn characters, so that this file holds no credential.

use portcullis_model::{Finding, Span};

use super::{redact, samples, secret_rules, secrets};

fn rows(found: &[Finding]) -> Vec<(&str, u32, &str)> {
    found.iter().map(|f| (f.rule.as_str(), f.line, f.confidence.name())).collect()
}

/// `expected` are rule, line and confidence.
fn check(path: &str, sample: &str, expected: &[(&str, u32, &str)]) {
    let text = samples::fill(sample, 3);
    assert_eq!(rows(&secrets(path, &text, &[])), expected, "{path}: {text}");
}

/// One finding of this rule on line 1.
fn check_one(rule: &str, confidence: &str, cases: &[(&str, &str)]) {
    for (path, sample) in cases {
        check(path, sample, &[(rule, 1, confidence)]);
    }
}

/// Nothing at all.
fn check_none(path: &str, samples: &[&str]) {
    for sample in samples {
        check(path, sample, &[]);
    }
}

#[test]
fn passwords_in_the_syntax_of_many_languages() {
    let cases = [
        ("a.py", "password = 'hunter2'"),
        ("a.py", "connect(host, password=\"S3cret!9\")"),
        ("a.py", "config['DB_PASSWORD'] = 'S3cret!9'"),
        ("a.py", "DB = {'user': 'app', 'password': 'S3cret!9'}"),
        ("a.py", "password: str = 'S3cret!9'"),
        ("a.js", "const dbPassword = `S3cret!9`;"),
        ("a.ts", "private readonly password: string = \"S3cret!9\";"),
        ("A.java", "String password = \"S3cret!9\";"),
        ("a.go", "password := \"S3cret!9\""),
        ("a.go", "const password string = \"S3cret!9\""),
        ("a.rs", "const PASSWORD: &str = \"S3cret!9\";"),
        ("a.c", "char password[] = \"S3cret!9\";"),
        ("A.cs", "public string Password { get; set; } = \"S3cret!9\";"),
        ("a.php", "$password = 'S3cret!9';"),
        ("a.rb", "password: 'S3cret!9',"),
        ("a.kt", "val password = \"S3cret!9\""),
        ("a.swift", "let password: String = \"S3cret!9\""),
        ("a.tf", "password = \"S3cret!9\""),
        ("a.tf", "variable \"db_password\" {\n  default = \"S3cret!9\"\n}"),
        ("a.json", "{\"password\": \"S3cret!9\"}"),
        ("a.json", "{\"name\": \"DB_PASSWORD\", \"value\": \"S3cret!9\"}"),
        ("a.xml", "<password>S3cret!9</password>"),
        ("a.xml", "<property name=\"password\" value=\"S3cret!9\"/>"),
        ("web.config", "<add key=\"Password\" value=\"S3cret!9\"/>"),
        ("strings.xml", "<string name=\"db_password\">S3cret!9</string>"),
        ("a.yaml", "password: 'S3cret!9'"),
        ("a.py", "PASSWORD = 'S3c' + 'ret!9'"),
    ];
    for (path, sample) in cases {
        let text = samples::fill(sample, 3);
        let found = secrets(path, &text, &[]);
        let rules: Vec<&str> = found.iter().map(|f| f.rule.as_str()).collect();
        let sure: Vec<&str> = found.iter().map(|f| f.confidence.name()).collect();
        assert_eq!(
            (rules, sure),
            (vec!["secret-hardcoded-password"], vec!["high"]),
            "{path}: {text}"
        );
    }
}

#[test]
fn passwords_that_are_less_certain() {
    let cases = [
        ("app.env", "DB_PASSWORD=S3cret!9"),
        ("a.properties", "spring.datasource.password=S3cret!9"),
        ("a.yaml", "password: S3cret!9"),
        ("Dockerfile", "ENV DB_PASSWORD S3cret!9"),
        ("run.sh", "export DB_PASSWORD=S3cret!9"),
        ("A.java", "System.setProperty(\"db.password\", \"S3cret!9\");"),
        ("a.php", "define('DB_PASSWORD', 'S3cret!9');"),
        ("A.java", "source.setPassword(\"S3cret!9\");"),
        ("build.gradle", "credentials {\n    password 'S3cret!9'\n}"),
        ("a.py", "password = os.getenv('DB_PASSWORD', 'S3cret!9')"),
        ("a.js", "const password = process.env.DB_PASSWORD || 'S3cret!9';"),
        ("k8s.yaml", "- name: DB_PASSWORD\n  value: S3cret!9"),
    ];
    for (path, sample) in cases {
        let found = secrets(path, sample, &[]);
        let rules: Vec<&str> = found.iter().map(|f| f.rule.as_str()).collect();
        let sure: Vec<&str> = found.iter().map(|f| f.confidence.name()).collect();
        assert_eq!(
            (rules, sure),
            (vec!["secret-hardcoded-password"], vec!["medium"]),
            "{path}: {sample}"
        );
    }
}

#[test]
fn comparisons_with_a_password() {
    let cases = [
        ("a.py", "if password == 'S3cret!9':"),
        ("a.py", "if password == 'password':"),
        ("a.js", "if (req.body.password === 'S3cret!9') {"),
        ("A.java", "if (password.equals(\"S3cret!9\")) {"),
        ("A.java", "if (\"S3cret!9\".equals(password)) {"),
        ("a.c", "if (strcmp(password, \"S3cret!9\") == 0) {"),
        ("a.py", "if hmac.compare_digest(password, 'S3cret!9'):"),
    ];
    check_one("secret-compared-password", "medium", &cases);
}

#[test]
fn default_passwords_and_lazy_secrets() {
    let cases = [
        ("a.py", "ADMIN_PASSWORD = 'admin'"),
        ("a.py", "password = 'changeit'"),
        ("A.java", "String dbPassword = \"password\";"),
        ("app.yaml", "password: letmein"),
        ("a.py", "db = mysql.connect(user='app', password='password')"),
    ];
    check_one("secret-default-password", "medium", &cases);
    let cases = [
        ("a.py", "app.secret_key = 'super-secret-key'"),
        ("a.js", "app.use(session({ secret: 'keyboard cat' }))"),
        ("a.js", "const JWT_SECRET = 'mysecretkey';"),
    ];
    check_one("secret-weak-secret", "medium", &cases);
}

#[test]
fn credentials_under_telling_names() {
    let cases = [
        ("a.py", "API_KEY = '{b62:32}'"),
        ("a.js", "const accessToken = \"{b62:40}\";"),
        ("a.js", "headers: { 'X-Api-Key': '{b62:32}' }"),
        ("A.java", "private static final String SECRET = \"{b64:40}\";"),
        ("a.go", "ClientSecret: \"{b62:32}\","),
        ("a.rb", "secret_key_base: '{hex:128}'"),
        ("a.cs", "var apiKey = \"{b62:24}\";"),
        ("a.sh", "curl -H \"X-Auth-Token: x\" # token=\"{b62:24}\""),
    ];
    check_one("secret-hardcoded-credential", "high", &cases);
    let cases = [("app.env", "SESSION_SECRET={b62:32}"), ("a.ini", "api_key = {b62:32}")];
    check_one("secret-hardcoded-credential", "medium", &cases);
}

#[test]
fn formats_are_found_wherever_they_stand() {
    check("a.py", "x = f('ghp_{crc62:30}')", &[("secret-github-token", 1, "high")]);
    check("a.md", "\n\n    ghp_{crc62:30}", &[("secret-github-token", 3, "high")]);
    check("tests/a.py", "T = 'ghp_{crc62:30}'", &[("secret-github-token", 1, "high")]);
    check("tests/a.py", "T = 'ghp_{b62:36}'", &[("secret-github-token", 1, "low")]);
    check("a.py", "{pem}", &[("secret-private-key", 1, "high")]);
    check("a.py", "KEY = '''{pem}'''", &[("secret-private-key", 1, "high")]);
    check(
        "a.ts",
        "u = 'postgres://app:{b62:16}@db.corp.io/x'",
        &[("secret-url-password", 1, "high")],
    );
    check("a.json", "{\"log\": \"a\\nghp_{crc62:30}\\n\"}", &[("secret-github-token", 1, "high")]);
}

#[test]
fn joined_pieces_are_put_together() {
    let token = "ghp_{crc62:30}";
    let drawn = samples::fill(token, 9);
    let (a, b) = drawn.split_at(14);
    let texts = [
        format!("t = '{a}' + '{b}'"),
        format!("t = ('{a}'\n     '{b}')"),
        format!("$t = \"{a}\" . \"{b}\";"),
        format!("const t = ['{a}', '{b}'].join('');"),
        format!("t = ''.join(['{a}', '{b}'])"),
        format!("String t = \"{a}\".concat(\"{b}\");"),
    ];
    for text in &texts {
        let found = secrets("a.x", text, &[]);
        assert_eq!(rows(&found), [("secret-github-token", 1, "high")], "{text}");
        assert!(found[0].span.text(text).contains(b), "{text}");
    }
}

#[test]
fn one_level_of_base64_is_taken_off() {
    check("a.py", "blob = '{b64of:token ghp_{crc62:30}}'", &[("secret-github-token", 1, "high")]);
    let secret = "kind: Secret\ndata:\n  password: {b64of:S3cret!9}\n  name: {b64of:app}\n";
    check("a.yaml", secret, &[("secret-kubernetes-data", 3, "medium")]);
    check("a.py", "picture = '{b64of:just a sentence of plain words}'", &[]);
}

#[test]
fn look_ups_calls_and_templates_are_left_alone() {
    let cases = [
        "password = os.environ['DB_PASSWORD']",
        "password = os.getenv('DB_PASSWORD')",
        "const token = process.env.GITHUB_TOKEN;",
        "String password = System.getenv(\"DB_PASSWORD\");",
        "password = get_secret('prod/db/password')",
        "password = config.get('database', 'password')",
        "api_key = settings.API_KEY",
        "token = request.headers.get('Authorization')",
        "password = f'{user}-{suffix}'",
        "password = \"${DB_PASSWORD}\"",
        "password: \"{{ vault_db_password }}\"",
        "password = '%s'",
        "secret = generateSecret(32)",
        "token = jwt.encode(claims, key)",
        "self.password = password",
        "password=password,",
        "const { password } = req.body;",
        "auth = HTTPBasicAuth(user, password)",
        "token: Optional[str] = None",
        "password = None",
        "url = f'postgres://{user}:{password}@{host}/db'",
        "url = \"postgres://${USER}:${PASSWORD}@db/app\"",
        "const token = await getToken('profile:read');",
    ];
    check_none("a.py", &cases);
    let cases = [
        "DB_PASSWORD=${DB_PASSWORD}",
        "DB_PASSWORD=$DB_PASSWORD",
        "password: !vault db_password",
        "password: <your password>",
        "token: {{ .Values.token }}",
        "password: ENC(q7Kd02LmXz81PbRt)",
        "password:",
        "DB_PASSWORD=",
        "password_file: /run/secrets/db_password",
    ];
    check_none("app.yaml", &cases);
}

#[test]
fn placeholders_and_examples_are_left_alone() {
    let cases = [
        "API_KEY = 'your-api-key-here'",
        "API_KEY = 'xxxxxxxxxxxxxxxxxxxxxxxx'",
        "API_KEY = '<api key>'",
        "API_KEY = 'REPLACE_ME_WITH_A_REAL_KEY'",
        "TOKEN = 'REDACTED'",
        "TOKEN = '****************'",
        "SECRET = 'TODO'",
        "API_KEY = 'abcdef123456'",
        "API_KEY = '1234567890'",
        "TOKEN = 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
        "KEY_ID = 'AKIAIOSFODNN7EXAMPLE'",
        "aws_secret_access_key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'",
        "STRIPE = 'sk_live_your_key_here'",
        "password = 'changeme_in_production_example'",
        "url = 'https://user:password@example.com/'",
        "url = 'postgres://postgres:postgres@localhost:5432/test'",
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
    ];
    check_none("a.py", &cases);
    check_none(".env.example", &["DB_PASSWORD=changeme", "DB_PASSWORD=S3cret!9", "API_KEY=abc"]);
    check_none("README.md", &["password = 'S3cret!9'", "export TOKEN=your-token"]);
    check_none(
        "tests/test_login.py",
        &["password = 'S3cret!9'", "client.login(password='hunter2')"],
    );
}

#[test]
fn labels_fields_and_messages_are_left_alone() {
    let cases = [
        "\"password\": \"Password\"",
        "password: 'Enter your password',",
        "PASSWORD_FIELD = 'user_password'",
        "FIELD_PASSWORD = 'password'",
        "<input type=\"password\" name=\"password\" id=\"login-password\">",
        "{ type: 'password', placeholder: 'Password' }",
        "grant_type = 'password'",
        "raise ValueError('password must have 8 characters')",
        "password_regex = '^(?=.*[a-z]).{8,}$'",
        "token_type = 'bearer'",
        "secret_name = 'prod/db/q7Kd02LmXz81PbRt'",
        "TOKEN_URL = 'https://id.corp.io/oauth2/token'",
        "private_key_path = '/etc/ssl/private/server.key'",
        "private_key = '/etc/ssl/private/server.key'",
        "primary_key = 'q7Kd02LmXz81PbRtZ9'",
        "sort_key = 'created_at'",
        "CLIENT_SECRET = 'client_secret'",
        "sensitive = ['password', 'secret', 'token', 'api_key']",
        "\"password\": {\"type\": \"string\"}",
        "password: z.string().min(8)",
        "'password' => 'required|min:8',",
        ".password { color: red; }",
        "tokens = ['IDENTIFIER', 'NUMBER']",
        "max_tokens = 4096",
        "csrf_token = 'q7Kd02LmXz81PbRtq7Kd'",
    ];
    check_none("a.ts", &cases);
    check_none("locales/de.json", &["{\"password\": \"Passwort\", \"token\": \"Token\"}"]);
}

#[test]
fn digests_ids_and_public_things_are_left_alone() {
    let cases = [
        "integrity = 'sha512-{b64:86}=='",
        "commit = '{hex:40}'",
        "request_id = '{uuid}'",
        "tenant: {uuid}",
        "etag = '{hex:32}'",
        "sha256 = '{hex:64}'",
        "public_key = 'ssh-rsa AAAA{b64:200}'",
        "publishable_key = 'pk_live_{b62:24}'",
        "image = 'data:image/png;base64,{b64:400}'",
        "-----BEGIN CERTIFICATE-----\n{b64:64}\n-----END CERTIFICATE-----",
        "digest: sha256:{hex:64}",
        "checksum = '{hex:64}'",
        "address = '0x{hex:40}'",
    ];
    check_none("a.py", &cases);
    check_none(
        "package-lock.json",
        &["\"integrity\": \"sha512-{b64:86}==\"", "\"token\": \"{b62:40}\""],
    );
    check_none("go.sum", &["golang.org/x/net v0.1.0 h1:{b64:43}="]);
}

#[test]
fn doubtful_ones_warn_and_do_not_block() {
    check("a.py", "api_key = '{uuid}'", &[("secret-hardcoded-credential", 1, "low")]);
    check("a.py", "password = 'swordfish'", &[("secret-hardcoded-password", 1, "low")]);
    let counted = "api_key = 'abcdef1234567890abcdef1234567890'";
    check("a.py", counted, &[("secret-hardcoded-credential", 1, "low")]);
    let found = secrets("a.py", "password = 'swordfish'", &[]);
    assert_eq!(found[0].severity, portcullis_model::Severity::Medium);
}

#[test]
fn a_finding_tells_the_weakness_and_what_to_do_and_hides_the_value() {
    let text = samples::fill("\npassword = 'q7{b62:18}'\n", 1);
    let found = secrets("src/a.py", &text, &[]);
    let f = &found[0];
    assert_eq!((f.cwe.as_slice(), f.line, f.end_line), (&[798, 259][..], 2, 2));
    assert_eq!((f.owasp_2021[0].as_str(), f.owasp_2025[0].as_str()), ("A07:2021", "A07:2025"));
    assert_eq!(f.pattern.as_deref(), Some("python-secret-from-environment"));
    let value = f.span.text(&text);
    assert!(!f.message.contains(value) && !f.fingerprint.contains(value));
    let front = value.get(2..4).unwrap();
    let shown = format!("\npassword = 'q7{front}[20 characters]'\n");
    assert_eq!(redact(&text, &found), shown);
}

#[test]
fn a_private_key_is_redacted_with_its_lines() {
    let text = samples::fill("a\n{pem}b\n", 1);
    let shown = redact(&text, &secrets("a.py", &text, &[]));
    assert!(
        shown.starts_with("a\n----[") && shown.ends_with("\nb\n") && shown.len() < 60,
        "{shown}"
    );
}

#[test]
fn fingerprints_survive_moved_lines_and_tell_values_apart() {
    let of = |text: &str| {
        secrets("a.py", text, &[]).into_iter().map(|f| f.fingerprint).collect::<Vec<_>>()
    };
    assert_eq!(of("password = 'hunter2'"), of("\n\n  password='hunter2'"));
    assert_ne!(of("password = 'hunter2'"), of("password = 'hunter3'"));
    let twice = of("password = 'hunter2'\npassword = 'hunter2'");
    assert_ne!(twice[0], twice[1]);
}

#[test]
fn every_kind_of_finding_is_listed() {
    let rules = secret_rules();
    assert!(rules.len() >= 90 && rules.iter().all(|rule| rule.cwe[0] == 798));
    assert!(rules.iter().any(|rule| rule.id == "secret-default-password"));
}

#[test]
fn hostile_texts_take_linear_time() {
    let texts = [
        "password".repeat(15_000),
        "'".repeat(120_000),
        "key=\"".repeat(25_000),
        "ghp_".repeat(30_000),
        "a://b:".repeat(20_000),
        "eyJ".repeat(40_000),
        "'a' + ".repeat(20_000),
        "-----BEGIN PRIVATE KEY-----\n".repeat(4_000),
        "é password = 'é".repeat(8_000),
    ];
    for text in &texts {
        let start = std::time::Instant::now();
        let _ = secrets("a.py", text, &[]);
        let took = start.elapsed();
        assert!(took.as_secs() < 20, "{:?}: {took:?}", text.get(..12));
    }
}

#[test]
fn what_is_put_together_elsewhere_is_seen() {
    let sample = samples::fill("glpat-{b62:20}", 3);
    let text = "token = head + tail";
    let found = secrets("a.py", text, &[(Span::new(8, 19), sample.clone())]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].span, found[0].line), (Span::new(8, 19), 1));
    assert!(secrets("a.py", text, &[(Span::new(8, 19), "no credential".to_owned())]).is_empty());
}
