class Downloads extends HttpServlet {
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("file");
        // ruleid: java-path-traversal
        File file = new File("/srv/files/" + name);
        // ruleid: java-path-traversal
        InputStream in = new FileInputStream(name);
        // ok: java-path-traversal
        File only = new File("/srv/files", FilenameUtils.getName(name));
        // ok: java-path-traversal
        File fixed = new File("/srv/files/terms.pdf");
    }

    byte[] read(@PathVariable("name") String name) throws IOException {
        // ruleid: java-path-traversal
        return Files.readAllBytes(FOLDER.resolve(name));
    }

    byte[] checked(@PathVariable("name") String name) throws IOException {
        // ok: java-path-traversal
        Path path = FOLDER.resolve(name).normalize();
        if (!path.startsWith(FOLDER)) {
            throw new FileNotFoundException("no such file");
        }
        // ok: java-path-traversal
        return Files.readAllBytes(path);
    }
}
