/** The compiled code of a loaded module, made function by function when it is first needed, for all machines that run the module. */
import type { LoadedModule } from "../load.ts";
import { functionAt } from "../trace.ts";
import type { CompiledFunction } from "../value.ts";
import { Activation } from "./activation.ts";
import { bindings } from "./bindings.gen.ts";
import { functionOf, hostCompiles } from "./host-code.ts";
import { declaredIn, frameWeight } from "./host-stack.ts";
import { resumptionsOf } from "./points.ts";
import { type Printed, printFunction, printResumption, type Request } from "./print.ts";
import { bounced, suspended } from "./sentinels.ts";
import { shapesOf } from "./shapes.ts";
import { Constants } from "./spelling.ts";

/** A place in compiled code where a frame that the interpreter has goes on. */
export interface Entrance {
  /** Takes the frame's depth, the machine's registers, where the frame's are, and the number of the point. */
  readonly code: (depth: number, registers: readonly unknown[], base: number, at: number) => unknown;
  readonly at: number;
}

/** Larger functions stay with the interpreter. */
const mostWords = 30_000;

export interface CompileCounts {
  functions: number;
  resumptions: number;
  failed: number;
  /** Milliseconds are the host's business: units of source text. */
  text: number;
}

/** The place of what has no entrance. */
const none = 1;

export class CompiledModule {
  readonly loaded: LoadedModule;
  readonly activation: Activation;
  readonly counts: CompileCounts = { functions: 0, resumptions: 0, failed: 0, text: 0 };
  /** By pc where in `entrances` it is, 0 where it was not asked for: of its pages, which are the system's zeros, few are ever written. */
  readonly #places: Int32Array;
  /** The second is that of all places that have none. */
  readonly #entrances: (Entrance | null | undefined)[] = [undefined, null];
  /** By function how often it was called, by pc how often the interpreter came to where compiled code could go on, before it was compiled; in all machines. */
  readonly calls: Int32Array;
  readonly arrivals: Map<number, number> = new Map();
  readonly #state: Uint8Array;

  constructor(loaded: LoadedModule) {
    this.loaded = loaded;
    this.activation = new Activation();
    this.#places = new Int32Array(loaded.code.length);
    this.calls = new Int32Array(loaded.callees.length);
    this.#state = new Uint8Array(loaded.callees.length);
    for (const callee of loaded.callees) {
      callee.code = (depth, ...args) => (this.compile(callee.index) ? callee.code(depth, ...args) : suspended);
      callee.asClosure = (depth, ...args) => (this.compile(callee.index) ? callee.asClosure(depth, ...args) : suspended);
    }
  }

  isOpen(fn: number): boolean {
    return this.loaded.open[fn] === 1;
  }

  /** Whether the function is compiled, now or before. */
  compile(index: number): boolean {
    if (this.#state[index] !== 0) return this.#state[index] === 1;
    this.loaded.prepare(index);
    const made = this.#make(index, `f${index}`, printFunction);
    this.#state[index] = made === undefined ? 2 : 1;
    const callee = this.loaded.callees[index];
    const compiled = (made ?? (() => suspended)) as CompiledFunction;
    callee.code = compiled;
    callee.asClosure = callee.receiver ? (depth, closure, ...args) => compiled(depth, closure, undefined, ...args) : compiled;
    if (made === undefined) this.counts.failed++;
    else {
      this.counts.functions++;
      shapesOf(this.loaded).define(index);
    }
    return made !== undefined;
  }

  /** Where compiled code goes on at a pc: null where it cannot, undefined where that was not asked for yet. */
  knownEntrance(pc: number): Entrance | null | undefined {
    return this.#entrances[this.#places[pc]];
  }

  /** Where compiled code goes on at a pc; compiles it. */
  entrance(pc: number): Entrance | null {
    const known = this.knownEntrance(pc);
    if (known !== undefined) return known;
    this.#places[pc] = none;
    const { loaded } = this;
    const index = functionAt(loaded, pc);
    const resumption = index < 0 ? undefined : resumptionsOf(loaded, index).find(({ points }) => points.some((point) => point.pc === pc));
    if (resumption === undefined) return null;
    const code = this.#make(index, `f${index}_${resumption.from}`, (request) => printResumption(request, resumption)) as Entrance["code"] | undefined;
    if (code !== undefined) this.counts.resumptions++;
    for (const { pc: each, number } of resumption.points) this.#places[each] = code === undefined ? none : this.#entrances.push({ code, at: number }) - 1;
    return this.knownEntrance(pc) as Entrance | null;
  }

  #make(index: number, name: string, print: (request: Request) => Printed): unknown {
    const { loaded, activation } = this;
    const fn = loaded.module.functions[index];
    if (fn.code.length > mostWords) return undefined;
    const constants = new Constants();
    const { parameters, body, exits, words } = print({ loaded, index, constants, isOpen: (each) => this.isOpen(each), tails: activation.budget.tails });
    const weight = frameWeight(words + declaredIn(body));
    if (weight > activation.budget.heaviest) return undefined;
    const scope: Record<string, unknown> = {
      ...bindings(),
      X: exits,
      S: suspended,
      B: bounced,
      bounce: activation.bounce,
      callMember: activation.callMember,
      K: constants.values,
      meter: activation.cells,
      activation,
      leave: activation.leave,
      spend: activation.spend,
      enter: activation.enter,
      weigh: activation.weigh,
    };
    // constant bindings: the host's compiler takes their values for known
    const bound = Object.keys(scope).filter((each) => each === "K" || each === "weigh" || body.includes(each));
    const names = [`const {${bound.join(", ")}} = scope;`, ...constants.values.map((_, at) => `const k${at} = K[${at}];`)];
    const inner = weight > 1 ? "heavy" : "self";
    const weighed = weight > 1 ? `\nconst self = function(${parameters}) { weigh(${weight - 1}); const t = heavy(${parameters}); weigh(${1 - weight}); return t; };` : "";
    const source = `"use strict";\n${names.join(" ")}\nconst ${inner} = function ${name}(${parameters}) {\n${body}\n};${weighed}\nreturn self;`;
    this.counts.text += source.length;
    try {
      return (functionOf(source, "scope") as (scope: Record<string, unknown>) => unknown)(scope);
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
      throw error;
    }
  }
}

const made = new WeakMap<LoadedModule, CompiledModule>();

/** The compiled code that all machines of a loaded module share; undefined where the host compiles nothing. */
export function compiledModule(loaded: LoadedModule): CompiledModule | undefined {
  let compiled = made.get(loaded);
  if (compiled === undefined && hostCompiles()) {
    compiled = new CompiledModule(loaded);
    made.set(loaded, compiled);
  }
  return compiled;
}
