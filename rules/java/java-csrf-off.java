class Security {
    SecurityFilterChain off(HttpSecurity http) throws Exception {
        // ruleid: java-csrf-off
        http.csrf().disable();
        // ruleid: java-csrf-off
        http.csrf(csrf -> csrf.disable());
        return http.build();
    }

    SecurityFilterChain on(HttpSecurity http) throws Exception {
        // ok: java-csrf-off
        http.csrf(Customizer.withDefaults());
        // ok: java-csrf-off
        http.cors().disable();
        return http.build();
    }

    SecurityFilterChain tokens(HttpSecurity http) throws Exception {
        // ok: java-csrf-off
        http.csrf(csrf -> csrf.disable());
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return http.build();
    }
}
