class Signup {
    boolean check(String password, String name) {
        // ok: java-weak-password-rule
        if (name.length() < 3) {
            return false;
        }
        // ruleid: java-weak-password-rule
        return password.length() >= 6;
    }

    boolean typed(User user) {
        // ruleid: java-weak-password-rule
        return !(user.getPassword().length() < 4);
    }

    boolean strict(String password) {
        // ok: java-weak-password-rule
        return password.length() >= 12;
    }
}
