namespace Billing

type Currency =
    | Eur
    | Usd

/// An amount in whole cents of one currency.
[<Sealed>]
type Money =
    interface System.IComparable
    member Currency: Currency
    member Cents: int64
    static member (+): Money * Money -> Money
    static member (*): Money * int -> Money

module Money =

    val ofCents: currency: Currency -> cents: int64 -> Money
    val zero: currency: Currency -> Money

    /// Splits an amount into parts that differ by at most a cent and add up to it.
    val split: parts: int -> amount: Money -> Money list

    /// Rounds half away from zero.
    val percent: rate: int -> amount: Money -> Money
    val format: amount: Money -> string
