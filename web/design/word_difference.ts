// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Two texts compared by words. The pieces of the old text are exactly the old text, those of the new
// one exactly the new text, character by character. Words are those of the browser (Intl.Segmenter,
// since Chromium 87), else characters.
import { diffArrays } from 'diff'

export interface Piece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

// Beyond this many changed words the texts have little in common: the whole is shown as replaced.
const most_changes = 1000

interface Segments {
  segment(text: string): Iterable<{ segment: string }>
}
type Segmenter = new (locale: string, options: { granularity: 'word' }) => Segments

export function wordsOf(text: string): string[] {
  const found = (Intl as { Segmenter?: Segmenter }).Segmenter
  if (!found) return Array.from(text)
  return Array.from(new found('zh', { granularity: 'word' }).segment(text), (one) => one.segment)
}

export function differenceOf(before: string, after: string): Piece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: most_changes })
  if (!changes) return piecesOf([before, 'gone'], [after, 'new'])
  return changes.map((one) => ({
    kind: one.added ? 'new' : one.removed ? 'gone' : 'same',
    text: one.value.join(''),
  }))
}

const piecesOf = (...parts: [string, Piece['kind']][]): Piece[] =>
  parts.filter(([text]) => text).map(([text, kind]) => ({ kind, text }))

const without = (pieces: readonly Piece[], kind: Piece['kind']) =>
  pieces
    .filter((one) => one.kind !== kind)
    .map((one) => one.text)
    .join('')

export const beforeOf = (pieces: readonly Piece[]): string => without(pieces, 'new')
export const afterOf = (pieces: readonly Piece[]): string => without(pieces, 'gone')
