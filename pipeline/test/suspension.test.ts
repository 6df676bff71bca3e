/** Guest code runs under call instructions only, so a pause is possible anywhere in it: every unit of fuel is one here. */
import { expect, test } from "vitest";
import { type LoadedModule, Machine } from "../../vm/index.ts";
import { guestModule } from "./guest.ts";

const run = (loaded: LoadedModule, slice: number): { text: string; fuel: number; pauses: number } => {
  let text = "";
  const machine = new Machine(loaded, {
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

for (const [name, { code, text }] of Object.entries(cases)) {
  test(`pauses at every unit of fuel in ${name}`, () => {
    const loaded = guestModule(code);
    const whole = run(loaded, 1e9);
    expect(whole.text).toBe(text);
    const sliced = run(loaded, 1);
    expect(sliced.text).toBe(text);
    expect(sliced.fuel).toBe(whole.fuel);
    expect(sliced.pauses).toBeGreaterThan(50);
  });
}
