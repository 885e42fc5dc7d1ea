/** Codes of a Chinese font that a PDF names without holding them; other scripts are left to the library, which then answers no text. */
export async function cmapOf(name: string): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
  const { default: codes } = await import(/* webpackChunkName: "pdf" */ '../../generated/fontCodes');
  if (!Object.hasOwn(codes, name)) throw new Error(`no codes of ${name}`);
  return { cMapData: Uint8Array.from(atob(codes[name]), (c) => c.charCodeAt(0)), isCompressed: true };
}
