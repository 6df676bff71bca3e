module Json.Parser

open System
open System.Text
open Json

type private Cursor(text: string) =
    let mutable position = 0

    member _.AtEnd = position >= text.Length
    member _.Peek = if position < text.Length then text[position] else '\000'
    member _.Skip() = position <- position + 1

    member this.Next() =
        let c = this.Peek
        this.Skip()
        c

    member this.SkipSpace() =
        while not this.AtEnd && Char.IsWhiteSpace this.Peek do
            this.Skip()

    member _.Slice(start) = text.Substring(start, position - start)
    member _.Position = position

    member _.Fail message =
        let before = text.Substring(0, min position text.Length)
        let line = before |> Seq.filter ((=) '\n') |> Seq.length
        let column = before.Length - (before.LastIndexOf '\n' + 1)
        raise (ParseError(message, line + 1, column + 1))

    member this.Expect(word: string) =
        for c in word do
            if this.Peek <> c then
                this.Fail(sprintf "expected '%s'" word)

            this.Skip()

let private hex c =
    match c with
    | _ when c >= '0' && c <= '9' -> int c - int '0'
    | _ when c >= 'a' && c <= 'f' -> int c - int 'a' + 10
    | _ when c >= 'A' && c <= 'F' -> int c - int 'A' + 10
    | _ -> -1

let private stringLiteral (cursor: Cursor) =
    let text = StringBuilder()
    cursor.Expect "\""

    while cursor.Peek <> '"' do
        if cursor.AtEnd then
            cursor.Fail "unterminated string"

        match cursor.Next() with
        | '\\' ->
            match cursor.Next() with
            | 'n' -> text.Append '\n' |> ignore
            | 't' -> text.Append '\t' |> ignore
            | 'u' ->
                let code =
                    List.init 4 (fun _ -> hex (cursor.Next()))
                    |> List.fold
                        (fun code digit ->
                            if digit < 0 then
                                cursor.Fail "bad \\u escape"

                            code * 16 + digit)
                        0

                text.Append(char code) |> ignore
            | '"' | '\\' | '/' as c -> text.Append c |> ignore
            | c -> cursor.Fail(sprintf "unknown escape '\\%c'" c)
        | c -> text.Append c |> ignore

    cursor.Skip()
    text.ToString()

let private number (cursor: Cursor) =
    let start = cursor.Position

    while Char.IsDigit cursor.Peek || "+-.eE".Contains cursor.Peek do
        cursor.Skip()

    match Double.TryParse(cursor.Slice start) with
    | true, value -> Number value
    | false, _ -> cursor.Fail(sprintf "'%s' is no number" (cursor.Slice start))

let rec private value (cursor: Cursor) : Json =
    cursor.SkipSpace()

    match cursor.Peek with
    | 'n' -> cursor.Expect "null"; Null
    | 't' -> cursor.Expect "true"; Bool true
    | 'f' -> cursor.Expect "false"; Bool false
    | '"' -> String(stringLiteral cursor)
    | '[' -> sequence cursor ']' value |> Array
    | '{' -> sequence cursor '}' field |> Object
    | c when c = '-' || Char.IsDigit c -> number cursor
    | _ when cursor.AtEnd -> cursor.Fail "unexpected end of input"
    | c -> cursor.Fail(sprintf "unexpected '%c'" c)

and private field cursor =
    cursor.SkipSpace()
    let name = stringLiteral cursor
    cursor.SkipSpace()
    cursor.Expect ":"
    name, value cursor

and private sequence<'T> (cursor: Cursor) (close: char) (item: Cursor -> 'T) : 'T list =
    let rec loop items =
        let items = item cursor :: items
        cursor.SkipSpace()

        match cursor.Next() with
        | ',' -> loop items
        | c when c = close -> List.rev items
        | _ -> cursor.Fail(sprintf "expected ',' or '%c'" close)

    cursor.Skip()
    cursor.SkipSpace()

    if cursor.Peek = close then
        cursor.Skip()
        []
    else
        loop []

let parse text =
    let cursor = Cursor text
    let result = value cursor
    cursor.SkipSpace()

    if not cursor.AtEnd then
        cursor.Fail "text after the document"

    result

let tryParse text =
    try
        Ok(parse text)
    with ParseError(message, line, column) ->
        Error(sprintf "%d:%d: %s" line column message)
