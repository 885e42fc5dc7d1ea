/**
 * An ISO 8601 date as Excel's serial number of days (cells of type "d", ISO/IEC 29500-1 section 18.17.4.3); NaN for
 * anything else. Excel counts a 29 February 1900 that never was, hence the step before 1 March 1900.
 */
export function isoDateToSerial(text: string, is1904: boolean): number {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (!match || text.trim() === '') return NaN;
  const [, year, month, day, hour, minute, second] = match;
  const time = hour === undefined ? 0 : (Number(hour) + Number(minute) / 60 + Number(second ?? 0) / 3600) / 24;
  if (year === undefined) return time;
  const days = Math.round((Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / 86_400_000);
  if (is1904) return days - 1462 + time;
  return (days > 60 ? days : days - 1) + time;
}
