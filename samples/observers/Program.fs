/// Events as closures, disposal in order, and currying.
module Observers

open System
open System.Collections.Generic

type Subject<'T>() =
    let observers = Dictionary<int, 'T -> unit>()
    let mutable nextId = 0

    member _.Count = observers.Count

    member _.Subscribe(observer: 'T -> unit) =
        let id = nextId
        nextId <- nextId + 1
        observers.Add(id, observer)

        { new IDisposable with
            member _.Dispose() = observers.Remove id |> ignore }

    member _.Publish value =
        for observer in List.ofSeq observers.Values do
            observer value

module Subject =
    let map f (source: Subject<'a>) =
        let target = Subject<'b>()
        source.Subscribe(f >> target.Publish) |> ignore
        target

    let filter predicate (source: Subject<'a>) =
        let target = Subject<'a>()
        source.Subscribe(fun x -> if predicate x then target.Publish x) |> ignore
        target

    let scan folder state (source: Subject<'a>) =
        let target = Subject<'s>()
        let mutable state = state

        source.Subscribe(fun x ->
            state <- folder state x
            target.Publish state)
        |> ignore

        target

type Change =
    | Opened of account: string
    | Deposited of account: string * int
    | Closed of account: string

let bank = Subject<Change>()
let log = ResizeArray<string>()
let audit = bank.Subscribe(fun change -> log.Add(sprintf "%A" change))

let amounts =
    bank
    |> Subject.filter (function Deposited _ -> true | _ -> false)
    |> Subject.map (function Deposited(_, n) -> n | _ -> 0)

let totals = Subject.scan (+) 0 amounts
let alarm = totals |> Subject.filter (fun total -> total > 100)

let first = totals.Subscribe(printfn "total is %d")
let once = alarm.Subscribe(fun total -> printfn "alarm at %d" total)

bank.Publish(Opened "ann")
bank.Publish(Deposited("ann", 70))
bank.Publish(Deposited("bob", 50))
first.Dispose()
once.Dispose()
once.Dispose()
bank.Publish(Deposited("ann", 500))
audit.Dispose()
bank.Publish(Closed "ann")
log |> Seq.iteri (printfn "%d: %s")
printfn "%d %d" bank.Count alarm.Count

// .NET's own events.
type Thermometer() =
    let changed = Event<float>()
    let mutable value = 20.0

    [<CLIEvent>]
    member _.Changed = changed.Publish

    member _.Value
        with get () = value
        and set v =
            if v <> value then
                value <- v
                changed.Trigger v

let thermometer = Thermometer()
let hot = thermometer.Changed |> Event.filter (fun t -> t > 30.0)
hot.Add(printfn "hot: %.1f")
thermometer.Changed |> Event.pairwise |> Event.add (fun (a, b) -> printfn "%+.1f" (b - a))
for t in [ 21.5; 21.5; 35.25; 10.0 ] do thermometer.Value <- t

// `use` disposes in reverse order, also when an exception passes.
let resource name =
    printfn "open %s" name
    { new IDisposable with
        member _.Dispose() = printfn "close %s" name }

let work fail =
    use _ = resource "outer"
    use inner = resource "inner"

    for i in 1..2 do
        use _ = resource (sprintf "loop %d" i)
        if fail && i = 2 then failwith "stopped"

    using (resource "using") (fun _ -> "finished")

printfn "%s" (work false)
try printfn "%s" (work true) with Failure m -> printfn "%s" m

// Currying, partial application, composition, flipped and stored functions.
let add a b c = a * 100 + b * 10 + c
let add1 = add 1
let add12 = add1 2
let flip f a b = f b a
let rec repeat n f = if n = 0 then id else f >> repeat (n - 1) f
let apply2 (f: int -> int -> int) = f 3 4
let pipeline = [ (+) 1; (*) 2; flip (-) 3; (fun x -> x * x) ]
printfn "%d %d %d" (add12 3) (flip add1 5 6) (repeat 10 ((*) 2) 1)
printfn "%d %d %d" (apply2 (add 9)) (apply2 max) (apply2 (fun a -> let b = a * a in fun c -> b + c))
printfn "%d" (List.fold (|>) 5 pipeline)
printfn "%d" (List.reduce (>>) pipeline 5)

let makeCounter step =
    let count = ref 0
    (fun () -> count.Value <- count.Value + step; count.Value), (fun () -> count.Value <- 0)

let next, reset = makeCounter 5
printfn "%d %d" (next ()) (next ())
reset ()
printfn "%d" (next ())
let curry f a b = f (a, b)
let uncurry f (a, b) = f a b
printfn "%A" ([ 1, 2; 3, 4 ] |> List.map (uncurry (+)), List.map2 (curry (fun (a, b) -> a - b)) [ 9 ] [ 4 ])
let pair<'T> (x: 'T) = x, x
printfn "%A %A" (pair "s") (pair [ 1.5 ])
