/** Where the bytes of artifacts and states come from. */
import { FusabiError } from "../error.ts";
import { thrownText } from "../host-values.ts";

export type Bytes = Uint8Array | ArrayBuffer;

/** A fetched artifact: a Response, or a Blob. */
export interface ResponseLike {
  readonly ok?: boolean;
  readonly status?: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What of a ReadableStream of bytes is used. */
export interface StreamLike {
  getReader(): { read(): Promise<{ readonly done: boolean; readonly value?: unknown }> };
}

interface URL {
  readonly href: string;
  readonly protocol: string;
}

export type Fetchable = URL | ResponseLike | StreamLike | PromiseLike<ResponseLike>;

export const loadable = "load takes bytes, a URL, a Response, a Blob or a stream of bytes";

const { toString: tagOf } = Object.prototype;
const isShared = (buffer: unknown): boolean => tagOf.call(buffer) === "[object SharedArrayBuffer]";

/** Bytes in a buffer or any view of one, of any realm; those that other threads could change are copied. */
export function bytesOf(source: unknown): Uint8Array | undefined {
  const view = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : isShared(source) || tagOf.call(source) === "[object ArrayBuffer]"
      ? new Uint8Array(source as ArrayBuffer)
      : undefined;
  return view !== undefined && isShared(view.buffer) ? view.slice() : view;
}

/** Reads what takes its time. */
export async function fetchBytes(source: Fetchable): Promise<Uint8Array> {
  if (isUrl(source) && source.protocol === "file:") return readFile(source);
  const response = isUrl(source) ? await fetchUrl(source) : await source;
  if (isStream(response)) return readStream(response);
  if (response === null || typeof response !== "object" || typeof response.arrayBuffer !== "function") throw new FusabiError("misuse", loadable);
  if (response.ok === false) throw new FusabiError("misuse", `the artifact could not be fetched: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

const isUrl = (source: Fetchable): source is URL => typeof (source as Partial<URL> | null)?.href === "string";
const isStream = (source: unknown): source is StreamLike => typeof (source as Partial<StreamLike> | null)?.getReader === "function";

const unreadable = (what: string, cause: unknown): FusabiError => new FusabiError("misuse", `the artifact could not be ${what}: ${thrownText(cause)}`, { cause });

async function fetchUrl(url: URL): Promise<ResponseLike> {
  const { fetch } = globalThis as { fetch?: (url: string) => Promise<ResponseLike> };
  if (fetch === undefined) throw new FusabiError("misuse", "this host has no fetch: read the artifact and give its bytes");
  try {
    return await fetch(url.href);
  } catch (cause) {
    throw unreadable("fetched", cause);
  }
}

async function readStream(stream: StreamLike): Promise<Uint8Array> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const piece = bytesOf(value);
    if (piece === undefined) throw new FusabiError("misuse", loadable);
    pieces.push(piece);
  }
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

interface FileSystem {
  readonly promises: { readFile(url: URL): Promise<Uint8Array> };
}

/** Files are no business of `fetch` where there is a file system. */
async function readFile(url: URL): Promise<Uint8Array> {
  const { process } = globalThis as { process?: { getBuiltinModule?(name: "node:fs"): FileSystem | undefined } };
  const files = process?.getBuiltinModule?.("node:fs");
  if (files === undefined) throw new FusabiError("misuse", "this host has no files: fetch the artifact and give its bytes");
  try {
    return await files.promises.readFile(url);
  } catch (cause) {
    throw unreadable("read", cause);
  }
}
