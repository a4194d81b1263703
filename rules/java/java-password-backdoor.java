class Login {
    boolean login(String user, String password) {
        // ruleid: java-password-backdoor
        if (password.equals("letmein123")) {
            return true;
        }
        // ruleid: java-password-backdoor
        if ("support".equals(user) && "s3rvice!".equals(password)) {
            return true;
        }
        // ruleid: java-password-backdoor
        return "admin".equals(user) && "hunter22".equals(password);
    }

    boolean isDefaultPassword(String password) {
        // ok: java-password-backdoor
        if (password.equals("changeme")) {
            return true;
        }
        return false;
    }

    boolean validate(String password, String confirmation) {
        // ok: java-password-backdoor
        if (password.equals("")) {
            return true;
        }
        // ok: java-password-backdoor
        if (password.equals("changeme")) {
            return false;
        }
        // ok: java-password-backdoor
        return password.equals(confirmation);
    }
}
