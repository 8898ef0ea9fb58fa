// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A year of the calendar as its months, each as weeks that begin with Monday.
import { language, t } from '@/i18n'
import type { CalendarDay } from './settings_api'

export interface Month {
  number: number // 1 to 12
  weeks: (CalendarDay | undefined)[][] // undefined: of another month
}

const weekday = (day: string) => (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7

export function monthsOf(days: readonly CalendarDay[]): Month[] {
  const months: Month[] = []
  for (const day of days) {
    const number = Number(day.day.slice(5, 7))
    let month = months[months.length - 1]
    if (month?.number !== number) months.push((month = { number, weeks: [] }))
    const column = weekday(day.day)
    let week = month.weeks[month.weeks.length - 1]
    if (!week || column === 0) month.weeks.push((week = Array(7).fill(undefined)))
    week[column] = day
  }
  return months
}

export const isMarked = ({ kind }: CalendarDay): boolean =>
  kind === 'holiday' || kind === 'adjusted_workday'

export const nameOf = ({ name, name_en }: CalendarDay): string =>
  language.value === 'en' && name_en ? name_en : name

export const dayNumber = ({ day }: CalendarDay): number => Number(day.slice(8))

// What is read aloud of a day: what it is, and the holiday's name.
export const dayShown = (day: CalendarDay): string =>
  [t(`calendar.web.kind.${day.kind}`), nameOf(day)].filter(Boolean).join(' · ')

export const monthName = (number: number): string =>
  new Intl.DateTimeFormat(language.value, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, number - 1, 1)),
  )

// Monday to Sunday; 1 January 2024 was a Monday.
export const weekdayNames = (): { short: string; long: string }[] =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const name = (weekday: 'narrow' | 'long') =>
      new Intl.DateTimeFormat(language.value, { weekday, timeZone: 'UTC' }).format(
        new Date(Date.UTC(2024, 0, day)),
      )
    return { short: name('narrow'), long: name('long') }
  })
