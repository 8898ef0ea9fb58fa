// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How many acts, or answers to objections, the person has not opened yet.
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useSession } from '../../members/web/session'
import { countUnopened } from './behalf_api'

const again_ms = 60_000

export function useUnopened() {
  const session = useSession()
  const query = useQuery({
    queryKey: ['behalf', 'unopened', computed(() => session.person?.id ?? '')],
    queryFn: countUnopened,
    enabled: computed(() => Boolean(session.person) && session.reads && !session.person?.attention),
    refetchInterval: again_ms,
    staleTime: again_ms,
    retry: false,
  })
  return computed(() => query.data.value ?? 0)
}
