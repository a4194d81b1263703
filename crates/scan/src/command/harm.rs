//! Where the rules about commands apply. Each check looks at a program where it runs, with its
//! arguments after expansion; a text that only mentions a command is never looked at.

use portcullis_model::Span;
use portcullis_syntax::shell::{
    Command, CommandKind, Field, Known, RedirectKind, Redirection, Word,
};

use super::{
    class,
    invoke::Call,
    path,
    run::Run,
    stream::{DECODED, NETWORK, SECRET, Stream},
};

const UNCHECKED_ONCE: &str = "command-certificate-check-off";
const UNCHECKED_FOR_GOOD: &str = "command-certificate-check-off-for-good";

/// Variables that switch certificate checks off, with the value that does.
const UNCHECKED: &[(&str, &[&str])] = &[
    ("NODE_TLS_REJECT_UNAUTHORIZED", &["0"]),
    ("PYTHONHTTPSVERIFY", &["0"]),
    ("GIT_SSL_NO_VERIFY", &["1", "true"]),
    ("GIT_SSL_VERIFY", &["0", "false"]),
    ("npm_config_strict_ssl", &["false"]),
    ("NPM_CONFIG_STRICT_SSL", &["false"]),
    ("CURL_INSECURE", &["1", "true"]),
];

/// Variables that leave commit hooks out.
const HOOKLESS: &[(&str, &[&str])] = &[
    ("HUSKY", &["0"]),
    ("HUSKY_SKIP_HOOKS", &["1", "true"]),
    ("LEFTHOOK", &["0"]),
    ("PRE_COMMIT_ALLOW_NO_CONFIG", &["1"]),
];

/// Variables that make other programs run than those that are named.
const LOADING: &[&str] = &[
    "LD_PRELOAD",
    "LD_AUDIT",
    "DYLD_INSERT_LIBRARIES",
    "BASH_ENV",
    "ENV",
    "PROMPT_COMMAND",
    "GIT_SSH_COMMAND",
    "GIT_EXTERNAL_DIFF",
    "GIT_PAGER",
    "PAGER",
    "EDITOR",
    "GIT_EDITOR",
    "VISUAL",
    "PYTHONSTARTUP",
    "PERL5OPT",
    "RUBYOPT",
    "NODE_OPTIONS",
    "BROWSER",
    "LESSOPEN",
];

/// Settings of the gate and of the agents that ask it.
const GATE: &[&str] = &[
    "/.claude/settings.json",
    "/.claude/settings.local.json",
    "/.claude/hooks/",
    "/portcullis.toml",
    "/.portcullis/",
    "/managed-settings.json",
    "/.cursor/hooks.json",
    "/.codex/config.toml",
    "/.codex/requirements.toml",
    "/.gemini/settings.json",
    "/.claude.json",
];

/// Hooks of version control.
const HOOKS: &[&str] = &["/.git/hooks/", "/.husky/", "/.git/config", "/lefthook.yml"];

/// Files that make something start by itself or let somebody in.
const AUTOSTART: &[&str] = &[
    "/authorized_keys",
    "/.config/autostart/",
    "/.config/systemd/",
    "/LaunchAgents/",
    "/LaunchDaemons/",
    "/.ssh/rc",
];

/// The same, from the root of the file system.
const SYSTEM_AUTOSTART: &[&str] = &[
    "/etc/cron",
    "/var/spool/cron",
    "/etc/systemd/",
    "/lib/systemd/",
    "/usr/lib/systemd/",
    "/etc/profile",
    "/etc/rc.local",
    "/etc/init.d/",
    "/etc/sudoers",
    "/etc/ld.so.preload",
    "/etc/passwd",
    "/etc/shadow",
    "/etc/bash.bashrc",
    "/etc/zsh/",
    "/etc/pam.d/",
    "/etc/environment",
    "/etc/inittab",
    "/etc/update-motd.d/",
    "/etc/xdg/autostart/",
];

/// Start-up files of shells, in a home folder.
const SHELL_START: &[&str] = &[
    ".bashrc",
    ".bash_profile",
    ".bash_login",
    ".profile",
    ".zshrc",
    ".zprofile",
    ".zshenv",
    ".zlogin",
    ".kshrc",
    ".xinitrc",
    ".xprofile",
    ".bash_logout",
];

/// Histories of shells and logs of logins.
const HISTORIES: &[&str] = &[
    "/.bash_history",
    "/.zsh_history",
    "/.history",
    "/.sh_history",
    "/.python_history",
    "/.local/share/fish/fish_history",
    "/var/log/",
    "/.lesshst",
    "/.node_repl_history",
];

/// Folders without which nothing runs, or that hold what people have.
const SYSTEM_FOLDERS: &[&str] = &[
    "",
    "/bin",
    "/boot",
    "/dev",
    "/etc",
    "/home",
    "/lib",
    "/opt",
    "/root",
    "/sbin",
    "/srv",
    "/sys",
    "/usr",
    "/var",
    "/Users",
    "/System",
    "/Library",
    "/Applications",
    "/proc",
];

/// Services that watch over the machine.
const DEFENSES: &[&str] = &[
    "firewalld",
    "ufw",
    "auditd",
    "apparmor",
    "iptables",
    "nftables",
    "falcon-sensor",
    "clamav",
    "fail2ban",
    "crowdstrike",
    "osqueryd",
    "wazuh-agent",
    "rsyslog",
    "syslog",
    "auditbeat",
];

/// Words of which one is in the path, those that end in a slash as a folder.
fn names(path: &str, list: &[&str]) -> bool {
    let path = format!("/{}", path.trim_start_matches('/'));
    list.iter().any(|entry| match entry.strip_suffix('/') {
        Some(folder) => path.contains(entry) || path.ends_with(folder),
        None => path.ends_with(entry),
    })
}

fn is_home(folder: &str) -> bool {
    let parts: Vec<&str> = folder.split('/').collect();
    folder.starts_with('~') && parts.len() == 1
        || matches!(parts.as_slice(), ["", "home" | "Users", _] | ["", "root"])
}

pub(super) fn is_shell(exe: &str) -> bool {
    matches!(exe, "sh" | "bash" | "zsh" | "dash" | "ksh" | "ash" | "fish" | "csh" | "tcsh" | "mksh")
}

impl Run<'_> {
    /// Something runs that carries these marks.
    pub(super) fn run_harm(&mut self, marks: u32, what: &str) {
        let here = self.here;
        if marks & NETWORK != 0 {
            self.find("command-download-run", here, what);
        } else if marks & DECODED != 0 {
            self.find("command-decoded-run", here, what);
        }
    }

    /// A program is started by its path. One that this very command line has put there is looked
    /// at: where it is a shell script, it is walked.
    pub(super) fn written_program(&mut self, program: &Field, stdin: &Stream) -> Option<Stream> {
        if !program.text.contains('/') {
            return None;
        }
        let stream = self.files.get(&self.resolve(&program.text)?)?.clone();
        self.run_harm(stream.marks, &program.text);
        let text = stream.whole()?;
        let first = text.lines().next().unwrap_or("");
        let shell = !first.starts_with("#!") || first.contains("sh");
        shell.then(|| self.apart(|run| run.text(text, program.span, stdin)))
    }

    /// Something is written to this path.
    pub(super) fn path_harm(&mut self, path: &str, stream: &Stream, span: Span) {
        if names(path, GATE) {
            self.find("command-gate-tampering", span, path);
        } else if names(path, HOOKS) {
            self.find("command-hook-bypass", span, path);
        } else if names(path, AUTOSTART)
            || SYSTEM_AUTOSTART.iter().any(|entry| path.starts_with(entry))
            || path
                .rsplit_once('/')
                .is_some_and(|(folder, name)| SHELL_START.contains(&name) && is_home(folder))
        {
            self.find("command-persistence", span, path);
        } else if path::is_disk(path) {
            self.find("command-disk-overwritten", span, path);
        } else if names(path, HISTORIES)
            && stream.whole().is_some_and(|text| text.trim().is_empty())
        {
            self.find("command-history-wiped", span, path);
        }
    }

    /// Something is removed or moved away from this path.
    pub(super) fn removal_harm(&mut self, path: &str, span: Span) {
        if names(path, GATE) || path.ends_with("/.claude") {
            self.find("command-gate-tampering", span, path);
        } else if names(path, HOOKS) {
            self.find("command-hook-bypass", span, path);
        } else if names(path, HISTORIES) {
            self.find("command-history-wiped", span, path);
        }
    }

    /// The rights of something at this path are changed.
    pub(super) fn rights_harm(&mut self, path: &str, span: Span) {
        if names(path, GATE) {
            self.find("command-gate-tampering", span, path);
        }
    }

    /// Variables that are set for one command, or from now on where it is `lasting`.
    pub(super) fn environment_harm(&mut self, assigned: &[(String, Known)], lasting: bool) {
        let here = self.here;
        for (name, value) in assigned {
            let value = value.text.as_deref().unwrap_or("");
            let set = |list: &[(&str, &[&str])]| {
                list.iter().any(|(n, values)| n == name && values.contains(&value))
            };
            if set(UNCHECKED) {
                let id = if lasting { UNCHECKED_FOR_GOOD } else { UNCHECKED_ONCE };
                self.find(id, here, name);
            } else if set(HOOKLESS) {
                self.find("command-hook-bypass", here, name);
            } else if LOADING.contains(&name.as_str()) && !is_plain_pager(value) {
                self.unparsed(format!("`{name}` changes what other programs run"));
            } else if name == "HISTFILE" && matches!(value, "/dev/null" | "") {
                self.find("command-history-wiped", here, name);
            }
        }
    }

    /// A shell, or everything from now on, is tied to a connection.
    pub(super) fn socket_harm(&mut self, redirections: &[Redirection], fields: &[Field]) {
        let exe = fields.first().map_or("", |field| path::name(&field.text));
        let tied = redirections.iter().any(|redirection| {
            let two_way = !matches!(redirection.kind, RedirectKind::Read);
            let target = redirection.target.literal().unwrap_or_default();
            path::is_socket(&target) && (is_shell(exe) || two_way && exe == "exec")
        });
        if tied {
            let here = self.here;
            self.find("command-reverse-shell", here, exe);
        }
    }

    /// A shell in a pipeline whose output goes to a connection; a function that pipes into itself.
    pub(super) fn pipeline_harm(&mut self, commands: &[Command]) {
        let names: Vec<String> = commands.iter().map(first_word).collect();
        let shell = names.iter().position(|name| is_shell(name));
        let connects = |name: &String| {
            matches!(name.as_str(), "nc" | "ncat" | "netcat" | "telnet" | "socat" | "openssl")
        };
        if let Some(at) = shell
            && names.iter().skip(at + 1).any(connects)
            && let (Some(first), Some(last)) = (commands.first(), commands.last())
        {
            self.find("command-reverse-shell", first.span.join(last.span), "");
        }
        if commands.len() > 1
            && let [first, .., last] = names.as_slice()
            && first == last
            && self.is_function(first)
            && let Some(command) = commands.first()
        {
            self.find("command-fork-bomb", command.span, first);
        }
    }

    /// A program with its arguments.
    pub(super) fn call_harm(&mut self, call: &Call) {
        self.sending_harm(call);
        let found = match call.exe.as_str() {
            "rm" => deletes_everything(call).map(|what| ("command-delete-everything", what)),
            "chmod" => mode_harm(call),
            "nc" | "ncat" | "netcat" | "socat" => listens_for_shell(call),
            "curl" | "wget" | "http" | "https" | "xh" => unchecked_transfer(call),
            "git" => git_harm(call),
            "kill" | "pkill" | "killall" | "systemctl" | "launchctl" | "service" => {
                service_harm(call)
            }
            "crontab" | "at" | "batch" | "schtasks" => schedule_harm(call),
            "history" if call.flag('c', "") || call.flag('w', "") => {
                Some(("command-history-wiped", String::new()))
            }
            "portcullis" => gate_harm(call),
            _ => other_harm(call),
        };
        if let Some((id, detail)) = found {
            self.find(id, call.span, &detail);
        }
    }

    /// Credentials on their way out: over standard input, in a body, or as a file.
    fn sending_harm(&mut self, call: &Call) {
        if !class::sends(call) {
            return;
        }
        let file = |text: &str| {
            let path = text.rsplit(['@', '<']).next().unwrap_or(text);
            let local = path.split_once(':').is_none_or(|(host, _)| host.len() <= 1);
            let stream = self.resolve(path).and_then(|p| self.files.get(&p));
            local && (path::is_secret(path) || stream.is_some_and(|s| s.has(SECRET)))
        };
        let secret = call.stdin.has(SECRET)
            || call.arguments.iter().any(|field| field.marks & SECRET != 0)
            || class::sent_files(call).iter().any(|text| file(text));
        if secret {
            self.find("command-secret-sent", call.span, &call.exe);
        }
    }
}

fn is_plain_pager(value: &str) -> bool {
    matches!(
        value,
        "" | "cat" | "less" | "more" | "true" | ":" | "vi" | "vim" | "nano" | "code --wait"
    ) || value.starts_with("--max")
        || value.starts_with("--experimental")
        || value.starts_with("--no-warnings")
}

fn first_word(command: &Command) -> String {
    let CommandKind::Simple { words, .. } = &command.kind else { return String::new() };
    let literals: Vec<String> = words.iter().filter_map(Word::literal).take(2).collect();
    let at = usize::from(
        literals.first().is_some_and(|w| matches!(w.as_str(), "sudo" | "exec" | "nohup")),
    );
    literals.get(at).map_or(String::new(), |word| path::name(word).to_owned())
}

/// Folders that hold everything, or all of a person's files.
fn deletes_everything(call: &Call) -> Option<String> {
    let recursive = call.flag('r', "recursive") || call.flag('R', "");
    let everything = |text: &str| {
        let folder = text.trim_end_matches("/*").trim_end_matches('/');
        text == "/*"
            || text == "/."
            || (!text.is_empty() && SYSTEM_FOLDERS.contains(&folder))
            || is_home(folder)
    };
    let operands = call.operands(&[]);
    operands
        .iter()
        .find(|field| recursive && everything(&field.text))
        .map(|field| field.text.clone())
        .or_else(|| call.has("--no-preserve-root").then(String::new))
}

/// Rights for everybody, and rights of the owner for everybody.
fn mode_harm(call: &Call) -> Option<(&'static str, String)> {
    let mode = call.operands(&[]).first().map(|field| field.text.clone())?;
    let octal = mode.chars().all(|c| c.is_digit(8)) && mode.len() >= 3;
    let digit = |from_end: usize| mode.chars().rev().nth(from_end).and_then(|c| c.to_digit(8));
    let octal_has = |from_end, bit| octal && digit(from_end).is_some_and(|d| d & bit != 0);
    let symbolic = |who: &[char], right: char| {
        mode.split(',').any(|clause| {
            let (to, rights) = clause.split_once(['+', '=']).unwrap_or((clause, ""));
            rights.contains(right) && to.chars().any(|c| who.contains(&c))
        })
    };
    if octal_has(3, 6) || symbolic(&['u', 'g', 'a'], 's') || mode == "+s" {
        Some(("command-setuid", mode))
    } else if octal_has(0, 2) || symbolic(&['o', 'a'], 'w') {
        Some(("command-world-writable", mode))
    } else {
        None
    }
}

fn listens_for_shell(call: &Call) -> Option<(&'static str, String)> {
    let texts = call.texts();
    let runs = texts.iter().any(|text| {
        let short = text.starts_with('-') && !text.starts_with("--") && text.contains(['e', 'c']);
        let exec = ["--exec", "--sh-exec", "--lua-exec"].iter().any(|o| text.starts_with(o));
        exec || (short && call.exe != "socat" && !text.contains("close"))
    });
    let socat = call.exe == "socat"
        && texts.iter().any(|text| {
            let text = text.to_ascii_uppercase();
            text.starts_with("EXEC:") || text.starts_with("SYSTEM:")
        });
    let shell = texts.iter().any(|text| {
        text.split(|c: char| !c.is_alphanumeric()).any(|word| is_shell(word) || word == "cmd")
    });
    ((runs && shell) || socat).then(|| ("command-reverse-shell", call.exe.clone()))
}

fn unchecked_transfer(call: &Call) -> Option<(&'static str, String)> {
    let off = match call.exe.as_str() {
        "curl" => call.flag('k', "insecure") || call.has("--proxy-insecure"),
        "wget" => call.has("--no-check-certificate"),
        _ => call.has("--verify=no") || call.has("--verify=false"),
    };
    let local = call.texts().iter().any(|text| class::is_local(text));
    (off && !local).then(|| ("command-certificate-check-off", call.exe.clone()))
}

/// Hooks left out, checks switched off.
fn git_harm(call: &Call) -> Option<(&'static str, String)> {
    let (command, behind) = class::git_command(call);
    if leaves_hooks_out(command, &behind) {
        return Some(("command-hook-bypass", "--no-verify".to_owned()));
    }
    let asks = behind.iter().any(|text| ["--unset", "--get", "--list"].contains(text));
    let sets = command == "config" && !asks;
    let settings = call.values(&["-c"]);
    let settings = settings.iter().filter_map(|field| field.text.split_once('='));
    let lasting = behind.windows(2).filter_map(|pair| match pair {
        [name, value] if sets => Some((*name, *value)),
        _ => None,
    });
    settings.chain(lasting).find_map(|(name, value)| match name.to_ascii_lowercase().as_str() {
        "core.hookspath" => Some(("command-hook-bypass", name.to_owned())),
        "http.sslverify" if value == "false" => {
            let id = if sets { UNCHECKED_FOR_GOOD } else { UNCHECKED_ONCE };
            Some((id, name.to_owned()))
        }
        _ => None,
    })
}

/// Whether `git commit`, `git push` and their like are told to leave hooks out. What stands behind
/// an option that takes a value is that value.
fn leaves_hooks_out(command: &str, behind: &[&str]) -> bool {
    let mut texts = behind.iter();
    while let Some(text) = texts.next() {
        let group = text.strip_prefix('-').filter(|group| !group.starts_with('-'));
        let valued = ["--message", "--file", "--author", "--date", "--push-option"];
        match group {
            Some(group) => {
                let letters = group.split(['m', 'F', 'C', 'c', 't', 'S', 'u', 'o']).next();
                if command == "commit" && letters.is_some_and(|letters| letters.contains('n')) {
                    return true;
                }
                if group.ends_with(['m', 'F', 'C', 'c', 't', 'o']) {
                    texts.next();
                }
            }
            None if *text == "--no-verify" => {
                return matches!(command, "commit" | "merge" | "push" | "am" | "rebase");
            }
            None if valued.contains(text) => {
                texts.next();
            }
            None if *text == "--" => return false,
            None => {}
        }
    }
    false
}

/// The gate or a defense is stopped; something is set up to start.
fn service_harm(call: &Call) -> Option<(&'static str, String)> {
    let texts = call.texts();
    let gate = texts.iter().any(|text| text.contains("portcullis"));
    let stops = ["stop", "disable", "mask", "kill", "unload", "bootout"];
    let stopping = !matches!(call.exe.as_str(), "systemctl" | "launchctl" | "service")
        || texts.iter().any(|text| stops.contains(text));
    let defense = |text: &&&str| DEFENSES.contains(&text.trim_end_matches(".service"));
    let starts = ["enable", "load", "bootstrap"];
    let manages = matches!(call.exe.as_str(), "systemctl" | "launchctl");
    if gate && stopping {
        Some(("command-gate-tampering", call.exe.clone()))
    } else if let Some(name) = texts.iter().find(defense).filter(|_| stopping) {
        Some(("command-defense-off", (*name).to_owned()))
    } else if manages && texts.iter().any(|text| starts.contains(text)) {
        Some(("command-persistence", call.exe.clone()))
    } else {
        None
    }
}

fn schedule_harm(call: &Call) -> Option<(&'static str, String)> {
    let lists = call.exe == "crontab" && (call.flag('l', "") && !call.flag('e', ""));
    let shows =
        call.exe == "at" && (call.flag('l', "") || call.flag('r', "") || call.flag('d', ""));
    (!lists && !shows).then(|| ("command-persistence", call.exe.clone()))
}

/// The gate's own program used against it.
fn gate_harm(call: &Call) -> Option<(&'static str, String)> {
    let against = call.has("--remove")
        || call.has("approve")
        || call.has("uninstall")
        || (call.has("override") && !call.has("list"));
    against.then(|| ("command-gate-tampering", "portcullis".to_owned()))
}

/// Programs of which a few arguments do harm: program, arguments of which all must be there.
const OTHER: &[(&str, &[&str], &str)] = &[
    ("setenforce", &["0"], "command-defense-off"),
    ("setenforce", &["Permissive"], "command-defense-off"),
    ("ufw", &["disable"], "command-defense-off"),
    ("ufw", &["reset"], "command-defense-off"),
    ("iptables", &["-F"], "command-defense-off"),
    ("iptables", &["--flush"], "command-defense-off"),
    ("ip6tables", &["-F"], "command-defense-off"),
    ("nft", &["flush", "ruleset"], "command-defense-off"),
    ("auditctl", &["-e", "0"], "command-defense-off"),
    ("auditctl", &["-D"], "command-defense-off"),
    ("spctl", &["--master-disable"], "command-defense-off"),
    ("csrutil", &["disable"], "command-defense-off"),
    ("aa-teardown", &[], "command-defense-off"),
    ("aa-disable", &[], "command-defense-off"),
    ("npm", &["config", "set", "strict-ssl", "false"], "command-certificate-check-off-for-good"),
    ("npm", &["config", "set", "strict-ssl=false"], "command-certificate-check-off-for-good"),
    ("npm", &["--strict-ssl=false"], "command-certificate-check-off"),
    ("pnpm", &["config", "set", "strict-ssl", "false"], "command-certificate-check-off-for-good"),
    ("yarn", &["config", "set", "strict-ssl", "false"], "command-certificate-check-off-for-good"),
    (
        "yarn",
        &["config", "set", "enableStrictSsl", "false"],
        "command-certificate-check-off-for-good",
    ),
    ("pip", &["--trusted-host"], "command-certificate-check-off"),
    ("pip3", &["--trusted-host"], "command-certificate-check-off"),
    ("pip", &["config", "set", "global.trusted-host"], "command-certificate-check-off-for-good"),
    (
        "conda",
        &["config", "--set", "ssl_verify", "false"],
        "command-certificate-check-off-for-good",
    ),
    ("apt-get", &["--allow-unauthenticated"], "command-certificate-check-off"),
    ("journalctl", &["--rotate"], "command-history-wiped"),
    ("wevtutil", &["cl"], "command-history-wiped"),
];

fn other_harm(call: &Call) -> Option<(&'static str, String)> {
    let texts = call.texts();
    let in_order = |needed: &[&str]| {
        let mut texts = texts.iter();
        needed
            .iter()
            .all(|word| texts.any(|text| text == word || text.starts_with(&format!("{word}="))))
    };
    if texts.iter().any(|text| GUARD_OFF.contains(text)) && class::is_agent(&call.exe) {
        return Some(("command-guard-off", call.exe.clone()));
    }
    if call.exe.starts_with("mkfs") || (call.exe == "wipefs" && call.flag('a', "all")) {
        let disk = texts.iter().any(|text| path::is_disk(text));
        return disk.then(|| ("command-disk-overwritten", call.exe.clone()));
    }
    let vacuum = call.exe == "journalctl" && texts.iter().any(|text| text.starts_with("--vacuum"));
    if vacuum {
        return Some(("command-history-wiped", call.exe.clone()));
    }
    OTHER
        .iter()
        .find(|(exe, needed, _)| *exe == call.exe && in_order(needed))
        .map(|(exe, _, id)| (*id, (*exe).to_owned()))
}

/// Options that take every guard off an agent.
const GUARD_OFF: &[&str] = &[
    "--dangerously-skip-permissions",
    "--yolo",
    "--dangerously-bypass-approvals-and-sandbox",
    "--allow-dangerously-skip-permissions",
    "--dangerously-bypass-hook-trust",
];
