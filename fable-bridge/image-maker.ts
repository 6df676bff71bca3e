/** Makes an image (`image.ts`) while nobody waits for it: `image-maker FILE OPTIONS`. */
import { renameSync, rmSync, statSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { globSync } from "tinyglobby";
import { stackOption } from "./host.ts";

const giveUpMs = 10 * 60 * 1000;
const keptImages = 4;

const make = async (file: string, options: string): Promise<void> => {
  const written = `${file}.tmp`;
  const other = statSync(written, { throwIfNoEntry: false });
  if (other !== undefined && Date.now() - other.mtimeMs < giveUpMs) return;
  setPriority(constants.priority.PRIORITY_LOW);
  const content = fileURLToPath(new URL("./image-content.cjs", import.meta.url));
  const { exitCode } = await execa(process.execPath, [stackOption, "--snapshot-blob", written, "--build-snapshot", content, options], {
    reject: false,
    stdio: "ignore",
    timeout: giveUpMs,
  });
  if (exitCode !== 0) return rmSync(written, { force: true });
  renameSync(written, file);
  for (const old of imagesBeside(file).slice(keptImages)) rmSync(old, { force: true });
};

/** The images of all versions, the last one made first: each version of the compiler has a folder beside the others. */
const imagesBeside = (file: string): string[] => globSync("*/*.image", { cwd: dirname(dirname(file)), absolute: true }).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

const [file, options] = process.argv.slice(2);
await make(file!, options!);
