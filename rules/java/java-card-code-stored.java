class Card {
    @Column(length = 4)
    // ruleid: java-card-code-stored
    private String cvv;

    @Column
    // ruleid: java-card-code-stored
    private String cardCvc;

    @Column
    // ok: java-card-code-stored
    private String lastFour;

    // ok: java-card-code-stored
    private transient String cvc;
}
