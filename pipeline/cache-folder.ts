/** Where compilations are kept between runs: the system's folder for caches, apart for every version of the compiler. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "./package-root.ts";
import { systemCache } from "./system-cache.ts";

const keptMs = 30 * 24 * 60 * 60 * 1000;

const cleaned = new Set<string>();

/** Entries that were not written for 30 days are removed, other versions' too: once in a process. */
export function cacheFolder(): string {
  const folder = path.join(systemCache(), compilerFingerprint());
  if (!cleaned.has(folder)) {
    cleaned.add(folder);
    removeOld(systemCache());
    removeOld(folder);
  }
  return folder;
}

/** The bundle where this is part of it, which is then what runs. */
const bundle = path.basename(path.dirname(fileURLToPath(import.meta.url))) === "bundle" ? ["dist/bundle"] : undefined;

/** Changes with fusabi's version and, for whoever works on fusabi, with every build of the bridge. */
const compilerFingerprint = once(() => fingerprint(...(bundle ?? ["dist/fable-bridge"])));

/** The same for what lowers a program: the passes, the library, and what both are made of. */
export const loweringFingerprint: () => string = once(() => fingerprint(...(bundle ?? ["dist/lowering", "dist/schemas"]), "library"));

/** What a process has loaded does not change: every file is looked at once, however many projects are compiled. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

function fingerprint(...folders: readonly string[]): string {
  const root = packageRoot();
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  const hash = createHash("sha256").update(version);
  for (const folder of folders) {
    for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).sort()) {
      if (!/(?<!\.d)\.[jt]s$/.test(name)) continue;
      const { size, mtimeMs } = statSync(path.join(root, folder, name));
      hash.update(`${name} ${size} ${mtimeMs}\n`);
    }
  }
  return `${version}-${hash.digest("hex").slice(0, 12)}`;
}

function removeOld(folder: string): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const file = path.join(folder, name);
    const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (written !== undefined && Date.now() - written > keptMs) rmSync(file, { force: true, recursive: true });
  }
}
