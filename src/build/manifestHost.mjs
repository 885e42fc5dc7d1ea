/** The address in the committed manifest: the server of `npm run excel`. */
export const DEV_HOST = 'https://localhost:3000';

/**
 * The manifest for a server: every address of the development server is replaced.
 *
 * @param {string} manifest
 * @param {string | undefined} host GOUJI_HOST, for example https://gouji.example.gov.cn/excel
 */
export function manifestFor(manifest, host) {
  if (host === undefined || host === '') return manifest;
  const url = new URL(host);
  if (url.protocol !== 'https:') throw new Error(`GOUJI_HOST=${host}: Excel loads add-ins over https only`);
  return manifest.replaceAll(DEV_HOST, url.href.replace(/\/$/, ''));
}
