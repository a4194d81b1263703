class Modes {
    void set(File file) {
        // ruleid: java-permissive-file-mode
        file.setReadable(true, false);
        // ruleid: java-permissive-file-mode
        Files.setPosixFilePermissions(file.toPath(), PosixFilePermissions.fromString("rwxrwxrwx"));
        // ok: java-permissive-file-mode
        file.setReadable(true, true);
        // ok: java-permissive-file-mode
        Files.setPosixFilePermissions(file.toPath(), PosixFilePermissions.fromString("rw-------"));
    }

    void preferences(Context context) {
        // ruleid: java-permissive-file-mode
        context.getSharedPreferences("settings", Context.MODE_WORLD_READABLE);
        // ok: java-permissive-file-mode
        context.getSharedPreferences("settings", Context.MODE_PRIVATE);
    }
}
