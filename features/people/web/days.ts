// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Legal days as the register writes them, 2022-03-05, and periods of them. A period without a last
// day lasts.
import { t } from '@/i18n'

export interface Period {
  from: string
  until: string | null
}

const day_of_china = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })

export const today = (now: Date = new Date()): string => day_of_china.format(now)

export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return ''
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
export const dayBefore = (day: string): string => daysAfter(day, -1)

export const isWithin = ({ from, until }: Period, day: string): boolean =>
  from <= day && (until === null || day <= until)

export const isOver = ({ until }: Period, day: string = today()): boolean =>
  until !== null && until < day

export const isToCome = ({ from }: Period, day: string = today()): boolean => day < from

export function periodShown({ from, until }: Period): string {
  return until === null
    ? t('people.web.period.lasts', { from })
    : t('people.web.period.from_until', { from, until })
}

// As a form sends it: a last day that was left empty is none.
export const periodOf = (from: string, until: string): Period => ({ from, until: until || null })
