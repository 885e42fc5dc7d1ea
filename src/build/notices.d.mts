import type { WebpackPluginInstance } from 'webpack';
export function noticesPlugin(folder: string): WebpackPluginInstance;
export function packageRoot(file: string): string | null;
export function noticesText(roots: readonly string[]): string;
