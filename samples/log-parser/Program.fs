/// Lines of an access log and a multi-line application log, taken apart by regular expressions.
module LogParser

open System
open System.Text.RegularExpressions

type Level =
    | Debug
    | Info
    | Warning
    | Failure of code: int

type Entry =
    { Time: string
      Level: Level
      Source: string
      Message: string
      Fields: (string * string) list
      Stack: string list }

let (|Match|_|) (regex: Regex) (text: string) =
    let m = regex.Match text
    if m.Success then Some [ for i in 1 .. m.Groups.Count - 1 -> m.Groups.[i].Value ] else None

let (|Integer|_|) (text: string) =
    match Int32.TryParse text with
    | true, n -> Some n
    | _ -> None

let header =
    Regex(
        @"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)\s+
          \[(?<level>DEBUG|INFO|WARN|ERROR(?:\#(?<code>\d+))?)\]\s+
          (?<source>[\w.]+):\s*
          (?<message>.*?)            # lazily, so that fields are not part of it
          (?:\s\{(?<fields>[^}]*)\})?\s*$",
        RegexOptions.IgnorePatternWhitespace ||| RegexOptions.Compiled
    )

let field = Regex @"(?<key>\w+)\s*=\s*(?:""(?<value>(?:[^""\\]|\\.)*)""|(?<value>[^,\s]+))"
let frame = Regex @"^\s+at\s+(?<method>[^(]+)\((?<file>[^:)]*)(?::(?<line>\d+))?\)"

let levelOf (m: Match) =
    match m.Groups.["level"].Value with
    | "DEBUG" -> Debug
    | "INFO" -> Info
    | "WARN" -> Warning
    | _ -> Failure(if m.Groups.["code"].Success then int m.Groups.["code"].Value else 0)

let parse (text: string) =
    let add entries line =
        let m = header.Match line
        if m.Success then
            let fields = [ for f in field.Matches m.Groups.["fields"].Value -> f.Groups.["key"].Value, Regex.Unescape f.Groups.["value"].Value ]
            { Time = m.Groups.["time"].Value
              Level = levelOf m
              Source = m.Groups.["source"].Value
              Message = m.Groups.["message"].Value
              Fields = fields
              Stack = [] }
            :: entries
        else
            match entries, frame.Match line with
            | latest :: rest, f when f.Success ->
                let place = if f.Groups.["line"].Success then sprintf "%s line %s" f.Groups.["file"].Value f.Groups.["line"].Value else f.Groups.["file"].Value
                { latest with Stack = (f.Groups.["method"].Value.Trim() + " in " + place) :: latest.Stack } :: rest
            | _ ->
                printfn "skipped: %s" line
                entries

    Regex.Split(text.Trim(), @"\r?\n")
    |> Array.fold add []
    |> List.rev
    |> List.map (fun entry -> { entry with Stack = List.rev entry.Stack })

let applicationLog =
    "
2024-03-01T08:00:00Z [INFO] app.Startup: listening {port=8080, host=\"0.0.0.0\"}
2024-03-01T08:00:01.250Z [DEBUG] db.Pool: opened 4 connections
2024-03-01T08:02:13Z [WARN] http.Router: slow request {path=\"/search?q=\\\"a b\\\"\", ms = 1532}
2024-03-01T08:02:14Z [ERROR#503] http.Client: upstream failed: timeout {host=api, retry=3}
    at Client.Send(client.fs:88)
    at Program.main (program.fs)
not a line of this log
2024-03-01T08:02:15Z [ERROR] app.Main: giving up
"

let access =
    Regex @"^(?<ip>\d{1,3}(?:\.\d{1,3}){3}) - (?<user>-|\w+) \[(?<when>[^\]]+)\] ""(?<verb>[A-Z]+) (?<path>\S+) HTTP/(?<version>\d\.\d)"" (?<status>\d{3}) (?<bytes>\d+|-)$"

let accessLog =
    [ "10.0.0.1 - anna [01/Mar/2024:08:00:00 +0000] \"GET /index.html HTTP/1.1\" 200 5120"
      "10.0.0.7 - - [01/Mar/2024:08:00:02 +0000] \"GET /missing HTTP/1.1\" 404 -"
      "10.0.0.1 - anna [01/Mar/2024:08:00:05 +0000] \"POST /login HTTP/2.0\" 302 310"
      "10.0.0.9 - bob [01/Mar/2024:08:00:09 +0000] \"GET /index.html HTTP/1.1\" 200 5120"
      "broken line" ]

for entry in parse applicationLog do
    printfn "%s %A %s: %s" entry.Time entry.Level entry.Source entry.Message
    for key, value in entry.Fields do
        printfn "    %s = %s" key value
    for line in entry.Stack do
        printfn "    from %s" line

let requests =
    accessLog
    |> List.choose (function
        | Match access [ ip; user; _; verb; path; _; Integer status; bytes ] -> Some(ip, user, verb, path, status, (match bytes with Integer n -> n | _ -> 0))
        | other ->
            printfn "no request: %s" other
            None)

for path, group in requests |> List.groupBy (fun (_, _, _, path, _, _) -> path) do
    printfn "%-12s %d requests, %d bytes" path group.Length (group |> List.sumBy (fun (_, _, _, _, _, bytes) -> bytes))

let masked = accessLog |> List.map (fun line -> Regex.Replace(line, @"(\d+)\.(\d+)\.\d+\.\d+", "$1.$2.*.*"))
masked |> List.iter (printfn "%s")

let seconds = Regex.Replace(accessLog.[0], @"(?<h>\d\d):(?<m>\d\d):(?<s>\d\d)", fun m -> string (int m.Groups.["h"].Value * 3600 + int m.Groups.["m"].Value * 60 + int m.Groups.["s"].Value) + "s")
printfn "%s" seconds
