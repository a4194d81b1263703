//! What is known of variables and outputs while a command line is walked.

use portcullis_model::Span;
use portcullis_syntax::shell::{Assignment, Known, Script, Values};

use super::{
    run::Run,
    stream::{HOME, Stream},
};

impl Values for Run<'_> {
    fn variable(&mut self, name: &str) -> Known {
        if let Some(value) = self.scope.variables.get(name) {
            return value.as_ref().clone();
        }
        match name {
            "HOME" => Known { text: Some("~".to_owned()), marks: HOME },
            "IFS" => Known::text(" \t\n"),
            "PWD" => Known { text: self.scope.cwd.clone(), marks: 0 },
            "@" | "*" => self.arguments(),
            _ => self.argument(name),
        }
    }

    fn output(&mut self, script: &Script) -> Known {
        let here = self.here;
        let stream = self.wanting(|run| run.apart(|run| run.script(script, &Stream::empty())));
        self.here = here;
        Known { text: stream.whole().map(str::to_owned), marks: stream.marks }
    }

    fn process(&mut self, script: &Script, reads: bool) -> Known {
        let here: Span = self.here;
        let input = if reads { Stream::empty() } else { Stream::unknown() };
        let stream = self.wanting(|run| run.apart(|run| run.script(script, &input)));
        self.here = here;
        if !reads {
            return Known::text("/dev/fd/out");
        }
        let path = format!("/dev/fd/p{}", self.files.len());
        let marks = stream.marks;
        self.files.insert(path.clone(), stream);
        Known { text: Some(path), marks }
    }
}

impl Run<'_> {
    /// All arguments of the function that runs, where splitting them again changes nothing.
    fn arguments(&self) -> Known {
        let Some(arguments) = &self.scope.arguments else { return Known::default() };
        let marks = arguments.iter().fold(0, |marks, a| marks | a.marks);
        let plain = |a: &Known| a.text.clone().filter(|text| !text.contains([' ', '\t', '\n']));
        let texts: Option<Vec<String>> = arguments.iter().map(plain).collect();
        Known { text: texts.filter(|t| t.len() <= 1).map(|t| t.join(" ")), marks }
    }

    fn argument(&self, name: &str) -> Known {
        let number = name.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let arguments = self.scope.arguments.as_deref().unwrap_or_default();
        number.and_then(|n| arguments.get(n)).cloned().unwrap_or_default()
    }

    pub(super) fn assign(&mut self, name: &str, value: Known) {
        if name == "IFS" {
            self.unparsed("`IFS` is changed, and with it how words are told apart");
        }
        let long = self.carries(value.text.as_deref().map_or(0, str::len));
        let value = if long { Known { text: None, ..value } } else { value };
        self.scope.variables.insert(name.into(), value.into());
    }

    /// The value that an assignment gives.
    pub(super) fn assigned(&mut self, assignment: &Assignment) -> Known {
        let mut texts = Vec::new();
        let mut marks = 0;
        let mut known = !assignment.partial;
        for word in &assignment.values {
            let field = word.value(self);
            known &= field.known && !(assignment.array && field.text.contains([' ', '\t', '\n']));
            marks |= field.marks;
            texts.push(field.text);
        }
        Known { text: known.then(|| texts.join(" ")), marks }
    }
}
