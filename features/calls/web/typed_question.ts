// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What somebody types, as the question what says something similar: asked a moment after the last
// key, of its beginning alone.
import { computed, onBeforeUnmount, ref, watch } from 'vue'

const pause_ms = 500
const least = 4 // characters: of fewer everything is like everything
const most = 300

export function useTypedQuestion(typed: () => string) {
  const asked = ref('')
  let waiting: ReturnType<typeof setTimeout> | undefined
  watch(
    typed,
    (text) => {
      clearTimeout(waiting)
      waiting = setTimeout(() => (asked.value = beginningOf(text)), pause_ms)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => clearTimeout(waiting))
  return { asked, is_enough: computed(() => [...asked.value.trim()].length >= least) }
}

const beginningOf = (text: string) => [...text.trimEnd()].slice(0, most).join('')
