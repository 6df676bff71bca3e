/**
 * Requests that a program sends to the hosts that are granted. They cross as text: method, URL, headers as lines of `name: value`, body; and back the status, the headers
 * and, behind an empty line, the body.
 */
import { NotGranted } from "../host-calls.ts";

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly body: string;
}

export type Send = (request: HttpRequest) => PromiseLike<HttpResponse>;

interface Url {
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly href: string;
}

interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  cancel(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Iterable<readonly [string, string]> & { get(name: string): string | null };
  readonly body: { getReader(): Reader } | null;
}

interface Platform {
  readonly fetch: (url: string, init: object) => Promise<Answer>;
  readonly URL: new (text: string, base?: string) => Url;
  readonly TextDecoder: new () => { decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string };
}

const mostRedirects = 20;
const mostBytes = 64 * 2 ** 20;
const redirecting: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** What another host must not see. */
const secret: ReadonlySet<string> = new Set(["authorization", "cookie", "proxy-authorization"]);

/** Sends to `host` and `host:port` as they are named, to any where `*` is among them; redirects lead to these only. What else is asked for ends the guest's run. */
export function fetchFrom(hosts: readonly string[]): Send {
  const platform = globalThis as unknown as Platform;
  const granted = new Set(hosts.map((host) => host.toLowerCase()));
  const isGranted = ({ protocol, host, hostname }: Url): boolean => /^https?:$/.test(protocol) && (granted.has("*") || granted.has(host) || granted.has(hostname));
  return (request) => {
    const url = new platform.URL(request.url);
    if (!isGranted(url)) throw new NotGranted(/^https?:$/.test(url.protocol) ? url.host : url.protocol);
    return follow(platform, request, url, isGranted);
  };
}

async function follow(platform: Platform, { method, headers, body }: HttpRequest, first: Url, isGranted: (url: Url) => boolean): Promise<HttpResponse> {
  let url = first;
  const isReading = method === "GET" || method === "HEAD";
  for (let count = 0; count <= mostRedirects; count++) {
    const sent = url.host === first.host ? headers : headers.filter(([name]) => !secret.has(name.toLowerCase()));
    const answer = await platform.fetch(url.href, { method, headers: sent, redirect: "manual", ...(isReading ? {} : { body }) });
    if (answer.type === "opaqueredirect") throw new Error(`${first.href} leads elsewhere, and this host does not say where`);
    const to = redirecting.has(answer.status) && isReading ? answer.headers.get("location") : null;
    if (to === null) return { status: answer.status, headers: answer.headers, body: await textOf(answer, new platform.TextDecoder()) };
    url = new platform.URL(to, url.href);
    if (!isGranted(url)) throw new Error(`${first.href} leads to ${url.host}, which is not granted`);
  }
  throw new Error(`${first.href} leads from place to place`);
}

async function textOf({ body }: Answer, decoder: InstanceType<Platform["TextDecoder"]>): Promise<string> {
  const reader = body?.getReader();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return text + decoder.decode();
    bytes += value?.length ?? 0;
    if (bytes > mostBytes) {
      await reader?.cancel();
      throw new Error(`the answer has more than ${mostBytes} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The import `fusabi.fetch`. */
export function fetchImport(send: Send): (method: string, url: string, headers: string, body: string) => PromiseLike<string> {
  return (method, url, headers, body) => {
    const pairs = headers.split("\n").filter((line) => line !== "");
    const parsed = pairs.map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()] as const);
    return Promise.resolve(send({ method: method.toUpperCase(), url, headers: parsed, body })).then((answer) => {
      const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}`);
      return `${[answer.status, ...lines].join("\n")}\n\n${answer.body}`;
    });
  };
}
