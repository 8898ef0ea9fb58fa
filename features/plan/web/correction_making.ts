// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Lines of the document that become topics of their own.
import { leadingNumber } from './correction_leading'
import { recounted } from './correction_numbers'
import { place, takeOut } from './correction_placing'
import {
  isOfTopic,
  textOf,
  type Pick,
  type Place,
  type Source,
  type State,
} from './correction_state'
import { addTopic } from './correction_topics'

const time_words =
  /^(?:\d{4}年)?(?:\d{1,2}月|第?[一二三四1-4]季度|[上下]半年|全年|适时|年[初中底末])/u

// Each picked line becomes a topic where the document has it. A number in front is its number; of a
// row of cells the longest is the title, words of time the period, the others who is responsible.
export function makeTopics(state: State, source: Source, picks: readonly Pick[]): State {
  return picks.reduce((now, pick) => makeTopic(now, source, pick), state)
}

function makeTopic(state: State, source: Source, pick: Pick): State {
  const cleared = takeOut(state, source, [pick])
  const at = Math.max(
    0,
    ...cleared.lines
      .slice(0, pick.line)
      .flatMap((runs) => runs.filter(isOfTopic).map((run) => run.target + 1)),
  )
  const text = textOf(source, pick)
  const line = source.numbers[pick.line]!
  const counted = addTopic(cleared, at, { line })
  const number = leadingNumber(text, counted.topics[at]!.number)
  const mark = number?.mark ?? ''
  const grown = number ? addTopic(cleared, at, { line, number: number.value }) : counted
  const begin = pick.begin + [...mark].length
  const cells = cellsOf(text.slice(mark.length), begin, pick.line)
  const longest = cells.reduce((best, cell) => (cell.length > best.length ? cell : best), cells[0]!)
  let after = place(grown, source, [pick], 'topic_mark', at)
  for (const cell of cells) {
    if (!cell.text.trim()) continue
    const field: Place =
      cell === longest
        ? 'topic_title'
        : /^\d{1,3}$/.test(cell.text.trim())
          ? 'topic_mark'
          : time_words.test(cell.text.trim())
            ? 'topic_period'
            : 'topic_responsible'
    after = place(after, source, [cell], field, at)
  }
  return recounted(cleared, after, source)
}

function cellsOf(text: string, begin: number, line: number) {
  let at = begin
  return text.split('\t').map((cell) => {
    const length = [...cell].length
    const one = { line, begin: at, end: at + length, text: cell, length }
    at += length + 1
    return one
  })
}
