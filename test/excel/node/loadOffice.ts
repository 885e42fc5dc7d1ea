import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { minorOf } from '../sim/requirementSets';

/** What a request becomes on its way through office.js, and how its answer comes back. */
export type WireFunction = (safeArray: readonly unknown[], callback: (result: unknown) => void) => void;

/** The globals of office.js that we touch; the rest of it is left as it is. */
export interface OfficeLibrary {
  Excel: typeof Excel;
  OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean }; ErrorCodes: Record<string, string>; CoreErrorCodes: Record<string, string> };
  OSF: {
    DDA: { RichApi: { executeRichApiRequestAsync: WireFunction; richApiMessageManager: { register(handler: (message: unknown) => void): Promise<void> } } };
    _OfficeAppFactory: object;
  };
}

export type ClientFile = 'excel-web-16.00.js' | 'excel-win32-16.01.js';

const compiled = new Map<ClientFile, (scope: object) => void>();

/**
 * Runs Microsoft's client library, unmodified and from node_modules, against a handful of browser stubs. Every call gives a
 * library of its own. Compiled as a function of its globals, in this realm: Date, Array and Error stay those of the test.
 */
export function loadOffice(apiSet: string, file: ClientFile = 'excel-web-16.00.js'): OfficeLibrary {
  let run = compiled.get(file);
  if (!run) {
    const dist = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
    run = new Function('scope', `with(scope){${readFileSync(join(dist, file), 'utf8')}\n}`) as (scope: object) => void;
    compiled.set(file, run);
  }
  const globals = browserStubs();
  const scope: object = new Proxy(globals, {
    has: () => true,
    get: (target, key) =>
      key === Symbol.unscopables ? undefined : key in target ? target[key as string] : (globalThis as Record<PropertyKey, unknown>)[key],
  });
  Object.assign(globals, { window: scope, self: scope, top: scope, parent: scope });
  run.call(scope, scope);

  const library = globals as unknown as OfficeLibrary;
  const context = {
    requirements: { isSetSupported: (name: string, version: string) => name !== 'ExcelApi' || minorOf(version) <= minorOf(apiSet) },
    platform: 'PC',
    diagnostics: { platform: 'PC', version: '16.0.17328.20000', host: 'Excel' },
  };
  // `Office.context` is a getter over this factory, which office.js itself provides in a browser.
  library.OSF._OfficeAppFactory = { ...library.OSF._OfficeAppFactory, getContext: () => context };
  // Makes the library refuse members of API sets that the simulated Excel lacks, as an old library would.
  library.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  return library;
}

function browserStubs(): Record<string, unknown> {
  const nothing = (): void => undefined;
  const element = (): object => ({ style: {}, setAttribute: nothing, appendChild: nothing, getElementsByTagName: () => [] });
  return {
    document: {
      getElementById: () => null,
      getElementsByTagName: () => [],
      createElement: element,
      body: element(),
      head: element(),
      addEventListener: nothing,
    },
    location: { href: 'https://pane.test/', search: '', hash: '', protocol: 'https:', host: 'pane.test', hostname: 'pane.test', origin: 'https://pane.test' },
    navigator: { userAgent: 'Mozilla/5.0', language: 'zh-CN' },
    addEventListener: nothing,
    removeEventListener: nothing,
    postMessage: nothing,
  };
}
