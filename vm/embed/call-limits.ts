import type { LimitName, Limits } from "../limits.ts";
import type { Machine } from "../machine.ts";

/** Bounds what happens from now on, within the limits that hold anyway: fuel, allocations and output count from here. Gives what ends it. */
export function bound(machine: Machine, limits: Partial<Limits>): () => void {
  const before = machine.metering.limits;
  const { fuelUsed, allocatedBytes, outputBytes } = machine.stats();
  const used: Partial<Limits> = { fuel: fuelUsed, allocations: allocatedBytes, output: outputBytes };
  const mine = Object.entries(limits).map(([name, most]) => [name, Math.min(before[name as LimitName] ?? most, most + (used[name as LimitName] ?? 0))]);
  machine.setLimits(Object.fromEntries(mine));
  return () => machine.setLimits(before);
}
