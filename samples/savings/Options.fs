module Savings.Options

open System

type Options =
    { Verbose: bool
      Names: string list
      Level: int }

let none = { Verbose = false; Names = []; Level = 0 }

let rec parse options =
    function
    | [] -> Ok { options with Names = List.rev options.Names }
    | ("-v" | "--verbose") :: rest -> parse { options with Verbose = true } rest
    | "--level" :: (text: string) :: rest ->
        match Int32.TryParse text with
        | true, level -> parse { options with Level = level } rest
        | _ -> Error $"not a level: {text}"
    | flag :: _ when flag.StartsWith '-' -> Error $"unknown: {flag}"
    | name :: rest -> parse { options with Names = name :: options.Names } rest
