/**
 * The ways out of one compiled function to the interpreter. All of them go to one place at the function's end, so that what is rare is met by the host's compiler
 * once a function, not once at each of them (it throws code away that meets something for the first time). What all ways out of a region hand over is moved once
 * for the region, since moves are most of a text:
 *
 *     OUT: { …; P4: { OUT4: { L2: for (;;) { …; { w2 = r5; n = 4; break OUT4; } … } break P4; } w1 = r2; break OUT; } … } w0 = r1;
 *     return leave(X, n, fuel, w0, w1, w2);
 *
 * Nothing but moves and a branch may stand before.
 */
import { decodedLength } from "../decode.ts";
import { shapeAt } from "../instructions.ts";
import { type LoadedModule, metaColumn, metaStride } from "../load.ts";
import { type Exit, type Site, writeExit } from "./exit-words.ts";
import type { Frame } from "./frame.ts";
import type { FuelPlace } from "./fuel.ts";
import { type SharedNames, type Span, shareNames } from "./sharing.ts";

/** A way out as it is printed: with the texts of its values. */
interface Printed extends Exit {
  readonly values: readonly string[];
}

export interface Way {
  readonly charge?: number;
  readonly failed?: boolean;
  readonly passes?: boolean;
  /** Whether the frame goes on behind the loop's head, whose turn is paid. */
  readonly behind?: boolean;
  readonly tail?: boolean;
  /** A register that is known to hold null there: what it held before is not kept alive for the way out. */
  readonly isNull?: string;
  /** The target and the arguments of a tail call that is left to the caller. */
  readonly bounce?: readonly string[];
}

/** What stands for a way out until it is known what is moved for the regions around. */
const wayOut = /\{ n = (\d+); break OUT; \}/g;

/** A value that has a name, wherever in the function it stands. */
const isName = /^\w+$/;

/** Words of a loop's head in decoded code. */
export const decodedHead = 2;

export class Exits {
  /** What `exit-words` says, of all that were placed. */
  readonly words: number[] = [];
  /** The most values that are handed over at once. */
  most = 0;
  readonly #loaded: LoadedModule;
  readonly #sites = new Map<string, Site>();
  readonly #numbers = new Map<string, number>();
  readonly #printed: Printed[] = [];

  constructor(loaded: LoadedModule, entryCharge: number) {
    this.#loaded = loaded;
    writeExit(this.words, { sites: [], charge: entryCharge, failed: false, passes: false, tail: false, bounces: -1, local: false, strip: undefined }, []);
  }

  /** Text that hands over the frame at an instruction, and those around it in the same host function. */
  leave(frame: Frame, at: number, { local, strip }: FuelPlace, { charge = 0, failed = false, passes = false, behind = false, tail = false, isNull, bounce = [] }: Way): string {
    const sites: Site[] = [];
    const values: string[] = [];
    for (let each = frame, offset = at; ; { caller: each, at: offset } = each.place) {
      const site = this.#site(each, offset, behind);
      const wanted = sites.length === 0 ? site.registers : site.registers.slice(0, site.kept);
      const names = wanted.map((register) => (register < each.fn.registers.length ? each.register(register) : "closure"));
      values.push(...names.map((name) => (name === isNull ? "undefined" : name)));
      sites.push(site);
      if (each.place === undefined) break;
    }
    if (failed) values.push("error");
    if (strip !== undefined) values.push(strip.counter, strip.start);
    const bounces = bounce.length - 1;
    values.push(...bounce);
    const key = [...sites.map(({ fn, pc }) => `${fn}:${pc}`), charge, failed, passes, tail, bounces, local, strip?.charge, strip?.step, ...values].join();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#printed.length;
      this.#numbers.set(key, number);
      this.#printed.push({ sites, charge, failed, passes, tail, bounces, local, strip: strip && { charge: strip.charge, step: strip.step }, values });
    }
    return `{ n = ${number}; break OUT; }`;
  }

  /** The printed lines, with what the ways out in them hand over moved there and at the end of regions, and the moves at the end of all. */
  place(lines: readonly string[], regions: readonly Span[]): { readonly text: string; readonly moves: string } {
    const places = lines.flatMap((line, at) =>
      Array.from(line.matchAll(wayOut), ([, number]) => ({ at, names: this.#printed[Number(number)].values.filter((value) => isName.test(value)) })),
    );
    const out: string[] = [];
    const movesOf = (known: readonly string[], more: readonly string[]): string => more.map((value, index) => `w${known.length + index} = ${value}; `).join("");
    const print = ({ from, to, inner, names }: SharedNames, around: readonly string[], label: string): void => {
      const known = [...around, ...names];
      const numbers = new Map<string, number>();
      const placed = (number: string): string => {
        const exit = this.#printed[Number(number)];
        const { values } = exit;
        const more = [...new Set(values.filter((value) => !known.includes(value)))];
        const handed = [...known, ...more];
        const slots = values.map((value) => handed.indexOf(value));
        const written = numbers.get(number) ?? writeExit(this.words, exit, slots);
        numbers.set(number, written);
        this.most = Math.max(this.most, handed.length);
        return `{ ${movesOf(known, more)}n = ${written}; break ${label}; }`;
      };
      const copy = (start: number, end: number): void => {
        for (const line of lines.slice(start, end)) out.push(line.replace(wayOut, (_, number) => placed(number)));
      };
      let at = from;
      for (const region of inner) {
        copy(at, region.from);
        out.push(`P${region.from}: { OUT${region.from}: {`);
        print(region, known, `OUT${region.from}`);
        out.push(`break P${region.from}; } ${movesOf(known, region.names)}break ${label}; }`);
        at = region.to;
      }
      copy(at, to);
    };
    const whole = shareNames({ from: 0, to: lines.length }, regions, places);
    print(whole, [], "OUT");
    return { text: out.join("\n"), moves: movesOf([], whole.names) };
  }

  #site({ index, fn, pcs }: Frame, offset: number, behind: boolean): Site {
    const key = `${index}:${offset}:${behind}`;
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
        pc: behind ? pc + decodedHead : pc,
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
