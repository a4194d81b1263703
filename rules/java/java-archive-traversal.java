class Unpack {
    void unpack(ZipInputStream in, File target) throws IOException {
        ZipEntry entry = in.getNextEntry();
        // ruleid: java-archive-traversal
        File file = new File(target, entry.getName());
        String name = entry.getName();
        // ruleid: java-archive-traversal
        copy(in, new FileOutputStream(target + "/" + name));
        // ok: java-archive-traversal
        File flat = new File(target, FilenameUtils.getName(entry.getName()));
        // ok: java-archive-traversal
        File fixed = new File(target, "manifest.json");
    }

    void checked(ZipInputStream in, Path target) throws IOException {
        ZipEntry entry = in.getNextEntry();
        // ok: java-archive-traversal
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("entry outside of the target");
        }
        Files.copy(in, path);
    }
}
