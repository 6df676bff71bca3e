module Scheduling.Program

open System
open System.Collections.Generic

type Priority = Low = 2 | Normal = 1 | High = 0
type Job = { Id: int; Name: string; Priority: Priority; Duration: TimeSpan; After: int list }

type Event =
    | Started of job: Job * at: DateTime
    | Finished of job: Job * at: DateTime * worker: int

let jobs =
    let job id name priority (minutes: float) after = { Id = id; Name = name; Priority = priority; Duration = TimeSpan.FromMinutes minutes; After = after }
    [ job 1 "fetch sources" Priority.Normal 5. []
      job 2 "restore packages" Priority.High 12.5 [ 1 ]
      job 3 "compile" Priority.Normal 42. [ 1; 2 ]
      job 4 "lint" Priority.Low 7. [ 1 ]
      job 5 "unit tests" Priority.High 18.25 [ 3 ]
      job 6 "docs" Priority.Low 9. [ 3; 4 ]
      job 7 "publish" Priority.High 1.5 [ 5; 6 ] ]

let simulate workers (start: DateTime) =
    let ready = PriorityQueue<Job, struct (Priority * int)>()
    let running = PriorityQueue<Job * int, DateTime>()
    let waiting = Dictionary<int, HashSet<int>>()
    let free = Queue<int>(seq { 1..workers })
    let events = List<Event>()
    for j in jobs do
        waiting.[j.Id] <- HashSet<int>(j.After)
        if List.isEmpty j.After then ready.Enqueue(j, struct (j.Priority, j.Id))
    let mutable now = start
    while ready.Count > 0 || running.Count > 0 do
        while ready.Count > 0 && free.Count > 0 do
            let job = ready.Dequeue()
            let worker = free.Dequeue()
            events.Add(Started(job, now))
            running.Enqueue((job, worker), now + job.Duration)
        match running.TryDequeue() with
        | true, (job, worker), at ->
            now <- at
            free.Enqueue worker
            events.Add(Finished(job, at, worker))
            for other in jobs do
                if waiting.[other.Id].Remove job.Id && waiting.[other.Id].Count = 0 then ready.Enqueue(other, struct (other.Priority, other.Id))
        | _ -> ()
    List.ofSeq events, now - start

[<EntryPoint>]
let main _ =
    let start = DateTime(2024, 2, 28, 23, 30, 0)
    for workers in [ 1; 2 ] do
        let events, total = simulate workers start
        printfn "%d worker(s): %O in total, ends %s" workers total ((start + total).ToString "ddd, dd MMM yyyy HH:mm:ss")
        for e in events do
            match e with
            | Started({ Name = name; Priority = p }, at) -> printfn "  %s %-16s started  (%A)" (at.ToString "HH:mm:ss") name p
            | Finished(job, at, worker) -> printfn "  %s %-16s finished by %d after %g min" (at.ToString "HH:mm:ss") job.Name worker job.Duration.TotalMinutes
    let lengths = SortedDictionary<Priority, TimeSpan>()
    for j in jobs do
        let known = match lengths.TryGetValue j.Priority with | true, t -> t | _ -> TimeSpan.Zero
        lengths.[j.Priority] <- known + j.Duration
    for KeyValue(priority, length) in lengths do printfn "%-7O %s %5.1f%%" priority (length.ToString @"hh\:mm\:ss") (100. * length.TotalSeconds / (jobs |> List.sumBy (fun j -> j.Duration.TotalSeconds)))
    let order = jobs |> List.toArray
    Array.Sort(order, Comparison(fun a b -> compare (b.Duration, a.Id) (a.Duration, b.Id)))
    printfn "%s" (String.Join(" > ", order |> Array.map (fun j -> $"{j.Name} ({j.Duration.TotalMinutes:F1})")))
    printfn "%A" (List.head jobs)
    0
