module UnorderedReadings

open System
open System.Collections.Generic

/// Readings of sensors, of which some are no number: what is equal, what is less, and which keys are the same.
type Reading = { Sensor: string; Value: float }

[<Struct>]
type Point = { mutable X: float; mutable Y: float }

exception Rejected of sensor: string * reason: string

let readings =
    [| { Sensor = "a"; Value = 1.5 }
       { Sensor = "b"; Value = nan }
       { Sensor = "b"; Value = nan }
       { Sensor = "c"; Value = infinity } |]

let relations (x: Reading) (y: Reading) =
    printfn "%b %b %b %b %b %d %b" (x = y) (x < y) (x <= y) (x > y) (x >= y) (sign (compare x y)) (x.Equals y)

let swap (left: byref<'T>) (right: byref<'T>) =
    let kept = left
    left <- right
    right <- kept

let inline scale (value: byref<float>) = value <- value * 2.0

let store (reading: Reading) =
    try
        if Double.IsNaN reading.Value then
            raise (Rejected(reading.Sensor, "no number"))

        reading.Value
    with Rejected(sensor, reason) as cause ->
        raise (InvalidOperationException($"cannot store {sensor}: {reason}", cause))

[<EntryPoint>]
let main _ =
    relations readings.[1] readings.[2]
    relations readings.[0] readings.[1]
    relations readings.[0] readings.[0]
    printfn "%d %d" (HashSet<Reading>(readings)).Count (readings |> Array.distinct |> Array.length)
    let counts = Dictionary<float, int>()

    for { Value = value } in readings do
        counts.[value] <- (match counts.TryGetValue value with
                           | true, count -> count + 1
                           | _ -> 1)

    for pair in counts do
        printfn "%g x%d" pair.Key pair.Value

    printfn "%b %b" (ResizeArray([ nan ]).Contains nan) (List.contains nan [ nan ])
    printfn "%b %b %b" ((1, nan) < (1, 2.0)) ((1, nan) >= (1, 2.0)) ([ nan ] = [ nan ])

    swap &readings.[0] &readings.[3]
    printfn "%s" (readings |> Array.map _.Sensor |> String.concat " ")
    let points = [| { X = 1.0; Y = 2.0 }; { X = 3.0; Y = 4.0 } |]
    let second = &points.[1]
    second.Y <- 9.0
    scale &second.X
    let values = [| 0.5; 1.5 |]
    scale &values.[1]
    printfn "%g %g %A" points.[1].X points.[1].Y values

    for reading in readings do
        try
            printfn "%g" (store reading)
        with
        | :? InvalidOperationException as error ->
            match error.InnerException with
            | Rejected(sensor, _) -> printfn "%s <- %s" error.Message sensor
            | _ -> printfn "unknown cause"

    let work =
        task {
            let! first = task { return readings.[0].Value }
            and! second = task { return readings.[1].Sensor }
            return first, second
        }

    printfn "%A" work.Result
    0
