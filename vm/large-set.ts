/** Sets and maps of more members than the host's hold (some 16 million): several of them, of which the last is filled. */
const mostMembers = 2 ** 23;

export class LargeSet {
  readonly #parts: Set<unknown>[] = [new Set()];

  /** Whether it is new. */
  add(value: unknown): boolean {
    const parts = this.#parts;
    for (let at = 0; at < parts.length; at++) if (parts[at].has(value)) return false;
    if (parts[parts.length - 1].size >= mostMembers) parts.push(new Set());
    parts[parts.length - 1].add(value);
    return true;
  }
}

/** Numbers things in the order they come. */
export class Numbering {
  readonly #parts: Map<object, number>[] = [new Map()];
  #count = 0;

  /** The number of a thing, or -1 for a new one, which has the next number from now on. */
  find(thing: object): number {
    const parts = this.#parts;
    for (let at = 0; at < parts.length; at++) {
      const number = parts[at].get(thing);
      if (number !== undefined) return number;
    }
    if (parts[parts.length - 1].size >= mostMembers) parts.push(new Map());
    parts[parts.length - 1].set(thing, this.#count++);
    return -1;
  }
}
