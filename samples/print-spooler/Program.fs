module PrintSpooler

open System
open System.Collections.Generic

type Job = { Id: int; Owner: string; Pages: int }

/// Printers differ in what a page costs and in what they refuse.
[<AbstractClass>]
type Printer(name: string) =
    let mutable used = 0
    member _.Name = name
    member _.Used = used
    abstract Cost: int -> int
    abstract Limit: int
    default _.Limit = 50

    member this.Print(job: Job) =
        if job.Pages > this.Limit then
            Error $"{name}: {job.Pages} pages are too many"
        else
            used <- used + job.Pages
            Ok(this.Cost job.Pages)

type Laser() =
    inherit Printer("laser")
    override _.Cost pages = pages * 3

type Inkjet() =
    inherit Printer("inkjet")
    override _.Cost pages = 10 + pages * 5
    override _.Limit = 20

type Plotter(width: int) =
    inherit Printer("plotter")
    override this.Cost pages = if this.Used > 30 then pages * width else pages
    override _.Limit = base.Limit / 5

let attempt what action =
    try
        action ()
    with
    | :? ArgumentOutOfRangeException as e -> printfn "%s: %s %s" what (e.GetType().Name) e.ParamName
    | :? InvalidOperationException as e -> printfn "%s: %s" what e.Message

/// A binary heap in a ResizeArray, the shortest job first.
type Heap<'T>(order: 'T -> 'T -> int) =
    let items = ResizeArray<'T>()

    let swap i j =
        let held = items.[i]
        items.[i] <- items.[j]
        items.[j] <- held

    member _.Count = items.Count

    member _.Push item =
        items.Add item
        let mutable i = items.Count - 1

        while i > 0 && order items.[i] items.[(i - 1) / 2] < 0 do
            swap i ((i - 1) / 2)
            i <- (i - 1) / 2

    member _.Pop() =
        let top = items.[0]
        swap 0 (items.Count - 1)
        items.RemoveAt(items.Count - 1)
        let mutable i = 0
        let mutable go = true

        while go do
            let mutable least = i

            for child in [ 2 * i + 1; 2 * i + 2 ] do
                if child < items.Count && order items.[child] items.[least] < 0 then
                    least <- child

            go <- least <> i

            if go then
                swap i least
                i <- least

        top

[<EntryPoint>]
let main _ =
    let jobs = [ for i in 1..12 -> { Id = i; Owner = [| "ann"; "bob"; "cid" |].[i % 3]; Pages = i * 7 % 26 + 1 } ]
    let waiting = Queue<Job>()
    let history = Stack<string>()

    for job in jobs do
        waiting.Enqueue job

    let printers: Printer[] = [| Laser(); Inkjet(); Plotter 9 |]
    let mutable turn = 0

    while waiting.Count > 0 do
        let job = waiting.Dequeue()
        let printer = printers.[turn % printers.Length]
        turn <- turn + 1

        match printer.Print job with
        | Ok cost -> history.Push $"{job.Owner} {job.Id} on {printer.Name}: {cost}"
        | Error reason ->
            history.Push reason
            if turn < 30 then waiting.Enqueue { job with Pages = job.Pages - 5 }

    for line in history do
        printfn "%s" line

    for printer in printers do
        printfn "%s printed %d of %d" printer.Name printer.Used printer.Limit

    for job in jobs do
        if job.Pages % 2 = 0 then waiting.Enqueue job

    let mutable pages = 0

    for job in waiting do
        pages <- pages + job.Pages

    printfn "%d pages wait in %d jobs" pages waiting.Count

    attempt "queue" (fun () ->
        for job in waiting do
            waiting.Enqueue job)

    attempt "stack" (fun () ->
        for line in history do
            history.Push line)

    let heap = Heap<Job>(fun a b -> compare (a.Pages, a.Owner) (b.Pages, b.Owner))

    for job in jobs do
        heap.Push job

    while heap.Count > 0 do
        let job = heap.Pop()
        printf "%d%c " job.Pages job.Owner.[0]

    printfn ""
    attempt "empty heap" (fun () -> heap.Pop() |> ignore)

    let ids = ResizeArray<int>(jobs |> List.map (fun job -> job.Id))
    ids.RemoveAt(ids.Count - 1)
    ids.RemoveAt 0
    ids.RemoveAt 4
    ids.[0] <- ids.[1] * 100
    printfn "%A" (List.ofSeq ids)
    attempt "read" (fun () -> printfn "%d" ids.[ids.Count])
    attempt "read below" (fun () -> printfn "%d" ids.[-1])
    attempt "write" (fun () -> ids.[ids.Count] <- 1)
    attempt "remove" (fun () -> ids.RemoveAt ids.Count)
    ids.Clear()
    attempt "remove from nothing" (fun () -> ids.RemoveAt 0)

    let options = ResizeArray<int option>([ Some 1; None; Some 3 ])
    options.[2] <- None
    printfn "%A %d" (List.ofSeq options) (options |> Seq.sumBy (Option.defaultValue 10))
    let flags = ResizeArray<bool>([ true; false ])
    flags.[1] <- not flags.[1]
    printfn "%b %b" flags.[0] flags.[1]
    0
