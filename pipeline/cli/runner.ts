/**
 * `run-artifact.ts` as one script (`pipeline/bundle.mjs` writes it beside the command), with the code that the host's compiler made of it in an earlier run:
 * compiling it again would take longer than most programs run.
 */
import { createRequire } from "node:module";
import path from "node:path";
import { Script } from "node:vm";
import { keep, readKept } from "../../fable-bridge/kept-files.ts";
import { systemCache } from "../system-cache.ts";

export interface Runner {
  readonly exports: typeof import("./run-artifact.ts");
  /** Whether there was code of an earlier run. */
  readonly warm: boolean;
  /** Keeps the code for the next run, where there was none for this one. */
  keepCode(): void;
}

/** Undefined where there is no such script. The host itself rejects code that another version of it made, or that is not whole. */
export function openRunner(): Runner | undefined {
  const file = path.join(import.meta.dirname, "run.cjs");
  const source = readKept(file)?.toString("latin1");
  if (source === undefined) return undefined;
  // The first line has the hash of the others.
  const kept = path.join(systemCache(), "code", `${source.slice(2, 18)}-${process.version}-${process.arch}`);
  const code = readKept(kept);
  const script = new Script(source, { filename: file, ...(code === undefined ? {} : { cachedData: code }) });
  const module = {} as Pick<Runner, "exports">;
  (script.runInThisContext() as (module: object, require: NodeJS.Require) => void)(module, createRequire(file));
  const warm = code !== undefined && script.cachedDataRejected !== true;
  return {
    exports: module.exports,
    warm,
    keepCode() {
      if (!warm) keep(kept, script.createCachedData());
    },
  };
}
