/** Requests of programs, against servers of our own. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchFrom, fetchImport, type HttpResponse } from "../vm/index.ts";

let here: string;
let other: string;
const servers: Server[] = [];

beforeAll(async () => {
  const open = (answer: Parameters<typeof createServer>[1]): Promise<string> =>
    new Promise((resolve) => {
      const server = createServer(answer as never).listen(0, "127.0.0.1", () => resolve(`127.0.0.1:${(server.address() as AddressInfo).port}`));
      servers.push(server);
    });
  other = await open((request, response) => void response.end(`other ${request.headers.authorization ?? "without a secret"}`));
  here = await open((request, response) => {
    const to: Record<string, string> = { "/away": `http://${other}/`, "/on": "/hello", "/round": "/round", "/file": "file:///etc/passwd" };
    const location = to[request.url ?? ""];
    if (location !== undefined) return void response.writeHead(302, { location }).end();
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => response.writeHead(request.url === "/none" ? 404 : 200, { "x-kind": "test" }).end(`${request.method} ${request.url} ${body}`));
  });
});
afterAll(() => {
  for (const server of servers) server.close();
});

const get = async (url: string, hosts: readonly string[], headers: [string, string][] = []): Promise<HttpResponse> => fetchFrom(hosts)({ method: "GET", url, headers, body: "" });

test("a granted host answers, by name and with its port", async () => {
  for (const hosts of [[here], ["127.0.0.1"], ["*"]]) expect(await get(`http://${here}/hello`, hosts)).toMatchObject({ status: 200, body: "GET /hello " });
  expect(await get(`http://${here}/none`, [here])).toMatchObject({ status: 404 });
});

test.each([
  ["another host", "http://example.com/"],
  ["another port", "http://127.0.0.1:1/"],
  ["a file", "file:///etc/passwd"],
  ["data", "data:text/plain,x"],
  ["a host in front of an at sign", "http://127.0.0.1@example.com/"],
])("%s is not granted", async (_, url) => {
  await expect(get(url, [here])).rejects.toMatchObject({ name: "NotGranted" });
});

test("redirects are followed to granted hosts only, without secrets for others", async () => {
  expect(await get(`http://${here}/on`, [here])).toMatchObject({ body: "GET /hello " });
  await expect(get(`http://${here}/away`, [here])).rejects.toThrow(`leads to ${other}, which is not granted`);
  await expect(get(`http://${here}/file`, ["*"])).rejects.toThrow("which is not granted");
  await expect(get(`http://${here}/round`, [here])).rejects.toThrow("from place to place");
  expect(await get(`http://${here}/away`, ["127.0.0.1"], [["Authorization", "secret"]])).toMatchObject({ body: "other without a secret" });
});

test("requests and answers cross as text", async () => {
  const answer = await fetchImport(fetchFrom([here]))("post", `http://${here}/x`, "X-One: 1\nX-Two: a: b", "body");
  expect(answer).toMatch(/^200\n(?:[^\n]+\n)*x-kind: test\n(?:[^\n]+\n)*\nPOST \/x body$/);
});
