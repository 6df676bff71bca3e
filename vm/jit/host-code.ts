/** Makes functions of texts, where the host does that at all. */

let texts = 0;

/**
 * The host shares code, and what it learns of it, among all functions of one text: a second module of the same bytes would run code that knows none of its constants,
 * and a class meet all others with as many fields. So every text is another.
 */
export const functionOf = (body: string, ...parameters: readonly string[]): unknown => new Function(...parameters, `${body}\n//${texts++}`);

/** Whether the host compiles text: a content-security policy may forbid it. */
export function hostCompiles(): boolean {
  try {
    return (functionOf("return 1") as () => number)() === 1;
  } catch {
    return false;
  }
}
