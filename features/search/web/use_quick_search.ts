// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Results as one types: asked a moment after the last key, the question before is given up.
import { onBeforeUnmount, ref, watch } from 'vue'
import { asProblem, type Problem } from '@/api/problem'
import { fetchHits, type Hit } from './search_api'

const pause_ms = 150
const shown = 8

export function useQuickSearch() {
  const text = ref('')
  const hits = ref<Hit[]>([])
  const answered = ref('') // the words that `hits` belong to
  const problem = ref<Problem>()
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined

  function giveUp(): void {
    clearTimeout(waiting)
    asking?.abort()
  }

  async function ask(words: string): Promise<void> {
    const mine = new AbortController()
    asking = mine
    try {
      const page = await fetchHits({ q: words }, { size: shown, signal: mine.signal })
      if (mine.signal.aborted) return
      hits.value = page.items
      answered.value = words
      problem.value = undefined
    } catch (trouble) {
      if (mine.signal.aborted) return
      problem.value = asProblem(trouble)
    }
  }

  watch(text, (value) => {
    giveUp()
    const words = value.trim()
    if (words) waiting = setTimeout(() => void ask(words), pause_ms)
    else {
      hits.value = []
      answered.value = ''
      problem.value = undefined
    }
  })
  onBeforeUnmount(giveUp)

  return { text, hits, answered, problem }
}
