/**
 * A checker keeps what it knows of a file, by name, until it reads another text of it or of one before it; that a file has gone, or comes in another place, it does not see. The
 * first file in another place than before gets a comment at its end that it has not had yet.
 */
export class FileOrder {
  #names: readonly string[] = [];
  readonly #marks = new Map<string, string>();
  #made = 0;

  /** The sources as the checker is to read them. */
  mark(names: readonly string[], sources: readonly string[]): string[] {
    const moved = names.find((name, at) => name !== this.#names[at]);
    if (moved !== undefined && this.#names.length > 0) this.#marks.set(moved, `\n// ${++this.#made}`);
    this.#names = names;
    return sources.map((source, at) => source + (this.#marks.get(names[at]) ?? ""));
  }
}
