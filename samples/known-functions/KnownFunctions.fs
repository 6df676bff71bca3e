/// Functions in lists, records and dictionaries: handlers, rules, pipelines, composed and partially applied, some of them written out where they are used.
module KnownFunctions

open System.Collections.Generic

let log = ResizeArray<string>()
let say (text: string) = log.Add text

let traced name value =
    say name
    value

// Items are made in order, also where one of them fails.
let order () =
    let total = List.sum [ traced "first" 1; traced "second" 2; traced "third" 3 ]

    let failed =
        try
            List.length [ traced "before" 1; failwith "broken"; traced "after" 3 ]
        with Failure text ->
            say text
            -1

    total, failed

let compose fs = List.fold (>>) id fs
let pipeline k = compose [ (+) k; (fun x -> x * 3); (fun x -> if x % 2 = 0 then x / 2 else x); string >> String.length ]

let directions = [ 1, 0; 0, 1; -1, 0; 0, -1 ]

let neighbours (grid: int[][]) y x =
    let mutable count = 0
    for dy in [ -1; 0; 1 ] do
        for dx in [ -1; 0; 1 ] do
            if (dy <> 0 || dx <> 0) && y + dy >= 0 && y + dy < grid.Length && x + dx >= 0 && x + dx < grid[0].Length then
                count <- count + grid[y + dy][x + dx]
    let mutable straight = 0
    for (dx, dy) in directions do
        match Array.tryItem (y + dy) grid |> Option.bind (Array.tryItem (x + dx)) with
        | Some v -> straight <- straight + v
        | None -> ()
    count, straight

type Rule = { Name: string; Holds: int -> bool; Fix: int -> int }

let rules limit =
    [ { Name = "positive"; Holds = (fun x -> x > 0); Fix = abs }
      { Name = "small"; Holds = (fun x -> x < limit); Fix = fun x -> x % limit }
      { Name = "odd"; Holds = (fun x -> x % 2 <> 0); Fix = (+) 1 } ]

let apply limit start =
    let mutable value = start
    let mutable fixedBy = []
    for rule in rules limit do
        if not (rule.Holds value) then
            value <- rule.Fix value
            fixedBy <- rule.Name :: fixedBy
    value, fixedBy

// A closure made in each turn keeps that turn's item; a variable that is shared is one for all.
let counters () =
    let mutable made = []
    let total = ref 0
    for step in [ 1; 10; 100 ] do
        let mutable own = step
        let next () =
            total.Value <- total.Value + step
            total.Value
        own <- own + 1
        made <- (own, next) :: made
    let first = [ for (own, next) in made -> own, next () ]
    first, [ for (_, next) in made -> next () ]

let search wanted =
    let mutable seen = 0
    let found = List.tryFind (fun x -> seen <- seen + 1; x = wanted) [ 3; 1; 4; 1; 5 ]
    let mutable last = -1
    let mutable rest = [ 2; 7; 1; 8 ]
    while not rest.IsEmpty && rest.Head <> wanted do
        last <- rest.Head
        rest <- rest.Tail
    found, seen, last, rest.Length, List.exists ((=) wanted) [ 9; 8 ], List.contains wanted [ 1; 8 ]

let nested depth =
    let mutable out = []
    for a in [ 'x'; 'y' ] do
        let mutable b = depth
        while b > 0 do
            for c in [ "p"; "q" ] do
                if b <> 2 then out <- $"{a}{b}{c}" :: out
            b <- b - 1
    String.concat " " (List.rev out)

let guarded divisor =
    let mutable sum = 0
    try
        for x in [ 12; 6; 3 ] do
            sum <- sum + x
            sum <- sum + x / divisor
    with :? System.DivideByZeroException -> sum <- -sum
    sum

let commands = Dictionary<string, int list -> int>()
commands["sum"] <- List.sum
commands["max"] <- List.max
commands["scaled"] <- List.map ((*) 2) >> List.sum

let rec evaluate k = if k = 0 then 0 else List.fold (fun s f -> f s) k [ (fun x -> x - 1); evaluate ] + 1

// A field that a copy replaces was computed before.
type Place = { X: int; Y: int }

let moved (ys: int list) =
    try
        sprintf "%A" { ({ X = 1; Y = List.head ys }: Place) with Y = 3 }
    with error ->
        error.Message

[<EntryPoint>]
let main _ =
    printfn "%A" (order ())
    printfn "%A" [ for k in 0..4 -> pipeline (k * 7) (k + 20) ]
    let grid = [| [| 1; 2; 3 |]; [| 4; 5; 6 |]; [| 7; 8; 9 |] |]
    printfn "%A" [ for y in 0..2 do for x in 0..2 -> neighbours grid y x ]
    printfn "%A" [ for x in [ -7; 4; 1000; 31 ] -> apply 100 x ]
    printfn "%A" (counters ())
    printfn "%A" [ for w in [ 4; 1; 8; 9 ] -> search w ]
    printfn "%s" (nested 3)
    printfn "%d %d" (guarded 3) (guarded 0)
    printfn "%A" [ for name in [ "sum"; "max"; "scaled" ] -> commands[name] [ 3; 9; 4 ] ]
    printfn "%d" (evaluate 6)
    match [ 1; 2; 3 ] with
    | [ a; b; c ] -> printfn "%d" (a * 100 + b * 10 + c)
    | _ -> printfn "other"
    printfn "%s; %s" (moved [ 5 ]) (moved [])
    printfn "%s" (String.concat ", " log)
    0
