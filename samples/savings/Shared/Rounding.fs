module internal Savings.Rounding

let toCents (amount: decimal) = System.Math.Round(amount, 2, System.MidpointRounding.AwayFromZero)
