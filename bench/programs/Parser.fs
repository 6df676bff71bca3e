module Bench.Parser

// recursive descent over the text of arithmetic with variables and calls, then evaluation
type Token =
    | Number of int
    | Name of string
    | Symbol of char

type Expr =
    | Literal of int
    | Variable of string
    | Binary of char * Expr * Expr
    | Call of string * Expr list

let tokenize (text: string) =
    let rec scan i acc =
        if i >= text.Length then
            List.rev acc
        else
            let c = text[i]

            if c = ' ' then
                scan (i + 1) acc
            elif System.Char.IsDigit c then
                let mutable j = i
                let mutable value = 0

                while j < text.Length && System.Char.IsDigit text[j] do
                    value <- value * 10 + int text[j] - int '0'
                    j <- j + 1

                scan j (Number value :: acc)
            elif System.Char.IsLetter c then
                let mutable j = i

                while j < text.Length && System.Char.IsLetterOrDigit text[j] do
                    j <- j + 1

                scan j (Name(text.Substring(i, j - i)) :: acc)
            else
                scan (i + 1) (Symbol c :: acc)

    scan 0 []

let rec parseSum tokens =
    let left, rest = parseProduct tokens
    moreSum left rest

and moreSum left tokens =
    match tokens with
    | Symbol('+' | '-' as operator) :: rest ->
        let right, rest = parseProduct rest
        moreSum (Binary(operator, left, right)) rest
    | _ -> left, tokens

and parseProduct tokens =
    let left, rest = parseAtom tokens
    moreProduct left rest

and moreProduct left tokens =
    match tokens with
    | Symbol '*' :: rest ->
        let right, rest = parseAtom rest
        moreProduct (Binary('*', left, right)) rest
    | _ -> left, tokens

and parseAtom tokens =
    match tokens with
    | Number value :: rest -> Literal value, rest
    | Name name :: Symbol '(' :: rest ->
        let args, rest = parseArgs rest []
        Call(name, args), rest
    | Name name :: rest -> Variable name, rest
    | Symbol '(' :: rest ->
        match parseSum rest with
        | inner, Symbol ')' :: rest -> inner, rest
        | _ -> failwith "expected )"
    | _ -> failwith "expected an operand"

and parseArgs tokens acc =
    match parseSum tokens with
    | arg, Symbol ',' :: rest -> parseArgs rest (arg :: acc)
    | arg, Symbol ')' :: rest -> List.rev (arg :: acc), rest
    | _ -> failwith "expected , or )"

let rec evaluate env expr =
    match expr with
    | Literal value -> value
    | Variable name -> Map.find name env
    | Binary('+', a, b) -> (evaluate env a + evaluate env b) % 1000003
    | Binary('-', a, b) -> (evaluate env a - evaluate env b) % 1000003
    | Binary(_, a, b) -> (evaluate env a % 1009) * (evaluate env b % 1009)
    | Call("max", args) -> args |> List.map (evaluate env) |> List.max
    | Call(_, args) -> args |> List.sumBy (evaluate env)

let run (n: int) : int =
    let mutable acc = 0

    for i in 1..n do
        let text = $"max(x, {i}) + 3 * (y - {i % 17}) * sum(x, y, {i} * 2, (x + y) * 5) - max({i}, y)"
        let tree, rest = parseSum (tokenize text)
        let env = Map.ofList [ "x", i % 100; "y", i % 7 ]
        acc <- (acc * 31 + evaluate env tree + List.length rest) % 1000003

    acc
