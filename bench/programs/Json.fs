module Bench.Json

open System.Text

// values to text and back again
type Json =
    | Null
    | Bool of bool
    | Num of float
    | Str of string
    | Arr of Json list
    | Obj of (string * Json) list

let rec write (out: StringBuilder) json =
    match json with
    | Null -> out.Append "null" |> ignore
    | Bool value -> out.Append(if value then "true" else "false") |> ignore
    | Num value -> out.Append(string value) |> ignore
    | Str text -> out.Append('"').Append(text).Append('"') |> ignore
    | Arr items ->
        out.Append '[' |> ignore

        items
        |> List.iteri (fun i item ->
            if i > 0 then
                out.Append ',' |> ignore

            write out item)

        out.Append ']' |> ignore
    | Obj fields ->
        out.Append '{' |> ignore

        fields
        |> List.iteri (fun i (name, value) ->
            if i > 0 then
                out.Append ',' |> ignore

            out.Append('"').Append(name).Append("\":") |> ignore
            write out value)

        out.Append '}' |> ignore

type Reader(text: string) =
    let mutable at = 0
    member _.Peek = text[at]
    member _.Skip() = at <- at + 1

    member this.Expect(c: char) =
        if text[at] <> c then
            failwithf "expected %c at %d" c at

        at <- at + 1

    member _.Take(inside: char -> bool) =
        let start = at

        while at < text.Length && inside text[at] do
            at <- at + 1

        text.Substring(start, at - start)

let rec read (reader: Reader) : Json =
    match reader.Peek with
    | '{' ->
        reader.Skip()
        let fields = ResizeArray()

        while reader.Peek <> '}' do
            if fields.Count > 0 then
                reader.Expect ','

            let name = readText reader
            reader.Expect ':'
            fields.Add((name, read reader))

        reader.Skip()
        Obj(List.ofSeq fields)
    | '[' ->
        reader.Skip()
        let items = ResizeArray()

        while reader.Peek <> ']' do
            if items.Count > 0 then
                reader.Expect ','

            items.Add(read reader)

        reader.Skip()
        Arr(List.ofSeq items)
    | '"' -> Str(readText reader)
    | _ ->
        match reader.Take(fun c -> c <> ',' && c <> ']' && c <> '}') with
        | "null" -> Null
        | "true" -> Bool true
        | "false" -> Bool false
        | number -> Num(float number)

and readText reader =
    reader.Expect '"'
    let text = reader.Take(fun c -> c <> '"')
    reader.Skip()
    text

let rec size json =
    match json with
    | Arr items -> 1 + List.sumBy size items
    | Obj fields -> 1 + List.sumBy (fun (name: string, value) -> name.Length + size value) fields
    | Str text -> text.Length
    | _ -> 1

let sample i =
    Obj
        [ "id", Num(float i)
          "name", Str $"customer {i}"
          "active", Bool(i % 2 = 0)
          "tags", Arr [ for k in 1 .. i % 5 -> Str(string k) ]
          "address", Obj [ "city", Str "Prague"; "zip", Num 11000.5; "note", Null ] ]

let run (n: int) : int =
    let out = StringBuilder()
    write out (Arr [ for i in 1..n -> sample i ])
    let text = out.ToString()
    let again = read (Reader text)
    (size again * 31 + text.Length) % 1000003
