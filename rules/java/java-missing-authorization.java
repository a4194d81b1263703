class Access {
    void set(AuthorizeHttpRequests requests) {
        // ruleid: java-missing-authorization
        requests.requestMatchers("/admin/**").permitAll();
        // ruleid: java-missing-authorization
        requests.antMatchers("/actuator/**").permitAll();
        // ruleid: java-missing-authorization
        requests.anyRequest().permitAll();
        // ok: java-missing-authorization
        requests.requestMatchers("/admin/**").hasRole("ADMIN");
        // ok: java-missing-authorization
        requests.requestMatchers("/login").permitAll();
        // ok: java-missing-authorization
        requests.anyRequest().authenticated();
    }
}
