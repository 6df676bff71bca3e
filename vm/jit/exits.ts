/**
 * The ways out of one compiled function to the interpreter. All of them go to one place at the function's end, so that what is rare is met by the host's compiler
 * once a function, not once at each of them (it throws code away that meets something for the first time):
 *
 *     OUT: { …; { w0 = r1; w1 = r5; n = 4; break OUT; } … }
 *     return leave(X, n, fuel, w0, w1);
 *
 * Nothing but moves and a branch may stand before.
 */
import { decodedLength } from "../decode.ts";
import { shapeAt } from "../instructions.ts";
import { type LoadedModule, metaColumn, metaStride } from "../load.ts";
import type { Frame } from "./frame.ts";
import type { FuelPlace } from "./fuel.ts";

/** A place where compiled code may hand a frame over to the interpreter. */
export interface Site {
  readonly fn: number;
  /** Registers of the frame, the running closure's included. */
  readonly window: number;
  /** The instruction to go on with, where the frame is the innermost one. */
  readonly pc: number;
  /** Where the values that are handed over belong; the register behind the declared ones holds the running closure. */
  readonly registers: readonly number[];
  /** How many of them, the first ones, a frame needs whose callee was entered. */
  readonly kept: number;
  /** Where to go on when the callee returns, and the register for its result; -1 where nothing takes it. */
  readonly next: number;
  readonly dst: number;
  /** A register that is undefined while the callee runs, or -1. */
  readonly cleared: number;
}

/** What is handed over: the frames' values one after the other, innermost first, then the error, the counter of a strip and where it began, a tail call. */
export interface Exit {
  readonly sites: readonly Site[];
  /** Whether there is nothing but frames to hand over. */
  readonly plain: boolean;
  /** Fuel that was taken and is given back. */
  readonly charge: number;
  readonly failed: boolean;
  /** Whether the turn of the loop at the site is paid, so that it goes on behind the loop's head. */
  readonly paid: boolean;
  /** Whether the innermost frame is gone if its tail call was entered. */
  readonly tail: boolean;
  /** Arguments of the tail call that is left to the caller: they come last, behind its target; -1 where none is. */
  readonly bounces: number;
  /** Whether fuel is in the local. */
  readonly local: boolean;
  /** Charge of each of a strip's turns and what counts them, where one is open. */
  readonly strip: { readonly charge: number; readonly step: number } | undefined;
}

export interface Way {
  readonly charge?: number;
  readonly failed?: boolean;
  readonly paid?: boolean;
  /** Whether the interpreter is to go on behind the loop's head, whose turn is paid. */
  readonly behind?: boolean;
  readonly tail?: boolean;
  /** The target and the arguments of a tail call that is left to the caller. */
  readonly bounce?: readonly string[];
}

const wayOut = /\{ (?:w\d+ = \w+; )*n = \d+; break OUT; \}/g;

/**
 * The text of one instruction, with each way out that it takes more than once behind it:
 *
 *     D4: { T5: { if (…) break T5; …; break D4; } { w0 = r1; n = 4; break OUT; } }
 */
export function shareExits(text: string, number: () => number): string {
  const exits = text.match(wayOut) ?? [];
  if (exits.length < 2) return text;
  const times = new Map<string, number>();
  for (const exit of exits) times.set(exit, (times.get(exit) ?? 0) + 1);
  const shared = [...times].filter(([, count]) => count > 1).map(([exit]) => exit);
  if (shared.length === 0) return text;
  const done = `D${number()}`;
  let out = text;
  for (const [at, exit] of shared.entries()) {
    const taken = `T${number()}`;
    out = `${taken}: { ${out.replaceAll(exit, `break ${taken};`)}${at === 0 ? ` break ${done};` : ""} } ${exit}`;
  }
  return `${done}: { ${out} }`;
}

/** Words of a loop's head in decoded code. */
const decodedHead = 2;

export class Exits {
  readonly list: Exit[] = [];
  /** The most values that are handed over at once. */
  most = 0;
  readonly #loaded: LoadedModule;
  readonly #sites = new Map<string, Site>();
  readonly #numbers = new Map<string, number>();

  constructor(loaded: LoadedModule, entryCharge: number) {
    this.#loaded = loaded;
    this.list.push({ sites: [], plain: false, charge: entryCharge, failed: false, paid: false, tail: false, bounces: -1, local: false, strip: undefined });
  }

  /** Text that hands over the frame at an instruction, and those around it in the same host function. */
  leave(frame: Frame, at: number, { local, strip }: FuelPlace, { charge = 0, failed = false, paid = false, behind = paid, tail = false, bounce = [] }: Way): string {
    const sites: Site[] = [];
    const values: string[] = [];
    for (let each = frame, offset = at; ; { caller: each, at: offset } = each.place) {
      const site = this.#site(each, offset);
      const wanted = sites.length === 0 ? site.registers : site.registers.slice(0, site.kept);
      values.push(...wanted.map((register) => (register < each.fn.registers.length ? each.register(register) : "closure")));
      sites.push(behind ? { ...site, pc: site.pc + decodedHead } : site);
      if (each.place === undefined) break;
    }
    if (failed) values.push("error");
    if (strip !== undefined) values.push(strip.counter, strip.start);
    const bounces = bounce.length - 1;
    values.push(...bounce);
    const key = [...sites.map(({ fn, pc }) => `${fn}:${pc}`), charge, failed, paid, tail, bounces, local, strip?.charge, strip?.step].join();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.list.length;
      this.#numbers.set(key, number);
      const plain = charge === 0 && !failed && !paid && bounces < 0 && !local && strip === undefined;
      this.list.push({ sites, plain, charge, failed, paid, tail, bounces, local, strip: strip && { charge: strip.charge, step: strip.step } });
      this.most = Math.max(this.most, values.length);
    }
    return `{ ${values.map((value, index) => `w${index} = ${value}; `).join("")}n = ${number}; break OUT; }`;
  }

  #site({ index, fn, pcs }: Frame, offset: number): Site {
    const key = `${index}:${offset}`;
    let site = this.#sites.get(key);
    if (site === undefined) {
      const { code, registers } = fn;
      const { mnemonic, operands } = shapeAt(code, offset);
      const liveness = this.#loaded.liveness(index);
      const kept = [...(fn.captures.length > 0 ? [registers.length] : []), ...liveness.across(offset)];
      const pc = pcs.get(offset) as number;
      const named = operands[0]?.name === "dst";
      site = {
        fn: index,
        window: this.#loaded.meta[index * metaStride + metaColumn.registers],
        pc,
        registers: [...kept, ...liveness.before(offset).filter((each) => !kept.includes(each))],
        kept: kept.length,
        next: pc + decodedLength(code, offset),
        dst: named && mnemonic !== "call_setter" ? code[offset + 1] : -1,
        cleared: mnemonic === "call_setter" ? code[offset + 1] : -1,
      };
      this.#sites.set(key, site);
    }
    return site;
  }
}
