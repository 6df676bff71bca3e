/** An engine with everything that Boundary.fs imports. */
import type * as Fusabi from "../../../vm/index.ts";
import { type Door, wait } from "./checks.ts";

export const line = (name: string, price: unknown, count: unknown): unknown => ({ Name: name, Price: price, Count: count });
export const order = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  Id: 5n,
  Lines: [line("a", "1.10", 2), line("b", 3, 1)],
  Note: "x",
  Tags: ["q"],
  Stock: { k: 1 },
  Shape: { tag: "Empty" },
  ...more,
});

const raise = (code: string): never => {
  throw Object.assign(new Error(`error ${code}`), { code });
};

export interface World {
  readonly fusabi: Door;
  readonly bytes: Uint8Array;
  readonly engine: Fusabi.Engine;
  readonly module: Fusabi.EngineModule;
  readonly scope: Fusabi.Scope;
  readonly fresh: (options?: Fusabi.InstanceOptions) => Fusabi.Instance;
  /** Of an instance that cases share. */
  readonly exports: Fusabi.Exports;
  readonly printed: string[];
  /** Calls of `later` that wait, and the most that ever did. */
  readonly count: { open: number; mostOpen: number };
}

export function worldOf(fusabi: Door, bytes: Uint8Array, jit: boolean): World {
  const { Engine, Scope } = fusabi;
  const printed: string[] = [];
  const count = { open: 0, mostOpen: 0 };
  const functions: Record<string, (...args: never[]) => unknown> = {
    log: () => undefined,
    area: (shape: { tag: string; radius?: number }, factor: number) => (shape.radius ?? 0) * factor,
    find: (id: bigint) => (id === 1n ? order() : undefined),
    twice: (f: (x: number) => number, x: number) => f(f(x)),
    maker: (x: number) => (a: number, b: number) => a * 100 + b * 10 + x,
    fetch: async (url: string) => `body of ${url}`,
    tick: (n: number) => n + 1,
    keep: () => new Promise(() => {}),
    finish: async (n: number) => {
      if (n < 0) throw new Error("negative");
    },
    later: async (n: number) => {
      if (n < 0) throw new Error("negative");
      count.mostOpen = Math.max(count.mostOpen, ++count.open);
      await wait(5 * (4 - n));
      count.open--;
      return n * 10;
    },
    laterText: async (n: number) => `t${n}`,
  };
  const files: Readonly<Record<string, Uint8Array>> = { "a.txt": Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0xff, 0x0a, 0x0a) };
  const capabilities: Fusabi.Capabilities = {
    env: (name) => {
      if (name === "SECRET") throw new fusabi.NotGranted(name);
      return name === "HOME" ? "/home" : null;
    },
    read: {
      readFile: (path) => {
        if (path.startsWith("/")) throw new fusabi.NotGranted(path);
        return files[path] ?? raise(path === "odd" ? "EODD" : "ENOENT");
      },
      exists: (path) => path in files,
    },
    net: async ({ method, url, headers, body }) => ({ status: 200, headers, body: `${method} ${url} ${body}` }),
    log: (level, text) => void printed.push(`${level}: ${text}`),
    state: new fusabi.BoundedStore(100),
  };
  const engine = new Engine({ jit, capabilities, onPrint: (text) => void printed.push(text) });
  for (const [name, fn] of Object.entries(functions)) engine.registerFn(name, fn);
  engine.registerType("Vector", { getters: { x: (v: number[]) => v[0] }, indexer: { get: (v: number[], i: number) => v[i] } });
  const module = engine.load(bytes);
  const scope = new Scope({ lives: 3 });
  const fresh = (options: Fusabi.InstanceOptions = {}): Fusabi.Instance => module.instantiate({ scope, ...options });
  return { fusabi, bytes, engine, module, scope, fresh, exports: fresh().exports, printed, count };
}
