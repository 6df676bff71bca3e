-- The programs of the folder above in idiomatic Lua: tables for cells, nodes and records. `bench.lua ROUNDS NAME SIZE NAME SIZE ...`; see ../../natives.mjs.
local floor = math.floor
local B = {}

function B.Count(n)
  local acc = 0
  for i = 1, n do acc = i - acc end
  return acc
end

function B.Loop(n)
  local acc = 0
  for i = 1, n do acc = (acc * 31 + i) % 65521 end
  return acc
end

local function fib(n) if n < 2 then return n else return fib(n - 1) + fib(n - 2) end end
B.Fib = fib

local function sumTo(acc, i, n)
  if i > n then return acc else return sumTo((acc + i) % 1000003, i + 1, n) end
end
local isOdd
local function isEven(n) if n == 0 then return true else return isOdd(n - 1) end end
function isOdd(n) if n == 0 then return false else return isEven(n - 1) end end
function B.TailRec(n)
  local evens = 0
  for i = 1, floor(n / 1000) do if isEven(900 + i % 100) then evens = evens + 1 end end
  return (sumTo(0, 1, n) + evens) % 1000003
end

-- immutable lists as cons cells { head, tail }
local function listInit(n, f)
  local first, last
  for i = 0, n - 1 do
    local c = { f(i) }
    if last then last[2] = c else first = c end
    last = c
  end
  return first
end
local function listMap(f, xs)
  local first, last
  while xs do
    local c = { f(xs[1]) }
    if last then last[2] = c else first = c end
    last = c; xs = xs[2]
  end
  return first
end
local function listFilter(f, xs)
  local first, last
  while xs do
    local x = xs[1]
    if f(x) then
      local c = { x }
      if last then last[2] = c else first = c end
      last = c
    end
    xs = xs[2]
  end
  return first
end
local function listFold(f, acc, xs) while xs do acc = f(acc, xs[1]); xs = xs[2] end return acc end
local function listRev(xs) local r; while xs do r = { xs[1], r }; xs = xs[2] end return r end
function B.Lists(n)
  local xs = listInit(n, function(i) return i end)
  local ys = listFilter(function(x) return x % 2 == 0 end, listMap(function(x) return x * 3 % 1009 end, xs))
  local total = listFold(function(a, x) return (a + x) % 1000003 end, 0, ys)
  local len = listFold(function(a) return a + 1 end, 0, listRev(ys))
  return (total * 31 + len) % 1000003
end

local fmod = math.fmod
local function build(depth, seed)
  if depth == 0 then
    local m = seed % 3
    if m == 0 then return { tag = "var", name = "x" }
    elseif m == 1 then return { tag = "var", name = "y" }
    else return { tag = "const", value = seed % 10 } end
  end
  local l = build(depth - 1, (seed * 7 + 3) % 1013)
  local r = build(depth - 1, (seed * 13 + 5) % 1013)
  local m = seed % 5
  if m == 0 then return { tag = "bin", op = "sub", a = l, b = r }
  elseif m == 1 then return { tag = "bin", op = "mul", a = l, b = r }
  elseif m == 2 then return { tag = "neg", a = { tag = "bin", op = "add", a = l, b = r } }
  else return { tag = "bin", op = "add", a = l, b = r } end
end
local function eval(env, e)
  local tag = e.tag
  if tag == "const" then return e.value
  elseif tag == "var" then if e.name == "x" then return env.x else return env.y end
  elseif tag == "neg" then return -eval(env, e.a)
  else
    local op, a, b = e.op, eval(env, e.a), eval(env, e.b)
    if op == "add" then return fmod(a + b, 10007)
    elseif op == "sub" then return fmod(a - b, 10007)
    else return fmod(a * b, 10007) end
  end
end
function B.ExprTree(depth)
  local tree, acc = build(depth, 1), 0
  for i = 1, 4 do acc = fmod(acc * 3 + eval({ x = i, y = i + 7 }, tree), 10007) end
  return acc
end

local function safe(col, dist, qs)
  if not qs then return true end
  local q = qs[1]
  local d = q - col
  if d < 0 then d = -d end
  return q ~= col and d ~= dist and safe(col, dist + 1, qs[2])
end
local function place(n, row, qs)
  if row == n then return 1 end
  local cols = listFilter(function(c) return safe(c, 1, qs) end, listInit(n, function(i) return i end))
  return listFold(function(a, c) return a + place(n, row + 1, { c, qs }) end, 0, cols)
end
function B.Queens(n) return place(n, 0, nil) end

local function escape(cx, cy, maxIter)
  local x, y, i = 0.0, 0.0, 0
  while i < maxIter and x * x + y * y <= 4.0 do
    x, y, i = x * x - y * y + cx, 2.0 * x * y + cy, i + 1
  end
  return i
end
function B.Mandel(size)
  local total = 0
  for py = 0, size - 1 do
    for px = 0, size - 1 do
      total = (total + escape(3.0 * px / size - 2.0, 2.0 * py / size - 1.0, 50)) % 1000003
    end
  end
  return total
end

local SM, DAYS = 39.47841760435743, 365.24
local function body(x, y, z, vx, vy, vz, m)
  return { x = x, y = y, z = z, vx = vx * DAYS, vy = vy * DAYS, vz = vz * DAYS, mass = m * SM }
end
local function system()
  local bs = {
    body(0, 0, 0, 0, 0, 0, 1),
    body(4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609),
    body(8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411143, 0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812),
    body(12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298),
    body(15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451) }
  local px, py, pz = 0, 0, 0
  for _, b in ipairs(bs) do px = px + b.vx * b.mass; py = py + b.vy * b.mass; pz = pz + b.vz * b.mass end
  bs[1].vx, bs[1].vy, bs[1].vz = -px / SM, -py / SM, -pz / SM
  return bs
end
local sqrt = math.sqrt
local function advance(bs, dt)
  local n = #bs
  for i = 1, n do
    local a = bs[i]
    for j = i + 1, n do
      local b = bs[j]
      local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
      local d2 = dx * dx + dy * dy + dz * dz
      local mag = dt / (d2 * sqrt(d2))
      a.vx = a.vx - dx * b.mass * mag; a.vy = a.vy - dy * b.mass * mag; a.vz = a.vz - dz * b.mass * mag
      b.vx = b.vx + dx * a.mass * mag; b.vy = b.vy + dy * a.mass * mag; b.vz = b.vz + dz * a.mass * mag
    end
  end
  for i = 1, n do
    local b = bs[i]
    b.x = b.x + dt * b.vx; b.y = b.y + dt * b.vy; b.z = b.z + dt * b.vz
  end
end
local function energy(bs)
  local e, n = 0, #bs
  for i = 1, n do
    local a = bs[i]
    e = e + 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
    for j = i + 1, n do
      local b = bs[j]
      local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
      e = e - a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
    end
  end
  return e
end
function B.NBody(steps)
  local bs = system()
  for _ = 1, steps do advance(bs, 0.01) end
  return floor(energy(bs) * -1e9)
end

local function make(d) if d == 0 then return false else return { make(d - 1), make(d - 1) } end end
local function check(t) if not t then return 1 else return 1 + check(t[1]) + check(t[2]) end end
function B.BinTrees(maxDepth)
  local long, acc = make(maxDepth), 0
  for depth = 4, maxDepth, 2 do
    for _ = 1, 2 ^ (maxDepth - depth + 4) do acc = (acc + check(make(depth))) % 1000003 end
  end
  return (acc + check(long)) % 1000003
end

local function compose(fs)
  local f = function(x) return x end
  for _, g in ipairs(fs) do local f0 = f; f = function(x) return g(f0(x)) end end
  return f
end
local bxor5
if jit then local b = require("bit").bxor; bxor5 = function(x) return b(x, 5) end
else bxor5 = load("return function(x) return x ~ 5 end")() end
function B.Closures(n)
  local function add(a) return function(b) return a + b end end
  local pipeline = compose({ add(1), function(x) return x * 3 end, function(x) return x % 10007 end, bxor5 })
  local adders = {}
  for k = 0, 7 do adders[k] = function(x) return function(y) return (x + y + k) % 10007 end end end
  local function apply(f, x) return f(x) end
  local acc = 0
  for i = 1, n do acc = pipeline(apply(adders[i % 8](acc), i)) end
  return acc
end

local function qsort(a, lo, hi)
  if lo < hi then
    local pivot, i, j = a[floor((lo + hi) / 2)], lo, hi
    while i <= j do
      while a[i] < pivot do i = i + 1 end
      while a[j] > pivot do j = j - 1 end
      if i <= j then a[i], a[j] = a[j], a[i]; i = i + 1; j = j - 1 end
    end
    qsort(a, lo, j); qsort(a, i, hi)
  end
end
function B.QSort(n)
  local seed, a = 42, {}
  for i = 0, n - 1 do seed = (seed * 1103 + 12345) % 65536; a[i] = seed * 16 + i % 16 end
  qsort(a, 0, n - 1)
  local h = 0
  for i = 0, n - 1 do h = (h * 31 + a[i]) % 65521 end
  return h
end

function B.Sieve(n)
  local composite, count = {}, 0
  for i = 0, n do composite[i] = false end
  for i = 2, n do
    if not composite[i] then
      count = count + 1
      for j = i + i, n, i do composite[j] = true end
    end
  end
  return count
end

local function timed(turns, run, size)
  local begin, result = os.clock(), nil
  for _ = 1, turns do result = run(size) end
  return result, (os.clock() - begin) * 1000 / turns
end

for i = 2, #arg, 2 do
  local name, size, samples, result = arg[i], math.tointeger(arg[i + 1]), {}, nil
  local run = B[name]
  if run then
    local _, first = timed(1, run, size)
    local turns = math.max(1, math.floor(20 / first))
    for round = 1, tonumber(arg[1]) do
      local each
      result, each = timed(turns, run, size)
      samples[round] = string.format("%.6f", each)
    end
    print(name .. " " .. result .. " " .. table.concat(samples, ","))
  end
end
