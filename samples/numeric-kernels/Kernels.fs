module Kernels

/// The best value of items that weigh no more than the capacity together.
let knapsack (weights: int[]) (values: int[]) capacity =
    let best = Array.create (capacity + 1) 0
    for i in 0 .. weights.Length - 1 do
        for c in capacity .. -1 .. weights[i] do
            best[c] <- max best[c] (best[c - weights[i]] + values[i])
    best[capacity]

let commonSubsequence (a: string) (b: string) =
    let table = Array.init (a.Length + 1) (fun _ -> Array.zeroCreate<int> (b.Length + 1))
    for i in 1 .. a.Length do
        for j in 1 .. b.Length do
            table[i][j] <-
                if a[i - 1] = b[j - 1] then table[i - 1][j - 1] + 1
                else max (table[i - 1][j]) (table[i][j - 1])
    table[a.Length][b.Length]

/// In place, by halving strides.
let fft (re: float[]) (im: float[]) =
    let n = re.Length
    let mutable j = 0
    for i in 0 .. n - 2 do
        if i < j then
            let r, m = re[i], im[i]
            re[i] <- re[j]
            im[i] <- im[j]
            re[j] <- r
            im[j] <- m
        let mutable bit = n >>> 1
        while bit >= 1 && j &&& bit <> 0 do
            j <- j ^^^ bit
            bit <- bit >>> 1
        j <- j ||| bit
    let mutable length = 2
    while length <= n do
        let angle = -2.0 * System.Math.PI / float length
        let wr, wi = cos angle, sin angle
        let mutable start = 0
        while start < n do
            let mutable cr = 1.0
            let mutable ci = 0.0
            for k in 0 .. length / 2 - 1 do
                let low = start + k
                let high = low + length / 2
                let vr = re[high] * cr - im[high] * ci
                let vi = re[high] * ci + im[high] * cr
                let ur, ui = re[low], im[low]
                re[low] <- ur + vr
                im[low] <- ui + vi
                re[high] <- ur - vr
                im[high] <- ui - vi
                let next = cr * wr - ci * wi
                ci <- cr * wi + ci * wr
                cr <- next
            start <- start + length
        length <- length * 2

let caesar shift (text: string) =
    let letters = text.ToCharArray()
    for i in 0 .. letters.Length - 1 do
        let c = letters[i]
        if c >= 'a' && c <= 'z' then letters[i] <- char ((int c - int 'a' + shift) % 26 + int 'a')
        elif 'A' <= c && 'Z' >= c then letters[i] <- char ((int c - int 'A' + shift) % 26 + int 'A')
    System.String letters

let sieve limit =
    let composite = Array.create (limit + 1) false
    let mutable i = 2
    while i * i <= limit do
        if not composite[i] then
            let mutable multiple = i * i
            while multiple <= limit do
                composite[multiple] <- true
                multiple <- multiple + i
        i <- i + 1
    [| for n in 2 .. limit do if not composite[n] then n |]

let hash32 (bytes: byte[]) =
    let mutable h = 2166136261u
    for b in bytes do
        h <- (h ^^^ uint32 b) * 16777619u
    h

let generator (seed: uint64) =
    let mutable state = seed
    fun () ->
        state <- state * 6364136223846793005UL + 1442695040888963407UL
        int (state >>> 33)

[<Struct>]
type Vector = { X: float; Y: float }

let fall steps =
    let mutable position = { X = 0.0; Y = 10.0 }
    let mutable speed = { X = 1.5; Y = 0.0 }
    let mutable bounces = 0
    for _ in 1 .. steps do
        speed <- { speed with Y = speed.Y - 9.81 * 0.01 }
        position <- { X = position.X + speed.X * 0.01; Y = position.Y + speed.Y * 0.01 }
        if position.Y < 0.0 then
            position <- { position with Y = -position.Y }
            speed <- { speed with Y = -0.8 * speed.Y }
            bounces <- bounces + 1
    bounces, position
