import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.unstubAllGlobals());

const policy = {
  Module: class {
    constructor() {
      throw new EvalError("refused by a policy");
    }
  },
};

for (const [host, webAssembly] of [
  ["WebAssembly", WebAssembly],
  ["no WebAssembly", undefined],
  ["a policy against WebAssembly", policy],
] as const) {
  test(`agrees with the platform's under ${host}, around the sizes of blocks and of a module's memory`, async () => {
    vi.stubGlobal("WebAssembly", webAssembly);
    vi.resetModules();
    const { sha256 } = await import("./sha256.ts");
    const lengths = [...Array.from({ length: 200 }, (_, length) => length), 8191, 8192, 8200, 64_896, 64_960, 65_024, 65_536, 200_001, 3];
    for (const length of lengths) {
      const bytes = Uint8Array.from({ length }, (_, i) => i * 7 + length + (i >> 8));
      expect(Buffer.from(sha256(bytes)).toString("hex")).toBe(createHash("sha256").update(bytes).digest("hex"));
    }
  });
}

test("takes WebAssembly for long texts", async () => {
  const Instance = vi.fn((module: WebAssembly.Module) => new WebAssembly.Instance(module));
  vi.stubGlobal("WebAssembly", { Module: WebAssembly.Module, Instance });
  vi.resetModules();
  const { sha256 } = await import("./sha256.ts");
  sha256(new Uint8Array(100));
  expect(Instance).not.toHaveBeenCalled();
  for (let turn = 0; turn < 2; turn++) sha256(new Uint8Array(10_000));
  expect(Instance).toHaveBeenCalledOnce();
});
