class Names {
    boolean valid(String text) {
        // ruleid: java-regex-backtracking
        return text.matches("^([a-z]+)+$");
    }

    // ruleid: java-regex-backtracking
    static final Pattern WORDS = Pattern.compile("(\\w*)*,");

    // ok: java-regex-backtracking
    static final Pattern PLAIN = Pattern.compile("^[a-z]+$");

    // ok: java-regex-backtracking
    static final Pattern LIST = Pattern.compile("^[a-z]+(,[a-z]+)*$");
}
