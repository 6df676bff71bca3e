module AsyncWorkflows

open System

type Page = { Url: string; Size: int; Links: string list }

exception NotFound of string

/// A web of pages; loading takes as long as a page is large.
let load url =
    async {
        let size = url |> Seq.sumBy int |> fun sum -> sum % 40
        do! Async.Sleep(size + 1)

        if url = "/missing" then
            raise (NotFound url)

        let links =
            match url with
            | "/" -> [ "/about"; "/news"; "/missing" ]
            | "/news" -> [ "/news/1"; "/news/2"; "/" ]
            | _ -> []

        return { Url = url; Size = size; Links = links }
    }

let tryLoad url =
    async {
        match! load url |> Async.Catch with
        | Choice1Of2 page -> return Ok page
        | Choice2Of2(NotFound missing) -> return Error(sprintf "%s is missing" missing)
        | Choice2Of2 e -> return Error e.Message
    }

/// Breadth first, a level at a time, each level in parallel.
let crawl start =
    let rec level seen urls =
        async {
            if List.isEmpty urls then
                return []
            else
                let! pages = urls |> List.map tryLoad |> Async.Parallel
                let found = pages |> Array.choose (function Ok page -> Some page | Error _ -> None) |> List.ofArray

                for page in pages do
                    match page with
                    | Error message -> printfn "  ! %s" message
                    | Ok page -> printfn "  %-8s %2d bytes, %d links" page.Url page.Size page.Links.Length

                let seen = Set.union seen (Set.ofList urls)
                let next = found |> List.collect (fun page -> page.Links) |> List.distinct |> List.filter (fun url -> not (seen.Contains url))
                let! rest = level seen next
                return found @ rest
        }

    level Set.empty [ start ]

let resource name =
    { new IDisposable with
        member _.Dispose() = printfn "  closed %s" name }

let cleanup fails =
    async {
        use _ = resource "outer"

        try
            try
                use _ = resource "inner"
                do! Async.Sleep 1
                if fails then failwith "broken pipe"
                return "finished"
            with e ->
                return "recovered from " + e.Message
        finally
            printfn "  finally"
    }

let rec count n total =
    async {
        if n = 0 then
            return total
        else
            return! count (n - 1) (total + int64 n)
    }

let collatz start =
    async {
        let mutable n = start
        let mutable steps = 0

        while n <> 1 do
            do! Async.Sleep 0
            n <- if n % 2 = 0 then n / 2 else 3 * n + 1
            steps <- steps + 1

        return steps
    }

[<EntryPoint>]
let main _ =
    printfn "crawl:"
    let pages = crawl "/" |> Async.RunSynchronously
    printfn "  %d pages, %d bytes" pages.Length (pages |> List.sumBy (fun page -> page.Size))

    printfn "cleanup:"
    printfn "  %s" (Async.RunSynchronously(cleanup false))
    printfn "  %s" (Async.RunSynchronously(cleanup true))

    printfn "count: %d" (count 20000 0L |> Async.RunSynchronously)
    printfn "collatz: %A" ([ 6; 7; 9 ] |> List.map collatz |> Async.Sequential |> Async.RunSynchronously)

    printfn "children:"

    async {
        let! slow = Async.StartChild(async { do! Async.Sleep 600
                                             return "slow" })
        let! fast = Async.StartChild(async { do! Async.Sleep 200
                                             return "fast" })
        let! late = Async.StartChild(async { do! Async.Sleep 5000 }, 100)
        let! second = fast
        let! first = slow
        printfn "  %s after %s" first second

        try
            do! late
            printfn "  no timeout"
        with :? TimeoutException as e ->
            printfn "  %s" e.Message
    }
    |> Async.RunSynchronously

    let first =
        [ 600; 200; 400 ]
        |> List.map (fun ms ->
            async {
                do! Async.Sleep ms
                return if ms > 300 then Some ms else None
            })
        |> Async.Choice
        |> Async.RunSynchronously

    printfn "choice: %A" first

    try
        Async.RunSynchronously(Async.Sleep 5000, timeout = 20)
    with :? TimeoutException as e ->
        printfn "timeout: %s" e.Message

    match Async.RunSynchronously(Async.Catch(Async.Parallel [ async { return 1 }; async { return failwith "second failed" } ])) with
    | Choice1Of2 numbers -> printfn "all: %A" numbers
    | Choice2Of2 e -> printfn "parallel: %s" e.Message

    let answer =
        Async.FromContinuations(fun (succeed, _, _) ->
            Async.Start(
                async {
                    do! Async.Sleep 5
                    succeed 42
                }
            ))

    printfn "continuation: %d" (Async.RunSynchronously answer)
    0
