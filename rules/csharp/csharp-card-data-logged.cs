class Payment
{
    void Pay(string cardNumber, string cvv, string maskedCardNumber, Card card)
    {
        // ruleid: csharp-card-data-logged
        Console.WriteLine(cardNumber);
        // ruleid: csharp-card-data-logged
        logger.LogInformation("paying with {Card}", card.CardNumber);
        // ruleid: csharp-card-data-logged
        _logger.LogDebug($"code {cvv}");
        // ok: csharp-card-data-logged
        logger.LogInformation("paying with {Card}", maskedCardNumber);
        // ok: csharp-card-data-logged
        logger.LogInformation("order {Order}", card.Id);
        // ok: csharp-card-data-logged
        Console.WriteLine("card number missing");
    }
}
