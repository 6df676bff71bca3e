/** How fusabi's process ends; a guest's own code passes through. README.md has the same table for users. */
export const exitCodes = {
  success: 0,
  diagnostics: 1,
  usage: 64,
  invalidArtifact: 65,
  noSuchInput: 66,
  internal: 70,
  cannotWrite: 73,
  limitSpent: 75,
  capabilityRefused: 77,
  interrupted: 130,
  unhandledException: 134,
  brokenPipe: 141,
} as const;
