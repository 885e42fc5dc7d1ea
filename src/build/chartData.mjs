/**
 * Turns the chart's CSV files (src/families/chart) into the compact data that the audit ships.
 * Pure: texts in, plain data out; an unreadable file is refused with its name and line.
 *
 * @typedef {import('../audit/chart/data').ChartData} ChartData
 * @typedef {import('../audit/chart/data').ChartTable} ChartTable
 * @typedef {import('../audit/chart/data').ChartProfile} ChartProfile
 */

const FUNDS = ['', '一般公共预算', '政府性基金', '国有资本经营', '社保基金'];
const CONFIDENCES = ['high', 'medium', 'low'];
const CONDITIONS = ['通用', '行政单位/参公', '事业单位'];
const WEIGHTS = ['nothing', 'hint'];
/** "seen", "seen FY2022/2026 in 14 documents", "name-seen", "recalled"; what is said behind a semicolon is for the reader of the file. */
const BASIS = /^(?:(seen)(?: FY([\d/]+)(?: in \d+ documents)?| in a notice)?|(name-seen)|(recalled))(?:; .+)?$/;
/** The year in which the code got this name is not known: until then the former name may stand as well. */
const UNDATED = 'year of change not known';
const CODE = /^[1-5]\d{2}(\d{2}){0,2}$/;
/** The years the files were written for; an open end in the files means "still valid in the last of them". */
const YEARS = [2019, 2026];

/**
 * @param {Record<'function'|'economicDepartment'|'economicGovernment'|'economicMapping'|'income'|'aliases', string>} csv the text of each file
 * @returns {ChartData}
 * @throws {Error} naming the file and line that cannot be read
 */
export function compileChart(csv) {
  /** @type {ChartProfile[]} */
  const profiles = [];
  const profileIndex = new Map();
  const profile = (line, file) => {
    const [, seen, seenYears, nameSeen] = BASIS.exec(line.basis) ?? refuse(file, line, 'basis');
    const years = seenYears ? seenYears.split('/').map(Number) : [];
    const basis = seen ? 0 : nameSeen ? 1 : 2;
    const tuple = [
      basis,
      position(CONFIDENCES, line.confidence, file, line, 'confidence'),
      position(FUNDS, line.fund ?? '', file, line, 'fund'),
      year(line.from_year, file, line),
      line.to_year === '' ? 0 : year(line.to_year, file, line),
      years[0] ?? 0,
      years[years.length - 1] ?? 0,
      line.basis.includes(UNDATED) ? 1 : 0,
    ];
    const key = tuple.join();
    if (!profileIndex.has(key)) profileIndex.set(key, profiles.push(tuple) - 1);
    return profileIndex.get(key);
  };
  /** @returns {ChartTable} */
  const table = (file, text) => {
    const lines = readCsv(text);
    refuseOverlaps(file, lines);
    return {
      codes: lines.map((line) => code(line.code, file, line)),
      names: lines.map((line) => line.name || refuse(file, line, 'name')),
      profiles: lines.map((line) => profile(line, file)),
    };
  };
  const tables = {
    function: table('function.csv', csv.function),
    department: table('economic_department.csv', csv.economicDepartment),
    government: table('economic_government.csv', csv.economicGovernment),
    income: table('income.csv', csv.income),
  };
  const mapping = readCsv(csv.economicMapping);
  const file = 'economic_mapping.csv';
  const aliases = readCsv(csv.aliases);
  return {
    years: [YEARS[0], YEARS[1]],
    tables,
    pairs: {
      departments: mapping.map((line) => code(line.dept_code, file, line)),
      governments: mapping.map((line) => code(line.gov_code, file, line)),
      conditions: mapping.map((line) => position(CONDITIONS, line.condition, file, line, 'condition')),
      profiles: mapping.map((line) => profile(line, file)),
    },
    aliases: {
      codes: aliases.map((line) => code(line.code, 'aliases.csv', line)),
      names: aliases.map((line) => line.alias || refuse('aliases.csv', line, 'alias')),
      weights: aliases.map((line) => position(WEIGHTS, line.weight, 'aliases.csv', line, 'weight')),
    },
    profiles,
  };
}

function refuseOverlaps(file, lines) {
  const rows = new Map();
  for (const line of lines) {
    const from = Number(line.from_year);
    const to = line.to_year === '' ? Infinity : Number(line.to_year);
    const spans = rows.get(line.code) ?? [];
    if (to < from || spans.some((span) => from <= span.to && span.from <= to)) refuse(file, line, 'from_year');
    rows.set(line.code, [...spans, { from, to }]);
  }
}

function refuse(file, line, column) {
  throw new Error(`${file}:${line.line}: ${column} "${line[column] ?? ''}"`);
}

function position(list, value, file, line, column) {
  const index = list.indexOf(value);
  return index < 0 ? refuse(file, line, column) : index;
}

function year(value, file, line) {
  return /^20\d\d$/.test(value) ? Number(value) : refuse(file, line, 'from_year');
}

function code(value, file, line) {
  return CODE.test(value) ? Number(value) : refuse(file, line, 'code');
}

/** RFC 4180 with a header line → one object a line, with its line number. */
function readCsv(text) {
  const records = [];
  let record = [];
  let field = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  const endField = () => {
    record.push(field);
    field = '';
  };
  const endRecord = () => {
    endField();
    if (record.length > 1 || record[0] !== '') records.push({ start, fields: record });
    record = [];
  };
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\n') line++;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') endField();
    else if (c === '\n') {
      endRecord();
      start = line;
    } else if (c !== '\r') field += c;
  }
  endRecord();
  const [header, ...rest] = records;
  return rest.map(({ start: at, fields }) =>
    Object.fromEntries([['line', at], ...header.fields.map((name, i) => [name.trim(), (fields[i] ?? '').trim()])]),
  );
}
