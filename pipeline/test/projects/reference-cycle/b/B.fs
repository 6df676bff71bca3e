module B

let value = 1
