module Bench.Simulation

// customers at a bank: records, a priority queue of events in a list, queues, a random number generator
type Event =
    | Arrival of customer: int
    | Departure of teller: int

type Scheduled = { Time: float; Event: Event }

type State =
    { Clock: float
      Pending: Scheduled list
      Waiting: int list
      Free: Set<int>
      Served: int
      Seed: int }

let next seed = (seed * 1103 + 12345) % 65536

let rec schedule event pending =
    match pending with
    | first :: rest when first.Time <= event.Time -> first :: schedule event rest
    | _ -> event :: pending

let serve state =
    match state.Waiting with
    | _ :: rest when not (Set.isEmpty state.Free) ->
        let teller = Set.minElement state.Free
        let seed = next state.Seed
        let finish = { Time = state.Clock + 1.0 + float (seed % 100) / 25.0; Event = Departure teller }

        { state with
            Waiting = rest
            Free = Set.remove teller state.Free
            Pending = schedule finish state.Pending
            Seed = seed }
    | _ -> state

let advance state =
    match state.Pending with
    | [] -> state
    | { Time = time; Event = event } :: pending ->
        let state = { state with Clock = time; Pending = pending }

        match event with
        | Arrival customer ->
            let seed = next state.Seed
            let following = { Time = time + float (seed % 100) / 60.0; Event = Arrival(customer + 1) }

            serve
                { state with
                    Waiting = state.Waiting @ [ customer ]
                    Pending = schedule following state.Pending
                    Seed = seed }
        | Departure teller ->
            serve
                { state with
                    Free = Set.add teller state.Free
                    Served = state.Served + 1 }

let rec simulate turns state = if turns = 0 then state else simulate (turns - 1) (advance state)

let run (n: int) : int =
    let final =
        simulate
            n
            { Clock = 0.0
              Pending = [ { Time = 0.0; Event = Arrival 1 } ]
              Waiting = []
              Free = Set.ofList [ 1..4 ]
              Served = 0
              Seed = 42 }

    final.Served * 1000 + List.length final.Waiting * 10 + int final.Clock
