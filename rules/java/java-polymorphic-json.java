class Json {
    void mapper(ObjectMapper mapper) {
        // ruleid: java-polymorphic-json
        mapper.enableDefaultTyping();
        // ok: java-polymorphic-json
        mapper.findAndRegisterModules();
    }

    // ruleid: java-polymorphic-json
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "type")
    interface Event {}

    // ok: java-polymorphic-json
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    interface Order {}
}
