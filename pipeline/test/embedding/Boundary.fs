module Boundary

open System
open System.Collections.Generic
open Fable.Core

type Shape =
    | Circle of radius: float
    | Rect of width: float * height: float
    | Empty

type Size =
    | Small
    | Large

type Pair<'a> = { First: 'a; Second: 'a }
type Line = { Name: string; Price: decimal; Count: int }

type Order =
    { Id: int64
      Lines: Line list
      Note: string option
      Tags: Set<string>
      Stock: Map<string, int>
      Shape: Shape }

type Tree = { Value: int; Children: Tree list }
type Color =
    | Red = 1
    | Blue = 2

type Knot = { Name: string; mutable Next: Knot option }

/// A host object, opaque here.
type Vector =
    interface
    end

[<Import("log", "host")>]
let log (text: string) : unit = jsNative

[<Import("area", "host")>]
let area (shape: Shape, factor: int) : float = jsNative

[<Import("find", "host")>]
let find (id: int64) : Order option = jsNative

[<Import("twice", "host")>]
let twice (f: int -> int) (x: int) : int = jsNative

[<Import("maker", "host")>]
let maker (x: int) : (int -> int -> int) = jsNative

[<Import("fetch", "host")>]
let fetch (url: string) : string = jsNative

[<Import("later", "host")>]
let later (n: int) : Async<int> = jsNative

[<Import("laterText", "host")>]
let laterText (n: int) : System.Threading.Tasks.Task<string> = jsNative

[<Import("keep", "host")>]
let keep (items: int[]) : Async<unit> = jsNative

[<Import("finish", "host")>]
let finish (n: int) : System.Threading.Tasks.Task = jsNative

[<Import("tick", "host")>]
let tick (n: int) : int = jsNative

[<Import("Vector_x", "host")>]
let vectorX (v: Vector) : float = jsNative

[<Import("Vector_item", "host")>]
let vectorItem (v: Vector) (index: int) : float = jsNative

[<Import("lives", "scope")>]
let lives () : int = jsNative

[<Import("set_lives", "scope")>]
let setLives (n: int) : unit = jsNative

[<Import("state_get", "fusabi")>]
let stateGet (key: string) : string option = jsNative

[<Import("state_set", "fusabi")>]
let stateSet (key: string, value: string) : unit = jsNative

[<Import("state_keys", "fusabi")>]
let stateKeys () : string = jsNative

[<Import("log", "fusabi")>]
let note (level: string, text: string) : unit = jsNative

[<Import("fetch", "fusabi")>]
let send (verb: string, url: string, headers: string, body: string) : Async<string> = jsNative

let add (a: int) (b: int) = a + b
let echoBool (x: bool) = x
let echoByte (x: byte) = x
let echoInt (x: int) = x
let echoInt64 (x: int64) = x
let echoUInt64 (x: uint64) = x
let echoBigint (x: bigint) = x
let echoFloat (x: float) = x
let echoFloat32 (x: float32) = x
let echoDecimal (x: decimal) = x
let echoChar (x: char) = x
let echoString (x: string) = x
let echoGuid (x: Guid) = x
let echoSpan (x: TimeSpan) = x
let echoDate (x: DateTime) = x
let echoOption (x: int option) = x
let echoNested (x: int option option) = x
let echoList (x: string list) = x
let echoArray (x: int[]) = x
let echoBytes (x: byte[]) = x
let echoSeq (x: int seq) = x
let echoResizeArray (x: ResizeArray<float>) = x
let echoSet (x: Set<string>) = x
let echoMap (x: Map<string, Line>) = x
let echoDictionary (x: Dictionary<int * string, float>) = x
let echoTuples (x: (int * string * bool) list) = x
let swap (x: int, y: string) = y, x
let echoShape (x: Shape) = x
let echoSize (x: Size) = x
let echoOrder (x: Order) = x
let echoPair (x: Pair<int>) = x
let echoAnonymous (x: {| X: int; Y: string list |}) = x
let echoTree (x: Tree) = x
let echoObj (x: obj) = x
let echoColor (x: Color) = x
let echoResult (x: Result<int, string>) = x
let echoGeneric (x: 'a) = x
let echoChoice (x: Choice<int, string>) = x
let nextDayOnly (day: DateOnly) = day.AddDays 1
let hourLater (time: TimeOnly) = time.AddHours 1.0
let countAll (table: IReadOnlyDictionary<string, int>) (items: IReadOnlyList<int>) = table.Count, items.Count
let table () : IDictionary<string, int> = dict [ "a", 1 ]
let echoEntry (x: KeyValuePair<string, int>) = KeyValuePair(x.Key + "!", x.Value)

let withAsyncs (f: int -> Async<int>) =
    async {
        let! all = Async.Parallel [ f 1; f 2; f 3 ]
        return Array.sum all
    }

let withTasks (f: int -> string -> System.Threading.Tasks.Task<string>) =
    task {
        try
            return! f 5 "x"
        with e ->
            return "caught " + e.Message
    }

let doublers =
    [ fun (n: int) ->
          async {
              do! Async.Sleep 1
              return n * 2
          } ]

let scale (k: float) (shape: Shape) =
    match shape with
    | Circle r -> Circle(r * k)
    | Rect(w, h) -> Rect(w * k, h * k)
    | Empty -> Empty

let total (order: Order) = order.Lines |> List.sumBy (fun line -> line.Price * decimal line.Count)
let prices (orders: Order list) = orders |> List.map total
let parse (text: string) : Result<int, string> =
    match Int32.TryParse text with
    | true, n -> Ok n
    | _ -> Error("no number: " + text)

let callWith (f: int -> string -> bool) = f 3 "x"
let compose (fs: (int -> int) list) (x: int) = List.fold (fun acc f -> f acc) x fs
let chooser (k: int) : (int -> int -> int) = if k > 0 then (fun x y -> x + y * k) else (fun x _ -> x)
let useArea shape = area (shape, 2)
let useFind id = (find id).IsSome
let useTwice n = twice (fun x -> x * 3) n
let useTwiceFailing () = twice (fun _ -> failwith "inside") 1
let useMaker n = (maker n) 1 2
let useFetch (url: string) = "got " + fetch url
let useTick n = tick n + 1
let guarded () =
    try
        log "x"
        "fine"
    with e -> "caught " + e.Message

let deepTwice n = twice (fun x -> twice (fun y -> y + 1) x) n
let useVector (v: Vector) = vectorX v + vectorItem v 1
let loseLife () =
    setLives (lives () - 1)
    lives ()

let parallelCalls () =
    async {
        let! all = Async.Parallel [ later 1; later 2; later 3 ]
        return Array.toList all
    }

let sequentialCalls (n: int) =
    async {
        let! a = later n
        do! Async.Sleep 5
        let! b = later 1
        return a + b
    }

let taskCall (n: int) =
    task {
        let! text = laterText n
        return text + "!"
    }

let hoard calls =
    for _ in 1..calls do
        Async.StartImmediate(keep (Array.zeroCreate 1000))

let finished (n: int) : System.Threading.Tasks.Task =
    task { do! finish n }

let doubledLater (xs: Async<int> list) =
    xs
    |> List.map (fun a ->
        async {
            let! x = a
            return 2 * x
        })
let doubledSum (xs: Async<int> list) =
    async {
        let! all = Async.Parallel(doubledLater xs)
        return Array.sum all
    }
let givenTasks (n: int) = [ System.Threading.Tasks.Task.FromResult n ]
let forcedTwice (given: Lazy<int>) = lazy (given.Force() + given.Force())
let queued (queue: System.Collections.Generic.Queue<string>) =
    queue.Enqueue "last"
    queue
let stacked (stack: System.Collections.Generic.Stack<int>) =
    stack.Push 0
    stack
let sortedNames (names: System.Collections.Generic.SortedSet<string>) =
    names.Add "m" |> ignore
    names
let ranked (ranks: System.Collections.Generic.SortedDictionary<string * int, System.Uri>) =
    ranks[("m", 1)] <- System.Uri "http://localhost/m"
    ranks
let linked (items: System.Collections.Generic.LinkedList<int list>) =
    items.AddFirst [ 0 ] |> ignore
    items
let worked (jobs: System.Collections.Concurrent.ConcurrentQueue<string>) =
    let found, first = jobs.TryDequeue()
    let counts = System.Collections.Concurrent.ConcurrentDictionary<string * int, int>()
    counts[(first, 0)] <- jobs.Count
    let undone = System.Collections.Concurrent.ConcurrentStack<string>(jobs)
    undone.Push first
    found, counts, undone, System.Collections.Concurrent.ConcurrentBag<int>([ 1; 2 ])
let counted (counts: System.Collections.Concurrent.ConcurrentDictionary<string, int>) =
    counts.AddOrUpdate("a", 1, (fun _ n -> n + 1)) |> ignore
    counts
let popped (stack: System.Collections.Concurrent.ConcurrentStack<int>) = stack.TryPop()
let mutable ticks = 0
/// Its work never ends.
let tickInBackground () =
    let rec tick () =
        async {
            ticks <- ticks + 1
            do! Async.Sleep 0
            return! tick ()
        }
    Async.Start(tick ())
let failing () : int = failwith "boom"
exception Refused of code: int * why: string
exception Overspent of decimal list
type Spent(amount: int) =
    inherit System.Exception("base")
    override _.Message = sprintf "spent %d" amount
type Silent() =
    inherit System.Exception("base")
    override _.Message = failwith "none"
let silent () : int = raise (Silent())
let refusing (code: int) : int = raise (Refused(code, "late"))
let overspending () : int = raise (Overspent [ 1.50M ])
let spending (amount: int) : int = raise (Spent amount)
let failingCall () =
    async {
        try
            let! x = later -1
            return string x
        with e ->
            return "caught " + e.Message
    }

let nextDay (d: DateTime) = d.AddDays 1.0
let knot () =
    let a = { Name = "a"; Next = None }
    a.Next <- Some a
    a

let version = "1.2"
let mutable counter = 0
let increment () =
    counter <- counter + 1
    counter

let mutable cleaned = 0
let spin () =
    let mutable i = 0
    try
        while i >= 0 do
            i <- (i + 1) % 1000
    finally
        cleaned <- cleaned + 1
    i

let grow () =
    let mutable xs = []
    while true do
        xs <- 1 :: xs
    xs.Length

let rec sum n = if n = 0 then 0 else 1 + sum (n - 1)

type Game() =
    let mutable score = 0
    member _.Add n = score <- score + n
    member _.Score = score

let newGame () = Game()
let addScore (game: Game) n =
    game.Add n
    game.Score

let say (text: string) = printfn "%s" text

let variable (name: string) = Environment.GetEnvironmentVariable name
let guardedVariable name =
    try
        variable name
    with _ -> "caught"

let lines (path: string) = IO.File.ReadAllLines path
let tryLines (path: string) =
    try
        string (lines path).Length
    with :? IO.IOException as e -> e.Message

let bytesOf (path: string) = IO.File.ReadAllBytes path
let there (path: string) = IO.File.Exists path
let remember key value =
    let before = stateGet key
    stateSet (key, value)
    note ("info", $"{key} is {value}")
    before, stateKeys ()

let post url body = send ("POST", url, "x-one: 1", body)

/// A run with much to save: closures, shared and cyclic values, an iterator, a deep stack, host calls and timers.
let journey (turns: int) =
    async {
        let seen = Dictionary<string, int>()
        let weigh x = x * x + seen.Count
        let rec deep n = if n = 0 then seen.Count else 1 + deep (n - 1)
        use numbers = (Seq.initInfinite id |> Seq.filter (fun i -> i % 3 <> 0)).GetEnumerator()
        let shared = ResizeArray [ 1L ]
        let both = [ shared; shared ]
        let start = knot ()

        for turn in 1..turns do
            numbers.MoveNext() |> ignore
            seen[$"k{numbers.Current}"] <- weigh turn
            both[turn % 2].Add(int64 (deep (turn * 10)))

            if turn % 4 = 0 then
                let! answer = later (turn % 3)
                both[0].Add(int64 answer <<< 33)
                do! Async.Sleep 1

        return Seq.sum seen.Values, Seq.sum shared, Object.ReferenceEquals(start, start.Next.Value)
    }
