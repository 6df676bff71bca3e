/** One value's way across the boundary: where in it we are, how much of it there was, and what may not happen on the way. */
import { Refused } from "../exceptions.ts";
import type { Account } from "../host-calls.ts";
import { thrownText } from "../host-values.ts";
import type { SizeLimit } from "../limits.ts";
import { sizes } from "../memory.ts";
import { BoundaryError, isInstance } from "./errors.ts";
import type { Links } from "./links.ts";

export const crossingLimits = {
  /** Levels of arrays, records and unions in each other. */
  depth: 400,
  /** Items, fields and entries of one value. */
  items: 1_000_000,
  /** UTF-16 units of one value's strings together. */
  textUnits: 1 << 26,
} as const;

/** Of a path that is longer, so many steps are shown. */
const firstSteps = 8;
const lastSteps = 4;
const longKey = 40;

function stepText(step: string | number, first: boolean): string {
  if (typeof step === "number") return `[${step}]`;
  if (step.length > longKey) return `[${JSON.stringify(step.slice(0, longKey))}…]`;
  if (!/^[A-Za-z_$][\w$]*$/.test(step)) return `[${JSON.stringify(step)}]`;
  return first ? step : `.${step}`;
}

export class Crossing {
  /** Guest bytes of what was made so far. */
  bytes = 0;
  #items = 0;
  #units = 0;
  readonly #root: string;
  readonly #path: (string | number)[] = [];
  readonly #open: Set<object> = new Set();

  readonly #account: Pick<Account, "within"> | undefined;
  readonly links: Links;

  /** `root` is what paths start with: a parameter's name, or "result"; `account` has the limits of what comes in. */
  constructor(root: string, links: Links, account?: Account) {
    this.#root = root;
    this.links = links;
    this.#account = account;
  }

  get items(): number {
    return this.#items;
  }

  fail(expected: string, value: unknown): never {
    throw new BoundaryError(this.path(), `expected ${expected}, got ${describe(value)}`);
  }

  refuse(problem: string): never {
    throw new BoundaryError(this.path(), problem);
  }

  /** As a person reads it: the middle of a long one is left out, and the rest of a long key. */
  path(): string {
    const steps = this.#path;
    const left = steps.length > firstSteps + lastSteps ? steps.length - firstSteps - lastSteps : 0;
    let text = this.#root;
    steps.forEach((step, at) => {
      if (left === 0 || at < firstSteps || at >= firstSteps + left) text += stepText(step, text === "");
      else if (at === firstSteps) text += `…(${left} more)`;
    });
    return text;
  }

  /** Counts items that are about to be read. */
  count(items: number): void {
    this.#items += items;
    this.bytes += sizes.element * items;
    if (this.#items > crossingLimits.items) this.refuse(`more than ${crossingLimits.items} items`);
  }

  /** Throws Refused where something that comes in is larger than the guest's limit. */
  within(limit: SizeLimit, size: number): void {
    this.#account?.within(limit, size);
  }

  text(text: string): string {
    this.within("string", text.length);
    this.#units += text.length;
    this.bytes += sizes.string + sizes.unit * text.length;
    if (this.#units > crossingLimits.textUnits) this.refuse(`more than ${crossingLimits.textUnits} characters`);
    return text;
  }

  /** Goes into a part. */
  at<T>(step: string | number, read: () => T): T {
    this.#path.push(step);
    const made = read();
    this.#path.pop();
    return made;
  }

  /** Reads an object's parts; one inside itself is refused. */
  inside<T>(object: object, read: () => T): T {
    if (this.#open.has(object)) this.refuse("the value contains itself");
    if (this.#open.size >= crossingLimits.depth) this.refuse(`more than ${crossingLimits.depth} levels`);
    this.#open.add(object);
    this.bytes += sizes.array;
    const made = read();
    this.#open.delete(object);
    return made;
  }

  /** Runs a conversion in which the host's own code may run: getters, proxies, iterators. What that throws becomes a BoundaryError with the path. */
  static run<T>(crossing: Crossing, convert: (crossing: Crossing) => T): T {
    try {
      return convert(crossing);
    } catch (error) {
      if (isInstance(error, BoundaryError) || isInstance(error, Refused)) throw error;
      throw new BoundaryError(crossing.path(), `reading it failed: ${thrownText(error)}`, { cause: error });
    }
  }
}

const { getTime } = Date.prototype;

/** The time of a Date, of another realm too; undefined for anything else. */
export function timeOf(value: unknown): number | undefined {
  try {
    return getTime.call(value as Date);
  } catch {
    return undefined;
  }
}

/** What a message says of a host value, without running any of its code. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
      return value.length > 40 ? `a string of ${value.length} characters` : `string ${JSON.stringify(value)}`;
    case "number":
    case "boolean":
    case "undefined":
      return typeof value === "undefined" ? "undefined" : `${typeof value} ${String(value)}`;
    case "bigint":
      return value > -(10n ** 40n) && value < 10n ** 40n ? `bigint ${value}` : "a large bigint";
    case "object": {
      const time = timeOf(value);
      if (time !== undefined) return Number.isNaN(time) ? "an invalid Date" : `Date ${new Date(time).toISOString()}`;
      return isArrayOf(value) ? "an array" : "an object";
    }
    default:
      return `a ${typeof value}`;
  }
}

function isArrayOf(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}
