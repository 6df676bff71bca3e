/// A flock. The host calls `start` once and `think` for each frame, and draws what `positions` gives.
module Boids

open Fable.Core

type Bird = { X: float; Y: float; Dx: float; Dy: float }

[<Import("draw", "host")>]
let draw (positions: (float * float)[]) : unit = jsNative

let private size = 100.0
let mutable private flock: Bird[] = [||]

let start (count: int) =
    flock <-
        Array.init count (fun i ->
            let angle = float i * 2.399963
            { X = size / 2.0 + 40.0 * cos angle; Y = size / 2.0 + 40.0 * sin angle; Dx = sin angle; Dy = -(cos angle) })

let private wrapped x = (x % size + size) % size

let private near (bird: Bird) =
    flock |> Array.filter (fun other -> let dx, dy = other.X - bird.X, other.Y - bird.Y in dx * dx + dy * dy < 150.0)

let private turn (bird: Bird) =
    let others = near bird
    let mean pick = Array.averageBy pick others
    let dx = bird.Dx * 0.8 + (mean _.Dx) * 0.15 + (mean _.X - bird.X) * 0.01
    let dy = bird.Dy * 0.8 + (mean _.Dy) * 0.15 + (mean _.Y - bird.Y) * 0.01
    let speed = sqrt (dx * dx + dy * dy) |> max 0.001
    { X = wrapped (bird.X + dx / speed); Y = wrapped (bird.Y + dy / speed); Dx = dx / speed; Dy = dy / speed }

/// The flock's next positions. Work for several frames where it is large: the host gives each frame some of it.
let think () =
    flock <- Array.map turn flock
    draw (flock |> Array.map (fun bird -> bird.X, bird.Y))
