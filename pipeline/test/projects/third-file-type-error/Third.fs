module Third

let total = Second.twice First.one + "three"

let unknown = First.two

printfn "%d" total
