//! `git apply`, `patch` and the commands of git that put contents into the work tree.

use diffy::{
    Patch,
    patch_set::{FileOperation, FilePatch, ParseOptions, PatchSet},
};

use super::{class, inline, invoke::Call, run::Run, stream::Stream};

/// Lines of a file times lines of its patch: more work than this is not done.
const WORK_MAX: usize = 20_000_000;

/// Options with which `git apply` and `git am` change nothing.
const CHECKING: &[&str] =
    &["--check", "--stat", "--numstat", "--summary", "--abort", "--continue", "--skip", "--quit"];

/// `patch` and the patching commands of `git`.
pub(super) fn patching(run: &mut Run<'_>, call: &Call) -> Option<Stream> {
    match call.exe.as_str() {
        "patch" | "gpatch" => {
            run.patch(call);
            Some(Stream::unknown())
        }
        "git" => run.git(call),
        _ => None,
    }
}

impl Run<'_> {
    fn patch(&mut self, call: &Call) {
        if call.has("--dry-run") {
            return;
        }
        let valued = ["-i", "--input", "-d", "--directory", "-o", "-r", "-F", "-p", "-B"];
        let operands = call.operands(&valued);
        let file = operands.first().map(|field| (*field).clone());
        let input = call.values(&["-i", "--input"]).into_iter().next();
        let input = input.or_else(|| operands.get(1).map(|field| (*field).clone()));
        let diff = self.diff(call, input.as_slice());
        let strip = call.values(&["-p", "--strip"]).first().and_then(|n| n.text.parse().ok());
        let moved = !call.values(&["-d", "--directory", "-o", "--output"]).is_empty();
        if moved {
            self.unparsed("where `patch` writes is not followed");
        }
        let reverse = call.flag('R', "reverse");
        let target = file.and_then(|field| self.target(&field));
        self.apply(&diff, strip.unwrap_or(0), reverse, target.as_deref(), call);
    }

    fn diff(&mut self, call: &Call, files: &[portcullis_syntax::shell::Field]) -> Stream {
        if files.is_empty() || files.iter().any(|file| file.text == "-") {
            return call.stdin.clone();
        }
        let mut streams = Vec::new();
        for file in files {
            let path = self.resolve(&file.text).filter(|_| file.known && !file.glob);
            let stream = path.map(|path| self.wanting(|run| run.content(&path)));
            streams.push(stream.unwrap_or_default());
        }
        Stream::concat(&streams)
    }

    fn git(&mut self, call: &Call) -> Option<Stream> {
        if runs_configured(call) {
            self.unparsed("a setting of git on the command line starts another program");
        }
        let (command, behind) = class::git_command(call);
        match command {
            "apply" | "am" if !behind.iter().any(|text| CHECKING.contains(text)) => {
                self.git_apply(call, command);
            }
            "checkout" | "restore" => self.restored(call, command),
            "rm" | "mv" => self.moved(call),
            "config" if behind.iter().any(|text| text.starts_with('!')) => {
                self.unparsed("a setting of git will start another program");
            }
            "hash-object" if call.has("-w") => self.side_door(command),
            "update-index" | "fast-import" | "mktree" => self.side_door(command),
            "rebase" | "bisect" | "filter-branch" | "submodule" => self.git_runs(call),
            _ => return None,
        }
        Some(Stream::unknown())
    }

    fn side_door(&mut self, command: &str) {
        self.unparsed(format!("`git {command}` puts contents into the repository by a side door"));
    }

    /// `git rm`, `git mv`.
    fn moved(&mut self, call: &Call) {
        for field in call.operands(&["-C", "-c"]).into_iter().skip(1).cloned().collect::<Vec<_>>() {
            let known = field.known && !field.glob;
            if let Some(path) = self.resolve(&field.text).filter(|_| known) {
                self.removal_harm(&path, call.span);
                self.touched(&path);
            }
        }
    }

    /// `git rebase --exec`, `git bisect run`, `git submodule foreach`: they run shell commands.
    fn git_runs(&mut self, call: &Call) {
        for command in call.values(&["-x", "--exec", "--tree-filter", "--index-filter"]) {
            self.text(&command.text, command.span, &Stream::empty());
        }
        let texts = call.texts();
        if let Some(at) = texts.iter().position(|text| matches!(*text, "foreach" | "run")) {
            let command = texts.get(at + 1..).unwrap_or_default().join(" ");
            self.text(&command, call.span, &Stream::empty());
        }
    }

    fn git_apply(&mut self, call: &Call, command: &str) {
        let valued = ["-p", "-C", "-c", "--directory", "--exclude", "--include", "--whitespace"];
        let operands: Vec<_> = call.operands(&valued).into_iter().skip(1).cloned().collect();
        let diff = self.diff(call, &operands);
        let strip = call.values(&["-p"]).first().and_then(|n| n.text.parse().ok()).unwrap_or(1);
        let elsewhere =
            call.has("-C") || call.texts().iter().any(|text| text.starts_with("--directory"));
        if elsewhere || call.has("--cached") || call.has("--index-version") {
            self.unparsed(format!("where `git {command}` writes is not followed"));
        }
        self.apply(&diff, strip, call.flag('R', "reverse"), None, call);
    }

    /// Applies a diff to the files that it names, or to `only`.
    fn apply(
        &mut self,
        diff: &Stream,
        strip: usize,
        reverse: bool,
        only: Option<&str>,
        call: &Call,
    ) {
        let Some(text) = diff.whole().map(str::to_owned) else {
            self.unparsed("the patch is not known beforehand");
            return;
        };
        let git = text.contains("diff --git ");
        let options = if git { ParseOptions::gitdiff() } else { ParseOptions::unidiff() };
        let mut any = false;
        for part in PatchSet::parse(&text, options) {
            any = true;
            let done = part.ok().and_then(|part| self.apply_one(&part, strip, reverse, only, call));
            if done.is_none() {
                self.unparsed("the patch does not fit the files that are known");
                return;
            }
        }
        if !any && !text.trim().is_empty() {
            self.unparsed("the patch is not understood");
        }
    }

    fn apply_one(
        &mut self,
        part: &FilePatch<'_, str>,
        strip: usize,
        reverse: bool,
        only: Option<&str>,
        call: &Call,
    ) -> Option<()> {
        let (from, to) = ends(part, strip);
        let path = |name: &str| only.map(str::to_owned).or_else(|| self.resolve(name));
        let (from, to) = (from.as_deref().and_then(path), to.as_deref().and_then(path));
        let base = match &from {
            Some(from) => match self.files.get(from) {
                Some(stream) => stream.clone(),
                None => self.disk(from),
            },
            None => Stream::empty(),
        };
        let Some(to) = to else {
            self.touched(&from?);
            return Some(());
        };
        let after = patched(base.whole()?, part.patch().as_text()?, reverse)?;
        let how = if call.exe == "git" { "git apply" } else { "patch" };
        self.deliver(&to, &Stream::known(after), false, how, call.span);
        Some(())
    }

    /// `git checkout -- files`, `git restore files`: contents from the repository, which passed
    /// here before.
    fn restored(&mut self, call: &Call, command: &str) {
        let texts = call.texts();
        let separator = texts.iter().position(|text| *text == "--");
        let start = match (separator, command) {
            (Some(at), _) => at + 1,
            (None, "restore") => 1,
            (None, _) => return,
        };
        let fields = call.arguments.get(start..).unwrap_or_default();
        for field in fields.iter().filter(|f| !f.text.starts_with('-')).cloned().collect::<Vec<_>>()
        {
            if let Some(path) = self.resolve(&field.text).filter(|_| field.known && !field.glob) {
                self.removal_harm(&path, call.span);
                self.touched(&path);
                self.files.insert(path, Stream::unknown());
            }
        }
    }
}

/// The file that a part of a patch changes and the one that it leaves; both where it is the same.
fn ends(part: &FilePatch<'_, str>, strip: usize) -> (Option<String>, Option<String>) {
    match &part.operation().strip_prefix(strip) {
        FileOperation::Create(to) => (None, Some(to.to_string())),
        FileOperation::Delete(from) => (Some(from.to_string()), None),
        FileOperation::Modify { original, modified } => {
            // Without stripping, git's `a/` and `b/` are no folders.
            let git = strip == 0 && original.starts_with("a/");
            let bare = modified.strip_prefix("b/").filter(|_| git);
            let to = bare.unwrap_or(modified).to_owned();
            (Some(to.clone()), Some(to))
        }
        FileOperation::Rename { from, to } | FileOperation::Copy { from, to } => {
            (Some(from.to_string()), Some(to.to_string()))
        }
    }
}

fn patched(base: &str, patch: &Patch<'_, str>, reverse: bool) -> Option<String> {
    let lines: usize = patch.hunks().iter().map(|hunk| hunk.lines().len()).sum();
    if base.lines().count().saturating_mul(lines.max(1)) > WORK_MAX {
        return None;
    }
    if reverse { diffy::apply(base, &patch.reverse()).ok() } else { diffy::apply(base, patch).ok() }
}

/// Whether `-c` sets something that git runs.
fn runs_configured(call: &Call) -> bool {
    let running = [
        "alias.",
        "core.sshcommand",
        "core.pager",
        "core.editor",
        "core.fsmonitor",
        "diff.external",
        "credential.helper",
        "filter.",
        "sequence.editor",
        "gpg.program",
        "pager.",
        "core.gitproxy",
    ];
    call.values(&["-c"]).iter().filter_map(inline::known_text).any(|setting| {
        let (name, value) = setting.split_once('=').unwrap_or((&setting, ""));
        let name = name.to_ascii_lowercase();
        let harmless = matches!(value, "" | "cat" | "less" | "true" | ":");
        running.iter().any(|key| name.starts_with(key)) && !harmless
    })
}
