/** What .NET prints for the random programs that the tests run: a hash per program, in `recorded.json`. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { packageRoot } from "../package-root.ts";

const recordSchema = z.object({ count: z.int(), seed: z.int(), hashes: z.record(z.string(), z.string()) });
export type Recorded = z.infer<typeof recordSchema>;

const file = (): string => path.join(packageRoot(), "pipeline", "differential", "recorded.json");

/** The hash of each program's lines, by its seed. */
export const hashesOf = (stdout: string): Record<string, string> =>
  Object.fromEntries(
    stdout
      .split(/^# /m)
      .slice(1)
      .map((text) => [text.slice(0, text.indexOf("\n")), createHash("sha256").update(text).digest("hex").slice(0, 12)]),
  );

export const readRecord = (): Recorded => recordSchema.parse(JSON.parse(readFileSync(file(), "utf8")));

export const writeRecord = (record: Recorded): void => writeFileSync(file(), `${JSON.stringify(record, undefined, 2)}\n`);
