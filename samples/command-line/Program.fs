module CommandLine.Program

open CommandLine.Options

let explain =
    function
    | UnknownOption name -> sprintf "there is no option %s" name
    | MissingValue name -> sprintf "%s needs a value" name
    | BadValue(name, value) -> sprintf "%s does not take '%s'" name value

let selfCheck () =
    let cases =
        [ [], Options.Default, 0
          [ "-v"; "x" ], { Options.Default with Verbose = true; Files = [ "x" ] }, 0
          [ "--count=12" ], { Options.Default with Count = 12 }, 0
          [ "--count" ], Options.Default, 1
          [ "--level=huge"; "--nope"; "y" ], { Options.Default with Files = [ "y" ] }, 2 ]

    for arguments, expected, problemCount in cases do
        let options, problems = parse arguments
        let verdict = if options = expected && problems.Length = problemCount then "ok" else "WRONG"
        printfn "[%s] %s" (String.concat " " arguments) verdict

[<EntryPoint>]
let main argv =
    printfn "%d arguments" argv.Length
    argv |> Array.iteri (printfn "  %d: <%s>")
    selfCheck ()

    let options, problems = parse (List.ofArray argv)

    if options.Verbose then
        printfn "%A" options

    for i in 1 .. options.Count do
        printfn "%d. Hello, %s!" i options.Name

    let weight =
        match options.Level with
        | Low -> 1
        | Medium -> 2
        | High -> 3

    match problems with
    | [] ->
        printfn "all good"
        0
    | problems ->
        problems |> List.iter (explain >> printfn "problem: %s")

        if weight < 3 then
            0
        else
            printfn "too strict to go on"
            problems.Length + 1
