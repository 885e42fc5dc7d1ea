import { describe, expect, it } from 'vitest';
import { createAuditor, openAudit } from '../../src/audit/audit';
import { FileError, fileErrorText, readWorkbook } from '../../src/files';
import { HOSTILE_FILES } from './set';

/** Each hostile file is refused with a sentence, or read and audited; neither takes long nor much memory. */
const MOST_MS = 8_000;
const MOST_MEMORY = 900 * 1_048_576;
const auditor = createAuditor();

it('a file read by Node, which lies amid others in one stretch of memory, is guarded as well', async () => {
  const { name, make } = HOSTILE_FILES.filter((file) => file.name === 'formula.xls')[0];
  const bytes = make(false);
  const amid = Buffer.concat([Buffer.alloc(24), bytes]).subarray(24);
  await expect(readWorkbook(amid, name)).rejects.toMatchObject({ code: 'damaged' });
});

describe.each(HOSTILE_FILES.filter((file) => !file.isLarge))('$name: $what', ({ name, make, code }) => {
  it(code === null ? 'is read and audited' : `is refused: ${code}`, async () => {
    const bytes = make(false);
    const before = process.memoryUsage().rss;
    const start = process.cpuUsage();
    const result = await readWorkbook(bytes, name).catch((error: unknown) => error);
    if (code === null) {
      expect(result).not.toBeInstanceOf(Error);
      openAudit(result as Awaited<ReturnType<typeof readWorkbook>>, {}, auditor);
    } else {
      expect(result).toBeInstanceOf(FileError);
      const error = result as FileError;
      expect([error.code, error.details.reason]).toEqual([code, error.details.reason]);
      expect(fileErrorText(error.code, 'zh', error.details)).toMatch(new RegExp(`文件“${name}”.*请.*。$`));
      expect(fileErrorText(error.code, 'en', error.details)).toContain(`“${name}”`);
    }
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(MOST_MS);
    expect(process.memoryUsage().rss - before).toBeLessThan(MOST_MEMORY);
  });
});
