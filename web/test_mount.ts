// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Mounts a screen in the whole app's surroundings, with a server that the test plays.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { useSession } from '../features/members/web/session'
import App from './app.vue'
import { texts } from './i18n'
import { newRouter } from './router'

export interface Heard {
  method: string
  path: string
  query: URLSearchParams
  headers: Headers
  body: string
}
export type Reply = { status?: number; body?: unknown } | 'no answer'

// The frame asks first how the district calls forms and fields: `named` answers, the test does not hear it.
export async function open(
  path: string,
  reply: (heard: Heard) => Reply,
  role: 'office' | 'reader' | 'auditor' = 'office',
  named: readonly unknown[] = [],
) {
  const heard: Heard[] = []
  let asked_names = role === 'auditor' // who asks for none
  vi.stubGlobal('fetch', async (input: Request) => {
    const request: Heard = {
      method: input.method,
      path: new URL(input.url).pathname,
      query: new URL(input.url).searchParams,
      headers: input.headers,
      body: await input.clone().text(),
    }
    const is_frame = !asked_names && request.query.get('group') === 'topics'
    asked_names ||= is_frame
    if (!is_frame) heard.push(request)
    const answer = is_frame ? { body: { items: named } } : reply(request)
    if (answer === 'no answer') throw new TypeError('Failed to fetch')
    const { status = 200, body = {} } = answer
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
    })
  })
  const pinia = createPinia()
  setActivePinia(pinia)
  const session = useSession()
  session.about = {
    name: '',
    version: '1',
    demo: false,
    demo_accounts: [],
    setup_needed: false,
    oidc: '',
    password_profile: 'asvs',
  }
  session.begin({ id: 'p1', name: '张文', login: 'zhang', roles: [role], attention: null })
  const router = newRouter(createMemoryHistory())
  router.push = counted(router.push)
  router.replace = counted(router.replace)
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const screen = mount(App, {
    attachTo: document.body,
    global: { plugins: [pinia, texts, router, [VueQueryPlugin, { queryClient }]] },
  })
  await router.push(path)
  await settled()
  return { screen, heard, router, settled }
}

let under_way = 0 // ways to other pages: a page that was not opened before is loaded first

function counted<A extends unknown[], R>(go: (...to: A) => Promise<R>) {
  return (...to: A): Promise<R> => {
    under_way += 1
    return go(...to).finally(() => (under_way -= 1))
  }
}

// Until nothing was under way for some rounds; a page that takes longer than ten seconds is not waited for.
export async function settled(): Promise<void> {
  const latest = Date.now() + 10_000
  for (let quiet = 0; quiet < 6 && Date.now() < latest; quiet = under_way ? 0 : quiet + 1) {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
