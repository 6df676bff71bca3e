/** What a case is, and what it says of values and errors. */
import type * as Fusabi from "../../../vm/index.ts";

export interface Case {
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

export type Door = typeof Fusabi;

export const show = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "bigint") return `${part}n`;
    if (part === undefined) return "undefined";
    if (part instanceof Map) return { map: [...part] };
    if (part instanceof Set) return { set: [...part] };
    if (part instanceof Uint8Array) return { bytes: [...part] };
    return typeof part === "number" && !Number.isFinite(part) ? String(part) : part;
  }) ?? String(value);

export function equal(actual: unknown, expected: unknown): void {
  if (show(actual) !== show(expected)) throw new Error(`expected ${show(expected)}, got ${show(actual)}`);
}

/** Runs what must throw one of fusabi's errors; gives it. */
export function thrown(fusabi: Door, code: string, run: () => unknown, text?: string): InstanceType<Door["FusabiError"]> {
  let value: unknown;
  try {
    value = run();
  } catch (error) {
    return checkError(fusabi, code, error, text);
  }
  throw new Error(`expected an error ${code}, got ${show(value)}`);
}

export async function rejected(fusabi: Door, code: string, promise: Promise<unknown>, text?: string): Promise<void> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    checkError(fusabi, code, error, text);
    return;
  }
  throw new Error(`expected an error ${code}, got ${show(value)}`);
}

function checkError(fusabi: Door, code: string, error: unknown, text?: string): InstanceType<Door["FusabiError"]> {
  if (!(error instanceof fusabi.FusabiError)) throw new Error(`expected an error ${code}, got ${String(error)}`);
  if (error.code !== code) throw new Error(`expected an error ${code}, got ${error.code}: ${error.message}`);
  if (text !== undefined && !error.message.includes(text)) throw new Error(`expected a message with ${JSON.stringify(text)}, got ${JSON.stringify(error.message)}`);
  return error;
}

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => (globalThis as unknown as { setTimeout(f: () => void, ms: number): void }).setTimeout(resolve, milliseconds));
