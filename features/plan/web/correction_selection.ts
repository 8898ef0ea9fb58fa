// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The lines that a person has chosen, by mouse (Shift: up to here, Ctrl: this one too) or keyboard.
import { computed, ref, type Ref } from 'vue'

export function useSelection(shown: Ref<readonly number[]>) {
  const active = ref(0)
  const chosen = ref<ReadonlySet<number>>(new Set())
  let anchor = 0

  function between(a: number, b: number): number[] {
    const [from, to] = a < b ? [a, b] : [b, a]
    return shown.value.filter((line) => line >= from && line <= to)
  }

  function choose(line: number, how: 'only' | 'up_to' | 'too' = 'only'): void {
    active.value = line
    if (how === 'up_to') {
      chosen.value = new Set(between(anchor, line))
      return
    }
    anchor = line
    if (how === 'only') {
      chosen.value = new Set([line])
      return
    }
    const next = new Set(chosen.value)
    if (!next.delete(line)) next.add(line)
    chosen.value = next
  }

  // The shown line so many away from the active one.
  function beside(steps: number): number {
    const at = shown.value.findIndex((line) => line >= active.value)
    const here = at < 0 ? shown.value.length - 1 : at
    const to = Math.min(Math.max(here + steps, 0), shown.value.length - 1)
    return shown.value[to] ?? active.value
  }

  return {
    active,
    chosen,
    lines: computed(() => [...chosen.value].sort((a, b) => a - b)),
    choose,
    beside,
  }
}
