import { HostError, type HostErrorCode } from '../host/workbookHost';

/** The part of `OfficeExtension.Error` we rely on; its codes are stable, its messages are not meant for users. */
interface OfficeError extends Error {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/**
 * What each code of office.js means to the user. Codes that only an error of ours can cause (a bad argument, a property not
 * loaded) are `failed`: the pane shows the diagnostic. Source: Excel.ErrorCodes, OfficeExtension.ErrorCodes and Microsoft's
 * article on error handling.
 */
export const officeErrorCodes: Readonly<Record<string, HostErrorCode>> = {
  AccessDenied: 'protected',
  PermissionDenied: 'readOnly',
  InvalidOperationInCellEditMode: 'cellEditMode',
  WriteNotSupportedWhenModalDialogOpen: 'cellEditMode',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  RangeExceedsLimit: 'tooLarge',
  OperationCellsExceedLimit: 'tooLarge',
  FormulaLengthExceedsLimit: 'tooLarge',
  RangeImageExceedsLimit: 'tooLarge',
  ItemNotFound: 'sheetGone',
  InvalidReference: 'sheetGone',
  UnsupportedSheet: 'sheetGone',
  ApiNotFound: 'oldOffice',
  ApiNotAvailable: 'oldOffice',
  NotImplemented: 'oldOffice',
  UnsupportedFeature: 'oldOffice',
  UnsupportedOperation: 'oldOffice',
  UnsupportedFillType: 'oldOffice',
  ConnectionFailure: 'officeUnreachable',
  Timeout: 'officeUnreachable',
  InvalidOrTimedOutSession: 'officeUnreachable',
  HostRestartNeeded: 'officeUnreachable',
  InactiveWorkbook: 'officeUnreachable',
  RequestAborted: 'cancelled',
  ActivityLimitReached: 'failed',
  CannotRegisterEvent: 'failed',
  CannotUpdateReadOnlyProperty: 'failed',
  Conflict: 'failed',
  DirtySupportingFormula: 'failed',
  EmptyChartSeries: 'failed',
  FilteredRangeConflict: 'failed',
  GeneralException: 'failed',
  InsertDeleteConflict: 'failed',
  InvalidArgument: 'failed',
  InvalidBinding: 'failed',
  InvalidObjectPath: 'failed',
  InvalidOperation: 'failed',
  InvalidRequestContext: 'failed',
  InvalidSelection: 'failed',
  ItemAlreadyExists: 'failed',
  MergedRangeConflict: 'failed',
  NonBlankCellOffSheet: 'failed',
  OpenWorkbookLinksBlocked: 'failed',
  PivotTableRangeConflict: 'failed',
  PowerQueryRefreshResourceChallenge: 'failed',
  PropertyNotLoaded: 'failed',
  RefreshWorkbookLinksBlocked: 'failed',
  RunMustReturnPromise: 'failed',
  ValueNotLoaded: 'failed',
};

/** Any thrown thing as a `HostError`, with office.js's own account of the failing statement in `detail`. */
export function asHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  if (!isOfficeError(error)) return new HostError('failed', error instanceof Error ? error.message : String(error), { cause: error });
  const detail = `${error.code}: ${error.message} ${JSON.stringify(error.debugInfo ?? {})}`;
  return new HostError(hostCode(error), detail, { cause: error });
}

/** true where asking again for less can help. */
export function isTooLarge(error: unknown): boolean {
  return asHostError(error).code === 'tooLarge';
}

/** true where Excel refused the whole request, so that trying its parts cannot help either. */
export function isRefusedAsAWhole(error: unknown): boolean {
  const { code } = asHostError(error);
  return code === 'cellEditMode' || code === 'officeUnreachable' || code === 'cancelled' || code === 'readOnly';
}

function hostCode(error: OfficeError): HostErrorCode {
  // A sheet that refuses names the statement; without one, Excel refused the request itself: the add-in may only read.
  if (error.code === 'AccessDenied' && !error.debugInfo?.errorLocation) return 'readOnly';
  return officeErrorCodes[error.code] ?? 'failed';
}

function isOfficeError(error: unknown): error is OfficeError {
  return error instanceof Error && typeof (error as Partial<OfficeError>).code === 'string';
}
