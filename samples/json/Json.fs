namespace Json

type Json =
    | Null
    | Bool of bool
    | Number of float
    | String of string
    | Array of Json list
    | Object of (string * Json) list

exception ParseError of message: string * line: int * column: int

module Json =

    let rec depth json =
        match json with
        | Array [] | Object [] -> 1
        | Array items -> 1 + (items |> List.map depth |> List.max)
        | Object fields -> 1 + (fields |> List.map (snd >> depth) |> List.max)
        | _ -> 0

    let (|Field|_|) name json =
        match json with
        | Object fields -> fields |> List.tryPick (fun (key, value) -> if key = name then Some value else None)
        | _ -> None

    /// Follows a path such as `store.books.1.title`.
    let query (path: string) json =
        let step json (part: string) =
            match json with
            | Some(Field part value) -> Some value
            | Some(Array items) ->
                match System.Int32.TryParse part with
                | true, i -> List.tryItem i items
                | false, _ -> None
            | _ -> None

        path.Split('.') |> Array.fold step (Some json)

    /// Rebuilds a document bottom up.
    let rec rewrite f json =
        match json with
        | Array items -> items |> List.map (rewrite f) |> Array |> f
        | Object fields -> fields |> List.map (fun (k, v) -> k, rewrite f v) |> Object |> f
        | leaf -> f leaf
