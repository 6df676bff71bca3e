/// Recurring bills: periods from an anchor day, parts of a month by days, grace, reminders.
module Subscriptions

open System

type Interval =
    | Weekly of int
    | Monthly
    | Yearly

type Subscription =
    { Customer: string
      Plan: string
      Price: decimal
      Every: Interval
      Started: DateOnly
      Ended: DateOnly option }

type Bill =
    { Number: int
      For: string
      From: DateOnly
      To: DateOnly
      Amount: decimal
      Due: DateTime }

/// The n-th period starts so many intervals after the anchor: of the 31st, February has its last day and March the 31st again.
let periodStart (s: Subscription) n =
    match s.Every with
    | Weekly weeks -> s.Started.AddDays(7 * weeks * n)
    | Monthly -> s.Started.AddMonths n
    | Yearly -> s.Started.AddYears n

let share (price: decimal) (first: DateOnly) (next: DateOnly) (ended: DateOnly) =
    let whole = next.DayNumber - first.DayNumber
    let used = ended.DayNumber - first.DayNumber + 1
    Math.Round(price * decimal used / decimal whole, 2)

let rec bills until n (s: Subscription) =
    seq {
        let first = periodStart s n
        let next = periodStart s (n + 1)
        let stopped = s.Ended |> Option.exists (fun day -> day < first)

        if first <= until && not stopped then
            let last = next.AddDays -1

            let upto, amount =
                match s.Ended with
                | Some day when day < last -> day, share s.Price first next day
                | _ -> last, s.Price

            let due = first.ToDateTime(TimeOnly(12, 0), DateTimeKind.Utc) + TimeSpan.FromDays 14.0
            yield { Number = n + 1; For = s.Customer; From = first; To = upto; Amount = amount; Due = due }
            yield! bills until (n + 1) s
    }

let subscriptions =
    [ { Customer = "Ada"; Plan = "team"; Price = 49.90m; Every = Monthly; Started = DateOnly(2024, 1, 31); Ended = None }
      { Customer = "Ben"; Plan = "solo"; Price = 9.00m; Every = Weekly 2; Started = DateOnly(2024, 2, 20); Ended = Some(DateOnly(2024, 4, 3)) }
      { Customer = "Cyd"; Plan = "site"; Price = 1200m; Every = Yearly; Started = DateOnly(2020, 2, 29); Ended = None } ]

let until = DateOnly(2024, 5, 1)

let all = subscriptions |> List.collect (fun s -> bills until 0 s |> List.ofSeq)

for bill in all do
    printfn "%s #%-2d %O to %O %10.2f due %s" bill.For bill.Number bill.From bill.To bill.Amount (bill.Due.ToString "ddd dd MMM yyyy HH:mm")

printfn "%A" (List.last all)

// Hours ahead of a due time at which someone is reminded
let reminders (due: DateTime) = [ TimeSpan.FromDays 3.0; TimeSpan(1, 0, 0, 0); TimeSpan.FromHours 1.5 ] |> List.map (fun ahead -> ahead, due - ahead)

for ahead, at in reminders (List.head all).Due do
    printfn "%O before: %O (%s)" ahead at (at.ToString "o")

let perMonth =
    all
    |> List.groupBy (fun bill -> bill.From.Year, bill.From.Month)
    |> List.sortBy fst
    |> List.map (fun ((year, month), group) -> sprintf "%d-%02d" year month, List.sumBy (fun bill -> bill.Amount) group)

for month, total in perMonth do
    printfn "%s %9.2f" month total

// Times paid, as text with an offset
let payments =
    [ "2024-02-14T11:59:59Z"; "2024-02-14T13:00:00+01:00"; "2024-02-14T12:00:00.5-00:30"; "2024-02-15"; "yesterday" ]

let due = (List.head all).Due

for text in payments do
    match DateTimeOffset.TryParse text with
    | true, paid ->
        let late = paid - DateTimeOffset(due)
        let state = if late > TimeSpan.Zero then sprintf "late by %O" late else sprintf "in time, %.1f minutes left" (-late).TotalMinutes
        printfn "%O -> %O: %s" paid (paid.ToUniversalTime()) state
    | false, _ -> printfn "not a time: %s" text

let longest = all |> List.map (fun bill -> TimeSpan.FromDays(float (bill.To.DayNumber - bill.From.DayNumber + 1))) |> List.max
printfn "longest period %O, %.1f weeks" longest (longest.TotalDays / 7.0)
