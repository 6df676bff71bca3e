/** Texts by key, which a program keeps beyond its run. */
import { isPromise } from "../host-values.ts";

/** What a host grants by `state`; a `Map` of strings is one. Answers may be promises. */
export interface Store {
  get(key: string): unknown;
  set(key: string, value: string): unknown;
  delete(key: string): unknown;
  keys(): Iterable<string>;
}

/** A store in memory that a program cannot fill without end. */
export class BoundedStore extends Map<string, string> {
  readonly #most: number;
  #units = 0;

  /** `most`: UTF-16 units of all keys and values together. */
  constructor(most: number) {
    super();
    this.#most = most;
  }

  override set(key: string, value: string): this {
    const known = this.get(key);
    const units = this.#units + value.length - (known?.length ?? -key.length);
    if (units > this.#most) throw new Error(`the store is full: it has room for ${this.#most} characters`);
    this.#units = units;
    return super.set(key, value);
  }

  override delete(key: string): boolean {
    const known = this.get(key);
    if (known !== undefined) this.#units -= known.length + key.length;
    return super.delete(key);
  }
}

/** The imports `fusabi.state_get` and so on; keys come as `length:key` one behind the other, in the order of their code units. */
export const stateImports = {
  state_get: (store: Store) => (key: string) => store.get(key) ?? undefined,
  state_set: (store: Store) => (key: string, value: string) => settled(store.set(key, value)),
  state_remove: (store: Store) => (key: string) => settled(store.delete(key)),
  state_keys: (store: Store) => () =>
    [...store.keys()]
      .sort((a, b) => (a < b ? -1 : 1))
      .map((key) => `${key.length}:${key}`)
      .join(""),
} as const;

/** Waits for a promise, and gives nothing: what `Map.set` gives is no value of the guest's. */
const settled = (answer: unknown): unknown => (isPromise(answer) ? answer.then(() => undefined) : undefined);
