module Hello

type Greeting =
    | Plain
    | Named of name: string

let greet greeting =
    match greeting with
    | Plain -> "Hello from F#!"
    | Named name -> $"Hello, {name}!"

let rec sum n = if n = 0 then 0L else int64 n + sum (n - 1)

[<EntryPoint>]
let main _ =
    for greeting in [ Plain; Named "fusabi" ] do
        printfn "%s" (greet greeting)

    printfn "1 + 2 + ... + 100000 = %d" (sum 100000)
    0
