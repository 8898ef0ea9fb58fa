// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Any operations in any order, undone and redone, on any document: after each of them every
// character of the document is in exactly one place, and the plan may be saved exactly when none is
// unaccounted for.
import { expect, it } from 'vitest'
import { toHeading } from './correction_headings'
import { useHistory } from './correction_history'
import { makeTopics } from './correction_making'
import { ignore, takeOut, toField, toSection, toTitle } from './correction_placing'
import { progressOf } from './correction_progress'
import {
  correctionOf,
  fields,
  pickOf,
  stateOf,
  type Correction,
  type Place,
  type Run,
  type Source,
  type State,
} from './correction_state'
import {
  addTopic,
  mergeUp,
  moveTopic,
  removeTopic,
  setKind,
  setPlan,
  setTopic,
  splitAt,
  splitTitle,
} from './correction_topics'
import { kinds } from './plan_kinds'

type Random = (below: number) => number

function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const signs = [...'协商议题养老服务0129.．、（）(一) \t　\u2028𠮷é①—：5月']
const places: Place[] = [
  'unplaced',
  'title',
  'section_mark',
  'section_heading',
  'section_text',
  'topic_mark',
  'topic_kind',
  'topic_title',
  'topic_period',
  'topic_responsible',
  'topic_participating',
  'ignored',
]

function randomDocument(random: Random): { source: Source; first: Correction } {
  const texts = Array.from({ length: 1 + random(9) }, () =>
    Array.from({ length: random(12) }, () => signs[random(signs.length)]!),
  )
  const source = {
    texts,
    numbers: texts.map((_, line) => line + 1),
    sheets: texts.map(() => ''),
  }
  const topics = random(4)
  const sections = random(3)
  const targets = (place: Place) =>
    place.startsWith('topic_')
      ? topics
      : place.startsWith('section_')
        ? sections
        : place === 'ignored'
          ? 1
          : 0
  const run = (length: number): Run => {
    const place = places[random(places.length)]!
    const many = targets(place)
    if (place === 'title') return { place, target: -1, length }
    return many > 0
      ? { place, target: random(many), length }
      : { place: 'unplaced', target: -1, length }
  }
  const lines = texts.map((text) => {
    const runs: Run[] = []
    for (let left = text.length; left > 0;) {
      const length = 1 + random(left)
      runs.push(run(length))
      left -= length
    }
    return { runs }
  })
  const first: Correction = {
    title: '计划',
    committee: '某区政协',
    year: 2025,
    sections,
    topics: Array.from({ length: topics }, (_, at) => ({
      number: at + 1,
      kind: 'thematic' as const,
      title: `议题${at}`,
      period: '',
      month: null,
      responsible: [],
      participating: [],
      line: 1,
      key: at,
    })),
    reasons: ['页码'],
    lines,
    next_key: topics,
  }
  return { source, first }
}

function operations(state: State, source: Source, random: Random): Record<string, () => State> {
  const line = random(source.texts.length)
  const length = source.texts[line]!.length
  const begin = random(length)
  const part = length ? [{ line, begin, end: begin + 1 + random(length - begin) }] : []
  const other = random(source.texts.length)
  const picks = [
    part,
    pickOf(state, source, line),
    [...new Set([line, other])].sort().flatMap((one) => pickOf(state, source, one)),
  ][random(3)]!
  const at = random(state.topics.length || 1)
  const ifThere = (change: () => State) => (at < state.topics.length ? change() : state)
  const kind = kinds[random(kinds.length)]!
  return {
    ignore: () => ignore(state, source, picks, ['页码', '落款'][random(2)]!),
    takeOut: () => takeOut(state, source, picks),
    toSection: () => toSection(state, source, picks),
    toHeading: () => toHeading(state, source, picks, random(2) ? kind : undefined),
    toTitle: () => toTitle(state, source, picks),
    makeTopics: () => makeTopics(state, source, picks),
    toField: () =>
      ifThere(() => toField(state, source, picks, at, [...fields, 'mark' as const][random(5)]!)),
    mergeUp: () => mergeUp(state, source, at),
    moveTopic: () => moveTopic(state, at, random(state.topics.length)),
    addTopic: () => addTopic(state, at),
    removeTopic: () => ifThere(() => removeTopic(state, source, at)),
    splitAt: () => ifThere(() => splitAt(state, source, at, line, begin)),
    splitTitle: () =>
      ifThere(() => splitTitle(state, source, at, random(state.topics[at]!.title.length + 1))),
    setTopic: () => ifThere(() => setTopic(state, at, { title: '', number: random(99) })),
    setKind: () => ifThere(() => setKind(state, [at], kind)),
    setPlan: () => setPlan(state, { title: '别的' }),
  }
}

// What is wrong with a correction as it would be sent; empty: nothing.
function broken(correction: Correction, source: Source): string {
  const many = (run: Run) =>
    run.place.startsWith('topic_')
      ? correction.topics.length
      : run.place.startsWith('section_')
        ? correction.sections
        : run.place === 'ignored'
          ? correction.reasons.length
          : 0
  for (const [line, { runs }] of correction.lines.entries()) {
    if (runs.some((run) => run.length < 1)) return `line ${line}: an empty run`
    const length = runs.reduce((sum, run) => sum + run.length, 0)
    if (length !== source.texts[line]!.length) return `line ${line}: ${length} characters`
    for (const run of runs) {
      const needs_none = run.place === 'unplaced' || run.place === 'title'
      if (needs_none ? run.target !== -1 : run.target < 0 || run.target >= many(run)) {
        return `line ${line}: ${run.place} ${run.target}`
      }
    }
  }
  const keys = correction.topics.map((topic) => topic.key!)
  if (new Set(keys).size !== keys.length) return `keys ${keys.join()}`
  return keys.some((key) => key >= correction.next_key!) ? 'a key may come again' : ''
}

// Counted anew, a character at a time.
function unaccounted(correction: Correction, source: Source): number {
  let left = 0
  correction.lines.forEach(({ runs }, line) => {
    const place_of = runs.flatMap((run) => Array.from({ length: run.length }, () => run.place))
    source.texts[line]!.forEach((character, at) => {
      if (place_of[at] === 'unplaced' && character.trim() !== '') left += 1
    })
  })
  return left
}

it('never loses a character and never saves one without a place', () => {
  const done = new Map<string, number>()
  let finished = 0
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = randomFrom(seed)
    const { source, first } = randomDocument(random)
    const history = useHistory(stateOf(first))
    for (let step = 0; step < 40; step += 1) {
      const state = history.present.value
      const all: Record<string, () => void> = { undo: history.undo, redo: history.redo }
      for (const [name, operation] of Object.entries(operations(state, source, random))) {
        all[name] = () => history.change(operation())
      }
      const names = Object.keys(all)
      const name = names[random(names.length)]!
      all[name]!()
      done.set(name, (done.get(name) ?? 0) + 1)
      const sent = correctionOf(history.present.value)
      const where = `seed ${seed}, step ${step}, ${name}`
      expect(broken(sent, source), where).toBe('')
      const progress = progressOf(history.present.value, source)
      expect(progress.left, where).toBe(unaccounted(sent, source))
      if (progress.left === 0) finished += 1
    }
    while (history.can_undo.value) history.undo()
    expect(correctionOf(history.present.value), `seed ${seed}`).toEqual(first)
  }
  expect(done.size).toBe(18)
  expect(Math.min(...done.values())).toBeGreaterThan(100)
  expect(finished).toBeGreaterThan(500)
})
