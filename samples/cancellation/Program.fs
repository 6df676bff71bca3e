module Cancellation

open System
open System.Threading
open System.Threading.Tasks

let log = ResizeArray<string>()
let say text = lock log (fun () -> log.Add text)

let flush title =
    printfn "%s" title
    lock log (fun () ->
        for line in log do
            printfn "  %s" line
        log.Clear())

let ticking name (period: int) =
    async {
        use! _ = Async.OnCancel(fun () -> say (name + " was asked to stop"))

        try
            let mutable n = 0

            while true do
                do! Async.Sleep period
                n <- n + 1
                say (sprintf "%s %d" name n)
        finally
            say (name + " cleaned up")
    }

let outcome (work: Async<'T>) (token: CancellationToken) =
    try
        Async.RunSynchronously(work, cancellationToken = token) |> ignore
        "completed"
    with
    | :? OperationCanceledException as e -> "cancelled: " + e.Message
    | e -> "failed: " + e.Message

[<EntryPoint>]
let main _ =
    use clock = new CancellationTokenSource()
    Async.Start(ticking "tick" 200, clock.Token)
    Thread.Sleep 700
    clock.Cancel()
    Thread.Sleep 200
    flush "a loop that is stopped:"

    use before = new CancellationTokenSource()
    before.Cancel()
    printfn "%s" (outcome (async { say "never" }) before.Token)
    printfn "%b %b" before.IsCancellationRequested before.Token.CanBeCanceled

    use soon = new CancellationTokenSource(20)
    printfn "%s" (outcome (Async.Sleep 5000) soon.Token)
    printfn "%s" (outcome (async { return 1 }) CancellationToken.None)

    use parent = new CancellationTokenSource()

    let children =
        [ 100; 400; 2000 ]
        |> List.map (fun ms ->
            async {
                do! Async.Sleep ms
                say (sprintf "child %d" ms)

                if ms = 400 then
                    parent.Cancel()

                do! Async.Sleep 1
                return ms
            })

    printfn "%s" (outcome (Async.Parallel children) parent.Token)
    flush "children of one token:"

    use source = new CancellationTokenSource()

    Async.StartWithContinuations(
        async {
            do! Async.Sleep 1000
            return 1
        },
        (fun n -> say (sprintf "done %d" n)),
        (fun e -> say ("error " + e.Message)),
        (fun e -> say ("cancelled " + e.Message)),
        source.Token
    )

    let registration = source.Token.Register(fun () -> say "registered first")
    use _ = source.Token.Register(fun () -> say "registered last")
    registration.Dispose()
    source.Cancel()
    source.Cancel()
    flush "continuations:"

    let polling =
        task {
            use stop = new CancellationTokenSource(300)
            let mutable rounds = 0

            try
                while true do
                    stop.Token.ThrowIfCancellationRequested()
                    rounds <- rounds + 1
                    do! Task.Delay(200, stop.Token)

                return "endless"
            with
            | :? TaskCanceledException as e -> return sprintf "%s after %d rounds" e.Message rounds
            | :? OperationCanceledException as e -> return "between: " + e.Message
        }

    printfn "%s" polling.Result

    use left = new CancellationTokenSource()
    use right = new CancellationTokenSource()
    use linked = CancellationTokenSource.CreateLinkedTokenSource(left.Token, right.Token)
    right.Cancel()
    printfn "linked: %b, left: %b" linked.IsCancellationRequested left.IsCancellationRequested

    let job = Async.StartAsTask(Async.Sleep 1000, cancellationToken = linked.Token)

    try
        job.Wait()
    with :? AggregateException as e ->
        printfn "%s: %s" (e.InnerException.GetType().Name) e.InnerException.Message

    printfn "%A" job.Status

    let guarded =
        Async.TryCancelled(Async.Sleep 500, (fun e -> say ("compensated: " + e.Message)))

    use last = new CancellationTokenSource(10)
    printfn "%s" (outcome guarded last.Token)
    flush "compensation:"
    0
