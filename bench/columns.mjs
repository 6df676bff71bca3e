/**
 * What is compared: one row per way to run a program. `open` gives a function that runs it once and returns its checksum, or undefined where the engine is not
 * installed; loading is over when it returns. A new column is a new row.
 */
import { readFileSync } from "node:fs";

/** What Fable's JavaScript of a whole program expects around it. */
const surroundings = "var __output = []; var console = { log: (...all) => void __output.push(all.join(' ')), error: () => {} };";

const openFusabi =
  (options, slice = 2_000_000) =>
  async ({ artifact, n }) => {
    const { load, Machine, readModule, validate } = await import("fusabi/vm");
    const loaded = load(validate(readModule(readFileSync(artifact))));
    const written = [];
    const args = n === undefined ? [] : [String(n)];
    const machine = new Machine(loaded, {
      imports: {
        "fusabi.write": (text) => void written.push(text),
        "fusabi.write_error": () => {},
        "fusabi.arg_count": () => args.length,
        "fusabi.arg": (index) => args[index] ?? "",
        "fusabi.now": () => Date.now(),
        "fusabi.random": () => Math.random(),
      },
      limits: { memory: 1 << 30, depth: 1_000_000 },
      ...options,
    });
    return () => {
      written.length = 0;
      machine.start();
      for (;;) {
        const outcome = machine.step(slice);
        if (outcome.done) return n === undefined ? written.join("").trimEnd() : outcome.value;
        if (outcome.trapped) throw new Error(outcome.trap.message);
        if (outcome.reason !== "fuel") throw new Error(`stopped: ${outcome.reason ?? "waiting"}`);
      }
    };
  };

/** In this realm: the globals of a context of `node:vm` are behind interceptors, which make `BigInt.asIntN` ten times slower. */
const openV8 = async ({ bundle, n }) => {
  const surrounded = new Function("globalThis", "process", `${surroundings}\n${readFileSync(bundle, "utf8")}\nreturn globalThis.__bench;`);
  const bench = surrounded({}, undefined);
  return () => bench(n);
};

const openQuickjs = async ({ bundle, n }) => {
  const { getQuickJS } = await import("quickjs-emscripten");
  const runtime = (await getQuickJS()).newRuntime();
  runtime.setMemoryLimit(2 ** 30);
  runtime.setMaxStackSize(0);
  const context = runtime.newContext();
  const evaluate = (text) => {
    const handle = context.unwrapResult(context.evalCode(text));
    const value = context.dump(handle);
    handle.dispose();
    return value;
  };
  evaluate(`${surroundings}; 0`);
  evaluate(`${readFileSync(bundle, "utf8")}; 0`);
  const call = `__bench(${n ?? ""})`;
  return () => evaluate(call);
};

/** Not among the dependencies: it is built from C++. */
const optional = { isolated: "isolated-vm" };

const openIsolated = async ({ bundle, n }) => {
  const installed = await import(optional.isolated).catch(() => undefined);
  if (installed === undefined) return undefined;
  const { Isolate } = installed.default;
  const isolate = new Isolate({ memoryLimit: 1024 });
  const context = isolate.createContextSync();
  isolate.compileScriptSync(surroundings).runSync(context);
  isolate.compileScriptSync(readFileSync(bundle, "utf8")).runSync(context);
  const script = isolate.compileScriptSync(`__bench(${n ?? ""})`);
  return () => script.runSync(context);
};

/** `asked` ones run where `--columns` names them. The first column is what the others are measured against. */
export const columns = {
  v8: { title: "Fable JS on V8", open: openV8 },
  interpreter: { title: "fusabi interpreter", open: openFusabi({ tier: "interpreter" }) },
  jit: { title: "fusabi jit", open: openFusabi({ tier: "jit" }) },
  "slices-1000": { title: "jit in slices of 1,000", open: openFusabi({ tier: "jit" }, 1_000), asked: true },
  "slices-10000": { title: "jit in slices of 10,000", open: openFusabi({ tier: "jit" }, 10_000), asked: true },
  "slices-1000000": { title: "jit in slices of 1,000,000", open: openFusabi({ tier: "jit" }, 1_000_000), asked: true },
  quickjs: { title: "quickjs", open: openQuickjs },
  isolated: { title: "isolated-vm", open: openIsolated },
};
