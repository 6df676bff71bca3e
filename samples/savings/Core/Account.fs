namespace Savings

type Account =
    { Holder: string
      Total: decimal }

    member this.Balance = this.Total
    member this.Owner = this.Holder
    static member Open owner = { Holder = owner; Total = 0M }

[<RequireQualifiedAccess>]
module Account =
    exception Overdrawn of wanted: decimal * available: decimal

    let private check amount =
        if amount < 0M then
            invalidArg (nameof amount) "must not be negative"

    let deposit amount account =
        check amount
        { account with Total = Rounding.toCents (account.Total + amount) }

    let withdraw amount account =
        check amount

        if account.Total < amount then
            raise (Overdrawn(amount, account.Total))

        { account with Total = Rounding.toCents (account.Total - amount) }

    let repeat times (step: Account -> Account) account =
        let mutable state = account

        for _ in 1..times do
            state <- step state

        state
