// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Going back and forth between states. Changes with the same name that follow each other (the
// letters of one word being typed) are one step.
import { computed, shallowRef } from 'vue'

export function useHistory<State>(first: State) {
  const past = shallowRef<State[]>([])
  const future = shallowRef<State[]>([])
  const present = shallowRef(first)
  let last_name: string | undefined

  function change(next: State, name?: string): void {
    if (next === present.value) return
    if (name === undefined || name !== last_name) past.value = [...past.value, present.value]
    last_name = name
    future.value = []
    present.value = next
  }

  function undo(): void {
    const before = past.value[past.value.length - 1]
    if (before === undefined) return
    future.value = [...future.value, present.value]
    past.value = past.value.slice(0, -1)
    present.value = before
    last_name = undefined
  }

  function redo(): void {
    const next = future.value[future.value.length - 1]
    if (next === undefined) return
    past.value = [...past.value, present.value]
    future.value = future.value.slice(0, -1)
    present.value = next
    last_name = undefined
  }

  return {
    present,
    change,
    undo,
    redo,
    can_undo: computed(() => past.value.length > 0),
    can_redo: computed(() => future.value.length > 0),
  }
}
