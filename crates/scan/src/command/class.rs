//! What kind of thing a program does, told by its name and the words behind it. The lists stand in
//! [`super::class_table`]; here is what a list cannot say.

use portcullis_model::CommandClass as Class;

use super::{
    class_table::{self as table, Words},
    invoke::Call,
    path, sql,
    stream::{DECODED, NETWORK},
};

/// The classes of a program with its arguments, wrappers taken off.
pub(super) fn classes(call: &Call) -> Vec<Class> {
    let mut classes = match call.exe.as_str() {
        "git" => git_classes(call),
        "python" | "python3" | "python2" => python_classes(call),
        "rm" => vec![removal(call)],
        "find" if call.has("-delete") => vec![Class::Destructive],
        "chmod" | "chown" | "chgrp" => vec![ownership(call)],
        "dd" => vec![disk(call)],
        "sed" | "gsed" => vec![in_place(call, 'i', "in-place")],
        "perl" | "ruby" if call.flag('i', "") => vec![Class::Write, Class::Interpreter],
        "crontab" if call.flag('l', "") => vec![Class::Read],
        "tar" | "bsdtar" => vec![archive(call)],
        _ => listed(call),
    };
    if classes.is_empty() {
        classes.push(Class::Unknown);
    }
    if sql::destroys(call) && !classes.contains(&Class::Destructive) {
        classes.push(Class::Destructive);
    }
    classes
}

/// From the tables: by the first words behind the program, else by the program alone.
fn listed(call: &Call) -> Vec<Class> {
    let words: Vec<&str> = call.texts().into_iter().filter(|t| !t.starts_with('-')).collect();
    let fits = |entry: &&Words| table::holds(entry.exes, &call.exe) && entry.fits(&words, call);
    if let Some(entry) = table::WORDS.iter().find(fits) {
        return entry.classes.to_vec();
    }
    let version =
        matches!(call.texts().as_slice(), ["--version" | "-V" | "--help" | "version" | "help"]);
    if version {
        return vec![Class::Read];
    }
    let of = |class: &Class| {
        table::PROGRAMS.iter().any(|(c, exes)| c == class && table::holds(exes, &call.exe))
    };
    table::PROGRAMS.iter().map(|(class, _)| *class).filter(of).collect()
}

impl Words {
    fn fits(&self, words: &[&str], call: &Call) -> bool {
        let begins = |phrase: &str| {
            let mut words = words.iter();
            phrase.split(' ').all(|word| words.next() == Some(&word))
        };
        let behind = self.phrases.is_empty() || self.phrases.split('|').any(begins);
        behind && (self.option.is_empty() || call.has(self.option))
    }
}

/// The command of git and what stands behind it: options of git itself are skipped.
pub(super) fn git_command(call: &Call) -> (&str, Vec<&str>) {
    let mut arguments = call.arguments.iter().map(|field| field.text.as_str());
    while let Some(text) = arguments.next() {
        match text {
            "-c" | "-C" | "--git-dir" | "--work-tree" | "--namespace" | "--exec-path" => {
                arguments.next();
            }
            _ if text.starts_with('-') => {}
            _ => return (text, arguments.collect()),
        }
    }
    ("", Vec::new())
}

fn git_classes(call: &Call) -> Vec<Class> {
    let (command, behind) = git_command(call);
    let has = |words: &[&str]| behind.iter().any(|text| words.contains(text));
    let short = |letter: char| {
        behind.iter().any(|t| t.starts_with('-') && !t.starts_with("--") && t.contains(letter))
    };
    let refspec = || behind.iter().any(|text| text.starts_with('+'));
    let destroys = match command {
        "reset" => has(&["--hard"]),
        "clean" => (short('f') || has(&["--force"])) && !short('n') && !has(&["--dry-run"]),
        "push" => {
            has(&["--force", "--mirror", "--delete", "--prune"])
                || short('f')
                || short('d')
                || refspec()
        }
        "branch" => short('D'),
        "checkout" => has(&["--force"]) || short('f'),
        "stash" => has(&["drop", "clear"]),
        "reflog" => has(&["expire", "delete"]),
        "filter-branch" | "filter-repo" => true,
        "update-ref" => short('d'),
        _ => false,
    };
    let mut classes = vec![git_class(command, &behind)];
    if destroys {
        classes.push(Class::Destructive);
    }
    if table::holds(table::GIT_NETWORK, command)
        || (command == "remote" && has(&["update", "show"]))
    {
        classes.push(Class::Network);
    }
    classes
}

fn git_class(command: &str, behind: &[&str]) -> Class {
    let bare = behind.iter().all(|text| table::holds(table::GIT_LISTING, text));
    match command {
        _ if table::holds(table::GIT_READ, command) => Class::VcsRead,
        "stash" if matches!(behind.first(), Some(&("list" | "show"))) => Class::VcsRead,
        "remote" if matches!(behind.first(), None | Some(&("-v" | "show" | "get-url"))) => {
            Class::VcsRead
        }
        "config"
            if behind.iter().any(|t| t.starts_with("--get") || *t == "--list" || *t == "-l") =>
        {
            Class::VcsRead
        }
        "config" if behind.iter().filter(|t| !t.starts_with('-')).count() == 1 => Class::VcsRead,
        "branch" | "tag" | "worktree" | "notes" | "submodule" | "bisect" | "reflog" if bare => {
            Class::VcsRead
        }
        "" => Class::VcsRead,
        _ => Class::VcsWrite,
    }
}

/// `python -m pytest` is a test, `python -m pip install` a package manager.
fn python_classes(call: &Call) -> Vec<Class> {
    let Some(at) = call.arguments.iter().position(|field| field.text == "-m") else {
        let version = matches!(call.texts().as_slice(), ["--version" | "-V"]);
        return vec![if version { Class::Read } else { Class::Interpreter }];
    };
    let module = call.arguments.get(at + 1).map_or("", |field| field.text.as_str());
    let inner = Call {
        exe: module.to_owned(),
        arguments: call.arguments.get(at + 2..).unwrap_or_default().to_vec(),
        stdin: super::stream::Stream::unknown(),
        span: call.span,
    };
    match module {
        "http.server" | "smtpd" => vec![Class::Network],
        "json.tool" | "tokenize" | "ast" | "timeit" | "cProfile" | "platform" | "sysconfig" => {
            vec![Class::Read]
        }
        "py_compile" | "compileall" | "build" => vec![Class::Build],
        "venv" | "virtualenv" | "ensurepip" => vec![Class::PackageManager],
        "unittest" | "doctest" => vec![Class::Test],
        _ => {
            let found = listed(&inner);
            if found.is_empty() { vec![Class::Interpreter] } else { found }
        }
    }
}

fn removal(call: &Call) -> Class {
    let recursive = call.flag('r', "recursive") || call.flag('R', "");
    let outside = call.operands(&[]).iter().any(|field| {
        let path = field.text.as_str();
        (path.starts_with('/') && !path.starts_with("/tmp/")) || path.starts_with('~')
    });
    if recursive || outside { Class::Destructive } else { Class::Write }
}

fn ownership(call: &Call) -> Class {
    let first = call.operands(&[]).first().map_or("", |field| field.text.as_str()).to_owned();
    let root = call.exe != "chmod" && first.split(':').any(|who| who == "root" || who == "0");
    let set = call.exe == "chmod"
        && (first.contains('s') || (first.len() == 4 && !first.starts_with('0')));
    if root || set { Class::Privileged } else { Class::Write }
}

fn disk(call: &Call) -> Class {
    let device = |text: &&str| text.strip_prefix("of=").is_some_and(path::is_disk);
    if call.texts().iter().any(device) { Class::Destructive } else { Class::Write }
}

fn in_place(call: &Call, letter: char, long: &str) -> Class {
    let short = call.texts().iter().any(|text| {
        text.strip_prefix('-').is_some_and(|group| {
            !group.starts_with('-')
                && group.split(['e', 'f']).next().is_some_and(|g| g.contains(letter))
        })
    });
    let long = call.texts().iter().any(|text| text.starts_with(&format!("--{long}")));
    if short || long { Class::Write } else { Class::Read }
}

fn archive(call: &Call) -> Class {
    let first = call.texts().first().copied().unwrap_or_default().to_owned();
    let old = !first.starts_with('-') && first.contains('t') && !first.contains(['c', 'x']);
    if old || call.flag('t', "list") && !call.flag('x', "extract") {
        Class::Read
    } else {
        Class::Write
    }
}

/// Whether a program prints what is in the files that it is given.
pub(super) fn reads_files(exe: &str) -> bool {
    table::holds(table::PRINTING, exe)
}

/// Whether a program that is not emulated changes files in place.
pub(super) fn edits_in_place(call: &Call) -> bool {
    match call.exe.as_str() {
        "yq" | "xq" | "jq" => call.flag('i', "in-place") || call.flag('\0', "inplace"),
        "sd" | "jscodeshift" | "codemod" | "rename" => true,
        "ast-grep" | "sg" | "comby" => call.flag('U', "update-all") || call.flag('i', "in-place"),
        "ex" | "sponge" => true,
        _ => false,
    }
}

/// Marks of what a program prints, apart from those of its input.
pub(super) fn output_marks(call: &Call) -> u32 {
    match call.exe.as_str() {
        "curl" | "wget" | "http" | "https" | "xh" | "fetch" | "lynx" | "nc" | "ncat" | "netcat"
        | "telnet" | "aria2c" | "ftp" | "tftp" | "dig" | "nslookup" => {
            let local = call.texts().iter().any(|text| is_local(text));
            if local { 0 } else { NETWORK }
        }
        "base32" | "uudecode" | "basenc" | "gpg" => DECODED,
        _ => 0,
    }
}

/// Whether a program can carry its input or files to another machine.
pub(super) fn sends(call: &Call) -> bool {
    table::holds(table::SENDING, &call.exe)
        && !call.texts().iter().any(|text| is_local(text))
        && match call.exe.as_str() {
            "openssl" => call.has("s_client"),
            "aws" => call.has("s3") || call.has("s3api"),
            "gh" | "glab" => call.has("gist") || call.has("api") || call.has("snippet"),
            _ => true,
        }
}

/// Options of `curl` whose value may name a file.
const BODIES: &[&str] = &[
    "-d",
    "--data",
    "--data-binary",
    "--data-raw",
    "--data-ascii",
    "--data-urlencode",
    "-F",
    "--form",
    "--json",
    "-H",
    "--header",
];

/// Arguments that name files which are sent.
pub(super) fn sent_files(call: &Call) -> Vec<String> {
    let texts = |fields: Vec<portcullis_syntax::shell::Field>| {
        fields.into_iter().map(|field| field.text).collect::<Vec<_>>()
    };
    match call.exe.as_str() {
        "curl" => {
            let mut found = texts(call.values(BODIES));
            found.retain(|text| text.contains(['@', '<']));
            found.extend(texts(call.values(&["-T", "--upload-file"])));
            found
        }
        "wget" => texts(call.values(&["--post-file", "--body-file"])),
        "http" | "https" | "xh" => {
            call.texts().iter().filter(|t| t.contains('@')).map(|t| (*t).to_owned()).collect()
        }
        "ssh" | "nc" | "ncat" | "netcat" | "telnet" | "openssl" | "ping" | "dig" | "nslookup"
        | "host" => Vec::new(),
        _ => call
            .operands(&["-i", "-P", "-F", "-o", "-e", "-J"])
            .iter()
            .map(|f| f.text.clone())
            .collect(),
    }
}

/// Whether an address is on this machine.
pub(super) fn is_local(text: &str) -> bool {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let host = host.rsplit('@').next().unwrap_or(host);
    let bare = host.rsplit_once(':').map_or(host, |(host, _)| host);
    matches!(bare, "localhost" | "127.0.0.1" | "[::1]" | "0.0.0.0" | "host.docker.internal")
        || bare.ends_with(".localhost")
}

/// Whether the program is a coding agent.
pub(super) fn is_agent(exe: &str) -> bool {
    matches!(
        exe,
        "claude"
            | "codex"
            | "gemini"
            | "cursor-agent"
            | "aider"
            | "copilot"
            | "amp"
            | "goose"
            | "qwen"
    )
}
