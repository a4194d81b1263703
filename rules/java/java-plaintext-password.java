class Users {
    boolean check(User user, String given) {
        // ruleid: java-plaintext-password
        return user.getPassword().equals(given);
    }

    void register(User user, SignUp form) {
        // ruleid: java-plaintext-password
        user.setPassword(form.getPassword());
        // ok: java-plaintext-password
        user.setPassword(encoder.encode(form.getPassword()));
    }

    boolean safe(User user, String given) {
        // ok: java-plaintext-password
        return encoder.matches(given, user.getPassword());
    }

    boolean repeated(SignUp form) {
        // ok: java-plaintext-password
        return form.getPassword().equals(form.getConfirmPassword());
    }
}
