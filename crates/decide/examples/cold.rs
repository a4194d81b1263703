//! What a cold process pays for a decision: the engine, the first ruling and a later one. Run it
//! in release, several times; the first figures of a process are the ones that count.

use std::time::Instant;

use portcullis_decide::{Context, Engine, Layer, PolicyText, Profile, Ruling};
use portcullis_model::{
    Action, Artifact, Assessment, CommandClass, CommandFacts, Intent, Phase, Session, SimpleCommand,
};

fn main() -> Result<(), portcullis_decide::PolicyError> {
    let custom = std::env::args().any(|argument| argument == "--custom");
    let texts: &[PolicyText] = if custom { &[own_policy()] } else { &[] };
    let start = Instant::now();
    let engine = Engine::load(Profile::Standard, texts)?;
    report("load", start);
    let start = Instant::now();
    let ruling = write(&engine);
    report(&format!("first write ({})", ruling.verdict), start);
    let start = Instant::now();
    write(&engine);
    report("second write", start);
    let start = Instant::now();
    let ruling = run(&engine);
    report(&format!("first command ({})", ruling.verdict), start);
    let start = Instant::now();
    run(&engine);
    report("second command", start);
    Ok(())
}

#[expect(clippy::print_stdout, reason = "an example prints its figures")]
fn report(what: &str, start: Instant) {
    println!("{what}: {} us", start.elapsed().as_micros());
}

fn own_policy() -> PolicyText {
    let text = "@id(\"ORG1\") @verdict(\"ask\") @reason(\"r\") forbid(principal, action == \
                Portcullis::Action::\"DeliverCode\", resource) when { context.bytes > 100000 };";
    let file = "own.cedar".to_owned();
    PolicyText { file, text: text.into(), layer: Layer::Organization }
}

fn action(intent: Intent) -> Action {
    let session = Session { cwd: "/repo".into(), ..Session::default() };
    let tool = "Write".to_owned();
    Action { phase: Phase::Before, session, tool, call: None, intent, outcome: None }
}

fn write(engine: &Engine) -> Ruling {
    let artifact = Artifact { path: "src/app.py".into(), ..Artifact::default() };
    let assessment = Assessment { artifacts: vec![artifact], ..Assessment::default() };
    let intent = Intent::Write { path: "/repo/src/app.py".into(), content: String::new() };
    engine.decide(&action(intent), &assessment, &Context::new("/repo", |_| Vec::new()))
}

fn run(engine: &Engine) -> Ruling {
    let classes = vec![CommandClass::Read];
    let commands = vec![SimpleCommand { exe: "ls".into(), argc: 1, classes }];
    let facts = CommandFacts { commands, parsed: true, ..CommandFacts::default() };
    let assessment = Assessment { command: Some(facts), ..Assessment::default() };
    let intent = Intent::Command { command: "ls".into() };
    engine.decide(&action(intent), &assessment, &Context::new("/repo", |_| Vec::new()))
}
