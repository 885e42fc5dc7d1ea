import type { Classification, CodeName, Fund } from '../model';
import type { BilingualText } from './verdict';

/** Every sentence of the code rules, in both languages, with the next step. */

export const CLASSIFICATION_NAMES: Readonly<Record<Classification, BilingualText>> = {
  function: { zh: '支出功能分类', en: 'functional classification' },
  department: { zh: '部门预算支出经济分类', en: 'departmental economic classification' },
  government: { zh: '政府预算支出经济分类', en: 'government economic classification' },
  income: { zh: '收入分类', en: 'income classification' },
};

const FUND_NAMES: Readonly<Record<Fund, BilingualText>> = {
  general: { zh: '一般公共预算', en: 'general public budget' },
  governmentFund: { zh: '政府性基金预算', en: 'government fund budget' },
  stateCapital: { zh: '国有资本经营预算', en: 'state capital budget' },
  socialInsurance: { zh: '社会保险基金预算', en: 'social insurance fund budget' },
};

function label({ code, name }: CodeName): string {
  return `${code}“${name}”`;
}

function labels(list: readonly CodeName[]): BilingualText {
  return { zh: list.map(label).join('、'), en: list.map(({ code, name }) => `${code} “${name}”`).join(', ') };
}

function years(first: number, last: number | null): BilingualText {
  if (last === null) return { zh: `${first} 年起`, en: `from ${first}` };
  return first === last ? { zh: `${first} 年`, en: `in ${first}` } : { zh: `${first}—${last} 年`, en: `in ${first}–${last}` };
}

function orNearest(list: readonly CodeName[]): BilingualText {
  if (list.length === 0) return { zh: '', en: '' };
  const shown = labels(list.slice(0, 3));
  return { zh: `相近的编码有 ${shown.zh}。`, en: ` The nearest codes are ${shown.en}.` };
}

export const messages = {
  notDigits: (text: string): BilingualText => ({
    zh: `“${text}”不是科目编码，科目编码只由数字组成。请核对该单元格。`,
    en: `“${text}” is not a code: codes consist of digits only. Please check the cell.`,
  }),

  wrongLength: (classification: Classification, code: string, near: readonly CodeName[]): BilingualText => {
    const lengths = classification === 'function' ? '3、5、7' : classification === 'income' ? '3、5、7、9' : '3、5';
    const hint = orNearest(near);
    return {
      zh: `编码 ${code} 有 ${code.length} 位，${CLASSIFICATION_NAMES[classification].zh}编码应为 ${lengths} 位。${hint.zh}请核对是否多录或少录了数字。`,
      en: `Code ${code} has ${code.length} digits; codes of the ${CLASSIFICATION_NAMES[classification].en} have ${lengths.replaceAll('、', ', ')}.${hint.en} Please check for a digit too many or too few.`,
    };
  },

  unknownClass: (classification: Classification, code: string): BilingualText => ({
    zh: `${CLASSIFICATION_NAMES[classification].zh}中没有以 ${code.slice(0, 3)} 开头的类，编码 ${code} 不成立。请核对编码。`,
    en: `The ${CLASSIFICATION_NAMES[classification].en} has no class ${code.slice(0, 3)}, so there is no code ${code}. Please check the code.`,
  }),

  unlisted: (code: string, year: number, suggestion: CodeName | null, near: readonly CodeName[]): BilingualText => {
    const hint = suggestion === null ? orNearest(near) : likely(suggestion);
    return {
      zh: `内置科目表未收录 ${year} 年的编码 ${code}。${hint.zh}请核对编码；如当年确有此科目，可导入当年的官方科目表。`,
      en: `The built-in chart does not list code ${code} for ${year}.${hint.en} Please check the code; if the year’s chart has it, load the official chart.`,
    };
  },

  unlistedUsual: (code: string, year: number): BilingualText => ({
    zh: `内置科目表未收录 ${year} 年的编码 ${code}，但该编码和名称符合各款通用的编法。如需确认，可导入当年的官方科目表。`,
    en: `The built-in chart does not list code ${code} for ${year}, but code and name follow the usual pattern. Load the year’s official chart to confirm it.`,
  }),

  notInOfficial: (code: string, year: number, suggestion: CodeName | null, near: readonly CodeName[]): BilingualText => {
    const hint = suggestion === null ? orNearest(near) : likely(suggestion);
    return {
      zh: `已导入的官方科目表（${year} 年）中没有编码 ${code}。${hint.zh}请改正编码。`,
      en: `The official chart you loaded (${year}) has no code ${code}.${hint.en} Please correct the code.`,
    };
  },

  otherYears: (
    entry: CodeName & { readonly fromYear: number; readonly toYear: number | null; readonly isUndated: boolean },
    year: number,
    counterpart: CodeName | null,
    isProved: boolean,
  ): BilingualText => {
    if (entry.isUndated && year < entry.fromYear) return firstSeenLater(entry, year);
    const span = years(entry.fromYear, entry.toYear);
    const then = counterpart === null ? null : label(counterpart);
    return {
      zh: `编码 ${label(entry)}只在 ${span.zh}使用，${year} 年${then === null ? '的科目表中没有它' : `应为 ${then}`}。${isProved ? '请改正编码。' : '该启用或停用年份未经官方科目表核实，请核对。'}`,
      en: `Code ${entry.code} “${entry.name}” is used only ${span.en}; ${counterpart === null ? `the chart of ${year} does not have it` : `in ${year} it is ${counterpart.code} “${counterpart.name}”`}. ${isProved ? 'Please correct the code.' : 'The year of the change is not confirmed by an official chart; please check.'}`,
    };
  },

  otherName: (entry: CodeName, name: string, bearers: readonly CodeName[], isConfirmed: boolean): BilingualText => {
    const codes = bearers.slice(0, 3).map((bearer) => bearer.code);
    const borne = {
      zh: codes.length === 0 ? '' : `；“${name}”是 ${codes.join('、')}${bearers.length > 3 ? ' 等' : ' '}的名称`,
      en: codes.length === 0 ? '' : `; “${name}” is the name of ${codes.join(', ')}${bearers.length > 3 ? ' and others' : ''}`,
    };
    return {
      zh: `编码 ${entry.code} 的名称应为“${entry.name}”，表中为“${name}”${borne.zh}。请核对编码或名称。${isConfirmed ? '' : '内置科目表的这一条目未经官方文本核实。'}`,
      en: `Code ${entry.code} is named “${entry.name}”, the table says “${name}”${borne.en}. Please check code or name.${isConfirmed ? '' : ' This entry of the built-in chart is not confirmed by the official text.'}`,
    };
  },

  otherUndatedName: (entry: CodeName, later: CodeName, name: string): BilingualText => ({
    zh: `编码 ${entry.code} 的名称原为“${entry.name}”，后改为“${later.name}”（改名年份未经核实），表中为“${name}”。请核对编码或名称。`,
    en: `Code ${entry.code} was named “${entry.name}” and later “${later.name}” (the year of the change is not confirmed); the table says “${name}”. Please check code or name.`,
  }),

  formerName: (entry: CodeName, name: string): BilingualText => ({
    zh: `编码 ${entry.code} 的名称“${name}”是旧称或地方写法，当年科目表的名称为“${entry.name}”。可改为现行名称。`,
    en: `“${name}” is a former or local name of code ${entry.code}; the year’s chart says “${entry.name}”. You may use the current name.`,
  }),

  nearSpelling: (entry: CodeName, name: string): BilingualText => ({
    zh: `编码 ${entry.code} 的名称“${name}”与科目表的“${entry.name}”写法略有不同。可统一为科目表的写法。`,
    en: `The name “${name}” of code ${entry.code} is spelt a little differently from the chart’s “${entry.name}”. You may use the chart’s spelling.`,
  }),

  otherFund: (code: string, fund: Fund, expected: Fund, isConfirmed: boolean): BilingualText => ({
    zh: `编码 ${code} 属于${FUND_NAMES[fund].zh}，不应列在${FUND_NAMES[expected].zh}的表中。请核对编码，或将该行移到${FUND_NAMES[fund].zh}的表。${isConfirmed ? '' : '内置科目表的这一归属未经官方文本核实。'}`,
    en: `Code ${code} belongs to the ${FUND_NAMES[fund].en} and should not stand in a table of the ${FUND_NAMES[expected].en}. Please check the code or move the row.${isConfirmed ? '' : ' The built-in chart’s statement about the fund is not confirmed by the official text.'}`,
  }),

  otherClassification: (
    code: string,
    actual: Classification,
    expected: Classification,
    known: CodeName | null,
    isCertain: boolean,
  ): BilingualText => {
    const name = known === null ? '' : `“${known.name}”`;
    return {
      zh: `编码 ${code}${name}${isCertain ? '' : '看来'}是${CLASSIFICATION_NAMES[actual].zh}的科目，而本栏应填${CLASSIFICATION_NAMES[expected].zh}的编码。请改填正确的编码。`,
      en: `Code ${code}${name === '' ? '' : ` ${name}`} ${isCertain ? 'belongs' : 'seems to belong'} to the ${CLASSIFICATION_NAMES[actual].en}; this column takes codes of the ${CLASSIFICATION_NAMES[expected].en}. Please enter the right code.`,
    };
  },

  pairNotAllowed: (department: CodeName, government: CodeName, allowed: readonly CodeName[]): BilingualText => {
    const shown = labels(allowed);
    return {
      zh: `部门经济科目 ${label(department)}不对应政府经济科目 ${label(government)}，可对应的是 ${shown.zh}。请核对两个编码。`,
      en: `Departmental code ${department.code} “${department.name}” does not go with government code ${government.code} “${government.name}”; it goes with ${shown.en}. Please check both codes.`,
    };
  },

  mixedUnitKinds: (organ: readonly string[], institution: readonly string[]): BilingualText => ({
    zh: `同一单位既使用机关的政府经济科目（${organ.join('、')}），又使用事业单位的政府经济科目（${institution.join('、')}）。一个单位通常只用其中一种，请核对单位性质和编码。`,
    en: `One unit uses government codes of organs (${organ.join(', ')}) and of institutions (${institution.join(', ')}). A unit normally uses only one kind; please check the unit’s kind and the codes.`,
  }),
};

function firstSeenLater(entry: CodeName & { readonly fromYear: number }, year: number): BilingualText {
  return {
    zh: `编码 ${label(entry)}最早见于 ${entry.fromYear} 年的公开表格，启用年份未经官方科目表核实，内置科目表 ${year} 年未收录。请核对编码；如当年确有此科目，可导入当年的官方科目表。`,
    en: `Code ${entry.code} “${entry.name}” was first seen in tables of ${entry.fromYear}; the year it came into use is not confirmed, and the built-in chart does not list it for ${year}. Please check the code; if the year’s chart has it, load the official chart.`,
  };
}

function likely(suggestion: CodeName): BilingualText {
  return {
    zh: `表中的名称对应 ${label(suggestion)}。`,
    en: ` The name in the table belongs to ${suggestion.code} “${suggestion.name}”.`,
  };
}
