/**
 * `npm run bench -- --host`, or after a build `node --expose-gc bench/host.mjs [INSTANCES]`: calls between host and guest in each tier, beside quickjs-emscripten and wasmoon on the
 * same calls; what an instance of a loaded module costs, by time and memory, of as many live at once.
 */
import path from "node:path";
import { openCompiler } from "fusabi";
import { Engine } from "fusabi/vm";
import { getQuickJS } from "quickjs-emscripten";
import { LuaFactory } from "wasmoon";
import { benchFolder } from "./prepare.mjs";

const calls = 5_000;
/** Short rounds, so that on a shared machine some are left alone. */
const rounds = 100;

/** Best microseconds of one call. */
const best = (work) => {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work(calls);
    least = Math.min(least, ((performance.now() - start) * 1000) / calls);
  }
  return least;
};

const show = (name, guest, host) => console.log(`| ${name.padEnd(22)} | ${guest.toFixed(3).padStart(16)} | ${host.toFixed(3).padStart(16)} |`);

/** `add` is called by the host, `ticks` calls the host so many times and `same` does the rest of it. */
const measure = (name, { add, ticks, same }) =>
  show(
    name,
    best((count) => {
      for (let i = 0; i < count; i++) add(i, 1);
    }),
    best(ticks) - best(same),
  );

const compiler = openCompiler();
const { artifact } = await compiler.compile({ project: path.join(benchFolder, "programs", "host-calls", "HostCalls.fsproj"), cracker: "static" });
await compiler.close();
const loaded = (jit) => new Engine({ jit }).registerFn("tick", (n) => n + 1).load(artifact.bytes);

console.log(`| best µs of a call      | host calls guest | guest calls host |\n|------------------------|-----------------:|-----------------:|`);
for (const [name, jit] of [
  ["compiled", true],
  ["compiled when hot", "auto"],
  ["interpreted", false],
])
  measure(name, loaded(jit).instantiate().exports);

const quickjs = (await getQuickJS()).newContext();
quickjs.setProp(
  quickjs.global,
  "tick",
  quickjs.newFunction("tick", (n) => quickjs.newNumber(quickjs.getNumber(n) + 1)),
);
const script = (text) => {
  const fn = quickjs.unwrapResult(quickjs.evalCode(text));
  return (...numbers) => {
    const given = numbers.map((number) => quickjs.newNumber(number));
    const result = quickjs.unwrapResult(quickjs.callFunction(fn, quickjs.undefined, ...given));
    const value = quickjs.getNumber(result);
    for (const handle of [result, ...given]) handle.dispose();
    return value;
  };
};
measure("quickjs-emscripten", {
  add: script("((a, b) => (a + b) | 0)"),
  ticks: script("((n) => { let x = 0; for (let i = 0; i < n; i++) x = tick(x); return x; })"),
  same: script("((n) => { let x = 0; for (let i = 0; i < n; i++) x = x + 1; return x; })"),
});

const lua = await new LuaFactory().createEngine();
lua.global.set("tick", (n) => n + 1);
await lua.doString(
  "function add(a, b) return a + b end\nfunction ticks(n) local x = 0 for i = 1, n do x = tick(x) end return x end\nfunction same(n) local x = 0 for i = 1, n do x = x + 1 end return x end",
);
measure("wasmoon", { add: lua.global.get("add"), ticks: lua.global.get("ticks"), same: lua.global.get("same") });
lua.global.close();

const count = Number(process.argv[2] ?? 10_000);
const module = loaded(false);
const engines = best(() => {
  for (let i = 0; i < calls; i++) new Engine({ jit: false }).registerFn("tick", (n) => n + 1);
});
const instances = best((many) => {
  for (let i = 0; i < many; i++) module.instantiate();
});
const heap = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
const before = heap();
const live = Array.from({ length: count }, () => module.instantiate());
const idle = heap();
for (const [index, { exports }] of live.entries()) if (exports.add(index, 1) !== index + 1) throw new Error(`instance ${index} adds wrongly`);
const used = heap();
console.log(`an engine: ${engines.toFixed(2)} µs; an instance of a loaded module: ${instances.toFixed(2)} µs`);
console.log(`${live.length} live instances: ${((idle - before) / count).toFixed(0)} bytes each, ${((used - before) / count).toFixed(0)} when their exports were called`);
if (globalThis.gc === undefined) console.log("(bytes are rough without --expose-gc)");
