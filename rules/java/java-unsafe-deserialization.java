class Cart {
    Object read(InputStream in) throws Exception {
        ObjectInputStream objects = new ObjectInputStream(in);
        // ruleid: java-unsafe-deserialization
        return objects.readObject();
    }

    void mapper(ObjectMapper mapper) {
        // ruleid: java-unsafe-deserialization
        mapper.enableDefaultTyping();
    }

    Object filtered(InputStream in) throws Exception {
        ObjectInputStream objects = new ObjectInputStream(in);
        objects.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.Cart;!*"));
        // ok: java-unsafe-deserialization
        return objects.readObject();
    }

    Cart json(ObjectMapper mapper, InputStream in) throws IOException {
        // ok: java-unsafe-deserialization
        return mapper.readValue(in, Cart.class);
    }
}
