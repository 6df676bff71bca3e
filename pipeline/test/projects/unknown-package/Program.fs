module Program

open Npgsql

printfn "never"
