/// Precedence climbing: ^ binds tighter than unary minus, which binds tighter than * / %.
module Calculator.Parser

open Calculator.Syntax

let private (>>=) result next = Result.bind next result

type private Associativity =
    | Left
    | Right

let private binaryOperator =
    function
    | '+'
    | '-' -> Some(10, Left)
    | '*'
    | '/'
    | '%' -> Some(20, Left)
    | '^' -> Some(40, Right)
    | _ -> None

let private unaryPrecedence = 30

let rec private primary tokens =
    match tokens with
    | Number n :: rest -> Ok(Const n, rest)
    | Name name :: Open :: Close :: rest -> Ok(Call(name, []), rest)
    | Name name :: Open :: rest -> arguments [] rest >>= fun (args, rest) -> Ok(Call(name, args), rest)
    | Name name :: rest -> Ok(Variable name, rest)
    | Operator '-' :: rest ->
        expression unaryPrecedence rest
        >>= fun (operand, rest) -> Ok(Negate operand, rest)
    | Open :: rest ->
        expression 0 rest
        >>= function
            | inner, Close :: rest -> Ok(inner, rest)
            | _, token :: _ -> Error(UnexpectedToken token)
            | _, [] -> Error UnexpectedEnd
    | token :: _ -> Error(UnexpectedToken token)
    | [] -> Error UnexpectedEnd

and private arguments parsed tokens =
    expression 0 tokens
    >>= fun (arg, rest) ->
        match rest with
        | Comma :: rest -> arguments (arg :: parsed) rest
        | Close :: rest -> Ok(List.rev (arg :: parsed), rest)
        | token :: _ -> Error(UnexpectedToken token)
        | [] -> Error UnexpectedEnd

and private expression minimum tokens =
    primary tokens >>= fun (left, rest) -> climb minimum left rest

and private climb minimum left tokens =
    match tokens with
    | Operator op :: rest ->
        match binaryOperator op with
        | Some(precedence, side) when precedence >= minimum ->
            let next = if side = Left then precedence + 1 else precedence

            expression next rest
            >>= fun (right, rest) -> climb minimum (Binary(left, op, right)) rest
        | _ -> Ok(left, tokens)
    | _ -> Ok(left, tokens)

let parse tokens =
    let parsed =
        match tokens with
        | Name name :: Operator '=' :: rest ->
            expression 0 rest >>= fun (value, rest) -> Ok(Let(name, value), rest)
        | _ -> expression 0 tokens

    match parsed with
    | Ok(expr, []) -> Ok expr
    | Ok(_, token :: _) -> Error(UnexpectedToken token)
    | Error failure -> Error failure
