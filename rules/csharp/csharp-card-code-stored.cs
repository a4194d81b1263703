class Card
{
    [Key]
    public int Id { get; set; }

    // ruleid: csharp-card-code-stored
    public string Cvv { get; set; }

    // ok: csharp-card-code-stored
    public string LastFour { get; set; }
}

class Payment
{
    [Key]
    public Guid PaymentId { get; set; }

    public decimal Amount { get; set; }

    // ruleid: csharp-card-code-stored
    public string CardSecurityCode { get; set; }
}

class CardForm
{
    // ok: csharp-card-code-stored
    public string Cvv { get; set; }
}
