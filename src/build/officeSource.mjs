/**
 * Where office.js comes from, and what the pages may load. Microsoft's library is never part of the build.
 *   cdn          Microsoft's global CDN (default, the one Microsoft supports)
 *   cn           the CDN of the Chinese Office 365 (21Vianet)
 *   self:/path   a copy on your own server, /path/office.js
 */
const CDN = 'https://appsforoffice.microsoft.com';
const CN = 'https://appsforoffice.cdn.partner.office365.cn';

/**
 * @param {string | undefined} choice GOUJI_OFFICE_JS
 * @returns {{ script: string, origin: string | null }} the address of office.js, and its origin where it is not our own
 */
export function officeSource(choice = 'cdn') {
  if (choice === '' || choice === 'cdn') return { script: `${CDN}/lib/1/hosted/office.js`, origin: CDN };
  if (choice === 'cn') return { script: `${CN}/appsforoffice/lib/1/hosted/office.js`, origin: CN };
  const path = /^self:(\/[\w./-]*)$/.exec(choice)?.[1];
  if (path === undefined) throw new Error(`GOUJI_OFFICE_JS=${choice}: expected cdn, cn or self:/path`);
  return { script: `${path.replace(/\/$/, '')}/office.js`, origin: null };
}

/**
 * The content policy of a page: nothing from elsewhere but office.js, no eval, no connection to other hosts. Styles are
 * written by Fluent UI and by office.js into style elements. No frame-ancestors: Excel on the web shows the pane in a frame.
 *
 * @param {{ origin: string | null } | null} office null for the page without Excel
 */
export function contentPolicy(office) {
  const foreign = office?.origin ? ` ${office.origin}` : '';
  return [
    `default-src 'self'`,
    `script-src 'self'${foreign}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self' data:`,
    `connect-src 'self'${foreign}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}
