module Tasks

open System
open System.Threading
open System.Threading.Tasks

let step (log: ResizeArray<string>) name (ms: int) =
    task {
        log.Add(name + " begins")
        do! Task.Delay ms
        log.Add(name + " ends")
        return ms
    }

let divide a b : Task<int> =
    task {
        if b = 0 then
            raise (DivideByZeroException())

        return a / b
    }

let rec retry times (work: int -> Task<'T>) attempt : Task<'T> =
    task {
        try
            return! work attempt
        with e when attempt < times ->
            printfn "  attempt %d: %s" attempt e.Message
            do! Task.Delay 5
            return! retry times work (attempt + 1)
    }

let mutable hits = 0

let describe (t: Task<'T>) = sprintf "%A completed=%b faulted=%b canceled=%b" t.Status t.IsCompleted t.IsFaulted t.IsCanceled

type Gate() =
    let opened = TaskCompletionSource<string>()
    member _.Open text = opened.TrySetResult text
    member _.Wait = opened.Task

[<EntryPoint>]
let main _ =
    let log = ResizeArray<string>()
    let both = Task.WhenAll [| step log "a" 30; step log "b" 10 |]
    log.Add "started"
    printfn "%A" both.Result
    printfn "%s" (String.Join(", ", log))

    let fast = step log "fast" 5
    let slow = step log "slow" 80
    let winner = Task.WhenAny(slow, fast).Result
    printfn "fast won: %b" (obj.ReferenceEquals(winner, fast))

    printfn "%d" ((divide 7 2).GetAwaiter().GetResult())

    try
        (divide 1 0).Wait()
    with :? AggregateException as e ->
        printfn "%s" e.Message
        printfn "%s" (e.InnerException.GetType().Name)

    try
        (divide 1 0).GetAwaiter().GetResult() |> ignore
    with :? DivideByZeroException as e ->
        printfn "%s" e.Message

    let shaky attempt =
        task {
            if attempt < 3 then
                failwithf "not yet (%d)" attempt

            return attempt * 10
        }

    printfn "retried: %d" (retry 5 shaky 1).Result

    let gate = Gate()
    let waiting = task { let! text = gate.Wait in return "gate said " + text }
    printfn "%s" (describe waiting)
    printfn "%b %b" (gate.Open "go") (gate.Open "again")
    printfn "%s" waiting.Result
    printfn "%s" (describe waiting)
    printfn "%s" (describe (divide 1 0))

    let sum = (divide 9 3).ContinueWith(fun (t: Task<int>) -> t.Result + 1)
    printfn "continued: %d" sum.Result

    let mixed =
        task {
            let! fromAsync = async { return 20 }
            let! fromTask = Task.Run(fun () -> 22)
            let mutable total = fromAsync + fromTask

            for i in 1..3 do
                let! next = Task.FromResult i
                total <- total + next

            return total
        }

    printfn "mixed: %d" mixed.Result

    let counter = ref 0
    use turn = new SemaphoreSlim(1)

    let workers =
        [| for id in 1..4 ->
               task {
                   do! turn.WaitAsync()

                   try
                       let before = counter.Value
                       do! Task.Delay 1
                       counter.Value <- before + id
                   finally
                       turn.Release() |> ignore
               }
               :> Task |]

    Task.WaitAll workers
    printfn "counted: %d" counter.Value

    let threads = [ for _ in 1..3 -> Thread(fun () -> Interlocked.Add(&hits, 5) |> ignore) ] |> List.map (fun t -> t.Start(); t)
    threads |> List.iter (fun t -> t.Join())
    Thread.Sleep 10
    printfn "hits: %d" hits
    0
