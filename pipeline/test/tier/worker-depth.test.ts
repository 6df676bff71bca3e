/** The host's stack is measured where the machine is: deep recursion holds in worker threads, with stacks larger and smaller than the main thread's. */
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";

const program = new URL("../../../dist/vm/jit/deep-program.js", import.meta.url);

const runIn = (stackSizeMb: number): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const text = `import(${JSON.stringify(program.href)}).then(({ runDeep }) => require("node:worker_threads").parentPort.postMessage(runDeep()))`;
    const worker = new Worker(text, { eval: true, resourceLimits: { stackSizeMb } });
    worker.once("message", resolve);
    worker.once("error", reject);
  });

test.each([1, 4])("recursion of compiled code in a worker with %i MB of stack", async (stackSizeMb) => {
  expect(await runIn(stackSizeMb)).toEqual([
    { done: true, value: 1_000_000 },
    { done: true, value: 20_000 },
    { done: true, value: false },
  ]);
});
