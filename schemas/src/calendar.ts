const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the day exists in the Gregorian calendar. Years 1 to 9999; `month` and `day` count from 1. */
export function isDate(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return year >= 1 && day >= 1 && day <= days;
}

/** Whether the date in a timestamp of the form `YYYY-MM-DDT...` exists. The form itself is checked elsewhere. */
export function hasDate(timestamp: string): boolean {
  return isDate(Number(timestamp.slice(0, 4)), Number(timestamp.slice(5, 7)), Number(timestamp.slice(8, 10)));
}
