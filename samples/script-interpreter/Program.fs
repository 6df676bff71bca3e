module ScriptInterpreter.Program

open ScriptInterpreter.Ast

let prelude =
    """
; the usual ones
(define (map f xs) (if (null? xs) xs (cons (f (car xs)) (map f (cdr xs)))))
(define (filter p xs)
  (cond ((null? xs) xs)
        ((p (car xs)) (cons (car xs) (filter p (cdr xs))))
        (else (filter p (cdr xs)))))
(define (fold f init xs) (if (null? xs) init (fold f (f init (car xs)) (cdr xs))))
(define (range a b) (if (= a b) '() (cons a (range (+ a 1) b))))
(define (compose f g) (lambda (x) (f (g x))))
"""

let programs =
    [ "(+ 1 2 3) (* 2 (- 10 4)) (/ 7 2) (mod -7 3)"
      "(define (fact n) (if (= n 0) 1 (* n (fact (- n 1))))) (fact 20) (fact 21)"
      "(map (lambda (x) (* x x)) (range 0 8))"
      "(filter (lambda (x) (= 0 (mod x 3))) (range 1 20))"
      "(fold + 0 (range 0 101))"
      "((compose car cdr) '(a b c))"
      "(define counter (let ((n 0)) (lambda () (set! n (+ n 1)))))
       (counter) (counter) (print \"counted\" (counter))"
      "(cons 1 2) (cons 1 '(2 \"three\" #t)) 'symbol '()"
      "(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 1000 0)"
      "(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (fib 12)"
      "(equal? '(1 (2 3)) (list 1 (list 2 3))) (< 1 2 3) (< 1 3 2)"
      "car fact (lambda (a b) a)"
      "(car '())"
      "(undefined-thing 1)"
      "(fact)"
      "(/ 1 0)"
      "(1 2)"
      "(print 1"
      "(let ((x)) x)" ]

[<EntryPoint>]
let main _ =
    let mutable printed = 0

    let globals =
        Machine.globals (fun text ->
            printed <- printed + 1
            printfn "  [%d] %s" printed text)

    Reader.read prelude |> List.map (Machine.eval globals) |> ofList |> show |> printfn "%s"

    for source in programs do
        try
            for form in Reader.read source do
                printfn "%s => %s" (show form) (show (Machine.eval globals form))
        with ScriptError message ->
            printfn "%s failed: %s" source message

    0
