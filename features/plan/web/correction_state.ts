// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A correction on the screen, as a value: every operation gives a new one and leaves the old as it
// was, so that undoing is going back. Runs cover each line's text; no operation loses a character.
// Lengths and places in a line count code points.
import { namesFrom } from '@/format'
import type { Schema } from '@/api/client'
import type { TopicKind } from './plan_kinds'

export type Correction = Schema['Correction']
export type Run = Schema['PlacedRun']
export type Place = Run['place']
export type Runs = readonly Run[]

export interface Words {
  key: number // this topic, wherever it moves; the server tells by it whose words they are
  number: number
  kind: TopicKind
  title: string
  period: string
  month: number | null
  responsible: string
  participating: string
  line: number
}

export interface State {
  title: string
  committee: string
  year: string // as it is typed, a year or not
  year_read: number | null // the last that was one, or none
  sections: number
  topics: readonly Words[]
  reasons: readonly string[]
  lines: readonly Runs[]
  next_key: number
}

// The document: the code points of each line, and its number in its sheet or file.
export interface Source {
  texts: readonly (readonly string[])[]
  numbers: readonly number[]
  sheets: readonly string[] // of a workbook, else empty
}

// Part of a line, [begin, end).
export interface Pick {
  line: number
  begin: number
  end: number
}

export type Field = 'title' | 'period' | 'responsible' | 'participating'
export const fields: readonly Field[] = ['title', 'period', 'responsible', 'participating']
export const place_of: Record<Field, Place> = {
  title: 'topic_title',
  period: 'topic_period',
  responsible: 'topic_responsible',
  participating: 'topic_participating',
}
const blank = /^[\p{White_Space}\u001c-\u001f]$/u
export const is_blank = (character: string) => blank.test(character)

export function stateOf(correction: Correction): State {
  return {
    title: correction.title,
    committee: correction.committee,
    year: correction.year === null || correction.year === undefined ? '' : String(correction.year),
    year_read: correction.year ?? null,
    sections: correction.sections,
    topics: correction.topics.map((topic, at) => ({
      ...topic,
      key: topic.key ?? at,
      month: topic.month ?? null,
      responsible: topic.responsible.join('、'),
      participating: topic.participating.join('、'),
    })),
    reasons: correction.reasons,
    lines: correction.lines.map((line) => line.runs),
    next_key: correction.next_key ?? correction.topics.length,
  }
}

export function correctionOf(state: State): Correction {
  return {
    title: state.title.trim(),
    committee: state.committee.trim(),
    year: state.year_read,
    sections: state.sections,
    topics: state.topics.map((topic) => ({
      number: topic.number,
      kind: topic.kind,
      month: topic.month,
      line: topic.line,
      key: topic.key,
      title: topic.title.trim(),
      period: topic.period.trim(),
      responsible: namesFrom(topic.responsible),
      participating: namesFrom(topic.participating),
    })),
    reasons: [...state.reasons],
    lines: state.lines.map((runs) => ({ runs: [...runs] })),
    next_key: state.next_key,
  }
}

export const isOfTopic = (run: Run) => run.place.startsWith('topic_')
export const isOfSection = (run: Run) => run.place.startsWith('section_')

// Each run with its place in the line's text.
export function* placed(runs: Runs): Generator<Pick & { run: Run }> {
  let begin = 0
  for (const run of runs) {
    yield { line: 0, run, begin, end: begin + run.length }
    begin += run.length
  }
}

export function textOf(source: Source, { line, begin, end }: Pick): string {
  return source.texts[line]!.slice(begin, end).join('')
}

// Characters of a line that have no place yet.
export function leftIn(state: State, source: Source, line: number): number {
  let count = 0
  for (const { run, begin, end } of placed(state.lines[line]!)) {
    if (run.place !== 'unplaced') continue
    for (let at = begin; at < end; at += 1) if (!is_blank(source.texts[line]![at]!)) count += 1
  }
  return count
}

// What an operation on a line means: what is left of it when only a part is, else all of it.
export function pickOf(state: State, source: Source, line: number): Pick[] {
  const whole = { line, begin: 0, end: source.texts[line]!.length }
  const left = [...placed(state.lines[line]!)]
    .filter(
      ({ run, begin, end }) =>
        run.place === 'unplaced' && textOf(source, { line, begin, end }).trim(),
    )
    .map(({ begin, end }) => ({ line, begin, end }))
  return left.length > 0 ? left : whole.end > 0 ? [whole] : []
}

export function linesOfTopic(state: State, topic: number): number[] {
  return state.lines.flatMap((runs, line) =>
    runs.some((run) => isOfTopic(run) && run.target === topic) ? [line] : [],
  )
}

export function topicOfLine(state: State, line: number): number | undefined {
  const runs = state.lines[line]!.filter(isOfTopic)
  return (runs.find((run) => run.place === 'topic_title') ?? runs[0])?.target
}
