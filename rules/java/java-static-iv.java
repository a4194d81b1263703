class Vectors {
    void make(SecureRandom random) {
        // ruleid: java-static-iv
        IvParameterSpec zero = new IvParameterSpec(new byte[16]);
        // ruleid: java-static-iv
        IvParameterSpec text = new IvParameterSpec("0123456789abcdef".getBytes());
        byte[] nonce = new byte[12];
        random.nextBytes(nonce);
        // ok: java-static-iv
        GCMParameterSpec fresh = new GCMParameterSpec(128, nonce);
        // ok: java-static-iv
        IvParameterSpec other = new IvParameterSpec(nonce);
    }

    IvParameterSpec empty() {
        byte[] iv = new byte[16];
        // ruleid: java-static-iv
        return new IvParameterSpec(iv);
    }

    IvParameterSpec read(byte[] message) {
        byte[] iv = new byte[16];
        System.arraycopy(message, 0, iv, 0, 16);
        // ok: java-static-iv
        return new IvParameterSpec(iv);
    }
}
