// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whether a correction is finished.
import { is_blank, leftIn, type Source, type State } from './correction_state'

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
