/** Does work as a plain user: whoever may do everything is refused nothing. */
export async function asPlainUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.setegid?.(NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

/** Who owns nothing, on every Linux. */
export const NOBODY = 65_534;
