class Settings {
    Object read(HttpServletRequest request) throws IOException {
        // ruleid: java-yaml-unsafe-load
        return new Yaml().load(request.getReader());
    }

    Object stream(InputStream in) {
        Yaml yaml = new Yaml();
        // ruleid: java-yaml-unsafe-load
        return yaml.load(in);
    }

    Object safe(InputStream in) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        // ok: java-yaml-unsafe-load
        return yaml.load(in);
    }

    Object fixed() {
        // ok: java-yaml-unsafe-load
        return new Yaml().load("a: 1");
    }
}
