// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How a line of the document is shown: its pieces, and in words and colour where it went.
import { t } from '@/i18n'
import {
  isOfSection,
  leftIn,
  placed,
  textOf,
  type Run,
  type Runs,
  type Source,
  type State,
} from './correction_state'

export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey'

export interface ShownPiece {
  text: string
  place: Run['place']
}

export interface ShownLine {
  line: number
  pieces: ShownPiece[]
  tone: Tone
  words: string // empty: a blank line
  topic?: number
}

export function shownLine(
  state: State,
  source: Source,
  line: number,
  ignored_by?: string,
): ShownLine {
  const runs = state.lines[line]!
  const pieces = [...placed(runs)].flatMap(({ run, begin, end }) =>
    inCells(textOf(source, { line, begin, end })).map((text) => ({ text, place: run.place })),
  )
  return { line, pieces, ...whereTo(state, source, line, ignored_by) }
}

// What parts the cells of a table's row stands by itself: it is shown as a line between them.
const inCells = (text: string) => text.split(/(\t)/).filter(Boolean)

function whereTo(
  state: State,
  source: Source,
  line: number,
  by?: string,
): { tone: Tone; words: string; topic?: number } {
  const runs = state.lines[line]!
  const title = runs.find((run) => run.place === 'topic_title')
  const field = runs.find((run) => run.place.startsWith('topic_'))
  const topic = (title ?? field)?.target
  const of = topic === undefined ? {} : { topic }
  if (leftIn(state, source, line) > 0) {
    return { tone: 'amber', words: t('plan.web.place.unplaced'), ...of }
  }
  if (title) return { tone: 'green', words: topicWords('topic', state, title.target), ...of }
  if (onlyMarks(runs)) {
    const is_head = isTableHead(textOf(source, { line, begin: 0, end: source.texts[line]!.length }))
    const words = t(`correction.web.place_${is_head ? 'head' : 'mark'}`)
    return { tone: 'grey', words, ...(is_head ? {} : of) }
  }
  if (field) return { tone: 'blue', words: topicWords('topic_field', state, field.target), ...of }
  if (runs.some((run) => run.place === 'title')) {
    return { tone: 'red', words: t('plan.web.place.title') }
  }
  if (runs.some((run) => run.place === 'section_heading')) {
    return { tone: 'grey', words: t('correction.web.place_heading') }
  }
  if (runs.some(isOfSection)) return { tone: 'grey', words: t('plan.web.place.section') }
  const ignored = runs.find((run) => run.place === 'ignored')
  if (ignored) {
    const reason = state.reasons[ignored.target] ?? ''
    const words = t('correction.web.ignored_for', { reason })
    return { tone: 'grey', words: by ? `${words} · ${by}` : words }
  }
  return { tone: 'grey', words: '' }
}

// Nothing of the line but what is read over on the way to a topic's words.
const onlyMarks = (runs: Runs) => runs.length > 0 && runs.every((run) => run.place === 'topic_mark')

// 序号 | 议题 | 时间: the names of columns, between tabs, bars or blanks.
const isTableHead = (text: string) => text.split(/[\t|｜]|\s+/).filter(Boolean).length >= 2

function topicWords(place: string, state: State, topic: number): string {
  const words = state.topics[topic]!
  return t(`plan.web.place.${place}`, {
    kind: t(`topics.web.kind.${words.kind}`),
    number: words.number,
  })
}

// What is marked with the mouse within one line of the document, as a part of it.
export function markedPart(
  pane: HTMLElement,
): { line: number; begin: number; end: number } | undefined {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const text = (range.startContainer.parentElement ?? pane).closest<HTMLElement>('[data-line]')
  if (!text || !pane.contains(text) || !text.contains(range.endContainer)) return undefined
  const before = document.createRange()
  before.selectNodeContents(text)
  before.setEnd(range.startContainer, range.startOffset)
  const begin = [...before.toString()].length
  const length = [...range.toString()].length
  return length > 0 ? { line: Number(text.dataset.line), begin, end: begin + length } : undefined
}
