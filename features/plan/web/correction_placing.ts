// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Sending pieces of the document's lines to their places; words of topics that nobody changed by
// hand follow.
import { recounted } from './correction_numbers'
import {
  fields,
  isOfSection,
  isOfTopic,
  place_of,
  placed,
  textOf,
  type Field,
  type Pick,
  type Place,
  type Run,
  type Runs,
  type Source,
  type State,
} from './correction_state'
import { monthFrom } from './plan_kinds'

export function tidied(runs: Run[]): Run[] {
  const all: Run[] = []
  for (const run of runs) {
    const last = all[all.length - 1]
    if (run.length === 0) continue
    if (last && last.place === run.place && last.target === run.target) {
      all[all.length - 1] = { ...last, length: last.length + run.length }
    } else all.push(run)
  }
  return all
}

function sent(runs: Runs, pick: Pick, place: Place, target: number): Run[] {
  const all: Run[] = []
  for (const { run, begin, end } of placed(runs)) {
    const from = Math.max(begin, pick.begin)
    const to = Math.min(end, pick.end)
    if (from >= to) {
      all.push(run)
      continue
    }
    all.push({ ...run, length: from - begin })
    all.push({ place, target, length: to - from })
    all.push({ ...run, length: end - to })
  }
  return tidied(all)
}

export function retargeted(state: State, target_of: (topic: number) => number): State['lines'] {
  return state.lines.map((runs) =>
    runs.some(isOfTopic)
      ? tidied(
          runs.map((run) => {
            if (!isOfTopic(run)) return run
            const target = target_of(run.target)
            return target < 0
              ? { ...run, place: 'unplaced' as const, target: -1 }
              : { ...run, target }
          }),
        )
      : runs,
  )
}

// Where the document says the words of a field.
function picksOf(state: State, topic: number, field: Field): Pick[] {
  return state.lines.flatMap((runs, line) =>
    [...placed(runs)]
      .filter(({ run }) => run.place === place_of[field] && run.target === topic)
      .map(({ begin, end }) => ({ line, begin, end })),
  )
}

const wordsOf = (source: Source, picks: readonly Pick[]) =>
  picks.map((pick) => textOf(source, pick).trim()).filter(Boolean)

// The words of a field as the document says them.
export function composed(state: State, source: Source, topic: number, field: Field): string {
  return joined(field, wordsOf(source, picksOf(state, topic, field)))
}

export function joined(field: Field, pieces: readonly string[]): string {
  if (field === 'title') {
    return pieces.reduce(
      (text, piece) => text + (/[\w]$/.test(text) && /^[\w]/.test(piece) ? ' ' : '') + piece,
      '',
    )
  }
  return pieces.join(field === 'period' ? ' ' : '、')
}

export const bare = (text: string) => text.replace(/[\s、，,;；。：:]+/gu, '')

// What of `now` was not there before, in front of all that was and behind its first piece.
function arrived(was: readonly Pick[], now: readonly Pick[]): { front: Pick[]; back: Pick[] } {
  const isOld = (line: number, at: number) =>
    was.some((pick) => pick.line === line && pick.begin <= at && at < pick.end)
  const all: Pick[] = []
  for (const { line, begin, end } of now) {
    for (let at = begin; at < end; at += 1) {
      if (isOld(line, at)) continue
      const last = all[all.length - 1]
      if (last && last.line === line && last.end === at) last.end += 1
      else all.push({ line, begin: at, end: at + 1 })
    }
  }
  const first = was[0]
  const isFront = (pick: Pick) =>
    first !== undefined &&
    (pick.line < first.line || (pick.line === first.line && pick.begin < first.begin))
  return { front: all.filter(isFront), back: all.filter((pick) => !isFront(pick)) }
}

// Words that nobody changed by hand follow the document; to others what came is added, in front or
// behind as it stands there.
export function reworded(
  before: State,
  after: State,
  source: Source,
  topics: Iterable<number>,
): State {
  const words = [...after.topics]
  for (const topic of topics) {
    const old = before.topics[topic]
    if (!old || !words[topic]) continue
    for (const field of fields) {
      const was = composed(before, source, topic, field)
      const is = composed(after, source, topic, field)
      if (was === is) continue
      const follows = bare(old[field]) === bare(was)
      const { front, back } = arrived(picksOf(before, topic, field), picksOf(after, topic, field))
      const added = [...wordsOf(source, front), old[field], ...wordsOf(source, back)]
      const text = follows ? is : joined(field, added.filter(Boolean))
      words[topic] = { ...words[topic]!, [field]: text }
      if (field === 'period') words[topic]!.month = monthFrom(text)
    }
  }
  return { ...after, topics: words }
}

const titlePicks = (state: State): Pick[] =>
  state.lines.flatMap((runs, line) =>
    [...placed(runs)]
      .filter(({ run }) => run.place === 'title')
      .map(({ begin, end }) => ({ line, begin, end })),
  )

// The plan's title follows what is sent to it and taken from it; one written by hand keeps its own
// words.
function titled(before: State, after: State, source: Source): State {
  const [was, is] = [titlePicks(before), titlePicks(after)]
  const changed = (from: readonly Pick[], to: readonly Pick[]) => {
    const { front, back } = arrived(from, to)
    return wordsOf(source, [...front, ...back])
  }
  const [gone, come] = [changed(is, was), changed(was, is)]
  if (gone.length + come.length === 0) return after
  if (bare(before.title) === bare(joined('title', wordsOf(source, was)))) {
    return { ...after, title: joined('title', wordsOf(source, is)) }
  }
  const kept = gone.reduce((text, piece) => text.replace(piece, () => ''), before.title)
  return { ...after, title: kept + come.join('') }
}

export function place(
  state: State,
  source: Source,
  picks: readonly Pick[],
  to: Place,
  target: number,
): State {
  const lines = [...state.lines]
  const touched = new Set<number>()
  for (const pick of picks) {
    for (const { run, begin, end } of placed(lines[pick.line]!)) {
      if (isOfTopic(run) && begin < pick.end && pick.begin < end) touched.add(run.target)
    }
    lines[pick.line] = sent(lines[pick.line]!, pick, to, target)
  }
  if (to.startsWith('topic_')) touched.add(target)
  const after = titled(state, { ...state, lines }, source)
  return withoutEmpty(reworded(state, after, source, touched), source, touched)
}

// A topic that has lost its last piece of the document, and its words with it, is none any more.
function withoutEmpty(state: State, source: Source, touched: ReadonlySet<number>): State {
  const has_runs = new Set(
    state.lines.flatMap((runs) => runs.filter(isOfTopic).map((run) => run.target)),
  )
  const is_empty = (at: number) =>
    touched.has(at) &&
    !has_runs.has(at) &&
    fields.every((field) => !state.topics[at]![field].trim())
  const stays = state.topics.map((_, at) => at).filter((at) => !is_empty(at))
  if (stays.length === state.topics.length) return state
  const after = {
    ...state,
    topics: stays.map((at) => state.topics[at]!),
    lines: retargeted(state, (topic) => stays.indexOf(topic)),
  }
  return recounted(state, after, source)
}

export function toField(
  state: State,
  source: Source,
  picks: readonly Pick[],
  topic: number,
  field: Field | 'mark',
): State {
  return place(state, source, picks, field === 'mark' ? 'topic_mark' : place_of[field], topic)
}

export function toTitle(state: State, source: Source, picks: readonly Pick[]): State {
  return place(state, source, picks, 'title', -1)
}

// To the section that stands before, else the one behind, else a first one.
export function toSection(state: State, source: Source, picks: readonly Pick[]): State {
  return picks.reduce((now, pick) => {
    const before = now.lines
      .slice(0, pick.line + 1)
      .flat()
      .filter(isOfSection)
      .pop()
    const behind = now.lines.slice(pick.line).flat().find(isOfSection)
    const target = before?.target ?? behind?.target ?? 0
    const sections = Math.max(now.sections, target + 1)
    return place({ ...now, sections }, source, [pick], 'section_text', target)
  }, state)
}

export function ignore(
  state: State,
  source: Source,
  picks: readonly Pick[],
  reason: string,
): State {
  const known = state.reasons.indexOf(reason)
  const reasons = known < 0 ? [...state.reasons, reason] : state.reasons
  return place(
    { ...state, reasons },
    source,
    picks,
    'ignored',
    known < 0 ? reasons.length - 1 : known,
  )
}

export function takeOut(state: State, source: Source, picks: readonly Pick[]): State {
  return place(state, source, picks, 'unplaced', -1)
}
