// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The numbers of topics. Where the document has none, the program counts the topics of each kind
// (features/plan/findings.cc), and counts anew when topics come or go; what stands in the document
// or was typed stays.
import { placed, textOf, type Source, type State } from './correction_state'

const figures = '一二三四五六七八九'

// 12, ５, （三）, 十二, 二十, ③ → 12, 5, 3, 12, 20, 3.
function numbersIn(mark: string): number[] {
  const text = mark.normalize('NFKC')
  const arabic = (text.match(/\d+/g) ?? []).map(Number)
  const chinese = [...text.matchAll(/([一二三四五六七八九])?(十)?([一二三四五六七八九])?/g)]
    .filter(([all]) => all)
    .map(([, tens, ten, ones]) => {
      const one = figures.indexOf(ones ?? '') + 1
      const front = tens ? figures.indexOf(tens) + 1 : 1
      return ten ? front * 10 + (ones ? one : 0) : front
    })
  return [...arabic, ...chinese]
}

// The topics whose number the document says, by key.
function numberedByDocument(state: State, source: Source): ReadonlySet<number> {
  const keys = new Set<number>()
  state.lines.forEach((runs, line) => {
    for (const { run, begin, end } of placed(runs)) {
      const topic = run.place === 'topic_mark' ? state.topics[run.target] : undefined
      if (topic && numbersIn(textOf(source, { line, begin, end })).includes(topic.number)) {
        keys.add(topic.key)
      }
    }
  })
  return keys
}

// Each topic's place among those of its kind, counted from 1.
function ranks(state: State): number[] {
  const counted = new Map<string, number>()
  return state.topics.map(({ kind }) => {
    counted.set(kind, (counted.get(kind) ?? 0) + 1)
    return counted.get(kind)!
  })
}

// After topics have come or gone: what was counted before is counted on.
export function recounted(before: State, after: State, source: Source): State {
  const stated = numberedByDocument(before, source)
  const rank_before = ranks(before)
  const counted = new Set(
    before.topics.flatMap(({ key, number }, at) =>
      number === rank_before[at] && !stated.has(key) ? [key] : [],
    ),
  )
  const rank = ranks(after)
  const topics = after.topics.map((topic, at) =>
    counted.has(topic.key) && topic.number !== rank[at] ? { ...topic, number: rank[at]! } : topic,
  )
  return { ...after, topics }
}

// A number that does not go on from the one above, in the list or in its kind, and begins no count;
// `before`: the number above, if there is one.
export function jumpAt(state: State, at: number): { number: number; before?: number } | undefined {
  const { number, kind } = state.topics[at]!
  const above = state.topics.slice(0, at)
  const of_kind = above.filter((one) => one.kind === kind).pop()
  const last = above[above.length - 1]
  const follows = [last, of_kind].some((one) => one && one.number + 1 === number)
  if (number <= 1 || follows) return undefined
  const before = (of_kind ?? last)?.number
  return before === undefined ? { number } : { number, before }
}
