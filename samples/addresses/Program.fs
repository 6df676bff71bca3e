module Addresses

open System
open System.Collections
open System.IO
open System.Numerics

type Link = { Text: string; Target: Uri }

let site = Uri "https://docs.example.com/guide/start.html"

let links =
    [ "home", "/"
      "next", "install.html#linux"
      "up", "../index.html"
      "search", "?q=f#&lang=en"
      "other", "http://Mirror.example.org:8080/a/./b/../c d?x=é"
      "broken", "http://" ]
    |> List.map (fun (text, target) ->
        match Uri.TryCreate(site, target) with
        | true, uri -> Ok { Text = text; Target = uri }
        | _ -> Error text)

let query (uri: Uri) =
    uri.Query.TrimStart('?').Split([| '&' |], StringSplitOptions.RemoveEmptyEntries)
    |> Array.map (fun pair ->
        match pair.Split('=', 2) with
        | [| key; value |] -> Uri.UnescapeDataString key, Uri.UnescapeDataString value
        | parts -> parts.[0], "")
    |> Map.ofArray

let newest (versions: string list) =
    versions
    |> List.choose (fun text ->
        match Version.TryParse text with
        | true, version -> Some version
        | _ -> None)
    |> List.sortDescending

/// Primes by a sieve of bits.
let primes limit =
    let composite = BitArray(limit + 1)
    for n in 2 .. int (sqrt (float limit)) do
        if not composite.[n] then
            for multiple in n * n .. n .. limit do
                composite.[multiple] <- true
    [ for n in 2..limit do if not composite.[n] then n ]

let describe (out: TextWriter) =
    for link in links do
        match link with
        | Ok { Text = text; Target = uri } ->
            out.WriteLine("{0,-8}{1}", text, uri.AbsoluteUri)
            if uri.Host <> site.Host then out.WriteLine("        on {0} by port {1}", uri.Authority, uri.Port)
            for KeyValue(key, value) in query uri do
                out.WriteLine $"        {key} = {value}"
            if uri.Fragment <> "" then out.WriteLine("        at " + uri.Fragment)
        | Error text -> out.WriteLine("{0,-8}is no address", text)

[<EntryPoint>]
let main _ =
    describe Console.Out
    printfn "%s" (String.Join(" / ", (Uri "https://a.org/x/y%20z/").Segments))
    printfn "%s" (Uri.EscapeDataString "50% of (a&b)")
    printfn "%b" (Uri "http://A.org/p#1" = Uri "http://a.org/p#2")
    try
        Uri "no scheme" |> ignore
    with :? UriFormatException as e ->
        printfn "%s" e.Message
    for version in newest [ "1.10"; "1.9.3"; "2.0.0.1"; "x"; "1.9"; "3" ] do
        printfn "%O -> %d.%d.%d" version version.Major version.Minor version.Build
    printfn "%A" (primes 60)
    let mask = BitArray [| true; false; true; true |]
    printfn "%A %b" [ for i in 0 .. mask.Length - 1 -> mask.[i] ] (mask.Not().Get 1)
    printfn "%d bits, %d" (BitOperations.PopCount 0xF0F0u) (BitOperations.Log2 1000UL)
    printfn "%d" (Random(11).NextInt64 1_000_000_000_000L)
    printfn "%A" (List.randomShuffleWith (Random 3) [ 1..6 ])
    0
