/** The same cases in another Node. */
import { execFile } from "node:child_process";
import path from "node:path";
import { packageRoot } from "../../package-root.ts";
import type { Visit } from "./visit.ts";

/** What goes to and comes from `place.ts` as JSON, bytes in base 64. */
export interface Exchange {
  readonly artifact: string;
  readonly states: readonly string[];
}

export const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
export const toBytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

/** Tries every case in both tiers, and goes on from the states, by a command that is Node. */
export async function visitInNode(node: string, artifact: Uint8Array, states: readonly Uint8Array[]): Promise<Visit> {
  const exchange: Exchange = { artifact: toText(artifact), states: states.map(toText) };
  const printed = await new Promise<string>((resolve, reject) => {
    const script = path.join(packageRoot(), "dist", "pipeline", "test", "embedding", "place.js");
    const child = execFile(node, [script], { maxBuffer: 2 ** 28 }, (error, stdout) => (error === null ? resolve(stdout) : reject(error)));
    child.stdin?.end(JSON.stringify(exchange));
  });
  const { states: saved, ...found } = JSON.parse(printed) as Omit<Visit, "states"> & { readonly states: readonly string[] };
  return { ...found, states: saved.map(toBytes) };
}
