// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Why an operation on the chosen lines is impossible as things stand, in words.
import { t } from '@/i18n'
import { linesOfTopic, topicOfLine, type State } from './correction_state'

export type Operation =
  | 'make_topic'
  | 'to_field'
  | 'to_section'
  | 'to_heading'
  | 'ignore'
  | 'kind'
  | 'merge'
  | 'split'
  | 'to_title'
  | 'take_out'
  | 'edit'
export type Whys = Readonly<Partial<Record<Operation, string>>>

export function whyNot(state: State, chosen: readonly number[]): Whys {
  const first = chosen[0]
  if (first === undefined) return allBecause(t('correction.web.choose'))
  const why: Partial<Record<Operation, string>> = {}
  if (state.topics.length === 0) why.to_field = t('correction.web.why.no_topics')
  const topics = chosen.map((line) => topicOfLine(state, line)).filter((at) => at !== undefined)
  if (topics.length === 0) {
    const words = t('correction.web.why.no_topic')
    Object.assign(why, { kind: words, merge: words, split: words, edit: words })
  } else if (topics[0] === 0) why.merge = t('correction.web.why.first_topic')
  const own = topicOfLine(state, first)
  if (own === undefined) why.split ??= t('correction.web.why.no_topic')
  else if (first <= linesOfTopic(state, own)[0]!) why.split = t('correction.web.why.first_line')
  return why
}

function allBecause(words: string): Whys {
  const all: readonly Operation[] = [
    'make_topic',
    'to_field',
    'to_section',
    'to_heading',
    'ignore',
    'kind',
    'merge',
    'split',
    'to_title',
    'take_out',
    'edit',
  ]
  return Object.fromEntries(all.map((one) => [one, words]))
}
