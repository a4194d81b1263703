class Order
{
    // ruleid: csharp-money-in-floating-point
    private double balance;
    // ruleid: csharp-money-in-floating-point
    public double TotalPrice { get; set; }
    // ok: csharp-money-in-floating-point
    public decimal UnitPrice { get; set; }

    void Total()
    {
        // ruleid: csharp-money-in-floating-point
        double price = 9.99;
        // ok: csharp-money-in-floating-point
        double ratio = 0.5;
        // ok: csharp-money-in-floating-point
        decimal subtotal = 9.99m;
    }
}
