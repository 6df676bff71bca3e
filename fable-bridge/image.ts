/**
 * The compiler's process as it is after a first job, kept by V8's startup snapshots: one that starts from it is warm at once, for a sixth of the
 * processor's time. Most of what it saves is the types of the reference assemblies, which depend on the options: each set of them has an image of its own.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execaNode } from "execa";
import type { CompileJob } from "./fable.ts";
import { isDecidedHere } from "./messages.ts";

export type ImageOptions = Pick<CompileJob, "defines" | "options">;

/** Beside the bundle only: an image is made of one script. */
const maker = fileURLToPath(new URL("./image-maker.js", import.meta.url));

/** What the compiler itself is told. */
const optionsOf = ({ defines, options }: CompileJob): string => JSON.stringify({ defines, options: options.filter((option) => !isDecidedHere(option)) } satisfies ImageOptions);

/** Where the image for a job's options is, or would be; `folder` is the one of this version of the compiler. */
export const imageFile = (folder: string, job: CompileJob): string => {
  const made = [process.version, process.arch, optionsOf(job)].join("\n");
  return join(folder, `${createHash("sha256").update(made).digest("hex").slice(0, 16)}.image`);
};

/** Starts making an image, some seconds of a processor with nothing else to do; this process may end meanwhile. */
export const makeImage = (file: string, job: CompileJob): void => {
  if (existsSync(maker)) execaNode(maker, [file, optionsOf(job)], { detached: true, cleanup: false, reject: false, stdio: "ignore" }).unref();
};
