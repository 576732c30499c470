/** Days off beyond Saturdays and Sundays, and week-ends that are worked. */
type CalendarYear = { year: number; daysOff: readonly string[]; workedWeekend: readonly string[] }

const days = (year: number, list: string): string[] => list.split(' ').map((day) => `${year}-${day}`)

/** The production calendar as the government's decrees made it. Later years come in a calendar package. */
export const russianYears: readonly CalendarYear[] = [
  {
    year: 2025,
    daysOff: days(
      2025,
      '01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31',
    ),
    workedWeekend: ['2025-11-01'],
  },
  {
    year: 2026,
    daysOff: days(
      2026,
      '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31',
    ),
    workedWeekend: [],
  },
]

/** Article 112 of the Labour Code: the same every year, before a decree moves any day. */
export const russianNewYear: readonly string[] = [1, 2, 3, 4, 5, 6, 7, 8].map((day) => `01-0${day}`)
export const russianHolidays: readonly string[] = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04']
