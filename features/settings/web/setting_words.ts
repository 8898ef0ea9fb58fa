// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How settings are said, and how a duration is put together from its number and unit.
import { language, t } from '@/i18n'
import type { SettingItem, SettingView } from './settings_api'

export function itemName(setting: Pick<SettingView, 'columns'>, item: SettingItem): string {
  if (setting.columns.reviewers) return t(`members.web.role.${item.id}`)
  return language.value === 'en' && item.name_en ? item.name_en : item.name
}

export function frequencyShown(item: SettingItem): string {
  const least = item.least ?? undefined
  const most = item.most ?? undefined
  if (least === most) return String(least ?? '—')
  if (most === undefined) return `≥ ${least}`
  return least === undefined ? `≤ ${most}` : `${least}–${most}`
}

export const duration_units = ['d', 'wd', 'mo'] as const

// "15wd" → its number and unit; of what is none, an empty number of days.
export function durationParts(text: string): { count: string; unit: string } {
  const [, count, unit] = /^(\d*)(d|wd|mo)$/.exec(text) ?? []
  return { count: count ?? '', unit: unit ?? 'd' }
}

// Empty: no limit.
export const durationText = (count: string, unit: string): string =>
  count.trim() ? `${count.trim()}${unit}` : ''

// What a field takes as a number; of no number, nothing.
export function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null
}

// A name for a new row that no other has.
export function freshId(items: readonly { id: string }[]): string {
  const taken = new Set(items.map((item) => item.id))
  let number = items.length + 1
  while (taken.has(`own_${number}`)) number += 1
  return `own_${number}`
}
