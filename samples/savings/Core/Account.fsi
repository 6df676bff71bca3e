namespace Savings

/// Money with an owner; what it is made of is nobody's business.
[<Sealed>]
type Account =
    member Balance: decimal
    member Owner: string
    static member Open: owner: string -> Account

[<RequireQualifiedAccess>]
module Account =
    exception Overdrawn of wanted: decimal * available: decimal

    val deposit: amount: decimal -> account: Account -> Account
    val withdraw: amount: decimal -> account: Account -> Account
    val repeat: times: int -> step: (Account -> Account) -> account: Account -> Account
