namespace Builders

type OptionBuilder() =
    member _.Bind(option, f) = Option.bind f option
    member _.Return value = Some value
    member _.ReturnFrom(option: 'T option) = option
    member _.Zero() = None
    member _.Delay f = f
    member _.Run f = f ()

    member _.Combine(first, second) =
        match first with
        | Some _ -> first
        | None -> second ()

type ResultBuilder() =
    member _.Bind(result, f) = Result.bind f result
    member _.Bind2(a, b, f) =
        match a, b with
        | Ok a, Ok b -> f (a, b)
        | Error e, _
        | _, Error e -> Error e
    member _.Return value = Ok value
    member _.ReturnFrom(result: Result<_, _>) = result
    member _.Zero() = Ok()
    member _.Delay(f: unit -> _) = f
    member _.Run f = f ()

    member _.Combine(first, second) = Result.bind second first

    member _.TryWith(body, handler) =
        try
            body ()
        with e ->
            handler e

    member _.TryFinally(body, cleanup) =
        try
            body ()
        finally
            cleanup ()

    member this.While(guard, body) =
        if guard () then
            this.Bind(body (), fun () -> this.While(guard, body))
        else
            this.Zero()

    member this.For(items: seq<_>, body) =
        use e = items.GetEnumerator()
        this.While(e.MoveNext, (fun () -> body e.Current))

/// Applicative validation: `and!` collects all errors.
type ValidationBuilder() =
    member _.BindReturn(result, f) = Result.map f result

    member _.MergeSources(a, b) =
        match a, b with
        | Ok a, Ok b -> Ok(a, b)
        | Error e, Ok _
        | Ok _, Error e -> Error e
        | Error e1, Error e2 -> Error(e1 @ e2)

type State<'S, 'T> = State of ('S -> 'T * 'S)

module State =
    let run (State f) state = f state
    let get = State(fun s -> s, s)
    let put s = State(fun _ -> (), s)
    let modify f = State(fun s -> (), f s)

type StateBuilder() =
    member _.Return value = State(fun s -> value, s)
    member _.ReturnFrom(state: State<_, _>) = state

    member _.Bind(state, f) =
        State(fun s ->
            let value, s = State.run state s
            State.run (f value) s)

    member this.Zero() = this.Return()
    member this.Delay f = this.Bind(this.Return(), f)
    member this.Combine(first, second) = this.Bind(first, fun () -> second)

    member this.For(items, body) =
        Seq.fold (fun state item -> this.Combine(state, body item)) (this.Zero()) items

type Writer<'T> = Writer of 'T * string list

type WriterBuilder() =
    member _.Return value = Writer(value, [])

    member _.Bind(Writer(value, before), f) =
        let (Writer(value, after)) = f value
        Writer(value, before @ after)

    member _.Yield line = Writer((), [ line ])
    member this.Combine(first, second: unit -> Writer<_>) = this.Bind(first, second)
    member _.Delay(f: unit -> Writer<_>) = f
    member _.Run f = f ()
    member this.Zero() = this.Return()

/// A builder with custom operations, as a query language.
type Query =
    { Table: string
      Columns: string list
      Filters: string list
      Limit: int option }

type QueryBuilder(table) =
    member _.Yield(()) = { Table = table; Columns = []; Filters = []; Limit = None }

    [<CustomOperation "select">]
    member _.Select(query, column) = { query with Columns = query.Columns @ [ column ] }

    [<CustomOperation "where">]
    member _.Where(query, filter) = { query with Filters = filter :: query.Filters }

    [<CustomOperation "take">]
    member _.Take(query, n) = { query with Limit = Some n }

    member _.Run query =
        let columns = if query.Columns.IsEmpty then "*" else String.concat ", " query.Columns
        let filters = query.Filters |> List.rev |> String.concat " AND "

        [ Some(sprintf "SELECT %s FROM %s" columns query.Table)
          (if filters = "" then None else Some("WHERE " + filters))
          query.Limit |> Option.map (sprintf "LIMIT %d") ]
        |> List.choose id
        |> String.concat " "

[<AutoOpen>]
module Instances =
    let option = OptionBuilder()
    let result = ResultBuilder()
    let validation = ValidationBuilder()
    let state = StateBuilder()
    let writer = WriterBuilder()
    let from table = QueryBuilder table
