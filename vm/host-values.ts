/** What the host gave or threw, asked with care: it may be hostile, and of any realm. */

const { toString: tagOf } = Object.prototype;

/** An error, of another realm too: of a frame, of Node's `vm`. */
export const isError = (value: unknown): value is Error => value instanceof Error || (typeof value === "object" && tagOf.call(value) === "[object Error]");

/** What was thrown, in words: an error's message or a primitive; nothing else is asked, for it may be hostile or endless. */
export function thrownText(thrown: unknown): string {
  try {
    if (isError(thrown)) return typeof thrown.message === "string" ? thrown.message : "an error without a message";
    return typeof thrown === "object" || typeof thrown === "function" || typeof thrown === "symbol" ? "something that is no error was thrown" : String(thrown);
  } catch {
    return "something that is no error was thrown";
  }
}

/** A promise, of any sort; asking a hostile object may throw: then it is none. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  try {
    return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
  } catch {
    return false;
  }
}
