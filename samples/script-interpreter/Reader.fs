module ScriptInterpreter.Reader

open System
open ScriptInterpreter.Ast

let private tokens (text: string) =
    let rec scan (chars: char list) word found =
        let flush () =
            if word = "" then found else word :: found

        match chars with
        | [] -> List.rev (flush ())
        | ';' :: rest -> scan (List.skipWhile ((<>) '\n') rest) "" (flush ())
        | '(' | ')' | '\'' as c :: rest -> scan rest "" (string c :: flush ())
        | '"' :: rest ->
            let inside = List.takeWhile ((<>) '"') rest
            scan (List.skip (inside.Length + 1) rest) "" (("\"" + String(List.toArray inside)) :: flush ())
        | c :: rest when Char.IsWhiteSpace c -> scan rest "" (flush ())
        | c :: rest -> scan rest (word + string c) found

    scan (List.ofSeq text) "" []

let private atom (token: string) =
    match token with
    | "#t" -> Bool true
    | "#f" -> Bool false
    | _ when token[0] = '"' -> Text(token.Substring 1)
    | _ ->
        match Int64.TryParse token with
        | true, n -> Int n
        | false, _ -> Symbol token

let rec private form tokens =
    match tokens with
    | "(" :: rest -> forms [] rest
    | "'" :: rest ->
        let quoted, rest = form rest
        ofList [ Symbol "quote"; quoted ], rest
    | ")" :: _ -> fail "unexpected )"
    | token :: rest -> atom token, rest
    | [] -> fail "unexpected end"

and private forms items tokens =
    match tokens with
    | ")" :: rest -> ofList (List.rev items), rest
    | _ ->
        let item, rest = form tokens
        forms (item :: items) rest

let read text =
    tokens text
    |> List.unfold (function
        | [] -> None
        | tokens -> Some(form tokens))
