/** An action that Excel refuses; the batch stops there. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export function notFound(what: string): ApiError {
  return new ApiError('ItemNotFound', `The requested resource doesn't exist: ${what}`, 404);
}

export function notSimulated(member: string): ApiError {
  return new ApiError('ApiNotFound', `${member} is not simulated`, 404);
}

export function isProtectedSheet(name: string): ApiError {
  return new ApiError('AccessDenied', `The cell or chart you're trying to change is on a protected sheet: ${name}`, 403);
}
