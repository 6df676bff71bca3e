/** Guest calls of functions that the host gave as values. */
import type { HostEntry } from "../host-calls.ts";
import type { Machine } from "../machine.ts";
import { isArray } from "../value.ts";
import { FusabiError } from "./errors.ts";
import type { Links } from "./links.ts";
import { inward, outward, type Signatures } from "./signature.ts";

interface Answer {
  readonly value: unknown;
}

/** Converts the answer at once: only the held function knows its type, and a promise's answer by the time it comes. */
export function invokeEntry(signatures: Signatures, links: Links, machine: () => Machine): HostEntry {
  return {
    later: false,
    call: ([held, given]) => {
      const found = links.heldFunction(held);
      if (found === undefined || !isArray(given)) throw new FusabiError("bad_value", "the program called what is no function of the host's");
      const signature = signatures.of(found.type);
      const args = signature.params.map((param, index) => outward(param, given[index], signature.labels[index], links, (fuel) => machine().metering.owe(fuel)));
      const accept = (value: unknown): Answer => ({ value: inward(signature.result, value, "the function's answer", links, (bytes) => machine().metering.allocate(bytes)) });
      const answer = found.fn(...args);
      return answer instanceof Promise ? answer.then(accept) : accept(answer);
    },
    accept: (answer) => (answer as Answer).value,
  };
}
