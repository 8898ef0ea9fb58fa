// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The kinds of consultation in the order in which a plan lists them.
import type { Schema } from '@/api/client'
import { t } from '@/i18n'

export type TopicKind = Schema['ReadTopic']['kind']

export const kinds: readonly TopicKind[] = [
  'plenary',
  'standing_committee',
  'chairpersons',
  'thematic',
  'supervision',
  'biweekly',
  'counterpart',
  'sector',
  'proposal_handling',
  'room',
  'inspection',
  'other',
]

export interface KindGroup<Topic> {
  kind: TopicKind
  topics: Topic[]
}

export function byKind<Topic extends { kind: TopicKind }>(
  topics: readonly Topic[],
): KindGroup<Topic>[] {
  return kinds
    .map((kind) => ({ kind, topics: topics.filter((topic) => topic.kind === kind) }))
    .filter((group) => group.topics.length > 0)
}

const names: readonly [TopicKind, RegExp][] = [
  ['proposal_handling', /提案|办理协商/],
  ['room', /有事好商量|议事/],
  ['supervision', /监督|评议/],
  ['biweekly', /双周/],
  ['standing_committee', /常委|常务委员会/],
  ['chairpersons', /主席/],
  ['counterpart', /对口/],
  ['sector', /界别/],
  ['plenary', /全体(?:委员)?会议|全会|大会协商/],
  ['thematic', /专题|协商座谈/],
  ['inspection', /视察|考察|调研/],
]

// The kind that a heading names, as a first guess for a person.
export function kindNamed(heading: string): TopicKind | undefined {
  return names.find(([, pattern]) => pattern.test(heading))?.[0]
}

// A year as a person types it: 2027, ２０２７, 2027年. The house knows those from 1949 to 2999.
export function yearFrom(text: string): number | undefined {
  const year = Number(/^(\d{4})年?$/.exec(text.normalize('NFKC').trim())?.[1])
  return year >= 1949 && year <= 2999 ? year : undefined
}

// What a year's field says when the server took none.
export const yearError = (typed: string, refused: string | undefined): string | undefined =>
  refused === undefined || yearFrom(typed)
    ? refused
    : t(typed.trim() ? 'plan.web.year_wrong' : 'plan.web.year_missing')

export const isNoYear = (text: string) => text.trim() !== '' && yearFrom(text) === undefined

// Beyond mending by typing on.
export const canBecomeYear = (text: string) => /^\d{0,4}$/.test(text.normalize('NFKC').trim())

// 5月, 9月中旬 → 5, 9; other words of time name no month.
export function monthFrom(period: string): number | null {
  const month = Number(/(?:^|\D)(1[0-2]|0?[1-9])\s*月/.exec(period)?.[1] ?? 0)
  return month > 0 ? month : null
}
