// `node bench/host.mjs`: calls between host and guest, each in the compiled tier and the interpreter, beside quickjs-emscripten; what an instance costs.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { getQuickJS } from "quickjs-emscripten";
import { openCompiler } from "../dist/pipeline/index.js";
import { Engine, Scope } from "../dist/vm/index.js";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const calls = 200_000;
const rounds = 5;

/** Best microseconds of one call. */
function best(work) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work(calls);
    least = Math.min(least, ((performance.now() - start) * 1000) / calls);
  }
  return least;
}

const show = (name, microseconds) => console.log(`${name.padEnd(52)} ${microseconds.toFixed(3)} µs`);

const compiler = openCompiler();
const { artifact } = await compiler.compile({ project: path.join(root, "pipeline", "test", "embedding", "Boundary.fsproj"), cracker: "static" });
await compiler.close();

function engineWith(jit) {
  const engine = new Engine({ jit, onPrint() {} });
  for (const name of ["log", "area", "find", "twice", "maker", "fetch", "later", "laterText", "Vector_x", "Vector_item"]) engine.registerFn(name, () => undefined);
  return engine.registerFn("tick", (n) => n + 1);
}

const options = { scope: new Scope({ lives: 1 }) };
for (const jit of [true, false]) {
  const { exports } = engineWith(jit).load(artifact.bytes).instantiate(options);
  const tier = jit ? "compiled" : "interpreted";
  const there = best((count) => {
    for (let i = 0; i < count; i++) exports.add(i, 1);
  });
  show(`host calls guest, ${tier}`, there);
  const both = best((count) => {
    for (let i = 0; i < count; i++) exports.useTick(i);
  });
  show(`guest calls host inside it, ${tier}`, both - there);
}

const quickjs = (await getQuickJS()).newContext();
const tick = quickjs.newFunction("tick", (n) => quickjs.newNumber(quickjs.getNumber(n) + 1));
quickjs.setProp(quickjs.global, "tick", tick);
const add = quickjs.unwrapResult(quickjs.evalCode("((a, b) => (a + b) | 0)"));
show(
  "host calls guest, quickjs-emscripten",
  best((count) => {
    for (let i = 0; i < count; i++) {
      const a = quickjs.newNumber(i);
      const b = quickjs.newNumber(1);
      const result = quickjs.unwrapResult(quickjs.callFunction(add, quickjs.undefined, a, b));
      quickjs.getNumber(result);
      result.dispose();
      a.dispose();
      b.dispose();
    }
  }),
);
const loop = quickjs.unwrapResult(quickjs.evalCode("((n) => { let x = 0; for (let i = 0; i < n; i++) x = tick(x); return x; })"));
show(
  "guest calls host, quickjs-emscripten",
  best((count) => {
    const n = quickjs.newNumber(count);
    quickjs.unwrapResult(quickjs.callFunction(loop, quickjs.undefined, n)).dispose();
    n.dispose();
  }),
);

const module = engineWith(false).load(artifact.bytes);
const start = performance.now();
const made = 1000;
for (let i = 0; i < made; i++) module.instantiate(options);
show("an engine's instance, with the guest's initialisers", ((performance.now() - start) * 1000) / made);

const live = [];
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
for (let i = 0; i < 2000; i++) live.push(module.instantiate(options));
globalThis.gc?.();
console.log(`${"memory of an instance (run with --expose-gc)".padEnd(52)} ${((process.memoryUsage().heapUsed - before) / live.length / 1024).toFixed(1)} kB`);
