module ScriptInterpreter.Machine

open ScriptInterpreter.Ast

let private truthy value = value <> Bool false && value <> Nil

let rec eval (scope: Scope) expr : Value =
    match expr with
    | Symbol name ->
        match scope.TryFind name with
        | Some value -> value
        | None -> fail "%s is not defined" name
    | Elements [ Symbol "quote"; datum ] -> datum
    | Elements [ Symbol "if"; test; yes; no ] -> eval scope (if truthy (eval scope test) then yes else no)
    | Elements(Symbol "cond" :: clauses) -> cond scope clauses
    | Elements(Symbol "define" :: Elements(Symbol name :: parameters) :: body) ->
        scope.Define(name, Lambda(List.map parameterName parameters, body, scope))
        Symbol name
    | Elements [ Symbol "define"; Symbol name; value ] ->
        scope.Define(name, eval scope value)
        Symbol name
    | Elements [ Symbol "set!"; Symbol name; value ] ->
        let value = eval scope value
        if scope.Assign(name, value) then value else fail "cannot set %s" name
    | Elements(Symbol "lambda" :: Elements parameters :: body) -> Lambda(List.map parameterName parameters, body, scope)
    | Elements(Symbol "let" :: Elements bindings :: body) ->
        let inner = Scope(Some scope)

        for binding in bindings do
            match binding with
            | Elements [ Symbol name; value ] -> inner.Define(name, eval scope value)
            | other -> fail "bad binding %s" (show other)

        sequence inner body
    | Elements(Symbol "begin" :: body) -> sequence scope body
    | Elements(f :: args) ->
        let f = eval scope f
        apply f (List.map (eval scope) args)
    | self -> self

and private parameterName =
    function
    | Symbol name -> name
    | other -> fail "bad parameter %s" (show other)

and private cond scope clauses =
    match clauses with
    | [] -> Nil
    | Elements(Symbol "else" :: body) :: _ -> sequence scope body
    | Elements(test :: body) :: rest -> if truthy (eval scope test) then sequence scope body else cond scope rest
    | other :: _ -> fail "bad clause %s" (show other)

and private sequence scope body =
    match body with
    | [] -> Nil
    | [ last ] -> eval scope last
    | first :: rest ->
        eval scope first |> ignore
        sequence scope rest

and apply f args : Value =
    match f with
    | Primitive(_, run) -> run args
    | Lambda(parameters, body, closure) ->
        if parameters.Length <> args.Length then
            fail "expected %d arguments, got %d" parameters.Length args.Length

        let scope = Scope(Some closure)
        List.iter2 (fun name value -> scope.Define(name, value)) parameters args
        sequence scope body
    | other -> fail "%s is not a function" (show other)

let private number name value =
    match value with
    | Int n -> n
    | other -> fail "%s: %s is not a number" name (show other)

let private fold name f =
    name, Primitive(name, fun args -> args |> List.map (number name) |> List.reduce f |> Int)

let private compare' name test =
    name,
    Primitive(
        name,
        fun args -> args |> List.map (number name) |> List.pairwise |> List.forall (fun (a, b) -> test a b) |> Bool
    )

let globals (print: string -> unit) =
    let scope = Scope None

    [ fold "+" (+)
      fold "-" (-)
      fold "*" (*)
      fold "/" (fun a b -> if b = 0L then fail "division of %d by zero" a else a / b)
      fold "mod" (%)
      compare' "<" (<)
      compare' "=" (=)
      compare' ">" (>)
      "list", Primitive("list", ofList)
      "cons", Primitive("cons", function [ a; b ] -> Pair(a, b) | _ -> fail "cons takes two")
      "car", Primitive("car", function [ Pair(a, _) ] -> a | args -> fail "car of %s" (show (ofList args)))
      "cdr", Primitive("cdr", function [ Pair(_, b) ] -> b | args -> fail "cdr of %s" (show (ofList args)))
      "null?", Primitive("null?", fun args -> Bool(args = [ Nil ]))
      "equal?", Primitive("equal?", fun args -> Bool(args |> List.pairwise |> List.forall (fun (a, b) -> a = b)))
      "print", Primitive("print", fun args -> args |> List.map show |> String.concat " " |> print; Nil) ]
    |> List.iter scope.Define

    scope
