export function sideloadSteps(platform: string, manifest: string): string;
