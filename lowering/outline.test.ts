import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { libraryOutline, projectOutline } from "./outline.ts";

const root = path.join(import.meta.dirname, "..");
const folders = { "fable-library": "node_modules/@fable-org/fable-compiler-js/dist/fable-library-js", library: "library" };
const modules = Object.entries(folders).flatMap(([prefix, folder]) =>
  readdirSync(path.join(root, folder))
    .filter((name) => /\.(js|ts)$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => ({ name: `${prefix}/${name}`, code: readFileSync(path.join(root, folder, name), "utf8") })),
);

describe("a library module's outline", () => {
  it("finds the library", () => {
    expect(modules.length).toBeGreaterThan(100);
  });

  it.each(modules)("says of $name what parsing it whole says", ({ name, code }) => {
    const whole = projectOutline(name, code);
    const cut = libraryOutline(name, code);
    expect(cut.imports).toEqual(whole.imports);
    expect(new Set(cut.exports.keys())).toEqual(new Set(whole.exports.keys()));
    expect(new Set(cut.scopes.top.keys())).toEqual(new Set(whole.scopes.top.keys()));
    for (const [key, binding] of whole.scopes.top) {
      const { kind, node } = cut.scopes.top.get(key)!;
      expect({ kind, type: node.type, start: node.start, line: node.loc?.start.line }).toEqual({
        kind: binding.kind,
        type: binding.node.type,
        start: binding.node.start,
        line: binding.node.loc?.start.line,
      });
    }
  });
});
