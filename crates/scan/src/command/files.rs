//! Files as they are before, during and after the command: contents that come in, contents that go
//! out, and the programs that copy, move, make and remove files.

use portcullis_model::{CommandClass, Span};
use portcullis_syntax::shell::Field;

use super::{
    Write,
    invoke::Call,
    path,
    run::Run,
    stream::{NETWORK, SECRET, Stream},
};

impl Run<'_> {
    /// The path from the working directory, or none where that is not known.
    pub(super) fn resolve(&self, path: &str) -> Option<String> {
        path::resolve(self.scope.cwd.as_deref(), path)
    }

    /// The path of an argument; says so where it is not known beforehand.
    pub(super) fn target(&mut self, field: &Field) -> Option<String> {
        let path = self.resolve(&field.text).filter(|_| field.known && !field.glob);
        if path.is_none() {
            let text = &field.text;
            self.unparsed(format!("which files are written is not known beforehand: `{text}`"));
        }
        path
    }

    /// What a file holds at this point. Files with credentials are not asked for.
    pub(super) fn content(&mut self, path: &str) -> Stream {
        if let Some(stream) = self.files.get(path) {
            return stream.clone();
        }
        if path::is_secret(path) {
            return Stream::unknown().marked(SECRET);
        }
        if self.wanted { self.disk(path) } else { Stream::unknown() }
    }

    /// What the file held before the command; asks for it where it was not given.
    pub(super) fn disk(&mut self, path: &str) -> Stream {
        if ["/dev/", "/proc/", "/sys/"].iter().any(|folder| path.starts_with(folder)) {
            return Stream::unknown();
        }
        if let Some(stream) = self.read.get(path) {
            return stream.clone();
        }
        let stream = match self.contents.get(path) {
            Some(Some(text)) => Stream::known(text.as_str()),
            Some(None) => Stream::unknown(),
            None => {
                self.missing.insert(path.to_owned());
                Stream::unknown()
            }
        };
        self.read.insert(path.to_owned(), stream.clone());
        stream
    }

    /// Whether there is no such file before the command, as far as was given.
    fn is_new(&self, path: &str) -> bool {
        self.contents.get(path).is_none_or(Option::is_none)
    }

    /// Something goes into a file.
    pub(super) fn deliver(
        &mut self,
        path: &str,
        stream: &Stream,
        append: bool,
        how: &'static str,
        span: Span,
    ) {
        if path::is_stream(path) {
            return;
        }
        self.also(CommandClass::Write);
        let path = self.links.get(path).cloned().unwrap_or_else(|| path.to_owned());
        self.path_harm(&path, stream, span);
        if self.elsewhere {
            self.unparsed("it writes files on another machine or in a container");
            return;
        }
        if path.starts_with("/dev/") {
            self.plan.facts.writes.push(path);
            return;
        }
        let before = self.disk(&path);
        let result = if append { self.behind(&path, &before, stream) } else { stream.clone() };
        let length = result.text.as_deref().map_or(0, str::len);
        if result.text.is_none() || self.carries(length) {
            self.unknown_content(&path, stream);
            self.files.insert(path, Stream::unknown().marked(stream.marks));
            return;
        }
        if result.partial {
            self.unparsed(format!("part of what goes into `{path}` is not known beforehand"));
        }
        self.write(&path, &result, before.whole(), append, how);
        self.files.insert(path, result);
    }

    /// What a file holds with `stream` behind it.
    fn behind(&self, path: &str, before: &Stream, stream: &Stream) -> Stream {
        match self.files.get(path) {
            Some(now) => Stream::concat(&[now.clone(), stream.clone()]),
            None if before.text.is_none() && self.is_new(path) => stream.clone(),
            None => Stream::concat(&[before.clone(), stream.clone()]),
        }
    }

    fn unknown_content(&mut self, path: &str, stream: &Stream) {
        self.plan.facts.writes.push(path.to_owned());
        if stream.has(NETWORK) {
            self.unparsed(format!("what the network sends goes into `{path}`"));
        } else if !path::is_data(path) {
            self.unparsed(format!("what goes into `{path}` is not known beforehand"));
        }
    }

    fn write(
        &mut self,
        path: &str,
        result: &Stream,
        before: Option<&str>,
        appended: bool,
        how: &'static str,
    ) {
        let content = result.text.as_deref().unwrap_or_default().to_owned();
        if appended
            && let Some(write) = self.plan.writes.iter_mut().rev().find(|write| write.path == path)
        {
            write.content = content;
            return;
        }
        let before = before.map(str::to_owned);
        let write = Write { path: path.to_owned(), content, before, appended, how };
        self.plan.writes.push(write);
    }

    /// A file is changed in a way that cannot be followed.
    pub(super) fn changed_somehow(&mut self, path: &str, how: &str) {
        self.also(CommandClass::Write);
        self.path_harm(path, &Stream::unknown(), self.here);
        self.plan.facts.writes.push(path.to_owned());
        self.files.insert(path.to_owned(), Stream::unknown());
        self.unparsed(format!("what {how} makes of `{path}` is not known beforehand"));
    }

    /// A file is made, moved or removed without content of its own.
    pub(super) fn touched(&mut self, path: &str) {
        self.also(CommandClass::Write);
        if !self.elsewhere {
            self.plan.facts.writes.push(path.to_owned());
        }
    }

    fn removed(&mut self, path: &str, span: Span) {
        self.removal_harm(path, span);
        self.touched(path);
        self.files.insert(path.to_owned(), Stream::unknown());
    }

    /// A file is copied or moved to `to`.
    fn carried(&mut self, from: &str, to: &str, how: &'static str, span: Span) {
        let written = self.files.contains_key(from);
        let secret = if path::is_secret(from) { SECRET } else { 0 };
        let stream = if written || secret != 0 { self.content(from) } else { self.disk(from) };
        // Asked for at once, so that nothing is missing later.
        self.disk(to);
        let same_kind = path::extension(from) == path::extension(to);
        let inside = self.scope.cwd.as_deref().is_some_and(|cwd| path::below(from, cwd));
        let stream = stream.marked(secret);
        if stream.text.is_none() && inside && !written {
            self.path_harm(to, &stream, span);
            self.touched(to);
            self.files.insert(to.to_owned(), stream);
            return;
        }
        self.deliver(to, &stream, false, how, span);
        if !written
            && inside
            && same_kind
            && let Some(write) = self.plan.writes.last_mut().filter(|write| write.path == to)
        {
            write.before = stream.whole().map(str::to_owned);
        }
    }
}

/// Programs that make, copy, move and remove files.
pub(super) fn changing(run: &mut Run<'_>, call: &Call) -> Option<Stream> {
    match call.exe.as_str() {
        "cp" | "gcp" => run.copy(call, "cp"),
        "mv" | "gmv" => run.copy(call, "mv"),
        "install" => run.copy(call, "install"),
        "ln" => run.link(call),
        "touch" | "mkdir" | "mkfifo" | "rmdir" | "chmod" | "chown" | "chgrp" => run.touch(call),
        "truncate" => run.truncate(call),
        "rm" | "unlink" | "shred" => run.remove(call),
        "dd" => return Some(run.dump(call)),
        "rsync" => run.synchronize(call),
        _ => return None,
    }
    Some(Stream::empty())
}

impl Run<'_> {
    /// `cp`, `mv`, `install`: sources and a target, which is a folder where there are several.
    fn copy(&mut self, call: &Call, how: &'static str) {
        let valued = ["-t", "--target-directory", "-m", "-o", "-g", "-S", "--mode", "--suffix"];
        let mut operands: Vec<Field> = call.operands(&valued).into_iter().cloned().collect();
        if how == "install" && call.flag('d', "directory") {
            return operands.iter().for_each(|folder| self.make(folder));
        }
        let folder = call.values(&["-t", "--target-directory"]).into_iter().next();
        let into = folder.is_some() || operands.len() > 2;
        let Some(target) = folder.or_else(|| operands.pop()) else { return };
        let Some(to) = self.target(&target) else { return };
        let into = into || target.text.ends_with('/') || target.text == "." || target.text == "..";
        let whole_folders =
            call.flag('r', "recursive") || call.flag('R', "") || call.flag('a', "archive");
        for source in operands {
            self.copy_one(&source, &to, into, whole_folders, how, call.span);
        }
    }

    fn copy_one(
        &mut self,
        source: &Field,
        to: &str,
        into: bool,
        whole_folder: bool,
        how: &'static str,
        span: Span,
    ) {
        let Some(from) = self.resolve(&source.text).filter(|_| source.known && !source.glob) else {
            self.path_harm(to, &Stream::unknown(), span);
            self.touched(to);
            // Files of the working directory bring nothing new wherever they are put.
            if !source.glob || source.text.starts_with(['/', '~', '.']) {
                self.unparsed(format!("what is copied is not known beforehand: `{}`", source.text));
            }
            return;
        };
        let to = if into { format!("{to}/{}", path::name(&from)) } else { to.to_owned() };
        if whole_folder && !self.files.contains_key(&from) {
            self.path_harm(&to, &Stream::unknown(), span);
            self.touched(&to);
        } else {
            self.carried(&from, &to, how, span);
        }
        if how == "mv" {
            self.removed(&from, span);
        }
    }

    fn link(&mut self, call: &Call) {
        let operands: Vec<Field> = call.operands(&["-t", "-S"]).into_iter().cloned().collect();
        let [target, link] = operands.as_slice() else {
            return operands.iter().for_each(|field| self.make(field));
        };
        let (Some(to), Some(link)) = (self.resolve(&target.text), self.target(link)) else {
            return;
        };
        self.path_harm(&link, &Stream::unknown(), call.span);
        self.removal_harm(&link, call.span);
        self.touched(&link);
        self.links.insert(link, to);
    }

    fn touch(&mut self, call: &Call) {
        let owns = matches!(call.exe.as_str(), "chmod" | "chown" | "chgrp");
        let valued = ["-d", "-r", "-t", "-m", "--mode", "--reference", "--date"];
        let operands: Vec<Field> = call.operands(&valued).into_iter().cloned().collect();
        // `chmod -x file`: the mode looks like an option.
        let mode = |text: &&str| {
            text.strip_prefix('-').is_some_and(|m| m.starts_with(['r', 'w', 'x', 'X', 's', 't']))
        };
        let first = usize::from(owns && !call.texts().iter().any(mode));
        for field in operands.iter().skip(first) {
            match self.resolve(&field.text).filter(|_| owns && field.known) {
                Some(path) => {
                    self.rights_harm(&path, call.span);
                    self.touched(&path);
                }
                None => self.make(field),
            }
        }
    }

    /// Something is made at a path, without content.
    fn make(&mut self, field: &Field) {
        match self.resolve(&field.text).filter(|_| field.known) {
            Some(path) => {
                self.path_harm(&path, &Stream::unknown(), self.here);
                self.touched(&path);
            }
            None => self
                .unparsed(format!("which path is meant is not known beforehand: `{}`", field.text)),
        }
    }

    fn truncate(&mut self, call: &Call) {
        let emptied = call.values(&["-s", "--size"]).iter().any(|size| size.text == "0");
        let operands: Vec<Field> =
            call.operands(&["-s", "--size", "-r"]).into_iter().cloned().collect();
        for field in operands {
            let Some(path) = self.target(&field) else { continue };
            if emptied {
                self.deliver(&path, &Stream::empty(), false, "truncate", call.span);
            } else {
                self.changed_somehow(&path, "`truncate`");
            }
        }
    }

    fn remove(&mut self, call: &Call) {
        let operands: Vec<Field> = call.operands(&["-n"]).into_iter().cloned().collect();
        for field in operands {
            match self.resolve(&field.text).filter(|_| field.known) {
                Some(path) => self.removed(&path, call.span),
                None => {
                    self.also(CommandClass::Destructive);
                    self.unparsed(format!(
                        "what is removed is not known beforehand: `{}`",
                        field.text
                    ));
                }
            }
        }
    }

    /// `dd if= of=`.
    fn dump(&mut self, call: &Call) -> Stream {
        let operand = |name: &str| {
            let found = call.arguments.iter().find_map(|f| Some((f, f.text.strip_prefix(name)?)));
            found.map(|(field, text)| Field { text: text.to_owned(), ..field.clone() })
        };
        let input = match operand("if=").and_then(|file| self.resolve(&file.text)) {
            Some(path) => self.wanting(|run| run.content(&path)),
            None => call.stdin.clone(),
        };
        let plain = call.arguments.iter().all(|field| {
            ["if=", "of=", "bs=", "status="].iter().any(|name| field.text.starts_with(name))
        });
        let output = if plain { input } else { Stream::unknown().marked(input.marks) };
        let Some(file) = operand("of=") else { return output };
        if let Some(path) = self.target(&file) {
            self.deliver(&path, &output, false, "dd", call.span);
        }
        Stream::empty()
    }

    fn synchronize(&mut self, call: &Call) {
        let operands = call.operands(&["-e", "--exclude", "--include", "-f", "--rsh"]);
        let Some(target) = operands.last().map(|field| (*field).clone()) else { return };
        let remote = operands.iter().any(|field| field.text.contains(':'));
        if remote && !target.text.contains(':') {
            self.unparsed(format!("what the network sends goes into `{}`", target.text));
        }
        if !target.text.contains(':') {
            self.make(&target);
        }
    }
}

/// Programs that put what an archive or the network holds into files.
pub(super) fn unpacking(run: &mut Run<'_>, call: &Call) -> Option<Stream> {
    match call.exe.as_str() {
        "curl" => Some(run.transfer(call, &["-o", "--output"], &['O'], "remote-name")),
        "wget" => Some(run.download(call)),
        "scp" if call.operands(&[]).last().is_some_and(|f| f.text.contains(':')) => {
            Some(Stream::unknown())
        }
        "aria2c" | "ftp" | "sftp" | "scp" | "tftp" => {
            run.unparsed(format!("what `{}` brings is not known beforehand", call.exe));
            Some(Stream::unknown().marked(NETWORK))
        }
        "tar" | "bsdtar" => run.unpack_tar(call),
        "unzip" | "7z" | "unrar" | "cpio" | "gunzip" | "bunzip2" | "unxz" | "uudecode" => {
            let lists = call.flag('l', "list") || call.flag('p', "") || call.flag('c', "");
            if !lists {
                run.unparsed(format!("what `{}` unpacks is not known beforehand", call.exe));
            }
            Some(Stream::unknown().marked(call.stdin.marks))
        }
        _ => None,
    }
}

impl Run<'_> {
    /// `curl`: to a file or to standard output.
    fn transfer(&mut self, call: &Call, outputs: &[&str], own: &[char], long: &str) -> Stream {
        let marks = super::class::output_marks(call) | call.stdin.marks;
        let stream = Stream::unknown().marked(marks);
        let files = call.values(outputs);
        for file in &files {
            if file.text == "-" {
                return stream;
            }
            if let Some(path) = self.target(file) {
                self.deliver(&path, &stream, false, "curl", call.span);
            }
        }
        let named = own.iter().any(|letter| call.flag(*letter, long)) && files.is_empty();
        if named {
            self.own_name(call, &stream);
        }
        if files.is_empty() && !named { stream } else { Stream::empty() }
    }

    fn download(&mut self, call: &Call) -> Stream {
        let outputs = ["-O", "--output-document", "-qO", "-nvO"];
        let printed = call.values(&outputs).iter().any(|file| file.text == "-")
            || call.texts().iter().any(|text| text.starts_with('-') && text.ends_with("O-"));
        if printed || call.has("--spider") {
            return Stream::unknown().marked(super::class::output_marks(call));
        }
        if call.values(&outputs).is_empty() {
            let stream = Stream::unknown().marked(super::class::output_marks(call));
            self.own_name(call, &stream);
            return Stream::empty();
        }
        self.transfer(call, &outputs, &[], "")
    }

    /// The file is named like the last part of the address.
    fn own_name(&mut self, call: &Call, stream: &Stream) {
        let address =
            call.texts().into_iter().find(|text| text.contains('/') && !text.starts_with('-'));
        let name = address.map(|a| path::name(a.split(['?', '#']).next().unwrap_or(a)).to_owned());
        if let Some(path) = name.and_then(|name| self.resolve(&name)) {
            self.deliver(&path, stream, false, "download", call.span);
        }
        self.unparsed("what the network sends goes into a file");
    }

    fn unpack_tar(&mut self, call: &Call) -> Option<Stream> {
        let first = call.texts().first().copied().unwrap_or_default().to_owned();
        let extracts =
            call.flag('x', "extract") || (!first.starts_with('-') && first.contains('x'));
        if extracts {
            self.unparsed("what `tar` unpacks is not known beforehand");
            return Some(Stream::unknown());
        }
        None
    }
}
