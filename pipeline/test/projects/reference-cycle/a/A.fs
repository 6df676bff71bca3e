module A

let value = 1
