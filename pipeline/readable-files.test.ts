import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readFrom } from "./readable-files.ts";

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "fusabi-files-")));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...parts: string[]): string => path.join(folder, ...parts);
mkdirSync(at("open", "inner"), { recursive: true });
mkdirSync(at("open-not"));
for (const file of ["open/a.txt", "open/inner/b.txt", "secret.txt", "open-not/c.txt"]) writeFileSync(at(file), file);
symlinkSync("inner/b.txt", at("open", "inside"));
symlinkSync(at("secret.txt"), at("open", "outside"));
symlinkSync(folder, at("open", "up"));
symlinkSync(at("open"), at("link-to-open"));

const read = (given: string, ...folders: string[]): string => Buffer.from(readFrom(...folders).readFile(given)).toString();
const refused = expect.objectContaining({ name: "NotGranted" });
const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test.each([["a.txt"], ["inner/b.txt"], ["inner/../a.txt"], ["./a.txt"]])("%s below a granted folder is read", (name) => {
  expect(read(`${at("open")}/${name}`, at("open"))).toBe(path.posix.normalize(`open/${name}`));
});

test("links are followed where they stay inside, and a granted folder may be one", () => {
  expect(read(at("open", "inside"), at("open"))).toBe("open/inner/b.txt");
  expect(read(at("link-to-open", "a.txt"), at("link-to-open"))).toBe("open/a.txt");
  expect(read(at("open", "a.txt"), at("open", "a.txt"))).toBe("open/a.txt");
});

test.each([["../secret.txt"], ["inner/../../secret.txt"], ["../open-not/c.txt"], ["outside"], ["up/secret.txt"], ["up/open/../secret.txt"], ["../none"], ["/etc/passwd"]])(
  "%s leads out and is refused, whether it is there or not",
  (name) => {
    const given = name.startsWith("/") ? name : `${at("open")}/${name}`;
    expect(thrown(() => read(given, at("open")))).toEqual(refused);
    expect(thrown(() => readFrom(at("open")).exists(given))).toEqual(refused);
  },
);

test("what cannot be read says why", () => {
  const { readFile, exists } = readFrom(at("open"));
  for (const [name, code] of [
    ["none", "ENOENT"],
    ["none/x", "ENOTDIR"],
    ["a.txt/x", "ENOTDIR"],
    ["inner", "EACCES"],
  ] as const)
    expect(thrown(() => readFile(at("open", name)))).toMatchObject({ code, path: at("open", name) });
  expect([exists(at("open", "a.txt")), exists(at("open", "inner")), exists(at("open", "none"))]).toEqual([true, false, false]);
});

test.skipIf(process.platform === "win32")("a pipe does not block", () => {
  spawnSync("mkfifo", [at("open", "pipe")]);
  expect(thrown(() => readFrom(at("open")).readFile(at("open", "pipe")))).toMatchObject({ code: "EACCES" });
});
