// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { addressOf } from '@/api/address'
import { answer, client, ifMatch, keyed, type Schema } from '@/api/client'
import { upload } from '@/api/upload'

export type SettingView = Schema['SettingView']
export type SettingItem = Schema['SettingItem']
export type SettingValue = Schema['SettingValue']
export type PastSetting = Schema['PastSetting']
export type CalendarView = Schema['CalendarView']
export type CalendarLine = Schema['CalendarLine']
export type CalendarDay = Schema['CalendarDayView']
export type CalendarPreview = Schema['CalendarPreview']

export const setting_groups = [
  'plan_year',
  'topics',
  'reviews',
  'notice',
  'papers',
  'quorum',
  'outcomes',
  'proposals',
  'opinions',
] as const
export const file_limit = 4 * 1024 * 1024

export interface SettingFilter {
  group?: (typeof setting_groups)[number]
  q?: string
  changed?: boolean
}

export async function fetchSettings(filter: SettingFilter): Promise<SettingView[]> {
  return (await answer(client.GET('/api/settings', { params: { query: { ...filter } } }))).items
}

export const settingsAddress = (filter: SettingFilter): string =>
  addressOf('/api/settings/export', filter)

export function fetchSetting(key: string): Promise<SettingView> {
  return answer(client.GET('/api/settings/{key}', { params: { path: { key } } }))
}

export async function fetchHistory(key: string): Promise<PastSetting[]> {
  const params = { path: { key } }
  return (await answer(client.GET('/api/settings/{key}/history', { params }))).items
}

export function setSetting(
  setting: SettingView,
  body: Schema['SettingRequest'],
  key: string,
): Promise<SettingView> {
  const header = { ...keyed(key), ...ifMatch(setting.version) }
  const params = { path: { key: setting.key }, header }
  return answer(client.PUT('/api/settings/{key}', { body, params }))
}

export function resetSetting(
  setting: SettingView,
  reason: string,
  key: string,
): Promise<SettingView> {
  const header = { ...keyed(key), ...ifMatch(setting.version) }
  const params = { path: { key: setting.key }, header }
  return answer(client.POST('/api/settings/{key}/reset', { body: { reason }, params }))
}

// Without a year this one.
export function fetchCalendar(year?: number): Promise<CalendarView> {
  if (year === undefined) return answer(client.GET('/api/calendar'))
  return answer(client.GET('/api/calendar/years/{year}', { params: { path: { year } } }))
}

export async function fetchYears(): Promise<CalendarLine[]> {
  return (await answer(client.GET('/api/calendar/years'))).items
}

export const calendarAddress = (year: number): string => `/api/calendar/years/${year}/export`

export function markDay(
  day: string,
  version: number,
  body: Schema['DayRequest'],
  key: string,
): Promise<CalendarView> {
  const header = { ...keyed(key), ...ifMatch(version) }
  return answer(client.PUT('/api/calendar/days/{day}', { body, params: { path: { day }, header } }))
}

export function completeYear(
  line: CalendarLine,
  body: Schema['CompleteRequest'],
  key: string,
): Promise<CalendarView> {
  const header = { ...keyed(key), ...ifMatch(line.version) }
  const params = { path: { year: line.year }, header }
  return answer(client.PUT('/api/calendar/years/{year}/completeness', { body, params }))
}

export function previewCalendar(
  file: File,
  key: string,
  progress: (share: number) => void,
): Promise<CalendarPreview> {
  return upload<CalendarPreview>({ path: '/api/calendar/previews', file, key, progress })
}

export function importCalendar(
  preview: CalendarPreview,
  reason: string,
  key: string,
): Promise<Schema['CalendarImported']> {
  const years = preview.years
    .filter((year) => !year.same)
    .map(({ year, version, days }) => ({ year, version, days }))
  const params = { header: keyed(key) }
  return answer(client.POST('/api/calendar/imports', { body: { years, reason }, params }))
}
