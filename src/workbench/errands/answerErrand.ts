import { createAuditor, openAudit, type Auditor } from '../../audit/audit';
import { compareVersions, factsOf, rollUp, yearsBetween, type FactBook, type Version } from '../../audit/between';
import { withExplanations, type Explanations } from '../../audit/report/explanations';
import type { WorkbookSnapshot } from '../../audit/workbook';
import { annotatedCopy } from '../../desk/copies';
import { rosterOfFile } from '../../desk/rosterFile';
import { copyKind, FileError, patchCells, readWorkbook } from '../../files';
import { MemoryHost } from '../../host/memory';
import { unpackReport } from '../batch/packing';
import type { Errand, ErrandAnswer, Material, Relation } from './model';

/** In the thread: errands one after the other. What was read stays until the thread ends. Anything but a `FileError` is thrown. */
export function createErrands(): (errand: Errand) => Promise<ErrandAnswer> {
  const auditors = new Map<string, Auditor>();
  const books: FactBook[] = [];
  const versions: (Version & { readonly explained: Explanations })[] = [];

  const auditorFor = (lang: 'zh' | 'en'): Auditor => {
    const auditor = auditors.get(lang) ?? createAuditor({ lang });
    auditors.set(lang, auditor);
    return auditor;
  };
  const read = async (material: Material, relation: Relation, lang: 'zh' | 'en'): Promise<ErrandAnswer> => {
    const auditor = auditorFor(lang);
    const { report, state } = openAudit(await snapshotOf(material), auditor.options, auditor);
    if (relation === 'versions') {
      versions.push({ state, report: { ...report, file: material.path }, explained: material.explained });
      return { kind: 'read', isKnown: true };
    }
    const book = factsOf(state, material.path);
    if (book.tables.length > 0) books.push(book);
    return { kind: 'read', isKnown: book.tables.length > 0 };
  };

  const result = (relation: Relation, lang: 'zh' | 'en', unread: readonly string[]): ErrandAnswer => {
    if (relation === 'versions') {
      const [{ explained, ...old }, now] = versions;
      return { kind: 'versions', comparison: compareVersions({ ...old, report: withExplanations(old.report, explained) }, now, explained, lang) };
    }
    const [book, ...others] = books;
    return { kind: 'between', report: relation === 'rollup' ? rollUp(book, others, lang, unread) : yearsBetween(book, others, lang) };
  };

  return async (errand) => {
    try {
      switch (errand.kind) {
        case 'read': return await read(errand.material, errand.relation, errand.lang);
        case 'result': return result(errand.relation, errand.lang, errand.unread);
        case 'roster': return { kind: 'roster', roster: await rosterOfFile(errand.bytes, () => readWorkbook(errand.bytes, errand.name), auditorFor('zh')) };
        case 'copy': {
          const { material, options } = errand;
          const { bytes, kind, markedCells } = await annotatedCopy(await withEdits(material), unpackReport(errand.report), material.explained, () => snapshotOf(material), options);
          return { kind: 'copied', copy: kind, bytes, markedCells };
        }
      }
    } catch (error) {
      if (error instanceof FileError) return { kind: 'refused', code: error.code, details: error.details };
      throw error;
    }
  };
}

async function snapshotOf(material: Material): Promise<WorkbookSnapshot> {
  return (await hostOf(material)).snapshot();
}

async function hostOf({ bytes, path, edits }: Material): Promise<MemoryHost> {
  const host = new MemoryHost(await readWorkbook(bytes, path.slice(path.lastIndexOf('/') + 1)));
  if (edits.length > 0) host.enter(edits);
  return host;
}

/** The file with what was typed over it; what cannot be patched is built anew from its snapshot, which holds it. */
async function withEdits(material: Material): Promise<Uint8Array> {
  const { bytes, edits } = material;
  const kind = edits.length === 0 ? null : copyKind(bytes);
  return kind === 'package' || kind === 'signed' ? patchCells(bytes, (await hostOf(material)).edits()).bytes : bytes;
}
