fn list(folder: &str) {
    // ruleid: rust-shell-command-built
    Command::new("sh").arg("-c").arg(format!("ls {}", folder)).output();
    // ruleid: rust-shell-command-built
    std::process::Command::new("bash").arg("-c").arg(&folder).spawn();
    // ok: rust-shell-command-built
    Command::new("ls").arg("--").arg(folder).output();
    // ok: rust-shell-command-built
    Command::new("sh").arg("-c").arg("ls /tmp").output();
}
