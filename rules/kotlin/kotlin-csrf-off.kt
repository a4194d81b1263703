fun configure(http: HttpSecurity) {
    // ruleid: kotlin-csrf-off
    http.csrf().disable()
    // ok: kotlin-csrf-off
    http.authorizeHttpRequests { it.anyRequest().authenticated() }
}
