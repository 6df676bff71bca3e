/// Command-line options, parsed into a record; problems are collected.
module CommandLine.Options

type Level =
    | Low
    | Medium
    | High

type Options =
    { Verbose: bool
      Count: int
      Name: string
      Level: Level
      Files: string list }

    static member Default =
        { Verbose = false
          Count = 1
          Name = "nobody"
          Level = Medium
          Files = [] }

type Problem =
    | UnknownOption of string
    | MissingValue of option: string
    | BadValue of option: string * value: string

/// Splits `--name=value` into two arguments.
let private expand (argument: string) =
    match argument.IndexOf '=' with
    | i when i > 0 && argument.StartsWith "--" -> [ argument[.. i - 1]; argument[i + 1 ..] ]
    | _ -> [ argument ]

let private level =
    function
    | "low" -> Some Low
    | "medium" -> Some Medium
    | "high" -> Some High
    | _ -> None

let private number (text: string) =
    match System.Int32.TryParse text with
    | true, n when n >= 0 -> Some n
    | _ -> None

let parse arguments =
    let rec loop options problems arguments =
        let valueOf name convert update rest =
            match rest with
            | [] -> loop options (MissingValue name :: problems) []
            | value :: rest ->
                match convert value with
                | Some value -> loop (update value) problems rest
                | None -> loop options (BadValue(name, value) :: problems) rest

        match arguments with
        | [] -> { options with Files = List.rev options.Files }, List.rev problems
        | ("--verbose" | "-v") :: rest -> loop { options with Verbose = true } problems rest
        | ("--count" | "-n" as name) :: rest -> valueOf name number (fun n -> { options with Count = n }) rest
        | "--name" :: rest -> valueOf "--name" Some (fun s -> { options with Name = s }) rest
        | "--level" :: rest -> valueOf "--level" level (fun l -> { options with Level = l }) rest
        | other :: rest when other.StartsWith "-" -> loop options (UnknownOption other :: problems) rest
        | file :: rest -> loop { options with Files = file :: options.Files } problems rest

    arguments |> List.collect expand |> loop Options.Default []
