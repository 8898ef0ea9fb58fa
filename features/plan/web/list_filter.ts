// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The filter of the list lives in the address: it can be sent to a colleague and survives the way back.
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { sorts, states, type PlanFilter } from './plan_api'

export function useListFilter() {
  const route = useRoute()
  const router = useRouter()
  const word = (name: string) => {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }

  const filter = computed<PlanFilter>(() => ({
    year: /^\d{4}$/.test(word('year')) ? Number(word('year')) : undefined,
    state: states.find((state) => state === word('state')),
    q: word('q') || undefined,
    sort: sorts.find((sort) => sort === word('sort')),
  }))
  const narrowed = computed(() =>
    Boolean(filter.value.year || filter.value.state || filter.value.q),
  )

  function set(name: keyof PlanFilter, value: string): void {
    void router.replace({ query: { ...route.query, [name]: value || undefined } })
  }

  function clear(): void {
    void router.replace({ query: { sort: route.query.sort } })
  }

  return { filter, narrowed, word, set, clear }
}
