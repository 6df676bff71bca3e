/** Guest calls of functions that the host gave as values. */

import type { HostEntry } from "../host-calls.ts";
import { isPromise } from "../host-values.ts";
import type { Machine } from "../machine.ts";
import { isArray } from "../value.ts";
import type { Converter } from "./converter.ts";
import { FusabiError } from "./errors.ts";
import type { Links } from "./links.ts";
import { inward, outward, type Signatures } from "./signature.ts";

/** What a held function gave, with what only it knows: the answer's type. */
interface Answer {
  readonly value: unknown;
  readonly type: Converter;
}

const waits = { "fusabi.invoke": false, "fusabi.invoke_later": true } as const;

export const isInvocation = (name: string): name is keyof typeof waits => Object.hasOwn(waits, name);

export function invokeEntry(signatures: Signatures, links: Links, machine: () => Machine, name: keyof typeof waits): HostEntry {
  return {
    later: waits[name],
    call: ([held, given]) => {
      const found = links.heldFunction(held);
      if (found === undefined || !isArray(given)) throw new FusabiError("bad_value", "the program called what is no function of the host's");
      const signature = signatures.of(found.type);
      const args = signature.params.map((param, index) => outward(param, given[index], signature.labels[index], links, (fuel) => machine().metering.owe(fuel)));
      const typed = (value: unknown): Answer => ({ value, type: signature.result });
      const answer = found.fn(...args);
      return isPromise(answer) ? Promise.resolve(answer).then(typed) : typed(answer);
    },
    accept: (answer, account) => {
      const { value, type } = answer as Answer;
      return inward(type, value, "the function's answer", links, account);
    },
  };
}
