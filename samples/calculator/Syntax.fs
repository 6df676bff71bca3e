/// Tokens and expressions of the calculator's language.
module Calculator.Syntax

type Token =
    | Number of float
    | Name of string
    | Operator of char
    | Open
    | Close
    | Comma

type Expr =
    | Const of float
    | Variable of string
    | Negate of Expr
    | Binary of left: Expr * op: char * right: Expr
    | Call of name: string * args: Expr list
    | Let of name: string * value: Expr

type Failure =
    | UnexpectedCharacter of character: char * position: int
    | UnexpectedToken of Token
    | UnexpectedEnd
    | UnknownName of string
    | WrongArity of name: string * expected: int * actual: int

let describe failure =
    match failure with
    | UnexpectedCharacter(c, at) -> sprintf "unexpected '%c' at column %d" c (at + 1)
    | UnexpectedToken(Number n) -> sprintf "unexpected number %g" n
    | UnexpectedToken(Name n) -> sprintf "unexpected name %s" n
    | UnexpectedToken(Operator o) -> sprintf "unexpected operator %c" o
    | UnexpectedToken Open -> "unexpected ("
    | UnexpectedToken Close -> "unexpected )"
    | UnexpectedToken Comma -> "unexpected ,"
    | UnexpectedEnd -> "unexpected end of input"
    | UnknownName name -> sprintf "%s is not defined" name
    | WrongArity(name, expected, actual) -> sprintf "%s takes %d argument(s), not %d" name expected actual

/// Fully parenthesised, so that precedence is visible.
let rec show expr =
    match expr with
    | Const n -> sprintf "%g" n
    | Variable name -> name
    | Negate(Const n) -> sprintf "-%g" n
    | Negate inner -> sprintf "(-%s)" (show inner)
    | Binary(l, op, r) -> sprintf "(%s %c %s)" (show l) op (show r)
    | Call(name, args) -> sprintf "%s(%s)" name (args |> List.map show |> String.concat ", ")
    | Let(name, value) -> sprintf "%s := %s" name (show value)
