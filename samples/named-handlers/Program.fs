module NamedHandlers

/// A handler that the file names is one object: it can be taken off again.
let changed = Event<int>()
let log = Handler<int>(fun _ value -> printfn "log %d" value)
let audit = Handler<int>(fun _ value -> printfn "audit %d" value)

type Thermometer() =
    let mutable celsius = 0
    let rose = Event<Handler<int>, int>()
    [<CLIEvent>]
    member _.Rose = rose.Publish
    member this.Celsius
        with get () = celsius
        and set value =
            if value > celsius then rose.Trigger(this, value)
            celsius <- value

let alarm = Handler<int>(fun sender value -> printfn "alarm at %d, was %d" value (sender :?> Thermometer).Celsius)

let twice (f: int -> int) = f >> f
let increment x = x + 1
let operations = [ "increment", increment; "twice", twice increment ]

[<EntryPoint>]
let main _ =
    changed.Publish.AddHandler log
    changed.Publish.AddHandler audit
    changed.Trigger 1
    changed.Publish.RemoveHandler log
    changed.Trigger 2
    changed.Publish.RemoveHandler audit
    changed.Trigger 3

    let thermometer = Thermometer()
    thermometer.Rose.AddHandler alarm
    thermometer.Celsius <- 20
    thermometer.Celsius <- 15
    thermometer.Celsius <- 30
    thermometer.Rose.RemoveHandler alarm
    thermometer.Celsius <- 40

    let local = Handler<int>(fun _ value -> printfn "local %d" value)
    changed.Publish.AddHandler local
    changed.Publish.AddHandler local
    changed.Trigger 4
    changed.Publish.RemoveHandler local
    changed.Trigger 5

    for name, f in operations do printfn "%s: %d" name (f 1)
    printfn "%b" (obj.ReferenceEquals(log, log))
    0
