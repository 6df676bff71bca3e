/// Customers arrive at random, wait in one queue, and are served at several desks.
module BankQueue.Simulation

open System.Collections.Generic

[<Measure>]
type minute

type Errand =
    | Deposit of amount: int
    | Withdrawal of amount: int
    | Advice

type Customer =
    { Id: int
      Arrived: int<minute>
      Errand: Errand }

type Desk =
    | Free
    | Serving of Customer * until: int<minute>

type Event =
    | Arrival of Customer
    | Served of desk: int * Customer * waited: int<minute>
    | Left of Customer
    | Done of desk: int * Customer

type Settings =
    { Desks: int
      Closing: int<minute>
      ArrivalChance: float
      Patience: int }

type Report =
    { Served: int
      Lost: int
      Balance: int
      TotalWait: int<minute>
      LongestQueue: int
      BusyMinutes: int<minute>[] }

let private duration errand =
    match errand with
    | Deposit amount when amount > 500 -> 4<minute>
    | Deposit _ -> 2<minute>
    | Withdrawal _ -> 3<minute>
    | Advice -> 9<minute>

let private errand (random: Random) =
    match random.Next 10 with
    | 0
    | 1 -> Advice
    | n when n < 6 -> Deposit(10 * random.Between 1 100)
    | _ -> Withdrawal(10 * random.Between 1 50)

let run (random: Random) (log: int<minute> -> Event -> unit) settings =
    let queue = Queue<Customer>()
    let desks = Array.create settings.Desks Free
    let busy = Array.zeroCreate<int<minute>> settings.Desks
    let mutable report =
        { Served = 0; Lost = 0; Balance = 0; TotalWait = 0<minute>; LongestQueue = 0; BusyMinutes = busy }

    let finish now i =
        match desks[i] with
        | Serving(customer, until) when until <= now ->
            desks[i] <- Free
            log now (Done(i, customer))

            let change =
                match customer.Errand with
                | Deposit amount -> amount
                | Withdrawal amount -> -amount
                | Advice -> 0

            report <- { report with Served = report.Served + 1; Balance = report.Balance + change }
        | _ -> ()

    let serve now i =
        match desks[i] with
        | Free when queue.Count > 0 ->
            let customer = queue.Dequeue()
            let waited = now - customer.Arrived
            desks[i] <- Serving(customer, now + duration customer.Errand)
            report <- { report with TotalWait = report.TotalWait + waited }
            log now (Served(i, customer, waited))
        | _ -> ()

    let rec minute now nextId =
        let open' = now < settings.Closing
        let someoneServed = desks |> Array.exists (fun desk -> desk <> Free)

        if open' || queue.Count > 0 || someoneServed then
            for i in 0 .. desks.Length - 1 do
                finish now i

            let arrived = open' && random.NextFloat() < settings.ArrivalChance

            if arrived then
                let customer = { Id = nextId; Arrived = now; Errand = errand random }

                if queue.Count >= settings.Patience then
                    report <- { report with Lost = report.Lost + 1 }
                    log now (Left customer)
                else
                    queue.Enqueue customer
                    log now (Arrival customer)

            for i in 0 .. desks.Length - 1 do
                serve now i

                if desks[i] <> Free then
                    busy[i] <- busy[i] + 1<minute>

            report <- { report with LongestQueue = max report.LongestQueue queue.Count }
            minute (now + 1<minute>) (if arrived then nextId + 1 else nextId)
        else
            now

    let closed = minute 0<minute> 1
    closed, report
