/** The numbers of the snapshot format, version 1; docs/snapshot-format.md says what stands where. Numbers are never reused. */
import type { Envelope } from "../../schemas/fzb/container.ts";

/** A version stays readable for at least two minor releases after the one that replaces it. */
export const snapshotEnvelope: Envelope = { magic: [0x46, 0x5a, 0x53, 0x01], missing: "not_snapshot", version: 1, oldest: 1 };

export const sectionIds = { texts: 1, module: 2, shapes: 3, contents: 4, weak: 5, marks: 6, state: 7 } as const;

export const valueTags = { undefined: 0, null: 1, false: 2, true: 3, int: 4, double: 5, bigint: 6, text: 7, object: 8 } as const;

/** Bytes of one integer's magnitude: what the machine's own bound allows, and a little more. */
export const integerBytes = 1 << 18;
/** Units of one text. */
export const textUnits = 2 ** 29;
