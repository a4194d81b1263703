fn run(program: &str, options: &Options) {
    // ruleid: rust-program-from-variable
    Command::new(program).spawn();
    // ruleid: rust-program-from-variable
    std::process::Command::new(&options.tool).spawn();
    // ok: rust-program-from-variable
    Command::new("ls").spawn();
    // ok: rust-program-from-variable
    Command::new(GIT).spawn();
}
