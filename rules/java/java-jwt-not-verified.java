class Tokens {
    String subject(String header) {
        // ruleid: java-jwt-not-verified
        DecodedJWT token = JWT.decode(header.substring(7));
        return token.getSubject();
    }

    Object claims(String token) throws ParseException {
        // ruleid: java-jwt-not-verified
        SignedJWT signed = SignedJWT.parse(token);
        return signed.getPayload();
    }

    String verified(String token, JWTVerifier verifier) {
        // ok: java-jwt-not-verified
        DecodedJWT decoded = JWT.decode(token);
        verifier.verify(decoded);
        return decoded.getSubject();
    }

    String key(String token) {
        // ok: java-jwt-not-verified
        return JWT.decode(token).getKeyId();
    }
}
