module Calculator.Evaluator

open System
open Calculator.Syntax

type Environment = Map<string, float>

let private functions: Map<string, int * (float list -> float)> =
    Map.ofList
        [ "sqrt", (1, (fun args -> sqrt args.Head))
          "abs", (1, (fun args -> abs args.Head))
          "max", (2, List.max)
          "min", (2, List.min)
          "hypot", (2, (fun args -> args |> List.sumBy (fun x -> x * x) |> sqrt))
          "answer", (0, (fun _ -> 42.0)) ]

/// Turns a list of results into a result of a list; the first error wins.
let private sequence results =
    List.foldBack
        (fun result rest ->
            match result, rest with
            | Ok value, Ok values -> Ok(value :: values)
            | Error e, _ -> Error e
            | _, Error e -> Error e)
        results
        (Ok [])

let rec evaluate (env: Environment) expr : Result<float * Environment, Failure> =
    let valueOf e = evaluate env e |> Result.map fst

    match expr with
    | Const n -> Ok(n, env)
    | Variable name ->
        match Map.tryFind name env with
        | Some value -> Ok(value, env)
        | None -> Error(UnknownName name)
    | Negate inner -> valueOf inner |> Result.map (fun v -> -v, env)
    | Let(name, value) -> valueOf value |> Result.map (fun v -> v, Map.add name v env)
    | Binary(l, op, r) ->
        match valueOf l, valueOf r with
        | Ok a, Ok b ->
            let value =
                match op with
                | '+' -> a + b
                | '-' -> a - b
                | '*' -> a * b
                | '/' -> a / b
                | '%' -> a % b
                | '^' -> Math.Pow(a, b)
                | _ -> failwithf "no such operator: %c" op

            Ok(value, env)
        | Error e, _
        | _, Error e -> Error e
    | Call(name, args) ->
        match Map.tryFind name functions with
        | None -> Error(UnknownName name)
        | Some(arity, _) when arity <> args.Length -> Error(WrongArity(name, arity, args.Length))
        | Some(_, apply) -> args |> List.map valueOf |> sequence |> Result.map (fun vs -> apply vs, env)
