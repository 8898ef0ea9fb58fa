// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How opinions on a draft are said, and their words as a form has them.
import { t } from '@/i18n'
import type {
  OpinionKind,
  OpinionPart,
  OpinionRequestView,
  OpinionView,
  OpinionWords,
} from './opinion_api'

export const phase_tones = { running: 'green', over: 'amber', answered: 'blue' } as const
export const kind_tones = { agree: 'green', change: 'amber', object: 'red', none: 'grey' } as const
export const verdict_tones = { adopted: 'green', partly: 'blue', explained: 'grey' } as const

export const kinds_with_words = ['agree', 'change', 'object'] as const

export interface OpinionForm extends Record<string, string> {
  part: string
  kind: OpinionKind
  text: string
  proposed: string
}

export const opinion_pointers = ['/part', '/kind', '/text', '/proposed']

export const emptyOpinion = (part: string): OpinionForm => ({
  part,
  kind: 'change',
  text: '',
  proposed: '',
})

export const opinionFormOf = ({ part, kind, text, proposed }: OpinionWords): OpinionForm => ({
  part,
  kind: kind === 'none' ? 'change' : kind,
  text,
  proposed,
})

// What stands in the field for the new words and is still the old text proposes nothing.
export function opinionWordsOf(form: OpinionForm, original: string): OpinionWords {
  const changed = form.kind === 'change' && form.proposed.trim() && form.proposed !== original
  return {
    part: form.part,
    kind: form.kind,
    text: form.text.trim(),
    proposed: changed ? form.proposed.trim() : '',
  }
}

// The field that lacks its words, if one does.
export function missingIn(form: OpinionForm, original: string): 'text' | 'proposed' | undefined {
  const words = opinionWordsOf(form, original)
  if (words.kind === 'object' && !words.text) return 'text'
  if (words.kind === 'change' && !words.text && !words.proposed) return 'proposed'
  return undefined
}

export const partIn = (view: OpinionRequestView, key: string): OpinionPart | undefined =>
  view.text.find((one) => one.key === key)

// By the last answer, whole or in part.
export function isTaken({ answers }: Pick<OpinionView, 'answers'>): boolean {
  const verdict = answers[answers.length - 1]?.verdict
  return verdict === 'adopted' || verdict === 'partly'
}

// Where the draft is changed as an opinion says: at its topic while that stands there, else in the
// plan's text.
export const editPlace = (plan: string, part: OpinionPart | undefined): string =>
  part?.kind === 'topic' && part.now !== null
    ? `/topics/${part.key.slice(part.key.indexOf(':') + 1)}/edit`
    : `/plans/${plan}/edit`

export function partShown(part: OpinionPart | undefined): string {
  if (!part) return t('draft_opinion.whole')
  if (part.form)
    return `${t(`topics.web.kind.${part.form}`)} ${t('opinions.web.topic_of', { number: part.heading })}`
  return part.heading || t('draft_opinion.part.paragraph')
}

// The frozen text as it is read: under each heading its paragraphs, then the topics by their form.
export interface Chapter {
  heading: string
  kind: OpinionPart['kind']
  parts: OpinionPart[]
}
export function chaptersOf(parts: readonly OpinionPart[]): Chapter[] {
  const chapters: Chapter[] = []
  for (const part of parts) {
    const heading = part.form ?? part.heading
    const last = chapters[chapters.length - 1]
    if (last && last.kind === part.kind && last.heading === heading) last.parts.push(part)
    else chapters.push({ heading, kind: part.kind, parts: [part] })
  }
  return chapters
}
