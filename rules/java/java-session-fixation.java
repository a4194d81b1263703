class Sessions {
    void off(HttpSecurity http) throws Exception {
        // ruleid: java-session-fixation
        http.sessionManagement().sessionFixation().none();
        // ruleid: java-session-fixation
        http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()));
        // ok: java-session-fixation
        http.sessionManagement().sessionFixation().migrateSession();
        // ok: java-session-fixation
        http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()));
    }
}
