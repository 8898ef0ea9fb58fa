// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who else has this correction open, asked for as long as the page is. A window says when it goes,
// and is the same after a reload; its name lies in the tab's storage only between two pages, since
// a tab that is duplicated takes the storage along and is another window. What was told longer ago
// than two askings is not shown: it may be no longer so.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { newKey } from '@/api/idempotency'
import { leave, visit, type Visitor } from './correction_api'

const visit_every_ms = 10_000
const store = 'xieshang.window'

export function useVisitors(id: string): Ref<Visitor[]> {
  const window_id = sessionStorage.getItem(store) ?? newKey()
  sessionStorage.removeItem(store)
  const others = ref<Visitor[]>([])
  let told_at = 0
  let timer: ReturnType<typeof setInterval> | undefined
  let asking: AbortController | undefined

  async function ask(): Promise<void> {
    asking = new AbortController()
    try {
      others.value = await visit(id, window_id, newKey(), asking.signal)
      told_at = Date.now()
    } catch {
      if (Date.now() - told_at > 2 * visit_every_ms) others.value = []
    }
  }

  function come(): void {
    sessionStorage.removeItem(store)
    clearInterval(timer)
    timer = setInterval(() => void ask(), visit_every_ms)
    void ask()
  }

  // Nothing may be asked behind the leaving: it would be another coming.
  function go(): void {
    clearInterval(timer)
    asking?.abort()
    sessionStorage.setItem(store, window_id)
    leave(id, window_id, newKey())
  }

  // The browser lets a page that is not seen ask but once a minute.
  function look(): void {
    if (document.visibilityState !== 'visible') return
    if (Date.now() - told_at > 2 * visit_every_ms) others.value = []
    void ask()
  }

  const back = (event: PageTransitionEvent) => event.persisted && come()
  onMounted(() => {
    come()
    window.addEventListener('pagehide', go)
    window.addEventListener('pageshow', back)
    document.addEventListener('visibilitychange', look)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', go)
    window.removeEventListener('pageshow', back)
    document.removeEventListener('visibilitychange', look)
    go()
  })
  return others
}
