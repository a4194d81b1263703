class UserController {
    @PostMapping("/users")
    User create(@RequestBody User user) {
        // ruleid: java-mass-assignment
        return users.save(user);
    }

    void update(HttpServletRequest request, User user) throws Exception {
        // ruleid: java-mass-assignment
        BeanUtils.populate(user, request.getParameterMap());
    }

    @PostMapping("/signup")
    User register(@RequestBody SignUp form) {
        // ok: java-mass-assignment
        return users.save(new User(form.name(), form.email()));
    }

    @PostMapping("/notes")
    Note note(@RequestBody Note note) {
        // ok: java-mass-assignment
        return notes.save(note);
    }
}
