namespace Billing

open System

type Currency =
    | Eur
    | Usd

[<CustomEquality; CustomComparison>]
type Money =
    { Unit: Currency
      Amount: int64 }

    member this.Currency = this.Unit
    member this.Cents = this.Amount

    static member private Combine(a: Money, b: Money, f: int64 -> int64 -> int64) =
        if a.Unit <> b.Unit then
            invalidOp (sprintf "cannot combine %A with %A" a.Unit b.Unit)

        { a with Amount = f a.Amount b.Amount }

    static member (+)(a: Money, b: Money) = Money.Combine(a, b, (+))
    static member (*)(a: Money, n: int) = { a with Amount = a.Amount * int64 n }

    override this.Equals other =
        match other with
        | :? Money as m -> m.Unit = this.Unit && m.Amount = this.Amount
        | _ -> false

    override this.GetHashCode() = int this.Amount

    interface IComparable with
        member this.CompareTo other =
            match other with
            | :? Money as m when m.Unit = this.Unit -> compare this.Amount m.Amount
            | _ -> invalidArg "other" "not comparable"

module Money =

    let ofCents currency cents = { Unit = currency; Amount = cents }
    let zero currency = ofCents currency 0L

    let split parts amount =
        if parts <= 0 then
            invalidArg (nameof parts) "there must be at least one part"

        let whole = amount.Amount / int64 parts
        let rest = int (amount.Amount % int64 parts)
        List.init parts (fun i -> { amount with Amount = if i < rest then whole + 1L else whole })

    let percent rate amount =
        let scaled = amount.Amount * int64 rate
        let half = if scaled < 0L then -50L else 50L
        { amount with Amount = (scaled + half) / 100L }

    let private symbol =
        function
        | Eur -> "EUR"
        | Usd -> "USD"

    let format amount =
        let sign = if amount.Amount < 0L then "-" else ""
        let cents = abs amount.Amount
        sprintf "%s%d.%02d %s" sign (cents / 100L) (cents % 100L) (symbol amount.Unit)
