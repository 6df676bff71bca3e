/**
 * Maps and sets: dense entries in the order of .NET's Dictionary and HashSet, which fill the entry freed last before they append. Keys are equal by
 * JavaScript's SameValueZero.
 */
import { builtinTypes } from "../schemas/isa/kinds.ts";
import type { TypeDescriptor } from "./descriptor.ts";

const used = -2;
/** No key. */
const none: unknown = {};

export class MapTable {
  readonly t: TypeDescriptor;
  g = 0;
  readonly keys: unknown[] = [];
  readonly values: unknown[] = [];
  /** Per entry `used`, or the next free entry (-1 ends the chain). */
  readonly #next: number[] = [];
  readonly #entryOf: Map<unknown, number> = new Map();
  #free = -1;
  /** The key that was found last, with its entry: programs ask for a key and then for the same again. */
  #lastKey = none;
  #lastEntry = 0;

  constructor(t: TypeDescriptor) {
    this.t = t;
  }

  get isSet(): boolean {
    return this.t.index === builtinTypes.set.index;
  }

  get size(): number {
    return this.#entryOf.size;
  }

  /** Entries, free ones included. */
  get capacity(): number {
    return this.keys.length;
  }

  #find(key: unknown): number | undefined {
    if (key === this.#lastKey) return this.#lastEntry;
    const entry = this.#entryOf.get(key);
    if (entry === undefined) return undefined;
    this.#lastKey = key;
    this.#lastEntry = entry;
    return entry;
  }

  get(key: unknown): unknown {
    const entry = this.#find(key);
    return entry === undefined ? undefined : this.values[entry];
  }

  has(key: unknown): boolean {
    return this.#find(key) !== undefined;
  }

  /** Gives whether the key is new. */
  set(key: unknown, value: unknown): boolean {
    const known = this.#find(key);
    if (known !== undefined) {
      this.values[known] = value;
      return false;
    }
    let entry = this.#free;
    if (entry >= 0) this.#free = this.#next[entry];
    else entry = this.keys.length;
    this.keys[entry] = key === 0 ? 0 : key;
    this.values[entry] = value;
    this.#next[entry] = used;
    this.#entryOf.set(key, entry);
    return true;
  }

  /** Sets the value of a key that is known; whether it is. */
  replace(key: unknown, value: unknown): boolean {
    const entry = this.#find(key);
    if (entry === undefined) return false;
    this.values[entry] = value;
    return true;
  }

  delete(key: unknown): boolean {
    const entry = this.#entryOf.get(key);
    if (entry === undefined) return false;
    this.#entryOf.delete(key);
    this.#lastKey = none;
    this.keys[entry] = undefined;
    this.values[entry] = undefined;
    this.#next[entry] = this.#free;
    this.#free = entry;
    return true;
  }

  clear(): void {
    this.#entryOf.clear();
    this.#lastKey = none;
    this.keys.length = 0;
    this.values.length = 0;
    this.#next.length = 0;
    this.#free = -1;
  }

  /** Entries that were freed, the one that is filled next first. */
  freeEntries(): number[] {
    const free: number[] = [];
    for (let entry = this.#free; entry >= 0; entry = this.#next[entry]) free.push(entry);
    return free;
  }

  isUsed(entry: number): boolean {
    return this.#next[entry] === used;
  }

  /** Appends a free entry, which is filled before those that were freed earlier. */
  appendFree(): void {
    this.#next.push(this.#free);
    this.#free = this.keys.push(undefined) - 1;
    this.values.push(undefined);
  }

  /** Orders the free entries; whether they are exactly those given. */
  orderFree(free: readonly number[]): boolean {
    if (free.length !== this.capacity - this.size || new Set(free).size !== free.length || free.some((entry) => entry >= this.capacity || this.isUsed(entry))) return false;
    free.forEach((entry, at) => {
      this.#next[entry] = free[at + 1] ?? -1;
    });
    this.#free = free[0] ?? -1;
    return true;
  }

  /** Appends an entry; whether its key is new. */
  append(key: unknown, value: unknown): boolean {
    if (this.#entryOf.has(key)) return false;
    this.#entryOf.set(key, this.keys.push(key === 0 ? 0 : key) - 1);
    this.values.push(value);
    this.#next.push(used);
    return true;
  }

  /** First live entry at or after an index, -1 at the end. */
  next(from: number): number {
    for (let entry = Math.max(from, 0); entry < this.keys.length; entry++) if (this.#next[entry] === used) return entry;
    return -1;
  }
}

Object.setPrototypeOf(MapTable.prototype, null);
