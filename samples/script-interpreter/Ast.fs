/// A small Lisp: data, and how it is shown.
module ScriptInterpreter.Ast

open System.Collections.Generic

[<CustomEquality; NoComparison>]
type Value =
    | Nil
    | Int of int64
    | Bool of bool
    | Text of string
    | Symbol of string
    | Pair of Value * Value
    | Primitive of name: string * (Value list -> Value)
    | Lambda of parameters: string list * body: Value list * closure: Scope

    override this.Equals other =
        match other with
        | :? Value as that ->
            match this, that with
            | Nil, Nil -> true
            | Int a, Int b -> a = b
            | Bool a, Bool b -> a = b
            | Text a, Text b
            | Symbol a, Symbol b -> a = b
            | Pair(a, b), Pair(c, d) -> a.Equals c && b.Equals d
            | _ -> false
        | _ -> false

    override _.GetHashCode() = 0

/// A scope sees its own names first, then those of the scope around it.
and Scope(parent: Scope option) =
    let names = Dictionary<string, Value>()

    member _.Define(name, value) = names[name] <- value

    member _.TryFind(name: string) : Value option =
        match names.TryGetValue name with
        | true, value -> Some value
        | false, _ -> parent |> Option.bind (fun p -> p.TryFind name)

    member _.Assign(name: string, value: Value) : bool =
        if names.ContainsKey name then
            names[name] <- value
            true
        else
            match parent with
            | Some p -> p.Assign(name, value)
            | None -> false

exception ScriptError of string

let fail format = Printf.ksprintf (fun message -> raise (ScriptError message)) format

let rec (|Elements|_|) value =
    match value with
    | Nil -> Some []
    | Pair(first, Elements rest) -> Some(first :: rest)
    | _ -> None

let ofList values = List.foldBack (fun head tail -> Pair(head, tail)) values Nil

let rec show value =
    match value with
    | Nil -> "()"
    | Int n -> string n
    | Bool true -> "#t"
    | Bool false -> "#f"
    | Text s -> "\"" + s + "\""
    | Symbol s -> s
    | Elements items -> "(" + String.concat " " (List.map show items) + ")"
    | Pair(a, b) -> sprintf "(%s . %s)" (show a) (show b)
    | Primitive(name, _) -> sprintf "<primitive %s>" name
    | Lambda(parameters, _, _) -> sprintf "<lambda/%d>" parameters.Length
