// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { DocumentAdd, Key, Tickets, User } from '@element-plus/icons-vue'
import { computed, type Component } from 'vue'
import { useRoute } from 'vue-router'
import { useSession } from '../../features/members/web/session'

export interface Place {
  to: string
  text: string
  icon: Component
  here: boolean // the page shown belongs to it
}

export function usePlaces() {
  const session = useSession()
  const route = useRoute()
  const within = (...starts: string[]) =>
    starts.some((start) => route.path === start || route.path.startsWith(`${start}/`))
  return computed<Place[]>(() => {
    if (!session.person) return []
    const places: Place[] = []
    if (!session.administrator)
      places.push({
        to: '/plans',
        text: 'web.nav.plans',
        icon: Tickets,
        here: within('/plans', '/topics'),
      })
    if (session.administrator)
      places.push({
        to: '/accounts',
        text: 'web.nav.accounts',
        icon: User,
        here: within('/accounts'),
      })
    if (session.administrator)
      places.push({ to: '/roles', text: 'web.nav.roles', icon: Key, here: within('/roles') })
    if (session.office)
      places.push({
        to: '/import',
        text: 'web.nav.import',
        icon: DocumentAdd,
        here: within('/import'),
      })
    return places
  })
}
