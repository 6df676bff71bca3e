module Repository.Program

open System
open System.Collections.Generic

type IEntity =
    abstract Id: Guid
    abstract Describe: unit -> string

type IRepository<'T when 'T :> IEntity and 'T: equality> =
    abstract Add: 'T -> Result<unit, string>
    abstract Find: Guid -> 'T option
    abstract Query: ('T -> bool) -> seq<'T>
    abstract Count: int with get
    [<CLIEvent>]
    abstract Changed: IEvent<EventHandler<string>, string>

[<AbstractClass>]
type Person(id: Guid, name: string) =
    member _.Name = name
    abstract Role: string
    default _.Role = "person"
    abstract Pay: decimal
    override this.ToString() = sprintf "%s (%s)" this.Name this.Role
    interface IEntity with
        member _.Id = id
        member this.Describe() = $"{this} earns {this.Pay:N2}"

type Employee(id, name, salary: decimal) =
    inherit Person(id, name)
    member val Salary = salary with get, set
    override _.Role = "employee"
    override this.Pay = this.Salary

type Manager(id, name, salary, reports: Employee list) =
    inherit Employee(id, name, salary)
    override _.Role = sprintf "manager of %d" reports.Length
    override this.Pay = base.Pay + 100m * decimal reports.Length

type MemoryRepository<'T when 'T :> IEntity and 'T: equality>() =
    let items = Dictionary<Guid, 'T>()
    let changed = Event<EventHandler<string>, string>()
    member private this.Raise(text: string) = changed.Trigger(this, text)
    member _.Item with get (id: Guid) = items.[id]
    interface IRepository<'T> with
        member this.Add item =
            if items.TryAdd(item.Id, item) then
                this.Raise("added " + item.Describe())
                Ok()
            else
                Error(sprintf "duplicate id %O" item.Id)
        member _.Find id = match items.TryGetValue id with | true, x -> Some x | _ -> None
        member _.Query f = items.Values |> Seq.filter f
        member _.Count = items.Count
        [<CLIEvent>]
        member _.Changed = changed.Publish
    interface IDisposable with
        member _.Dispose() = printfn "disposed with %d items" items.Count

let guid (n: int) = Guid.Parse(sprintf "00000000-0000-0000-0000-%012d" n)

[<EntryPoint>]
let main _ =
    use store = new MemoryRepository<Person>()
    let repository = store :> IRepository<Person>
    let log = ResizeArray<string>()
    repository.Changed.AddHandler(fun sender text -> log.Add(sprintf "%s: %s" (sender.GetType().Name) text))
    let ann = Employee(guid 1, "Ann", 3000m)
    let bob = Employee(guid 2, "Bob", 2500.5m)
    let people: Person list = [ ann; bob; Manager(guid 3, "Cleo", 5000m, [ ann; bob ]); Employee(guid 1, "Dup", 1m) ]
    for p in people do
        match repository.Add p with
        | Ok() -> printfn "ok %O" p
        | Error e -> printfn "error: %s" e
    ann.Salary <- ann.Salary * 1.1m
    Seq.iter (printfn "log %s") log
    for p in repository.Query(fun p -> p.Pay > 2600m) do printfn "%s" ((p :> IEntity).Describe())
    printfn "%A %d" (repository.Find(guid 2) |> Option.map string) repository.Count
    printfn "%b %b" (repository.Find(guid 9)).IsNone (obj.ReferenceEquals(store.[guid 1], ann))
    (try store.[guid 9] |> ignore with :? KeyNotFoundException as e -> printfn "%s" e.Message)
    for p in people do
        match p with
        | :? Manager as m -> printfn "manager %s %M" m.Name m.Pay
        | :? Employee as e when e.Salary > 2600m -> printfn "rich %s" e.Name
        | other -> printfn "other %s" other.Name
    let anonymous = { new IEntity with
                        member _.Id = Guid.Empty
                        member _.Describe() = "anonymous" }
    printfn "%s %O" (anonymous.Describe()) anonymous.Id
    printfn "%d" (people |> List.distinctBy (fun p -> (p :> IEntity).Id) |> List.length)
    0
