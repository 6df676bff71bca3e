import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeModule } from "../schemas/fzb/binary.ts";
import { LoweredCache } from "./lowered-cache.ts";
import { guestModule } from "./test/guest.ts";

describe("the cache of lowered programs", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "fusabi-lowered-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("gives back what was written, to whoever has the key", () => {
    const { module } = guestModule(`write("kept");`);
    new LoweredCache(folder, "key").write(writeModule(module));
    expect(writeModule(new LoweredCache(folder, "key").read() as typeof module)).toEqual(writeModule(module));
    expect(new LoweredCache(folder, "another").read()).toBeUndefined();
    expect(new LoweredCache(undefined, "key").read()).toBeUndefined();
  });

  it("has nothing where the file is cut or changed", () => {
    const cache = new LoweredCache(folder, "key");
    cache.write(writeModule(guestModule(`write("kept");`).module));
    const [name] = readdirSync(folder);
    const file = path.join(folder, name as string);
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length - 40));
    expect(cache.read()).toBeUndefined();
    const changed = Uint8Array.from(whole);
    changed[whole.length >> 1] ^= 1;
    writeFileSync(file, changed);
    expect(cache.read()).toBeUndefined();
  });
});
