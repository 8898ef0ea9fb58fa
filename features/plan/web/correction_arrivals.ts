// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What came from another window or person and took the place of words on this screen: by whom, what
// was there and what is now. It is told until this person has seen it.
import { computed, shallowRef, type Ref } from 'vue'
import { differenceOf, type Difference } from './correction_difference'
import { correctionOf, type State } from './correction_state'
import { isNoYear } from './plan_kinds'

export interface Arrival {
  by: string
  at: number
  before: State
  after: State
  difference: Difference // mine: what was there
}

export function useArrivals(present: Readonly<Ref<State>>) {
  const all = shallowRef<readonly Arrival[]>([])
  const last = computed(() => all.value[all.value.length - 1])

  // What follows at once on words of the same person is one with them.
  function tell(by: string, at: number, before: State, after: State): void {
    const follows = last.value?.by === by && last.value.after === before
    const from = follows ? last.value!.before : before
    const difference = told(from, after)
    const others = follows ? all.value.slice(0, -1) : all.value
    const is_any = difference.words.length + difference.lines > 0
    all.value = is_any ? [...others, { by, at, before: from, after, difference }] : others
  }

  return {
    all,
    tell,
    forget: () => void (all.value = []),
    // Nothing was done here since: one step back is what was there before.
    is_last: computed(() => last.value !== undefined && last.value.after === present.value),
  }
}

// What was typed here for a year is told as it was typed.
function told(before: State, after: State): Difference {
  const { words, lines } = differenceOf(correctionOf(before), correctionOf(after))
  const isTyped = ({ topic, what }: (typeof words)[number]) =>
    topic === undefined && what === 'year' && isNoYear(before.year)
  return {
    words: words.map((one) => (isTyped(one) ? { ...one, mine: before.year } : one)),
    lines,
  }
}
