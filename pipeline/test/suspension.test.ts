/** Guest code runs under call instructions only, so a pause is possible anywhere in it: every unit of fuel is one here. */
import { describe, expect, test } from "vitest";
import { type LoadedModule, Machine } from "../../vm/index.ts";
import { guestModule } from "./guest.ts";

type Tier = "interpreter" | "jit";

const run = (loaded: LoadedModule, tier: Tier, slice: number): { text: string; fuel: number; pauses: number } => {
  let text = "";
  const machine = new Machine(loaded, {
    tier,
    imports: {
      "fusabi.write": (part: unknown) => {
        text += String(part);
      },
    },
  });
  machine.start();
  for (let pauses = 0; ; pauses++) {
    const step = machine.step(slice);
    if ("paused" in step && step.paused) {
      expect(step.reason).toBe("fuel");
      continue;
    }
    expect(step).toMatchObject({ done: true });
    return { text, fuel: machine.stats().fuelUsed, pauses };
  }
};

const cases: Readonly<Record<string, { code: string; text: string }>> = {
  "a getter": {
    code: `class Box { v: int32; constructor(v: int32) { this.v = v; } get Twice(): int32 { let n = 0; while (n < 3) { n = (n + 1) | 0; } return (this.v * 2) | 0; } }
      const b: any = new Box(21); write("" + b.Twice);`,
    text: "42",
  },
  "toString in a template": {
    code: `class P { n: int32; constructor(n: int32) { this.n = n; } toString(): string { let s = "<"; for (let i = 0; i < this.n; i++) { s = s + i; } return s + ">"; } }
      const p: any = new P(4); write(\`p = \${p}!\`);`,
    text: "p = <0123>!",
  },
  "for-of over an iterator of the guest": {
    code: `const range: any = { [Symbol.iterator]() { let i = 0; return { next() { i = (i + 1) | 0; return { done: i > 4, value: i }; } }; } };
      let sum = 0; for (const x of range) { sum = (sum + x) | 0; } write("" + sum);`,
    text: "10",
  },
  "a sort callback": {
    code: `const xs: any = [5, 3, 9, 1, 7]; xs.sort((a: any, b: any) => { let d = a - b; return d; }); write(xs.join(","));`,
    text: "1,3,5,7,9",
  },
  "a replace callback": {
    code: `write(("a-b-c" as any).replace("-", (m: any) => { let n = 0; for (let i = 0; i < 5; i++) { n = (n + i) | 0; } return "[" + m + n + "]"; }));`,
    text: "a[-10]b-c",
  },
  "a comparer": {
    code: `import { ofList, toList } from "fable-library/Map.js"; import { ofArray, toArray } from "fable-library/List.js"; import { new_tuple, get_item } from "fusabi:op";
      const m: any = ofList(ofArray([new_tuple("tuple<int32,int32>", 3, 30), new_tuple("tuple<int32,int32>", 1, 10), new_tuple("tuple<int32,int32>", 2, 20)]),
        { Compare: (x: int32, y: int32): int32 => { let n = 0; while (n < 2) { n = (n + 1) | 0; } return x < y ? -1 : x > y ? 1 : 0; } });
      for (const kv of toArray(toList(m))) write("" + get_item("tuple<int32,int32>", 1, kv) + " ");`,
    text: "10 20 30 ",
  },
  "a setter": {
    code: `class Box { v: int32; constructor() { this.v = 0; } get Value(): int32 { return this.v; } set Value(n: int32) { for (let i = 0; i < 4; i++) { this.v = (this.v + n) | 0; } } }
      const b: any = new Box(); b.Value = 5; b.Value = 1; write("" + b.Value);`,
    text: "24",
  },
  "the comparer of a stable sort of a list": {
    code: `import { sortWith, ofArray, toArray } from "fable-library/List.js";
      const by = (x: int32, y: int32): int32 => { let n = 0; while (n < 2) { n = (n + 1) | 0; } return ((x % 3) - (y % 3)) | 0; };
      write(toArray(sortWith(by, ofArray([5, 3, 8, 4, 6, 1]))).join(","));`,
    text: "3,6,4,1,5,8",
  },
  "equality of a type inside containers": {
    code: `import { equals } from "fable-library/Util.js"; import { ofArray } from "fable-library/List.js";
      class Key { n: int32; constructor(n: int32) { this.n = n; } Equals(other: any): boolean { let i = 0; while (i < 3) { i = (i + 1) | 0; } return this.n % 10 === other.n % 10; } GetHashCode(): int32 { return 0; } }
      write("" + equals(ofArray([new Key(1), new Key(12)]), ofArray([new Key(21), new Key(2)])) + equals([new Key(1)], [new Key(2)]));`,
    text: "truefalse",
  },
  "a callback of a regular expression": {
    code: `write(("k1=v22" as any).replace(/[0-9]+/g, (m: any) => { let s = ""; for (let i = 0; i < 3; i++) { s = s + m; } return s; }));`,
    text: "k111=v222222",
  },
  finally: {
    code: `function f(way: int32): string { let i = 0; loop: while (true) { i = (i + 1) | 0; try { if (way === 0) return "returned "; if (way === 1) throw "thrown "; if (way === 2) break loop; if (i < 3) continue loop; return "later "; } finally { write("f" + i + " "); } } return "broken "; }
      for (let way = 0; way < 4; way++) { try { write(f(way)); } catch (e: any) { write("caught " + e); } }`,
    text: "f1 returned f1 caught thrown f1 broken f1 f2 f3 later ",
  },
  "an exception through frames": {
    code: `function deep(n: int32): int32 { if (n === 0) { throw "bottom"; } try { return (deep((n - 1) | 0) + 1) | 0; } finally { write("" + n); } }
      try { deep(5); } catch (e: any) { write(" " + e); }`,
    text: "12345 bottom",
  },
};

const programs = new Map<string, LoadedModule>();

describe.each<Tier>(["interpreter", "jit"])("the %s tier pauses at every unit of fuel in", (tier) => {
  test.each(Object.entries(cases))("%s", (_, { code, text }) => {
    const loaded = programs.get(code) ?? guestModule(code);
    programs.set(code, loaded);
    const whole = run(loaded, tier, 1e9);
    expect(whole.text).toBe(text);
    const sliced = run(loaded, tier, 1);
    expect(sliced.text).toBe(text);
    expect(sliced.fuel).toBe(whole.fuel);
    expect(sliced.pauses).toBeGreaterThan(50);
  });
});
