fun configure(http: HttpSecurity) {
    // ruleid: kotlin-csrf-off
    http.csrf().disable()
    // ok: kotlin-csrf-off
    http.authorizeHttpRequests { it.anyRequest().authenticated() }
}

fun more() {
    // ruleid: kotlin-csrf-off
    security.csrf { it.disable() }
    // ok: kotlin-csrf-off
    security.csrf { it.ignoringRequestMatchers("/hook") }
}
