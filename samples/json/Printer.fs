module Json.Printer

let private escape (text: string) =
    text
    |> String.collect (fun c ->
        match c with
        | '"' -> "\\\""
        | '\\' -> "\\\\"
        | '\n' -> "\\n"
        | '\t' -> "\\t"
        | c when c < ' ' || c > '~' -> sprintf "\\u%04x" (int c)
        | c -> string c)
    |> sprintf "\"%s\""

let rec compact json =
    match json with
    | Null -> "null"
    | Bool b -> if b then "true" else "false"
    | Number n -> string n
    | String s -> escape s
    | Array items -> items |> List.map compact |> String.concat "," |> sprintf "[%s]"
    | Object fields ->
        fields
        |> List.map (fun (name, value) -> escape name + ":" + compact value)
        |> String.concat ","
        |> sprintf "{%s}"

let rec private lines indent json =
    let block opening closing items =
        [ yield opening
          yield!
              items
              |> List.mapi (fun i item ->
                  let last = i = List.length items - 1
                  item |> List.mapi (fun j line -> if j = List.length item - 1 && not last then line + "," else line))
              |> List.concat
              |> List.map (fun line -> String.replicate indent " " + line)
          yield closing ]

    match json with
    | Array(_ :: _ as items) when Json.depth json > 1 -> items |> List.map (lines indent) |> block "[" "]"
    | Object(_ :: _ as fields) ->
        fields
        |> List.map (fun (name, value) ->
            match lines indent value with
            | first :: rest -> (escape name + ": " + first) :: rest
            | [] -> [])
        |> block "{" "}"
    | simple -> [ compact simple ]

let pretty indent json = lines indent json |> String.concat "\n"
