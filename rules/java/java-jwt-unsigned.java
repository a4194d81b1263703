class Sessions {
    String user(String token) {
        // ruleid: java-jwt-unsigned
        return JWT.decode(token).getSubject();
    }

    Algorithm algorithm() {
        // ruleid: java-jwt-unsigned
        return Algorithm.none();
    }

    String verified(String token, JWTVerifier verifier) {
        // ok: java-jwt-unsigned
        return verifier.verify(token).getSubject();
    }

    Claims claims(String token, Key key) {
        // ok: java-jwt-unsigned
        return Jwts.parserBuilder().setSigningKey(key).build().parseClaimsJws(token).getBody();
    }
}
