import type { Server } from 'node:http';
export function fileFor(folder: string, address: string): string | null;
export function createStaticServer(folder: string): Server;
