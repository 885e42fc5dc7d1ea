import type { EventEntry } from './wire/protocol';

/** Event numbers of the wire protocol by event; those of ExcelApi 1.17 are called "_RegisterEvent…", the older ones "_Register…Event". */
const eventTypes: Readonly<Record<string, number>> = { DataChanged: 10, Added: 13, Deleted: 15, NameChanged: 25, VisibilityChanged: 26, Moved: 27 };
const newer = ['NameChanged', 'VisibilityChanged', 'Moved'];
const wireName = (name: string): string => (newer.includes(name) ? `Event${name}` : `${name}Event`);

/** Which events the pane listens to, and the ones waiting to be delivered after the batch's own answer. */
export class Events {
  private readonly listening = new Map<string, number>();
  private waiting: EventEntry[] = [];
  deliver: (entries: readonly EventEntry[]) => void = () => undefined;

  /** The wire methods by which an object lets the client listen to it. */
  methods(target: string): Record<string, () => void> {
    return Object.fromEntries(
      Object.keys(eventTypes).flatMap((name) => [
        [`_Register${wireName(name)}`, () => this.count(name, target, 1)],
        [`_Unregister${wireName(name)}`, () => this.count(name, target, -1)],
      ]),
    );
  }

  get isSilent(): boolean {
    return [...this.listening.values()].every((count) => count === 0);
  }

  fire(name: string, targets: readonly string[], message: object, isRemote = false): void {
    for (const target of targets) {
      if (!this.listening.get(`${name} ${target}`)) continue;
      this.waiting.push({
        messageCategory: 65536,
        messageType: eventTypes[name],
        targetId: target,
        message: JSON.stringify(message),
        isRemoteOverride: isRemote,
      });
    }
  }

  flush(): void {
    const entries = this.waiting;
    this.waiting = [];
    if (entries.length > 0) this.deliver(entries);
  }

  private count(name: string, target: string, by: number): void {
    const key = `${name} ${target}`;
    this.listening.set(key, Math.max(0, (this.listening.get(key) ?? 0) + by));
  }
}
