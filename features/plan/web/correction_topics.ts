// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Operations on the topics of a correction: words, kind, order, merge, split.
import { namesFrom } from '@/format'
import { recounted } from './correction_numbers'
import { bare, composed, joined, retargeted, reworded, tidied } from './correction_placing'
import {
  fields,
  is_blank,
  isOfTopic,
  placed,
  type Source,
  type State,
  type Words,
} from './correction_state'
import { isNoYear, monthFrom, yearFrom, type TopicKind } from './plan_kinds'

// What is typed for a year and is none stays as it is typed, and takes nothing away: the year that
// was read stands until there is another one, or until the field is emptied.
export function setPlan(
  state: State,
  words: Partial<{ title: string; committee: string; year: string }>,
): State {
  const { year } = words
  if (year === undefined || isNoYear(year)) return { ...state, ...words }
  return { ...state, ...words, year_read: yearFrom(year) ?? null }
}

// Another's state, with what is typed here for the year when it is none and the year that was read is
// the same in both.
export function withTypedYear(state: State, typed: State): State {
  const stays = isNoYear(typed.year) && typed.year_read === state.year_read
  return stays ? { ...state, year: typed.year } : state
}

export function setTopic(state: State, topic: number, words: Partial<Omit<Words, 'key'>>): State {
  const month = words.period === undefined ? {} : { month: monthFrom(words.period) }
  return {
    ...state,
    topics: state.topics.map((one, at) => (at === topic ? { ...one, ...words, ...month } : one)),
  }
}

export function setKind(state: State, topics: readonly number[], kind: TopicKind): State {
  return {
    ...state,
    topics: state.topics.map((one, at) => (topics.includes(at) ? { ...one, kind } : one)),
  }
}

export function moveTopic(state: State, from: number, to: number): State {
  if (to < 0 || to >= state.topics.length || from === to) return state
  const order = state.topics.map((_, at) => at)
  order.splice(to, 0, ...order.splice(from, 1))
  return {
    ...state,
    topics: order.map((at) => state.topics[at]!),
    lines: retargeted(state, (topic) => order.indexOf(topic)),
  }
}

// Its words go; what the document says is without a place again.
export function removeTopic(state: State, source: Source, topic: number): State {
  const after = {
    ...state,
    topics: state.topics.filter((_, at) => at !== topic),
    lines: retargeted(state, (at) => (at === topic ? -1 : at > topic ? at - 1 : at)),
  }
  return recounted(state, after, source)
}

export function addTopic(
  state: State,
  at = state.topics.length,
  words: Partial<Words> = {},
): State {
  const above = state.topics[at - 1] ?? state.topics[at]
  const kind = words.kind ?? above?.kind ?? 'other'
  const number = state.topics[at - 1]?.kind === kind ? state.topics[at - 1]!.number + 1 : 1
  const topic: Words = {
    number,
    kind,
    title: '',
    period: '',
    month: null,
    responsible: '',
    participating: '',
    line: 0,
    ...words,
    key: state.next_key,
  }
  return {
    ...state,
    next_key: state.next_key + 1,
    topics: [...state.topics.slice(0, at), topic, ...state.topics.slice(at)],
    lines: retargeted(state, (old) => (old >= at ? old + 1 : old)),
  }
}

export function mergeUp(state: State, source: Source, topic: number): State {
  const above = state.topics[topic - 1]
  const gone = state.topics[topic]
  if (!above || !gone) return state
  const words = { ...above }
  for (const field of fields) {
    const pieces = [above[field], gone[field]].filter(Boolean)
    const names = field === 'responsible' || field === 'participating'
    words[field] = names
      ? [...new Set(pieces.flatMap((text) => namesFrom(text)))].join('、')
      : joined(field, pieces)
  }
  words.month = monthFrom(words.period)
  const after = {
    ...state,
    topics: state.topics.flatMap((one, at) =>
      at === topic - 1 ? [words] : at === topic ? [] : [one],
    ),
    lines: retargeted(state, (at) => (at >= topic ? at - 1 : at)),
  }
  return recounted(state, after, source)
}

// From this place of the document on, what belongs to the topic becomes a topic of its own.
export function splitAt(
  state: State,
  source: Source,
  topic: number,
  line: number,
  begin = 0,
): State {
  const grown = addTopic(state, topic + 1, {
    kind: state.topics[topic]!.kind,
    number: state.topics[topic]!.number + 1,
    line: source.numbers[line]!,
  })
  const lines = grown.lines.map((runs, at) =>
    at < line
      ? runs
      : tidied(
          [...placed(runs)].flatMap(({ run, begin: from, end: to }) => {
            if (!isOfTopic(run) || run.target !== topic) return [run]
            const cut = at > line ? from : Math.min(Math.max(begin, from), to)
            return [
              { ...run, length: cut - from },
              { ...run, target: topic + 1, length: to - cut },
            ]
          }),
        ),
  )
  const after = reworded(grown, { ...grown, lines }, source, [topic, topic + 1])
  return recounted(state, after, source)
}

// At the caret in the title's words: in the document, too, where it says the same.
export function splitTitle(state: State, source: Source, topic: number, caret: number): State {
  const title = state.topics[topic]!.title
  const cut = cutIn(state, source, topic, caret)
  if (cut) return splitAt(state, source, topic, cut.line, cut.at)
  const grown = addTopic(state, topic + 1, {
    kind: state.topics[topic]!.kind,
    title: title.slice(caret).trim(),
  })
  const after = setTopic(grown, topic, { title: title.slice(0, caret).trim() })
  return recounted(state, after, source)
}

// Where the document has the caret. Words count, punctuation may have been changed by hand: it goes
// in front unless the caret stands before some.
function cutIn(state: State, source: Source, topic: number, caret: number) {
  const title = state.topics[topic]!.title
  if (bare(composed(state, source, topic, 'title')) !== bare(title)) return undefined
  const [front, behind] = [[...title.slice(0, caret)], title.slice(caret).trimStart()]
  const words = front.filter((one) => bare(one)).length
  const points = front.filter((one) => !is_blank(one) && !bare(one)).length
  const is_before_points = behind !== '' && !bare([...behind][0]!)
  let [passed, skipped] = [0, 0]
  for (const [line, runs] of state.lines.entries()) {
    for (const { run, begin, end } of placed(runs)) {
      if (run.place !== 'topic_title' || run.target !== topic) continue
      for (let at = begin; at < end; at += 1) {
        const one = source.texts[line]![at]!
        if (is_blank(one)) continue
        const is_word = bare(one) !== ''
        const is_point_behind = is_before_points && skipped >= points
        if (passed === words && (is_word || is_point_behind)) return { line, at }
        if (is_word) passed += 1
        else skipped += 1
      }
    }
  }
  return undefined
}
