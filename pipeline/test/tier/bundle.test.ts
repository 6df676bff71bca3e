/** The bundle that users run makes of a project what the modules it was put together from make of it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { packageRoot } from "../../../dist/pipeline/package-root.js";

const root = packageRoot();
const folder = mkdtempSync(path.join(tmpdir(), "fusabi-bundle-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every twelfth sample, and what leans most on the tables that the bundle holds as data: which instructions raise decides about the order of stages. */
const samples = readdirSync(path.join(root, "samples"), { withFileTypes: true })
  .filter((entry, index) => entry.isDirectory() && entry.name !== "hosts" && (index % 12 === 0 || entry.name === "list-pipelines"))
  .map(({ name }) => path.join(root, "samples", name));

function built(main: string): Map<string, Buffer> {
  const output = mkdtempSync(path.join(folder, "built-"));
  const cache = mkdtempSync(path.join(folder, "cache-"));
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, "dist", main), "build", ...samples, "--out-dir", output], {
    env: { ...process.env, CI: "1", XDG_CACHE_HOME: cache },
    encoding: "utf8",
  });
  expect(status, stderr).toBe(0);
  return new Map(readdirSync(output).map((name) => [name, readFileSync(path.join(output, name))]));
}

test("it builds the same artifacts", () => {
  const ours = built("pipeline/cli/main.js");
  const bundled = built("bundle/cli.js");
  expect(ours.size).toBeGreaterThan(8);
  expect([...bundled.keys()]).toEqual([...ours.keys()]);
  for (const [name, bytes] of ours) expect(bundled.get(name)?.equals(bytes), name).toBe(true);
});
