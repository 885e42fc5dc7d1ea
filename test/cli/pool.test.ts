import { describe, expect, it } from 'vitest';
import { shareOut, type Helper } from '../../src/cli/pool';

/** A helper in this thread that answers a little later; `dies` on one task. */
function helper(log: string[], dies: number | null, isReady = true): () => Helper<number, string> {
  return () => {
    let listener: Parameters<Helper<number, string>['listen']>[0] | null = null;
    let isDead = false;
    let last = Promise.resolve();
    return {
      post(task) {
        last = last.then(() => new Promise((resolve) => setTimeout(resolve, 1))).then(() => {
          if (isDead) return;
          if (task === dies) {
            isDead = true;
            listener?.end(new Error('out of memory'));
          } else listener?.answer(`there ${task}`);
        });
      },
      listen(given) {
        listener = given;
        setTimeout(() => (isReady ? given.ready() : given.end(null)), 0);
      },
      close: async () => void log.push('closed'),
    };
  };
}

const tasks = Array.from({ length: 60 }, (_, i) => i);
const run = async (helpers: readonly (() => Helper<number, string>)[], stop = new AbortController().signal) => {
  const begun: number[] = [];
  const results = await shareOut(tasks, {
    here: (task) => new Promise<string>((resolve) => setTimeout(() => resolve(`here ${task}`), 2)),
    lost: (task, cause) => `lost ${task} ${cause instanceof Error ? cause.message : ''}`,
    helpers,
    begin: (task) => void begun.push(task),
    done: (_task, result) => result,
    stop,
  });
  return { begun, results };
};
const numbers = (results: readonly (string | null)[]): number[] => results.map((result) => Number(result?.split(' ')[1]));

describe('work shared out', () => {
  it('comes back in the order of the tasks, each done once, some here and some there', async () => {
    const log: string[] = [];
    const { begun, results } = await run([helper(log, null), helper(log, null)]);
    expect(numbers(results)).toEqual(tasks);
    expect(begun).toEqual(tasks);
    expect(['here', 'there'].every((where) => results.some((result) => result?.startsWith(where)))).toBe(true);
    expect(log).toEqual(['closed', 'closed']);
  });

  it('loses the one task that ends its helper; a new helper goes on', async () => {
    const log: string[] = [];
    const { results } = await run([helper(log, 7)]);
    expect(numbers(results)).toEqual(tasks);
    expect(results.filter((result) => result?.startsWith('lost'))).toEqual(results[7]?.startsWith('lost') ? ['lost 7 out of memory'] : []);
    expect(results.filter((result) => result?.startsWith('there')).length).toBeGreaterThan(5);
  });

  it('is begun no more once it is stopped; what is begun is finished', async () => {
    const stopping = new AbortController();
    setTimeout(() => stopping.abort(), 8);
    const { begun, results } = await run([helper([], null)], stopping.signal);
    expect(begun.length).toBeLessThan(tasks.length);
    expect(results.map((result, i) => result !== null && begun.includes(i))).toEqual(tasks.map((_, i) => i < begun.length));
    expect((await run([], AbortSignal.abort())).results).toEqual(tasks.map(() => null));
  });

  it('is done here where no helper gets ready', async () => {
    expect((await run([helper([], null, false)])).results).toEqual(tasks.map((task) => `here ${task}`));
  });
});
