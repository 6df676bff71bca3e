module Second

let twice x = x * 2
