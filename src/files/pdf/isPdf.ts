import { detectContainer } from '../detect';

export function isPdf(bytes: Uint8Array): boolean {
  const container = detectContainer(bytes);
  return container.kind === 'other' && container.found === 'pdf';
}
