import type { Submission } from '../../desk';
import { stateNames } from '../../desk';
import { verdictWords } from '../../audit/report/verdictWords';
import { checklistWords } from '../../desk/checklist';
import type { Language } from '../texts';
import { reportTexts } from '../texts';
import type { Desk } from './deskOutput';

/** A line a file, worst first, then what concerns them all: for who asked for 检查表 and needs no report on the screen. */
export function submissionLines({ submissions }: Desk, lang: Language): readonly string[] {
  const texts = reportTexts[lang];
  return submissions.map((one) => texts.deskLine(one.unit, one.file.path, foundIn(one, lang)));
}

/** Who is missing, and what was left out or looks odd. */
export function extraLines({ extras: { roster, remarks } }: Desk, lang: Language): readonly string[] {
  const words = checklistWords[lang];
  if (roster === null) return remarks;
  const { missing, present, unlisted } = roster.result;
  return [
    ...remarks,
    words.roster(roster.source, present.length, present.length + missing.length),
    ...missing.map(({ name, code }) => `  ${words.missing}${words.colon}${[code, name].filter(Boolean).join(' ')}`),
    ...unlisted.map(({ file }) => `  ${words.unlisted}${words.colon}${file.path}`),
  ];
}

function foundIn({ standing, state, verdict, failure }: Submission, lang: Language): string {
  const texts = reportTexts[lang];
  if (standing.kind !== 'leading') return checklistWords[lang].setAside(standing.kind, standing.of);
  if (verdict === null || state === 'unknown') return [stateNames[lang][state], failure].filter(Boolean).join(texts.colon);
  const words = verdictWords[lang][verdict.state];
  const { causes, errors, warnings, hints } = verdict;
  const counts = errors + warnings > 0 ? texts.deskProblems(causes, errors, warnings) : hints > 0 ? texts.deskHints(hints) : '';
  return [words, counts].filter(Boolean).join(texts.stop);
}
