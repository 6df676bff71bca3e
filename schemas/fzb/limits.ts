/** Versions and sizes: the support window, and what every reader accepts and no writer exceeds. */

/** The version `writeModule` writes. */
export const formatVersion = 1;
/** The oldest version `readModule` reads. A version stays readable for at least two minor releases after the one that replaces it. */
export const oldestFormatVersion = 1;

/** The cost tables a machine of this release can charge by. */
export const costTableVersion = 1;
export const oldestCostTableVersion = 1;

export const limits = {
  /** Registers of one function, its parameters included. */
  registers: 65_535,
  /** Items of one operand list: arguments, captured values, switch targets. */
  listItems: 65_535,
  /** Regions open at once in one function. */
  nesting: 1_000,
  /** Words of one function's code. */
  codeWords: 1 << 24,
  /** Registers times words of one function: what its analysis takes. */
  registerWords: 1 << 26,
  captures: 4_096,
  /** Slots of one type, inherited ones included. */
  slots: 4_096,
  /** Cases of one union: the tag has 12 bits. */
  cases: 4_096,
  types: 65_536,
  functions: 1 << 20,
  globals: 1 << 20,
  imports: 65_536,
  /** UTF-16 units of one text. */
  textUnits: 1 << 24,
  /** Bytes of one integer constant's magnitude. */
  integerBytes: 65_536,
} as const;
