/** Guests that ask for too much: they end in a pause with a reason, in time by the fuel they used, and without an error of the host's. */
import { expect, test } from "vitest";
import { Machine } from "../../vm/index.ts";
import { guestModule } from "./guest.ts";

const cases: readonly (readonly [does: string, reason: string, code: string])[] = [
  ["doubles a string", "string", `let s = "abcdefgh"; while (true) { s = s + s; }`],
  [
    "makes a long string flat again and again",
    "fuel",
    `let s = "abcdefgh"; for (let i = 0; i < 18; i++) { s = s + s; } let n = 0; while (true) { const t: any = s + "x"; n = n + t.charCodeAt(n % 100); }`,
  ],
  ["repeats a string a billion times", "string", `write(("a" as any).repeat(1000000000));`],
  ["asks for 2^30 elements", "array", `import { array_new } from "fusabi:builtin"; const a: any = array_new("Array", 1073741824);`],
  ["keeps arrays", "memory", `import { array_new } from "fusabi:builtin"; const all: any = []; while (true) { all.push(array_new("Float64Array", 1000000)); }`],
  [
    "joins long strings",
    "fuel",
    `import { str_join } from "fusabi:builtin"; let s = "abcdefgh"; for (let i = 0; i < 14; i++) { s = s + s; } const all: any = []; for (let i = 0; i < 120; i++) all.push(s); let n = 0; while (true) { n = n + str_join(all, ",").length; }`,
  ],
  ["squares an integer", "bigint", `let n: any = box3(); function box3(): any { return BigInt("3"); } while (true) { n = n * n; }`],
  [
    "multiplies long integers",
    "fuel",
    `import { bigint_of } from "fusabi:builtin"; let n: any = bigint_of("3"); for (let i = 0; i < 18; i++) { n = n * n; } let k = 0; while (true) { const m: any = n * n; k = k + 1; }`,
  ],
  [
    "prints a long integer",
    "fuel",
    `import { bigint_of, bigint_to_string } from "fusabi:builtin"; let n: any = bigint_of("3"); for (let i = 0; i < 18; i++) { n = n * n; } while (true) { const m: any = bigint_to_string(n, 10); }`,
  ],
  [
    "compares long strings",
    "fuel",
    `let s = "abcdefgh"; for (let i = 0; i < 20; i++) { s = s + s; } const a = s + "x", b = s + "y"; let n = 0; while (true) { if (a === b) n = n + 1; }`,
  ],
  [
    "looks for the one entry of an emptied map",
    "fuel",
    `import { map_new, map_set, map_delete, map_next } from "fusabi:builtin"; const m: any = map_new(); for (let i = 0; i < 50000; i++) map_set(m, i, i); for (let i = 0; i < 49999; i++) map_delete(m, i); while (true) { map_next(m, 0); }`,
  ],
  [
    "searches where the host would take the product of lengths",
    "fuel",
    `import { str_repeat, str_index_of } from "fusabi:builtin"; const s = str_repeat("a", 50000); const w = "b" + str_repeat("a", 25000); while (true) { str_index_of(s, w); }`,
  ],
  [
    "sorts a long array",
    "fuel",
    `import { array_new, array_sort_numbers } from "fusabi:builtin"; const a: any = array_new("Float64Array", 300000); let x = 1; for (let i = 0; i < 300000; i++) { x = (x * 16807) % 2147483647; a[i] = x; } while (true) { array_sort_numbers(a); x = a[0]; a[0] = a[7]; a[7] = x; }`,
  ],
  ["asks for ever other names", "fuel", `const o: any = { a: 1 }; let i = 0; while (true) { i = i + 1; const v: any = o["k" + i]; }`],
];

/** Some microseconds on a busy machine, where a unit is some nanoseconds of ordinary work. */
const mostNanosecondsPerUnit = 3000;
const startNanoseconds = 300e6;
const slice = 100_000;
const steps = 20;

test.each(cases)("a guest that %s pauses for %s", (_, reason, code) => {
  const machine = new Machine(guestModule(code), { imports: { "fusabi.write": () => undefined }, limits: { memory: 1 << 27 } });
  machine.start();
  const start = process.cpuUsage().user;
  let outcome = machine.step(slice);
  for (let left = steps; left > 0 && "paused" in outcome && outcome.reason === "fuel"; left--) outcome = machine.step(reason === "fuel" ? slice : 1e9);
  const nanoseconds = (process.cpuUsage().user - start) * 1000;
  expect(outcome).toEqual({ paused: true, reason });
  expect(nanoseconds).toBeLessThan(startNanoseconds + mostNanosecondsPerUnit * machine.stats().fuelUsed);
});
