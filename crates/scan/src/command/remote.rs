//! Programs that run commands elsewhere: on other machines, in containers, as other users, later.

use portcullis_syntax::shell::Field;

use super::{invoke::Call, run::Run, stream::Stream};

/// Options of `ssh` that take the next argument.
const SSH_VALUED: &[&str] =
    &["-i", "-p", "-l", "-o", "-F", "-J", "-L", "-R", "-D", "-b", "-c", "-E", "-W"];

/// Options of container tools that take the next argument.
const CONTAINER_VALUED: &str = "-e --env -v --volume -w --workdir -u --user -p --publish --name \
    --network --net --entrypoint --mount --platform -n --namespace -c --container --env-file -m \
    --memory --cpus -h -f --file -l --label --add-host --shm-size --gpus --restart";

/// What runs elsewhere is walked like what runs here, but its files are not those of this machine.
pub(super) fn remote(run: &mut Run<'_>, call: &Call) -> Option<Stream> {
    match call.exe.as_str() {
        "ssh" | "mosh" => Some(run.away(|run| run.on_host(call))),
        "docker" | "podman" | "nerdctl" | "kubectl" | "oc" => {
            let own = container_command(call)?;
            Some(run.away(|run| run.in_container(call, own)))
        }
        "su" | "runuser" => Some(run.as_other_user(call)),
        "at" | "batch" => {
            let script = call.stdin.text.as_deref().unwrap_or("").to_owned();
            Some(run.apart(|run| run.text(&script, call.span, &Stream::empty())))
        }
        _ => None,
    }
}

impl Run<'_> {
    fn away(&mut self, walk: impl FnOnce(&mut Self) -> Stream) -> Stream {
        let outer = std::mem::replace(&mut self.elsewhere, true);
        let output = walk(self);
        self.elsewhere = outer;
        output
    }

    fn on_host(&mut self, call: &Call) -> Stream {
        let operands = operands(call, 1, |text| SSH_VALUED.contains(&text));
        let command = operands.get(1..).unwrap_or_default();
        if let Some(first) = command.first() {
            let text: Vec<&str> = command.iter().map(|field| field.text.as_str()).collect();
            return self.text(&text.join(" "), first.span, &call.stdin);
        }
        match call.stdin.whole() {
            Some(text) => self.text(text, call.span, &Stream::empty()),
            None => {
                self.unparsed("what runs on the other machine is not known beforehand");
                Stream::unknown()
            }
        }
    }

    fn in_container(&mut self, call: &Call, own: usize) -> Stream {
        let valued = |text: &str| CONTAINER_VALUED.split_whitespace().any(|option| option == text);
        let operands = operands(call, own, valued);
        let command: Vec<Field> = operands.into_iter().skip(own).cloned().collect();
        if command.is_empty() {
            return Stream::unknown();
        }
        self.program(&command, call.stdin.clone())
    }

    /// `su -c 'command' user`.
    fn as_other_user(&mut self, call: &Call) -> Stream {
        match call.values(&["-c", "--command"]).first() {
            Some(command) if command.known => self.text(&command.text, command.span, &call.stdin),
            _ => {
                self.unparsed(format!("what `{}` runs is not known beforehand", call.exe));
                Stream::unknown()
            }
        }
    }
}

/// Operands, of which the first `own` stand between options; behind them everything counts.
fn operands(call: &Call, own: usize, valued: impl Fn(&str) -> bool) -> Vec<&Field> {
    let mut found = Vec::new();
    let mut arguments = call.arguments.iter();
    while let Some(field) = arguments.next() {
        let ours = found.len() < own;
        match field.text.as_str() {
            "--" if found.len() <= own => {}
            text if ours && valued(text) => {
                arguments.next();
            }
            text if ours && text.starts_with('-') => {}
            _ => found.push(field),
        }
    }
    found
}

/// How many operands of a container tool stand in front of the command that it runs.
fn container_command(call: &Call) -> Option<usize> {
    let words = call.texts().into_iter().filter(|text| !text.starts_with('-'));
    match words.take(2).collect::<Vec<_>>().as_slice() {
        ["compose", "run" | "exec"] => Some(3),
        ["run" | "exec", ..] => Some(2),
        _ => None,
    }
}
