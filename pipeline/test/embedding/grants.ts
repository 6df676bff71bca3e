/** What hosts grant beside functions of their own. */
import { type Case, equal, rejected, thrown } from "./checks.ts";
import type { World } from "./world.ts";

export function grantCases({ fusabi, bytes, engine, fresh, exports: e, printed }: World): Case[] {
  const { Engine } = fusabi;
  const cases: [string, () => void | Promise<void>][] = [
    ["variables are read, or null", () => equal([e.variable("HOME"), e.variable("NONE")], ["/home", null])],
    [
      "what is not granted ends the call, uncaught, and the instance goes on",
      () => {
        const instance = fresh();
        thrown(fusabi, "trapped", () => instance.exports.guardedVariable("SECRET"), "needs the capability env for SECRET, which was not granted");
        thrown(fusabi, "trapped", () => instance.exports.tryLines("/etc/passwd"), "needs the capability read for /etc/passwd");
        equal(instance.exports.add(1, 2), 3);
      },
    ],
    [
      "files are read as .NET reads them",
      () => {
        equal([e.lines("a.txt"), e.bytesOf("a.txt").length, e.there("a.txt"), e.there("b.txt")], [["a", "\ufffd", ""], 9, true, false]);
        equal([e.tryLines("b.txt"), e.tryLines("odd")], ["Could not find file 'b.txt'.", "error EODD"]);
      },
    ],
    [
      "texts are kept by key, as far as there is room",
      () => {
        printed.length = 0;
        equal(
          [e.remember("b:1", "x"), e.remember("a", "y"), e.remember("b:1", "z")],
          [
            [undefined, "3:b:1"],
            [undefined, "1:a3:b:1"],
            ["x", "1:a3:b:1"],
          ],
        );
        equal(printed, ["info: b:1 is x", "info: a is y", "info: b:1 is z"]);
        thrown(fusabi, "guest_exception", () => e.remember("c", "x".repeat(100)), "the store is full");
      },
    ],
    ["requests are sent and answered", async () => equal(await e.post("http://x/", "hello"), "200\nx-one: 1\n\nPOST http://x/ hello")],
    [
      "requests go to granted hosts only",
      async () => {
        const { functions } = functionsOf(engine.load(bytes).imports);
        const strict = new Engine({
          capabilities: { env: () => null, read: { readFile: () => new Uint8Array(), exists: () => false }, net: ["example.com"], log: () => {}, state: new Map() },
          onPrint: () => {},
        });
        const instance = strict.load(bytes).instantiate({ functions });
        await rejected(fusabi, "trapped", instance.exports.post("http://example.org/", ""), "needs the capability net for example.org");
        await rejected(fusabi, "guest_exception", instance.exports.post("nowhere", ""));
        equal(instance.exports.add(1, 2), 3);
      },
    ],
    [
      "a call may have limits of its own",
      async () => {
        const instance = fresh();
        instance.exports.add(1, 2);
        for (const limits of [{ fuel: 10_000 }, { allocations: 10_000 }, { memory: 1 << 20 }] as const)
          equal((thrown(fusabi, "limit", () => instance.within(limits, () => instance.exports.grow())) as { limit?: string }).limit, Object.keys(limits)[0]);
        thrown(fusabi, "limit", () => instance.within({ output: 3 }, () => instance.exports.say("hello")), "output");
        const spinning = instance.start("spin");
        await rejected(fusabi, "limit", spinning.run({ limits: { fuel: 10_000 } }), "fuel");
        spinning.drop();
        instance.exports.say("hello");
        equal(instance.exports.sum(1000), 1000);
      },
    ],
  ];
  return cases.map(([name, run]) => ({ name, run }));
}

/** Stand-ins for every function of the host's. */
const functionsOf = (imports: World["module"]["imports"]): { functions: Record<string, () => void> } => ({
  functions: Object.fromEntries(imports.filter(({ name }) => !name.startsWith("fusabi.")).map(({ name }) => [name, () => undefined])),
});
