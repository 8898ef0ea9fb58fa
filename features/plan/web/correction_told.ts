// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A difference between two corrections in words.
import { t } from '@/i18n'
import type { Difference, WordsDiffer } from './correction_difference'

export type Side = 'mine' | 'theirs'

export function placeOf({ topic, what }: WordsDiffer): string {
  if (what === 'topic') return t('correction.web.differs.topic')
  if (topic === undefined) return t(`plan.web.field.${what}`)
  const field = t(what === 'title' ? 'topics.web.name' : `topics.web.${what}`)
  return t('correction.web.differs.field', { topic, field })
}

export function wordsIn(one: WordsDiffer, side: Side): string {
  if (!one[side]) return t('correction.web.differs.none')
  return one.what === 'kind' ? t(`topics.web.kind.${one[side]}`) : one[side]
}

// One side's words, to be read and taken elsewhere: a line each.
export function wordsOf({ words, lines }: Difference, side: Side): string {
  const all = words.map((one) =>
    t('correction.web.differs.said', { place: placeOf(one), words: wordsIn(one, side) }),
  )
  if (lines > 0) all.push(t('correction.web.differs.lines', { count: lines }))
  return all.join('\n')
}
