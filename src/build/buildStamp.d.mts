export interface BuildStamp {
  readonly startedAt: number;
  readonly host?: string;
  readonly office?: string;
}
export function readStamp(dist: string): BuildStamp | null;
export function isFresh(root: string, dist: string): boolean;
