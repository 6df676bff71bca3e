// Handlers in lists, records of functions with hidden state, tables of operators, commands with undo.
module Handlers

type Counter =
    { Add: int -> unit
      Get: unit -> int
      Reset: unit -> unit }

let counter name =
    let mutable total = 0
    let mutable calls = 0

    let counter =
        { Add =
            fun amount ->
                total <- total + amount
                calls <- calls + 1
          Get = fun () -> total
          Reset = fun () -> total <- 0 }

    counter, (fun () -> sprintf "%s: %d after %d" name total calls)

type Bus<'event>() =
    let handlers = ResizeArray<string * ('event -> unit)>()
    member _.Subscribe(name, handler) = handlers.Add((name, handler))
    member _.Remove name = handlers.RemoveAll(fun (other, _) -> other = name)

    member _.Publish event =
        for _, handler in handlers do
            handler event

type Command =
    { Name: string
      Do: int[] -> unit
      Undo: int[] -> unit }

let set index value (state: int[]) =
    let old = state[index]

    { Name = sprintf "set %d" index
      Do = fun state -> state[index] <- value
      Undo = fun state -> state[index] <- old }

let swap first second =
    let exchange (state: int[]) =
        let held = state[first]
        state[first] <- state[second]
        state[second] <- held

    { Name = sprintf "swap %d %d" first second
      Do = exchange
      Undo = exchange }

let operators: (string * (int -> int -> int)) list =
    [ "add", (+)
      "sub", (fun a b -> a - b)
      "max", max
      "first", (fun a _ -> a)
      "power", (fun a b -> Seq.fold (*) 1 (Seq.replicate b a)) ]

type Simulation() =
    let mutable queue: (int * (Simulation -> unit)) list = []
    let mutable time = 0
    let log = ResizeArray<string>()
    member _.Time = time
    member _.Log text = log.Add(sprintf "%d %s" time text)
    member _.At(due, action) = queue <- List.sortBy fst (queue @ [ due, action ])

    member this.Run() =
        match queue with
        | [] -> List.ofSeq log
        | (due, action) :: rest ->
            queue <- rest
            time <- due
            action this
            this.Run()

let rec ping n (simulation: Simulation) =
    simulation.Log(sprintf "ping %d" n)
    if n > 0 then simulation.At(simulation.Time + 1 + n % 2, pong (n - 1))

and pong n simulation =
    simulation.Log(sprintf "pong %d" n)
    if n > 0 then simulation.At(simulation.Time + 2, ping (n - 1))

type Algebra<'r> =
    { Number: int -> 'r
      Plus: 'r -> 'r -> 'r
      Negate: 'r -> 'r }

let term algebra n =
    algebra.Plus (algebra.Number n) (algebra.Negate(algebra.Plus (algebra.Number(n * 2)) (algebra.Number 3)))

let value = { Number = id; Plus = (+); Negate = (~-) }

let text =
    { Number = string
      Plus = sprintf "(%s + %s)"
      Negate = (fun inner -> "-" + inner) }

let twice f = f >> f
let flip f a b = f b a

[<EntryPoint>]
let main _ =
    let bus = Bus<int>()
    let odd, describeOdd = counter "odd"
    let all, describeAll = counter "all"
    bus.Subscribe("odd", (fun x -> if x % 2 = 1 then odd.Add x))
    bus.Subscribe("all", all.Add)

    for x in 1..10 do
        bus.Publish x
        if x = 5 then odd.Reset()

    let removed = bus.Remove "all"
    bus.Publish 101
    printfn "%s; %s; removed %d, %d" (describeOdd ()) (describeAll ()) removed (odd.Get() + all.Get())

    for name, operator in operators do
        printfn "%s %d %d" name (operator 7 3) (flip operator 7 3)

    let state = Array.init 5 id
    let commands = [ set 0 9 state; swap 1 4; set 2 7 state; swap 0 2 ]
    for command in commands do command.Do state
    printfn "%A" state

    for command in List.rev commands do
        command.Undo state
        printfn "undid %s: %A" command.Name state

    let simulation = Simulation()
    simulation.At(1, pong 3)
    simulation.At(0, ping 4)
    simulation.Run() |> String.concat ", " |> printfn "%s"

    for n in 1..3 do
        printfn "%s = %d" (term text n) (term value n)

    printfn "%d %s" (twice (twice (fun x -> x * 3)) 1) (twice (fun s -> s + "!") "ha")
    0
