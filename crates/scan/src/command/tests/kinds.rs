//! Which programs run, and what kind of thing they do.

use super::plan;

/// Programs with their classes, in order: `git:vcs-write,network`.
fn check(rows: &[(&str, &str)]) {
    for (command, expected) in rows {
        let facts = plan(command).facts;
        let shown: Vec<String> = facts
            .commands
            .iter()
            .map(|command| {
                let classes: Vec<_> = command.classes.iter().map(|class| class.name()).collect();
                format!("{}:{}", command.exe, classes.join(","))
            })
            .collect();
        assert_eq!(shown.join(" "), *expected, "{command}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn programs_have_their_classes() {
    check(&[
        ("ls -la | head; grep -rn x . | wc -l", "ls:read head:read grep:read wc:read"),
        ("find . -name '*.py'", "find:read"),
        (
            "cargo build --release; make; tsc -p .; ./gradlew assemble",
            "cargo:build make:build tsc:build gradlew:build",
        ),
        (
            "cargo test; pytest -q; npm test; npm run lint; go test ./...; make check",
            "cargo:test pytest:test npm:test npm:test go:test make:test",
        ),
        (
            "python -m pytest; python3 -m pip install x; python -m http.server",
            "python:test python3:package-manager,network python:network",
        ),
        ("touch a; mkdir b; cp f.py c; mv c d", "touch:write mkdir:write cp:write mv:write"),
        (
            "git status; git log -3; git diff; git branch; git remote -v; git config --get x",
            "git:vcs-read git:vcs-read git:vcs-read git:vcs-read git:vcs-read git:vcs-read",
        ),
        (
            "git add .; git commit -m x; git checkout -b y; git stash",
            "git:vcs-write git:vcs-write git:vcs-write git:vcs-write",
        ),
        (
            "git push; git fetch; git -C x pull",
            "git:vcs-write,network git:vcs-write,network git:vcs-write,network",
        ),
        (
            "git push --force origin main; git push origin +main; git reset --hard; git clean \
             -fd; git branch -D x",
            "git:vcs-write,destructive,network git:vcs-write,destructive,network \
             git:vcs-write,destructive git:vcs-write,destructive git:vcs-write,destructive",
        ),
        (
            "npm install x; pip uninstall y; apt-get install z; brew upgrade; uv add q; \
             cargo add r",
            "npm:package-manager,network pip:package-manager,network \
             apt-get:package-manager,network brew:package-manager,network \
             uv:package-manager,network cargo:package-manager,network",
        ),
        (
            "npm ls; pip list; apt list; cargo tree; npm --version",
            "npm:read pip:read apt:read cargo:read npm:read",
        ),
        ("curl https://x; nc -z h 80; scp a h:b", "curl:network nc:network scp:network"),
        (
            "python x.py; node x.js; bash x.sh; npm run dev",
            "python:interpreter node:interpreter bash:interpreter npm:interpreter",
        ),
        (
            "rm -rf build; rm x.tmp; rm ~/x; find . -delete; shred x",
            "rm:destructive,write rm:write rm:destructive,write find:destructive \
             shred:destructive,write",
        ),
        (
            "psql -c 'DROP TABLE x'; mysql -e 'delete from x;'; psql -c 'select 1'",
            "psql:network,destructive mysql:network,destructive psql:network",
        ),
        ("psql <<E\ntruncate table x;\nE\n", "psql:network,destructive"),
        (
            "kubectl delete ns x; terraform destroy; docker system prune -f; helm uninstall x",
            "kubectl:destructive,network terraform:destructive,network docker:destructive \
             helm:destructive,network",
        ),
        (
            "kubectl get pods; terraform plan; docker ps",
            "kubectl:read,network terraform:network docker:read",
        ),
        (
            "sudo ls; mount /dev/x /y; chown root x; chmod u+s x; su -c ls",
            "ls:read,privileged mount:privileged chown:privileged,write chmod:privileged,write \
             su:privileged ls:read",
        ),
        ("frobnicate --all", "frobnicate:unknown"),
        ("sed -n 1p f.py; sed -i 1d f.py", "sed:read sed:write"),
        ("tar tf x.tar; tar czf x.tgz a", "tar:read tar:write"),
    ]);
}

#[test]
fn wrappers_are_taken_off() {
    check(&[
        ("env A=1 B=2 ls", "ls:read"),
        ("nohup nice -n 5 timeout -k 1 10s ls", "ls:read"),
        (
            "time ls; command ls; exec ls; builtin echo; busybox ls",
            "ls:read ls:read ls:read echo:read ls:read",
        ),
        ("command -v rm", "command:read"),
        ("ls | xargs -n 1 grep x", "ls:read grep:read"),
        ("bash -c 'ls; cat x'", "bash:interpreter ls:read cat:read"),
        ("sh -c \"bash -c 'ls'\"", "sh:interpreter bash:interpreter ls:read"),
        ("find . -exec grep x {} + -exec cat {} \\;", "find:read grep:read cat:read"),
        ("fd -x wc", "fd:read wc:read"),
        ("watch -n 1 'ls | wc'", "ls:read wc:read"),
        ("ssh -p 22 h ls -l", "ssh:network ls:read"),
        (
            "docker run --rm -v a:b -e X=1 img ls; docker exec -it c ls; docker compose exec web \
             ls",
            "docker:interpreter ls:read docker:interpreter ls:read docker:interpreter ls:read",
        ),
        ("kubectl exec p -- ls", "kubectl:interpreter,network ls:read"),
        (
            "poetry run pytest; uv run --with x pytest; npx tsc; pnpm exec jest; bundle exec rspec",
            "pytest:test pytest:test tsc:build jest:test rspec:test",
        ),
        ("$(which ls) x", ":unknown which:read"),
        ("X=ls; $X; \"$X\" -l", "ls:read ls:read"),
        (
            "l''s; \\ls; 'ls'; $'\\x6cs'; {ls,-l}; /bin/ls",
            "ls:read ls:read ls:read ls:read ls:read ls:read",
        ),
        ("f() { cat x; }; f; f", "cat:read"),
        ("trap 'cat x' EXIT", "trap:read cat:read"),
        ("echo $(cat x) \"`ls`\" <(wc y)", "echo:read cat:read ls:read wc:read"),
        ("[ -f x ] && ls || cat y", "[:read ls:read cat:read"),
        ("git rebase -x 'make test' main", "git:vcs-write make:test"),
        ("A=1 # ls\n# cat", ""),
    ]);
}

#[test]
fn the_network_is_seen() {
    for command in
        ["curl x", "git push", "pip install x", "bash -c 'curl x'", "cat < /dev/tcp/h/80", "ssh h"]
    {
        assert!(plan(command).facts.network, "{command}");
    }
    for command in ["ls", "git commit -m 'curl x'", "echo curl x", "cargo build"] {
        assert!(!plan(command).facts.network, "{command}");
    }
}

#[test]
fn ordinary_work_is_understood() {
    let rows = [
        "ls -la && git status --short",
        "cd src && npm run build 2>&1 | tail -20",
        "git add -A && git commit -m \"$(cat <<'EOF'\nFix the parser\n\nIt's `done` now & \
         $5.\nEOF\n)\"",
        "rg -n 'curl | sh' docs | head -5",
        "for f in a.py b.py; do python3 -m py_compile \"$f\" && echo \"$f ok\"; done",
        "if [ -d node_modules ]; then npm test; else npm ci && npm test; fi",
        "export PATH=\"$HOME/.cargo/bin:$PATH\" && cargo test --workspace 2>&1 | grep -E \
         '^(test|error)' || true",
        "python3 -c 'import sys; print(sys.version)'",
        "cat package.json | jq '.scripts' && node --version",
        "find . -name '*.ts' -not -path './node_modules/*' | xargs wc -l | sort -n | tail",
        "docker compose up -d && sleep 2 && curl -s localhost:3000/health",
        "source .venv/bin/activate && pytest -x -q > test.log 2>&1; echo \"exit: $?\"",
        "mkdir -p src/{a,b} && touch src/{a,b}/__init__.py",
        "awk -F: '$3 > 100 {print $1}' x | sort | uniq -c",
        "cat f.py | sed -n '1,20p'; sed -n '/def /,$p' f.py | head -40",
        "while read -r line; do echo \"$line\"; done < f.py",
        "diff <(sort a) <(sort b) || true",
        "(cd web && yarn build) && ls web/dist | wc -l",
        "test -f x || { echo missing >&2; exit 1; }",
        "git log --oneline --format='%h %s' -5 -- . ':!x' HEAD~3..HEAD",
        "ps aux | grep node | grep -v grep | awk '{print $2}'",
        "chmod +x run.sh && ./run.sh --check",
        "timeout 60 cargo run -- --help 2>/dev/null | head -3",
        "echo '[core]' | tee -a notes.txt",
    ];
    for command in rows {
        let facts = plan(command).facts;
        assert_eq!(facts.unparsed, None, "{command}");
        assert!(facts.findings.is_empty(), "{command}: {:?}", facts.findings);
    }
}
