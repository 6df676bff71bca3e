module Exceptions.Program

open System
open System.Collections.Generic

exception NotEnough of needed: int * available: int
exception Nested of inner: exn

type ConfigException(key: string, message: string) =
    inherit Exception(message)
    member _.Key = key

type MissingKeyException(key) =
    inherit ConfigException(key, sprintf "the key '%s' is missing" key)

let describe (e: exn) =
    match e with
    | NotEnough(needed, available) when available = 0 -> sprintf "nothing there (wanted %d)" needed
    | NotEnough(needed, available) -> sprintf "%d is %d too few" available (needed - available)
    | Nested(Nested inner) -> sprintf "deep: %s" inner.Message
    | Nested inner -> sprintf "nested: %s" inner.Message
    | :? MissingKeyException as e -> sprintf "missing %s" e.Key
    | :? ConfigException as e -> sprintf "config %s: %s" e.Key e.Message
    | Failure message -> sprintf "failure: %s" message
    | :? DivideByZeroException -> "division by zero"
    | :? KeyNotFoundException -> "no such key"
    | :? IndexOutOfRangeException -> "index out of range"
    | :? ArgumentOutOfRangeException -> "argument out of range"
    | :? ArgumentNullException as e -> sprintf "argument null: %s" e.Message
    | :? ArgumentException as e -> sprintf "argument: %s" e.Message
    | :? InvalidCastException -> "bad cast"
    | :? FormatException as e -> sprintf "format: %s" e.Message
    | :? InvalidOperationException as e -> sprintf "invalid operation: %s" e.Message
    | :? NotSupportedException | :? NotImplementedException -> "not done"
    | other -> sprintf "other: %s" other.Message

let attempt name action =
    let text =
        try
            sprintf "%O" (action () |> box)
        with e ->
            "! " + describe e

    printfn "%-14s %s" name text

let withdraw balance amount =
    if amount < 0 then
        invalidArg (nameof amount) "must not be negative"

    if amount > balance then
        raise (NotEnough(amount, balance))

    balance - amount

let zero = 0
let numbers = [| 1; 2; 3 |]
let ages = Map [ "ann", 31 ]
let stock = Dictionary(dict [ "tea", 3 ])

attempt "fine" (fun () -> withdraw 10 3)
attempt "negative" (fun () -> withdraw 10 -3)
attempt "too much" (fun () -> withdraw 5 7)
attempt "empty" (fun () -> withdraw 0 7)
attempt "nested" (fun () -> raise<int> (Nested(Failure "inside")))
attempt "twice nested" (fun () -> raise<int> (Nested(Nested(NotEnough(1, 2)))))
attempt "missing" (fun () -> raise<int> (MissingKeyException "port"))
attempt "config" (fun () -> raise<int> (ConfigException("port", "not a number")))
attempt "failwithf" (fun () -> failwithf "%d of %s" 3 "them": int)
attempt "divide" (fun () -> 1 / zero)
attempt "remainder" (fun () -> 1L % int64 zero)
attempt "float divide" (fun () -> 1.0 / float zero)
attempt "array" (fun () -> numbers[3])
attempt "array set" (fun () -> numbers[-1] <- 0)
attempt "map" (fun () -> ages["bob"])
attempt "dictionary" (fun () -> stock["coffee"])
attempt "duplicate" (fun () -> stock.Add("tea", 1))
attempt "list head" (fun () -> List.head ([]: int list))
attempt "list item" (fun () -> [ 1; 2 ][5])
attempt "reduce" (fun () -> List.reduce (+) ([]: int list))
attempt "seq find" (fun () -> Seq.find ((=) 9) [ 1; 2 ])
attempt "option" (fun () -> (None: int option) |> Option.get)
attempt "int" (fun () -> int "12x")
attempt "cast" (fun () -> (box "text" :?> int))
attempt "nullArg" (fun () -> nullArg<int> "thing")
attempt "invalidOp" (fun () -> invalidOp<int> "closed")
attempt "todo" (fun () -> raise<int> (NotImplementedException()))
attempt "resize array" (fun () -> ResizeArray([ 1 ])[1])
attempt "list map2" (fun () -> List.map2 (+) [ 1 ] [ 1; 2 ])

// finally runs on every way out, inner before outer.
let order = ResizeArray<string>()

let tricky n =
    try
        try
            order.Add(sprintf "body %d" n)

            match n with
            | 0 -> "plain"
            | 1 -> failwith "one"
            | 2 -> raise (NotEnough(2, 1))
            | _ -> invalidOp "many"
        with
        | Failure m -> "caught " + m
        | NotEnough _ ->
            order.Add "reraising"
            reraise ()
    finally
        order.Add(sprintf "finally %d" n)

for n in 0..3 do
    try
        order.Add(tricky n)
    with e ->
        order.Add("outside: " + describe e)

order |> Seq.iter (printfn "- %s")

let replaced =
    try
        try
            failwith "first"
        finally
            failwith "second"
    with e ->
        e.Message

printfn "%s wins" replaced

let wrapped =
    try
        try
            numbers[10]
        with e ->
            raise (Exception("while reading", e))
    with
    | e when not (isNull e.InnerException) ->
        printfn "%s: %s" e.Message e.InnerException.Message
        -1

printfn "%d" wrapped

let rec retry times action =
    try
        Ok(action times)
    with
    | _ when times > 1 -> retry (times - 1) action
    | e -> Error(describe e)

printfn "%A" (retry 3 (fun left -> if left > 1 then failwith "again" else left * 100))
printfn "%A" (retry 3 (fun left -> failwithf "%d left" left: int))
