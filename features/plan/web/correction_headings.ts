// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Lines of the document that become the heading of a section.
import { leadingNumber } from './correction_leading'
import { place, takeOut } from './correction_placing'
import {
  isOfSection,
  linesOfTopic,
  placed,
  textOf,
  type Pick,
  type Source,
  type State,
} from './correction_state'
import { setKind } from './correction_topics'
import type { TopicKind } from './plan_kinds'

// What is picked becomes one heading, its number in front a mark. The text below it, so far of the
// section above, is the new section's; the topics below it, up to the next heading, get the kind
// that it gives, if it gives one.
export function toHeading(
  state: State,
  source: Source,
  picks: readonly Pick[],
  kind?: TopicKind,
): State {
  const first = picks[0]
  if (!first) return state
  const cleared = takeOut(state, source, picks)
  const section = sectionAbove(cleared, first) + 1
  const grown = withSection(cleared, section, first)
  const after = picks.reduce((now, pick, at) => {
    const mark = at === 0 ? (leadingNumber(textOf(source, pick))?.mark ?? '') : ''
    const begin = pick.begin + [...mark].length
    const marked = place(now, source, [{ ...pick, end: begin }], 'section_mark', section)
    return place(marked, source, [{ ...pick, begin }], 'section_heading', section)
  }, grown)
  return kind ? setKind(after, topicsBelow(after, first.line, section), kind) : after
}

function sectionAbove(state: State, pick: Pick): number {
  let above = -1
  for (const [line, runs] of state.lines.slice(0, pick.line + 1).entries()) {
    for (const { run, begin } of placed(runs)) {
      if (isOfSection(run) && (line < pick.line || begin < pick.begin)) above = run.target
    }
  }
  return above
}

// One more section: those behind move on, and what the one above says behind this place is the new
// one's.
function withSection(state: State, section: number, pick: Pick): State {
  const lines = state.lines.map((runs, line) =>
    runs.some(isOfSection)
      ? [...placed(runs)].map(({ run, begin }) => {
          const is_behind = line > pick.line || (line === pick.line && begin > pick.begin)
          const moves =
            isOfSection(run) && (run.target >= section || (is_behind && run.target === section - 1))
          return moves ? { ...run, target: run.target + 1 } : run
        })
      : runs,
  )
  return { ...state, sections: state.sections + 1, lines }
}

// The topics between a section's heading and the next heading.
function topicsBelow(state: State, line: number, section: number): number[] {
  const next = state.lines.findIndex(
    (runs, at) =>
      at > line && runs.some((run) => run.place === 'section_heading' && run.target !== section),
  )
  return state.topics.flatMap((_, topic) => {
    const first = linesOfTopic(state, topic)[0] ?? -1
    return first > line && (next < 0 || first < next) ? [topic] : []
  })
}
