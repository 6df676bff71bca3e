/// Reads a log: sorts by instant, finds gaps, groups by the quarter of an hour, shows each line in another zone.
module LogTimestamps

open System
open System.Collections.Generic
open System.Globalization

type Level =
    | Debug
    | Info
    | Warn
    | Fault of code: int

type Entry =
    { At: DateTimeOffset
      Level: Level
      Text: string }

let log =
    """
2024-03-31T00:59:58.1234567+00:00 INFO start
2024-03-31T03:00:00.5+02:00 WARN slow disk
2024-03-31T01:00:00Z DEBUG tick
2024-03-31 01:07:30 INFO request 17
31/03/2024 01:15:00 INFO old format
2024-03-30T20:22:00-05:00 FAULT42 lost connection
2024-02-30T00:00:00Z INFO no such day
not a line
2024-03-31T01:59:59.999Z INFO stop
"""

let inv = CultureInfo.InvariantCulture

let parseLevel (word: string) =
    match word with
    | "DEBUG" -> Some Debug
    | "INFO" -> Some Info
    | "WARN" -> Some Warn
    | _ when word.StartsWith "FAULT" -> Some(Fault(int (word.Substring 5)))
    | _ -> None

/// ISO first, then the format of the old logger, whose times are of UTC.
let parseTime (text: string) =
    match DateTimeOffset.TryParse text with
    | true, at -> Some at
    | false, _ ->
        match DateTime.TryParseExact(text, "dd/MM/yyyy HH:mm:ss", inv, DateTimeStyles.None) with
        | true, at -> Some(DateTimeOffset(at, TimeSpan.Zero))
        | false, _ -> None

let parseLine (line: string) =
    let words = line.Split(' ')
    // a date and a time in one word or two
    let time, rest =
        if words.[0].Contains "T" then words.[0], Array.skip 1 words
        elif words.Length > 1 then words.[0] + " " + words.[1], Array.skip 2 words
        else words.[0], [||]

    match parseTime time, Array.toList rest with
    | Some at, level :: text ->
        match parseLevel level with
        | Some level -> Ok { At = at; Level = level; Text = String.Join(" ", text) }
        | None -> Error(sprintf "level %s" level)
    | None, _ -> Error(sprintf "time %s" time)
    | _ -> Error line

let lines = log.Split('\n') |> Array.filter (fun line -> line <> "")
let results = lines |> Array.map parseLine

for result in results do
    match result with
    | Ok entry -> printfn "%s %A %s" (entry.At.ToString "o") entry.Level entry.Text
    | Error reason -> printfn "skipped: %s" reason

let entries =
    results |> Array.choose (fun result -> match result with Ok entry -> Some entry | Error _ -> None) |> Array.sortBy (fun entry -> entry.At)

printfn "first %O last %O" entries.[0].At (Array.last entries).At

for before, after in Array.pairwise entries do
    let gap = after.At - before.At
    let text = if gap >= TimeSpan.FromMinutes 5.0 then " !" else ""
    printfn "%s +%O%s" (after.At.ToOffset(TimeSpan.FromHours 9.0).ToString "yyyy-MM-dd HH:mm:ss zzz") gap text

/// The start of the quarter of an hour that a time is in.
let quarter (at: DateTimeOffset) =
    let utc = at.UtcDateTime
    let length = TimeSpan.FromMinutes(15.0).Ticks
    DateTime(utc.Ticks - utc.Ticks % length, DateTimeKind.Utc)

let counts = Dictionary<DateTime, int>()

for entry in entries do
    let key = quarter entry.At
    counts.[key] <- (match counts.TryGetValue key with
                     | true, n -> n + 1
                     | _ -> 1)

for pair in counts do
    printfn "%s %s" (pair.Key.ToString "HH:mm") (String('#', pair.Value))

let byHour = entries |> Array.countBy (fun entry -> entry.At.Hour)
printfn "%A" byHour

let seconds = entries |> Array.map (fun entry -> entry.At.ToUnixTimeSeconds())
printfn "%A" seconds
printfn "%b" (DateTimeOffset.FromUnixTimeMilliseconds(entries.[0].At.ToUnixTimeMilliseconds()) = entries.[0].At)

let span = (Array.last entries).At - entries.[0].At
printfn "%d ticks, %.3f seconds, %d:%02d" span.Ticks span.TotalSeconds (int span.TotalMinutes) span.Seconds

try
    DateTime.ParseExact("2024-3-1", "yyyy-MM-dd", inv) |> ignore
with :? FormatException as e ->
    printfn "%s" e.Message
