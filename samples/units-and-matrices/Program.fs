module UnitsAndMatrices.Program

[<Measure>] type m
[<Measure>] type s
[<Measure>] type kg
[<Measure>] type km
[<Measure>] type h
[<Measure>] type N = kg m / s^2
[<Measure>] type J = N m
[<Measure>] type celsius
[<Measure>] type fahrenheit

let metresPerKm = 1000.0<m/km>
let secondsPerHour = 3600.0<s/h>
let toSpeed (v: float<km/h>) : float<m/s> = v * metresPerKm / secondsPerHour
let gravity = 9.81<m/s^2>
let weight (mass: float<kg>) : float<N> = mass * gravity
let kinetic (mass: float<kg>) (v: float<m/s>) : float<J> = 0.5 * mass * v * v
let toFahrenheit (t: float<celsius>) = t * 9.0<fahrenheit> / 5.0<celsius> + 32.0<fahrenheit>

let average (values: float<'u> list) = List.sum values / float values.Length
let hypotenuse (a: float<'u>) (b: float<'u>) = sqrt (a * a + b * b)

[<Struct>]
type Body = { Position: float<m>; Velocity: float<m/s> }

/// Falls in steps of `dt` until it touches the ground.
let fall (dt: float<s>) start =
    start
    |> Seq.unfold (fun body ->
        if body.Position < 0.0<m> then
            None
        else
            let velocity = body.Velocity - gravity * dt
            Some(body, { Position = body.Position + velocity * dt; Velocity = velocity }))

printfn "%.3f m/s" (toSpeed 100.0<km/h>)
printfn "%.2f N, %.1f J" (weight 70.0<kg>) (kinetic 1200.0<kg> (toSpeed 50.0<km/h>))
printfn "%A %A" (toFahrenheit 100.0<celsius>) (toFahrenheit -40.0<celsius>)
printfn "%.2f %.2f" (average [ 1.0<km>; 2.0<km>; 4.5<km> ]) (hypotenuse 3.0<m> 4.0<m>)
printfn "%d %d" (12<kg> / 5<kg>) (int 7<s> * 2)
printfn "%b" (LanguagePrimitives.FloatWithMeasure<m> 2.0 = 2.0<m>)

let flight = fall 0.05<s> { Position = 10.0<m>; Velocity = 3.0<m/s> } |> Array.ofSeq
let highest = flight |> Array.maxBy (fun body -> body.Position)
printfn "%d steps, highest %.3f m, last %.3f m at %.2f m/s" flight.Length highest.Position (Array.last flight).Position (Array.last flight).Velocity

let a = Matrix [| [| 2.0; 1.0; -1.0 |]; [| -3.0; -1.0; 2.0 |]; [| -2.0; 1.0; 2.0 |] |]
let b = Matrix [| [| 8.0 |]; [| -11.0 |]; [| -3.0 |] |]
printfn "%O" (a * b)
printfn "%O" (2.0 * a - a.Transpose + -(Matrix.Identity 3))

match a.Invert() with
| determinant, Some inverse ->
    printfn "determinant %.3f" determinant
    printfn "%O" inverse
    printfn "%O" (inverse * b)
| determinant, None -> printfn "singular (%g)" determinant

let singular = Matrix [| [| 1.0; 2.0 |]; [| 2.0; 4.0 |] |]
printfn "%A" (singular.Invert() |> fun (d, inverse) -> d, inverse.IsNone)

let refused f =
    try
        f () |> ignore
        "accepted"
    with
    | :? System.InvalidOperationException as e -> e.Message
    | :? System.ArgumentException as e -> e.Message

printfn "%s" (refused (fun () -> a + b))
printfn "%s" (refused (fun () -> b * a))
printfn "%s" (refused (fun () -> Matrix [| [| 1.0 |]; [||] |]))

/// Pascal's triangle and a spiral, in place.
let pascal n =
    let rows = Array.init n (fun i -> Array.create (i + 1) 1)
    for i in 2 .. n - 1 do
        for j in 1 .. i - 1 do
            rows[i][j] <- rows[i - 1][j - 1] + rows[i - 1][j]
    rows

let spiral size =
    let cells = Array.init size (fun _ -> Array.zeroCreate size)
    let mutable x, y, dx, dy = 0, 0, 1, 0

    for n in 1 .. size * size do
        cells[y][x] <- n
        let x', y' = x + dx, y + dy
        if x' < 0 || y' < 0 || x' >= size || y' >= size || cells[y'][x'] <> 0 then
            let turned = -dy
            dy <- dx
            dx <- turned
        x <- x + dx
        y <- y + dy
    cells

for row in pascal 7 do
    printfn "%s" (row |> Array.map string |> String.concat " ")

for row in spiral 4 do
    printfn "%s" (row |> Array.map (sprintf "%3d") |> String.concat "")
