/// A pipeline of steps that ends in an exception nobody handles.
module Unhandled

open System
open System.Collections.Generic

exception StepFailed of step: string * reason: exn

type Step =
    { Name: string
      Run: Dictionary<string, int> -> unit }

let step name run = { Name = name; Run = run }

let steps =
    [ step "prepare" (fun state -> state["items"] <- 12)
      step "share" (fun state -> state["share"] <- state["items"] / 5)
      step "spend" (fun state ->
          for key in [ "share"; "items" ] do
              state[key] <- state[key] - 2)
      step "divide" (fun state -> state["rest"] <- state["items"] / state["share"])
      step "report" (fun state -> printfn "the rest is %d" state["rest"]) ]

let runStep state (step: Step) =
    try
        try
            step.Run state
            printfn "%s: done" step.Name
        finally
            printfn "%s: left" step.Name
    with :? DivideByZeroException as e ->
        raise (StepFailed(step.Name, e))

let show (state: Dictionary<string, int>) =
    [ for KeyValue(key, value) in state -> sprintf "%s=%d" key value ]
    |> String.concat ", "

[<EntryPoint>]
let main _ =
    let state = Dictionary<string, int>()

    // The first run is looked after, the second is not.
    try
        steps |> List.iter (runStep state)
    with StepFailed(name, reason) ->
        printfn "%s failed: %s" name reason.Message

    printfn "%s" (show state)
    printfn "once more"
    state.Clear()
    steps |> List.rev |> List.iter (runStep state)
    printfn "never printed"
    0
