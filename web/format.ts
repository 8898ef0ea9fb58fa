// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Dates in one form, numbers as the chosen language writes them. Instants come as epoch milliseconds
// or ISO 8601.
import { language } from './i18n'

export type Instant = number | string

// 2026-12-01 11:37 in every language, as legal days are written: the Swedish way is that of ISO 8601.
const instants = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

export function instant(value: Instant): string {
  return instants.format(new Date(value))
}

// To the second, where it matters which came first.
export function instantToSecond(value: Instant): string {
  const seconds = String(new Date(value).getUTCSeconds()).padStart(2, '0')
  return `${instant(value)}:${seconds}`
}

// Of today the time alone.
export function lately(value: Instant, now: Instant = Date.now()): string {
  const [day, time] = [instant(value).slice(0, 10), instant(value).slice(-5)]
  return instant(now).startsWith(day) ? time : instant(value)
}

export function machineTime(value: Instant): string {
  return new Date(value).toISOString()
}

export function count(value: number): string {
  return new Intl.NumberFormat(language.value).format(value)
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

const separators = /[、，,;；\n]+/

export function namesFrom(text: string): string[] {
  return text
    .split(separators)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

export function namesShown(names: readonly string[]): string {
  return names.join(language.value === 'zh-CN' ? '、' : ', ')
}
