// ruleid: java-debug-on
@EnableWebSecurity(debug = true)
class Security {
    void console(AuthorizeHttpRequests requests) {
        // ruleid: java-debug-on
        requests.requestMatchers(PathRequest.toH2Console()).permitAll();
        // ok: java-debug-on
        requests.requestMatchers(PathRequest.toH2Console()).hasRole("ADMIN");
    }
}

// ok: java-debug-on
@EnableWebSecurity
class Plain {}
