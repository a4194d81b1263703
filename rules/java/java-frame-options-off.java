class Frames {
    void off(HttpSecurity http) throws Exception {
        // ruleid: java-frame-options-off
        http.headers().frameOptions().disable();
        // ruleid: java-frame-options-off
        http.headers(headers -> headers.frameOptions(frame -> frame.disable()));
        // ok: java-frame-options-off
        http.headers(headers -> headers.frameOptions(frame -> frame.sameOrigin()));
        // ok: java-frame-options-off
        http.headers(Customizer.withDefaults());
    }
}
