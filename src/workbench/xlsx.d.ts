/** A workbook that webpack puts into the page as a data URL. */
declare module '*.xlsx' {
  const dataUrl: string;
  export default dataUrl;
}
