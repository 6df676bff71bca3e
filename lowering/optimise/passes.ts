/** The passes of the optimiser, each of which can be switched off. */
export const passNames = ["globals", "invariant", "inline", "fold", "scalars", "unroll", "apart", "retype", "dead", "share"] as const;

export type PassName = (typeof passNames)[number];
export type Passes = Readonly<Record<PassName, boolean>>;

export const passesWithout = (off: readonly PassName[] = []): Passes => Object.fromEntries(passNames.map((name) => [name, !off.includes(name)])) as Passes;
