namespace System

/// What events tell beside their sender; classes with more to tell inherit it.
[<AllowNullLiteral>]
type EventArgs() =
    static let empty = EventArgs()
    static member Empty = empty

type EventHandler = delegate of sender: obj * e: EventArgs -> unit
