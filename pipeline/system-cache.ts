/** The folder under which everything is kept between runs. `FUSABI_CACHE` names another one. */
import { homedir } from "node:os";
import path from "node:path";

export const systemCache = (): string => process.env.FUSABI_CACHE || path.join(systemFolder(), "fusabi");

function systemFolder(): string {
  if (process.platform === "win32") return process.env.LOCALAPPDATA || path.join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Caches");
  return process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache");
}
