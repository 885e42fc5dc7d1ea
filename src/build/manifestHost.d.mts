export const DEV_HOST: string;
export function manifestFor(manifest: string, host: string | undefined): string;
