import type { Bilingual } from './language';

const did = (suggestion: string | null): Bilingual =>
  suggestion === null ? { zh: '', en: '' } : { zh: `是不是“${suggestion}”？`, en: ` Did you mean ${suggestion}?` };

const TRY_HELP: Bilingual = { zh: '用法见 gouji --help。', en: ' See gouji --help.' };

const REASONS: Readonly<Record<string, Bilingual>> = {
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '超过磁盘限额', en: 'the quota is used up' },
  EFBIG: { zh: '超过文件大小的限额', en: 'larger than a file may be' },
  EACCES: { zh: '没有写入权限', en: 'no permission to write' },
  EPERM: { zh: '没有写入权限', en: 'no permission to write' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENXIO: { zh: '等了 2 秒，没有程序读这个管道', en: 'for 2 seconds nothing has read this pipe' },
  EPIPE: { zh: '读管道的程序已经结束', en: 'what read the pipe has ended' },
};

/** The system's code with what it means, where people would not know. */
function reasonOf(code: string): Bilingual {
  const words = Object.hasOwn(REASONS, code) ? REASONS[code] : null;
  return words ? { zh: `${code}，${words.zh}`, en: `${code}, ${words.en}` } : { zh: code, en: code };
}

/** Whole sentences with the next step; every message of the command line that is no finding. */
/** Unit and year of a document. */
interface Identity {
  readonly unit: string | null;
  readonly year: number | null;
}

/** A count of files by extension: “.docx 3”. */
const isWord = (files: string): boolean => files.startsWith('.docx ');

export const errorTexts = {
  unknownCommand: (name: string, suggestion: string | null): Bilingual => ({
    zh: `没有“${name}”这个命令。${did(suggestion).zh}${TRY_HELP.zh}`,
    en: `There is no command “${name}”.${did(suggestion).en}${TRY_HELP.en}`,
  }),
  fileAsCommand: (name: string): Bilingual => ({
    zh: `没有“${name}”这个命令。要审核这个文件，请用：gouji check "${name}"`,
    en: `There is no command “${name}”. To check this file: gouji check "${name}"`,
  }),
  unknownOption: (name: string, suggestion: string | null): Bilingual => ({
    zh: `没有“${name}”这个选项。${did(suggestion).zh}${TRY_HELP.zh}`,
    en: `There is no option ${name}.${did(suggestion).en}${TRY_HELP.en}`,
  }),
  notForCommand: (name: string, command: string): Bilingual => ({
    zh: `选项“${name}”不能用于 gouji ${command}。${TRY_HELP.zh}`,
    en: `The option ${name} is not for gouji ${command}.${TRY_HELP.en}`,
  }),
  missingValue: (name: string): Bilingual => ({ zh: `选项“${name}”后面要写一个值。${TRY_HELP.zh}`, en: `The option ${name} needs a value.${TRY_HELP.en}` }),
  needlessValue: (name: string): Bilingual => ({ zh: `选项“${name}”不带值。${TRY_HELP.zh}`, en: `The option ${name} takes no value.${TRY_HELP.en}` }),
  givenTwice: (name: string): Bilingual => ({ zh: `选项“${name}”只能写一次。`, en: `The option ${name} may be given only once.` }),
  wrongChoice: (name: string, value: string, choices: readonly string[]): Bilingual => ({
    zh: `“${name}”不能是“${value}”；可以是：${choices.join('、')}。`,
    en: `${name} cannot be “${value}”; it can be ${choices.join(', ')}.`,
  }),
  wrongYear: (value: string): Bilingual => ({ zh: `年度“${value}”不对，请写四位数字，例如 --year 2024。`, en: `“${value}” is no year; write four digits, for example --year 2024.` }),
  wrongJobs: (value: string, most: number): Bilingual => ({ zh: `“--jobs ${value}”不对，请写 1 到 ${most} 的整数。`, en: `“--jobs ${value}”: write a number from 1 to ${most}.` }),
  nothingGiven: (command: string): Bilingual => ({
    zh: `请写出要${{ read: '读取', annotate: '标注', clear: '清除标记' }[command] ?? '审核'}的文件或文件夹：gouji ${command} 预算.xlsx${command === 'annotate' || command === 'clear' ? ' --out 文件夹' : ''}`,
    en: `Name the files or folders: gouji ${command} budget.xlsx${command === 'annotate' || command === 'clear' ? ' --out FOLDER' : ''}`,
  }),
  folderWanted: (command: string): Bilingual => ({
    zh: `请用 --out 写明副本放在哪个文件夹；原文件不会改动：gouji ${command} 预算.xlsx --out 副本`,
    en: `Say with --out which folder the copies go to; the originals stay as they are: gouji ${command} budget.xlsx --out copies`,
  }),
  copyIsInput: (file: string, copy: string): Bilingual => ({
    zh: `“${file}”的副本“${copy}”就是要读取的文件，写入会毁掉它，没有写。请用 --out 换一个文件夹。`,
    en: `The copy of “${file}”, “${copy}”, is a file that is read; it was not written, as that would destroy it. Choose another folder with --out.`,
  }),
  copyIsOther: (file: string, copy: string): Bilingual => ({
    zh: `“${file}”没有写：“${copy}”已经有了，而且不是本工具写的副本，不会覆盖它。请用 --out 换一个文件夹，或先把它移走。`,
    en: `“${file}” was not written: “${copy}” exists and is no copy of ours; it is not replaced. Choose another folder with --out, or move it away first.`,
  }),
  copyTwice: (file: string, copy: string): Bilingual => ({
    zh: `“${file}”没有写：已有另一个文件的副本叫“${copy}”。请先给文件改名，或分两次运行，用不同的 --out 文件夹。`,
    en: `“${file}” was not written: the copy of another file is called “${copy}” already. Rename one of them, or run twice with different folders for --out.`,
  }),
  copyNotWritten: (copy: string, reason: string): Bilingual => ({
    zh: `副本不能写入“${copy}”（${reasonOf(reason).zh}）。请核对文件夹的权限、文件是否正被其他程序打开。`,
    en: `The copy cannot be written to “${copy}” (${reasonOf(reason).en}). Check the permissions of its folder and that no other program holds the file.`,
  }),
  noFolder: (option: string, folder: string): Bilingual => ({
    zh: `${option} 要写一个文件夹，“${folder}”是文件（或在文件之下），没有写，也没有改动它。请写一个文件夹的名称，没有会新建。`,
    en: `${option} takes a folder, and “${folder}” is a file (or lies below one); nothing was written and it was not changed. Name a folder; it is made where there is none.`,
  }),
  noCopyOfWord: (file: string): Bilingual => ({
    zh: `“${file}”是 Word 文件，不能标注。请标注它所依据的工作簿；文字中的问题见 gouji check。`,
    en: `“${file}” is a Word file and cannot be annotated. Annotate the workbook it was made from; gouji check lists what is wrong in its words.`,
  }),
  twoWanted: (): Bilingual => ({
    zh: '请写出两个文件，先旧后新：gouji compare 原来.xlsx 改后.xlsx；与上年对照：gouji compare --years 上年.xlsx 本年.xlsx。',
    en: 'Name two files, the old one first: gouji compare old.xlsx new.xlsx; against last year: gouji compare --years last.xlsx this.xlsx.',
  }),
  unitsWanted: (): Bilingual => ({
    zh: '请先写部门的文件，再写各单位的文件或它们的文件夹：gouji rollup 部门.xlsx 单位/。',
    en: "Name the department's file, then its units' files or their folder: gouji rollup department.xlsx units/.",
  }),
  fileWanted: (name: string): Bilingual => ({ zh: `“${name}”是文件夹；这里要写一个文件。`, en: `“${name}” is a folder; name one file here.` }),
  sameFile: (name: string): Bilingual => ({ zh: `两个文件是同一个：“${name}”。请写出修改前和修改后的两个文件。`, en: `Both are one file: “${name}”. Name the file before and the file after the correction.` }),
  noUnitRead: (): Bilingual => ({ zh: '没有一个单位的文件可以汇总核对：都不能读取，或没有认出公开表。', en: "None of the units' files could be used: they cannot be read, or no table was recognised." }),
  notTheseTables: (file: string): Bilingual => ({
    zh: `“${file}”里没有认出预算或决算公开表，不能核对。请核对是否选错了文件、各表的标题是否还在。`,
    en: `No budget or final accounts table was recognised in “${file}”. Check that it is the right file and that its tables still have their titles.`,
  }),
  noYears: (last: string, now: string): Bilingual => ({
    zh: `“${last}”和“${now}”没有可以对照的数。两个文件应是同类报表的相邻两年（本年的表里有上年栏或年初结转），或同一年的预算和决算；请核对文件和年度，先写上年的文件。`,
    en: `“${last}” and “${now}” have nothing to compare. They should be the same forms of successive years (with columns of last year or opening balances), or the budget and the accounts of one year; check files and years, the earlier first.`,
  }),
  ruleWanted: (): Bilingual => ({ zh: '请写一个规则编号，例如：gouji explain B05.2。编号见 gouji rules list。', en: 'Name one rule, for example: gouji explain B05.2. The ids are in gouji rules list.' }),
  tooManyOperands: (extra: string): Bilingual => ({ zh: `不知道“${extra}”是做什么的。${TRY_HELP.zh}`, en: `“${extra}” is one word too many.${TRY_HELP.en}` }),
  unknownRule: (id: string, near: readonly string[]): Bilingual => ({
    zh: `没有编号为“${id}”的规则。${near.length > 0 ? `相近的有：${near.join('、')}。` : ''}全部编号见 gouji rules list。`,
    en: `There is no rule “${id}”.${near.length > 0 ? ` Near: ${near.join(', ')}.` : ''} All ids are in gouji rules list.`,
  }),
  notFound: (file: string): Bilingual => ({ zh: `找不到“${file}”。请核对文件名和所在的文件夹。`, en: `“${file}” does not exist. Check its name and folder.` }),
  noAccess: (file: string): Bilingual => ({ zh: `没有权限读取“${file}”，或它正被其他程序占用。请关闭占用它的程序，或检查权限。`, en: `“${file}” cannot be opened: no permission, or another program holds it.` }),
  notReadable: (file: string, reason: string): Bilingual => ({ zh: `不能读取“${file}”（${reason}）。`, en: `“${file}” cannot be read (${reason}).` }),
  notAFile: (file: string): Bilingual => ({ zh: `“${file}”不是普通文件，不能审核。`, en: `“${file}” is no ordinary file and cannot be checked.` }),
  linkedFolder: (link: string): Bilingual => ({
    zh: `“${link}”是指向别处文件夹的链接，其中的文件没有查看。要审核，请在命令里写出这个文件夹。`,
    en: `“${link}” is a link to a folder elsewhere; its files were not looked at. Name the folder in the command to check them.`,
  }),
  emptyFolder: (folder: string, others: readonly string[]): Bilingual => ({
    zh: `文件夹“${folder}”里没有工作簿（.xlsx、.xlsm、.xls、.xlsb、.ods、.et）${others.length === 0 ? '' : `，只有其他文件（${others.join('、')}）`}。请核对文件夹${others.some(isWord) ? '；Word 文件（.docx）要在命令里逐个写出' : ''}。`,
    en: `The folder “${folder}” holds no workbook (.xlsx, .xlsm, .xls, .xlsb, .ods, .et)${others.length === 0 ? '' : `, only other files (${others.join(', ')})`}. Check the folder${others.some(isWord) ? '; Word files (.docx) have to be named in the command' : ''}.`,
  }),
  rosterEmpty: (file: string): Bilingual => ({ zh: `名册“${file}”里没有单位。请核对是否选错了文件。`, en: `The roster “${file}” lists no unit. Check that it is the right file.` }),
  rosterColumns: (file: string, columns: readonly string[]): Bilingual => ({
    zh: `名册“${file}”里没有“单位名称”或“单位编码”栏；读到的栏是：${columns.map((column) => `“${column}”`).join('、')}。请把单位所在的栏命名为“单位名称”（或“单位编码”）。`,
    en: `The roster “${file}” has no column 单位名称 (unit name) or 单位编码 (unit code); it has ${columns.map((column) => `“${column}”`).join(', ')}. Name the column of the units 单位名称 or 单位编码.`,
  }),
  rosterNoUnits: (file: string): Bilingual => ({
    zh: `“${file}”是公开报表，但没有列出所属单位的表（部门的收入总表、支出总表）。请用部门的工作簿，或有“单位名称”栏的名册。`,
    en: `“${file}” is a disclosure workbook without a table that lists units (收入总表, 支出总表 of a department). Give the department's workbook, or a list with a column 单位名称.`,
  }),
  rosterNotText: (file: string): Bilingual => ({ zh: `名册“${file}”既不是工作簿，也不是 .csv 文本。请选择 .xlsx 或 .csv 文件。`, en: `The roster “${file}” is neither a workbook nor a CSV text. Choose an .xlsx or .csv file.` }),
  checklistFolder: (folder: string, reason: string): Bilingual => ({
    zh: `检查表不能写入文件夹“${folder}”（${reasonOf(reason).zh}）。请另选一个可以写入的文件夹。`,
    en: `The checklists cannot be written to the folder “${folder}” (${reasonOf(reason).en}). Choose one that can be written to.`,
  }),
  checklistNotWritten: (file: string, reason: string): Bilingual => ({
    zh: `“${file}”没有写成（${reasonOf(reason).zh}）。请关闭占用它的程序，或检查磁盘空间和权限，再运行一次。`,
    en: `“${file}” could not be written (${reasonOf(reason).en}). Close the program that holds it, or check disk space and permissions, and run again.`,
  }),
  workerLost: (file: string): Bilingual => ({
    zh: `审核“${file}”时内存不足或程序中断，该文件没有审核；其他文件照常审核。请单独审核这个文件。`,
    en: `Checking “${file}” took more memory than there is, or broke off; the file was not checked, the others were. Check it by itself.`,
  }),
  nothingRecognised: (file: string, families: readonly Bilingual[], tables: Bilingual): Bilingual => ({
    zh: `没有认出预算或决算表：“${file}”里没有找到${families.map((f) => `“${f.zh}”`).join('、')}中的表（按标题查找，如${tables.zh}），也没有带科目编码和金额的表，因此没有审核。请核对是否选错了文件、表的标题是否还在。`,
    en: `No budget or final accounts table was recognised: “${file}” holds no table of ${families.map((f) => f.en).join(' or ')} (looked for by title, such as ${tables.en}) and no sheet with account codes and amounts, so nothing was checked. Check that it is the right file and that its tables still have their titles.`,
  }),
  nothingChecked: (file: string): Bilingual => ({
    zh: `“${file}”里认出了表，但没有一条规则可以核对（表中没有金额，或缺少相关的表）。请核对是否选错了文件。`,
    en: `Tables were recognised in “${file}”, but no rule could be applied (no amounts, or related tables missing). Check that it is the right file.`,
  }),
  blankForms: (file: string): Bilingual => ({
    zh: `“${file}”是空表：各表基本没有填数，不能说有没有错误。请核对是否选错了文件，或填数后再审核。`,
    en: `“${file}” holds blank forms: hardly a figure in any table, so nothing can be said of it. Check that it is the right file, or fill it in first.`,
  }),
  explanationFile: (file: string): Bilingual => ({
    zh: `“${file}”不是情况说明文件。请使用审核工作台导出的 gouji-情况说明.json，写法见 docs/report.md。`,
    en: `“${file}” is no file of explanations. Use the one the workbench exports, or see docs/report.md.`,
  }),
  internal: (file: string): Bilingual => ({
    zh: `审核“${file}”时程序内部出错，该文件没有审核完。请加 --debug 再运行一次，把显示的内容反馈给我们。`,
    en: `The program failed while checking “${file}”; the file was not checked. Run again with --debug and report what it shows.`,
  }),
  internalAtAll: (): Bilingual => ({
    zh: '程序内部出错，没有完成。请加 --debug 再运行一次，把显示的内容反馈给我们。',
    en: 'The program failed and did not finish. Run again with --debug and report what it shows.',
  }),
  textOfOne: (): Bilingual => ({
    zh: '--text 只能与一个工作簿同用：一份公开说明配一个工作簿。',
    en: '--text goes with one workbook only: one text, one workbook.',
  }),
  textNotReadable: (file: string): Bilingual => ({
    zh: `公开说明“${file}”的内容不是 .docx、.pdf、.txt 或 .md（旧的 .doc 换了扩展名也不行）。请用 Word 或 WPS 打开，另存为 .docx，或复制文字存成 .txt。`,
    en: `The text “${file}” does not hold a .docx, .pdf, .txt or .md file (an old .doc under another extension is none either). Open it in Word or WPS and save it as .docx, or copy its words into a .txt file.`,
  }),
  noText: (file: string): Bilingual => ({
    zh: `“${file}”里没有可以核对的数字。如果是扫描件，它没有文字层；请用原来的文字稿。`,
    en: `“${file}” holds no numbers to check. If it is a scan, it has no text; use the original document.`,
  }),
  otherDocument: (file: string, text: Identity, book: Identity): Bilingual => {
    const zh = [...(text.unit === null ? [] : [`写的是“${text.unit}”，工作簿是“${book.unit}”`]), ...(text.year === null ? [] : [`写的是 ${text.year} 年，工作簿是 ${book.year} 年`])];
    const en = [...(text.unit === null ? [] : [`is about “${text.unit}”, the workbook about “${book.unit}”`]), ...(text.year === null ? [] : [`is of ${text.year}, the workbook of ${book.year}`])];
    return {
      zh: `公开说明“${file}”${zh.join('；')}；没有对照核对。请选对文件；确要核对请加 --text-anyway。`,
      en: `The text “${file}” ${en.join('; it ')}; they were not compared. Choose the right file, or add --text-anyway to compare them all the same.`,
    };
  },
  chartNotText: (): Bilingual => ({
    zh: '科目表文件既不是工作簿，也不是 .csv 文本。请选择 .xlsx 或 .csv 文件。',
    en: 'The chart file is neither a workbook nor a CSV text. Choose an .xlsx or .csv file.',
  }),
  ruleFileTooLarge: (): Bilingual => ({ zh: '规则文件超过 2 MB，不像规则文件。请核对是否选错了文件。', en: 'The rule file is larger than 2 MB and hardly a rule file. Check that it is the right one.' }),
  ruleFileNotText: (): Bilingual => ({ zh: '规则文件不是文本文件。请用 UTF-8 文本保存，写法见 docs/rules.md。', en: 'The rule file is no text. Save it as UTF-8 text; see docs/rules.md.' }),
  ruleInTwoFiles: (id: string): Bilingual => ({ zh: `规则编号 ${id} 在两个规则文件中都有，请改一个。`, en: `The rule ${id} stands in two of the rule files; rename one.` }),
  cannotWrite: (file: string, reason: string): Bilingual => ({
    zh: `报告不能写入“${file}”（${reasonOf(reason).zh}）。请核对文件夹是否存在、文件是否正被其他程序打开。`,
    en: `The report cannot be written to “${file}” (${reasonOf(reason).en}). Check that its folder exists and no other program holds the file.`,
  }),
  outIsWorkbook: (file: string): Bilingual => ({ zh: `--out 指定的“${file}”是已有的工作簿，报告不会覆盖它。请换一个文件名，例如 报告.txt。`, en: `--out names “${file}”, a workbook that exists; the report does not replace it. Choose another name, for example report.txt.` }),
  noStandardInput: (): Bilingual => ({ zh: '“-”不是文件名：本工具不从标准输入读取工作簿。请写工作簿的文件名，或者它所在的文件夹。', en: '“-” is no file name: workbooks are not read from the standard input. Give the name of a workbook, or of its folder.' }),
  outIsOther: (file: string): Bilingual => ({ zh: `--out 指定的“${file}”已经有了，而且不是报告，不会覆盖它。请换一个文件名，例如 报告.txt，或先把它移走。`, en: `--out names “${file}”, which exists and is no report; it is not replaced. Choose another name, for example report.txt, or move it away first.` }),
  outIsInput: (file: string): Bilingual => ({ zh: `--out 指定的“${file}”就是要读取的文件，写入会毁掉它。请换一个文件名。`, en: `--out names “${file}”, which is read; writing would destroy it. Choose another name.` }),
};
