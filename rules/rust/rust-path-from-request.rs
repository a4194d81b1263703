async fn show(Path(name): Path<String>) {
    let path = format!("files/{}", name);
    // ruleid: rust-path-from-request
    fs::read_to_string(path);
    // ruleid: rust-path-from-request
    File::open(name);
}
async fn safe(Path(name): Path<String>) {
    let path = std::path::Path::new(&name).file_name();
    // ok: rust-path-from-request
    fs::read_to_string(path);
    // ok: rust-path-from-request
    fs::read_to_string("files/index.html");
}
