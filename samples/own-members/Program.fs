module OwnMembers
type Paid = { Amount: int }
type Shipped = Shipped of string
type IHandle<'E> =
  abstract Handle: 'E -> string
type Ledger() =
  interface IHandle<Paid> with
    member _.Handle paid = sprintf "paid %d" paid.Amount
  interface IHandle<Shipped> with
    member _.Handle (Shipped where) = sprintf "shipped to %s" where
let handle (handler: IHandle<'e>) event = printfn "%s" (handler.Handle event)
let ledger = Ledger()
handle (ledger :> IHandle<Paid>) { Amount = 3 }
handle (ledger :> IHandle<Shipped>) (Shipped "Rome")
type R(n: int) =
  member _.N = n
  static member One = R 1
  static member (*) (a: R, b: R) = R(a.N * b.N)
  static member Abs(a: R) = R(abs a.N)
  static member (/) (a: R, b: R) = R(a.N / b.N)
  static member (~-) (a: R) = R(-a.N)
  member _.Sign = sign n
let p = R 32
printfn "%d" p.N
let a = abs (R -2)
printfn "%d %d" a.N (sign a)
type F = { V: float } with
  static member Sqrt(a: F) = { V = sqrt a.V }
  static member Floor(a: F) = { V = floor a.V }
  static member Ceiling(a: F) = { V = ceil a.V }
  static member Round(a: F) = { V = round a.V }
  static member op_Explicit(a: F) : int64 = int64 a.V
  static member op_Explicit(a: F) : decimal = decimal a.V
let f = { V = 6.25 }
printfn "%A %A %A %A %d %M" (sqrt f) (floor f) (ceil f) (round f) (int64 f) (decimal f)
printfn "%A" ([ f; { V = 9.5 } ] |> List.map (sqrt >> floor))
