/**
 * What embedding promises, as cases that need nothing but the machine's door and an artifact of Boundary.fs: they run in Node, in a browser, under frozen
 * intrinsics and without eval.
 */
import { asyncCases } from "./asyncs.ts";
import { callCases } from "./calls.ts";
import type { Case, Door } from "./checks.ts";
import { doorCases } from "./doors.ts";
import { grantCases } from "./grants.ts";
import { boundaryCases } from "./hostile.ts";
import { runCases } from "./runs.ts";
import { valueCases } from "./values.ts";
import { worldOf } from "./world.ts";

export function embeddingCases(fusabi: Door, bytes: Uint8Array, jit: boolean): Case[] {
  const world = worldOf(fusabi, bytes, jit);
  return [valueCases, callCases, asyncCases, runCases, grantCases, doorCases, boundaryCases].flatMap((cases) => cases(world));
}
