/** How frames and registers lie in the stack's arrays. Numbers in a file that imports nothing: the bundle has them in place. */

/** Words of a frame: where to go on in the caller, the caller's base, the register that gets the result. */
export const frameWords = 3;
/** Registers before the first window: nobody's, for results that nothing takes. */
export const firstBase = 1;
