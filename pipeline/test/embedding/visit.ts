/** A place where the machine runs, tried: every case, a run that is saved there at many pauses, and runs that were saved elsewhere. */
import type * as Fusabi from "../../../vm/index.ts";
import { type Door, show } from "./checks.ts";
import { embeddingCases } from "./suite.ts";
import { worldOf } from "./world.ts";

export interface Trial {
  readonly count: number;
  readonly failures: readonly string[];
}

export async function tryCases(fusabi: Door, bytes: Uint8Array, jit: boolean): Promise<Trial> {
  const failures: string[] = [];
  const cases = embeddingCases(fusabi, bytes, jit);
  for (const { name, run } of cases) {
    try {
      await run();
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { count: cases.length, failures };
}

export interface Journeys {
  /** Of one run, at its pauses and waits. */
  readonly states: readonly Uint8Array[];
  /** The result and the fuel of that run, and of each that went on from a state that was given. */
  readonly ends: readonly string[];
}

/** What a place gave. */
export interface Visit extends Trial, Journeys {}

const slice = 1000;

export async function travel(fusabi: Door, bytes: Uint8Array, jit: boolean, given: readonly Uint8Array[]): Promise<Journeys> {
  const { module, scope, fresh } = worldOf(fusabi, bytes, jit);
  const states: Uint8Array[] = [];
  const ends = [await goOn(fresh().start("journey", 12), (run) => void states.push(run.snapshot()))];
  for (const state of given) ends.push(await goOn(module.restore(state, { scope }).resume("journey"), () => {}));
  return { states, ends };
}

async function goOn(run: Fusabi.Executor, each: (run: Fusabi.Executor) => void): Promise<string> {
  for (;;) {
    const step = run.step(slice);
    if (step.status === "done") return show([step.value, run.fuelUsed]);
    if (step.status === "trapped") return String(step.error);
    each(run);
    if (step.status === "waiting") await run.settled();
  }
}
