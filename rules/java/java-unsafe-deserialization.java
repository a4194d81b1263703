class Cart {
    Object read(HttpServletRequest request) throws Exception {
        // ruleid: java-unsafe-deserialization
        ObjectInputStream objects = new ObjectInputStream(request.getInputStream());
        return objects.readObject();
    }

    Object bytes(byte[] data) throws Exception {
        // ruleid: java-unsafe-deserialization
        return new ObjectInputStream(new ByteArrayInputStream(data)).readObject();
    }

    Object filtered(InputStream in) throws Exception {
        // ok: java-unsafe-deserialization
        ObjectInputStream objects = new ObjectInputStream(in);
        objects.setObjectInputFilter(ObjectInputFilter.Config.createFilter("shop.Cart;!*"));
        return objects.readObject();
    }

    Cart json(ObjectMapper mapper, InputStream in) throws IOException {
        // ok: java-unsafe-deserialization
        return mapper.readValue(in, Cart.class);
    }
}
