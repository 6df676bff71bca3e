module Calculator.Lexer

open System
open Calculator.Syntax

let private isNameStart c = Char.IsLetter c || c = '_'
let private isNamePart c = isNameStart c || Char.IsDigit c

/// The end of the run of characters from `start` that satisfy `test`.
let rec private spanEnd test (text: string) start =
    if start < text.Length && test text[start] then
        spanEnd test text (start + 1)
    else
        start

let tokenize (text: string) : Result<Token list, Failure> =
    let rec loop position tokens =
        if position >= text.Length then
            Ok(List.rev tokens)
        else
            match text[position] with
            | ' '
            | '\t' -> loop (position + 1) tokens
            | '(' -> loop (position + 1) (Open :: tokens)
            | ')' -> loop (position + 1) (Close :: tokens)
            | ',' -> loop (position + 1) (Comma :: tokens)
            | '+'
            | '-'
            | '*'
            | '/'
            | '%'
            | '^'
            | '=' as op -> loop (position + 1) (Operator op :: tokens)
            | c when Char.IsDigit c ->
                let stop = spanEnd (fun c -> Char.IsDigit c || c = '.') text position
                loop stop (Number(Double.Parse(text.Substring(position, stop - position))) :: tokens)
            | c when isNameStart c ->
                let stop = spanEnd isNamePart text position
                loop stop (Name text[position .. stop - 1] :: tokens)
            | c -> Error(UnexpectedCharacter(c, position))

    loop 0 []
