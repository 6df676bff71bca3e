module Builders.Program

open System
open Builders

let parent =
    let tree = Map [ "ann", "bea"; "bea", "cleo"; "dora", "ann" ]
    fun name -> Map.tryFind name tree

let greatGrandparent name =
    option {
        let! p = parent name
        let! g = parent p
        let! gg = parent g
        return sprintf "%s, of %s, of %s" gg g p
    }

let firstOf a b =
    option {
        if a > 0 then
            return a

        if b > 0 then
            return b * 10
    }

let parseInt (text: string) =
    match Int32.TryParse text with
    | true, n -> Ok n
    | _ -> Error(sprintf "'%s' is no integer" text)

let divide a b = if b = 0 then Error "division by zero" else Ok(a / b)

let average (texts: string list) =
    let mutable sum = 0

    result {
        for text in texts do
            let! n = parseInt text
            sum <- sum + n

        let! mean = divide sum texts.Length
        return mean, sum
    }

let guarded action =
    result {
        try
            try
                let value = action ()
                if value < 0 then
                    return! Error "negative"
                return value
            finally
                printfn "  (cleaned up)"
        with e ->
            return! Error("caught: " + e.Message)
    }

let countdown start =
    let mutable n = start
    result {
        while n > 0 do
            do! (if n = 13 then Error "unlucky" else Ok())
            n <- n - 1
        return n
    }

type Person = { Name: string; Age: int; Mail: string }

let person name age mail =
    let check message test value = if test value then Ok value else Error [ message ]

    validation {
        let! name = check "name is empty" ((<>) "") name
        and! age = parseInt age |> Result.mapError List.singleton |> Result.bind (check "age is out of range" (fun n -> n >= 0 && n < 150))
        and! mail = check "mail has no @" (fun (m: string) -> m.Contains "@") mail
        return { Name = name; Age = age; Mail = mail }
    }

type Tree<'T> =
    | Leaf of 'T
    | Branch of Tree<'T> * Tree<'T>

let rec label tree =
    state {
        match tree with
        | Leaf value ->
            let! n = State.get
            do! State.put (n + 1)
            return Leaf(n, value)
        | Branch(l, r) ->
            let! l = label l
            let! r = label r
            return Branch(l, r)
    }

let fibonacci n =
    state {
        for _ in 1..n do
            do! State.modify (fun (a, b) -> b, a + b)

        let! a, _ = State.get
        return a
    }

let rec collatz n =
    writer {
        yield sprintf "%d" n

        if n > 1 then
            let! steps = collatz (if n % 2 = 0 then n / 2 else 3 * n + 1)
            return steps + 1
        else
            yield "done"
            return 0
    }

printfn "%A" (greatGrandparent "dora")
printfn "%A" (greatGrandparent "ann")
printfn "%A %A %A" (firstOf 1 2) (firstOf 0 2) (firstOf 0 0)
printfn "%A" (average [ "1"; "2"; "6" ])
printfn "%A" (average [ "1"; "x"; "y" ])
printfn "%A" (average [])
printfn "%A" (guarded (fun () -> 5))
printfn "%A" (guarded (fun () -> -5))
printfn "%A" (guarded (fun () -> failwith "boom"))
printfn "%A %A" (countdown 5) (countdown 20)
printfn "%A" (person "Eve" "33" "eve@example.org")
printfn "%A" (person "" "x" "nowhere")
printfn "%A" (person "Bob" "200" "b@b")
let labelled, next = State.run (label (Branch(Branch(Leaf 'a', Leaf 'b'), Leaf 'c'))) 10
printfn "%A, next %d" labelled next
printfn "%A" (State.run (fibonacci 50) (0L, 1L))
let (Writer(steps, log)) = collatz 6
printfn "%d steps: %s" steps (String.concat " " log)
printfn "%s" (from "users" { select "id"; select "name"; where "age > 20"; where "active"; take 5 })
printfn "%s" (from "logs" { take 1 })
