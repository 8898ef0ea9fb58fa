// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How many objections wait for an answer, for the office and its head.
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { useSession } from '../../members/web/session'
import { countObjections } from './behalf_api'

const again_ms = 60_000

export function useObjections() {
  const session = useSession()
  const query = useQuery({
    queryKey: ['behalf', 'objections', computed(() => session.person?.id ?? '')],
    queryFn: countObjections,
    enabled: computed(() => session.answers && !session.person?.attention),
    refetchInterval: again_ms,
    staleTime: again_ms,
    retry: false,
  })
  return computed(() => query.data.value ?? 0)
}
