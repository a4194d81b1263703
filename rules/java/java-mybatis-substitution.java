interface Accounts {
    // ruleid: java-mybatis-substitution
    @Select("SELECT id FROM account WHERE name = '${name}'")
    Account byName(@Param("name") String name);

    // ruleid: java-mybatis-substitution
    @Delete("DELETE FROM account WHERE id = ${id}")
    void remove(@Param("id") String id);

    // ok: java-mybatis-substitution
    @Select("SELECT id FROM account WHERE name = #{name}")
    Account bound(@Param("name") String name);

    // ok: java-mybatis-substitution
    @Value("${account.table}")
    String table();
}
