import type { RequestListener, Server } from 'node:http';
import type { Server as TcpServer } from 'node:net';
export function fileFor(folder: string, address: string): string | null;
export function isOwnHost(host: string | undefined): boolean;
export function createStaticServer(folder: string): Server;
export function answerFrom(folder: string): RequestListener;
export function listen(server: TcpServer, port: number): Promise<number>;
