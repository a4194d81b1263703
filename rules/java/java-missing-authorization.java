class Access {
    void set(AuthorizeHttpRequests requests) {
        // ruleid: java-missing-authorization
        requests.requestMatchers("/admin/**").permitAll();
        // ruleid: java-missing-authorization
        requests.antMatchers("/actuator/**").permitAll();
        // ok: java-missing-authorization
        requests.requestMatchers("/admin/**").hasRole("ADMIN");
        // ok: java-missing-authorization
        requests.requestMatchers("/login").permitAll();
    }
}
