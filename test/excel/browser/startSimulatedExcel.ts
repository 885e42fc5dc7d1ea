import type { WorkbookSnapshot } from '../../../src/audit/workbook';
import { simWorkbook } from '../sim/model/fromSnapshot';
import type { SimWorkbook } from '../sim/model/workbook';
import { type SimulationOptions, SimulatedExcel } from '../sim/simulatedExcel';
import {
  appContext,
  type Conversation,
  dialogClosed,
  executeRichApi,
  MessageType,
  notSupported,
  PaneAction,
  type PaneMessage,
  paneAddress,
  paneMessage,
  ResponseType,
  ribbonDone,
} from './windowProtocol';

export interface WindowOptions extends SimulationOptions {
  /** Address of the unmodified pane; https, and the same host name as this page. */
  readonly paneUrl: string;
  /** "zh-CN" by default. */
  readonly locale?: string;
}

export interface WindowedExcel {
  readonly excel: SimulatedExcel;
  /** Names of the messages the pane has sent, for a test that fails. */
  readonly log: readonly string[];
  /** Addresses of the windows the pane has opened (`displayDialogAsync`), in a frame of Excel's own. */
  readonly dialogs: readonly string[];
  /** Called after every request of the pane that was carried out, so that a page can draw the workbook again. */
  onExecuted: () => void;
  /** The user chooses a ribbon command of the function file; resolves when the command calls it done. */
  pressRibbon(functionName: string): Promise<void>;
  /** The user closes the window that was opened last. */
  closeDialog(): void;
  stop(): void;
}

/**
 * Opens the pane in the frame and answers it as Excel on the web would. Runs in the page around the frame; the pane and the
 * office.js it loads are untouched. ExcelApi 1.10 cannot be told from 1.1 by the number the protocol carries: use 1.9 or 1.11 up.
 */
export function startSimulatedExcel(frame: HTMLIFrameElement, workbook: WorkbookSnapshot | SimWorkbook, options: WindowOptions): WindowedExcel {
  const book = 'nextId' in workbook ? workbook : simWorkbook(workbook);
  const excel = new SimulatedExcel(book, options);
  const conversation: Conversation = {
    id: crypto.randomUUID(),
    appId: crypto.randomUUID(),
    locale: options.locale ?? 'zh-CN',
    apiSet: excel.apiSet,
    documentUrl: `https://contoso.example/${encodeURIComponent(book.name)}`,
    isReadOnly: book.readOnly,
  };
  const paneOrigin = new URL(options.paneUrl, location.href).origin;
  const log: string[] = [];
  const listeners = new Map<string, unknown>();
  const dialogs: string[] = [];
  const ribbon = new Map<string, () => void>();

  const send = (message: object): void => {
    const common = { _messageType: MessageType.response, _serializerVersion: 1, _errorCode: 0, _origin: location.origin };
    frame.contentWindow?.postMessage(JSON.stringify({ ...common, ...message }), paneOrigin);
  };
  const answer = ({ _actionName, _conversationId, _correlationId }: PaneMessage, _data: unknown, _errorCode = 0): void =>
    send({ _actionName, _conversationId, _correlationId, _data, _errorCode, _responseType: ResponseType.answer });

  const raise = (_actionName: string, _data: unknown): void => {
    const _correlationId = listeners.get(_actionName);
    if (_correlationId === undefined) return;
    send({ _actionName, _conversationId: conversation.id, _correlationId, _data, _responseType: ResponseType.event });
  };

  excel.events.deliver = (entries) =>
    raise('richApiMessage', { ArrayData: entries.map((e) => [e.messageCategory, e.messageType, e.targetId, e.message, 0, e.isRemoteOverride]) });

  const windowed: WindowedExcel = {
    excel,
    log,
    dialogs,
    onExecuted: () => undefined,
    pressRibbon: (functionName) =>
      new Promise((resolve, reject) => {
        if (!listeners.has('appCommandInvoked')) return reject(new Error('the pane listens to no ribbon command'));
        const id = crypto.randomUUID();
        ribbon.set(id, resolve);
        raise('appCommandInvoked', [id, functionName, JSON.stringify({ source: { id: functionName } })]);
      }),
    closeDialog: () => raise('dialogMessageReceived', { messageType: dialogClosed }),
    stop: () => removeEventListener('message', receive),
  };
  const invoke = (message: PaneMessage): void => {
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return answer(message, appContext(conversation));
      case 'ContextActivationManager_notifyHost':
        return answer(message, null);
      case 'executeMethod':
        if (message._data?.DdaMethod?.DispatchId === ribbonDone) return finishRibbon(message);
        answer(message, execute(excel, message));
        return windowed.onExecuted();
      default:
        return answer(message, null, -2);
    }
  };
  const finishRibbon = (message: PaneMessage): void => {
    answer(message, { Version: 1, Error: 0 });
    const id = String(message._data?.[0]);
    ribbon.get(id)?.();
    ribbon.delete(id);
  };
  function receive(event: MessageEvent): void {
    if (event.source !== frame.contentWindow || event.origin !== paneOrigin) return;
    const message = paneMessage(event.data);
    if (!message) return;
    log.push(message._actionName);
    if (message._actionType === PaneAction.invoke) return invoke(message);
    if (message._actionName === 'dialogMessageReceived' && message._actionType === PaneAction.register) dialogs.push(dialogAddress(message));
    if (message._actionType === PaneAction.register) listeners.set(message._actionName, message._correlationId);
    else listeners.delete(message._actionName);
    answer(message, { Version: 1, Error: 0 });
  }
  addEventListener('message', receive);
  frame.src = paneAddress(options.paneUrl, location.origin, conversation);
  return windowed;
}

function dialogAddress({ _data }: PaneMessage): string {
  return (JSON.parse(_data?.targetId ?? '{}') as { url?: string }).url ?? '';
}

function execute(excel: SimulatedExcel, { _data }: PaneMessage): object {
  if (_data?.DdaMethod?.DispatchId !== executeRichApi) return { Version: 1, Error: notSupported };
  const outcome = excel.execute(String(_data.ArrayData?.[4]));
  return 'refused' in outcome ? { Version: 1, Error: outcome.refused } : { Version: 1, Error: 0, Data: [200, [], outcome.body] };
}
