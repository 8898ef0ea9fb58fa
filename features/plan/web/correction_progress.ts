// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whether a correction is finished, and what two of them do not agree on.
import {
  correctionOf,
  is_blank,
  leftIn,
  stateOf,
  type Correction,
  type Source,
  type State,
} from './correction_state'

export interface Progress {
  all: number // non-blank characters of the document
  left: number // without a place or a reason
  lines: number[] // where
}

export function progressOf(state: State, source: Source): Progress {
  const progress: Progress = { all: 0, left: 0, lines: [] }
  source.texts.forEach((text, line) => {
    progress.all += text.filter((one) => !is_blank(one)).length
    const left = leftIn(state, source, line)
    progress.left += left
    if (left > 0) progress.lines.push(line)
  })
  return progress
}

export interface Difference {
  topics: { mine: string; theirs: string }[]
  lines: number
}

// What two corrections of one document do not agree on.
export function differenceOf(mine: Correction, theirs: Correction): Difference {
  // Written as this program writes it, whoever sent it.
  const words = (correction: Correction) =>
    correctionOf(stateOf(correction)).topics.map((topic) =>
      JSON.stringify({ ...topic, line: 0, key: 0 }),
    )
  const places = (correction: Correction) =>
    correction.lines.map(({ runs }) =>
      runs.map(({ place, target, length }) => `${place} ${target} ${length}`).join(),
    )
  const [a, b] = [words(mine), words(theirs)]
  const topics = Array.from({ length: Math.max(a.length, b.length) }, (_, at) => at)
    .filter((at) => a[at] !== b[at])
    .map((at) => ({ mine: mine.topics[at]?.title ?? '', theirs: theirs.topics[at]?.title ?? '' }))
  const their_places = places(theirs)
  const lines = places(mine).filter((line, at) => line !== their_places[at]).length
  return { topics, lines }
}
