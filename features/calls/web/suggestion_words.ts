// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The words of a suggestion as a form has them, and how its answer is said.
import { namesFrom, namesShown } from '@/format'
import { t } from '@/i18n'
import type { Schema } from '@/api/client'
import type { AnsweredSuggestion, SuggestionDetails, SuggestionWords } from './calls_api'

export interface SuggestionForm extends Record<string, string> {
  title: string
  problem: string
  reason: string
  kind: string
  departments: string
  field: string
  serves: string
}

export const emptySuggestion = (): SuggestionForm => ({
  title: '',
  problem: '',
  reason: '',
  kind: '',
  departments: '',
  field: '',
  serves: '',
})
export const suggestion_pointers = [
  '/title',
  '/problem',
  '/reason',
  '/kind',
  '/departments',
  '/field',
  '/serves',
]

// How much of a limit is used, and by how much it is exceeded: characters, as the house counts them.
const length = (text: string): number => [...text].length
export const lengthShown = (text: string, most?: number): string | undefined =>
  most ? t('calls.web.hint.length', { most, count: length(text) }) : undefined
export const tooLong = (text: string, most?: number): string | undefined =>
  most && length(text) > most ? t('calls.web.too_long', { count: length(text) - most }) : undefined

export const isWhole = (form: SuggestionForm): boolean =>
  Boolean(form.title.trim() && form.problem.trim() && form.reason.trim())

export function wordsOf(form: SuggestionForm): SuggestionWords {
  return {
    title: form.title.trim(),
    problem: form.problem.trim(),
    reason: form.reason.trim(),
    kind: (form.kind || null) as SuggestionWords['kind'],
    departments: namesFrom(form.departments),
    field: (form.field || null) as SuggestionWords['field'],
    serves: form.serves.trim(),
  }
}

export function formOf(words: Pick<SuggestionDetails, keyof SuggestionWords>): SuggestionForm {
  return {
    title: words.title,
    problem: words.problem,
    reason: words.reason,
    kind: words.kind ?? '',
    departments: namesShown(words.departments),
    field: words.field ?? '',
    serves: words.serves,
  }
}

// Of a list that comes page after page: all of them, or that there are more.
export const countShown = ({ more, items }: { more: boolean; items: readonly unknown[] }): string =>
  t(more ? 'calls.web.shown_more' : 'calls.web.shown', { count: items.length })

export const answer_tones = {
  waiting: 'amber',
  screened: 'blue',
  taken: 'green',
  merged: 'blue',
  reserved: 'grey',
  passed_on: 'blue',
  not_taken: 'grey',
  withdrawn: 'grey',
} as const

// What became of the one that it was merged into: the answer to both.
export const targetShown = (
  into: Pick<Schema['TargetAnswer'], 'answer' | 'passed_to' | 'title'>,
): string => t('calls.web.target_answer', { words: answerShown({ ...into, merged_into: null }) })

// 已转其他渠道：提案; 已并入：…
export function answerShown(
  one: Pick<AnsweredSuggestion, 'answer' | 'passed_to'> & { merged_into: { title: string } | null },
): string {
  const words = t(`calls.web.answer.${one.answer}`)
  const where = one.passed_to || one.merged_into?.title
  return where ? t('calls.web.answer_where', { words, where }) : words
}
