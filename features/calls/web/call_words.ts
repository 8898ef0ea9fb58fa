// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How calls for topics are said, and their words as a form has them.
import { namesShown } from '@/format'
import { t } from '@/i18n'
import { daysAfter } from '../../people/web/days'
import type { SettingView } from '../../settings/web/settings_api'
import { constituencies, type CallView, type CallWords, type Constituency } from './calls_api'

export const phase_tones = {
  draft: 'grey',
  coming: 'blue',
  running: 'green',
  over: 'grey',
} as const

export const whomShown = (asked: readonly Constituency[]): string =>
  namesShown(asked.map((one) => t(`suggestion.constituency.${one}`)))

// Whom it asks stands as one text, so that a draft of it is kept as the others are.
export interface CallForm extends Record<string, string> {
  year: string
  title: string
  guidance: string
  constituencies: string
  opens_on: string
  closes_on: string
  most_suggestions: string
  most_characters: string
}

export function emptyCall(today: Date): CallForm {
  return {
    year: String(today.getFullYear() + 1),
    title: '',
    guidance: '',
    constituencies: 'members',
    opens_on: '',
    closes_on: '',
    most_suggestions: '',
    most_characters: '',
  }
}

const weeks_open = 4 // of a call whose usual days are gone

// What a new call begins with, as the settings say: its days lie in the year before the plan's. Where
// the last of them has passed, it begins today.
export function callAsSet(
  settings: readonly SettingView[],
  year: string,
  on: string, // a legal day
): Partial<CallForm> {
  const said = (key: string) => settings.find((one) => one.key === key)?.value.text ?? ''
  const before = Number(year) - 1
  const day = (key: string) => (said(key) ? `${before}-${said(key)}` : '')
  const usual = { opens_on: day('topic_call_opens'), closes_on: day('topic_call_closes') }
  const now = { opens_on: on, closes_on: daysAfter(on, 7 * weeks_open) }
  return {
    ...(before > 1900 ? (usual.closes_on && usual.closes_on < on ? now : usual) : {}),
    most_suggestions: said('call_suggestions'),
    most_characters: said('call_characters'),
  }
}

export const call_pointers = [
  '/year',
  '/title',
  '/guidance',
  '/constituencies',
  '/opens_on',
  '/closes_on',
  '/most_suggestions',
  '/most_characters',
]

export const whomIn = (chosen: string): Constituency[] =>
  constituencies.filter((one) => chosen.split(',').includes(one))

export const isWhole = (form: CallForm): boolean =>
  Boolean(
    form.title.trim() && form.opens_on && form.closes_on && whomIn(form.constituencies).length,
  )

export function callWordsOf(form: CallForm): CallWords {
  return {
    year: Number(form.year),
    title: form.title.trim(),
    guidance: form.guidance.trim(),
    constituencies: whomIn(form.constituencies),
    opens_on: form.opens_on,
    closes_on: form.closes_on,
    most_suggestions: Number(form.most_suggestions),
    most_characters: Number(form.most_characters),
  }
}

export function callFormOf(call: CallView): CallForm {
  return {
    year: String(call.year),
    title: call.title,
    guidance: call.guidance,
    constituencies: call.constituencies.join(','),
    opens_on: call.opens_on,
    closes_on: call.closes_on,
    most_suggestions: String(call.most_suggestions),
    most_characters: String(call.most_characters),
  }
}
