// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import {
  Bell,
  ChatLineSquare,
  DocumentAdd,
  Key,
  Lock,
  Setting,
  Stamp,
  Tickets,
  User,
  View,
} from '@element-plus/icons-vue'
import { computed, type Component } from 'vue'
import { useRoute } from 'vue-router'
import { useObjections } from '../../features/behalf/web/use_objections'
import { useUnopened } from '../../features/behalf/web/use_unopened'
import { useSession } from '../../features/members/web/session'
import { useRegisterAccess } from '../../features/people/web/register_access'

export interface Place {
  to: string
  text: string
  icon: Component
  here: boolean // the page shown belongs to it
  count?: number // what is new there
  rare?: boolean // in the menu, not in the bar of a phone
}

export function usePlaces() {
  const session = useSession()
  const register = useRegisterAccess()
  const unopened = useUnopened()
  const objections = useObjections()
  const route = useRoute()
  const within = (...starts: string[]) =>
    starts.some((start) => route.path === start || route.path.startsWith(`${start}/`))
  return computed<Place[]>(() => {
    if (!session.person) return []
    const places: Place[] = []
    if (session.reads)
      places.push({
        to: '/plans',
        text: 'web.nav.plans',
        icon: Tickets,
        here: within('/plans', '/topics', '/amendments'),
      })
    if (session.reads)
      places.push({
        to: '/calls',
        text: 'web.nav.calls',
        icon: ChatLineSquare,
        here: within('/calls', '/suggestions', '/scoring', '/rounds', '/opinion-requests'),
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
    if (register.reads.value)
      places.push({
        to: '/people',
        text: 'web.nav.people',
        icon: User,
        here: within('/people', '/organisations', '/terms', '/posts'),
      })
    if (session.answers)
      places.push({
        to: '/behalf',
        text: 'web.nav.behalf',
        icon: Stamp,
        here: within('/behalf') && !within('/behalf/own'),
        count: objections.value,
      })
    if (session.office || within('/settings', '/calendar'))
      places.push({
        to: '/settings',
        text: 'web.nav.settings',
        icon: Setting,
        here: within('/settings', '/calendar'),
        rare: true,
      })
    if (unopened.value || within('/behalf/own'))
      places.push({
        to: '/behalf/own',
        text: 'web.nav.own_behalf',
        icon: Bell,
        here: within('/behalf/own'),
        count: unopened.value,
      })
    if (session.assesses && !session.office)
      places.push({
        to: '/policies',
        text: 'web.nav.policies',
        icon: Lock,
        here: within('/policies'),
      })
    if (session.auditor)
      places.push({
        to: '/audit',
        text: 'web.nav.audit',
        icon: View,
        here: within('/audit') || (!session.reads && within('/scoring')),
      })
    return places
  })
}
