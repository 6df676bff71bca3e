/** What each pass of the optimiser does to the IR, and that none of them changes what a program does. */
import { expect, test } from "vitest";
import { lower } from "../../lowering/index.ts";
import { printFunction } from "../../lowering/ir/print.ts";
import { verifyFunction } from "../../lowering/ir/verify.ts";
import { type PassName, passNames } from "../../lowering/optimise/passes.ts";
import { readFormat } from "../../lowering/visit/formats.ts";
import { validate } from "../../schemas/fzb/validate.ts";
import { load, Machine } from "../../vm/index.ts";
import { openLibrarySource } from "../library-source.ts";

const lowered = (code: string, without: readonly PassName[] = []) => {
  const texts = new Map<string, string>();
  const wrong: string[] = [];
  const { module, diagnostics } = lower(
    { modules: [{ path: "App.fs", code, source: "", mappings: [], own: true, members: [], imports: [] }], entities: [], outputKind: "exe", name: "App" },
    openLibrarySource(),
    {
      without,
      inspect: (fn) => {
        texts.set(fn.name, printFunction(fn));
        wrong.push(...verifyFunction(fn));
      },
    },
  );
  expect(diagnostics).toEqual([]);
  expect(wrong).toEqual([]);
  return { module: module!, run: texts.get("App.run") ?? texts.get("<start of App.fs>") ?? "" };
};

const program = (body: string): string => `import { add_int32, mul_int32, rem_int32, eq_int32, get_element, set_element } from "fusabi:op";
  import { fold, initialize, map, ofArray, FSharpList } from "fable-library/List.js";
  import { collect, delay, empty, filter, fold as foldSeq, map as mapSeq, singleton, truncate } from "fable-library/Seq.js";
  import { rangeDouble } from "fable-library/Range.js";
  import { write } from "fusabi:host";
  ${body}
  write("" + run(5));`;

const calls = program(`function twice(x: int32): int32 { return mul_int32(x, 2); }
  export function run(n: int32): int32 { return add_int32(twice(n), twice(3)); }`);
const closures = program(
  `export function run(n: int32): int32 { return fold((acc: int32, x: int32): int32 => add_int32(mul_int32(acc, n), x), 0, initialize(n, (x: int32): int32 => x)); }`,
);
const chain = program(`export function run(n: int32): int32 {
    const all = fold((f: (x: int32) => int32, g: (x: int32) => int32) => (x: int32): int32 => g(f(x)), (x: int32): int32 => x, ofArray([(x: int32): int32 => add_int32(x, n), (x: int32): int32 => mul_int32(x, x)]));
    let sum = 0;
    for (let i = 0; i <= 3; i++) { if (eq_int32(rem_int32(all(i), 3), 0)) continue; sum = add_int32(sum, fold((acc: int32, x: int32): int32 => add_int32(acc, x), i, ofArray([n, 1]))); }
    return sum;
  }`);
const cells = program(
  `export function run(n: int32): int32 { let total = 0; map((x: int32): int32 => { total = add_int32(total, x); return total; }, ofArray([n, 2])); return total; }`,
);
const loops = program(
  `export function run(n_mut: int32): int32 { let i = 0; run: while (true) { const n = n_mut; if (eq_int32(i, 10)) { return n; } i = add_int32(i, 1); n_mut = n; continue run; } }`,
);

const elements = program(`export function run(n: int32): int32 {
    const xs: any = [n, 2, 3];
    const first = add_int32(get_element("array<int32>", xs, 1), mul_int32(n, n));
    const second = add_int32(get_element("array<int32>", xs, 1), mul_int32(n, n));
    set_element("array<int32>", xs, 1, first);
    return add_int32(second, add_int32(get_element("array<int32>", xs, 1), get_element("array<int32>", xs, n % 2)));
  }`);

const pipelines = program(`export function run(n: int32): int32 {
    const xs = ofArray([n, 2, 3]);
    return fold((acc: int32, x: int32): int32 => add_int32(acc, x), 0, map((x: int32): int32 => mul_int32(x, 2), map((x: int32): int32 => rem_int32(x, 7), xs)));
  }
  export function noisy(n: int32): FSharpList<int32> { return map((x: int32): int32 => { write("b"); return x; }, map((x: int32): int32 => { write("a"); return x; }, ofArray([n, n]))); }
  noisy(3);`);
const stages = program(`export function run(n: int32): int32 {
    return foldSeq((acc: int32, x: int32): int32 => add_int32(mul_int32(acc, 3), x), 0, truncate(n, filter((x: int32): boolean => eq_int32(rem_int32(x, 2), 0),
      mapSeq((x: int32): int32 => add_int32(x, 7), delay(() => collect((i: int32) => (eq_int32(rem_int32(i, 3), 0) ? singleton(mul_int32(i, 2)) : empty()), rangeDouble(1, 1, 20)))))));
  }`);
const sources =
  program(`function total(xs: FSharpList<int32>): int32 { return foldSeq((acc: int32, x: int32): int32 => add_int32(acc, x), 0, mapSeq((x: int32): int32 => mul_int32(x, x), xs)); }
  export function run(n: int32): int32 { return add_int32(total(ofArray([n, 2])), foldSeq((acc: int32, x: int32): int32 => add_int32(acc, x), 0, [4, n])); }`);

test("a small function stands in its callers, folded", () => {
  expect(lowered(calls).run).not.toMatch(/mul_i32|call App/);
  expect(lowered(calls, ["inline"]).run).toContain("call App.twice");
});

test("a closure given to a library's function is part of its loop, in the kinds of its annotations", () => {
  const { run } = lowered(closures);
  expect(run).not.toContain("closure");
  expect(run).toContain("acc: i32");
  expect(lowered(closures, ["retype"]).run).toContain("acc: any");
});

test("the turns over a list that is written out are written out, with what is known of its items", () => {
  const { run } = lowered(chain);
  expect(run).not.toMatch(/closure|call|FSharpList/);
  expect(run.match(/loop loop/g)).toHaveLength(1);
  expect(lowered(chain, ["unroll"]).run.match(/loop loop/g)).toHaveLength(3);
});

test("a cell that no closure shares any more is a plain variable", () => {
  expect(lowered(cells).run).not.toContain("cell i32");
  expect(lowered(cells, ["retype"]).run).toContain("cell i32");
});

test("a parameter that a loop hands on unchanged is not copied", () => {
  expect(lowered(loops).run).not.toContain("n_mut = n");
  expect(lowered(loops, ["invariant"]).run).toContain("n_mut = ");
});

test("the stages of a sequence that is consumed at once are one loop, and a generator's conditional is one of its own", () => {
  const { run } = lowered(stages);
  expect(run).not.toMatch(/closure|Sequence|call/);
  expect(run.match(/loop loop/g)).toHaveLength(1);
  expect(lowered(stages, ["inline"]).run).toContain("closure");
});

test("stages over a list are one loop where their order cannot be seen", () => {
  const { run } = lowered(pipelines);
  expect(run).not.toMatch(/closure|Sequence|call/);
  expect(run.match(/new Microsoft.FSharp.Collections.FSharpList/g)).toBeNull();
  expect(output(pipelines, [])).toMatch(/^aabb/);
});

test("what was read is read again only where it may have been written", () => {
  const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
  const { run } = lowered(elements);
  expect(count(run, /mul_i32/g)).toBe(1);
  expect(count(run, /get_element/g)).toBe(3);
  expect(count(lowered(elements, ["share"]).run, /get_element/g)).toBe(4);
});

test("a sequence of known type is walked as what it is", () => {
  const { run } = lowered(sources);
  expect(run).not.toMatch(/closure|is_type|array_is|getEnumerator/);
});

const output = (code: string, without: readonly PassName[]): string => {
  let text = "";
  const machine = new Machine(load(validate(lowered(code, without).module)), {
    imports: {
      "fusabi.write": (each: unknown) => {
        text += String(each);
      },
    },
    limits: {},
  });
  machine.start();
  let state = machine.step(1_000_000);
  while ("paused" in state) state = machine.step(1_000_000);
  return text;
};

test.each(passNames)("without %s programs do the same", (pass) => {
  for (const code of [calls, closures, chain, cells, loops, elements, pipelines, stages, sources]) expect(output(code, [pass])).toBe(output(code, []));
});

test("formats are read into texts and specifiers", () => {
  expect(readFormat("%s: %5.2f%%")).toEqual([{ specifier: "%s", letter: "s", plain: true }, ": ", { specifier: "%5.2f", letter: "f", plain: false }, "%"]);
  for (const text of ["%a", "%t", "%*d", "%", "%y"]) expect(readFormat(text)).toBeUndefined();
});

test("what a file's variables hold from its start is known to all, if nothing else gives them a value", () => {
  const settled = program(`import { createAtom } from "fable-library/Util.js";
  export const limit = 3;
  export const half: int32 = mul_int32(limit, 4);
  export const late: int32 = rem_int32(half, mul_int32(0, limit));
  export const changing = createAtom<int32>(7);
  export function run(n: int32): int32 { if (eq_int32(n, 0)) { changing(8); return late; } return add_int32(add_int32(half, changing()), n); }`);
  const { run } = lowered(settled);
  expect(run).toContain("@App.late = rem_i32(12:i32, 0:i32)");
  expect(run).toContain("add_i32(12:i32, @App.changing)");
  expect(lowered(settled, ["globals"]).run).toContain("add_i32(@App.half, @App.changing)");
});

test("a call that comes to a constant is none at run time, unless it raises, has effects or takes long", () => {
  const starting = program(`import { createAtom } from "fable-library/Util.js";
  import { div_int32, new_tuple, get_item } from "fusabi:op";
  function power(n: int32): int32 { let made = 1; for (let i = 0; i < n; i++) made = mul_int32(made, 2); return made; }
  function depth(n: int32): int32 { return eq_int32(n, 0) ? 0 : add_int32(depth(add_int32(n, -1)), 1); }
  function share(n: int32): int32 { return div_int32(100, n); }
  function swap(a: int32, b: int32): [int32, int32] { return new_tuple("tuple<int32,int32>", b, a); }
  const counter = createAtom<int32>(0);
  function count(n: int32): int32 { counter(n); return n; }
  export const large: int32 = power(10);
  export const deep: int32 = depth(30);
  export const pair: [int32, int32] = swap(large, deep);
  export const first: int32 = get_item("tuple<int32,int32>", 0, pair);
  export const part: int32 = share(deep);
  export const counted: int32 = count(large);
  export const long: int32 = power(2000000);
  export function run(n: int32): int32 { return add_int32(add_int32(large, add_int32(first, part)), add_int32(add_int32(counted, counter()), long)); }
  export const faulty: int32 = share(add_int32(large, -1024));`);
  const { run, module } = lowered(starting);
  expect(run).toContain("add_i32(1057:i32, add_i32(add_i32(@App.counted, @App.counter), @App.long))");
  for (const waiting of ["long = call App.power(2000000:i32)", "faulty = div_i32(100:i32, 0:i32)", "counter = 1024:i32"]) expect(run).toContain(`@App.${waiting}`);
  expect(module.functions.map(({ name }) => name)).not.toContain("App.depth");
});
