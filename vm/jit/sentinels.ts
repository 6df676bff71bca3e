/** What compiled code and its callers give each other besides guest values; no guest value is one of these. */

/** The callee did not return: its frames are being handed over, or it left a tail call to be made, or it refused to be entered. */
export const suspended: object = Object.freeze({ suspended: true });
/** The callee left a tail call to whoever called it otherwise than so: `Activation.bounce` makes it. */
export const bounced: object = Object.freeze({ bounced: true });
/** Compiled code has come to where other code goes on: its frame is handed over. */
export const passed: object = Object.freeze({ passed: true });

/** Whether it is one of them, asked so that the host compares nothing but objects. */
export const isSentinel = (value: unknown): boolean => typeof value === "object" && (value === suspended || value === passed || value === bounced);
