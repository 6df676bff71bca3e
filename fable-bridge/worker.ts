/** The compiler's process. Loading takes a quarter of a second that the parent can spend on reading the project. */
import { Fable } from "./fable.ts";
import { serve } from "./service.ts";

const opening = Fable.open();
opening.catch(() => {});
serve(opening);
