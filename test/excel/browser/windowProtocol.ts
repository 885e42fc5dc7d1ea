/** The messages between a task pane and Excel on the web: JSON texts over postMessage; names and numbers are Microsoft's. */
export interface PaneMessage {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: unknown;
  readonly _data?: {
    readonly DdaMethod?: { readonly DispatchId: number };
    readonly ArrayData?: readonly unknown[];
    /** The first argument of a method that has no names for them. */
    readonly 0?: unknown;
    /** Where an event is listened to: a sheet id, or the parameters of a window as JSON text. */
    readonly targetId?: string;
  };
}

export const MessageType = { request: 0, response: 1 } as const;
export const PaneAction = { invoke: 0, register: 1, unregister: 2 } as const;
export const ResponseType = { answer: 0, event: 1 } as const;

/** The method number behind `context.sync()`. */
export const executeRichApi = 93;
/** The method number behind `event.completed()` of a ribbon command. */
export const ribbonDone = 94;
/** What a window tells the page that opened it when the user closes it. */
export const dialogClosed = 12006;
/** "This operation is not supported", for the Common APIs that are not simulated. */
export const notSupported = 5000;

/** A text from the pane as a request, or null for anything else. */
export function paneMessage(data: unknown): PaneMessage | null {
  if (typeof data !== 'string') return null;
  try {
    const message = JSON.parse(data) as Partial<PaneMessage> | null;
    return message?._messageType === MessageType.request && typeof message._actionName === 'string' ? (message as PaneMessage) : null;
  } catch {
    return null;
  }
}

export interface Conversation {
  readonly id: string;
  readonly appId: string;
  readonly locale: string;
  readonly apiSet: string;
  readonly documentUrl: string;
  readonly isReadOnly: boolean;
}

/** What Excel tells a pane that starts: who it is, which document, which API sets. */
export function appContext({ appId, locale, apiSet, documentUrl, isReadOnly }: Conversation): object {
  const none = '00000000-0000-0000-0000-000000000000';
  return {
    _id: appId,
    _appInstanceId: appId,
    _appName: 16,
    _appVersion: 16,
    _appMinorVersion: 0,
    _hostFullVersion: '16.0.18000.40000',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: documentUrl,
    _clientMode: isReadOnly ? 0 : 1,
    _settings: [],
    _reason: 'documentOpened',
    _osfControlType: 0,
    _eToken: '',
    _correlationId: none,
    _requirementMatrix: JSON.stringify({ excelapi: Number(apiSet), richapiruntime: 1.1 }),
    _dialogRequirementMatrix: JSON.stringify({ dialogapi: 1.2 }),
    _hostCustomMessage: '',
    _addinName: 'gouji',
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 0,
    _isFromWacAutomation: false,
    _wacHostEnvironment: '0',
  };
}

/** The address that makes office.js in the pane believe in Excel on the web. */
export function paneAddress(paneUrl: string, parentOrigin: string, { id, appId, locale }: Conversation): string {
  const url = new URL(paneUrl, parentOrigin);
  // Host, platform, version, locale, correlation id, is a dialog, no telemetry, flags.
  url.searchParams.set('_host_Info', ['Excel', 'Web', '16.00', locale, id, '', 'disableLogging', '0'].join('$'));
  url.hash = `&_xdm_Info=${id}|${appId}|${parentOrigin}`;
  return url.href;
}
