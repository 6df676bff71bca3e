/** Indices of the cells that compiled code reads and writes. Numbers in a file that imports nothing: the bundle has them in place. */

export const fuelCell = 0;
/** Bytes until the next memory look. */
export const spaceCell = 1;
/** The depth from which frames need `enter`. */
export const depthCell = 2;
/** Nested tail calls. */
export const tailsCell = 3;
/** Elements below which an array may grow by one. */
export const elementsCell = 4;
