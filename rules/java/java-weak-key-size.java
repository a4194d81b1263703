class KeyPairs {
    KeyPair rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        // ruleid: java-weak-key-size
        generator.initialize(1024);
        return generator.generateKeyPair();
    }

    SecretKey aes() throws Exception {
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        // ruleid: java-weak-key-size
        generator.init(64);
        return generator.generateKey();
    }

    KeyPair good() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        // ok: java-weak-key-size
        generator.initialize(3072);
        return generator.generateKeyPair();
    }

    KeyPair curve() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        // ok: java-weak-key-size
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
