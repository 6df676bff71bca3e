/** What becomes an image (`image.ts`): the compiler after a first job with the options that the argument says. `pipeline/bundle.mjs` makes it one script. */
import { startupSnapshot } from "node:v8";
import { warmUpSource } from "./contract.ts";
import { Fable } from "./fable.ts";
import type { ImageOptions } from "./image.ts";
import { serve } from "./service.ts";

const options = JSON.parse(process.argv[2]!) as ImageOptions;
Fable.open().then((fable) => {
  fable.compile({ ...options, projectFile: "WarmUp.fsproj", files: [{ path: "WarmUp.fs", source: warmUpSource, own: true }] });
  startupSnapshot.setDeserializeMainFunction(() => serve(Promise.resolve(fable)));
});
