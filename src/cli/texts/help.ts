import type { Bilingual } from './language';

export const HELP: Bilingual = {
  zh: `勾稽：审核综合预算、部门决算公开表格

用法
  gouji check 文件或文件夹…          审核工作簿（.xlsx .xlsm .xls .xlsb .ods .et；文件夹逐层查找）
  gouji check 公开.docx              审核 Word 文件里的表格，并用它们核对文字
  gouji check 文件夹 --checklist 文件夹   一次审核全部报送文件，写出每个单位的检查表和汇总表（见 docs/desk.md）
  gouji read 文件或文件夹…           显示每张工作表读出了什么：表、表头、各栏各行、把握和理由（不审核）
  gouji compare 原来.xlsx 改后.xlsx  两个版本：改了哪些格，问题改正了没有，哪些情况说明失效
  gouji compare --years 上年.xlsx 本年.xlsx   上年栏、年初结转、决算的预算数与上年（公开的预算）对照
  gouji rollup 部门.xlsx 单位或文件夹…        部门的表是否等于各单位之和，对不上的是哪个单位
  gouji annotate 文件或文件夹… --out 文件夹   审核并另写一份带标记的副本：原有内容一样不少，原文件不动
  gouji clear 文件或文件夹… --out 文件夹      另写一份去掉标记的副本
  gouji rules list                   列出审核规则
  gouji rules verify [规则文件…]     检查内置规则和所给规则文件的写法
  gouji explain 规则编号             说明一条规则查什么、依据是什么

check 的选项
  --format text|json|sarif|html   报告格式，默认 text；html 是一个可以打印的网页（汇总表和各单位检查表）
  --out 文件                 报告写入文件（写完才替换旧文件）
  --year 年度                工作簿没有写明年度，或写得不对时指定，例如 --year 2024
  --family 报表              只按一类报表识别：shaanxi-budget（综合预算）或 national-final-accounts（部门决算）
  --chart 文件               导入当年官方科目表（.xlsx 或 .csv），编码以它为准
  --text 文件                与工作簿一起核对的公开说明（.docx .pdf .txt .md）
  --text-anyway              公开说明写的是别的单位或年度时仍然核对
  --explanations 文件        情况说明（gouji-情况说明.json）：金额没有变动的问题不再计数；可以写几次，
                             几个人的合在一起，同一问题后写的为准
  --rules 文件               加上自己的规则文件（可多次；编号相同的替换内置规则），写法见 docs/rules.md
  --checklist 文件夹         写出每个单位的检查表（.xlsx，可打印、可填写）和汇总表.xlsx；已有同名而内容不同的文件不覆盖
  --roster 名册              应报单位的名册（.xlsx 或 .csv，有“单位名称”或“单位编码”栏；或部门自己的
                             工作簿，取收入总表、支出总表列的单位），列出谁没有报
  --reviewer 姓名            印在检查表上的审核人
  --jobs 个数                同时审核的文件数，默认为处理器核数
  --progress                 显示进度和剩余时间（终端中审核多个文件时自动显示）

通用选项
  --lang zh|en               输出语言；默认随系统语言，非英文环境为中文
  --debug                    程序出错时显示详细信息
  --help, -h                 显示本说明
  --version, -V              显示版本

read 的选项
  --format text|json、--family 报表、--out 文件

compare、rollup 的选项
  --format text|json、--out 文件；compare 还有 --explanations 文件，rollup 还有 --progress；见 docs/between.md
  --checklist 文件夹、--reviewer 姓名   写出部门和有关单位（本年、改后文件）的检查表和汇总表，与 check 相同

annotate 的选项
  --notes                    把问题写成单元格批注（原有批注的单元格保留原批注）
  --sheet                    在最后加一张“审核意见”：序号、表、单元格、现为、应为、依据、说明
  --year、--family、--chart、--rules、--explanations   与 check 相同；已说明的问题不标记

rules list 的选项
  --format text|json|markdown、--rules 文件、--out 文件

退出码
  0 没有错误（可能有警告和提示）  1 发现错误  2 有文件不能读取、没有认出公开表，或命令、规则、科目表有误
  130 按 Ctrl+C 停止（已经审核的照样写出）
`,
  en: `gouji: checks disclosed budgets and final accounts

Usage
  gouji check FILE|FOLDER…           check workbooks (.xlsx .xlsm .xls .xlsb .ods .et; folders are searched through)
  gouji check DISCLOSURE.docx        check the tables of a Word file and its prose against them
  gouji check FOLDER --checklist FOLDER   check all submissions at once and write a checklist a unit and a summary (see docs/desk.md)
  gouji read FILE|FOLDER…            show what was understood of each sheet: tables, header, columns, rows, and why (checks nothing)
  gouji compare OLD NEW              two versions: cells changed, findings mended or not, explanations that lapsed
  gouji compare --years LAST THIS    columns of last year, opening balances and budget columns against the earlier workbook
  gouji rollup DEPARTMENT UNIT…      whether the department's tables are the sums of its units', and the unit behind each difference
  gouji annotate FILE|FOLDER… --out FOLDER   check, and write copies with marks that lose nothing; the originals stay as they are
  gouji clear FILE|FOLDER… --out FOLDER      write copies without our marks
  gouji rules list                   list the rules
  gouji rules verify [RULE FILE…]    check how the bundled rules and the given files are written
  gouji explain RULE                 say what a rule checks and where it comes from

Options of check
  --format text|json|sarif|html   format of the report, text by default; html is one printable page (summary and checklists)
  --out FILE                 write the report to a file (replaced only once complete)
  --year YEAR                fiscal year, where the workbook gives none or a wrong one
  --family FAMILY            recognise one family only: shaanxi-budget or national-final-accounts
  --chart FILE               official chart of accounts of the year (.xlsx or .csv), which then decides about codes
  --text FILE                the prose that goes with the workbook (.docx .pdf .txt .md), checked against it
  --text-anyway              check it even where it is about another unit or year
  --explanations FILE        explanations of findings; where the figures are still the same, the finding counts no more.
                             May be given several times: of two about one finding the later stays
  --rules FILE               add a rule file of your own (repeatable; a known id replaces the bundled rule), see docs/rules.md
  --checklist FOLDER         write a checklist for every unit (.xlsx, to be printed and filled in) and summary.xlsx; a file of
                             the same name and other contents is never replaced
  --roster FILE              the units that have to hand in (.xlsx or .csv with a column 单位名称 or 单位编码; or the
                             department's own workbook, whose 收入总表 lists them): who is missing
  --reviewer NAME            printed on the checklists
  --jobs N                   files checked at once, by default as many as there are processors
  --progress                 show progress and the time left (automatic for several files on a terminal)

Common options
  --lang zh|en               language; follows the system, Chinese unless it is English
  --debug                    show details when the program itself fails
  --help, -h                 show this text
  --version, -V              show the version

Options of read
  --format text|json, --family FAMILY, --out FILE

Options of compare and rollup
  --format text|json, --out FILE; compare also --explanations FILE, rollup also --progress; see docs/between.md
  --checklist FOLDER, --reviewer NAME   write checklists for the workbooks concerned and a summary, as check does

Options of annotate
  --notes                    write the findings as notes of their cells (a cell with a note of its own keeps that)
  --sheet                    add a last sheet of all that is to be corrected: cell, now, should be, basis
  --year, --family, --chart, --rules, --explanations   as for check; what is explained is not marked

Options of rules list
  --format text|json|markdown, --rules FILE, --out FILE

Exit code
  0 no error (perhaps warnings and hints)  1 errors found  2 a file could not be read, nothing was recognised, or the command, rules or chart are wrong
  130 stopped by Ctrl+C (what was done is written)
`,
};
