module Calculator.Program

open Calculator.Syntax

let session =
    [ "1 + 2 * 3"
      "(1 + 2) * 3"
      "2 ^ 3 ^ 2"
      "-2 ^ 2"
      "10 - 4 - 3"
      "7 % 4 + 0.5"
      "x = 3"
      "y = x * x + 16 / (1 + 3) ^ 2"
      "hypot(x, 4) + sqrt(y + 6)"
      "max(min(x, 2), abs(-1.25))"
      "answer()"
      "1 / 0"
      "-(x - 5) * 2"
      "max(1)"
      "z + 1"
      "2 * (3 + 4"
      "2 $ 3"
      "2 3"
      "* 4"
      "tan(0)"
      "" ]

let step (env: Evaluator.Environment) line =
    let outcome =
        Lexer.tokenize line
        |> Result.bind Parser.parse
        |> Result.bind (fun expr -> Evaluator.evaluate env expr |> Result.map (fun (value, env) -> expr, value, env))

    match outcome with
    | Ok(expr, value, env) ->
        printfn "> %s" line
        printfn "  %s = %g" (show expr) value
        env
    | Error failure ->
        printfn "> %s" line
        printfn "  error: %s" (describe failure)
        env

[<EntryPoint>]
let main _ =
    let final = List.fold step Map.empty session
    printfn "variables:"
    final |> Map.iter (printfn "  %s = %g")
    0
