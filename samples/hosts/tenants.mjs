// A web server that runs each tenant's own rules: `node samples/hosts/tenants.mjs name=Rules.fzb other=Others.fzb`. POST /name with an order as JSON. A request has an instance,
// a budget and a time of its own, so that whatever one tenant's rules do, the others are served.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { BoundaryError, Engine, GuestError, LimitError } from "fusabi/vm";

const engine = new Engine({ jit: "auto", limits: { memory: 8 * 1024 * 1024, depth: 10_000, pending: 100 } });
engine.registerFn("stock", async (article) => article.length);
const tenants = new Map(
  process.argv.slice(2).map((pair) => {
    const [name, file] = pair.split("=");
    return [name, engine.load(readFileSync(file))];
  }),
);

async function answer(name, text) {
  const module = tenants.get(name);
  if (module === undefined) return [404, { error: `there is no tenant ${name}` }];
  try {
    const run = module.instantiate().start("price", JSON.parse(text));
    return [200, await run.run({ slice: 100_000, fuel: 1_000_000, signal: AbortSignal.timeout(5000) })];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof BoundaryError) return [400, { error: error.message }];
    if (error instanceof GuestError) return [422, { error: error.message, at: error.trace[0] }];
    if (error instanceof LimitError) return [503, { error: `the rules of ${name} took too much ${error.limit}` }];
    return [503, { error: String(error) }];
  }
}

const server = createServer(async (request, response) => {
  let text = "";
  for await (const part of request.setEncoding("utf8")) {
    text += part;
    if (text.length > 1_000_000) return void response.writeHead(413).end();
  }
  const [status, body] = await answer(request.url.slice(1), text);
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => console.log(server.address().port));
