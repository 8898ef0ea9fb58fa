// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import { DocumentAdd, Tickets } from '@element-plus/icons-vue'
import { computed, type Component } from 'vue'
import { useSession } from '../../features/members/web/session'

export interface Place {
  to: string
  text: string
  icon: Component
}

export function usePlaces() {
  const session = useSession()
  return computed<Place[]>(() => {
    if (!session.person) return []
    const places = [{ to: '/plans', text: 'web.nav.plans', icon: Tickets }]
    if (session.office) places.push({ to: '/import', text: 'web.nav.import', icon: DocumentAdd })
    return places
  })
}
