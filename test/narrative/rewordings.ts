/** Changes of the writing that change no meaning: none may bring a finding. */
export const REWORDINGS: Readonly<Record<string, (line: string) => string>> = {
  halfWidth: (line) => line.replace(/[（），；：％]/g, (c) => ({ '（': '(', '）': ')', '，': ',', '；': ';', '：': ':', '％': '%' })[c] ?? c),
  fullWidthDigits: (line) => line.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  separators: (line) => line.replace(/(?<![\d.,])\d{4,}(?=\.\d\d万元)/g, (n) => n.replace(/\B(?=(\d{3})+$)/g, ',')),
  noSeparators: (line) => line.replace(/(\d),(?=\d{3})/g, '$1'),
  nought: (line) => line.replace(/(?<![\d.,])0\.00万元/g, '0万元'),
  noughtInWords: (line) => line.replace(/较上年(?:增加|减少)0(?:\.00)?万元(?:，(?:增长|下降)0(?:\.00)?%)?/g, '较上年无变化'),
  numbering: (line) => line.replace(/^(\d{1,2})[.．](?=[\u4e00-\u9fff])/, '（$1）'),
  dashes: (line) => line.replace(/“/g, '"').replace(/”/g, '"').replace(/（类）/g, '(类)').replace(/（款）/g, '(款)').replace(/（项）/g, '(项)'),
  blanks: (line) => line.replace(/(\d)(万元)/g, '$1 $2').replace(/，/g, '， '),
  inYuan: (line) => line.replace(/(\d[\d,]*)\.(\d\d)万元/g, (_, whole: string, cents: string) => `${(Number(whole.replace(/,/g, '')) * 10_000 + Number(cents) * 100).toFixed(2)}元`),
  synonyms: (line) => line.replace(/较上年无增减(?!变化)/g, '与上年持平').replace(/较上年(增加|减少)/g, '比上年$1').replace(/增长(\d)/g, '上升$1'),
};
