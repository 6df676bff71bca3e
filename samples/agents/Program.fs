module Agents

open System

type Account = { Owner: string; Balance: decimal }

type Message =
    | Deposit of owner: string * amount: decimal
    | Withdraw of owner: string * amount: decimal * AsyncReplyChannel<Result<decimal, string>>
    | Report of AsyncReplyChannel<Account list>
    | Close

/// A bank that handles one message at a time.
let openBank () =
    MailboxProcessor.Start(fun inbox ->
        let rec serve (accounts: Map<string, Account>) =
            async {
                match! inbox.Receive() with
                | Deposit(owner, amount) ->
                    let balance = accounts |> Map.tryFind owner |> Option.map (fun a -> a.Balance) |> Option.defaultValue 0m
                    return! serve (accounts.Add(owner, { Owner = owner; Balance = balance + amount }))
                | Withdraw(owner, amount, reply) ->
                    match accounts.TryFind owner with
                    | Some account when account.Balance >= amount ->
                        let left = account.Balance - amount
                        reply.Reply(Ok left)
                        return! serve (accounts.Add(owner, { account with Balance = left }))
                    | Some account ->
                        reply.Reply(Error(sprintf "%s has only %M" owner account.Balance))
                        return! serve accounts
                    | None ->
                        reply.Reply(Error(sprintf "nobody called %s" owner))
                        return! serve accounts
                | Report reply ->
                    accounts |> Map.toList |> List.map snd |> reply.Reply
                    return! serve accounts
                | Close -> return ()
            }

        serve Map.empty)

type Job =
    | Work of int
    | Urgent of string
    | Stop of AsyncReplyChannel<int>

/// Takes urgent messages before ordinary ones.
let worker =
    new MailboxProcessor<Job>(fun inbox ->
        let rec loop total =
            async {
                let! urgent =
                    inbox.TryScan(
                        (function
                        | Urgent text -> Some(async { return text })
                        | _ -> None),
                        0
                    )

                match urgent with
                | Some text ->
                    printfn "  urgent: %s" text
                    return! loop total
                | None ->
                    match! inbox.Receive() with
                    | Work n ->
                        printfn "  work %d" n
                        return! loop (total + n)
                    | Urgent text ->
                        printfn "  late: %s" text
                        return! loop total
                    | Stop reply -> reply.Reply total
            }

        loop 0)

[<EntryPoint>]
let main _ =
    let bank = openBank ()
    bank.Post(Deposit("ann", 100m))
    bank.Post(Deposit("bob", 20.50m))
    bank.Post(Deposit("ann", 0.25m))

    for owner, amount in [ "ann", 30m; "bob", 30m; "eve", 1m ] do
        match bank.PostAndReply(fun reply -> Withdraw(owner, amount, reply)) with
        | Ok left -> printfn "%s keeps %M" owner left
        | Error reason -> printfn "refused: %s" reason

    let accounts = bank.PostAndAsyncReply Report |> Async.RunSynchronously
    printfn "%A" accounts
    bank.Post Close

    printfn "worker:"
    [ Work 1; Work 2; Urgent "fire"; Work 3; Urgent "flood" ] |> List.iter worker.Post
    printfn "  %d wait" worker.CurrentQueueLength
    worker.Start()
    printfn "  total %d" (worker.PostAndReply Stop)

    let mute = MailboxProcessor<AsyncReplyChannel<int>>.Start(fun inbox -> async { let! _ = inbox.Receive()
                                                                                   return () })

    match mute.TryPostAndReply(id, timeout = 10) with
    | Some answer -> printfn "answer %d" answer
    | None -> printfn "no answer"

    try
        mute.PostAndReply(id, timeout = 10) |> ignore
    with :? TimeoutException as e ->
        printfn "%s" e.Message

    let failing = MailboxProcessor<int>.Start(fun inbox -> async { let! n = inbox.Receive()
                                                                   return failwithf "cannot handle %d" n })
    let seen = Threading.Tasks.TaskCompletionSource<string>()
    failing.Error.Add(fun e -> seen.SetResult e.Message)
    failing.Post 13
    printfn "error event: %s" seen.Task.Result
    0
