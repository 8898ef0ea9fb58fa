// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who else has this correction open, asked for as long as the page is. A window says when it goes,
// and is the same after a reload; its name lies in the tab's storage only between two pages, since
// a tab that is duplicated takes the storage along and is another window.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { newKey } from '@/api/idempotency'
import { visit, type Visitor } from './correction_api'

const visit_every_ms = 10_000
const store = 'xieshang.window'

export function useVisitors(id: string): Ref<Visitor[]> {
  const window_id = sessionStorage.getItem(store) ?? newKey()
  sessionStorage.removeItem(store)
  const others = ref<Visitor[]>([])
  const say = async (leaves: boolean) => {
    others.value = await visit(id, window_id, leaves, newKey()).catch(() => others.value)
  }
  let timer: ReturnType<typeof setInterval> | undefined

  function come(): void {
    sessionStorage.removeItem(store)
    clearInterval(timer)
    timer = setInterval(() => void say(false), visit_every_ms)
    void say(false)
  }

  function go(): void {
    clearInterval(timer)
    sessionStorage.setItem(store, window_id)
    void say(true)
  }

  const back = (event: PageTransitionEvent) => event.persisted && come()
  onMounted(() => {
    come()
    window.addEventListener('pagehide', go)
    window.addEventListener('pageshow', back)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', go)
    window.removeEventListener('pageshow', back)
    go()
  })
  return others
}
