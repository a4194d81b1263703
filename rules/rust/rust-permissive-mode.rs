fn open_all() {
    // ruleid: rust-permissive-mode
    fs::set_permissions(path, fs::Permissions::from_mode(0o777));
    // ruleid: rust-permissive-mode
    options.mode(0o666);
    // ok: rust-permissive-mode
    options.mode(0o640);
    // ok: rust-permissive-mode
    permissions.set_mode(0o750);
}
