/** What a host may limit, and the pauses that follow. docs/limits.md explains each. */
import { FusabiError } from "./error.ts";

/** Units every engine's strings can have, elements its arrays can grow to, entries its maps can: beyond them the guest sees an OutOfMemoryException. */
export const hostBounds = { string: 2 ** 29 - 25, array: 2 ** 25, map: 2 ** 23, bigint: 2 ** 20 } as const;

/** Per limit: the status that says it was hit, what holds where the host says nothing, and its unit. */
export const limitTable = {
  fuel: { status: 2, initial: Number.POSITIVE_INFINITY, doc: "units of fuel over the whole run" },
  memory: { status: 3, initial: 2 ** 30, doc: "bytes of live guest memory, by fixed sizes that are the same everywhere" },
  depth: { status: 4, initial: Number.POSITIVE_INFINITY, doc: "guest frames" },
  output: { status: 5, initial: Number.POSITIVE_INFINITY, doc: "UTF-8 bytes written to stdout and stderr" },
  allocations: { status: 10, initial: Number.POSITIVE_INFINITY, doc: "bytes allocated over the whole run, garbage included" },
  string: { status: 11, initial: 2 ** 24, doc: "UTF-16 units of one string" },
  array: { status: 12, initial: hostBounds.array, doc: "elements of one array" },
  map: { status: 13, initial: hostBounds.map, doc: "entries of one dictionary or set" },
  bigint: { status: 14, initial: hostBounds.bigint, doc: "bits of one big integer" },
  pending: { status: 15, initial: 2 ** 16, doc: "host calls of asyncs and tasks that are open at once" },
} as const;

export type LimitName = keyof typeof limitTable;
export type Limits = { readonly [L in LimitName]: number };
/** Limits of one value, checked before it is made. */
export type SizeLimit = keyof typeof hostBounds;

const rows = Object.entries(limitTable) as [LimitName, { readonly status: number; readonly initial: number }][];
export const defaultLimits = Object.fromEntries(rows.map(([name, { initial }]) => [name, initial])) as Limits;

/** Why the run loop came back; `go` is none of them. The interpreter knows these by number. */
export const status = { go: 0, done: 1, fuel: 2, memory: 3, depth: 4, output: 5, interrupt: 6, breakpoint: 7, waiting: 8, trapped: 9, allocations: 10 } as const;

export type PauseReason = LimitName | "interrupt" | "breakpoint";

const reasons: Readonly<Record<number, PauseReason>> = {
  ...Object.fromEntries(rows.map(([name, row]) => [row.status, name])),
  [status.interrupt]: "interrupt",
  [status.breakpoint]: "breakpoint",
};

export const pauseReason = (code: number): PauseReason | undefined => reasons[code];

/** Limits as given, each a whole number at least 0 or infinite. */
export function completeLimits(given: Partial<Limits>, base: Limits): Limits {
  if (Object.keys(given).length === 0) return base;
  const all = { ...base, ...given };
  for (const [name, value] of Object.entries(all)) {
    if (!Object.hasOwn(limitTable, name)) throw new FusabiError("misuse", `there is no limit ${name}; there are ${Object.keys(limitTable).join(", ")}`);
    if (typeof value !== "number" || !(value >= 0) || (Number.isFinite(value) && !Number.isSafeInteger(value))) {
      throw new FusabiError("misuse", `limit ${name} is ${String(value)}; expected a whole number, or Infinity`);
    }
  }
  return all;
}
