import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { afterAll, expect, test } from "vitest";
import { CompilerHost } from "../../../dist/fable-bridge/host.js";
import { packageRoot } from "../../../dist/pipeline/package-root.js";

const folder = mkdtempSync(path.join(tmpdir(), "fusabi-image-"));
afterAll(() => rmSync(folder, { recursive: true }));

const options = { defines: ["FABLE_COMPILER"], options: [] };
const job = { ...options, projectFile: "App.fsproj", files: [{ path: "App.fs", source: 'module App\nlet x = 7uy * 3uy\nprintfn "%d" x\n', own: true }] };
/** What a compiler answers that starts from the image, where there is one. */
const compiled = async (image?: string): Promise<unknown> => {
  const host = new CompilerHost(200_000);
  const reply = await host.compile(job, image);
  await host.close();
  return reply.kind === "answer" ? reply.answer.modules : reply;
};

test("a compiler that starts from an image gives what another gives; one that is damaged is removed", async () => {
  const image = path.join(folder, "compiler.image");
  await execa(process.execPath, [path.join(packageRoot(), "dist", "bundle", "image-maker.js"), image, JSON.stringify(options)]);
  expect(existsSync(image)).toBe(true);
  const expected = await compiled();
  expect(await compiled(image)).toEqual(expected);
  expect(existsSync(image)).toBe(true);
  writeFileSync(image, "no image");
  expect(await compiled(image)).toEqual(expected);
  expect(existsSync(image)).toBe(false);
});
