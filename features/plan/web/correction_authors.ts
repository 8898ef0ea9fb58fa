// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who ignored what and who wrote what, as the server tells it, where it still is so on the screen.
import { namesFrom } from '@/format'
import type { Schema } from '@/api/client'
import { placed, type State, type Words } from './correction_state'

export type Authorship = Schema['Authorship']
export type OwnWords = Schema['OwnWords']
export type WordsOf = OwnWords['field']

const names = (text: string) => namesFrom(text).join('、')

function topicWords(topic: Words, field: WordsOf): string | undefined {
  if (field === 'number') return String(topic.number)
  if (field === 'title' || field === 'period') return topic[field].trim()
  if (field === 'responsible' || field === 'participating') return names(topic[field])
  return undefined
}

function planWords(state: State, field: WordsOf): string | undefined {
  if (field === 'year') return String(state.year_read ?? '')
  return field === 'title' || field === 'committee' ? state[field].trim() : undefined
}

// A person's own words 自拟 in a field of a topic (by its key) or of the plan (-1).
export type OwnOf = (topic: number, field: WordsOf) => OwnWords | undefined

export function ownWords(state: State, authorship: Authorship): OwnOf {
  const topics = new Map(state.topics.map((topic) => [topic.key, topic]))
  const own = new Map<string, OwnWords>()
  for (const one of authorship.words) {
    const topic = topics.get(one.topic)
    const now = topic ? topicWords(topic, one.field) : planWords(state, one.field)
    if ((topic || one.topic < 0) && now === one.words) own.set(`${one.topic}.${one.field}`, one)
  }
  return (topic, field) => own.get(`${topic}.${field}`)
}

// Who ignored words of each line.
export function ignorers(state: State, authorship: Authorship): ReadonlyMap<number, string> {
  const all = new Map<number, Set<string>>()
  for (const one of authorship.ignored) {
    const is_ignored = [...placed(state.lines[one.line] ?? [])].some(
      ({ run, begin, end }) =>
        run.place === 'ignored' && begin < one.begin + one.length && one.begin < end,
    )
    if (is_ignored) all.set(one.line, (all.get(one.line) ?? new Set()).add(one.by_name))
  }
  return new Map([...all].map(([line, people]) => [line, [...people].join('、')]))
}
