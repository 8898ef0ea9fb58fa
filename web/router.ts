// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Slices bring their own routes (features/*/web/*_pages.ts); the shell adds what belongs to nobody.
import {
  createRouter,
  createWebHistory,
  type RouteRecordRaw,
  type Router,
  type RouterHistory,
} from 'vue-router'
import { useSession, type Audience } from '../features/members/web/session'

declare module 'vue-router' {
  interface RouteMeta {
    title: string // text code
    anonymous?: boolean
    form?: boolean // something is written here: the bottom bar gives way
    for?: Audience // whoever does not belong to it is told so in the screen's place
    closed?: string // text code of what they are told, where the audience's own does not fit
    workbench?: boolean // fills the window; its panes scroll, the page does not
  }
}

const slices = import.meta.glob<RouteRecordRaw[]>('../features/*/web/*_pages.ts', {
  eager: true,
  import: 'pages',
})

export const pages: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'home', // never shown: the guard below knows where each one is at home
    component: () => import('./shell/not_found_screen.vue'),
    meta: { title: 'web.brand.home' },
  },
  ...Object.values(slices).flat(),
  {
    path: '/:rest(.*)*',
    name: 'not_found',
    component: () => import('./shell/not_found_screen.vue'),
    meta: { title: 'web.not_found.title', anonymous: true },
  },
]

export function newRouter(history: RouterHistory = createWebHistory()): Router {
  const router = createRouter({
    history,
    routes: pages,
    scrollBehavior: (to, _from, saved) =>
      saved ??
      (to.hash && !['/setup', '/account-link'].includes(to.path)
        ? { el: to.hash, top: 72 }
        : { top: 0 }),
  })
  router.beforeEach(async (to) => {
    const session = useSession()
    if (!session.known) await session.learn().catch(() => undefined)
    if (to.meta.anonymous) return true
    // what has to be seen to first stands in one's own account
    if (session.person?.attention && to.name !== 'account') return { name: 'account' }
    if (session.person && (to.name === 'home' || to.path === '/plans') && session.home !== to.path)
      return session.home
    if (session.person) return true
    return { name: 'sign_in', query: { back: to.fullPath } }
  })
  return router
}
