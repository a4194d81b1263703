class Snapshots {
    Object load(File file) throws Exception {
        // ruleid: java-object-stream
        ObjectInputStream in = new ObjectInputStream(new FileInputStream(file));
        return in.readObject();
    }

    Object xml(InputStream in) {
        // ruleid: java-object-stream
        return new XMLDecoder(in).readObject();
    }

    Object filtered(InputStream in) throws Exception {
        // ok: java-object-stream
        ObjectInputStream objects = new ObjectInputStream(in);
        objects.setObjectInputFilter(FILTER);
        return objects.readObject();
    }

    void write(OutputStream out, Object value) throws Exception {
        // ok: java-object-stream
        new ObjectOutputStream(out).writeObject(value);
    }
}
