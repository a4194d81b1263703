//! Programs that run another program which stands in their arguments: they are taken off, so that
//! what runs is judged and not what it is wrapped in.

use portcullis_syntax::shell::Field;

/// What a wrapper adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Adds {
    Nothing,
    /// More rights.
    Rights,
    /// Arguments from standard input.
    Input,
    /// `NAME=value` in front of the program.
    Environment,
    /// The arguments are one shell command.
    Shell,
    /// With `-v` it only asks whether the program is there.
    Query,
}

/// One wrapper.
struct Wrapper {
    names: &'static [&'static str],
    adds: Adds,
    /// Options that take the next argument.
    valued: &'static [&'static str],
    /// Arguments of its own in front of the program.
    own: usize,
}

const WRAPPERS: &[Wrapper] = &[
    Wrapper {
        names: &["sudo", "doas", "run0"],
        adds: Adds::Rights,
        valued: &["-u", "-g", "-p", "-C", "-h", "-r", "-t", "-D", "--user", "--group", "--chdir"],
        own: 0,
    },
    Wrapper { names: &["pkexec"], adds: Adds::Rights, valued: &["--user"], own: 0 },
    Wrapper {
        names: &["env"],
        adds: Adds::Environment,
        valued: &["-u", "-C", "--unset", "--chdir"],
        own: 0,
    },
    Wrapper {
        names: &["xargs", "parallel"],
        adds: Adds::Input,
        valued: &[
            "-n",
            "-P",
            "-L",
            "-s",
            "-d",
            "-E",
            "-a",
            "-I",
            "-j",
            "--max-args",
            "--max-procs",
        ],
        own: 0,
    },
    Wrapper {
        names: &[
            "nohup",
            "setsid",
            "builtin",
            "time",
            "caffeinate",
            "unbuffer",
            "busybox",
            "toybox",
        ],
        adds: Adds::Nothing,
        valued: &["-o", "-f"],
        own: 0,
    },
    Wrapper { names: &["exec"], adds: Adds::Nothing, valued: &["-a"], own: 0 },
    Wrapper { names: &["command"], adds: Adds::Query, valued: &[], own: 0 },
    Wrapper {
        names: &["nice", "ionice", "chrt", "stdbuf", "strace", "ltrace"],
        adds: Adds::Nothing,
        valued: &["-n", "-c", "-p", "-i", "-o", "-e", "--adjustment"],
        own: 0,
    },
    Wrapper {
        names: &["timeout", "gtimeout"],
        adds: Adds::Nothing,
        valued: &["-k", "-s", "--signal", "--kill-after"],
        own: 1,
    },
    Wrapper { names: &["flock"], adds: Adds::Nothing, valued: &["-w", "-E"], own: 1 },
    Wrapper { names: &["chroot"], adds: Adds::Rights, valued: &[], own: 1 },
    Wrapper {
        names: &["unshare", "nsenter"],
        adds: Adds::Rights,
        valued: &["-t", "-S", "-G"],
        own: 0,
    },
    Wrapper { names: &["watch"], adds: Adds::Shell, valued: &["-n", "--interval"], own: 0 },
    Wrapper {
        names: &["npx", "bunx", "pnpx", "uvx", "dotenvx"],
        adds: Adds::Nothing,
        valued: &["-p", "--package", "--from", "--with"],
        own: 0,
    },
];

/// Runners whose program stands behind a word of their own, such as `poetry run`.
const RUNNERS: &[(&str, &[&str])] = &[
    ("poetry", &["run"]),
    ("uv", &["run"]),
    ("pipenv", &["run"]),
    ("hatch", &["run"]),
    ("pdm", &["run"]),
    ("rye", &["run"]),
    ("pixi", &["run"]),
    ("bundle", &["exec"]),
    ("pipx", &["run"]),
    ("npm", &["exec", "x"]),
    ("pnpm", &["exec", "dlx"]),
    ("yarn", &["exec", "dlx"]),
    ("bun", &["x"]),
    ("direnv", &["exec"]),
    ("conda", &["run"]),
    ("mise", &["exec", "x"]),
    ("dotenv", &["run"]),
];

/// Options of runners that take the next argument.
const RUNNER_VALUED: &[&str] =
    &["--with", "--python", "-p", "--package", "--extra", "--group", "-n", "--name", "-e", "--env"];

/// A command line with its outermost wrapper taken off.
#[derive(Debug)]
pub(super) struct Peeled<'f> {
    /// Options of the wrapper and what stands in front of the program.
    pub(super) own: &'f [Field],
    /// The program with its arguments; empty where none is named.
    pub(super) rest: &'f [Field],
    pub(super) adds: Adds,
}

/// Takes one wrapper off; `None` where `exe` is none.
pub(super) fn peel<'f>(exe: &str, arguments: &'f [Field]) -> Option<Peeled<'f>> {
    if let Some((_, words)) = RUNNERS.iter().find(|(name, _)| *name == exe) {
        return runner(words, arguments);
    }
    let wrapper = WRAPPERS.iter().find(|wrapper| wrapper.names.contains(&exe))?;
    let mut at = 0;
    let mut own = wrapper.own;
    while let Some(field) = arguments.get(at) {
        let text = field.text.as_str();
        if text == "--" {
            at += 1;
            break;
        } else if wrapper.valued.contains(&text) {
            at += 2;
        } else if wrapper.passes(text) {
            at += 1;
        } else if own > 0 {
            own -= 1;
            at += 1;
        } else {
            break;
        }
    }
    let at = at.min(arguments.len());
    let (own, rest) = arguments.split_at_checked(at)?;
    Some(Peeled { own, rest, adds: wrapper.adds })
}

fn runner<'f>(words: &[&str], arguments: &'f [Field]) -> Option<Peeled<'f>> {
    let first = arguments.first()?;
    if !words.contains(&first.text.as_str()) {
        return None;
    }
    let mut at = 1;
    while let Some(option) = arguments.get(at).filter(|field| field.text.starts_with('-')) {
        at += 1 + usize::from(RUNNER_VALUED.contains(&option.text.as_str()));
    }
    let (own, rest) = arguments.split_at_checked(at.min(arguments.len()))?;
    Some(Peeled { own, rest, adds: Adds::Nothing })
}

impl Wrapper {
    /// Whether an argument in front of the program is an option or sets a variable.
    fn passes(&self, text: &str) -> bool {
        let assigns = matches!(self.adds, Adds::Environment | Adds::Rights);
        (text.starts_with('-') && text.len() > 1) || (assigns && is_assignment(text))
    }
}

/// Whether an argument is `NAME=value`.
pub(super) fn is_assignment(text: &str) -> bool {
    let name = text.split('=').next().unwrap_or("");
    text.contains('=')
        && !name.is_empty()
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !name.starts_with(|c: char| c.is_ascii_digit())
}
