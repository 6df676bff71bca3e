import { Engine, FusabiError } from "fusabi/vm";

const engine = new Engine({ jit: "auto", limits: { memory: 64 * 1024 * 1024 } });
const modules = new Map();

/** Calls an export of a module with a budget; gives its result, or the error's text. */
export default async function call({ key, bytes, name, args, fuel }) {
  if (!modules.has(key)) modules.set(key, engine.load(bytes));
  try {
    return await modules
      .get(key)
      .instantiate()
      .start(name, ...args)
      .run({ fuel });
  } catch (error) {
    if (error instanceof FusabiError) return `${error.code}: ${error.message}`;
    throw error;
  }
}
