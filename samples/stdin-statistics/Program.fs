module StdinStatistics

open System

type Command =
    | Add of float list
    | Show
    | Quit of int
    | Unknown of string

let parse (line: string) =
    match line.Split([| ' ' |], StringSplitOptions.RemoveEmptyEntries) |> List.ofArray with
    | "add" :: numbers when numbers |> List.forall (fun text -> fst (Double.TryParse text)) -> Add(numbers |> List.map float)
    | [ "show" ] -> Show
    | [ "quit"; code ] -> Quit(int code)
    | _ -> Unknown line

let show (numbers: float list) =
    match numbers with
    | [] -> printfn "nothing yet"
    | _ ->
        let sorted = List.sort numbers
        printfn "n=%d min=%g max=%g mean=%.3f median=%g" numbers.Length sorted.Head (List.last sorted) (List.average numbers) sorted[sorted.Length / 2]

let rec loop number numbers =
    printf "%d> " number

    match Console.ReadLine() with
    | null ->
        printfn "(end)"
        0
    | line ->
        match parse line with
        | Add more -> loop (number + 1) (numbers @ more)
        | Show ->
            show numbers
            loop (number + 1) numbers
        | Quit code ->
            printfn "bye"
            exit code
        | Unknown text ->
            eprintfn "what is '%s'?" text
            loop (number + 1) numbers

[<EntryPoint>]
let main _ =
    let name = stdin.ReadLine()
    printfn "Hello, %s" name
    let first = Console.In.Peek()
    printfn "%c comes next" (char first)

    try
        loop 1 []
    finally
        printfn "not reached after exit"
